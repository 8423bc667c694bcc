import csv
import datetime
import os
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.corpora import Corpus
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.files import ScoringProgress
from tests.hostile.models import relabelled
from tests.scoring.conftest import FORMATS, read_rows, write_rows


@pytest.fixture(scope="module")
def rows(corpus: Corpus) -> list[dict[str, Any]]:
    """Real reviews without line breaks, so that they fit in text lines, and an empty one."""
    reviews = zip(corpus.test.texts, corpus.test.labels, strict=True)
    found = [(text, int(label)) for text, label in reviews if "\n" not in text][:39]
    return [
        {"id": index, "text": text, "sentiment": label}
        for index, (text, label) in enumerate([*found, ("", 0)])
    ]


@pytest.fixture(autouse=True)
def _small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqtui.tables.rows._CHUNK_ROWS", 7)
    monkeypatch.setattr("seqtui.tables.parquet._ROWS", 7)


def probabilities(rows: list[dict[str, Any]]) -> list[float]:
    return [float(row.get("probability_positive") or row["probabilities"]["positive"]) for row in rows]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_read(
    tmp_path: Path, scorer: Scorer, rows: list[dict[str, Any]], ending: str
) -> None:
    source = write_rows(tmp_path / f"reviews.{ending}", rows)
    summary = score_file(scorer, source, tmp_path / "scores.jsonl")
    scored = read_rows(tmp_path / "scores.jsonl")
    assert summary.reviews == len(scored) == 40
    expected = [score.probabilities["positive"] for score in scorer.score([row["text"] for row in rows])]
    assert probabilities(scored) == pytest.approx(expected, abs=1e-6)
    columns = ["text"] if "txt" in ending else ["id", "text", "sentiment"]
    saved = [[str(row[column]) for column in columns] for row in scored]
    assert saved == [[str(row[column]) for column in columns] for row in rows]
    assert list(scored[0]) == [*columns, "label", "probability", "probabilities"]


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet", "csv.gz", "jsonl.zst"])
@pytest.mark.parametrize("source", ["csv", "jsonl", "parquet"])
def test_every_format_is_written(
    tmp_path: Path, scorer: Scorer, rows: list[dict[str, Any]], source: str, ending: str
) -> None:
    output = tmp_path / f"scores.{ending}"
    score_file(scorer, write_rows(tmp_path / f"reviews.{source}", rows), output)
    scored = read_rows(output)
    expected = scorer.score([row["text"] for row in rows])
    assert [row["label"] for row in scored] == [score.label for score in expected]
    assert [float(row["probability"]) for row in scored] == pytest.approx(
        [score.probability for score in expected], abs=1e-6
    )
    assert probabilities(scored) == pytest.approx(
        [score.probabilities["positive"] for score in expected], abs=1e-6
    )
    typed = source != "csv" and ending in ("jsonl", "jsonl.zst", "parquet")
    assert [row["id"] for row in scored] == [row["id"] if typed else str(row["id"]) for row in rows]
    assert list(tmp_path.glob(".*")) == []


def test_parquet_columns_keep_their_types(tmp_path: Path, scorer: Scorer) -> None:
    table = pyarrow.table(
        {
            "when": pyarrow.array([1, None], pyarrow.timestamp("ns")),
            "text": pyarrow.array(["good", "bad"]).dictionary_encode(),
            "tags": [["a"], []],
            "price": pyarrow.array([1, 2], pyarrow.decimal128(5, 2)),
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "reviews.parquet")
    score_file(scorer, tmp_path / "reviews.parquet", tmp_path / "scores.parquet")
    written = pyarrow.parquet.read_table(tmp_path / "scores.parquet")
    assert written.select(table.column_names).equals(table)
    assert written.schema.field("probability").type == pyarrow.float32()
    score_file(scorer, tmp_path / "reviews.parquet", tmp_path / "scores.jsonl")
    first, second = read_rows(tmp_path / "scores.jsonl")
    assert (first["when"], first["tags"], first["price"]) == ("1970-01-01 00:00:00.000000001", ["a"], "1.00")
    score_file(scorer, tmp_path / "reviews.parquet", tmp_path / "scores.csv")
    assert read_rows(tmp_path / "scores.csv")[1]["when"] == ""
    assert second["when"] is None


def test_json_values_are_written_to_csv(tmp_path: Path, scorer: Scorer) -> None:
    row = {"text": "good", "stars": 4.5, "seen": True, "none": None, "tags": ["a", 1], "day": "2026-11-25"}
    write_rows(tmp_path / "reviews.jsonl", [row])
    score_file(scorer, tmp_path / "reviews.jsonl", tmp_path / "scores.csv")
    (scored,) = read_rows(tmp_path / "scores.csv")
    assert [scored[name] for name in row] == ["good", "4.5", "true", "", '["a",1]', "2026-11-25"]
    day = pyarrow.table({"text": ["good"], "day": [datetime.date(2026, 11, 25)]})
    pyarrow.parquet.write_table(day, tmp_path / "reviews.parquet")
    score_file(scorer, tmp_path / "reviews.parquet", tmp_path / "scores.csv")
    assert read_rows(tmp_path / "scores.csv")[0]["day"] == "2026-11-25"


def test_only_json_output_allows_rows_with_other_keys(tmp_path: Path, scorer: Scorer) -> None:
    source = tmp_path / "reviews.jsonl"
    source.write_text('{"text": "good"}\n\n{"text": "bad", "id": 12345678901234567890123}\n')
    score_file(scorer, source, tmp_path / "scores.jsonl")
    assert read_rows(tmp_path / "scores.jsonl")[1]["id"] == 12345678901234567890123
    for ending in ("csv", "parquet"):
        with pytest.raises(
            InputError, match=r"line 3: it has the key 'id', which the first row does not have"
        ):
            score_file(scorer, source, tmp_path / f"scores.{ending}")
    source.write_text('{"text": "good"}\n{"text": "bad", "label": "mine"}\n')
    with pytest.raises(
        InputError, match=r"line 2: it has the key 'label', which the first row does not have"
    ):
        score_file(scorer, source, tmp_path / "scores.jsonl")


def test_a_column_named_like_a_result_is_kept(tmp_path: Path, scorer: Scorer) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text("label,text\nmine,good\n")
    score_file(scorer, source, tmp_path / "once.csv")
    (scored,) = read_rows(tmp_path / "once.csv")
    assert list(scored) == [
        "label", "text", "predicted_label", "probability", "probability_negative", "probability_positive",
    ]  # fmt: skip
    assert scored["label"] == "mine"
    with pytest.raises(InputError, match="both a column 'label' and a column 'predicted_label'; rename"):
        score_file(scorer, tmp_path / "once.csv", tmp_path / "twice.csv")


def test_two_columns_with_the_same_name(tmp_path: Path, scorer: Scorer) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text("x,text,x\n1,good,2\n")
    score_file(scorer, source, tmp_path / "scores.csv")
    with (tmp_path / "scores.csv").open(newline="") as file:
        assert [row[:3] for row in csv.reader(file)] == [["x", "text", "x"], ["1", "good", "2"]]
    for ending in ("jsonl", "parquet"):
        with pytest.raises(InputError, match=r"two columns are called 'x'; rename one or write \.csv"):
            score_file(scorer, source, tmp_path / f"scores.{ending}")
    source.write_text("text,text\ngood,bad\n")
    with pytest.raises(InputError, match="2 columns are called 'text'; rename one"):
        score_file(scorer, source, tmp_path / "scores.csv")


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet"])
def test_a_file_without_rows_gives_a_complete_file_without_rows(
    tmp_path: Path, scorer: Scorer, ending: str
) -> None:
    (tmp_path / "reviews.csv").write_text("id,text\n")
    summary = score_file(scorer, tmp_path / "reviews.csv", tmp_path / f"scores.{ending}", label_column="id")
    assert read_rows(tmp_path / f"scores.{ending}") == []
    assert summary.evaluation is not None
    assert (summary.reviews, summary.evaluation.accuracy) == (0, None)
    (tmp_path / "none.jsonl").write_text("\n")
    score_file(scorer, tmp_path / "none.jsonl", tmp_path / f"scores.{ending}")
    assert read_rows(tmp_path / f"scores.{ending}") == []


TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.text("a,\t\n\r\"' ")


@settings(max_examples=30)
@given(rows=st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), ending=st.sampled_from(["csv", "tsv"]))
def test_written_csv_reads_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, scorer: Scorer, rows: list[tuple[str, str]], ending: str
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    source = write_rows(folder / "reviews.jsonl", [{"text": text, "x,\t": other} for text, other in rows])
    score_file(scorer, source, folder / f"scores.{ending}", formulas=True)
    with (folder / f"scores.{ending}").open(newline="", encoding="utf-8") as file:
        read = list(csv.reader(file, "excel" if ending == "csv" else "excel-tab"))
    assert [tuple(row[:2]) for row in read] == [("text", "x,\t"), *rows]
    assert {len(row) for row in read} == {6}


FORMULAS = [
    *("=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "\ufeff=1", "-2+3+cmd|' /C calc'!A0"),
    *("\uff1d1+1", "\uff0bcmd", "\uff0dx", "\uff20SUM(A1)"),  # full-width characters of Japanese keyboards
]
CELLS = ["good", "'=1", "", "a=1", "-1.5", "+2e3", "1,5"]


def test_cells_that_look_like_formulas_are_escaped(tmp_path: Path, scorer: Scorer) -> None:
    rows = [{"text": cell, "-n": "-1.5", "=label": cell} for cell in FORMULAS + CELLS]
    source = write_rows(tmp_path / "reviews.csv", rows)
    for ending, shown in (("csv", "'"), ("tsv", "'"), ("as-it-is.csv", ""), ("jsonl", ""), ("parquet", "")):
        output = tmp_path / f"scores.{ending}"
        score_file(scorer, source, output, formulas="as-it-is" in ending)
        scored = read_rows(output)
        for column in ("text", f"{shown}=label"):
            assert [row[column] for row in scored] == [shown + cell for cell in FORMULAS] + CELLS
        assert {row[f"{shown}-n"] for row in scored} == {"-1.5"}


def test_labels_that_look_like_formulas_are_escaped(tmp_path: Path, trained: Run) -> None:
    labels = ["=cmd|' /C calc'!A0", "@fine"]
    relabelled(trained.onnx_path, labels, tmp_path / "model.onnx")
    (tmp_path / "reviews.csv").write_text("text\nwonderful\nawful\n")
    for ending, shown in (("csv", "'"), ("tsv", "'"), ("jsonl", ""), ("parquet", "")):
        output = tmp_path / f"scores.{ending}"
        score_file(Scorer(tmp_path / "model.onnx"), tmp_path / "reviews.csv", output)
        assert {row["label"] for row in read_rows(output)} <= {shown + label for label in labels}


def test_accuracy_and_confusion_matrix(tmp_path: Path, scorer: Scorer, rows: list[dict[str, Any]]) -> None:
    y_pred = [score.label == "positive" for score in scorer.score([row["text"] for row in rows])]
    for names, source in (((0, 1), "parquet"), (("negative", "positive"), "csv"), ((False, True), "jsonl")):
        labelled = [row | {"sentiment": names[row["sentiment"]]} for row in rows]
        labelled[0]["sentiment"] = None
        path = write_rows(tmp_path / f"reviews.{source}", labelled)
        summary = score_file(scorer, path, tmp_path / "scores.jsonl", label_column="sentiment")
        found = summary.evaluation
        assert found is not None
        correct = sum(
            positive == bool(row["sentiment"]) for positive, row in list(zip(y_pred, rows, strict=True))[1:]
        )
        assert (found.reviews, found.unlabelled) == (39, 1)
        assert found.accuracy == pytest.approx(correct / 39)
        assert found.counts[1].sum() == sum(row["sentiment"] for row in rows[1:])
        assert found.counts[:, 1].sum() == sum(y_pred[1:])


def test_a_label_unknown_to_the_network_is_refused(tmp_path: Path, scorer: Scorer) -> None:
    (tmp_path / "reviews.csv").write_text("text,stars\ngood,2\n")
    with pytest.raises(InputError, match=r"line 2: its label '2' is none of negative, positive"):
        score_file(scorer, tmp_path / "reviews.csv", tmp_path / "scores.csv", label_column="stars")


@pytest.mark.filterwarnings("error")  # closing the files must not raise again
@pytest.mark.parametrize("ending", ["csv", "jsonl.gz", "csv.zst", "parquet"])
def test_an_old_output_stays_until_the_new_one_is_complete(
    tmp_path: Path, scorer: Scorer, ending: str
) -> None:
    output = tmp_path / f"scores.{ending}"
    output.write_text("old")
    (tmp_path / "errors.jsonl").write_text("old")
    (tmp_path / "reviews.csv").write_text("text\n" + "good\n" * 30 + "a,b\n")
    with pytest.raises(InputError, match="line 32: 2 fields"):
        score_file(scorer, tmp_path / "reviews.csv", output)

    def interrupt(progress: ScoringProgress) -> None:
        if progress.reviews > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        score_file(
            scorer, tmp_path / "reviews.csv", output, errors=tmp_path / "errors.jsonl",
            on_progress=interrupt,
        )  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == {"errors.jsonl", "reviews.csv", output.name}
    assert output.read_text() == (tmp_path / "errors.jsonl").read_text() == "old"


def test_outputs_that_cannot_be_written_are_refused(tmp_path: Path, scorer: Scorer) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text("text\ngood\n")
    (tmp_path / "link.csv").symlink_to(source)
    for output, errors, message in (
        (source, None, "this file is in use in the same command"),
        (tmp_path / "link.csv", None, "this file is in use in the same command"),
        (tmp_path / "scores.csv", tmp_path / "scores.csv", "this file is in use in the same command"),
        (tmp_path / "none" / "scores.csv", None, "no such folder"),
        (tmp_path, None, "its extension names no format; use .csv"),
        (tmp_path / "scores.txt", None, "its extension names no format; use .csv"),
        (tmp_path / "scores.csv.bz2", None, "its extension names no format; use .csv"),
        (tmp_path / "scores.parquet.gz", None, "its extension names no format; use .csv"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=message):
            score_file(scorer, source, output, errors=errors)
    assert source.read_text() == "text\ngood\n"


def test_scores_can_be_written_to_a_pipe(tmp_path: Path, scorer: Scorer) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text("text\ngood\n")
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    score_file(scorer, source, pipe)
    assert os.read(reader, 100).startswith(b"text,label,probability")
    os.close(reader)
    assert pipe.is_fifo()


def test_progress_reaches_the_end(tmp_path: Path, trained: Run, rows: list[dict[str, Any]]) -> None:
    for ending in ("csv", "jsonl.zst", "parquet"):
        reported: list[ScoringProgress] = []
        source = write_rows(tmp_path / f"reviews.{ending}", rows)
        score_file(Scorer(trained.onnx_path), source, tmp_path / "scores.csv", on_progress=reported.append)
        assert [progress.reviews for progress in reported] == [7, 14, 21, 28, 35, 40]
        shares = [progress.share or 0.0 for progress in reported]
        assert shares == sorted(shares)
        assert shares[-1] == 1
