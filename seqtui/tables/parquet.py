"""Parquet in."""

import os
from collections.abc import Iterator
from typing import Any

import pyarrow
import pyarrow.parquet

from seqtui.errors import InputError
from seqtui.tables.reading import LONGEST, TOO_LONG
from seqtui.tables.rows import UNLABELLED, Asked, Rejects, Table, Window
from seqtui.tables.streams import Source
from seqtui.unpacking import check_growth

_ROWS = 2048  # scored at once, fewer if they are long
_BYTES = 1 << 23
_BYTES_READ = 1 << 26  # at once, where each row may repeat a dictionary's longest entry


class ParquetTable(Table):
    """Rows of a Parquet file; their columns stay in Arrow's types.

    Args:
        source: Where it is read from; it must be a file on a disk.
        asked: Which columns.
        rejects: Gets the rows whose text is missing.

    Raises:
        InputError: If it is no Parquet or has no such column of text.
    """

    def __init__(self, source: Source, asked: Asked, rejects: Rejects) -> None:
        if source.is_compressed or not source.raw.seekable():
            raise InputError(f"{source.name}: Parquet is read from a plain file; unpack it or save it first")
        try:
            self._file = pyarrow.parquet.ParquetFile(source.raw, buffer_size=1 << 20, pre_buffer=False)
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{source.name}: not a readable Parquet file: {first_line(error)}") from error
        self._check_size(source)
        self.schema = self._file.schema_arrow
        super().__init__(list(self.schema.names), source, ())
        asked.check(self.columns, source.name)
        kind = self.schema.field(asked.text).type
        if not _is_text(kind.value_type if pyarrow.types.is_dictionary(kind) else kind):
            raise InputError(f"{source.name}: the column '{asked.text}' holds {kind}, not text")
        self._asked = asked
        self._rejects = rejects

    def windows(self) -> Iterator[Window]:
        """The rows, so many at a time that memory is bounded."""
        rows = self._file.metadata.num_rows
        first = 1
        for batch in self._batches():
            window = self._window(batch, first, min(1.0, (first - 1 + len(batch)) / max(1, rows)))
            first += len(batch)
            if window.texts:
                yield window

    def _batches(self) -> Iterator[Any]:
        """Rows that are read together, joined where they are few."""
        waiting: list[Any] = []
        read, unpacked = 0, 0
        batches = self._file.iter_batches(self._rows_at_once())
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
        metadata = self._file.metadata
        groups = [metadata.row_group(place) for place in range(metadata.num_row_groups)]
        self._bytes = sum(group.total_byte_size for group in groups)
        try:
            check_growth(self._packed, self._bytes)
        except OSError as error:
            raise InputError(f"{source.name}: {error}") from error

    def _rows_at_once(self) -> int:
        metadata = self._file.metadata
        rows: int = min(_ROWS, _BYTES * metadata.num_rows // max(1, self._bytes))
        groups = [metadata.row_group(place) for place in range(metadata.num_row_groups)]
        chunks = [group.column(place) for group in groups for place in range(group.num_columns)]
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

    def _window(self, batch: Any, first: int, share: float) -> Window:  # type: ignore[override]
        texts = _texts(batch.column(self.columns.index(self._asked.text)))
        labels: list[object] = [None] * len(texts)
        if self._asked.label is not None:
            labels = batch.column(self.columns.index(self._asked.label)).to_pylist()
        truths: list[int | None] = []
        for row, (text, label) in enumerate(zip(texts, labels, strict=True), first):
            try:
                if text is not None and len(text) > LONGEST:
                    raise ValueError(TOO_LONG)
                if not isinstance(text, str):
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
