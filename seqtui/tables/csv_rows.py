"""Rows of CSV and TSV."""

import csv
from collections.abc import Iterator

from seqtui.errors import InputError
from seqtui.tables.dialect import reader_settings
from seqtui.tables.layout import Layout
from seqtui.tables.lines import LONGEST, TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, ColumnSelection, Row, RowErrors

_MOST_LINES = 1 << 16  # of a row
_SUSPICIOUS_LINES = 20  # of a row: a quote may have swallowed other rows
_WAYS = "--quoting none or backslash reads other ways of quoting"
_CSV_PROBLEMS = {
    "unexpected end": f"a quote is opened and never closed; {_WAYS}",
    "expected after": "a closing quote in the middle of a field; quotes inside a field are doubled; " + _WAYS,
    "new-line character": "a carriage return outside of quotes; lines end in LF or CRLF",
}


class CsvReading:
    """Rows of CSV; an iterator of decoded lines that remembers those of the row at hand."""

    def __init__(self, lines: Lines, layout: Layout) -> None:
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
        self._lines = lines
        self._layout = layout
        self._reader = csv.reader(
            self, delimiter=layout.separator, strict=True, **reader_settings(layout.quoting)
        )
        self._begin()

    def _begin(self) -> None:
        self._first = self._lines.number + 1
        self._held: list[bytes] = []
        self._size = 0
        self._not_utf8: str | None = None

    def __iter__(self) -> "CsvReading":
        return self

    def __next__(self) -> str:
        line = self._lines.read()
        if not line:
            raise StopIteration
        self._held.append(line)
        self._size += len(line)
        if self._size > LONGEST or len(self._held) > _MOST_LINES:
            raise csv.Error("unexpected end")  # the row is given up where its memory ends
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            self._not_utf8 = self._not_utf8 or not_utf8(error, self._lines.number)
            return line.decode(errors="replace")

    def header(self, name: str) -> list[str]:
        """The names of the columns, from the first row or, without a header, by their number.

        A column without a name is called ``column 3`` after its number.

        Raises:
            InputError: If there is no row; the message names the line.
        """
        try:
            for _ in range(self._layout.skip_lines):
                self._lines.read()
            while True:
                self._begin()
                row = next(self._reader)
                if row:
                    break
        except StopIteration:
            raise InputError(f"{name}, line 1: no header, the file is empty") from None
        except (csv.Error, TooLongError) as error:
            raise InputError(f"{name}, line {self._first}: {_csv_problem(error)}") from error
        if self._not_utf8:
            raise InputError(f"{name}, line {self._first}: {self._not_utf8}")
        if not self._layout.header:
            self._lines.give_back(self._held)
            return [str(number) for number in range(1, len(row) + 1)]
        return named(row)

    def rows(self, columns: list[str], selection: ColumnSelection, row_errors: RowErrors) -> Iterator[Row]:
        """The other rows."""
        index = columns.index(selection.text)
        label = None if selection.label is None else columns.index(selection.label)
        while not self._lines.is_at_end:
            self._begin()
            try:
                row = next(self._reader)
                if not row:
                    if len(columns) > 1:
                        continue  # an empty line
                    row = [""]  # in a table of one column it is an empty cell
                if self._not_utf8:
                    raise ValueError(self._not_utf8)
                if len(row) != len(columns):
                    raise ValueError(f"{_fields(len(row))}, the header has {len(columns)}")
                y_true = UNLABELLED if label is None else selection.label_index(row[label])
            except StopIteration:
                return
            except csv.Error as error:
                # Only its first line is lost to an open quote; what that swallowed is read again.
                self._lines.give_back(self._held[1:])
                row_errors.add(self._first, _csv_problem(error), self._held[0])
            except (ValueError, TooLongError) as error:
                row_errors.add(self._first, str(error) or TOO_LONG, b"".join(self._held) or None)
            else:
                if len(self._held) > _SUSPICIOUS_LINES:
                    row_errors.warn_of_long_row(self._first, len(self._held))
                yield Row(row[index], y_true, row, self._size, self._first)


def named(header: list[str]) -> list[str]:
    """A header in which every column has a name, of its own where the file gives none."""
    taken = set(header)
    names = []
    for number, name in enumerate(header, 1):
        if not name.strip():
            name = f"column {number}"
            while name in taken:
                name += "_"
        names.append(name)
    return names


def _csv_problem(error: Exception) -> str:
    return next((said for part, said in _CSV_PROBLEMS.items() if part in str(error)), str(error) or TOO_LONG)


def _fields(count: int) -> str:
    return f"{count} field{'s' if count > 1 else ''}"
