"""Write rows and their scores as Parquet."""

from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
import pyarrow
import pyarrow.parquet
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.json_types import ValueTypes, is_json_text, json_texts
from seqtui.tables.parquet import first_line
from seqtui.tables.rows import Chunk, Table

_GROUP_ROWS, _GROUP_BYTES = 1 << 16, 1 << 24  # of a row group


class ParquetWriter:
    """Writes rows with their scores, in the types of the table's schema.

    Args:
        file: Binary file to write to.
        table: Table that the rows come from. Without a schema all columns are text.
        results: Column names of label, probability, and the probability of each class.
        rule: How a label follows from the probabilities.

    Raises:
        InputError: If Parquet does not support such columns.
    """

    def __init__(self, file: BinaryIO, table: Table, results: list[str], rule: DecisionRule) -> None:
        self._name = table.source.name
        self._rule = rule
        self._label_names = pyarrow.array(rule.label_names, pyarrow.string())
        self._schema = table.schema or pyarrow.schema([(name, pyarrow.string()) for name in table.columns])
        self._results = [
            pyarrow.field(name, pyarrow.float32() if index else pyarrow.string())
            for index, name in enumerate(results)
        ]
        self._full_schema = pyarrow.schema([*self._schema, *self._results], self._schema.metadata)
        self._pending: list[Any] = []
        try:
            self._writer = pyarrow.parquet.ParquetWriter(file, self._full_schema, compression="zstd")
        except pyarrow.ArrowException as error:
            raise InputError(f"{self._name}: {_cannot(error)}") from error

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        """Write a chunk of rows.

        Raises:
            InputError: If Parquet does not support a value, or a row does not match the schema.
        """
        chosen = self._rule.choose(scores)
        results = [
            self._label_names.take(pyarrow.array(chosen)),
            self._rule.probability(scores, chosen),
            *scores.T,
        ]
        arrays = [
            pyarrow.array(result, field.type) for result, field in zip(results, self._results, strict=True)
        ]
        columns = [*self._columns(chunk), *arrays]
        self._pending.append(pyarrow.RecordBatch.from_arrays(columns, schema=self._full_schema))
        if (
            sum(map(len, self._pending)) >= _GROUP_ROWS
            or sum(batch.nbytes for batch in self._pending) >= _GROUP_BYTES
        ):
            self._flush(chunk)

    def __enter__(self) -> "ParquetWriter":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Write pending rows and the footer; after an error only close the file."""
        if kind is not None:
            with suppress(Exception):
                self._writer.close()
            return
        self._flush()
        self._writer.close()

    def _flush(self, chunk: Chunk | None = None) -> None:
        if not self._pending:
            return
        try:
            self._writer.write_table(pyarrow.Table.from_batches(self._pending))
        except pyarrow.ArrowException as error:
            until = f", up to {_position(chunk)}" if chunk else ""
            raise InputError(f"{self._name}{until}: {_cannot(error)}") from error
        self._pending = []

    def _columns(self, chunk: Chunk) -> list[Any]:
        values = chunk.values
        if isinstance(values, pyarrow.RecordBatch):
            return list(values.columns)
        if not isinstance(values[0], dict):
            return [pyarrow.array(column, pyarrow.string()) for column in zip(*values, strict=True)]
        return [
            self._of_json(field, [row.get(field.name) for row in values], chunk) for field in self._schema
        ]

    def _of_json(self, field: Any, values: list[Any], chunk: Chunk) -> Any:
        if is_json_text(field):
            return pyarrow.array(json_texts(values), pyarrow.string())
        if _fits(values, field.type):
            return pyarrow.array(values, field.type)
        line = next(
            line for line, value in zip(chunk.numbers, values, strict=True) if not _fits([value], field.type)
        )
        raise InputError(
            f"{self._name}, line {line}: its '{field.name}' changed after the types were read; the "
            "file must not change while it is scored"
        )


def _fits(values: list[Any], kind: Any) -> bool:
    types = ValueTypes()
    types.add(values)
    return types.fits(kind)


def _position(chunk: Chunk) -> str:
    unit = "row" if isinstance(chunk.values, pyarrow.RecordBatch) else "line"
    return f"{unit} {chunk.numbers[-1]}"


def _cannot(error: Exception) -> str:
    return f"Parquet does not support these values: {first_line(error)}; write .jsonl"
