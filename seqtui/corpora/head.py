"""The beginning of a source: columns, first rows and what was detected."""

import msgspec


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The beginning of a source, as ``seqtui data head --json`` prints it.

    Args:
        source: Its name or path.
        layout: How the file is read, in one line: ``CSV, separator ';', encoding cp1251``.
        columns: Column names in file order. Empty for folders and named sources.
        rows: The first rows, at most 5. Cells are printable and cut to 120 characters.
        text_column: The detected text column, if any.
        label_column: The detected label column, if any.
        label_candidates: Columns that could hold the labels, the likeliest first.
        warnings: What looks wrong, a line each.
        problem: Why the columns cannot be detected. Default: they can.
    """

    source: str
    layout: str
    columns: list[str]
    rows: list[list[str]]
    text_column: str | None
    label_column: str | None
    label_candidates: list[str]
    warnings: list[str]
    problem: str | None = None
