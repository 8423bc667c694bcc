"""Choose the text column of a file and report the choice."""

from collections.abc import Callable

from seqtui.tables.columns import find_text_column
from seqtui.tables.layout import Layout
from seqtui.tables.reading import read_head
from seqtui.tables.streams import Source


def choose_text_column(
    source: Source, layout: Layout, text_column: str | None, on_note: Callable[[str], None]
) -> str:
    """Choose the text column and report the detected layout.

    Args:
        source: Open file.
        layout: Layout of the file.
        text_column: Column named by the user; None for ``text`` or, if there is none, the detected one.
        on_note: Called with an unusual layout, a detected column, and warnings.

    Returns:
        Name of the column.

    Raises:
        InputError: If no column looks like text.
    """
    found = text_column or "text"
    notes = layout.differences()
    if text_column is None and layout.format not in ("lines", "fasttext"):
        columns, sample = read_head(source, layout)
        if any(sample.values()) and "text" not in map(str.strip, columns):
            found = find_text_column(source.name, sample, None)
            notes.append(f"text column '{found}'")
    if notes:
        on_note(f"{source.name}: {layout.name}, {', '.join(notes)}")
    for warning in layout.warnings:
        on_note(f"warning: {source.name}: {warning}")
    return found
