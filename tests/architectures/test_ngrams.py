from collections import Counter
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.batches import EncodedReviews
from seqtui.errors import InputError

WORDS = st.lists(st.integers(1, 4), max_size=12)


def ngrams(review: list[int]) -> list[tuple[int, ...]]:
    return [tuple(review[at : at + n]) for n in (1, 2, 3) for at in range(len(review) - n + 1)]


def by_hand(train: list[list[int]], labels: list[int], review: list[int]) -> float:
    """The fresh layer's logit from its definition."""
    held = [
        [set(ngrams(one)) for one, label in zip(train, labels, strict=True) if label == k] for k in (0, 1)
    ]
    counts = [Counter(gram for one in side for gram in one) for side in held]
    known = [gram for gram, times in (counts[0] + counts[1]).items() if times > 1]
    negative, positive = (sum(side[gram] + 1 for gram in known) for side in counts)
    found = [gram for gram in ngrams(review) if gram in known]
    ratios = [log((counts[1][g] + 1) / positive) - log((counts[0][g] + 1) / negative) for g in found]
    return 15 * 0.01 * sum(ratios) / sqrt(max(len(found), 1))


@settings(max_examples=50)
@given(st.lists(st.tuples(WORDS.filter(bool), st.integers(0, 1)), min_size=2, max_size=8), WORDS, st.data())
def test_it_adds_the_naive_bayes_ratios_of_the_known_ngrams(
    examples: list[tuple[list[int], int]], review: list[int], data: st.DataObject
) -> None:
    train, labels = [review for review, _ in examples], [label for _, label in examples]
    layer = WeightedNGrams(vocabulary_size=5, known=300)
    layer.build((None, None))
    layer.adapt(EncodedReviews.from_lists(train), np.array(labels, np.int32))
    padding = data.draw(st.integers(1, 4))
    logit = layer(np.array([review + [0] * padding], np.int32)).numpy()
    assert logit == pytest.approx(by_hand(train, labels, review), abs=1e-5)


def test_it_keeps_the_most_frequent_when_there_are_too_many() -> None:
    layer = WeightedNGrams(vocabulary_size=9, known=1)
    layer.build((None, None))
    train = EncodedReviews.from_lists([[2], [3], [3], [3], [2]])
    layer.adapt(train, np.array([1, 1, 1, 0, 1], np.int32))
    assert layer.keys.numpy().tolist() == [0, 3]


def test_a_vocabulary_too_large_for_its_keys_is_refused() -> None:
    with pytest.raises(InputError, match=r"--vocabulary-size 3000000: .*2,000,000"):
        WeightedNGrams(vocabulary_size=3_000_000, known=10)


def test_above_two_labels_it_knows_each_against_the_rest_and_no_empty_word_speaks_for_one() -> None:
    train = EncodedReviews.from_lists([[2, 4], [2], [2, 5], [3], [3, 5], [3, 4], [4, 5], [4]])
    labels = np.array([0, 0, 0, 1, 1, 1, 2, 2], np.int32)
    layer = WeightedNGrams(vocabulary_size=6, known=20, labels=3)
    layer.build((None, None))
    layer.adapt(train, labels)
    logits = layer(np.array([[2, 0], [3, 0], [4, 0], [1, 1]], np.int32)).numpy()
    assert logits[:3].argmax(1).tolist() == [0, 1, 2]
    assert logits[3].tolist() == [0, 0, 0]


def test_a_word_that_a_rare_label_never_has_does_not_speak_for_it() -> None:
    train = EncodedReviews.from_lists([[5, 6, 7, 8, 9], [5, 6, 7, 8, 9]] * 20 + [[2], [2], [3], [3]])
    labels = np.array([0] * 40 + [1, 1, 2, 2], np.int32)
    layer = WeightedNGrams(vocabulary_size=10, known=50, labels=3)
    layer.build((None, None))
    layer.adapt(train, labels)
    assert layer(np.array([[5, 6]], np.int32)).numpy().argmax() == 0
