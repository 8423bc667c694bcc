"""Every column and every value is preserved, from every format to every format.

The rules for equal values are in docs/score-files.md, "From one format to another":

- CSV and TSV contain text. It is the same text in every format.
- JSON to JSON: the same value, type and keys.
- JSON to Parquet: numbers compare as numbers and a missing key is null; a column that is marked as JSON text
  contains the JSON of each value.
- Parquet to Parquet: the same Arrow type and value.
- Parquet to JSON: bytes in base64, dates, times, durations and decimals as text, NaN and infinities as text.
- JSON and Parquet to CSV: text without quotes, empty for null, anything else as in JSON.

The environment variable ROUND_TRIPS sets the number of tables per pair of formats, for example 1000.
"""

import base64
import csv
import gzip
import io
import json
import math
import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqtui.runs import Run
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.folders import score_folder

FORMATS = ["csv", "tsv", "jsonl", "parquet"]
PACKED = ["", ".gz", ".zst"]
EXAMPLES = int(os.environ.get("ROUND_TRIPS", "10"))
FEW = max(3, EXAMPLES // 5)  # for folders, which load the model each time
PAIRS = pytest.mark.parametrize(("source", "output"), [(a, b) for a in FORMATS for b in FORMATS])

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.text("a,;\t\n\r\"'\\ ", max_size=6)
NAMES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=6)
    .filter(lambda name: not name.startswith(("predicted_", "prob", "label", "text"))),
    max_size=3, unique=True,
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _small_windows() -> Iterator[None]:
    """Use small chunks, so that types also change between chunks, row groups and parts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seqtui.tables.rows._CHUNK_ROWS", 2)
        patch.setattr("seqtui.tables.parquet._ROWS", 2)
        patch.setattr("seqtui.scoring.writing_parquet._GROUP_ROWS", 3)
        patch.setattr("seqtui.scoring.plan.PART_BYTES", 60)
        yield


# --- tables -----------------------------------------------------------------------------------------------

SMALL = st.integers(-9, 9)
NUMBERS = SMALL | st.sampled_from([2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**63, 2**64, 10**30])
SCALARS = st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abé") | TEXT, inner, max_size=3)
    ),
    max_leaves=5,
)


@st.composite
def json_columns(draw: st.DrawFn, size: int) -> list[Any]:
    """Values of one kind, with up to two values of other kinds."""
    kinds: list[st.SearchStrategy[Any]] = [
        st.booleans(), SMALL, NUMBERS, st.floats(-9, 9), TEXT, st.lists(SMALL, max_size=2),
        st.fixed_dictionaries({}, optional={"a": SMALL, "b": TEXT, "c": st.lists(st.floats(-9, 9))}), JSON,
    ]  # fmt: skip
    usual = draw(st.sampled_from(kinds))
    values = draw(st.lists(st.none() | usual, min_size=size, max_size=size))
    for row in draw(st.lists(st.integers(0, size - 1), max_size=2)):
        values[row] = draw(JSON)
    return values


class ArrowKind(NamedTuple):
    """An Arrow type, a strategy for its values, and a comparison with a value in JSON."""

    type: Any
    values: st.SearchStrategy[Any]
    same: Callable[[Any, Any], bool]


def same_float(value: float, found: Any) -> bool:
    if math.isfinite(value):
        return isinstance(found, float) and found == value
    return found == ("NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity")


def same_json(value: Any, found: Any) -> bool:
    """Return whether two JSON values are equal, including their types and the sign of zero."""
    if type(value) is not type(found):
        return False
    if isinstance(value, dict):
        return value.keys() == found.keys() and all(same_json(value[name], found[name]) for name in value)
    if isinstance(value, list):
        return len(value) == len(found) and all(map(same_json, value, found))
    return repr(value) == repr(found)


def same_nanoseconds(value: int, found: Any) -> bool:
    seconds, rest = divmod(value, 10**9)
    moment = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    text, _, fraction = found.replace(" ", "T").partition(".")
    return datetime.fromisoformat(text) == moment and int(fraction.ljust(9, "0") or 0) == rest


FLOATS = st.floats(width=32) | st.sampled_from([math.nan, math.inf, -math.inf])
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))
SIMPLE = [
    ArrowKind(pyarrow.bool_(), st.booleans(), same_json),
    ArrowKind(pyarrow.int8(), st.integers(-128, 127), same_json),
    ArrowKind(pyarrow.int64(), st.integers(-(2**63), 2**63 - 1), same_json),
    ArrowKind(pyarrow.uint64(), st.integers(0, 2**64 - 1), same_json),
    ArrowKind(pyarrow.float64(), FLOATS, same_float),
    ArrowKind(pyarrow.float32(), FLOATS, same_float),
    ArrowKind(pyarrow.string(), TEXT, same_json),
    ArrowKind(pyarrow.large_string(), TEXT, same_json),
    ArrowKind(pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), TEXT, same_json),
    ArrowKind(pyarrow.binary(), st.binary(max_size=4), lambda value, found: base64.b64decode(found) == value),
    ArrowKind(pyarrow.date32(), DATES, lambda value, found: date.fromisoformat(found) == value),
    ArrowKind(
        pyarrow.timestamp("us"), MOMENTS, lambda value, found: datetime.fromisoformat(found) == value
    ),
    ArrowKind(
        pyarrow.timestamp("us", "UTC"), MOMENTS.map(lambda value: value.replace(tzinfo=UTC)),
        lambda value, found: datetime.fromisoformat(found.replace("Z", "+00:00")) == value,
    ),
    ArrowKind(
        pyarrow.timestamp("ns"), st.integers(0, 2**62) | SMALL.map(lambda n: n * 1000), same_nanoseconds
    ),
    ArrowKind(
        pyarrow.decimal128(20, 3), st.integers(-(10**18), 10**18).map(lambda n: Decimal(n).scaleb(-3)),
        lambda value, found: Decimal(found) == value,
    ),
]  # fmt: skip


def list_of(kind: ArrowKind) -> ArrowKind:
    return ArrowKind(
        pyarrow.list_(kind.type), st.lists(st.none() | kind.values, max_size=2),
        lambda value, found: len(value) == len(found) and all(
            other is None if one is None else kind.same(one, other)
            for one, other in zip(value, found, strict=True)
        ),
    )  # fmt: skip


def struct_of(kind: ArrowKind) -> ArrowKind:
    return ArrowKind(
        pyarrow.struct([("a", kind.type)]), st.fixed_dictionaries({"a": kind.values}),
        lambda value, found: list(found) == ["a"] and kind.same(value["a"], found["a"]),
    )  # fmt: skip


NESTABLE = [kind for kind in SIMPLE if kind.type != pyarrow.timestamp("ns")]
KINDS = (
    st.sampled_from(SIMPLE)
    | st.sampled_from(NESTABLE).map(list_of)
    | st.sampled_from(NESTABLE).map(struct_of)
)


class Table(NamedTuple):
    """Rows of a file, as columns; the first column contains the reviews."""

    columns: dict[str, list[Any]]
    missing: set[tuple[int, str]]  # keys that rows of JSON lack
    kinds: list[ArrowKind]


@st.composite
def tables(draw: st.DrawFn, source: str) -> Table:
    size = draw(st.integers(1, 6))
    names = draw(NAMES)
    columns: dict[str, list[Any]] = {"text": draw(st.lists(TEXT, min_size=size, max_size=size))}
    missing: set[tuple[int, str]] = set()
    kinds = [SIMPLE[6]]
    for name in names:
        if source == "jsonl":
            columns[name] = draw(json_columns(size))
            missing |= {(row, name) for row in draw(st.sets(st.integers(0, size - 1), max_size=1)) if row}
        elif source == "parquet":
            kinds.append(draw(KINDS))
            columns[name] = draw(st.lists(st.none() | kinds[-1].values, min_size=size, max_size=size))
        else:
            columns[name] = draw(st.lists(TEXT, min_size=size, max_size=size))
    return Table(columns, missing, kinds)


def arrow_table(table: Table) -> Any:
    arrays = [
        pyarrow.array(values, kind.type)
        for values, kind in zip(table.columns.values(), table.kinds, strict=True)
    ]
    return pyarrow.table(arrays, names=list(table.columns))


def objects(table: Table) -> list[dict[str, Any]]:
    """Return the rows as JSON objects."""
    return [
        {
            name: value
            for name, value in zip(table.columns, row, strict=True)
            if (index, name) not in table.missing
        }
        for index, row in enumerate(zip(*table.columns.values(), strict=True))
    ]


def written(table: Table, kind: str, first: int, end: int) -> bytes:
    """Return some rows as the content of a file, written without code of seqtui."""
    if kind == "parquet":
        buffer = io.BytesIO()
        pyarrow.parquet.write_table(arrow_table(table).slice(first, end - first), buffer, row_group_size=2)
        return buffer.getvalue()
    if kind == "jsonl":
        return "".join(json.dumps(row) + "\n" for row in objects(table)[first:end]).encode()
    text = io.StringIO(newline="")
    writer = csv.writer(text, "excel" if kind == "csv" else "excel-tab", quoting=csv.QUOTE_ALL)
    writer.writerow(table.columns)
    writer.writerows(list(zip(*table.columns.values(), strict=True))[first:end])
    return text.getvalue().encode()


# --- comparison --------------------------------------------------------------------------------------------


def unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(content)
    if path.suffix == ".zst":
        with pyarrow.CompressedInputStream(pyarrow.BufferReader(content), "zstd") as stream:
            return bytes(stream.read())
    return content


def check(table: Table, source: str, output: str, paths: list[Path]) -> None:
    """Compare the written file, or all parts, with the table."""
    size = len(table.columns["text"])
    if output == "parquet":
        check_parquet(table, source, [pyarrow.parquet.read_table(path) for path in paths])
        return
    contents = [unpacked(path).decode() for path in paths]
    if output == "jsonl":
        rows = [json.loads(line) for content in contents for line in content.split("\n") if line]
        assert len(rows) == size
        if source == "jsonl":
            saved = [{name: row[name] for name in row if name in table.columns} for row in rows]
            assert all(map(same_json, objects(table), saved))
            return
        assert all(list(row)[: len(table.columns)] == list(table.columns) for row in rows)
        for (name, values), kind in zip(table.columns.items(), kinds_of(table), strict=True):
            for value, row in zip(values, rows, strict=True):
                assert row[name] is None if value is None else kind.same(value, row[name]), (name, value, row)
        return
    cells: list[list[str]] = []
    for content in contents:
        header, *lines = csv.reader(
            io.StringIO(content, newline=""), "excel" if output == "csv" else "excel-tab"
        )
        assert header[: len(table.columns)] == list(table.columns)
        assert {len(line) for line in lines} <= {len(header)}
        cells += lines
    assert len(cells) == size
    json_rows = objects(table)
    for index, ((name, values), kind) in enumerate(zip(table.columns.items(), kinds_of(table), strict=True)):
        for number, (value, row) in enumerate(zip(values, cells, strict=True)):
            if source == "jsonl":
                value = json_rows[number].get(name)
            if value is None:
                assert row[index] == ""
            elif isinstance(value, str):
                assert row[index] == value
            else:
                found = json.loads(row[index]) if reads_as_json(row[index], kind) else row[index]
                same = same_json if source == "jsonl" else kind.same
                assert same(value, found), (name, value, row[index])


def kinds_of(table: Table) -> list[ArrowKind]:
    return table.kinds if len(table.kinds) == len(table.columns) else [SIMPLE[6]] * len(table.columns)


def reads_as_json(cell: str, kind: ArrowKind) -> bool:
    """Return whether a cell is JSON and not plain text of a date, decimal, bytes, NaN or infinity."""
    types = pyarrow.types
    is_plain = (
        types.is_temporal(kind.type) or types.is_binary(kind.type) or types.is_decimal(kind.type)
        or (types.is_floating(kind.type) and cell in ("NaN", "Infinity", "-Infinity"))
    )  # fmt: skip
    return not is_plain


def check_parquet(table: Table, source: str, found: list[Any]) -> None:
    assert len({part.schema for part in found}) == 1
    whole = pyarrow.concat_tables(found)
    assert whole.column_names[: len(table.columns)] == list(table.columns)
    assert len(whole) == len(table.columns["text"])
    if source == "parquet":
        expected = arrow_table(table)
        saved = whole.select(expected.column_names)
        assert saved.schema.equals(expected.schema)
        assert repr(saved.to_pylist()) == repr(expected.to_pylist())
        return
    json_rows = objects(table)
    for name, values in table.columns.items():
        read = whole.column(name).to_pylist()
        if source != "jsonl":
            assert read == values
            continue
        field = whole.schema.field(name)
        is_json = (field.metadata or {}).get(b"content-type") == b"application/json"
        for row, value in zip(json_rows, read, strict=True):
            if is_json and value is not None:
                assert same_json(row[name], json.loads(value))
            else:
                assert as_numbers(row.get(name)) == as_numbers(value), (field, row, value)


def as_numbers(value: Any) -> Any:
    """Return a value without null keys whose numbers compare as numbers, but not with booleans."""
    if isinstance(value, dict):
        return {name: as_numbers(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return list(map(as_numbers, value))
    return (type(value), value) if isinstance(value, bool) else value


# --- the tests --------------------------------------------------------------------------------------------


def packed(content: bytes, ending: str) -> bytes:
    if ending == ".gz":
        return gzip.compress(content)
    return bytes(pyarrow.compress(content, "zstd", asbytes=True)) if ending == ".zst" else content


def endings(kind: str) -> st.SearchStrategy[str]:
    return st.just("") if kind == "parquet" else st.sampled_from(PACKED)


@PAIRS
def test_every_value_of_a_file_is_preserved(scorer: Scorer, source: str, output: str) -> None:
    @settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(tables(source), endings(source), endings(output))
    def check_one(table: Table, packed_in: str, packed_out: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"reviews.{source}{packed_in}"
            path.write_bytes(packed(written(table, source, 0, len(table.columns["text"])), packed_in))
            target = Path(folder) / f"scores.{output}{packed_out}"
            score_file(scorer, path, target, formulas=True)
            check(table, source, output, [target])

    check_one()


@PAIRS
def test_every_value_of_a_folder_is_preserved(trained: Run, source: str, output: str) -> None:
    @settings(deadline=None, max_examples=FEW, suppress_health_check=list(HealthCheck))
    @given(tables(source), st.integers(0, 6), endings(source), endings(output))
    def check_one(table: Table, cut: int, packed_in: str, packed_out: str) -> None:
        size = len(table.columns["text"])
        with tempfile.TemporaryDirectory() as folder:
            reviews = Path(folder) / "reviews"
            reviews.mkdir()
            for number, (first, end) in enumerate([(0, min(cut, size)), (min(cut, size), size)]):
                if first < end:
                    content = packed(written(table, source, first, end), packed_in)
                    (reviews / f"{number}.{source}{packed_in}").write_bytes(content)
            target = Path(folder) / f"scores.{output}{packed_out}"
            score_folder(trained.onnx_path, reviews, target, formulas=True)
            check(table, source, output, sorted(target.iterdir()))

    check_one()
