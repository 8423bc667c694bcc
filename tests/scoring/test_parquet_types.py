"""JSON lines to Parquet: the types are those of all rows."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.folders import score_folder

MANY = 2100  # more rows than a chunk


def as_lines(values: list[Any]) -> bytes:
    return b"".join(json.dumps({"text": "good", "x": value}).encode() + b"\n" for value in values)


def written(scorer: Scorer, folder: Path, values: list[Any]) -> tuple[Any, list[Any], tuple[str, ...]]:
    """Score values; return the type of the column in Parquet, its values and the notes."""
    (folder / "reviews.jsonl").write_bytes(as_lines(values))
    notes = score_file(scorer, folder / "reviews.jsonl", folder / "scores.parquet").notes
    column = pyarrow.parquet.read_table(folder / "scores.parquet").column("x")
    return column.type, column.to_pylist(), notes


WITH_COMMON_TYPE: list[tuple[list[Any], Any]] = [
    ([1, 4.5], pyarrow.float64()),
    ([None, 1, None], pyarrow.int64()),
    ([2**63 - 1, -(2**63)], pyarrow.int64()),
    ([2**53, 0.5], pyarrow.float64()),
    ([None, None], pyarrow.string()),
    ([[], [1], [0.5], None], pyarrow.list_(pyarrow.float64())),
    ([{"a": 1}, {"b": "x"}], pyarrow.struct([("a", pyarrow.int64()), ("b", pyarrow.string())])),
    ([{"a": {"b": [1]}}, {"a": {"c": True}}, {}], None),
]


@pytest.mark.parametrize(("values", "kind"), WITH_COMMON_TYPE)
def test_the_type_holds_all_values(tmp_path: Path, scorer: Scorer, values: list[Any], kind: Any) -> None:
    values = [values[0]] * MANY + values[1:]
    found, read, notes = written(scorer, tmp_path, values)
    assert kind in (None, found)
    assert notes == ()
    assert [without_null(value) for value in read] == [without_null(value) for value in values]


def without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_null(item) for name, item in value.items() if item is not None}
    return value


NESTED: Any = 1
for _ in range(98):
    NESTED = [NESTED]

WITHOUT_COMMON_TYPE: list[tuple[list[Any], str]] = [
    ([1, "x"], "numbers and text"),
    ([1.5, True], "true or false and numbers"),
    ([{"a": 1}, [1]], "lists and objects"),
    ([[1], ["x"]], "numbers and text"),
    ([{"a": {"b": 1}}, {"a": {"b": False}}], "true or false and numbers"),
    ([1, 2**63], "integers of more than 64 bits"),
    ([2**53 + 1, 0.5], "fractions and integers too large for a double"),
    ([{}, None], "objects without keys"),
    ([NESTED], "values nested more than 32 deep"),
    ([{f"k{n}": 1} for n in range(1001)], "objects with more than 1,000 different keys"),
]


@pytest.mark.parametrize(
    ("values", "reason"), WITHOUT_COMMON_TYPE, ids=[reason for _, reason in WITHOUT_COMMON_TYPE]
)
def test_values_without_a_common_type_become_json_text(
    tmp_path: Path, scorer: Scorer, values: list[Any], reason: str
) -> None:
    values = [values[0]] * MANY + values[1:]
    kind, read, notes = written(scorer, tmp_path, values)
    assert kind == pyarrow.string()
    assert repr([value and json.loads(value) for value in read]) == repr(values)
    name = tmp_path / "reviews.jsonl"
    assert notes == (f"{name}: the column 'x' is written as JSON text, because it contains {reason}",)
    field = pyarrow.parquet.read_schema(tmp_path / "scores.parquet").field("x")
    assert field.metadata[b"content-type"] == b"application/json"


def test_the_types_of_a_folder_are_those_of_all_its_files(tmp_path: Path, trained: Run) -> None:
    folder = tmp_path / "reviews"
    folder.mkdir()
    parts: list[list[Any]] = [[1, 2], [4.5], [None]]
    for number, values in enumerate(parts):
        content = as_lines(values)
        (folder / f"{number}.jsonl.gz").write_bytes(gzip.compress(content))
    assert score_folder(trained.onnx_path, folder, tmp_path / "a.parquet").notes == ()
    assert read_folder(tmp_path / "a.parquet") == [1, 2, 4.5, None]
    (folder / "3.jsonl.gz").write_bytes(gzip.compress(as_lines(["x"])))
    (note,) = score_folder(trained.onnx_path, folder, tmp_path / "b.parquet").notes
    assert note.endswith("the column 'x' is written as JSON text, because it contains numbers and text")
    assert read_folder(tmp_path / "b.parquet") == ["1", "2", "4.5", None, '"x"']


def read_folder(folder: Path) -> list[Any]:
    parts = [pyarrow.parquet.read_table(part) for part in sorted(folder.iterdir())]
    return list(pyarrow.concat_tables(parts).column("x").to_pylist())


@pytest.mark.parametrize("is_packed", [False, True])
def test_the_types_of_a_pipe_are_those_of_all_rows(tmp_path: Path, trained: Run, is_packed: bool) -> None:
    content = as_lines([*[1] * MANY, "x"])
    command = [sys.executable, "-m", "seqtui", "score", str(trained.onnx_path), "--input", "-", "--output"]
    done = subprocess.run(
        [*command, str(tmp_path / "scores.parquet")],
        input=gzip.compress(content) if is_packed else content, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    note = b"standard input: the column 'x' is written as JSON text, because it contains numbers and text\n"
    assert done.stderr == note
    read = pyarrow.parquet.read_table(tmp_path / "scores.parquet").column("x").to_pylist()
    assert read == [*["1"] * MANY, '"x"']
    assert [path.name for path in tmp_path.iterdir()] == ["scores.parquet"]


def test_rejected_rows_do_not_affect_the_types(tmp_path: Path, scorer: Scorer) -> None:
    source, errors = tmp_path / "reviews.jsonl", tmp_path / "errors.jsonl"
    source.write_bytes(as_lines([1]) + b'{"text": null, "x": "no number"}\n' + as_lines([2]))
    done = score_file(scorer, source, tmp_path / "scores.parquet", errors=errors)
    assert (done.reviews, done.rejected, done.notes) == (2, 1, ())
    assert pyarrow.parquet.read_table(tmp_path / "scores.parquet").column("x").to_pylist() == [1, 2]
    assert len(errors.read_bytes().splitlines()) == 1


def test_a_file_that_changes_after_its_types_were_read_is_refused(tmp_path: Path, scorer: Scorer) -> None:
    schema = pyarrow.schema([("text", pyarrow.string()), ("x", pyarrow.int64())])
    (tmp_path / "reviews.jsonl").write_bytes(as_lines([1, 2, 4.5]))
    with pytest.raises(InputError, match=r"reviews\.jsonl, line 3: its 'x' changed after the types"):
        score_file(scorer, tmp_path / "reviews.jsonl", tmp_path / "scores.parquet", schema=schema)
    assert not (tmp_path / "scores.parquet").exists()


@pytest.mark.parametrize("escape", [b"\\ud800", b"\\ud800 film", b"\\udc00", b"\\ud800\\ud800"])
def test_half_a_surrogate_pair_is_refused(tmp_path: Path, scorer: Scorer, escape: bytes) -> None:
    (tmp_path / "reviews.jsonl").write_bytes(b'{"text": "\\ud83d\\ude00' + escape + b'"}\n')
    message = r"reviews\.jsonl, line 1: invalid JSON: \\ud[8c]00 is half a surrogate pair"
    with pytest.raises(InputError, match=message):
        score_file(scorer, tmp_path / "reviews.jsonl", tmp_path / "scores.csv")
