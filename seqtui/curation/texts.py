"""Read the texts of any source that ``seqtui score --input`` reads, without labels."""

from pathlib import Path

from seqtui.corpora.corrections import LABELS_SUFFIX
from seqtui.corpora.texts import texts_in
from seqtui.errors import InputError
from seqtui.tables.layout import TableOptions
from seqtui.tables.selection import is_missing


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
    texts, notes = texts_in(source, text_column, options)
    distinct = list(dict.fromkeys(text for text in texts if not is_missing(text)))
    if not distinct:
        raise InputError(f"{source}: no texts")
    return distinct, notes


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
