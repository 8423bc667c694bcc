"""Vectors of texts: what they say, and that neither cores nor interruptions change them."""

from pathlib import Path

import numpy as np
import pytest

from seqtui.architectures.found_ngrams import FoundNGrams
from seqtui.architectures.ngram_counts import NGrams
from seqtui.text.encoded import EncodedReviews
from seqtui.training import text_vectors
from seqtui.training.text_vectors import Vectors, learn_vectors

SUBJECTS = (range(10, 40), range(40, 70))  # word ids
COMMON = range(2, 10)


def ngrams_of(reviews: list[list[int]]) -> FoundNGrams:
    found = NGrams.of(EncodedReviews.from_lists(reviews), np.zeros(len(reviews), np.int32), 100, 1000, 2)
    assert found.reviews is not None
    return found.reviews


@pytest.fixture(scope="module")
def texts() -> FoundNGrams:
    """60 texts on two subjects in turn, and one without n-grams."""
    random = np.random.default_rng(1)
    reviews = [
        [int(random.choice(COMMON if random.random() < 0.3 else SUBJECTS[text % 2])) for _ in range(30)]
        for text in range(60)
    ]
    return ngrams_of([*reviews, []])


def learn(texts: FoundNGrams, checkpoint: Path, checks: int | None = None) -> Vectors | None:
    """Learn vectors; stop at the check with this number."""
    done = 0

    def should_stop() -> bool:
        nonlocal done
        done += 1
        return done == checks

    return learn_vectors(texts, 1, checkpoint, should_stop, lambda _: None)


def test_texts_on_the_same_subject_have_similar_vectors(texts: FoundNGrams, tmp_path: Path) -> None:
    vectors = learn(texts, tmp_path / "state.npz")
    assert vectors is not None
    cosines = vectors @ vectors.T
    assert np.allclose(np.diag(cosines), [1] * 60 + [0], atol=1e-5)  # the last text has no n-grams
    same = np.equal.outer(np.arange(60) % 2, np.arange(60) % 2)
    np.fill_diagonal(cosines, -1)
    nearest = cosines[:60, :60].argmax(1)
    assert same[np.arange(60), nearest].mean() > 0.95


def test_vectors_do_not_depend_on_the_number_of_cores(
    texts: FoundNGrams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = []
    for cores in (1, 4):
        monkeypatch.setattr(text_vectors, "cores", lambda cores=cores: cores)
        vectors.append(learn(texts, tmp_path / "state.npz"))
    assert vectors[0] is not None
    assert vectors[1] is not None
    assert np.array_equal(vectors[0], vectors[1])


@pytest.mark.parametrize("checks", [1, 57])
def test_stopped_learning_continues_to_the_same_vectors(
    texts: FoundNGrams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checks: int
) -> None:
    monkeypatch.setattr(text_vectors, "_CHECKPOINT_SECONDS", 0.0)
    path = tmp_path / "state.npz"
    whole = learn(texts, tmp_path / "other.npz")
    assert learn(texts, path, checks) is None
    assert path.exists() == (checks > 1)
    resumed = learn(texts, path)
    assert whole is not None
    assert resumed is not None
    assert np.array_equal(whole, resumed)


def test_a_damaged_checkpoint_or_one_of_other_texts_is_not_used(texts: FoundNGrams, tmp_path: Path) -> None:
    path = tmp_path / "state.npz"
    path.write_bytes(b"PK\x03\x04 not an archive")
    whole = learn(texts, path)
    np.savez(path, of_texts=np.ones((3, 100)), of_ngrams=np.ones((5, 100)), steps=7)
    again = learn(texts, path)
    assert whole is not None
    assert again is not None
    assert np.array_equal(whole, again)


@pytest.mark.parametrize("reviews", [[[5, 6]], [[2], [2]], [[], []]])
def test_few_texts_have_finite_vectors(reviews: list[list[int]], tmp_path: Path) -> None:
    vectors = learn(ngrams_of(reviews), tmp_path / "state.npz")
    assert vectors is not None
    assert vectors.shape == (len(reviews), 100)
    assert np.isfinite(vectors).all()
