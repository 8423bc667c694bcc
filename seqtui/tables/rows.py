"""Rows of reviews: what the readers make and the writers take."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from seqtui.errors import InputError, listed
from seqtui.tables.streams import Source

UNLABELLED = -1
"""The truth of a row that does not tell it."""

RESULTS = ("label", "probability", "probabilities")
"""What a scored row of JSON has beside its own columns."""

TAKEN = "predicted_"
"""Stands in front of a result's name that a column of the input has already."""

_WINDOW = 2048  # rows in memory at once: enough to find company of the same length for each
_WINDOW_BYTES = 1 << 23  # fewer rows if they are long


class Row(NamedTuple):
    """One review.

    Args:
        text: The review.
        truth: The place of its true label among the network's, or UNLABELLED.
        values: All its columns: their values in order, or by name.
        size: Bytes that it had in the file.
        number: Its first line in the file.
    """

    text: str
    truth: int
    values: list[str] | dict[str, Any]
    size: int
    number: int


@dataclass(frozen=True)
class Window:
    """Rows that are scored together.

    Args:
        texts: The reviews.
        truths: A true label each, as in :class:`Row`.
        values: The columns of all of them: a list of rows, or a pyarrow.RecordBatch.
        share: How much of the source has been read behind them, 0 to 1, if that is known.
        numbers: The line of each in the file, or the row where a format has no lines; from 1.
    """

    texts: list[str]
    truths: list[int]
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
        place = columns.index(name)
        return [row[place] for row in self.values]


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

    def windows(self) -> Iterator[Window]:
        """The rows, so many at a time that memory is bounded whatever they hold."""
        rows: list[Row] = []
        size = 0
        for row in self._rows:
            rows.append(row)
            size += row.size
            if len(rows) == _WINDOW or size > _WINDOW_BYTES:
                yield self._window(rows)
                rows, size = [], 0
        if rows:
            yield self._window(rows)

    def _window(self, rows: list[Row]) -> Window:
        return Window(
            [row.text for row in rows],
            [row.truth for row in rows],
            [row.values for row in rows],
            self.source.share,
            [row.number for row in rows],
        )


class Rejects:
    """What becomes of a row that cannot be read.

    Args:
        name: How messages call the source.
        file: Takes such rows as lines of JSON. Default: the first one is an error.
        hint: What the message of that error ends with.
    """

    def __init__(
        self,
        name: str,
        file: BinaryIO | None = None,
        hint: str = " (--errors FILE would set such rows aside)",
    ) -> None:
        self.count = 0
        self._hint = hint
        self._name = name
        self._file = file

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
        self._file.write(msgspec.json.encode({unit: number, "reason": reason, "raw": content}) + b"\n")


@contextmanager
def unwritten_rejects(name: str, *, sets_aside: bool) -> Iterator[Rejects]:
    """Rows that cannot be read, in a first look at a file: those who read it again set them aside.

    Args:
        name: How messages call the file.
        sets_aside: Whether they are set aside, or the first one is an error.
    """
    if not sets_aside:
        yield Rejects(name)
        return
    with Path(os.devnull).open("wb") as nowhere:
        yield Rejects(name, nowhere)


class Asked:
    """The columns that a table is read for.

    Args:
        text: The column of the reviews.
        label: The column of their true labels. Default: none is read.
        labels: The network's labels.
        optional: Whether a row may lack its text, which is then empty.
    """

    def __init__(self, text: str, label: str | None, labels: list[str], *, optional: bool = False) -> None:
        self.text = text
        self.optional = optional
        self.label = label
        self._expected = ", ".join(labels)
        self._places = {label: place for place, label in enumerate(labels)}
        if not any(label.isdecimal() for label in labels):
            self._places |= {str(place): place for place in range(len(labels))}
            self._expected += f", nor a number below {len(labels)}"

    def check(self, columns: list[str], name: str) -> None:
        """See that the columns are there, once each.

        Raises:
            InputError: If one is not; the message names those that are.
        """
        for column, option in ((self.text, "--text-column"), (self.label, "--label-column")):
            if column is None:
                continue
            if column not in columns:
                known = listed(columns)
                raise InputError(f"{name}: no column '{column}'; use {option} with one of: {known}")
            if columns.count(column) > 1:
                raise InputError(f"{name}: {columns.count(column)} columns are called '{column}'; rename one")

    def truth(self, value: object) -> int:
        """The place of a true label.

        Args:
            value: The label's name, or its place counted from 0. None and an empty one tell nothing.

        Raises:
            ValueError: If the network has no such label.
        """
        if is_missing(value):
            return UNLABELLED
        label = label_name(value)
        if label in self._places:
            return self._places[label]
        if isinstance(value, bool) and str(int(value)) in self._places:
            return self._places[str(int(value))]
        raise ValueError(f"its label '{label[:40]}' is none of {self._expected}")


class Anything(Asked):
    """Asks for no column in particular: for a look at a table before its columns are chosen."""

    def __init__(self) -> None:
        super().__init__("", None, [], optional=True)

    def check(self, columns: list[str], name: str) -> None:
        """Take the first column."""
        if not columns:
            raise InputError(f"{name}: there is no column of text")
        self.text = columns[0]


def is_missing(value: object) -> bool:
    """Whether a cell says nothing: null, not a number, or no more than spaces."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def label_name(value: object) -> str:
    """How a label is called: ``true`` for a truth of JSON, ``4`` for the number 4.0, no space around it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
