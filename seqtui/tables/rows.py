"""Rows of reviews: what the readers make and the writers take."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from seqtui.errors import InputError, listed
from seqtui.tables.streams import Source

UNLABELLED = -1
"""``y_true`` of a row without a label."""

RESULTS = ("label", "probability", "probabilities")
"""What a scored row of JSON has beside its own columns."""

TAKEN = "predicted_"
"""Stands in front of a result's name that a column of the input has already."""

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_WHOLE = re.compile(r"^([+-]?\d+)\.0+$")  # 4.0, which is 4
_CHUNK_ROWS = 2048  # rows in memory at once: enough to find company of the same length for each
_CHUNK_BYTES = 1 << 23  # fewer rows if they are long


class Row(NamedTuple):
    """One review.

    Args:
        text: The review.
        y_true: The index of its true label among the network's, or UNLABELLED.
        values: All its columns: their values in order, or by name.
        size: Bytes that it had in the file.
        number: Its first line in the file.
    """

    text: str
    y_true: int
    values: list[str] | dict[str, Any]
    size: int
    number: int


@dataclass(frozen=True)
class Chunk:
    """Rows that are scored together.

    Args:
        texts: The reviews.
        y_true: A true label each, as in :class:`Row`.
        values: The columns of all of them: a list of rows, or a pyarrow.RecordBatch.
        share: How much of the source has been read behind them, 0 to 1, if that is known.
        numbers: The line of each in the file, or the row where a format has no lines; from 1.
    """

    texts: list[str]
    y_true: list[int]
    values: Any
    share: float | None
    numbers: list[int]

    def column(self, columns: list[str], name: str) -> list[Any]:
        """The values of one of its columns.

        Args:
            columns: The table's, in order.
            name: The one.
        """
        if not isinstance(self.values, list):
            return python_values(self.values.column(columns.index(name)))
        if self.values and isinstance(self.values[0], dict):
            return [row.get(name) for row in self.values]
        index = columns.index(name)
        return [row[index] for row in self.values]


@dataclass(frozen=True)
class Span:
    """A part of a file, from the beginning of a row to the end of one.

    Args:
        start: Its first byte; of Parquet its first row, from 0.
        end: The byte, or row, behind its last one. Default: the end of the file.
        line: How many lines of the file lie before it.
        columns: Those of the whole, where the format does not tell them at the beginning of a file.
    """

    start: int = 0
    end: int | None = None
    line: int = 0
    columns: tuple[str, ...] = ()


def python_values(column: Any) -> list[Any]:
    """An Arrow array as Python values; text where Python has none, say of nanoseconds.

    Raises:
        InputError: If there is no text of them either.
    """
    try:
        try:
            values = column.to_pylist()
        except UnicodeDecodeError:
            values = [value and value.decode(errors="replace") for value in column.cast("binary").to_pylist()]
        except (ValueError, OverflowError):
            values = column.cast("string").to_pylist()
        if str(column.type) in ("binary", "large_binary"):
            values = [value and value.decode(errors="replace") for value in values]
    except (ValueError, OverflowError, NotImplementedError) as error:  # Arrow's own are among them
        raise InputError(
            f"a column of {column.type} holds values that cannot be told; leave it out"
        ) from error
    return list(values)


class Table:
    """A source of rows. Its columns are known before its first row is asked for.

    Args:
        columns: Their names.
        source: Where it is read from.
        rows: The rows.
    """

    schema: Any = None  # pyarrow's, where the source has one
    notes: Sequence[str] = ()  # what a user must know of how it is read

    def __init__(self, columns: list[str], source: Source, rows: Iterable[Row]) -> None:
        self.columns = columns
        self.source = source
        self._rows = rows

    def rows(self) -> Iterable[Row]:
        """The rows, one at a time."""
        return self._rows

    def chunks(self) -> Iterator[Chunk]:
        """The rows, so many at a time that memory is bounded whatever they hold."""
        rows: list[Row] = []
        size = 0
        for row in self._rows:
            rows.append(row)
            size += row.size
            if len(rows) == _CHUNK_ROWS or size > _CHUNK_BYTES:
                yield self.chunk(rows)
                rows, size = [], 0
        if rows:
            yield self.chunk(rows)

    def chunk(self, rows: list[Row]) -> Chunk:
        """Rows as one chunk."""
        return Chunk(
            [row.text for row in rows],
            [row.y_true for row in rows],
            [row.values for row in rows],
            self.source.share,
            [row.number for row in rows],
        )


class RowErrors:
    """Handles the rows of one file that cannot be read, and counts those that look doubtful.

    Args:
        name: How messages call the file.
        file: Takes such rows as lines of JSON. Default: the first one is an error.
        hint: The end of that error's message.
        with_name: Whether each line names the file, for where several files share one. Default: False.
    """

    def __init__(
        self,
        name: str,
        file: BinaryIO | None = None,
        hint: str = " (--errors FILE would set such rows aside)",
        *,
        with_name: bool = False,
    ) -> None:
        self.count = 0
        self._hint = hint
        self._name = name
        self._file = file
        self._with_name = with_name
        self._long_rows: list[tuple[int, int]] = []

    def add(self, number: int, reason: str, raw: bytes | None = None, unit: str = "line") -> None:
        """Set a row aside.

        Args:
            number: Of its first line in the file, or of the row where a format has no lines; from 1.
            reason: What is wrong with it.
            raw: The row as it was read, if it was.
            unit: What the number counts.

        Raises:
            InputError: If rows are not to be set aside.
        """
        if self._file is None:
            raise InputError(f"{self._name}, {unit} {number}: {reason}{self._hint}")
        self.count += 1
        content = None if raw is None else raw.decode("utf-8", "backslashreplace")
        record = {unit: number, "reason": reason, "raw": content}
        if self._with_name:
            record = {"file": self._name, **record}
        self._file.write(msgspec.json.encode(record) + b"\n")

    def warn_of_long_row(self, number: int, lines: int) -> None:
        """Note a row of suspiciously many lines.

        Args:
            number: Its first line.
            lines: How many it has.
        """
        self._long_rows.append((number, lines))

    @property
    def warnings(self) -> list[str]:
        """What looked doubtful while reading, a line each."""
        if not self._long_rows:
            return []
        number, lines = self._long_rows[0]
        more = len(self._long_rows) - 1
        others = f" ({more:,} more row{'s' if more > 1 else ''} like it)" if more else ""
        return [
            f"{self._name}, line {number}: one row has {lines} lines{others}; if a quote in it is a letter, "
            "--quoting none reads it as one"
        ]


@contextmanager
def discard_row_errors(name: str, *, set_aside: bool) -> Iterator[RowErrors]:
    """Rows that cannot be read, in a first look at a file: those who read it again set them aside.

    Args:
        name: How messages call the file.
        set_aside: Whether they are set aside, or the first one is an error.
    """
    if not set_aside:
        yield RowErrors(name)
        return
    with Path(os.devnull).open("wb") as nowhere:
        yield RowErrors(name, nowhere)


class ColumnSelection:
    """The columns that a table is read for.

    Args:
        text: The column of the texts.
        label: The column of their true labels. Default: none is read.
        labels: The network's labels.
        optional: Whether a row may lack its text, which is then empty. Default: False.
        normalize: Whether labels that differ in case and spaces alone are the same. Default: False.

    Attributes:
        used_indices: Whether true labels were numbers that stand for the labels' indices.
    """

    def __init__(
        self, text: str, label: str | None, labels: list[str], *, optional: bool = False,
        normalize: bool = False,
    ) -> None:  # fmt: skip
        self.text = text
        self.optional = optional
        self.label = label
        self.used_indices = False
        self._normalize = normalize
        self._expected = ", ".join(labels)
        self._indices = {self._key(label_name(label)): index for index, label in enumerate(labels)}
        self._by_number = {
            number: i for i, label in enumerate(labels) if (number := _number(label)) is not None
        }
        if not self._by_number:
            self._expected += f", nor an index below {len(labels)}"
        self._count = len(labels)

    def check(self, columns: list[str], name: str) -> None:
        """Check that the columns are there, once each; spaces around a column's name do not count.

        Raises:
            InputError: If one is not; the message names those that are.
        """
        self.text = find_column(self.text, columns, f"{name}: no column", "--text-column")
        if self.label is not None:
            self.label = find_column(self.label, columns, f"{name}: no column", "--label-column")

    def label_index(self, value: object) -> int:
        """The index of a true label among the network's labels.

        Args:
            value: The label. None and an empty one say nothing. Numbers are equal as numbers: ``1.0`` is
                ``1``. Where no label of the network is a number, a number is an index, counted from 0.

        Returns:
            The index, or UNLABELLED.

        Raises:
            ValueError: If the network has no such label.
        """
        if is_missing(value):
            return UNLABELLED
        label = label_name(value)
        found = self._indices.get(self._key(label))
        if found is None and (number := _number(label, value)) is not None:
            found = self._by_number.get(number)
            if found is None and not self._by_number and number in range(self._count):
                found, self.used_indices = int(number), True
        if found is None:
            raise ValueError(f"its label '{label[:40]}' is none of {self._expected}")
        return found

    def _key(self, label: str) -> str:
        return normalized_label(label) if self._normalize else label


def find_column(wanted: str, columns: Sequence[str], problem: str, option: str) -> str:
    """The column that is called so, up to spaces around its name.

    Args:
        wanted: The name.
        columns: Those that there are.
        problem: How an error begins, as in ``reviews.csv: no column``.
        option: The option that names another one.

    Raises:
        InputError: If there is none, or more than one.
    """
    alike = [name for name in columns if name == wanted] or [
        name for name in columns if name.strip() == wanted.strip()
    ]
    if not alike:
        raise InputError(f"{problem} '{wanted}'; use {option} with one of: {listed(list(columns))}")
    if len(alike) > 1:
        where = problem.removesuffix(": no column")
        raise InputError(f"{where}: {len(alike)} columns are called '{wanted}'; rename one")
    return alike[0]


class FirstColumn(ColumnSelection):
    """Asks for no column in particular: for a look at a table before its columns are chosen."""

    def __init__(self) -> None:
        super().__init__("", None, [], optional=True)

    def check(self, columns: list[str], name: str) -> None:
        """Take the first column."""
        if not columns:
            raise InputError(f"{name}: there is no column of text")
        self.text = columns[0]


def is_missing(value: object) -> bool:
    """Whether a cell says nothing: null, not a number, no more than spaces, or an empty list."""
    return value is None or value != value or value == [] or (isinstance(value, str) and not value.strip())


def label_name(value: object) -> str:
    """The name of a label.

    Args:
        value: A text; a number; true or false; or a list of one of them.

    Returns:
        ``true`` for a true of JSON, ``4`` for the number 4.0 and the text ``4.0``, no space around it.

    Raises:
        ValueError: If it is a list of several labels.

    Example:
        >>> label_name(4.0), label_name(" 4.0"), label_name(["good"]), label_name(True)
        ('4', '4', 'good', 'true')
    """
    if isinstance(value, list):
        if len(value) > 1:
            names = listed([label_name(one) for one in value])
            raise ValueError(f"it has {len(value)} labels ({names}); a text can have one label only")
        value = value[0] if value else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    name = str(value).strip()
    return _WHOLE.sub(r"\1", name)


def normalized_label(name: str) -> str:
    """A label's name without differences in case and spaces."""
    return " ".join(name.casefold().split())


def _number(label: str, value: object = None) -> float | None:
    """The number that a label is; None if it is none."""
    if isinstance(value, bool):
        return float(value)
    return float(label) if _NUMBER.fullmatch(label) else None
