"""Training with texts without labels: what they add, and what happens when a run is stopped or resumed."""

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.recipe import Recipe
from seqtui.runs import Run, newest_interrupted
from seqtui.runs.events import DataRead, Event, Finished, PhaseBegan, Stopped
from seqtui.text import Vocabulary
from seqtui.training.process import start_trainer
from seqtui.training.recipes import make_recipe
from tests.conftest import seqtui


@pytest.fixture(scope="module")
def reviews(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 120 labelled reviews, 800 test reviews, and 1,000 and 60 reviews without labels."""
    folder = tmp_path_factory.mktemp("reviews")
    train, test = corpus.train, corpus.test.limited(800)
    for name, texts, labels in (
        ("labelled.csv", train.texts[:120], train.labels[:120]),
        ("test.csv", test.texts, test.labels),
    ):
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["text", "label"])
            rows.writerows(zip(texts, labels.tolist(), strict=True))
    for name, count in (("many.csv", 1000), ("few.csv", 60)):
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["text"], *([text] for text in train.texts[120 : 120 + count])])
    return folder


def recipe_of(folder: Path, **settings: object) -> Recipe:
    return make_recipe(
        architecture="nb-ngrams",
        data=str(folder / "labelled.csv"),
        test=str(folder / "test.csv"),
        validation_split=0.0,
        **settings,
    )


def train(run: Run) -> list[Event]:
    assert start_trainer(run).wait() == 0
    return run.events()


def accuracy(events: list[Event]) -> float:
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.test_accuracy is not None
    return end.test_accuracy


@pytest.mark.thorough
def test_texts_without_labels_make_few_labels_go_further(reviews: Path, tmp_path: Path) -> None:
    alone = accuracy(train(Run.create(tmp_path, recipe_of(reviews))))
    run = Run.create(tmp_path, recipe_of(reviews, unlabelled=str(reviews / "many.csv")))
    events = train(run)
    assert accuracy(events) > alone + 0.01
    assert [event.phase for event in events if isinstance(event, PhaseBegan)][:5] == [
        "reading reviews",
        "reading unlabelled texts",
        "encoding reviews",
        "learning text vectors",
        "labelling unlabelled texts",
    ]
    (data,) = (event for event in events if isinstance(event, DataRead))
    assert any("labelled training reviews correctly (out of fold)" in note for note in data.notes)
    assert not run.text_vectors_path.exists()


def test_a_stopped_run_continues_with_the_same_labels(reviews: Path, tmp_path: Path) -> None:
    recipe = recipe_of(reviews, unlabelled=str(reviews / "few.csv"), epochs=1)
    whole, stopped = Run.create(tmp_path, recipe, "whole"), Run.create(tmp_path, recipe, "stopped")
    train(whole)
    stopped.request_stop()
    assert isinstance(train(stopped)[-1], Stopped)
    assert not stopped.pseudo_labels_path.exists()
    shutil.copy(whole.pseudo_labels_path, stopped.pseudo_labels_path)
    stopped.text_vectors_path.write_bytes(b"not yet removed")  # as if it was killed after labelling
    labels = np.load(whole.pseudo_labels_path, allow_pickle=False)
    assert set(labels.tolist()) == {-1, 0, 1}
    resumed = train(stopped)[-1]
    assert isinstance(resumed, Finished)
    assert not stopped.text_vectors_path.exists()
    phases = [event.phase for event in stopped.events() if isinstance(event, PhaseBegan)]
    assert phases.count("learning text vectors") == 1
    assert stopped.vocabulary_path.read_bytes() == whole.vocabulary_path.read_bytes()
    one, other = (np.load(run.checkpoint_path, allow_pickle=False) for run in (whole, stopped))
    states = [name for name in one.files if name.startswith("state")]
    assert states
    assert all(np.array_equal(one[name], other[name]) for name in states)


def test_the_command_reports_what_it_reads_and_refuses_other_texts(tmp_path: Path) -> None:
    words, labels = ("bad dull awful", "good fine lovely", "so so"), ("negative", "positive", "mixed")
    rows = "".join(f"{words[n % 3]} film {n},{labels[n % 3]}\n" for n in range(80))
    (tmp_path / "reviews.csv").write_text(f"text,label\n{rows}")
    texts = [f"{words[n % 3]} play about zebras {n}" for n in range(40)]
    more = tmp_path / "more.txt"
    more.write_text("\n".join([*texts, texts[0], "good fine lovely film 1", "..."]) + "\n")
    options = ("--architecture", "fasttext", "--epochs", 1, "--max-length", 30, "--runs-dir", "runs")
    source = ("--data", "reviews.csv", "--unlabelled")

    absent = seqtui("train", *source, "absent.csv", *options, cwd=tmp_path, code=2)
    assert "--unlabelled absent.csv: no such file" in absent.stderr
    (tmp_path / "blank.csv").write_text("text\n\n")
    blank = seqtui("train", *source, "blank.csv", *options, cwd=tmp_path, code=2)
    assert "blank.csv: no texts" in blank.stderr
    (tmp_path / "empty.csv").touch()
    empty = seqtui("train", "--data", "empty.csv", *options, cwd=tmp_path, code=2)
    assert "empty.csv: the file is empty" in empty.stderr
    assert not (tmp_path / "runs").exists()

    trained = seqtui("train", *source, "more.txt", *options, "--name", "one", cwd=tmp_path)
    assert "40 texts of" in trained.stderr
    assert "omitted: 1 duplicates, 1 that are labelled reviews, 1 without words" in trained.stderr
    run = Run(tmp_path / "runs" / "one")
    assert np.load(run.pseudo_labels_path, allow_pickle=False).max() < len(labels)
    assert run.recipe.unlabelled == str(more)
    assert "zebras" in Vocabulary.load(run.vocabulary_path).words
    assert str(tmp_path) not in run.recipe.shareable().to_toml()

    more.write_text("another text\n")
    again = seqtui("train", run.recipe_path, "--name", "again", cwd=tmp_path, code=2)
    assert f"--unlabelled {more}: these texts differ from those of the recipe" in again.stderr
    lines = run.events_path.read_bytes().splitlines(keepends=True)
    run.events_path.write_bytes(b"".join(lines[:-1]))  # as after a kill
    refused = seqtui("train", "--resume", "one", *options[-2:], cwd=tmp_path, code=2)
    assert "these texts differ" in refused.stderr
    assert run.status().state == "stopped"  # not failed: with the right texts it can be resumed
    interrupted = newest_interrupted(tmp_path / "runs")
    assert interrupted is not None
    assert interrupted.name == "one"
    more.write_text("good fine lovely film 1\n")
    empty = seqtui("train", *source, "more.txt", *options, "--name", "none", cwd=tmp_path, code=2)
    assert "all of its texts are also among the labelled reviews" in empty.stderr
