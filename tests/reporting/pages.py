"""Parse HTML pages and check that they load and run nothing."""

from collections import Counter
from html.parser import HTMLParser

_ADDRESSES = ("src", "href", "action", "data", "srcset", "poster")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[str] = Counter()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            if name in _ADDRESSES:
                assert (value or "").startswith("#"), (tag, name, value)  # a fragment of this page
            assert "url(" not in (value or "") or "url(#" in (value or ""), value

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> _Reader:
    """Parse a page and check that it loads no resource and runs no script."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    for forbidden in ("script", "img", "iframe", "object", "link", "form", "base", "foreignobject"):
        assert not reader.elements[forbidden], forbidden
    return reader


def elements(page: str) -> "Counter[str]":
    """Count the elements of a page by tag."""
    return read(page).elements
