"""Read the texts of any source that ``seqtui score --input`` reads, with or without their labels."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from seqtui.corpora.corrections import LABELS_SUFFIX
from seqtui.corpora.texts import files_of, labelled_texts_in, texts_in
from seqtui.errors import InputError
from seqtui.tables.inputs import is_many
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


@dataclass(frozen=True)
class TextsToLabel:
    """The different texts of a source and the labels that some of them have already.

    Args:
        texts: The texts, each once and without empty ones.
        given: Labels of some of them, by text. A text with several different labels has none.
        origin: Where the labels come from, such as ``column 'label'``; empty if there are none.
        notes: How the texts were read, one line each.
    """

    texts: list[str]
    given: dict[str, str]
    origin: str
    notes: list[str]


def read_texts_to_label(
    source: str,
    text_column: str | None = None,
    label_column: str | None = None,
    options: TableOptions | None = None,
) -> TextsToLabel:
    """Read the different texts of a file, a folder or a pattern, and their labels.

    Args:
        source: The files. A folder with one sub-folder of .txt files per label is read as by
            ``seqtui train``.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        label_column: Name of the column of labels. Default: one with a usual name, such as ``label``.
        options: Layout of the files. Default: detect everything.

    Raises:
        InputError: If a file cannot be read, or there are no texts.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "films.csv"
        >>> _ = path.write_text("text,label\\na dull film,negative\\na fine film,\\n")
        >>> found = read_texts_to_label(str(path))
        >>> found.texts, found.given, found.origin
        (['a dull film', 'a fine film'], {'a dull film': 'negative'}, "column 'label'")
    """
    found = labelled_texts_in(source, text_column, label_column, options)
    labels: dict[str, set[str]] = {}
    for text, label in zip(found.texts, found.labels, strict=True):
        if not is_missing(text):
            labels.setdefault(text, set()).update([label] if label else [])
    if not labels:
        raise InputError(f"{source}: no texts")
    several = Counter(len(names) > 1 for names in labels.values())[True]
    notes = [*found.notes]
    if several:
        notes.append(f"texts with several labels, which count as not labelled: {several:,}")
    given = {text: names.pop() for text, names in labels.items() if len(names) == 1}
    return TextsToLabel(list(labels), given, found.origin, notes)


def is_read_again(table: str, source: str) -> bool:
    """Return whether a table lies where the files of a source are, so that the next call reads it.

    Args:
        table: Path of the table, which exists.
        source: A file, a folder or a pattern.
    """
    return is_many(source) and any(Path(table).samefile(path) for path in files_of(source))


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
