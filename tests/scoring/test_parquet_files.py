"""Parquet of other writers, and damaged Parquet."""

import datetime
import io
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
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import read_head
from seqtui.tables.streams import Source
from tests.hostile.tables import (
    ROWS,
    with_dictionary_beyond_the_end,
    with_encrypted_column,
    with_name_of_bytes,
    with_too_few_rows,
)
from tests.scoring.conftest import read_rows

DAMAGED = [
    (with_too_few_rows, "after row 40: damaged: no more rows, but its metadata count 60"),
    (with_dictionary_beyond_the_end, "after row 0: cannot be read: Dictionary page must be before data page"),
    (with_name_of_bytes, "not a readable Parquet file: 'utf-8' codec can't decode byte 0xff"),
]


def test_parquet_from_a_pipe_is_refused_as_parquet(tmp_path: Path) -> None:
    path = tmp_path / "reviews.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"review": ["A fine film", "A dull film"]}), path)
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as cat:
        assert cat.stdout is not None
        source = Source("standard input", io.FileIO(cat.stdout.fileno(), closefd=False))
        layout = detect_layout(source, "-", TableOptions(), has_columns=False)
        with pytest.raises(InputError, match="standard input: Parquet is read from a plain file"):
            read_head(source, layout)


@pytest.mark.parametrize(("make", "message"), DAMAGED)
def test_a_damaged_file_is_refused(tmp_path: Path, scorer: Scorer, make: Any, message: str) -> None:
    (tmp_path / "reviews.parquet").write_bytes(make())
    for output in ("scores.csv", "scores.parquet"):
        with pytest.raises(InputError, match=rf"reviews\.parquet(, |: ){message}"):
            score_file(scorer, tmp_path / "reviews.parquet", tmp_path / output)
    assert [path.name for path in tmp_path.iterdir()] == ["reviews.parquet"]


def test_an_encrypted_column_is_omitted_and_reported(tmp_path: Path, trained: Run) -> None:
    """Runs in a subprocess, because older versions of Arrow aborted it."""
    (tmp_path / "reviews.parquet").write_bytes(with_encrypted_column("label"))

    def score(*more: str) -> "subprocess.CompletedProcess[str]":
        command = [
            sys.executable,
            "-m",
            "seqtui",
            "score",
            str(trained.onnx_path),
            "--input",
            "reviews.parquet",
        ]
        return subprocess.run([*command, *more], capture_output=True, text=True, cwd=tmp_path)

    for output in ("scores.jsonl", "scores.parquet"):
        done = score("--output", output)
        assert (done.returncode, done.stderr) == (
            0, "reviews.parquet: the column 'label' is encrypted and skipped\n",
        )  # fmt: skip
        rows = read_rows(tmp_path / output)
        assert [(row["text"], row["stars"]) for row in rows] == [(row["text"], row["stars"]) for row in ROWS]
        assert rows[0]["label"] in ("negative", "positive")
    done = score("--output", "scores.csv", "--label-column", "label")
    assert (done.returncode, done.stderr) == (
        2, "seqtui: reviews.parquet: the column 'label' is encrypted; save it without encryption\n",
    )  # fmt: skip
    assert not (tmp_path / "scores.csv").exists()


def test_text_that_is_stored_as_bytes(tmp_path: Path, scorer: Scorer) -> None:
    source, errors = tmp_path / "reviews.parquet", tmp_path / "errors.jsonl"
    columns = {
        "text": [b"caf\xc3\xa9", b"\xff", b""],
        "stars": [b"positive", b"negative", b"negative"],
        "data": [b"\xff\x00", b"", b"a"],
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), source)
    with pytest.raises(InputError, match="row 2: its 'text' is not UTF-8"):
        score_file(scorer, source, tmp_path / "scores.jsonl")
    for ending in ("jsonl", "parquet"):
        done = score_file(scorer, source, tmp_path / f"scores.{ending}", label_column="stars", errors=errors)
        rows = read_rows(tmp_path / f"scores.{ending}")
        assert [(row["text"], row["stars"]) for row in rows] == [("café", "positive"), ("", "negative")]
        assert [row["data"] for row in rows] == (
            ["/wA=", "YQ=="] if ending == "jsonl" else [b"\xff\x00", b"a"]
        )
        assert done.evaluation is not None
        assert done.evaluation.reviews == 2


def test_values_that_text_formats_cannot_represent_are_refused(tmp_path: Path, scorer: Scorer) -> None:
    invalid = pyarrow.array([b"a", b"b\xe4d"]).view(pyarrow.string())
    moment = pyarrow.array([[1], [1]], pyarrow.list_(pyarrow.timestamp("ns")))
    for column, reason in (
        (invalid, "it contains text that is not UTF-8"),
        (moment, r"its type list<.*timestamp\[ns\]>"),
    ):
        pyarrow.parquet.write_table(pyarrow.table({"text": ["a", "b"], "x": column}), tmp_path / "a.parquet")
        for ending in ("csv", "jsonl"):
            with pytest.raises(
                InputError, match=rf"a\.parquet, row [12]: the column 'x': {reason}.*write \.parq"
            ):
                score_file(scorer, tmp_path / "a.parquet", tmp_path / f"scores.{ending}")
        score_file(scorer, tmp_path / "a.parquet", tmp_path / "scores.parquet")
        assert pyarrow.parquet.read_table(tmp_path / "scores.parquet").column("x").combine_chunks() == column


def test_numbers_and_times_without_a_json_type_become_text(tmp_path: Path, scorer: Scorer) -> None:
    table = pyarrow.table({
        "text": ["a"] * 3,
        "number": [float("nan"), float("-inf"), None],
        "list": [[float("inf")], [], None],
        "time": pyarrow.array([1, 60_000_000_000, None], pyarrow.time64("ns")),
        "span": pyarrow.array([-1, 10**9, None], pyarrow.duration("ns")),
        "day": [datetime.date(2026, 1, 2)] * 3,
    })  # fmt: skip
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    score_file(scorer, tmp_path / "a.parquet", tmp_path / "a.jsonl")
    score_file(scorer, tmp_path / "a.parquet", tmp_path / "a.csv", formulas=True)
    rows, cells = read_rows(tmp_path / "a.jsonl"), read_rows(tmp_path / "a.csv")
    assert [row["number"] for row in rows] == ["NaN", "-Infinity", None]
    assert [row["number"] for row in cells] == ["NaN", "-Infinity", ""]
    assert [row["list"] for row in rows] == [["Infinity"], [], None]
    assert [row["list"] for row in cells] == ['["Infinity"]', "[]", ""]
    assert [row["time"] for row in rows] == ["00:00:00.000000001", "00:01:00.000000000", None]
    assert [row["span"] for row in cells] == ["-PT0.000000001S", "PT1.000000000S", ""]
    assert rows[0]["day"] == "2026-01-02"
