"""``seqtui score`` in a subprocess: output, exit codes and files."""

import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from seqtui.corpora import Corpus
from seqtui.runs import Run
from tests.conftest import TIMEOUT, seqtui


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> Path:
    """A hundred real reviews as CSV, with their labels."""
    path = tmp_path_factory.mktemp("reviews") / "reviews.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["review", "sentiment"])
        writer.writerows(zip(corpus.test.texts[:100], corpus.test.labels[:100], strict=True))
    return path


def test_a_file_of_scores_with_accuracy(trained: Run, reviews: Path, tmp_path: Path) -> None:
    arguments = ["score", trained.onnx_path, "--input", reviews, "--text-column", "review"]
    arguments += ["--label-column", "sentiment", "--output", tmp_path / "scores.jsonl"]
    done = seqtui(*arguments)
    printed = done.stdout.splitlines()
    assert printed[0].startswith(f"{tmp_path / 'scores.jsonl'}: 100 reviews in ")
    assert printed[1].endswith("(100 reviews with a label)")
    assert [line.split()[0] for line in printed[2:]] == ["negative", "negative", "positive", "true"]
    (note,) = done.stderr.splitlines()
    assert note.endswith(
        "true labels are read as indices of the network's labels: 0 is 'negative', 1 is 'positive'"
    )

    summary = json.loads(seqtui(*arguments, "--json").stdout)
    scored = [json.loads(line) for line in (tmp_path / "scores.jsonl").read_text().splitlines()]
    correct = sum(row["label"] == ("negative", "positive")[int(row["sentiment"])] for row in scored)
    assert (summary["reviews"], summary["set_aside"], summary["unlabelled"]) == (100, 0, 0)
    assert summary["accuracy"] == correct / 100
    assert f"accuracy {correct}.00%" in printed[1]
    assert sum(map(sum, summary["confusion"])) == 100
    assert summary["labels"] == ["negative", "positive"]


def test_scores_on_stdout_are_one_object_per_line(trained: Run, reviews: Path) -> None:
    arguments = ["score", trained.onnx_path, "--input", reviews, "--text-column", "review"]
    done = seqtui(*arguments, "--label-column", "sentiment", "--json")
    scores = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(scores) == 100
    assert all(set(score) == {"label", "probability", "probabilities"} for score in scores)
    assert "(100 reviews with a label)" in done.stderr


def test_scores_in_a_pipe_have_the_format_of_the_input(trained: Run, reviews: Path) -> None:
    def pipe(content: bytes, *arguments: str) -> str:
        command = [sys.executable, "-m", "seqtui", "score", str(trained.onnx_path)]
        command += ["--input", "-", "--output", "-", *arguments]
        done = subprocess.run(command, input=content, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    rows = list(
        csv.DictReader(pipe(reviews.read_bytes(), "--text-column", "review").splitlines(keepends=True))
    )
    assert len(rows) == 100
    assert list(rows[0])[:3] == ["review", "sentiment", "label"]
    (row,) = pipe(b'{"text": "good", "id": 7}\n').splitlines()
    assert json.loads(row)["id"] == 7
    assert pipe(b"good\n").splitlines()[0].startswith("text,label,probability")


def test_rejected_rows_are_reported(trained: Run, tmp_path: Path) -> None:
    source = tmp_path / "reviews\x1b[2J.csv"
    source.write_text("text\ngood\na,b\n")
    arguments = ["score", trained.onnx_path, "--input", source, "--output", tmp_path / "scores.csv"]
    done = seqtui(*arguments, code=2)
    assert ".csv, line 3: 2 fields, the header has 1" in done.stderr
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
    assert "\x1b" not in done.stderr
    assert list(tmp_path.iterdir()) == [source]
    done = seqtui(*arguments, "--errors", tmp_path / "errors.jsonl")
    assert done.stderr == f"{tmp_path / 'errors.jsonl'}: 1 row rejected\n"
    assert json.loads((tmp_path / "errors.jsonl").read_text())["raw"] == "a,b\n"


def test_explain_shows_the_words_behind_a_score(trained: Run, tmp_path: Path) -> None:
    text = "A wonderful film, the best"
    done = seqtui("score", trained.onnx_path, text, "--explain")
    line, words = done.stdout.splitlines()
    assert line.endswith(text)
    assert words.startswith("\tpositive:\t")
    assert "wonderful +0." in words or "best +0." in words
    (tmp_path / "lines.txt").write_text(f"{text}\nThe worst\n")
    done = seqtui("score", trained.onnx_path, "--input", tmp_path / "lines.txt", "--explain", "--json")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert [word["text"] for word in first["words"]] == ["A", "wonderful", "film", "the", "best"]
    assert all(text[word["start"] : word["end"]] == word["text"] for word in first["words"])
    assert [word["push"] < 0 for word in second["words"]][1]
    command: list[str | bytes] = [sys.executable, "-m", "seqtui", "score", str(trained.onnx_path)]
    command += [b"caf\xe9 good", "--explain", "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert "good" in [word["text"] for word in json.loads(done.stdout)["words"]]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["a", "--output", "b.csv"], "--output requires --input FILE"),
        (["a", "--label-column", "b"], "--label-column requires --input FILE"),
        (["a", "--errors", "b"], "--errors requires --input FILE"),
        (["--input", "-", "--output", "b.csv", "--explain"], "--explain prints the words; leave out"),
        (["--input", "-", "--output", "-", "--json"], "would both write to standard output"),
        (["--input", "-", "--formulas"], "--formulas requires --output"),
        (["--input", "-", "--output", "b.doc"], "--output b.doc: its extension names no format"),
    ],
)  # fmt: skip
def test_contradictory_options_are_refused(
    trained: Run, tmp_path: Path, arguments: list[str], line: str
) -> None:
    done = seqtui("score", trained.onnx_path, *arguments, cwd=tmp_path, code=2)
    assert line in done.stderr
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_an_endless_pipe_is_scored_line_by_line(trained: Run) -> None:
    score = f"{sys.executable} -m seqtui score {trained.onnx_path} --input -"
    script = f"yes good | {score} | head -3; echo ${{PIPESTATUS[1]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=TIMEOUT)
    assert done.stdout.splitlines()[3] == "0"
    assert done.stderr == ""


def test_an_interrupted_score_leaves_no_files(trained: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "reviews.txt")
    command = [sys.executable, "-m", "seqtui", "score", str(trained.onnx_path), "--input", "reviews.txt"]
    command += ["--output", "scores.csv", "--errors", "errors.jsonl"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    with (tmp_path / "reviews.txt").open("w") as pipe:
        pipe.write("good\n" * 10_000)
        pipe.flush()
        while not any(path.stat().st_size for path in tmp_path.glob(".scores.*.csv")):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, errors.strip()) == (130, "seqtui: interrupted")
    assert list(tmp_path.iterdir()) == [tmp_path / "reviews.txt"]


def test_progress_is_shown_on_a_terminal(trained: Run, reviews: Path, tmp_path: Path) -> None:
    leader, terminal = pty.openpty()
    command = [sys.executable, "-m", "seqtui", "score", str(trained.onnx_path), "--input", str(reviews)]
    command += ["--text-column", "review", "--output", str(tmp_path / "scores.csv")]
    done = subprocess.run(
        command, stderr=terminal, stdout=subprocess.PIPE, env=os.environ | {"COLUMNS": "120"}
    )
    os.close(terminal)
    output = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert done.returncode == 0
    assert "100 reviews, " in output
    assert "100%" in output
