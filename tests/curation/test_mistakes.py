"""The evaluated reviews of a run."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.corpora.corrections import add_correction
from seqtui.curation.mistakes import ReviewFilter, evaluated_reviews
from seqtui.errors import InputError
from seqtui.runs import Run


@pytest.fixture
def run(trained: Run, tmp_path: Path) -> Run:
    """A copy of the trained run, to change."""
    return Run(shutil.copytree(trained.path, tmp_path / "runs" / "copy"))


def test_the_validation_reviews_of_a_run(trained: Run, corpus: Corpus) -> None:
    found = evaluated_reviews(trained)
    metrics = trained.metrics
    assert metrics is not None
    validation = corpus.limited(4000).with_validation(0.1).parts["validation"]
    assert len(found.reviews) == metrics.validation == len(validation)
    for review in found.reviews:
        assert review.text == validation.texts[review.index]
        assert review.label == corpus.class_names[validation.labels[review.index]]
        true = review.probability if not review.is_mistake else 1 - review.probability
        assert review.loss == pytest.approx(-np.log(true), rel=1e-3)
    losses = [review.loss for review in found.reviews]
    assert losses == sorted(losses, reverse=True)
    assert np.mean(losses) == pytest.approx(metrics.val_loss, rel=1e-4)
    wrong = sum(review.is_mistake for review in found.reviews)
    assert 1 - wrong / len(losses) == pytest.approx(metrics.val_accuracy)
    assert found.confusion.sum() - found.confusion.trace() == wrong
    cell = ReviewFilter(label="negative", predicted="positive").apply(found.reviews)
    assert len(cell) == found.confusion[0, 1] > 0
    assert not trained.test_seen


def test_filters(trained: Run) -> None:
    reviews = evaluated_reviews(trained).reviews
    for chosen in (
        ReviewFilter(min_probability=0.6, max_probability=0.7),
        ReviewFilter(min_length=50, max_length=200),
        ReviewFilter(search="THE WORST"),
        ReviewFilter(predicted="negative", search="film", max_length=150),
    ):
        kept = chosen.apply(reviews)
        assert 0 < len(kept) < len(reviews)
        for review in reviews:
            fits = (
                chosen.predicted in (None, review.predicted)
                and chosen.min_probability <= review.probability <= chosen.max_probability
                and chosen.min_length <= review.tokens <= (chosen.max_length or 10**9)
                and chosen.search.lower() in review.text.lower()
            )
            assert fits == (review in kept)
    with pytest.raises(InputError, match="--label negativ: no such label; did you mean 'negative'"):
        ReviewFilter(label="negativ").check(("negative", "positive"))


def test_a_run_without_stored_predictions_is_scored_with_its_exported_file(run: Run) -> None:
    stored = evaluated_reviews(run).reviews
    run.validation_predictions_path.unlink()
    scored = evaluated_reviews(run).reviews
    first, second = ({r.index: (r.predicted, r.loss) for r in reviews} for reviews in (stored, scored))
    for index, (predicted, loss) in first.items():
        assert second[index][0] == predicted
        assert second[index][1] == pytest.approx(loss, abs=1e-3)
    run.onnx_path.unlink()
    with pytest.raises(InputError, match=r"copy: not exported yet; first: seqtui export .*copy --onnx"):
        evaluated_reviews(run)


def test_test_reviews_are_noted_in_the_run(run: Run) -> None:
    found = evaluated_reviews(run, "test")
    assert run.metrics is not None
    assert len(found.reviews) == run.metrics.test
    assert run.test_seen
    content = run.test_seen_path.read_bytes()
    evaluated_reviews(run, "test")
    assert run.test_seen_path.read_bytes() == content
    run.predictions_path.unlink()
    run.test_seen_path.unlink()
    with pytest.raises(InputError, match="no predictions of its test reviews are stored"):
        evaluated_reviews(run, "test")
    assert not run.test_seen


def test_corrections_beside_the_source_are_shown(run: Run) -> None:
    found = evaluated_reviews(run)
    path = run.path.parent / "imdb-25k.corrections.jsonl"
    assert found.corrections.path == path
    worst = found.reviews[0]
    add_correction(path, worst.text, worst.label, worst.predicted, "irony")
    again = evaluated_reviews(run).reviews
    assert (again[0].corrected, again[0].note) == (worst.predicted, "irony")
    assert [review.corrected for review in again[1:]].count(None) >= len(again) - 2
    path.write_text("{}\n")
    with pytest.raises(InputError, match=r"imdb-25k\.corrections\.jsonl, line 1: not a correction"):
        evaluated_reviews(run)


def test_reviews_that_cannot_be_read_again_are_reported_in_one_line(run: Run) -> None:
    recipe = run.recipe_path.read_text()
    run.recipe_path.write_text(recipe.replace("imdb-25k", "/gone/reviews.csv"))
    with pytest.raises(
        InputError, match=r"copy: its reviews cannot be read again: --data /gone/reviews\.csv: no such"
    ):
        evaluated_reviews(run)
    run.recipe_path.write_text(recipe.replace("limit = 4000", "limit = 3000"))
    with pytest.raises(
        InputError, match=r"these reviews differ .*; the run needs those that it was trained on"
    ):
        evaluated_reviews(run)
    run.recipe_path.write_text(recipe)
    other = dict(np.load(run.validation_predictions_path))
    other["reviews"][-1] ^= 1
    np.savez(run.validation_predictions_path, **other)
    with pytest.raises(InputError, match="its stored predictions are of other validation reviews"):
        evaluated_reviews(run)
    run.validation_predictions_path.write_bytes(b"PK")
    with pytest.raises(InputError, match="not a file of predictions"):
        evaluated_reviews(run)


def test_runs_without_validation_reviews_or_weights(run: Run) -> None:
    run.model_path.unlink()
    run.metrics_path.write_text('{"epoch":1,"labels":["negative","positive"]}')
    with pytest.raises(InputError, match="trained without validation reviews; --test shows the test reviews"):
        evaluated_reviews(run)
    run.metrics_path.unlink()
    with pytest.raises(InputError, match="no weights yet"):
        evaluated_reviews(run)
