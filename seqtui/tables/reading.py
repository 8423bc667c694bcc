"""Open tables of any format; errors name the file and line."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from typing import Any

import msgspec

from seqtui.errors import InputError
from seqtui.tables.csv_rows import CsvReader
from seqtui.tables.fasttext_rows import COLUMNS, fasttext_rows
from seqtui.tables.json_rows import json_array_rows, json_line_rows
from seqtui.tables.layout import Layout
from seqtui.tables.lines import TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, Chunk, Row, RowErrors, Span, Table
from seqtui.tables.selection import ColumnSelection, FirstColumn
from seqtui.tables.streams import MemorySource, Source

HEAD_ROWS = 2048
"""Maximum rows that columns are detected from."""


def read_head(source: Source, layout: Layout) -> tuple[list[str], dict[str, list[Any]]]:
    """Read the first rows of a file without consuming them.

    Args:
        source: Open file.
        layout: Layout of the file.

    Returns:
        Column names in file order, which may repeat, and the first values of each. Rows that cannot be read
        are skipped. Both are empty if the file is empty or damaged at its beginning; opening the table then
        reports the reason.

    Raises:
        InputError: If the file is empty or has no columns.
    """
    if layout.format == "parquet":  # read by position, so nothing is consumed
        table = open_table(source, layout, FirstColumn(), RowErrors(source.name, BytesIO()), False)
        chunk = next(table.chunks(), None)
        return list(table.columns), _columns_of(table, chunk)
    sample = source.sample()
    if not sample:
        return [], {}
    if layout.is_transcoded:
        text = sample.decode(layout.encoding, "ignore")
        sample = (text.replace("\r", "\n") if layout.cr_lines else text).encode("utf-8", "replace")
    if not source.is_sampled_whole and layout.format != "json":
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    plain = msgspec.structs.replace(layout, encoding="utf-8", cr_lines=False)
    row_errors = RowErrors(source.name, BytesIO())
    table = open_table(MemorySource(source.name, sample), plain, FirstColumn(), row_errors, False)
    rows = list[Row]()
    try:
        rows.extend(islice(table.rows(), HEAD_ROWS))
    except InputError:
        if source.is_sampled_whole:  # otherwise the sample may end within an array
            raise
    chunk = table.chunk(rows) if rows else None
    columns = _columns_of(table, chunk)
    return list(table.columns) if layout.format in ("csv", "tsv") else list(columns), columns


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
    """Open a table of any format.

    Args:
        source: Open file.
        layout: Layout, from :func:`seqtui.tables.detection.detect_layout`.
        selection: Columns to read.
        row_errors: Collects rows that cannot be read.
        same_columns: Require each JSON object to have only the keys of the first one.
        span: Part of the file to read. Default: all of it.

    Raises:
        InputError: If a column is missing, or the file is not of this format.
    """
    if layout.format == "parquet":
        from seqtui.tables.parquet import ParquetTable

        return ParquetTable(source, selection, row_errors, span)
    source.read_as(layout.encoding, cr_lines=layout.cr_lines)
    return _table(Lines(source), source, layout, selection, row_errors, same_columns, span)


def split_into_spans(
    source: Source, layout: Layout, selection: ColumnSelection, row_errors: RowErrors, same_columns: bool,
    size: int, columns: tuple[str, ...] = (),
) -> tuple[list[str], list[Span]]:  # fmt: skip
    """Split a table of a text format between rows; this reads the whole file.

    Args:
        source: Open file.
        layout: Layout; any format but ``parquet``.
        selection: Columns to read.
        row_errors: Collects rows that cannot be read.
        same_columns: Require each JSON object to have only the keys of the first one.
        size: Minimum bytes of a span. Files that are smaller, compressed, not UTF-8, or without LF line ends
            are one span; only their columns are read.
        columns: Column names of JSON rows. Default: the keys of the first row.

    Returns:
        Column names, and the spans. A file without rows has one span.
    """
    source.read_as(layout.encoding, cr_lines=layout.cr_lines)
    lines = Lines(source)
    table = _table(
        lines, source, layout, selection, row_errors, same_columns, Span(columns=columns) if columns else None
    )
    begin = (lines.position, lines.number) if layout.format in ("csv", "tsv") else (0, 0)
    is_whole = source.is_compressed or layout.is_transcoded or layout.format == "json"
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
        reader = CsvReader(lines, layout)
        columns = reader.header(source.name)
        selection.check(columns, source.name)
        lines.restrict_to(span)
        return Table(columns, source, reader.rows(columns, selection, row_errors))
    lines.restrict_to(span)
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
