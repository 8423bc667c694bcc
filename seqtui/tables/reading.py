"""Texts from files of every format, with the line of whatever is wrong."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from typing import Any

import msgspec

from seqtui.errors import InputError
from seqtui.tables.csv_rows import CsvReading
from seqtui.tables.fasttext_rows import COLUMNS, fasttext_rows
from seqtui.tables.json_rows import json_array_rows, json_line_rows
from seqtui.tables.layout import Layout
from seqtui.tables.lines import TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, Chunk, ColumnSelection, FirstColumn, Row, RowErrors, Span, Table
from seqtui.tables.streams import Source, TextSource, open_source

HEAD_ROWS = 2048
"""Rows that columns are detected from, at most."""


def read_head(source: Source, layout: Layout) -> tuple[list[str], dict[str, list[Any]]]:
    """Read the first rows of a file, without using any of it up.

    Args:
        source: The file, open.
        layout: How it is laid out.

    Returns:
        The names of the columns, and the first values of each. Rows that cannot be read are left out.

    Raises:
        InputError: If there is no column, or nothing in the file.
    """
    if layout.format == "parquet":
        with open_source(source.name) as again:
            table = open_table(again, layout, FirstColumn(), RowErrors(source.name, BytesIO()), False)
            chunk = next(table.chunks(), None)
            return list(table.columns), _columns_of(table, chunk)
    text = source.sample().decode(layout.encoding, "ignore")
    text = text.replace("\r", "\n") if layout.cr_lines else text
    if not source.is_sampled_whole and layout.format != "json":
        text = text[: text.rfind("\n") + 1] or text
    plain = msgspec.structs.replace(layout, encoding="utf-8", cr_lines=False)
    row_errors = RowErrors(source.name, BytesIO())
    table = open_table(TextSource(source.name, text), plain, FirstColumn(), row_errors, False)
    rows = list[Row]()
    try:
        rows.extend(islice(table.rows(), HEAD_ROWS))
    except InputError:
        if source.is_sampled_whole:  # else the sample ends in the middle of an array
            raise
    chunk = table.chunk(rows) if rows else None
    columns = _columns_of(table, chunk)
    return list(columns), columns


def _columns_of(table: Table, chunk: Chunk | None) -> dict[str, list[Any]]:
    if chunk is None:
        return {name: [] for name in table.columns}
    names = list(table.columns)
    if isinstance(chunk.values, list) and isinstance(chunk.values[0], dict):
        names = list(dict.fromkeys(name for row in chunk.values for name in row))
    return {name: chunk.column(table.columns, name) for name in names}


def open_table(
    source: Source,
    layout: Layout,
    selection: ColumnSelection,
    row_errors: RowErrors,
    same_columns: bool,
    span: Span | None = None,
) -> Table:
    """Start to read a table of any kind.

    Args:
        source: Where from.
        layout: How it is laid out, as :func:`seqtui.tables.detection.detect_layout` found.
        selection: Which columns.
        row_errors: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        span: The part of the file that is wanted. Default: all of it.

    Raises:
        InputError: If there is no such column, or it is no file of this kind.
    """
    if layout.format == "parquet":
        from seqtui.tables.parquet import ParquetTable

        return ParquetTable(source, selection, row_errors, span)
    return read_table(source, layout, selection, row_errors, same_columns, span)


def read_table(
    source: Source,
    layout: Layout,
    selection: ColumnSelection,
    row_errors: RowErrors,
    same_columns: bool,
    span: Span | None = None,
) -> Table:
    """Start to read a table of text.

    Args:
        source: Where from.
        layout: How it is laid out; not ``parquet``.
        selection: Which columns.
        row_errors: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        span: The part of the file that is wanted. Default: all of it.

    Raises:
        InputError: If there is no such column.
    """
    source.read_as(layout.encoding, cr_lines=layout.cr_lines)
    return _table(Lines(source), source, layout, selection, row_errors, same_columns, span)


def split_into_spans(
    source: Source, layout: Layout, selection: ColumnSelection, row_errors: RowErrors, same_columns: bool,
    size: int, columns: tuple[str, ...] = (),
) -> tuple[list[str], list[Span]]:  # fmt: skip
    """Find where a table of text can be cut between two rows, by reading it.

    Args:
        source: Where from.
        layout: How it is laid out; not ``parquet``.
        selection: Which columns.
        row_errors: Gets the rows that cannot be read.
        same_columns: Whether each row of JSON must keep to the keys of the first.
        size: Bytes of a part, at least. A file that is no longer, is compressed, or
            is not UTF-8 with lines that end in LF, stays whole and is read
            no further than it takes to know its columns.
        columns: Those of rows of JSON. Default: the keys of the first one.

    Returns:
        The columns, and the parts. A file without rows has one part.
    """
    source.read_as(layout.encoding, cr_lines=layout.cr_lines)
    lines = Lines(source)
    table = _table(
        lines, source, layout, selection, row_errors, same_columns, Span(columns=columns) if columns else None
    )
    begin = (lines.position, lines.number) if layout.format in ("csv", "tsv") else (0, 0)
    is_whole = source.is_compressed or layout.is_recoded or layout.format == "json"
    if is_whole or source.size <= size:
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
    lines: Lines, source: Source, layout: Layout, selection: ColumnSelection, row_errors: RowErrors,
    same_columns: bool, span: Span | None,
) -> Table:  # fmt: skip
    if layout.format in ("csv", "tsv"):
        reading = CsvReading(lines, layout)
        columns = reading.header(source.name)
        selection.check(columns, source.name)
        lines.keep_to(span)
        return Table(columns, source, reading.rows(columns, selection, row_errors))
    lines.keep_to(span)
    if span is None or span.start == 0:
        for _ in range(layout.skip_lines):
            lines.read()
    if layout.format == "lines":
        selection.check(["text"], source.name)
        return Table(["text"], source, _text_rows(lines, row_errors))
    if layout.format == "fasttext":
        selection.check(COLUMNS, source.name)
        return Table(COLUMNS, source, fasttext_rows(lines, selection, row_errors))
    columns = list(span.columns) if span else []
    if layout.format == "json":
        rows = json_array_rows(source, layout.array_key, selection, row_errors, same_columns, set(columns))
    else:
        rows = json_line_rows(lines, selection, row_errors, same_columns, set(columns))
    if columns:
        return Table(columns, source, rows)
    first = next(rows, None)
    if first is None:
        return Table([], source, ())
    return Table(list(first.values), source, chain([first], rows))


def _text_rows(lines: Lines, row_errors: RowErrors) -> Iterator[Row]:
    while not lines.is_at_end:
        try:
            line = lines.read()
            if not line:
                return
            text = line.decode().rstrip("\r\n")
            yield Row(text, UNLABELLED, [text], len(line), lines.number)
        except TooLongError:
            row_errors.add(lines.number, TOO_LONG)
        except UnicodeDecodeError as error:
            row_errors.add(lines.number, not_utf8(error, lines.number), line)
