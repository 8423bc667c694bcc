"""Folders with the local engine: the rows of one file, in order, however they are split."""

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.folders import score_folder
from seqtui.tables.layout import Layout
from seqtui.tables.parquet import ParquetTable
from seqtui.tables.reading import open_table, split_into_spans
from seqtui.tables.rows import RowErrors, Span
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import open_source
from tests.scoring.conftest import read_rows, write_rows
from tests.scoring.score_folders import assert_same_scores, read_folder, write_folder

BAD = b'{"text": 3}\n'


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqtui.scoring.plan.PART_BYTES", 5000)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("source", [".csv", ".jsonl", ".parquet", ".txt", ".csv.gz"])
@pytest.mark.parametrize("output", ["scores", "scores.parquet", "scores.jsonl.zst"])
def test_a_folder_gives_the_rows_and_scores_of_one_file(
    tmp_path: Path, trained: Run, scorer: Scorer, rows: list[dict[str, Any]], source: str, output: str
) -> None:
    few = (
        [row | {"text": row["text"].replace("\n", " ")} for row in rows[:40]]
        if source == ".txt"
        else rows[:40]
    )
    one = write_rows(tmp_path / f"reviews{source}", few)
    folder = write_folder(tmp_path / "reviews", few, 2, source)
    label_column = None if source == ".txt" else "sentiment"
    done = score_folder(trained.onnx_path, folder, tmp_path / output, label_column=label_column)
    parts = sorted((tmp_path / output).iterdir())
    assert done.parts == len(parts) == (2 if source == ".csv.gz" else done.parts) > 1
    scores = tmp_path / f"one{''.join(parts[0].suffixes)}"
    expected = score_file(scorer, one, scores, label_column=label_column)
    assert_same_scores(read_folder(tmp_path / output), read_rows(scores))
    assert done.reviews == expected.reviews == 40
    if label_column:
        assert done.evaluation is not None
        assert expected.evaluation is not None
        assert done.evaluation.counts.tolist() == expected.evaluation.counts.tolist()


def test_a_folder_gives_the_rejected_rows_of_one_file(tmp_path: Path, trained: Run, scorer: Scorer) -> None:
    rows = b"".join(json.dumps({"text": f"good {n}"}).encode() + b"\n" + BAD * (n % 3) for n in range(9))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(BAD + rows)
    (tmp_path / "in" / "b.jsonl").write_bytes(rows)
    with pytest.raises(InputError, match=r"a\.jsonl, line 1: its 'text' is a number"):
        score_folder(trained.onnx_path, tmp_path / "in", tmp_path / "out")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seqtui.scoring.plan.PART_BYTES", 40)
        done = score_folder(trained.onnx_path, tmp_path / "in", tmp_path / "out", errors=tmp_path / "errors")
    score_file(scorer, tmp_path / "in" / "a.jsonl", tmp_path / "a.jsonl", errors=tmp_path / "errors-of-a")
    rejected = read_lines(tmp_path / "errors")
    assert (done.reviews, done.rejected, len(rejected)) == (18, 19, 19)
    assert [row for row in rejected if row.pop("file").endswith("a.jsonl")] == read_lines(
        tmp_path / "errors-of-a"
    )


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@given(
    st.lists(st.lists(st.text('a,"\r\né', max_size=4), min_size=1, max_size=3), max_size=12),
    st.integers(1, 40),
)
def test_a_damaged_file_is_split_between_rows(cells: list[list[str]], size: int) -> None:
    """Rows and rejected lines are the same in parts as in the whole file."""
    content = b"text,id\n" + b"\n".join(",".join(row).encode() for row in cells)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        path.write_bytes(content)
        selection = ColumnSelection("text", None, ["negative", "positive"])

        def read(span: Span | None) -> tuple[list[Any], bytes]:
            rejected = io.BytesIO()
            with open_source(str(path)) as source:
                table = open_table(
                    source, Layout(format="csv"), selection, RowErrors("rows", rejected), True, span
                )
                return [row.values for row in table.rows()], rejected.getvalue()

        with open_source(str(path)) as source:
            columns, spans = split_into_spans(
                source, Layout(format="csv"), selection, RowErrors("rows", io.BytesIO()), True, size
            )
        rows, rejected = read(None)
        parts = [read(span) for span in spans]
        assert columns == ["text", "id"]
        assert [row for part, _ in parts for row in part] == rows
        assert b"".join(part for _, part in parts) == rejected


@given(st.lists(st.integers(1, 90), max_size=6), st.integers(1, 3000))
def test_parquet_is_split_between_rows(groups: list[int], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.parquet"
        schema = pyarrow.schema([("text", pyarrow.string()), ("id", pyarrow.int32())])
        count = 0
        with pyarrow.parquet.ParquetWriter(path, schema) as writer:
            for group in groups:
                ids = range(count, count + group)
                writer.write_table(pyarrow.table([[f"a{n}" for n in ids], ids], schema=schema))
                count += group
        selection, found = ColumnSelection("text", None, ["a"]), []
        with open_source(str(path)) as source:
            spans = ParquetTable(source, selection, RowErrors("rows")).split_into_spans(size)
        for span in spans:
            with open_source(str(path)) as source:
                for chunk in ParquetTable(source, selection, RowErrors("rows"), span).chunks():
                    assert [f"a{n}" for n in chunk.values.column("id").to_pylist()] == chunk.texts
                    found += chunk.texts
        assert found == [f"a{n}" for n in range(count)]


def test_folders_with_mismatched_files_are_refused(tmp_path: Path, trained: Run) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.csv").write_text("text,id\ngood,1\n")

    def error_of(output: str = "out", source: Path = folder) -> str:
        with pytest.raises(InputError) as raised:
            score_folder(trained.onnx_path, source, tmp_path / output)
        return str(raised.value)

    (folder / "b.csv").write_text("text\ngood\n")
    assert "b.csv: its columns are text; those of " in error_of()
    (folder / "b.csv").unlink()
    (folder / "b.jsonl").write_text('{"text": "good"}\n')
    assert "b.jsonl: is JSON lines, " in error_of()
    (folder / "b.jsonl").rename(folder / "notes.md")
    assert "notes.md: its extension names no format; move it away or name the files, as in" in error_of()
    (folder / "notes.md").unlink()
    assert "no file matches this pattern" in error_of(source=folder / "*.tsv")
    assert "is inside the input folder" in error_of(output="in/out")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    assert "the folder is not empty" in error_of(output="full")
    (folder / "day=1").mkdir()
    (folder / "a.csv").rename(folder / "day=1" / "a.csv")
    assert "the name of its folder contains a column" in error_of()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "in"]
