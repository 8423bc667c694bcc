from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.model_selection import train_test_split

from seqtui.corpora import Corpus, Reviews, load_corpus
from seqtui.errors import InputError


def test_the_default_split_is_stratified_and_always_the_same(corpus: Corpus) -> None:
    assert (len(corpus.train), len(corpus.test)) == (16_750, 8_250)
    assert np.bincount(corpus.train.labels).tolist() == [8_375, 8_375]
    assert np.bincount(corpus.test.labels).tolist() == [4_125, 4_125]
    assert corpus.fingerprint() == "sha256:d21affe173401eccb2bed2e6b33fde7b77dc0aab82100469855d54cb5089d5f9"


def test_no_row_is_in_both_parts(corpus: Corpus) -> None:
    assert len(corpus.train) + len(corpus.test) == 25_000
    assert len(set(corpus.train.texts) | set(corpus.test.texts)) == 24_904  # the source repeats 96


def test_a_limit_keeps_the_proportions(corpus: Corpus) -> None:
    small = corpus.limited(300)
    assert (len(small.train), len(small.test)) == (201, 99)
    assert abs(small.train.labels.mean() - 0.5) < 0.01
    assert set(small.train.texts) <= set(corpus.train.texts)
    assert corpus.limited(30_000).fingerprint() == corpus.fingerprint()


def test_a_validation_set_comes_from_the_training_reviews_only(corpus: Corpus) -> None:
    divided = corpus.with_validation(0.1)
    assert divided.validation is not None
    assert sorted([*divided.train.texts, *divided.validation.texts]) == sorted(corpus.train.texts)
    assert divided.test is corpus.test
    assert (len(divided.train), len(divided.validation)) == (15_075, 1_675)
    assert abs(np.diff(divided.validation.counts(2))[0]) <= 1
    assert divided.fingerprint() == corpus.with_validation(0.1).fingerprint() != corpus.fingerprint()
    assert corpus.with_validation(0.0) is corpus


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_a_limit_just_below_the_size_is_respected(corpus: Corpus, missing: int) -> None:
    small = corpus.limited(90)
    almost = small.limited(90 - missing)
    assert 90 - missing - 2 <= len(almost.train) + len(almost.test) <= 90 - missing


@given(st.integers(2, 60), st.integers(1, 4), st.integers(1, 30))
def test_the_split_equals_that_of_scikit_learn_for_whole_proportions(
    negative: int, times: int, share: int
) -> None:
    labels = np.tile([0, *[1] * times], negative).astype(np.int32)
    second = (times + 1) * min(share, negative - 1)
    texts = [str(index) for index in range(len(labels))]
    expected = train_test_split(texts, test_size=second, stratify=labels, random_state=7)
    assert [part.texts for part in Reviews(texts, labels).split(second)] == expected


@given(st.lists(st.booleans(), min_size=6, max_size=60), st.integers(2, 50))
def test_a_split_is_stratified_and_contains_every_review_once(positive: list[bool], second: int) -> None:
    labels = np.array(positive, np.int32)
    reviews = Reviews([str(index) for index in range(len(labels))], labels)
    if min(np.bincount(labels, minlength=2)) < 2 or second > len(labels) - 2:
        with pytest.raises(InputError, match="cannot be split"):
            reviews.split(second)
        return
    parts = reviews.split(second)
    assert len(parts[1]) == second
    assert sorted(parts[0].texts + parts[1].texts, key=int) == reviews.texts
    assert abs(parts[1].labels.mean() - labels.mean()) < 1 / second
    assert all(part.labels.tolist() == labels[[*map(int, part.texts)]].tolist() for part in parts)


def test_the_fingerprint_depends_on_text_label_and_part() -> None:
    def fingerprint(train: list[str], test: list[str], labels: list[int]) -> str:
        both = np.array(labels, np.int32)
        return Corpus("x", Reviews(train, both), Reviews(test, both)).fingerprint()

    fingerprints = {
        fingerprint(["a", "b"], ["c", "d"], [0, 1]),
        fingerprint(["a", "b"], ["c", "e"], [0, 1]),
        fingerprint(["a", "b"], ["c", "d"], [1, 0]),
        fingerprint(["c", "d"], ["a", "b"], [0, 1]),
        fingerprint(["ab", ""], ["c", "d"], [0, 1]),
    }
    assert len(fingerprints) == 5


def test_a_corpus_needs_two_labels() -> None:
    one = Reviews(["a", "b"], np.array([1, 1], np.int32))
    with pytest.raises(InputError, match="none of the training reviews is 'negative'"):
        Corpus("mine", one, one)


def test_an_unknown_source_is_refused_with_the_available_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="did you mean 'imdb-25k'"):
        load_corpus("imdb25k")
    with pytest.raises(InputError, match="choose from imdb-25k, imdb"):
        load_corpus(str(tmp_path / "absent"))
