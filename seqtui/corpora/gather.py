"""Read the rows of a user's own texts from tables or from a folder."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from glob import glob, has_magic
from io import BytesIO
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from seqtui.corpora.choices import Choices
from seqtui.corpora.corrections import BESIDE_TABLES
from seqtui.corpora.tree import read_tree
from seqtui.errors import InputError, listed
from seqtui.tables.columns import PARTS, Columns, Part, find_columns, part_named, unused_split_column
from seqtui.tables.detection import detect_layout
from seqtui.tables.inputs import shares_of
from seqtui.tables.layout import Layout
from seqtui.tables.reading import open_table, read_head
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection, FirstColumn, check_unique, is_missing, label_name
from seqtui.tables.streams import Source, open_source

_MAX_LABEL_LENGTH = 200  # characters
_INVALID = re.compile("[\0\ud800-\udfff]")  # not allowed in an ONNX file


@dataclass
class Gathered:
    """Rows read so far, by column, with counts and warnings.

    Args:
        texts: Texts.
        labels: Names of the labels.
        parts: Sets that the source assigns, or None.
        numbers: Line or row of each text in its file; 0 if it is a file of its own.
        sources: For each file the index of its first text, and its name with what ``numbers`` count.
    """

    texts: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    parts: list[Part | None] = field(default_factory=list)
    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    sources: list[tuple[int, str]] = field(default_factory=list)
    missing_text: int = 0
    missing_label: int = 0
    rejected: int = 0
    layouts: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    files: int = 0
    _names: dict[str, str] = field(default_factory=dict)

    def begin(self, source: str) -> None:
        """Begin a file; the following rows are in it."""
        self.sources.append((len(self.texts), source))

    def add(self, text: str, label: object, part: Part | None, number: int = 0) -> None:
        """Add a row of the file that was begun last, or count it as incomplete.

        Raises:
            ValueError: If its label is too long or contains invalid characters.
        """
        if is_missing(text):
            self.missing_text += 1
        elif is_missing(label):
            self.missing_label += 1
        else:
            name = self._names.get(label) if isinstance(label, str) else None
            if name is None:
                name = label_name(label)
                if len(name) > _MAX_LABEL_LENGTH or _INVALID.search(name):
                    raise ValueError(
                        f"{name[:40]!r} is not a label (more than {_MAX_LABEL_LENGTH} characters, or invalid "
                        "characters); set the column of the labels with --label-column"
                    )
                if isinstance(label, str):
                    self._names[label] = name
            self.texts.append(text)
            self.labels.append(name)
            self.parts.append(part)
            self.numbers.append(number)

    def where(self, index: int) -> str:
        """Return the file of a text, and its line or row if there are several."""
        _, source = self.sources[bisect_right(self.sources, index, key=itemgetter(0)) - 1]
        return f"{source} {self.numbers[index]}" if self.numbers[index] else source

    def note(self, layout: Layout, path: str) -> None:
        """Record the layout of a file."""
        self.files += 1
        if layout.describe() not in self.layouts:
            self.layouts.append(layout.describe())
        self.warnings += [f"{path}: {warning}" for warning in layout.warnings]


def expand(source: str) -> list[str]:
    """Return the files that match a path or a pattern, sorted; empty if there are none.

    A pattern does not match files of corrections and labels, which lie beside the tables.
    """
    if Path(source).exists():
        return [source]
    found = glob(source, recursive=True) if has_magic(source) else []  # noqa: PTH207 - from any folder
    return sorted(path for path in found if not path.endswith(BESIDE_TABLES))


def combined(train: Gathered, test: Gathered) -> Gathered:
    """Combine training rows, which may also be validation rows, and test rows."""
    parts: list[Part | None] = [part or "train" for part in train.parts]
    parts += ["test"] * len(test.parts)
    return Gathered(
        train.texts + test.texts,
        train.labels + test.labels,
        parts,
        train.numbers + test.numbers,
        train.sources + [(len(train.texts) + first, source) for first, source in test.sources],
        train.missing_text + test.missing_text,
        train.missing_label + test.missing_label,
        train.rejected + test.rejected,
        list(dict.fromkeys(train.layouts + test.layouts)),
        train.warnings + test.warnings,
        train.files + test.files,
    )


def gather(
    source: str,
    choices: Choices,
    rejected: BinaryIO | None,
    columns: Columns | None = None,
    option: str = "--data",
    on_share: Callable[[float], None] = lambda _: None,
) -> tuple[Gathered, Columns | None]:
    """Read the rows of a table, of several with the same columns, or of a folder.

    Args:
        source: A file, a pattern of files, or a folder with one sub-folder per label.
        choices: Options that the user set.
        rejected: File for rows that cannot be read, as JSON lines. None: the first one is an error.
        columns: Columns to read. Default: detected in the first file.
        option: Option that set the source, for messages. Default: ``--data``.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Returns:
        The rows, and the columns or None for a folder.

    Raises:
        InputError: If a row cannot be read or a column cannot be detected; the message names file and line.
    """
    gathered = Gathered()
    if Path(source).is_dir():
        _gather_folder(source, choices, gathered, option, on_share)
        return gathered, None
    paths = expand(source)
    if not paths:
        raise InputError(f"{option} {source}: no such file or folder")
    choices.check()
    for path, (before, share) in zip(paths, shares_of(paths), strict=True):

        def on_file_share(done: float, before: float = before, share: float = share) -> None:
            on_share(before + share * done)

        columns = _gather_file(path, choices, rejected, columns, gathered, option, on_file_share)
    return gathered, columns


def _gather_folder(
    source: str, choices: Choices, gathered: Gathered, option: str, on_share: Callable[[float], None]
) -> None:
    if any([choices.text_column, choices.label_column, choices.split_column]):
        raise InputError(f"{option} {source}: a folder has no columns; leave out the options that name them")
    files, encoding = read_tree(Path(source), choices.encoding, on_share)
    for text, label, part, path in files:
        try:
            gathered.begin(path)
            gathered.add(text, label, part)
        except ValueError as error:
            raise InputError(f"{path}: {error}") from error
    gathered.layouts.append(f"encoding {encoding}")
    gathered.files = len(files)


def _gather_file(
    path: str, choices: Choices, rejected: BinaryIO | None, columns: Columns | None, gathered: Gathered,
    option: str, on_share: Callable[[float], None],
) -> Columns:  # fmt: skip
    with open_source(path, option) as source:
        layout = detect_layout(source, path, choices, has_columns=True, option=option)
        is_detected = columns is None
        columns = columns or _columns_of(source, path, layout, choices, rejected, option)
        row_errors = RowErrors(path, rejected, with_name=True)
        selection = ColumnSelection(columns.text, None, [], optional=True)
        table = open_table(source, layout, selection, row_errors, same_columns=False)
        if layout.format not in ("json", "jsonl"):
            _check_columns(path, columns, table.columns)
        if is_detected and (unused := unused_split_column(columns, table.columns)):
            gathered.warnings.append(
                f"{path}: the column '{unused}' is not used: not all of its values are {PARTS}"
            )
        unit = "line" if layout.has_lines else "row"
        gathered.begin(f"{path}, {unit}")
        for chunk in table.chunks():
            on_share(chunk.share or 0.0)
            labels = chunk.column(table.columns, columns.label)
            parts = chunk.column(table.columns, columns.split) if columns.split else None
            for index, (text, number) in enumerate(zip(chunk.texts, chunk.numbers, strict=True)):
                try:
                    part = _part(parts[index], columns.split) if parts else None
                    gathered.add(text, labels[index], part, number)
                except ValueError as error:
                    row_errors.add(number, str(error), text.encode("utf-8", "replace"), unit)
    gathered.note(layout, path)
    gathered.rejected += row_errors.count
    gathered.warnings += row_errors.warnings
    return columns


def check_columns(source: str, choices: Choices) -> None:
    """Check that the columns of a table, or of the first of several, are there or can be detected.

    Args:
        source: A file, or a pattern of files.
        choices: Options that the user set.

    Raises:
        InputError: If they cannot be found, or the file has no rows.
    """
    path = expand(source)[0]
    with open_source(path, "--data") as file:
        layout = detect_layout(file, path, choices.check(), has_columns=True, option="--data")
        _columns_of(file, path, layout, choices, None if choices.errors is None else BytesIO(), "--data")


def _columns_of(
    source: Source, path: str, layout: Layout, choices: Choices, rejected: BinaryIO | None, option: str
) -> Columns:
    """Return the columns of a table, chosen by the user or detected in its first rows."""
    names, sample = read_head(source, layout)
    if not any(sample.values()):
        with open_source(path, option) as again:  # raises the error of the first row
            list(open_table(again, layout, FirstColumn(), RowErrors(path, rejected), False).rows())
        raise InputError(f"{path}: no texts")
    found = find_columns(path, sample, choices.text_column, choices.label_column, choices.split_column)
    for name in found:
        if name is not None:
            check_unique(name, names.count(name), path)
    return found


def _check_columns(path: str, wanted: Columns, names: list[str]) -> None:
    for name in wanted:
        if name is not None and name not in names:
            raise InputError(
                f"{path}: no column '{name}', which the first file has; its columns are: {listed(names)}"
            )


def _part(value: object, column: str | None) -> Part:
    part = part_named(value)
    if part is None:
        raise ValueError(f"its '{column}' is {str(value)[:40]!r}, none of {PARTS}")
    return part
