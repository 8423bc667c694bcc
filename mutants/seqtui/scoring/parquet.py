"""Parquet in and out; the one module that cannot do without pyarrow."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
import pyarrow
import pyarrow.parquet
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.scoring.reading import LONGEST, TOO_LONG
from seqtui.scoring.rows import UNLABELLED, Asked, Rejects, Table, Window
from seqtui.scoring.streams import Source
from seqtui.unpacking import check_growth

_ROWS = 2048  # scored at once, fewer if they are long
_BYTES = 1 << 23
_BYTES_READ = 1 << 26  # at once, where each row may repeat a dictionary's longest entry
_GROUP_ROWS, _GROUP_BYTES = 1 << 16, 1 << 24  # of a row group that we write


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
            raise InputError(f"{source.name}: not a readable Parquet file: {_line(error)}") from error
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
                    f"{self.source.name}, after row {read}: cannot be read: {_line(error)}"
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


class ParquetWriter:
    """Writes rows with their scores, in the types that they came in.

    Args:
        file: Where to.
        columns: The rows' columns.
        results: The names of label, probability and each label's probability.
        labels: The network's labels.
        schema: The rows' types. Default: text, and for rows of JSON those of the first window.
    """

    def __init__(
        self, file: BinaryIO, columns: list[str], results: list[str], labels: list[str], schema: Any
    ) -> None:
        self._file = file
        self._columns = columns
        self._labels = pyarrow.array(labels, pyarrow.string())
        self._results = pyarrow.schema(
            [(results[0], pyarrow.string()), *((name, pyarrow.float32()) for name in results[1:])]
        )
        self._schema = schema
        self._writer: Any = None
        self._waiting: list[Any] = []

    def write(self, window: Window, scores: NDArray[np.float32]) -> None:
        """Write a window of rows."""
        best = scores.argmax(axis=1)
        results = [self._labels.take(pyarrow.array(best)), scores.max(axis=1), *scores.T]
        batch = self._batch(window.values)
        schema = self._open(batch.schema)
        arrays = [
            pyarrow.array(result, kind) for result, kind in zip(results, self._results.types, strict=True)
        ]
        self._waiting.append(pyarrow.RecordBatch.from_arrays([*batch.columns, *arrays], schema=schema))
        if (
            sum(map(len, self._waiting)) >= _GROUP_ROWS
            or sum(batch.nbytes for batch in self._waiting) >= _GROUP_BYTES
        ):
            self._flush()

    def __enter__(self) -> "ParquetWriter":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Write what waits and the end of the file; after an error only let go of it, while it is open."""
        if kind is not None:
            with suppress(Exception):
                self._writer.close()
            return
        if self._writer is None:
            self._open(self._schema or pyarrow.schema([(name, pyarrow.string()) for name in self._columns]))
        self._flush()
        self._writer.close()

    def _open(self, schema: Any) -> Any:
        if self._writer is None:
            self._schema = schema
            self._whole = pyarrow.schema([*schema, *self._results], schema.metadata)
            self._writer = pyarrow.parquet.ParquetWriter(self._file, self._whole, compression="zstd")
        return self._whole

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pyarrow.Table.from_batches(self._waiting))
            self._waiting = []

    def _batch(self, values: Any) -> Any:
        if isinstance(values, pyarrow.RecordBatch):
            return values
        if values and isinstance(values[0], dict):
            columns = [[row.get(name) for row in values] for name in self._columns]
        else:
            columns = [list(column) for column in zip(*values, strict=True)]
        types = self._schema.types if self._schema else [None] * len(columns)
        arrays = [
            self._array(name, column, kind)
            for name, column, kind in zip(self._columns, columns, types, strict=True)
        ]
        return pyarrow.RecordBatch.from_arrays(arrays, names=self._columns)

    def _array(self, name: str, values: list[Any], kind: Any) -> Any:
        try:
            array = pyarrow.array(values, kind)
        except (pyarrow.ArrowException, OverflowError) as error:
            raise InputError(
                f"the column '{name}' holds values of different kinds, which Parquet cannot: {_line(error)}; "
                "write .jsonl"
            ) from error
        return array.cast(pyarrow.string()) if pyarrow.types.is_null(array.type) else array


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]
