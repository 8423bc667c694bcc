"""Write rows and their scores as CSV, JSON lines or Parquet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.scoring.decision import DecisionRule
from seqtui.tables.formats import FORMATS, OUTPUT_FORMATS, extension
from seqtui.tables.rows import RESULT_PREFIX, Chunk, Table

_COMPRESSED = (".gz", ".zst")  # what open_destination compresses

# Characters that start a formula in spreadsheets, and characters that spreadsheets remove before it.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n\0\ufeff")  # noqa: RUF001


class Writer(Protocol):
    """Writes chunks of rows with the probabilities of the classes."""

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        """Write a chunk.

        Args:
            chunk: Rows.
            scores: Probabilities. Shape (rows, classes), float32.
        """


def output_format(path: str, option: str = "--output") -> str:
    """Return the format that an output path's extension names.

    Args:
        path: Path of the output.
        option: Option that set it, for messages. Default: ``--output``.

    Raises:
        InputError: If it names no format that can be written.

    Example:
        >>> output_format("scores.csv.gz")
        'csv'
    """
    found = OUTPUT_FORMATS.get(extension(path))
    last = Path(path.lower()).suffix
    is_compressed = last != extension(path)
    if found is None or (is_compressed and not (FORMATS[found].is_streamed and last in _COMPRESSED)):
        raise InputError(
            f"{option} {path}: its extension names no format; use .csv, .tsv or .jsonl, optionally followed "
            "by .gz or .zst, or .parquet"
        )
    return found


@contextmanager
def open_writer(
    file: BinaryIO, kind: str, table: Table, rule: DecisionRule, formulas: bool
) -> Iterator[Writer]:
    """Open a writer; the file is complete when the context exits without an error.

    Args:
        file: Binary file to write to.
        kind: ``csv``, ``tsv``, ``jsonl`` or ``parquet``.
        table: Table that the rows come from.
        rule: How a label follows from the probabilities.
        formulas: Keep CSV cells that a spreadsheet would evaluate.

    Yields:
        The writer.

    Raises:
        InputError: If column names are duplicated, or conflict with those of the results.
    """
    names = ["label", "probability"]
    names += ["probabilities"] if kind == "jsonl" else [f"probability_{label}" for label in rule.class_names]
    results = [_result_name(name, table.columns, table.source.name) for name in names]
    if kind in ("csv", "tsv"):
        yield _CsvWriter(file, table, results, rule, "\t" if kind == "tsv" else ",", formulas)
        return
    if duplicate := next((name for name, times in Counter(table.columns).items() if times > 1), None):
        raise InputError(
            f"{table.source.name}: two columns are called '{duplicate}'; rename one or write .csv"
        )
    if kind == "jsonl":
        yield _JsonWriter(file, table, results, rule)
        return
    from seqtui.scoring.writing_parquet import ParquetWriter

    with ParquetWriter(file, table, results, rule) as writer:
        yield writer


def _result_name(name: str, columns: list[str], source: str) -> str:
    """Return a column name for a result that the input does not use."""
    prefixed = RESULT_PREFIX + name
    if name in columns and prefixed in columns:
        raise InputError(
            f"{source}: has both a column '{name}' and a column '{prefixed}'; rename one of them"
        )
    return prefixed if name in columns else name


class _CsvWriter:
    def __init__(
        self, file: BinaryIO, table: Table, results: list[str], rule: DecisionRule, delimiter: str,
        formulas: bool,
    ) -> None:  # fmt: skip
        self._file = file
        self._table = table
        self._delimiter = delimiter
        self._formulas = formulas
        self._rule = rule
        self._label_names = self._cells([*rule.label_names])
        self._write([[*self._cells(table.columns), *self._cells(results)]])

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        chosen = self._rule.choose(scores)
        numbers = np.column_stack([self._rule.probability(scores, chosen), scores]).tolist()
        lines = []
        for row, label, probabilities in zip(
            _rows(chunk, self._table), chosen.tolist(), numbers, strict=True
        ):
            cells = [value if isinstance(value, str) else _cell(value) for value in row]
            shown = [f"{probability:.7g}" for probability in probabilities]
            lines.append([*self._cells(cells), self._label_names[label], *shown])
        self._write(lines)

    def _write(self, rows: list[list[str]]) -> None:
        lines = [self._delimiter.join(map(self._quoted, row)) for row in rows]
        self._file.write("\r\n".join([*lines, ""]).encode("utf-8"))

    def _quoted(self, cell: str) -> str:
        """Quote a cell as csv.writer does, five times as fast."""
        if self._delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def _cells(self, cells: list[str]) -> list[str]:
        if self._formulas:
            return cells
        return [_escape_formula(cell) if cell.startswith(_FORMULA) else cell for cell in cells]


def _escape_formula(cell: str) -> str:
    """Prefix a cell with an apostrophe, unless it is a number, so that spreadsheets do not evaluate it."""
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


def _cell(value: Any) -> str:
    """Return a JSON or Parquet value as a CSV cell: null is empty, other values are JSON without quotes."""
    if value is None:
        return ""
    return _json(value).decode().strip('"')


class _JsonWriter:
    def __init__(self, file: BinaryIO, table: Table, results: list[str], rule: DecisionRule) -> None:
        self._file = file
        self._table = table
        self._label, self._probability, self._probabilities = results
        self._rule = rule

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        rows = chunk.values
        if not isinstance(rows, list) or not isinstance(rows[0], dict):
            columns = self._table.columns
            rows = [dict(zip(columns, row, strict=True)) for row in _rows(chunk, self._table)]
        chosen = self._rule.choose(scores)
        of_labels = self._rule.probability(scores, chosen).tolist()
        results = zip(chosen.tolist(), of_labels, scores.tolist(), strict=True)
        lines = []
        for row, (label, probability, probabilities) in zip(rows, results, strict=True):
            row[self._label] = self._rule.label_names[label]
            row[self._probability] = probability
            row[self._probabilities] = dict(zip(self._rule.class_names, probabilities, strict=True))
            lines.append(_json(row))
        self._file.write(b"\n".join([*lines, b""]))


def _rows(chunk: Chunk, table: Table) -> Iterable[Sequence[Any]]:
    """Return the values of each row in the order of the columns."""
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
    """Return the index of the first value that cannot be written."""
    from seqtui.scoring.arrow_values import exact_values

    for index in range(len(column)):
        try:
            exact_values(column.slice(index, 1))
        except InputError:
            return index
    return 0


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value, enc_hook=str)
