"""Tables of text on standard output, built with Rich."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 200
"""Columns of a table that does not go to a terminal."""


def output_console(piped_width: int = PIPED_WIDTH) -> "Console":
    """Return a Rich console for standard output, without syntax highlighting.

    Args:
        piped_width: Columns if the output is not a terminal. Default: 200.
    """
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = piped_width
    return console


def print_table(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    left: int | None = None,
    fold: bool = True,
    console: "Console | None" = None,
) -> None:
    """Print a table without borders; control characters in it are replaced.

    Args:
        headers: Column names.
        rows: Cells of each row.
        left: Columns that are aligned left; the others are aligned right. Default: all.
        fold: Break long cells over several lines; otherwise cut them with an ellipsis. Default: True.
        console: Where to print. Default: :func:`output_console`.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for index, header in enumerate(headers):
        table.add_column(
            Text(printable(header)),
            justify="left" if left is None or index < left else "right",
            overflow="fold" if fold else "ellipsis",
            no_wrap=not fold,
            min_width=None if fold else min(12, len(header)),
        )
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    (console or output_console()).print(table)
