"""Read the texts of any source that ``seqtui score --input`` reads, without labels."""

from collections.abc import Callable

from seqtui.corpora.corrections import BESIDE_TABLES
from seqtui.tables.detection import detect_layout
from seqtui.tables.inputs import find_files, shares_of
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import open_table
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import open_source
from seqtui.tables.text_column import choose_text_column


def texts_in(
    source: str,
    text_column: str | None = None,
    options: TableOptions | None = None,
    option: str = "",
    on_share: Callable[[float], None] = lambda _: None,
) -> tuple[list[str], list[str]]:
    """Read the texts of a file, a folder or a pattern, in order.

    Args:
        source: The files. Their labels, if they have any, are not read.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        options: Layout of the files. Default: detect everything.
        option: Option that set the source, for messages. Default: none.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Returns:
        The texts, also empty ones, and notes about how they were read.

    Raises:
        InputError: If a file cannot be read.
    """
    texts: list[str] = []
    notes: list[str] = []
    paths = [path for path in find_files(source, option) if not path.endswith(BESIDE_TABLES)]
    for path, (before, share) in zip(paths, shares_of(paths), strict=True):
        with open_source(path, option) as opened:
            layout = detect_layout(
                opened, path, options or TableOptions(), has_columns=text_column is not None, option=option
            )
            column = choose_text_column(opened, layout, text_column, notes.append)
            selection = ColumnSelection(column, None, [], optional=True)
            row_errors = RowErrors(path, hint="")
            table = open_table(opened, layout, selection, row_errors, same_columns=False)
            for chunk in table.chunks():
                texts += chunk.texts
                on_share(before + share * (chunk.share or 0.0))
            notes += [f"warning: {warning}" for warning in row_errors.warnings]
    return texts, notes
