"""Read the rows of a user's own texts from tables or from a folder."""

import re
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO, NamedTuple

from seqtui.corpora.choices import Choices
from seqtui.corpora.corrections import SUFFIX as CORRECTIONS_SUFFIX
from seqtui.corpora.tree import read_tree
from seqtui.errors import InputError, listed
from seqtui.tables.columns import PARTS, Columns, Part, find_columns, part_named
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import Layout
from seqtui.tables.reading import open_table, read_head
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection, FirstColumn, is_missing, label_name
from seqtui.tables.streams import open_source

_MAX_LABEL_LENGTH = 200  # characters
_INVALID = re.compile("[\0\ud800-\udfff]")  # not allowed in an ONNX file


class Review(NamedTuple):
    """One row. ``part`` is the set that the source assigns, or None; ``where`` is its file and line."""

    text: str
    label: str
    part: Part | None
    where: str


@dataclass
class Gathered:
    """Rows read so far, with counts and warnings."""

    reviews: list[Review] = field(default_factory=list)
    missing_text: int = 0
    missing_label: int = 0
    rejected: int = 0
    layouts: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    files: int = 0

    def add(self, text: str, label: object, part: Part | None, where: str) -> None:
        """Add a row, or count it as incomplete.

        Raises:
            ValueError: If its label is too long or contains invalid characters.
        """
        if is_missing(text):
            self.missing_text += 1
        elif is_missing(label):
            self.missing_label += 1
        else:
            name = label_name(label)
            if len(name) > _MAX_LABEL_LENGTH or _INVALID.search(name):
                raise ValueError(
                    f"{name[:40]!r} is not a label (more than {_MAX_LABEL_LENGTH} characters, or invalid "
                    "characters); set the column of the labels with --label-column"
                )
            self.reviews.append(Review(text, name, part, where))

    def note(self, layout: Layout, path: str) -> None:
        """Record the layout of a file."""
        self.files += 1
        if layout.describe() not in self.layouts:
            self.layouts.append(layout.describe())
        self.warnings += [f"{path}: {warning}" for warning in layout.warnings]


def expand(source: str) -> list[str]:
    """Return the files that match a path or a pattern, sorted; empty if there are none.

    A pattern does not match corrections files, which lie beside the tables.
    """
    if Path(source).exists():
        return [source]
    found = glob(source, recursive=True) if has_magic(source) else []  # noqa: PTH207 - from any folder
    return sorted(path for path in found if not path.endswith(CORRECTIONS_SUFFIX))


def combined(train: Gathered, test: Gathered) -> Gathered:
    """Combine training rows, which may also be validation rows, and test rows."""
    return Gathered(
        [review._replace(part=review.part or "train") for review in train.reviews]
        + [review._replace(part="test") for review in test.reviews],
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
) -> tuple[Gathered, Columns | None]:
    """Read the rows of a table, of several with the same columns, or of a folder.

    Args:
        source: A file, a pattern of files, or a folder with one sub-folder per label.
        choices: Options that the user set.
        rejected: File for rows that cannot be read, as JSON lines. None: the first one is an error.
        columns: Columns to read. Default: detected in the first file.
        option: Option that set the source, for messages. Default: ``--data``.

    Returns:
        The rows, and the columns or None for a folder.

    Raises:
        InputError: If a row cannot be read or a column cannot be detected; the message names file and line.
    """
    gathered = Gathered()
    if Path(source).is_dir():
        _gather_folder(source, choices, gathered, option)
        return gathered, None
    paths = expand(source)
    if not paths:
        raise InputError(f"{option} {source}: no such file or folder")
    choices.check()
    for path in paths:
        columns = _gather_file(path, choices, rejected, columns, gathered, option)
    return gathered, columns


def _gather_folder(source: str, choices: Choices, gathered: Gathered, option: str) -> None:
    if any([choices.text_column, choices.label_column, choices.split_column]):
        raise InputError(f"{option} {source}: a folder has no columns; leave out the options that name them")
    files, encoding = read_tree(Path(source), choices.encoding)
    for text, label, part, path in files:
        try:
            gathered.add(text, label, part, path)
        except ValueError as error:
            raise InputError(f"{path}: {error}") from error
    gathered.layouts.append(f"encoding {encoding}")
    gathered.files = len(files)


def _gather_file(
    path: str, choices: Choices, rejected: BinaryIO | None, columns: Columns | None, gathered: Gathered,
    option: str,
) -> Columns:  # fmt: skip
    with open_source(path, option) as source:
        layout = detect_layout(source, path, choices, has_columns=True, option=option)
        if columns is None:
            _, sample = read_head(source, layout)
            if not any(sample.values()):
                with open_source(path, option) as again:  # raises the error of the first row
                    list(open_table(again, layout, FirstColumn(), RowErrors(path, rejected), False).rows())
                raise InputError(f"{path}: no texts")
            columns = find_columns(
                path, sample, choices.text_column, choices.label_column, choices.split_column
            )
        row_errors = RowErrors(path, rejected, with_name=True)
        selection = ColumnSelection(columns.text, None, [], optional=True)
        table = open_table(source, layout, selection, row_errors, same_columns=False)
        if layout.format not in ("json", "jsonl"):
            _check_columns(path, columns, table.columns)
        unit = "line" if layout.has_lines else "row"
        for chunk in table.chunks():
            labels = chunk.column(table.columns, columns.label)
            parts = chunk.column(table.columns, columns.split) if columns.split else None
            for index, (text, number) in enumerate(zip(chunk.texts, chunk.numbers, strict=True)):
                try:
                    part = _part(parts[index], columns.split) if parts else None
                    gathered.add(text, labels[index], part, f"{path}, {unit} {number}")
                except ValueError as error:
                    row_errors.add(number, str(error), text.encode("utf-8", "replace"), unit)
    gathered.note(layout, path)
    gathered.rejected += row_errors.count
    gathered.warnings += row_errors.warnings
    return columns


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
