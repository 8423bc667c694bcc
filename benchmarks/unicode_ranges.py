"""Write seqtui/text/unicode_ranges.py: the character classes of the text rule, frozen to Unicode 14.0.

General categories come from ``unicodedata`` of Python 3.11, which is Unicode 14.0. Scripts and pictographs
come from the package ``regex``, restricted to characters that Unicode 14.0 has; code points that Unicode
reserves for future pictographs are included.

Usage: python3.11 -m benchmarks.unicode_ranges
"""

import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import regex

UNICODE = "14.0.0"
APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4\u2032\u201b\u02bb\ua78c\u055a\u05f3"
SCRIPTS = ("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar")
PATH = Path(__file__).parent.parent / "seqtui" / "text" / "unicode_ranges.py"

_UNSPACED = regex.compile("|".join(rf"\p{{Script={script}}}" for script in SCRIPTS))
_PICTOGRAPH = regex.compile(r"\p{Extended_Pictographic}")


def is_unspaced(character: str) -> bool:
    """Whether a character is a letter of a script that is written without spaces between words."""
    category = unicodedata.category(character)
    return (category[0] == "L" or category == "Nl") and (
        _UNSPACED.match(character) is not None or character in "\u30fc\uff70\uff9e\uff9f"
    )


def is_letter(character: str) -> bool:
    """Whether a character is a letter or digit of a word."""
    return (
        unicodedata.category(character)[0] in "LN"
        and not is_unspaced(character)
        and character not in APOSTROPHES
    )


def is_mark(character: str) -> bool:
    """Whether a character is a mark that belongs to the character before it."""
    return unicodedata.category(character)[0] == "M"


def is_pictograph(character: str) -> bool:
    """Whether an emoji can begin with a character."""
    return _PICTOGRAPH.match(character) is not None


CLASSES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "APOSTROPHES": ("Apostrophes between letters.", APOSTROPHES.__contains__),
    "LETTERS": ("Letters and digits, without those of the scripts below and without apostrophes.", is_letter),
    "UNSPACED": (f"Letters of {', '.join(SCRIPTS[:-1])} and {SCRIPTS[-1]}.", is_unspaced),
    "MARKS": ("Marks: general category M.", is_mark),
    "PICTOGRAPHS": ("Characters that an emoji can begin with: Extended_Pictographic.", is_pictograph),
}


def ranges(contains: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return the first and last code point of each range of a class."""
    found: list[tuple[int, int]] = []
    for point in range(sys.maxunicode + 1):
        if contains(chr(point)):
            if found and found[-1][1] == point - 1:
                found[-1] = found[-1][0], point
            else:
                found.append((point, point))
    return found


def main() -> None:
    """Write the constants of the module again; its head stays."""
    if unicodedata.unidata_version != UNICODE:
        raise SystemExit(f"this Python has Unicode {unicodedata.unidata_version}, the rule needs {UNICODE}")
    head = PATH.read_text(encoding="utf-8").partition(f"\n{next(iter(CLASSES))} = ")[0]
    PATH.write_text(head + "".join(_constant(name, *of) for name, of in CLASSES.items()), encoding="utf-8")


def _constant(name: str, description: str, contains: Callable[[str], bool]) -> str:
    return f'\n{name} = _ranges("""\n{_wrapped(ranges(contains))}\n""")\n"""{description}"""\n'


def _wrapped(pairs: Iterable[tuple[int, int]]) -> str:
    items = (f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in pairs)
    return textwrap.fill(" ".join(items), 108, break_on_hyphens=False, break_long_words=False)


if __name__ == "__main__":
    main()
