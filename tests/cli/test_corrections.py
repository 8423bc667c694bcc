"""Training with corrected labels, and what happens when the corrections change."""

import json
from pathlib import Path

import pytest

from seqtui.corpora import read_corpus
from seqtui.corpora.corrections import add_correction, undo_correction
from seqtui.recipe import Recipe
from seqtui.runs import Run
from tests.conftest import seqtui

SMALL = ("--architecture", "fasttext", "--epochs", 2, "--max-length", 30, "--runs-dir", "runs")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reviews.csv"
    words = ("bad dull awful", "good fine lovely")
    rows = "".join(f"{words[n % 2]} film {n},{('negative', 'positive')[n % 2]}\n" for n in range(80))
    path.write_text(f"text,label\n{rows}")
    return path


def test_a_run_with_corrections(source: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    plain = Recipe(data=str(source))
    corpus = read_corpus(plain)[0]
    add_correction(file, corpus.train.texts[0], corpus.class_names[corpus.train.labels[0]], "positive")
    add_correction(file, corpus.train.texts[0], corpus.class_names[corpus.train.labels[0]], "negative")
    add_correction(file, corpus.test.texts[0], *label_and_other(corpus.test.labels[0]))
    add_correction(file, "in no source", "negative", "positive")
    shown = seqtui("data", "show", source, "--corrections", file).stdout
    assert "corrections: " in shown
    assert "corrected texts that are not among these reviews: 1 (line 4)" in shown
    counted = json.loads(seqtui("data", "show", source, "--corrections", file, "--json").stdout)
    assert counted["findings"]["corrections"] == str(file)
    assert sum(count for *_, count in counted["findings"]["corrected"]) in (1, 2)

    recipe = tmp_path / "mine.toml"
    recipe.write_text('data = "reviews.csv"\ncorrections = "mine.jsonl"\n')
    trained = seqtui("train", recipe, *SMALL, "--name", "corrected", cwd=tmp_path)
    assert "corrected texts that are not among these reviews: 1 (line 4)" in trained.stderr
    run = Run(tmp_path / "runs" / "corrected")
    assert run.recipe.corrections == str(file)
    assert run.recipe.data_fingerprint == read_corpus(run.recipe)[1] != read_corpus(plain)[1]

    # The run keeps its corrections: it can be exported and evaluated after more of them were made.
    copy = run.corrections_path.read_bytes()
    add_correction(file, corpus.test.texts[1], *label_and_other(corpus.test.labels[1]))
    exported = seqtui("export", run.path, "--json", cwd=tmp_path)
    assert json.loads(exported.stdout)["accuracy_onnx"] == pytest.approx(
        run.metrics and run.metrics.test_accuracy
    )
    assert run.corrections_path.read_bytes() == copy

    # The recipe of the run refuses the new corrections, as it would refuse another source.
    again = seqtui("train", run.recipe_path, "--name", "again", cwd=tmp_path, code=2)
    assert f"with --corrections {file}: these reviews differ from those of the recipe" in again.stderr
    undo_correction(file, corpus.test.texts[1])
    seqtui("train", run.recipe_path, "--name", "third", cwd=tmp_path)


def label_and_other(label: int) -> tuple[str, str]:
    names = ("negative", "positive")
    return names[label], names[1 - label]


def test_changed_corrections_are_noticed_when_a_run_is_resumed(source: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    add_correction(file, "bad dull awful film 0", "negative", "positive")
    options = ("--data", source, "--corrections", file, *SMALL, "--name", "stopped")
    run = Run(tmp_path / "runs" / "stopped")
    seqtui("train", *options, cwd=tmp_path)
    lines = run.events_path.read_bytes().splitlines(keepends=True)
    first_epoch = next(index for index, line in enumerate(lines) if b'"event":"epoch"' in line)
    run.events_path.write_bytes(b"".join(lines[: first_epoch + 1]))  # as after a kill
    add_correction(file, "good fine lovely film 1", "positive", "negative")
    copy = run.corrections_path.read_bytes()
    refused = seqtui("train", "--resume", "stopped", "--runs-dir", "runs", cwd=tmp_path, code=2)
    assert "these reviews differ from those of the recipe" in refused.stderr
    assert run.corrections_path.read_bytes() == copy
    undo_correction(file, "good fine lovely film 1")
    seqtui("train", "--resume", "stopped", "--runs-dir", "runs", cwd=tmp_path)


def test_corrections_are_checked_before_a_run_is_created(source: Path, tmp_path: Path) -> None:
    options = ("--data", source, *SMALL)
    missing = seqtui("train", *options, "--corrections", "absent.jsonl", cwd=tmp_path, code=2)
    assert missing.stderr == f"seqtui: --corrections {tmp_path / 'absent.jsonl'}: no such file\n"
    broken = seqtui("train", *options, "--corrections", source, cwd=tmp_path, code=2)
    assert broken.stderr.startswith(f"seqtui: {source}, line 1: not a correction: ")
    searched = seqtui("search", "--corrections", source, "--runs-dir", "runs", cwd=tmp_path, code=2)
    assert searched.stderr.startswith(f"seqtui: {source}, line 1: not a correction: ")
    assert not (tmp_path / "runs").exists()
