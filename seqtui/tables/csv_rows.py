"""Read rows of CSV and TSV."""

import csv
from collections.abc import Iterator

from seqtui.errors import InputError
from seqtui.tables.dialect import reader_settings
from seqtui.tables.layout import Layout
from seqtui.tables.lines import MAX_ROW_BYTES, TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, Row, RowErrors
from seqtui.tables.selection import ColumnSelection

_MAX_LINES = 1 << 16  # of a row
_SUSPICIOUS_LINES = 20  # of a row: an unpaired quote may have joined rows
_REMEDY = "--quoting none or backslash reads other quoting styles"
_CSV_PROBLEMS = {
    "unexpected end": f"a quote is opened and never closed; {_REMEDY}",
    "expected after": "a closing quote in the middle of a field; quotes inside a field are doubled; "
    + _REMEDY,
    "new-line character": "a carriage return outside of quotes; lines end in LF or CRLF",
}


class CsvReader:
    """Reader of CSV rows.

    It is also the iterator of decoded lines that ``csv.reader`` reads from, and stores the lines of each row.

    Args:
        lines: Lines of the file.
        layout: Layout of the file.
    """

    def __init__(self, lines: Lines, layout: Layout) -> None:
        csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW_BYTES))
        self._lines = lines
        self._layout = layout
        self._reader = csv.reader(
            self, delimiter=layout.separator, strict=True, **reader_settings(layout.quoting)
        )
        self._start_row()

    def _start_row(self) -> None:
        self._first = self._lines.number + 1
        self._row_lines: list[bytes] = []
        self._size = 0
        self._not_utf8: str | None = None

    def __iter__(self) -> "CsvReader":
        return self

    def __next__(self) -> str:
        line = self._lines.read()
        if not line:
            raise StopIteration
        self._row_lines.append(line)
        self._size += len(line)
        if self._size > MAX_ROW_BYTES or len(self._row_lines) > _MAX_LINES:
            raise csv.Error("unexpected end")  # stop reading this row
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            self._not_utf8 = self._not_utf8 or not_utf8(error, self._lines.number)
            return line.decode(errors="replace")

    def header(self, name: str) -> list[str]:
        """Read the header and return the column names; without a header they are numbers from 1.

        Args:
            name: Name of the file in messages.

        Raises:
            InputError: If there is no row, or it cannot be read; the message names the line.
        """
        try:
            for _ in range(self._layout.skip_lines):
                self._lines.read()
            while True:
                self._start_row()
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
            self._lines.push_back(self._row_lines)
            return [str(number) for number in range(1, len(row) + 1)]
        return fill_names(row)

    def rows(self, columns: list[str], selection: ColumnSelection, row_errors: RowErrors) -> Iterator[Row]:
        """Yield the rows after the header.

        Args:
            columns: Column names.
            selection: Columns to read.
            row_errors: Collects rows that cannot be read.
        """
        index = columns.index(selection.text)
        label = None if selection.label is None else columns.index(selection.label)
        while not self._lines.is_at_end:
            self._start_row()
            try:
                row = next(self._reader)
                if not row:
                    if len(columns) > 1:
                        continue  # an empty line
                    row = [""]  # an empty cell, if there is only one column
                if self._not_utf8:
                    raise ValueError(self._not_utf8)
                if len(row) != len(columns):
                    raise ValueError(f"{_fields(len(row))}, the header has {len(columns)}")
                y_true = UNLABELLED if label is None else selection.label_index(row[label])
            except StopIteration:
                return
            except csv.Error as error:
                # An unclosed quote loses only its first line; the other lines are read again.
                self._lines.push_back(self._row_lines[1:])
                row_errors.add(self._first, _csv_problem(error), self._row_lines[0])
            except (ValueError, TooLongError) as error:
                row_errors.add(self._first, str(error) or TOO_LONG, b"".join(self._row_lines) or None)
            else:
                if len(self._row_lines) > _SUSPICIOUS_LINES:
                    row_errors.warn_of_long_row(self._first, len(self._row_lines))
                yield Row(row[index], y_true, row, self._size, self._first)


def fill_names(header: list[str]) -> list[str]:
    """Return a header in which each unnamed column has a name, such as ``column 3``."""
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
    return next(
        (problem for part, problem in _CSV_PROBLEMS.items() if part in str(error)), str(error) or TOO_LONG
    )


def _fields(count: int) -> str:
    return f"{count} field{'s' if count > 1 else ''}"
