"""Parquet out."""

from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
import pyarrow
import pyarrow.parquet
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.tables.parquet import first_line
from seqtui.tables.rows import Window

_GROUP_ROWS, _GROUP_BYTES = 1 << 16, 1 << 24  # of a row group that we write


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
            _array(name, column, kind)
            for name, column, kind in zip(self._columns, columns, types, strict=True)
        ]
        return pyarrow.RecordBatch.from_arrays(arrays, names=self._columns)


def schema_of(window: Window, columns: list[str]) -> Any:
    """The types that rows of JSON get: those of their first window."""
    return pyarrow.schema(
        [(name, _array(name, [row.get(name) for row in window.values], None).type) for name in columns]
    )


def _array(name: str, values: list[Any], kind: Any) -> Any:
    try:
        array = pyarrow.array(values, kind)
    except (pyarrow.ArrowException, OverflowError) as error:
        raise InputError(
            f"the column '{name}' holds values of different kinds, which Parquet cannot: "
            f"{first_line(error)}; write .jsonl"
        ) from error
    return array.cast(pyarrow.string()) if pyarrow.types.is_null(array.type) else array
