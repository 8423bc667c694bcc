"""``seqtui mistakes``."""

import json
import shutil
from pathlib import Path

import pytest

from seqtui.corpora import read_corpus
from seqtui.recipe import Recipe
from seqtui.runs import Run
from tests.conftest import seqtui

HOSTILE = "\x1b[2J\x1b]0;owned\x07 [red]boo[/red] \u202egnp.exe"


@pytest.fixture
def run(trained: Run, tmp_path: Path) -> Run:
    return Run(shutil.copytree(trained.path, tmp_path / "runs" / "copy"))


def test_the_list_and_the_matrix(run: Run, tmp_path: Path) -> None:
    lines = [
        json.loads(line) for line in seqtui("mistakes", run.path, "--json", "--limit", 7).stdout.splitlines()
    ]
    summary, *reviews = lines
    assert (summary["set"], summary["reviews"], len(reviews)) == ("validation", 268, 7)
    assert sum(map(sum, summary["confusion"])) == 268
    assert summary["mistakes"] == summary["confusion"][0][1] + summary["confusion"][1][0]
    assert [review["loss"] for review in reviews] == sorted((r["loss"] for r in reviews), reverse=True)
    shown = seqtui("mistakes", "--runs-dir", tmp_path / "runs", "--limit", 7)
    assert shown.stderr == f"run: {run.path} (the newest run with weights)\n"
    head, header, negative, positive, _, count, _, *table = shown.stdout.splitlines()
    assert head.startswith(f"{run.path}: 268 validation reviews, {summary['mistakes']} mistakes (")
    assert header.split() == ["label", "↓", "predicted", "→", "negative", "positive"]
    assert [row.split()[1:] for row in (negative, positive)] == [
        [str(n) for n in row] for row in summary["confusion"]
    ]
    assert count == "268 reviews, the highest loss first; 7 shown, --limit N shows more"
    assert [row.split()[0] for row in table] == [f"{review['loss']:.2f}" for review in reviews]
    assert all(len(row) <= 200 for row in table)


def test_filters_and_wrong_requests(run: Run) -> None:
    options = (
        "--label",
        "negative",
        "--predicted",
        "positive",
        "--min-probability",
        0.6,
        "--max-length",
        300,
    )
    summary, *reviews = map(json.loads, seqtui("mistakes", run.path, *options, "--json").stdout.splitlines())
    assert len(reviews) == min(20, summary["fitting"])
    for review in reviews:
        assert (review["label"], review["predicted"]) == ("negative", "positive")
        assert review["probability"] >= 0.6
        assert review["tokens"] <= 300
    nothing = seqtui("mistakes", run.path, "--search", "no review has this")
    assert nothing.stdout.splitlines()[-1] == "0 reviews, the highest loss first"
    wrong = seqtui("mistakes", run.path, "--label", "neutral", code=2)
    assert wrong.stderr == "seqtui: --label neutral: no such label; choose from negative, positive\n"
    seqtui("mistakes", run.path, "--min-probability", 2, code=2)


def test_test_reviews_are_asked_for_and_noted(run: Run) -> None:
    refused = seqtui("mistakes", run.path, "--test", code=2)
    assert "no terminal to ask whether to show test reviews; --yes shows them" in refused.stderr
    assert not run.test_seen
    assert "looked at" not in seqtui("runs", "show", run.path).stdout
    shown = json.loads(seqtui("mistakes", run.path, "--test", "--yes", "--json").stdout.splitlines()[0])
    assert (shown["set"], shown["reviews"]) == ("test", 1320)
    assert run.test_seen
    seqtui("mistakes", run.path, "--test")  # asked once
    assert "1,320 reviews; test reviews were looked at)" in seqtui("runs", "show", run.path).stdout
    assert json.loads(seqtui("runs", "show", run.path, "--json").stdout)["test_seen"]
    seqtui("report", run.path)
    assert json.loads((run.path / "report.json").read_text())["test_seen"]
    page = (run.path / "report.html").read_text()
    assert "Somebody looked at these reviews and their predictions" in page


def test_hostile_texts_and_many_labels(tmp_path: Path) -> None:
    rows = "".join(f'"{HOSTILE} {n % 14} number {n}",label {n % 14}\n' for n in range(420))
    (tmp_path / "a.csv").write_text(f"text,label\n{rows}", encoding="utf-8")
    seqtui(
        "train", "--data", "a.csv", "--architecture", "fasttext", "--epochs", 1, "--max-length", 30,
        "--name", "a", cwd=tmp_path,
    )  # fmt: skip
    shown = seqtui("mistakes", "a", cwd=tmp_path).stdout
    assert "[red]boo[/red]" in shown
    assert not {c for c in shown if (ord(c) < 32 and c != "\n") or c == "\u202e"}
    lines = shown.splitlines()
    assert lines[1].split() == ["label", "predicted", "mistakes"]
    counts = [int(line.split()[-1]) for line in lines[2:14]]
    assert counts == sorted(counts, reverse=True)
    first = json.loads(seqtui("mistakes", "a", "--json", cwd=tmp_path).stdout.splitlines()[1])
    assert first["text"] in read_corpus(Recipe(data=str(tmp_path / "a.csv")))[0].parts["validation"].texts


def test_a_threshold_and_its_figures(trained: Run) -> None:
    options = ("--threshold", 0.62, "--abstain", 0.1)
    done = seqtui("mistakes", trained.path, *options, "--predicted", "unsure", "--limit", 1000, "--json")
    summary, *reviews = map(json.loads, done.stdout.splitlines())
    (first, second), labels = summary["confusion"], summary["labels"]
    assert (summary["threshold"], summary["abstain"], summary["label"]) == (0.62, 0.1, labels[1])
    assert summary["precision"] == pytest.approx(second[1] / (first[1] + second[1]))
    assert summary["recall"] == pytest.approx(second[1] / sum(second))
    assert summary["f1"] == pytest.approx(
        2 * summary["precision"] * summary["recall"] / (summary["precision"] + summary["recall"])
    )
    assert summary["mistakes"] == first[1] + second[0]
    assert summary["unsure"] == first[2] + second[2] == len(reviews) > 0
    for review in reviews:
        of_second = review["probability"] if review["probability"] > 0.5 else 1 - review["probability"]
        assert (review["predicted"], review["unsure"]) == ("unsure", True)
        assert 0.52 <= of_second < 0.72
    lines = seqtui("mistakes", trained.path, *options).stdout.splitlines()
    assert lines[1].endswith("'negative' if it is below 0.52, otherwise 'unsure'")
    assert lines[2] == (
        f"'positive': precision {summary['precision']:.2%}, recall {summary['recall']:.2%}, F1 "
        f"{summary['f1']:.2%}; {len(reviews)} reviews unsure ({len(reviews) / summary['reviews']:.2%})"
    )
    assert lines[3].split()[-3:] == ["negative", "positive", "unsure"]
    wrong = seqtui("mistakes", trained.path, "--predicted", "unsure", code=2)
    assert "--predicted unsure: no such label" in wrong.stderr
