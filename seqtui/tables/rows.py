"""Rows, chunks and tables of reviews, and the rows that cannot be read."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from seqtui.errors import InputError
from seqtui.tables.streams import Source

UNLABELLED = -1
"""``y_true`` of a row without a label."""

RESULT_COLUMNS = ("label", "probability", "probabilities")
"""Keys that scoring adds to a row of JSON."""

RESULT_PREFIX = "predicted_"
"""Prefix of an added column if the input already has a column with its name."""

_CHUNK_ROWS = 2048  # rows in memory at once: enough to batch reviews of similar length
_CHUNK_BYTES = 1 << 23  # fewer rows if they are long


class Row(NamedTuple):
    """One review.

    Args:
        text: The review.
        y_true: Index of its true label among the class names, or UNLABELLED.
        values: Values of all columns, in order or by name.
        size: Bytes of the row in the file.
        number: Line of the file where the row starts, from 1.
    """

    text: str
    y_true: int
    values: list[str] | dict[str, Any]
    size: int
    number: int


@dataclass(frozen=True)
class Chunk:
    """Consecutive rows that are read and scored together.

    Args:
        texts: The reviews.
        y_true: Index of each true label, as in :class:`Row`.
        values: All columns: a list of rows, or a pyarrow.RecordBatch.
        share: Fraction of the source read so far, 0 to 1; None if its size is unknown.
        numbers: Line of each row in the file, or row number if the format has no lines; from 1.
    """

    texts: list[str]
    y_true: list[int]
    values: Any
    share: float | None
    numbers: list[int]

    def column(self, columns: list[str], name: str) -> list[Any]:
        """Return the values of a column.

        Args:
            columns: Column names of the table, in order.
            name: Name of the column.
        """
        if not isinstance(self.values, list):
            return python_values(self.values.column(columns.index(name)))
        if self.values and isinstance(self.values[0], dict):
            return [row.get(name) for row in self.values]
        index = columns.index(name)
        return [row[index] for row in self.values]


@dataclass(frozen=True)
class Span:
    """A part of a file that starts and ends between two rows.

    Args:
        start: First byte, or first row of Parquet, from 0. Default: 0.
        end: Byte or row after the last one. Default: the end of the file.
        line: Lines of the file before the span. Default: 0.
        columns: Column names of the whole file, for formats without a header. Default: read from the span.
    """

    start: int = 0
    end: int | None = None
    line: int = 0
    columns: tuple[str, ...] = ()


def python_values(column: Any) -> list[Any]:
    """Convert an Arrow array to Python values, or to text if Python has no such type (nanoseconds).

    Raises:
        InputError: If they cannot be converted to text either.
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
    except (ValueError, OverflowError, NotImplementedError) as error:  # also Arrow's
        raise InputError(
            f"a column of {column.type} holds values that cannot be converted to text; remove the column"
        ) from error
    return list(values)


class Table:
    """A table that can be read once, row by row or in chunks.

    Args:
        columns: Column names.
        source: File that the table is read from.
        rows: The rows.

    Attributes:
        schema: The pyarrow schema, if the source has one.
        notes: Remarks on how the table is read, one line each.
    """

    schema: Any = None
    notes: Sequence[str] = ()

    def __init__(self, columns: list[str], source: Source, rows: Iterable[Row]) -> None:
        self.columns = columns
        self.source = source
        self._rows = rows

    def rows(self) -> Iterable[Row]:
        """Return the rows, one at a time."""
        return self._rows

    def chunks(self) -> Iterator[Chunk]:
        """Yield chunks of rows, small enough that memory is bounded for long rows too."""
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
        """Return rows as one chunk."""
        return Chunk(
            [row.text for row in rows],
            [row.y_true for row in rows],
            [row.values for row in rows],
            self.source.share,
            [row.number for row in rows],
        )


class RowErrors:
    """Collects the rows of a file that cannot be read, and counts suspicious ones.

    Args:
        name: Name of the file in messages.
        file: Receives such rows as lines of JSON. Default: the first such row raises an error.
        hint: Appended to that error's message.
        with_name: Write the file's name in each line, if several files share ``file``. Default: False.

    Attributes:
        count: Rows collected.
    """

    def __init__(
        self,
        name: str,
        file: BinaryIO | None = None,
        hint: str = " (--errors FILE collects such rows)",
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
        """Add a row that cannot be read.

        Args:
            number: Line where the row starts, or row number if the format has no lines; from 1.
            reason: What is wrong.
            raw: Bytes of the row. Default: unknown.
            unit: What ``number`` counts, ``line`` or ``row``. Default: ``line``.

        Raises:
            InputError: If there is no file for such rows.
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
        """Record a warning about a row with suspiciously many lines.

        Args:
            number: Line where the row starts.
            lines: Number of its lines.
        """
        self._long_rows.append((number, lines))

    @property
    def warnings(self) -> list[str]:
        """Warnings about suspicious rows, one line each."""
        if not self._long_rows:
            return []
        number, lines = self._long_rows[0]
        more = len(self._long_rows) - 1
        others = f" ({more:,} more row{'s' if more > 1 else ''} like it)" if more else ""
        return [
            f"{self._name}, line {number}: one row has {lines} lines{others}; if it contains an unpaired "
            "quote, --quoting none reads quotes as ordinary characters"
        ]


@contextmanager
def discard_row_errors(name: str, *, skip_rejected: bool) -> Iterator[RowErrors]:
    """Discard row errors in a first pass over a file; the second pass reports them.

    Args:
        name: Name of the file in messages.
        skip_rejected: Skip rows that cannot be read; otherwise the first one raises an error.
    """
    if not skip_rejected:
        yield RowErrors(name)
        return
    with Path(os.devnull).open("wb") as null:
        yield RowErrors(name, null)
