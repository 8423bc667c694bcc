from collections import Counter
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.architectures import ngram_counts
from seqtui.architectures.catalogue import complete_recipe
from seqtui.architectures.ngram_counts import NGrams
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.errors import InputError
from seqtui.text.encoded import EncodedReviews


def fitted(
    train: list[list[int]],
    labels: list[int],
    vocabulary_size: int,
    max_ngrams: int = 300,
    num_classes: int = 2,
) -> WeightedNGrams:
    reviews = EncodedReviews.from_lists(train)
    found = NGrams.of(reviews, np.array(labels, np.int32), vocabulary_size, max_ngrams, num_classes)
    layer = WeightedNGrams(vocabulary_size, len(found), labels=num_classes)
    layer.build((None, None))
    layer.set_ngrams(found)
    return layer


WORDS = st.lists(st.integers(1, 4), max_size=12)


def ngrams(review: list[int]) -> list[tuple[int, ...]]:
    return [tuple(review[start : start + n]) for n in (1, 2, 3) for start in range(len(review) - n + 1)]


def expected_logit(train: list[list[int]], labels: list[int], review: list[int]) -> float:
    """Compute the untrained layer's logit from its definition."""
    ngram_sets = [
        [set(ngrams(words)) for words, label in zip(train, labels, strict=True) if label == k] for k in (0, 1)
    ]
    counts = [Counter(gram for grams in side for gram in grams) for side in ngram_sets]
    known = [gram for gram, count in (counts[0] + counts[1]).items() if count > 1]
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
    layer = fitted(train, labels, vocabulary_size=5)
    padding = data.draw(st.integers(1, 4))
    logit = layer(np.array([review + [0] * padding], np.int32)).numpy()
    assert logit == pytest.approx(expected_logit(train, labels, review), abs=1e-5)


def test_only_the_most_frequent_ngrams_are_kept() -> None:
    layer = fitted([[2], [3], [3], [3], [2]], [1, 1, 1, 0, 1], vocabulary_size=9, max_ngrams=1)
    assert layer.keys.numpy().tolist() == [0, 3]


def test_a_vocabulary_too_large_for_its_keys_is_refused() -> None:
    settings = {"architecture": "nb-ngrams", "network": {"ngram_range": "1,5"}}
    with pytest.raises(InputError, match=r"vocabulary_size = 30000: too large .* 5 words; use at most 6,208"):
        complete_recipe(settings)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(1, 3), max_size=9), max_size=40),
    st.integers(1, 12),
    st.sampled_from([(1, 3), (2, 2)]),
    st.sampled_from([1, 8, 1 << 20]),
)
def test_the_most_frequent_ngrams_are_selected_however_often_their_estimates_collide(
    reviews: list[list[int]], max_ngrams: int, ngram_range: tuple[int, int], counters: int
) -> None:
    shortest, longest = ngram_range
    counts: Counter[int] = Counter()
    for words in reviews:
        sizes = range(shortest, longest + 1)
        grams = {tuple(words[start : start + n]) for n in sizes for start in range(len(words) - n + 1)}
        counts.update(sum(w * 4**k for k, w in enumerate(reversed(gram))) for gram in grams)
    ranked = sorted((-count, key) for key, count in counts.items() if count > 1)
    encoded, labels = EncodedReviews.from_lists(reviews), np.zeros(len(reviews), np.int32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ngram_counts, "_MAX_COUNTERS", counters)
        shares: list[float] = []
        found = NGrams.of(encoded, labels, 4, max_ngrams, 2, ngram_range, shares.append)
    assert 0 < min(shares) <= max(shares) <= 1
    assert found.keys.tolist() == sorted(key for _, key in ranked[:max_ngrams])


@pytest.mark.parametrize("ngram_range", [(1, 1), (2, 3), (1, 4)])
def test_only_ngrams_of_the_range_are_counted_and_found(ngram_range: tuple[int, int]) -> None:
    reviews = EncodedReviews.from_lists([[2, 3, 4, 5, 6], [2, 3, 4, 5, 7]])
    found = NGrams.of(reviews, np.array([0, 1], np.int32), 9, 100, 2, ngram_range)
    shortest, longest = ngram_range
    assert len(found) == sum(4 - size + 1 for size in range(shortest, longest + 1))
    layer = WeightedNGrams(9, len(found), ngram_range=ngram_range)
    layer.build((None, None))
    layer.set_ngrams(NGrams(found.keys, np.ones(len(found), np.float32)))
    layer.weights_of.assign(np.ones(len(found) + 1, np.float32))
    scores = np.asarray(layer(reviews.padded(np.arange(2))))[:, 0]
    assert scores == pytest.approx([15 * len(found) ** 0.5] * 2)


def test_three_classes_are_scored_one_against_the_rest_and_an_uninformative_word_scores_zero() -> None:
    train = [[2, 4], [2], [2, 5], [3], [3, 5], [3, 4], [4, 5], [4]]
    layer = fitted(train, [0, 0, 0, 1, 1, 1, 2, 2], vocabulary_size=6, num_classes=3)
    logits = layer(np.array([[2, 0], [3, 0], [4, 0], [1, 1]], np.int32)).numpy()
    assert logits[:3].argmax(1).tolist() == [0, 1, 2]
    assert logits[3].tolist() == [0, 0, 0]


def test_a_word_that_never_occurs_in_a_rare_class_does_not_favour_it() -> None:
    train = [[5, 6, 7, 8, 9], [5, 6, 7, 8, 9]] * 20 + [[2], [2], [3], [3]]
    layer = fitted(train, [0] * 40 + [1, 1, 2, 2], vocabulary_size=10, num_classes=3)
    assert layer(np.array([[5, 6]], np.int32)).numpy().argmax() == 0


def test_only_ngrams_that_occur_in_two_reviews_take_memory() -> None:
    layer = fitted([[2, 3], [2, 3], [4, 5]], [0, 1, 1], vocabulary_size=9, max_ngrams=2**19 - 1)
    assert layer.keys.numpy().tolist() == [0, 2, 3, 2 * 9 + 3]
    assert layer.weights_of.shape == layer.ratios.shape == (4,)


@pytest.mark.parametrize("num_classes", [2, 3])
@pytest.mark.parametrize("train", [[[2], [3]], [[], []]], ids=["no n-gram twice", "no word at all"])
def test_without_a_shared_ngram_every_review_scores_the_same(
    train: list[list[int]], num_classes: int
) -> None:
    layer = fitted(train, [0, 1], vocabulary_size=5, num_classes=num_classes)
    assert not layer(np.array([[2, 3, 4], [1, 0, 0]], np.int32)).numpy().any()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(WORDS, st.integers(0, 3)), min_size=1, max_size=12))
def test_with_many_classes_each_has_its_own_ratios_against_the_rest(
    examples: list[tuple[list[int], int]],
) -> None:
    train, labels = EncodedReviews.from_lists([words for words, _ in examples]), [k for _, k in examples]
    found = NGrams.of(train, np.array(labels, np.int32), 5, 300, 4)
    ngram_sets = [set(ngrams(words)) for words, _ in examples]
    known = sorted(
        (sum(word * 5 ** (len(gram) - 1 - start) for start, word in enumerate(gram)), gram)
        for gram in set().union(*ngram_sets)
        if sum(gram in grams for grams in ngram_sets) > 1
    )
    assert found.keys.tolist() == [key for key, _ in known]
    for label in range(4):
        own = np.array(
            [sum(g in h for h, k in zip(ngram_sets, labels, strict=True) if k == label) for _, g in known]
        )
        rest = np.array(
            [sum(g in h for h, k in zip(ngram_sets, labels, strict=True) if k != label) for _, g in known]
        )
        share = min(max(own.sum() / max(1, own.sum() + rest.sum()), 1e-6), 1 - 1e-6)
        own, rest = own + share / min(share, 1 - share), rest + (1 - share) / min(share, 1 - share)
        expected = np.log(own / own.sum()) - np.log(rest / rest.sum())
        assert found.ratios[:, label] == pytest.approx(expected, abs=1e-5)


def test_the_logits_of_a_long_review_do_not_depend_on_the_batch() -> None:
    words = [[2, 3, 4, 3, 2, 4, 4] * 3, [2, 4, 3, 3] * 4, [2, 3, 4] * 5]
    layer = fitted(words, [0, 1, 2], vocabulary_size=5, num_classes=3)
    review = np.random.default_rng(1).integers(2, 5, (1, 2500)).astype(np.int32)
    alone = layer(review).numpy()
    batch = np.concatenate([review, np.zeros((11, 2500), np.int32)])
    assert layer(batch).numpy()[:1] == pytest.approx(alone, abs=1e-6, rel=0)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, min_size=1, max_size=5), st.sampled_from([2, 3])
)
def test_ngrams_that_are_found_once_give_the_logits_of_the_word_ids(
    train: list[list[int]], reviews: list[list[int]], num_classes: int
) -> None:
    layer = fitted(train, [index % num_classes for index in range(len(train))], 5, num_classes=num_classes)
    encoded = EncodedReviews.from_lists(reviews)
    found = layer.find(encoded)
    for chosen in (np.arange(len(reviews)), np.arange(len(reviews))[::2]):
        expected = layer(encoded.padded(chosen))  # padding changes the order of a sum, so its last bit
        assert np.array_equal(layer.logits_of(found.padded(chosen)), expected)
        assert np.array_equal(
            layer.logits_of(found.selected(chosen).padded(np.arange(len(chosen)))), expected
        )
