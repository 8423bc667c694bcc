"""Read rows of Parquet files."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow
import pyarrow.compute
import pyarrow.parquet

from seqtui.errors import InputError
from seqtui.storage.compression import MAX_BYTES, check_expansion, is_suspicious
from seqtui.tables.lines import MAX_ROW_BYTES, TOO_LONG
from seqtui.tables.rows import UNLABELLED, Chunk, RowErrors, Span, Table, python_values
from seqtui.tables.selection import ColumnSelection, FirstColumn
from seqtui.tables.streams import Source

_ROWS = 2048  # of a chunk; fewer if they are long
_BYTES = 1 << 23
_BYTES_READ = 1 << 26  # at once, if each row repeats a dictionary's longest entry
_MAX_SPANS = 16  # of a row group: each decompresses all rows before it
_FOOTER_END = 8  # bytes: length of the metadata and PAR1
_REMEDY = "save it as .csv or .jsonl"


class ParquetTable(Table):
    """A Parquet file; columns keep their Arrow types.

    Texts stored as bytes, as older writers do, become text. Encrypted columns are skipped.

    Args:
        source: Open file; it must be a regular file.
        selection: Columns to read.
        row_errors: Collects rows without text.
        span: Rows to read. Default: all of them.

    Raises:
        InputError: If the file is not Parquet, or a column is missing or not text.
    """

    def __init__(
        self, source: Source, selection: ColumnSelection, row_errors: RowErrors, span: Span | None = None
    ) -> None:
        if source.is_compressed or not source.raw.seekable():
            raise InputError(
                f"{source.name}: Parquet is read from a plain file; unpack it, or save it to a file, first"
            )
        try:
            self._file = pyarrow.parquet.ParquetFile(source.raw, buffer_size=1 << 20, pre_buffer=False)
            schema = self._file.schema_arrow
            names = list(schema.names)
        except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
            raise InputError(f"{source.name}: not a readable Parquet file: {first_line(error)}") from error
        super().__init__(names, source, ())
        metadata = self._file.metadata
        self._groups = [metadata.row_group(index) for index in range(metadata.num_row_groups)]
        self._check_size(source)
        if metadata.num_rows != (rows := sum(group.num_rows for group in self._groups)):
            raise InputError(
                f"{source.name}: not a readable Parquet file: its metadata count {metadata.num_rows:,} rows, "
                f"its row groups {rows:,}"
            )
        encrypted = self._encrypted(names)
        for name in (selection.text, selection.label):
            if name in encrypted:
                raise InputError(
                    f"{source.name}: the column '{name}' is encrypted; save it without encryption"
                )
        self.columns = [name for name in names if name not in encrypted]
        self.schema = pyarrow.schema(
            [field for field in schema if field.name not in encrypted], metadata=schema.metadata
        )
        self.notes = [f"the column '{name}' is encrypted and skipped" for name in encrypted]
        self._columns_read = self.columns if encrypted else None
        text_columns = [field.name for field in self.schema if _is_text(field.type)]
        text_columns += [field.name for field in self.schema if _is_bytes(field.type)]
        selection.check(text_columns if isinstance(selection, FirstColumn) else self.columns, source.name)
        if selection.text not in text_columns:
            kind = self.schema.field(selection.text).type
            raise InputError(f"{source.name}: the column '{selection.text}' has type {kind}, not text")
        self._text_columns = [
            name for name in (selection.text, selection.label) if name and name in text_columns
        ]
        for name in self._text_columns:
            index = self.columns.index(name)
            if _is_bytes(self.schema.types[index]):
                self.schema = self.schema.set(index, self.schema.field(index).with_type(pyarrow.string()))
        self._selection = selection
        self._row_errors = row_errors
        self._span = span or Span()

    def split_into_spans(self, size: int) -> list[Span]:
        """Split the file into spans of rows; a file without rows has one span.

        Args:
            size: Approximate uncompressed bytes of a span.
        """
        spans: list[Span] = []
        start = row = waiting = 0
        for group in self._groups:
            if group.total_byte_size >= size and waiting:
                spans.append(Span(start, row))
                start, waiting = row, 0
            rows = group.num_rows
            parts = max(1, min(_MAX_SPANS, rows, group.total_byte_size // size))
            for part in range(1, parts):
                spans.append(Span(start, row + rows * part // parts))
                start = row + rows * part // parts
            row += rows
            waiting += group.total_byte_size
            if waiting >= size:
                spans.append(Span(start, row))
                start, waiting = row, 0
        return spans if spans and start == row else [*spans, Span(start, row)]

    def chunks(self) -> Iterator[Chunk]:
        """Yield chunks of rows, small enough that memory is bounded.

        Raises:
            InputError: If the file is damaged; the message names the row.
        """
        rows = self._file.metadata.num_rows
        start, end = self._span.start, rows if self._span.end is None else self._span.end
        groups, before = self._groups_with(start, end)
        for batch in self._batches(groups, before):
            skipped = min(len(batch), max(0, start - before))
            wanted = batch.slice(skipped, end - before - skipped)
            share = min(1.0, (before + len(batch)) / max(1, rows))
            chunk = self._chunk(wanted, before + skipped + 1, share)
            before += len(batch)
            if chunk.texts:
                yield chunk
            if before >= end:
                return
        if before < end:
            raise InputError(
                f"{self.source.name}, after row {before}: damaged: no more rows, but its metadata count "
                f"{rows:,}"
            )

    def _groups_with(self, start: int, end: int) -> tuple[list[int], int]:
        """Return the row groups that contain these rows, and the number of rows before them."""
        indices: list[int] = []
        row = before = 0
        for index, group in enumerate(self._groups):
            if row < end and row + group.num_rows > start:
                before = before if indices else row
                indices.append(index)
            row += group.num_rows
        return indices, before

    def _batches(self, groups: list[int], read: int) -> Iterator[Any]:
        """Yield batches of rows, joined if they are small, after ``read`` rows."""
        waiting: list[Any] = []
        waiting_size = decompressed = 0
        is_checked = False
        batches = self._iterate(groups)
        while True:
            try:
                batch = next(batches, None)
                size = _decoded_size(batch) if batch else 0
                decompressed += size
                if not is_checked and is_suspicious(self._compressed, decompressed):
                    is_checked = True
                    self._check_all_rows(groups)
                check_expansion(self._compressed, decompressed, _REMEDY)
            except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
                raise InputError(
                    f"{self.source.name}, after row {read}: cannot be read: {first_line(error)}"
                ) from error
            if batch is None:
                break
            waiting.append(batch)
            waiting_size += size
            read += len(batch)
            if sum(map(len, waiting)) >= _ROWS or waiting_size >= _BYTES:
                yield _joined(waiting)
                waiting, waiting_size = [], 0
        if waiting:
            yield _joined(waiting)

    def _iterate(self, groups: list[int]) -> Iterator[Any]:
        batches: Iterator[Any] = self._file.iter_batches(
            self._rows_at_once(), row_groups=groups, columns=self._columns_read
        )
        return batches

    def _check_all_rows(self, groups: list[int]) -> None:
        """Read the rows once and discard them, to detect a bomb before millions of rows are scored."""
        decompressed = 0
        for batch in self._iterate(groups):
            decompressed += _decoded_size(batch)
            check_expansion(self._compressed, decompressed, _REMEDY)
            if decompressed > MAX_BYTES:
                return

    def _encrypted(self, names: list[str]) -> list[str]:
        """Return the encrypted columns; Arrow aborts if their metadata are read."""
        self.source.raw.seek(-_FOOTER_END, os.SEEK_END)
        footer = int.from_bytes(self.source.raw.read(4), "little")
        if footer == self._file.metadata.serialized_size:  # no signature follows
            return []
        return [name for name in names if self._is_encrypted(name)]

    def _is_encrypted(self, name: str) -> bool:
        try:
            next(self._file.iter_batches(1, columns=[name]), None)
        except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
            return "decrypt" in str(error).lower()
        return False

    def _check_size(self, source: Source) -> None:
        """Check that the size in the metadata is not that of a decompression bomb."""
        self._compressed = source.raw.seek(0, os.SEEK_END)
        self._bytes = sum(group.total_byte_size for group in self._groups)
        try:
            check_expansion(self._compressed, self._bytes, _REMEDY)
        except OSError as error:
            raise InputError(f"{source.name}: {error}") from error

    def _rows_at_once(self) -> int:
        rows: int = min(_ROWS, _BYTES * self._file.metadata.num_rows // max(1, self._bytes))
        column_chunks = [group.column(leaf) for group in self._groups for leaf in self._leaves()]
        longest = max((self._dictionary_bytes(column_chunk) for column_chunk in column_chunks), default=0)
        return max(1, min(rows, _BYTES_READ // max(1, longest)))

    def _leaves(self) -> Iterable[int]:
        """Return the indices, within a row group, of the column chunks to read."""
        paths = self._file.metadata.schema
        if self._columns_read is None:
            return range(len(paths))
        read = tuple(f"{name}." for name in self._columns_read)
        return [leaf for leaf in range(len(paths)) if f"{paths.column(leaf).path}.".startswith(read)]

    def _dictionary_bytes(self, column_chunk: Any) -> int:
        """Return the bytes of a dictionary: the second number in its page's header (compact Thrift)."""
        if not column_chunk.has_dictionary_page:
            return 0
        self.source.raw.seek(column_chunk.dictionary_page_offset)
        header = self.source.raw.read(8)
        if len(header) < 8 or header[1:3] != b"\x04\x15":
            return _BYTES_READ
        number = 0
        for index, byte in enumerate(header[3:]):
            number |= (byte & 0x7F) << 7 * index
            if byte < 0x80:
                break
        return int(number >> 1)

    def _chunk(self, batch: Any, first: int, share: float) -> Chunk:
        texts = _texts(batch.column(self.columns.index(self._selection.text)))
        labels: list[object] = [None] * len(texts)
        if self._selection.label is not None:
            column = batch.column(self.columns.index(self._selection.label))
            labels = _texts(column) if self._selection.label in self._text_columns else python_values(column)
        y_true: list[int | None] = []
        for row, (text, label) in enumerate(zip(texts, labels, strict=True), first):
            try:
                if text is not None and len(text) > MAX_ROW_BYTES:
                    raise ValueError(TOO_LONG)
                if text is None and self._selection.optional:
                    texts[row - first] = ""
                elif not isinstance(text, str):
                    raise ValueError(
                        f"its '{self._selection.text}' is {'null' if text is None else 'not UTF-8'}"
                    )
                if isinstance(label, bytes):
                    raise ValueError(f"its '{self._selection.label}' is not UTF-8")
                y_true.append(
                    self._selection.label_index(label) if self._selection.label is not None else UNLABELLED
                )
            except ValueError as error:
                y_true.append(None)
                self._row_errors.add(row, str(error), text if isinstance(text, bytes) else None, "row")
        good = [index is not None for index in y_true]
        return Chunk(
            [text for text, is_good in zip(texts, good, strict=True) if is_good],
            [index for index in y_true if index is not None],
            self._with_text(batch if all(good) else batch.filter(pyarrow.array(good))),
            share,
            [row for row, is_good in enumerate(good, first) if is_good],
        )

    def _with_text(self, batch: Any) -> Any:
        """Return the batch with texts and labels as text, even if the file stores bytes."""
        for name in self._text_columns:
            index = self.columns.index(name)
            if _is_bytes(batch.schema.types[index]):
                batch = batch.set_column(
                    index, self.schema.field(index), batch.column(index).cast(pyarrow.string())
                )
        return batch


def _decoded_size(batch: Any) -> int:
    """Return the bytes of a batch if each row had its own copy of its dictionary entry."""
    size: int = batch.nbytes
    for column in batch.columns:
        kind = column.type
        if pyarrow.types.is_dictionary(kind) and (_is_text(kind) or _is_bytes(kind)):
            lengths = pyarrow.compute.binary_length(column.dictionary)
            size += pyarrow.compute.sum(lengths.take(column.indices)).as_py() or 0
    return size


def _joined(batches: list[Any]) -> Any:
    if len(batches) == 1:
        return batches[0]
    return pyarrow.Table.from_batches(batches).combine_chunks().to_batches()[0]


def _is_text(kind: Any) -> bool:
    types = pyarrow.types
    kind = kind.value_type if types.is_dictionary(kind) else kind
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_bytes(kind: Any) -> bool:
    types = pyarrow.types
    kind = kind.value_type if types.is_dictionary(kind) else kind
    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind))


def _texts(column: Any) -> list[Any]:
    """Return each text as str, None if it is missing, or bytes if it is not UTF-8."""
    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if _is_bytes(column.type):
        return [_text(value) for value in column.to_pylist()]
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
    """Return the first line of an Arrow error message."""
    return str(error).partition("\n")[0]
