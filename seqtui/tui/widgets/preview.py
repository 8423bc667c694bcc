"""Preview of a table."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from seqtui.corpora.head import Head

_GAP = 2  # columns of the terminal between two columns of the table
_MIN_WIDTH = 8  # of a cell


class Preview(Widget):
    """First rows of a table; the text and label columns are marked and always shown."""

    DEFAULT_CSS = "Preview { height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._head: Head | None = None
        self._text: str | None = None
        self._label: str | None = None

    def show(self, head: "Head | None", text: str | None = None, label: str | None = None) -> None:
        """Show a table.

        Args:
            head: First rows of the table. None hides the widget.
            text: Name of the text column. Default: none.
            label: Name of the label column. Default: none.
        """
        self._head, self._text, self._label = head, text, label
        self.display = bool(head and head.columns)
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return the number of lines: one for the names and one per row."""
        del container, viewport, width
        return 1 + len(self._head.rows) if self._head else 0

    def render(self) -> Content:
        """Draw as many columns as fit."""
        if self._head is None:
            return Content("")
        return preview(self._head, self.size.width, self._text, self._label)


def preview(head: "Head", width: int, text: str | None, label: str | None) -> Content:
    """Draw the first rows of a table.

    Args:
        head: First rows of the table.
        width: Width in columns of the terminal.
        text: Name of the text column, or None.
        label: Name of the label column, or None.
    """
    marks = {text: " [text]", label: " [label]"}
    styles = {text: "$primary", label: "$accent"}
    columns = [
        (name, [Content(printable(row[index])) if index < len(row) else Content("") for row in head.rows])
        for index, name in enumerate(head.columns)
    ]
    fitting = max(1, (width + _GAP) // (_MIN_WIDTH + _GAP))
    chosen = sorted(columns, key=lambda column: column[0] not in styles)[:fitting]
    columns = [column for column in columns if column in chosen]
    titles = [
        Content.assemble((printable(name, 40), "bold"), (marks.get(name, ""), styles.get(name, "")))
        for name, _ in columns
    ]
    natural = [
        max(title.cell_length, *(cell.cell_length for cell in cells), 1)
        for title, (_, cells) in zip(titles, columns, strict=True)
    ]
    widths = _fitted(natural, width - _GAP * (len(columns) - 1))
    gap = Content(" " * _GAP)
    rows = [
        titles,
        *(
            [cells[number].stylize(styles.get(name, "")) for name, cells in columns]
            for number in range(len(head.rows))
        ),
    ]
    return Content("\n").join(
        gap.join(
            cell.truncate(width, ellipsis=True, pad=True) for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )


def _fitted(widths: list[int], space: int) -> list[int]:
    """Shrink the widest columns until the widths fit into the space."""
    widths = list(widths)
    while sum(widths) > max(space, len(widths)):
        widths[widths.index(max(widths))] -= 1
    return widths
