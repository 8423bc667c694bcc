"""Parquet in."""

import os
from collections.abc import Iterator
from typing import Any

import pyarrow
import pyarrow.parquet

from seqtui.errors import InputError
from seqtui.tables.lines import LONGEST, TOO_LONG
from seqtui.tables.rows import UNLABELLED, Anything, Asked, Rejects, Span, Table, Window, python_values
from seqtui.tables.streams import Source
from seqtui.unpacking import check_growth

_ROWS = 2048  # scored at once, fewer if they are long
_BYTES = 1 << 23
_BYTES_READ = 1 << 26  # at once, where each row may repeat a dictionary's longest entry
_PARTS = 16  # of a row group, at most: each has to unpack what lies before it


class ParquetTable(Table):
    """Rows of a Parquet file; their columns stay in Arrow's types.

    Args:
        source: Where it is read from; it must be a file on a disk.
        asked: Which columns.
        rejects: Gets the rows whose text is missing.
        span: The rows that are wanted. Default: all of them.

    Raises:
        InputError: If it is no Parquet or has no such column of text.
    """

    def __init__(self, source: Source, asked: Asked, rejects: Rejects, span: Span | None = None) -> None:
        if source.is_compressed or not source.raw.seekable():
            raise InputError(f"{source.name}: Parquet is read from a plain file; unpack it or save it first")
        try:
            self._file = pyarrow.parquet.ParquetFile(source.raw, buffer_size=1 << 20, pre_buffer=False)
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{source.name}: not a readable Parquet file: {first_line(error)}") from error
        metadata = self._file.metadata
        self._groups = [metadata.row_group(place) for place in range(metadata.num_row_groups)]
        self._check_size(source)
        self.schema = self._file.schema_arrow
        super().__init__(list(self.schema.names), source, ())
        self._kinds = dict(zip(self.columns, self.schema.types, strict=True))
        of_text = [name for name in self.columns if self._is_text(name)]
        asked.check(of_text if isinstance(asked, Anything) else self.columns, source.name)
        if not self._is_text(asked.text):
            kind = self.schema.field(asked.text).type
            raise InputError(f"{source.name}: the column '{asked.text}' holds {kind}, not text")
        self._asked = asked
        self._rejects = rejects
        self._span = span or Span()

    def cut(self, size: int) -> list[Span]:
        """Rows that can be read one part without the others; a file without rows has one part.

        Args:
            size: Bytes of a part before compression, about.
        """
        spans: list[Span] = []
        start = row = waiting = 0
        for group in self._groups:
            if group.total_byte_size >= size and waiting:
                spans.append(Span(start, row))
                start, waiting = row, 0
            rows = group.num_rows
            parts = max(1, min(_PARTS, rows, group.total_byte_size // size))
            for part in range(1, parts):
                spans.append(Span(start, row + rows * part // parts))
                start = row + rows * part // parts
            row += rows
            waiting += group.total_byte_size
            if waiting >= size:
                spans.append(Span(start, row))
                start, waiting = row, 0
        return spans if spans and start == row else [*spans, Span(start, row)]

    def _is_text(self, name: str) -> bool:
        kind = self._kinds[name]
        return _is_text(kind.value_type if pyarrow.types.is_dictionary(kind) else kind)

    def windows(self) -> Iterator[Window]:
        """The rows, so many at a time that memory is bounded."""
        rows = self._file.metadata.num_rows
        start, end = self._span.start, rows if self._span.end is None else self._span.end
        groups, before = self._groups_with(start, end)
        for batch in self._batches(groups, before):
            if before >= end:
                return
            skipped = min(len(batch), max(0, start - before))
            wanted = batch.slice(skipped, end - before - skipped)
            share = min(1.0, (before + len(batch)) / max(1, rows))
            window = self._window(wanted, before + skipped + 1, share)
            before += len(batch)
            if window.texts:
                yield window

    def _groups_with(self, start: int, end: int) -> tuple[list[int], int]:
        """The row groups that hold some of these rows, and how many rows lie before them."""
        places: list[int] = []
        row = before = 0
        for place, group in enumerate(self._groups):
            if row < end and row + group.num_rows > start:
                before = before if places else row
                places.append(place)
            row += group.num_rows
        return places, before

    def _batches(self, groups: list[int], read: int) -> Iterator[Any]:
        """Rows that are read together, joined where they are few; so many have been read before."""
        waiting: list[Any] = []
        unpacked = 0
        batches = self._file.iter_batches(self._rows_at_once(), row_groups=groups)
        while True:
            try:
                batch = next(batches, None)
                unpacked += batch.nbytes if batch else 0
                check_growth(self._packed, unpacked)
            except (pyarrow.ArrowException, OSError) as error:
                raise InputError(
                    f"{self.source.name}, after row {read}: cannot be read: {first_line(error)}"
                ) from error
            if batch is None:
                break
            waiting.append(batch)
            read += len(batch)
            if sum(map(len, waiting)) >= _ROWS or sum(batch.nbytes for batch in waiting) >= _BYTES:
                yield _joined(waiting)
                waiting = []
        if waiting:
            yield _joined(waiting)

    def _check_size(self, source: Source) -> None:
        """See that the file does not claim to unpack to something of another size altogether."""
        self._packed = source.raw.seek(0, os.SEEK_END)
        self._bytes = sum(group.total_byte_size for group in self._groups)
        try:
            check_growth(self._packed, self._bytes)
        except OSError as error:
            raise InputError(f"{source.name}: {error}") from error

    def _rows_at_once(self) -> int:
        rows: int = min(_ROWS, _BYTES * self._file.metadata.num_rows // max(1, self._bytes))
        chunks = [group.column(place) for group in self._groups for place in range(group.num_columns)]
        longest = max((self._dictionary_bytes(chunk) for chunk in chunks), default=0)
        return max(1, min(rows, _BYTES_READ // max(1, longest)))

    def _dictionary_bytes(self, chunk: Any) -> int:
        """The size of a chunk's dictionary, the second number in its page's header (Thrift, compact)."""
        if not chunk.has_dictionary_page:
            return 0
        self.source.raw.seek(chunk.dictionary_page_offset)
        kind, sign, *digits = self.source.raw.read(8)[1:]
        if (kind, sign) != (4, 0x15):
            return _BYTES_READ
        number = 0
        for place, digit in enumerate(digits):
            number |= (digit & 0x7F) << 7 * place
            if digit < 0x80:
                break
        return int(number >> 1)

    def _window(self, batch: Any, first: int, share: float) -> Window:
        texts = _texts(batch.column(self.columns.index(self._asked.text)))
        labels: list[object] = [None] * len(texts)
        if self._asked.label is not None:
            labels = python_values(batch.column(self.columns.index(self._asked.label)))
        truths: list[int | None] = []
        for row, (text, label) in enumerate(zip(texts, labels, strict=True), first):
            try:
                if text is not None and len(text) > LONGEST:
                    raise ValueError(TOO_LONG)
                if text is None and self._asked.optional:
                    texts[row - first] = ""
                elif not isinstance(text, str):
                    raise ValueError(f"its '{self._asked.text}' is {'null' if text is None else 'not UTF-8'}")
                truths.append(self._asked.truth(label) if self._asked.label is not None else UNLABELLED)
            except ValueError as error:
                truths.append(None)
                self._rejects.add(row, str(error), text if isinstance(text, bytes) else None, "row")
        good = [truth is not None for truth in truths]
        return Window(
            [text for text, is_good in zip(texts, good, strict=True) if is_good],
            [truth for truth in truths if truth is not None],
            batch if all(good) else batch.filter(pyarrow.array(good)),
            share,
            [row for row, is_good in enumerate(good, first) if is_good],
        )


def _joined(batches: list[Any]) -> Any:
    if len(batches) == 1:
        return batches[0]
    return pyarrow.Table.from_batches(batches).combine_chunks().to_batches()[0]


def _is_text(kind: Any) -> bool:
    types = pyarrow.types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _texts(column: Any) -> list[Any]:
    """Each text as str; None where there is none, bytes where they are not UTF-8."""
    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_text(value) for value in column.cast(pyarrow.large_binary()).to_pylist()]


def _text(value: bytes | None) -> str | bytes | None:
    try:
        return value if value is None else value.decode()
    except UnicodeDecodeError:
        return value


def first_line(error: Exception) -> str:
    """What Arrow's exceptions say, without the rest."""
    return str(error).partition("\n")[0]
