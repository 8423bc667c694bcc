"""Rows and their scores as CSV, JSON lines or Parquet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.tables.formats import FORMATS, OUTPUT_FORMATS, extension
from seqtui.tables.rows import TAKEN, Chunk, Table

# What spreadsheets of all languages begin a formula with, and what they take away in front of it.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n\0\ufeff")  # noqa: RUF001


class Writer(Protocol):
    """Takes chunks of rows with the probability of each label, and writes them somewhere."""

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        """Write a chunk."""


def output_format(path: str) -> str:
    """The format that a file's ending asks for.

    Raises:
        InputError: If it asks for none.
    """
    found = OUTPUT_FORMATS.get(extension(path))
    is_compressed = Path(path.lower()).suffix != extension(path)
    if found is None or (is_compressed and not FORMATS[found].is_streamed):
        raise InputError(
            f"--output {path}: its ending names no format; use .csv, .tsv or .jsonl, with .gz or .zst behind "
            "it if you like, or .parquet"
        )
    return found


@contextmanager
def open_writer(
    file: BinaryIO, kind: str, table: Table, class_names: list[str], formulas: bool
) -> Iterator[Writer]:
    """Write one file; it is whole when the context ends without an error.

    Args:
        file: Where to.
        kind: ``csv``, ``tsv``, ``jsonl`` or ``parquet``.
        table: Whose rows will come.
        class_names: Class names, in the order of the network's outputs.
        formulas: Leave cells of CSV that a spreadsheet would compute as they are.

    Raises:
        InputError: If the columns' names do not fit the format, or leave none for the results.
    """
    names = ["label", "probability"]
    names += ["probabilities"] if kind == "jsonl" else [f"probability_{label}" for label in class_names]
    results = [_free(name, table.columns, table.source.name) for name in names]
    if kind in ("csv", "tsv"):
        yield _CsvWriter(file, table, results, class_names, "\t" if kind == "tsv" else ",", formulas)
        return
    if twice := next((name for name, times in Counter(table.columns).items() if times > 1), None):
        raise InputError(f"{table.source.name}: two columns are called '{twice}'; rename one or write .csv")
    if kind == "jsonl":
        yield _JsonWriter(file, table, results, class_names)
        return
    from seqtui.scoring.writing_parquet import ParquetWriter

    with ParquetWriter(file, table, results, class_names) as writer:
        yield writer


def _free(name: str, columns: list[str], source: str) -> str:
    """The name of a column of results beside the input's own."""
    other = TAKEN + name
    if name in columns and other in columns:
        raise InputError(f"{source}: has both a column '{name}' and a column '{other}'; rename one of them")
    return other if name in columns else name


class _CsvWriter:
    def __init__(
        self, file: BinaryIO, table: Table, results: list[str], class_names: list[str], delimiter: str,
        formulas: bool,
    ) -> None:  # fmt: skip
        self._file = file
        self._table = table
        self._delimiter = delimiter
        self._formulas = formulas
        self._class_names = self._cells(class_names)
        self._write([[*self._cells(table.columns), *self._cells(results)]])

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        lines = []
        for row, probabilities in zip(_rows(chunk, self._table), scores.tolist(), strict=True):
            cells = [value if isinstance(value, str) else _cell(value) for value in row]
            best = max(probabilities)
            shown = [f"{probability:.7g}" for probability in (best, *probabilities)]
            lines.append([*self._cells(cells), self._class_names[probabilities.index(best)], *shown])
        self._write(lines)

    def _write(self, rows: list[list[str]]) -> None:
        lines = [self._delimiter.join(map(self._quoted, row)) for row in rows]
        self._file.write("\r\n".join([*lines, ""]).encode("utf-8"))

    def _quoted(self, cell: str) -> str:
        """As csv.writer would write it, in a fifth of the time."""
        if self._delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def _cells(self, cells: list[str]) -> list[str]:
        if self._formulas:
            return cells
        return [_harmless(cell) if cell.startswith(_FORMULA) else cell for cell in cells]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe in front, unless it is a number."""
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


def _cell(value: Any) -> str:
    """A value of JSON or Parquet as CSV: text, dates and times bare, nothing for null, the rest as JSON."""
    if value is None:
        return ""
    return _json(value).decode().strip('"')


class _JsonWriter:
    def __init__(self, file: BinaryIO, table: Table, results: list[str], class_names: list[str]) -> None:
        self._file = file
        self._table = table
        self._label, self._probability, self._probabilities = results
        self._class_names = class_names

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        rows = chunk.values
        if not isinstance(rows, list) or not isinstance(rows[0], dict):
            columns = self._table.columns
            rows = [dict(zip(columns, row, strict=True)) for row in _rows(chunk, self._table)]
        lines = []
        for row, probabilities in zip(rows, scores.tolist(), strict=True):
            best = max(probabilities)
            row[self._label] = self._class_names[probabilities.index(best)]
            row[self._probability] = best
            row[self._probabilities] = dict(zip(self._class_names, probabilities, strict=True))
            lines.append(_json(row))
        self._file.write(b"\n".join([*lines, b""]))


def _rows(chunk: Chunk, table: Table) -> Iterable[Sequence[Any]]:
    """The values of each row in the order of the columns."""
    values = chunk.values
    if not isinstance(values, list):
        return zip(*_arrow_columns(chunk, table), strict=True)
    if values and isinstance(values[0], dict):
        return ([row.get(name) for name in table.columns] for row in values)
    return values


def _arrow_columns(chunk: Chunk, table: Table) -> Iterator[list[Any]]:
    from seqtui.scoring.arrow_values import exact_values

    for name, column in zip(table.columns, chunk.values.columns, strict=True):
        try:
            yield exact_values(column)
        except InputError as error:
            row = chunk.numbers[_first_inexact(column)]
            raise InputError(f"{table.source.name}, row {row}: the column '{name}': {error}") from error


def _first_inexact(column: Any) -> int:
    """The index of the first value that cannot be written, in a column that has one."""
    from seqtui.scoring.arrow_values import exact_values

    for index in range(len(column)):
        try:
            exact_values(column.slice(index, 1))
        except InputError:
            return index
    return 0


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value, enc_hook=str)
