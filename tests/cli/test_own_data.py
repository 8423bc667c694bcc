"""The whole workflow on the command line, from files of reviews in three formats to scores."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from seqtui.runs import Run
from tests.conftest import seqtui
from tests.own_data import write_four_labels, write_latin1_csv, write_tree


@pytest.mark.parametrize(
    ("write", "labels", "network", "columns"),
    [
        pytest.param(
            write_latin1_csv,
            ["negative", "positive"],
            "fasttext",
            ("--text-column", "review", "--encoding", "cp1252"),
            marks=pytest.mark.thorough,
        ),
        (
            write_four_labels,
            [
                f"{source} {label}"
                for source in ("imdb", "rotten_tomatoes")
                for label in ("negative", "positive")
            ],
            "lstm",
            (),
        ),
        pytest.param(write_tree, ["negative", "positive"], "nb-ngrams", (), marks=pytest.mark.thorough),
    ],
)
def test_train_export_and_score(
    tmp_path: Path,
    write: Callable[[Path, int], Path],
    labels: list[str],
    network: str,
    columns: tuple[str, ...],
) -> None:
    data = write(tmp_path, 60)
    trained = seqtui(
        "train", "--data", data.name, "--architecture", network, "--epochs", 1, "--class-weights", "balanced",
        "--name", "mine", "--json", cwd=tmp_path,
    )  # fmt: skip
    events = {event["event"]: event for event in map(json.loads, trained.stdout.splitlines())}
    assert events["data"]["labels"] == labels
    assert sum(events["data"][part] for part in ("train", "validation", "test")) == 60 * (
        4 if len(labels) == 4 else 2
    )
    hints = [note for note in events["data"]["notes"] if note.startswith("network: ")]
    assert bool(hints) == (network != "nb-ngrams")  # few reviews
    parity = json.loads(seqtui("export", "mine", "--onnx", "--json", cwd=tmp_path).stdout)
    assert parity["verified"]
    assert parity["max_abs_difference"] < 1e-5
    metrics = Run(tmp_path / "runs" / "mine").metrics
    assert metrics
    assert list(metrics.class_names) == labels
    model = tmp_path / "runs" / "mine" / "model.onnx"
    score = json.loads(seqtui("score", model, "A fine film", "--json", "--explain").stdout)
    assert list(score["probabilities"]) == labels
    assert sum(score["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    assert score["explained"] == (score["label"] if len(labels) > 2 else labels[1])
    assert len(score["words"]) == 3
    if data.is_dir():
        return
    label = "sentiment" if columns else "label"
    done = seqtui(
        "score", model, "--input", data, *columns, "--label-column", label, "--output", tmp_path / "o.csv",
        "--json", "--errors", tmp_path / "bad.jsonl",
    )  # fmt: skip
    summary = json.loads(done.stdout)
    assert summary["labels"] == labels
    assert [len(row) for row in summary["confusion"]] == [len(labels)] * len(labels)
    header = (tmp_path / "o.csv").read_text().splitlines()[0]
    assert header.endswith(",".join(f"probability_{label}" for label in labels))


def test_a_hostile_label_stays_text(tmp_path: Path) -> None:
    rows = [{"text": f"film {index}", "label": ("\x1b[2J[/]", "<b>")[index % 2]} for index in range(40)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = seqtui("data", "show", tmp_path / "a.jsonl")
    assert "\x1b" not in done.stdout
    assert "[2J[/]" in done.stdout
    about = json.loads(seqtui("data", "show", tmp_path / "a.jsonl", "--json").stdout)
    assert about["labels"] == {"\x1b[2J[/]": 20, "<b>": 20}


@pytest.mark.parametrize(
    ("content", "options", "problem"),
    [
        ("text,label\n", (), "own.csv: no texts"),
        ("text,label\nfine,good\n", ("--label-column", "mood"), "own.csv: no column 'mood'"),
        ("id,label\n1,good\n2,bad\n", (), "own.csv: no column looks like text"),
        ('text,label\n"fine,good\n', (), "own.csv, line 2: a quote is opened and never closed"),
        ("text,label\nfine,good\n", ("--test", "missing.csv"), "--test missing.csv: no such file"),
    ],
)
@pytest.mark.parametrize("command", ["train", "search"])
def test_a_table_that_cannot_be_read_makes_no_run(
    tmp_path: Path, command: str, content: str, options: tuple[str, ...], problem: str
) -> None:
    (tmp_path / "own.csv").write_text(content)
    done = seqtui(command, "--data", "own.csv", *options, cwd=tmp_path, code=2)
    assert f"seqtui: {problem}" in done.stderr.replace(f"{tmp_path}/", "")
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]
