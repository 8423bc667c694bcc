"""Reviews from CSV, TSV, JSON lines and text lines, with the line of whatever is wrong."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from seqtui.errors import listed
from seqtui.tables.csv_rows import CsvReading
from seqtui.tables.lines import TOO_LONG, UTF8_MARK, Lines, TooLongError, not_utf8
from seqtui.tables.rows import RESULTS, TAKEN, UNLABELLED, Asked, Rejects, Row, Span, Table
from seqtui.tables.streams import STANDARD, Source, ending

ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
"""What an input's ending means."""

_HALF_SURROGATE = re.compile(
    rb"(?i)\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}"
)
_JSON_OBJECT = re.compile(rb"\s*\{\s*[\"}]")


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
    if _JSON_OBJECT.match(start.removeprefix(UTF8_MARK)):
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
    return _table(Lines(source), source, kind, asked, rejects, same_columns, span)


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
    lines = Lines(source)
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
    lines: Lines, source: Source, kind: str, asked: Asked, rejects: Rejects, same_columns: bool,
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
    reading = CsvReading(lines, "\t" if kind == "tsv" else ",")
    columns = reading.header(source.name)
    asked.check(columns, f"{source.name}, line 1")
    lines.keep_to(span)
    return Table(columns, source, reading.rows(columns, asked, rejects))


def _text_rows(lines: Lines, rejects: Rejects) -> Iterator[Row]:
    while not lines.is_at_end:
        try:
            line = lines.read()
            if not line:
                return
            text = line.decode().rstrip("\r\n")
            yield Row(text, UNLABELLED, [text], len(line), lines.number)
        except TooLongError:
            rejects.add(lines.number, TOO_LONG)
        except UnicodeDecodeError as error:
            rejects.add(lines.number, not_utf8(error, lines.number), line)


def _json_rows(
    lines: Lines, asked: Asked, rejects: Rejects, same_columns: bool, columns: set[str]
) -> Iterator[Row]:
    decode = msgspec.json.Decoder().decode
    while not lines.is_at_end:
        try:
            line = lines.read()
        except TooLongError:
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
            rejects.add(lines.number, not_utf8(error, lines.number), line)
        except (msgspec.DecodeError, RecursionError) as error:
            rejects.add(lines.number, f"not JSON that can be read: {_json_problem(error, line)}", line)
        except ValueError as error:
            rejects.add(lines.number, str(error), line)
        else:
            columns = columns or set(row.values)
            yield row


def _json_problem(error: Exception, line: bytes) -> str:
    """What is wrong with a line of JSON; msgspec calls one that ends in half a surrogate truncated."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return str(error)
    half = _HALF_SURROGATE.search(line)
    return f"{half[0].decode()} is half a surrogate pair, which is no text" if half else str(error)


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
