"""Reviews from CSV, TSV, JSON lines and text lines, with the line of whatever is wrong."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from seqtui.errors import InputError, listed
from seqtui.tables.rows import RESULTS, TAKEN, UNLABELLED, Asked, Rejects, Row, Span, Table
from seqtui.tables.streams import STANDARD, Source, ending
from seqtui.unpacking import DAMAGED

LONGEST = 1 << 24
"""Bytes of the longest row: what goes on for longer is a broken file, and must not fill the memory."""

_MOST_LINES = 1 << 16  # of a row
TOO_LONG = f"longer than {LONGEST >> 20} MiB"
ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
"""What an input's ending means."""

_UTF8_MARK, _UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_JSON_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_CSV_PROBLEMS = {
    "unexpected end": "a quote is opened and never closed",
    "expected after": "a closing quote in the middle of a field; quotes inside a field are doubled",
    "new-line character": "a carriage return outside of quotes; lines end in LF or CRLF",
}


def format_of(source: Source, path: str, has_columns: bool) -> str:
    """The format of a source: by its ending, else by how it begins.

    Args:
        source: It, open.
        path: As the user wrote it.
        has_columns: Whether a column was asked for; text lines have none.

    Returns:
        ``csv``, ``tsv``, ``jsonl``, ``parquet`` or ``lines``.
    """
    kind = ending(path) if path != STANDARD else ""
    if kind in ENDINGS:
        return ENDINGS[kind]
    start = source.start()
    if start.startswith(b"PAR1"):
        return "parquet"
    if _JSON_OBJECT.match(start.removeprefix(_UTF8_MARK)):
        return "jsonl"
    return "csv" if has_columns else "lines"


def open_table(
    source: Source, kind: str, asked: Asked, rejects: Rejects, same_columns: bool, span: Span | None = None
) -> Table:
    """Start to read a table of any kind.

    Args:
        source: Where from.
        kind: As :func:`format_of` tells it.
        asked: Which columns.
        rejects: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        span: The part of the file that is wanted. Default: all of it.

    Raises:
        InputError: If there is no such column, or it is no file of this kind.
    """
    if kind == "parquet":
        from seqtui.tables.parquet import ParquetTable

        return ParquetTable(source, asked, rejects, span)
    return read_table(source, kind, asked, rejects, same_columns, span)


def read_table(
    source: Source, kind: str, asked: Asked, rejects: Rejects, same_columns: bool, span: Span | None = None
) -> Table:
    """Start to read a table of text.

    Args:
        source: Where from.
        kind: ``csv``, ``tsv``, ``jsonl`` or ``lines``.
        asked: Which columns.
        rejects: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        span: The part of the file that is wanted. Default: all of it.

    Raises:
        InputError: If there is no such column.
    """
    return _table(_Lines(source), source, kind, asked, rejects, same_columns, span)


def cut_table(
    source: Source, kind: str, asked: Asked, rejects: Rejects, same_columns: bool, size: int,
    columns: tuple[str, ...] = (),
) -> tuple[list[str], list[Span]]:  # fmt: skip
    """Find where a table of text can be cut between two rows, by reading it.

    Args:
        source: Where from.
        kind: ``csv``, ``tsv``, ``jsonl`` or ``lines``.
        asked: Which columns.
        rejects: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        size: Bytes of a part, at least. A file that is no longer, or is compressed, stays whole and is read
            no further than it takes to know its columns.
        columns: Those of rows of JSON. Default: the keys of the first one.

    Returns:
        The columns, and the parts. A file without rows has one part.
    """
    lines = _Lines(source)
    table = _table(
        lines, source, kind, asked, rejects, same_columns, Span(columns=columns) if columns else None
    )
    begin = (0, 0) if kind in ("jsonl", "lines") else (lines.position, lines.number)
    if source.is_compressed or source.size <= size:
        return table.columns, [Span(begin[0], None, begin[1])]
    spans: list[Span] = []
    rows = 0
    for _ in table.rows():
        rows += 1
        if lines.position - begin[0] >= size:
            spans.append(Span(begin[0], lines.position, begin[1]))
            begin, rows = (lines.position, lines.number), 0
    if rows or not spans:
        return table.columns, [*spans, Span(begin[0], None, begin[1])]
    return table.columns, [*spans[:-1], Span(spans[-1].start, None, spans[-1].line)]


def _table(
    lines: "_Lines", source: Source, kind: str, asked: Asked, rejects: Rejects, same_columns: bool,
    span: Span | None,
) -> Table:  # fmt: skip
    if kind == "lines":
        lines.keep_to(span)
        return Table(["text"], source, _text_rows(lines, rejects))
    if kind == "jsonl":
        lines.keep_to(span)
        columns = list(span.columns) if span else []
        rows = _json_rows(lines, asked, rejects, same_columns, set(columns))
        if columns:
            return Table(columns, source, rows)
        first = next(rows, None)
        if first is None:
            return Table([], source, ())
        return Table(list(first.values), source, chain([first], rows))
    reading = _CsvReading(lines, "\t" if kind == "tsv" else ",")
    columns = reading.header(source.name)
    asked.check(columns, f"{source.name}, line 1")
    lines.keep_to(span)
    return Table(columns, source, reading.rows(columns, asked, rejects))


class _TooLongError(Exception):
    pass


class _Lines:
    """Lines in bytes, numbered from 1, none longer than LONGEST; the last ones read can be given back.

    ``number`` lines and ``position`` bytes have been read.
    """

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.position = 0
        self._source = source
        self._again: deque[bytes] = deque()
        self._in_too_long = False
        self._end: int | None = None

    def keep_to(self, span: Span | None) -> None:
        """Go on at the beginning of a part of the file, and end with it."""
        if span is not None:
            self._end = span.end
            if span.start > self.position:
                self._source.file.seek(span.start)
            self.position, self.number = span.start, span.line

    @property
    def is_at_end(self) -> bool:
        """Whether the part of the file ends here; a row that cannot be read may look further."""
        return self._end is not None and self.position >= self._end

    def read(self) -> bytes:
        """The next line with its end; empty where there is none."""
        if self._again:
            line = self._again.popleft()
            self.number += 1
            self.position += len(line)
            return line
        try:
            while self._in_too_long:  # not before somebody wants what is behind it
                rest = self._source.file.readline(LONGEST)
                self.position += len(rest)
                self._in_too_long = bool(rest) and not rest.endswith(b"\n")
            line = self._source.file.readline(LONGEST + 1)
            self.number += bool(line)
            self.position += len(line)
            if len(line) > LONGEST:
                self._in_too_long = not line.endswith(b"\n")
                raise _TooLongError
        except (*DAMAGED, UnicodeDecodeError) as error:
            raise InputError(
                f"{self._source.name}, after line {self.number}: cannot be read: {error}"
            ) from error
        if self.number == 1:
            if line.startswith(_UTF16_MARKS):
                raise InputError(f"{self._source.name}: is UTF-16; read it with --encoding utf-16")
            return line.removeprefix(_UTF8_MARK)
        return line

    def give_back(self, lines: list[bytes]) -> None:
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)
        self.position -= sum(map(len, lines))


def _not_utf8(error: UnicodeDecodeError, line: int) -> str:
    return f"byte {error.start + 1} of line {line} is not UTF-8 (0x{error.object[error.start]:02x})"


def _text_rows(lines: _Lines, rejects: Rejects) -> Iterator[Row]:
    while not lines.is_at_end:
        try:
            line = lines.read()
            if not line:
                return
            text = line.decode().rstrip("\r\n")
            yield Row(text, UNLABELLED, [text], len(line), lines.number)
        except _TooLongError:
            rejects.add(lines.number, TOO_LONG)
        except UnicodeDecodeError as error:
            rejects.add(lines.number, _not_utf8(error, lines.number), line)


def _json_rows(
    lines: _Lines, asked: Asked, rejects: Rejects, same_columns: bool, columns: set[str]
) -> Iterator[Row]:
    decode = msgspec.json.Decoder().decode
    while not lines.is_at_end:
        try:
            line = lines.read()
        except _TooLongError:
            rejects.add(lines.number, TOO_LONG)
            continue
        if not line:
            return
        if line.isspace():
            continue
        try:
            line.decode()
            row = _json_row(decode(line), asked, len(line), lines.number)
            if columns and not asked.optional:
                _check_keys(row.values, columns, same_columns)
        except UnicodeDecodeError as error:
            rejects.add(lines.number, _not_utf8(error, lines.number), line)
        except (msgspec.DecodeError, RecursionError) as error:
            rejects.add(lines.number, f"not JSON that can be read: {error}", line)
        except ValueError as error:
            rejects.add(lines.number, str(error), line)
        else:
            columns = columns or set(row.values)
            yield row


def _check_keys(keys: Iterable[str], columns: set[str], same_columns: bool) -> None:
    for key in keys:
        if key not in columns and (same_columns or key.removeprefix(TAKEN) in RESULTS):
            raise ValueError(f"it has the key '{key[:80]}', which the first row has not")


def _json_row(row: Any, asked: Asked, size: int, number: int) -> Row:
    if not isinstance(row, dict):
        raise ValueError(f"not a JSON object but {_kind(row)}")
    for column in (asked.text, asked.label):
        if column is not None and column not in row and not asked.optional:
            raise ValueError(f"no key '{column}'; there are: {listed(list(row))}")
    text = row.get(asked.text)
    if text is None and asked.optional:
        text = ""
    if not isinstance(text, str):
        raise ValueError(f"its '{asked.text}' is {_kind(text)}, not a text")
    truth = UNLABELLED if asked.label is None else asked.truth(row[asked.label])
    return Row(text, truth, row, size, number)


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


class _CsvReading:
    """Rows of CSV; an iterator of decoded lines that remembers those of the row at hand."""

    def __init__(self, lines: _Lines, delimiter: str) -> None:
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
        self._lines = lines
        self._reader = csv.reader(self, delimiter=delimiter, strict=True)
        self._begin()

    def _begin(self) -> None:
        self._first = self._lines.number + 1
        self._held: list[bytes] = []
        self._size = 0
        self._not_utf8: str | None = None

    def __iter__(self) -> "_CsvReading":
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
            self._not_utf8 = self._not_utf8 or _not_utf8(error, self._lines.number)
            return line.decode(errors="replace")

    def header(self, name: str) -> list[str]:
        """The first row."""
        try:
            header = next((row for row in self._reader if row), [])
        except (csv.Error, _TooLongError) as error:
            raise InputError(f"{name}, line 1: {_csv_problem(error)}") from error
        if not self._held or self._not_utf8:
            raise InputError(f"{name}, line 1: {self._not_utf8 or 'no header, the file is empty'}")
        return header

    def rows(self, columns: list[str], asked: Asked, rejects: Rejects) -> Iterator[Row]:
        """The other rows."""
        place = columns.index(asked.text)
        label = None if asked.label is None else columns.index(asked.label)
        while not self._lines.is_at_end:
            self._begin()
            try:
                row = next(self._reader)
                if not row:
                    continue  # csv's word for an empty line
                if self._not_utf8:
                    raise ValueError(self._not_utf8)
                if len(row) != len(columns):
                    raise ValueError(f"{_fields(len(row))}, the header has {len(columns)}")
                truth = UNLABELLED if label is None else asked.truth(row[label])
            except StopIteration:
                return
            except csv.Error as error:
                # Only its first line is lost to an open quote; what that swallowed is read again.
                self._lines.give_back(self._held[1:])
                rejects.add(self._first, _csv_problem(error), self._held[0])
            except (ValueError, _TooLongError) as error:
                rejects.add(self._first, str(error) or TOO_LONG, b"".join(self._held) or None)
            else:
                yield Row(row[place], truth, row, self._size, self._first)


def _csv_problem(error: Exception) -> str:
    return next((said for part, said in _CSV_PROBLEMS.items() if part in str(error)), str(error) or TOO_LONG)


def _fields(count: int) -> str:
    return f"{count} field{'s' if count > 1 else ''}"
