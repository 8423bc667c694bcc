"""Read the texts of any source that ``seqtui score --input`` reads, and the labels that some of them have."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seqtui.corpora.corrections import BESIDE_TABLES
from seqtui.corpora.tree import read_tree
from seqtui.tables.columns import named_label_column
from seqtui.tables.detection import detect_layout
from seqtui.tables.inputs import find_files, is_many, shares_of
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import open_table, read_head
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection, find_column, is_missing, label_name
from seqtui.tables.streams import open_source
from seqtui.tables.text_column import choose_text_column

_LABELLED = re.compile(r"\.labelled\.(csv|tsv|jsonl|parquet)$")  # a table that the Label screen has written


@dataclass(frozen=True)
class LabelledTexts:
    """Texts and their labels.

    Args:
        texts: The texts, also empty ones.
        labels: Label of each text, or None.
        origin: Where the labels come from, such as ``column 'label'``; empty if there are none.
        notes: How the texts were read, one line each.
    """

    texts: list[str]
    labels: list[str | None]
    origin: str
    notes: list[str]


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
    notes: list[str] = []
    found = _rows(source, text_column, options, option, notes, on_share=on_share)
    return [text for text, _, _ in found], notes


def has_texts(source: str, option: str = "") -> bool:
    """Return whether a source has a text that is not empty; reads only as far as the first one.

    Args:
        source: As for :func:`texts_in`.
        option: As for :func:`texts_in`.

    Raises:
        InputError: If a file cannot be read.
    """
    rows = _rows(source, None, None, option, [])
    return any(not is_missing(text) for text, _, _ in rows)


def labelled_texts_in(
    source: str,
    text_column: str | None = None,
    label_column: str | None = None,
    options: TableOptions | None = None,
) -> LabelledTexts:
    """Read the texts of a file, a folder or a pattern, in order, with the labels that some of them have.

    A folder with one sub-folder of .txt files per label is read as by ``seqtui train``.

    Args:
        source: The files.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        label_column: Name of the column of labels. Default: one with a usual name, such as ``label``.
        options: Layout of the files. Default: detect everything.

    Raises:
        InputError: If a file cannot be read, or there is no such column.
    """
    if text_column is None and label_column is None and _is_tree(Path(source)):
        reviews, encoding = read_tree(Path(source), options.encoding if options else None)
        note = f"{source}: one .txt file per text, encoding {encoding}"
        return LabelledTexts(
            [text for text, *_ in reviews],
            [label for _, label, *_ in reviews],
            "the names of folders",
            [note],
        )

    def choose(columns: list[str], sample: dict[str, list[Any]], text: str) -> str | None:
        if label_column is not None:
            return find_column(label_column, columns, f"{source}: no column", "--label-column")
        return named_label_column(sample, text)

    notes: list[str] = []
    rows = list(_rows(source, text_column, options, "", notes, choose))
    column = next((name for *_, name in rows if name), None)
    return LabelledTexts(
        [text for text, *_ in rows],
        [_label(value) for _, value, _ in rows],
        f"column '{column}'" if column else "",
        notes,
    )


def files_of(source: str, option: str = "") -> list[str]:
    """Return the files of a source, without those that seqtui writes beside tables.

    Args:
        source: A file, a folder or a pattern.
        option: Option that set the source, for messages. Default: none.

    Raises:
        InputError: If there are none.
    """
    found = find_files(source, option)
    if not is_many(source):
        return found
    return [path for path in found if not path.endswith(BESIDE_TABLES) and not _LABELLED.search(path)]


def _rows(
    source: str,
    text_column: str | None,
    options: TableOptions | None,
    option: str,
    notes: list[str],
    choose_label_column: Callable[[list[str], dict[str, list[Any]], str], str | None] | None = None,
    on_share: Callable[[float], None] = lambda _: None,
) -> Iterator[tuple[str, Any, str | None]]:
    """Yield each text, the value in the column of labels, and the name of this column."""
    paths = files_of(source, option)
    for path, (before, share) in zip(paths, shares_of(paths), strict=True):
        with open_source(path, option) as opened:
            layout = detect_layout(
                opened, path, options or TableOptions(), has_columns=text_column is not None, option=option
            )
            column = choose_text_column(opened, layout, text_column, notes.append)
            label = None
            if choose_label_column and layout.format != "lines":
                label = choose_label_column(*read_head(opened, layout), column)
            selection = ColumnSelection(column, None, [], optional=True)
            row_errors = RowErrors(path, hint="")
            table = open_table(opened, layout, selection, row_errors, same_columns=False)
            for chunk in table.chunks():
                values = chunk.column(list(table.columns), label) if label else [None] * len(chunk.texts)
                for text, value in zip(chunk.texts, values, strict=True):
                    yield text, value, label
                on_share(before + share * (chunk.share or 0.0))
            notes += [f"warning: {warning}" for warning in row_errors.warnings]


def _is_tree(folder: Path) -> bool:
    """Return whether a folder has sub-folders of .txt files, and no other files."""
    if not folder.is_dir():
        return False
    entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return bool(entries) and all(
        path.is_dir() and all(file.is_dir() or file.suffix == ".txt" for file in path.rglob("*"))
        for path in entries
    )


def _label(value: Any) -> str | None:
    """Return a label as text; None if there is none, or there are several."""
    if is_missing(value):
        return None
    try:
        return label_name(value)
    except ValueError:
        return None
