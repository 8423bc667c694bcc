"""Read the texts of any source that ``seqtui score --input`` reads, without labels."""

from pathlib import Path

from seqtui.corpora.corrections import LABELS_SUFFIX
from seqtui.corpora.corrections import SUFFIX as CORRECTIONS_SUFFIX
from seqtui.errors import InputError
from seqtui.scoring.files import choose_text_column
from seqtui.scoring.inputs import find_files
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import open_table
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection, is_missing
from seqtui.tables.streams import open_source


def read_texts(
    source: str, text_column: str | None = None, options: TableOptions | None = None
) -> tuple[list[str], list[str]]:
    """Read the different texts of a file, a folder or a pattern, in order.

    Args:
        source: The files. Their labels, if they have any, are not read.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        options: Layout of the files. Default: detect everything.

    Returns:
        The texts, each once and without empty ones, and notes about how they were read.

    Raises:
        InputError: If a file cannot be read, or there are no texts.
    """
    texts: dict[str, None] = {}
    notes: list[str] = []
    for path in find_files(source):
        if path.endswith((LABELS_SUFFIX, CORRECTIONS_SUFFIX)):
            continue
        with open_source(path, "") as opened:
            layout = detect_layout(
                opened, path, options or TableOptions(), has_columns=text_column is not None
            )
            column = choose_text_column(opened, layout, text_column, notes.append)
            selection = ColumnSelection(column, None, [], optional=True)
            table = open_table(opened, layout, selection, RowErrors(path, hint=""), same_columns=False)
            for chunk in table.chunks():
                texts.update(dict.fromkeys(text for text in chunk.texts if not is_missing(text)))
    if not texts:
        raise InputError(f"{source}: no texts")
    return list(texts), notes


def labels_path(source: str) -> Path:
    """Return the path of the file of labels beside a source.

    Example:
        >>> labels_path("data/reviews.csv.gz").as_posix()
        'data/reviews.csv.gz.labels.jsonl'
        >>> labels_path("data/2026-*.csv").as_posix()
        'data/texts.labels.jsonl'
    """
    path = Path(source)
    if path.exists() or not any(character in source for character in "*?["):
        return path.with_name(f"{path.name}{LABELS_SUFFIX}")
    fixed = next(part for part in path.parents if not any(character in str(part) for character in "*?["))
    return fixed / f"texts{LABELS_SUFFIX}"
