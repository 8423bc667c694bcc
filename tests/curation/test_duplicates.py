"""Texts with the same or nearly the same words."""

from hypothesis import given
from hypothesis import strategies as st

from seqtui.corpora import Corpus
from seqtui.curation.duplicates import SIMILARITY, near_duplicates, same_words
from seqtui.text import tokenize
from seqtui.text.encoded import EncodedReviews


def triples(text: str) -> set[tuple[str, ...]]:
    tokens = tokenize(text)
    return {tuple(tokens[start : start + 3]) for start in range(max(1, len(tokens) - 2))}


def similarity(first: str, second: str) -> float:
    one, two = triples(first), triples(second)
    return len(one & two) / len(one | two)


def test_edited_reviews_are_found_and_no_others(corpus: Corpus) -> None:
    texts = corpus.limited(600).train.texts
    edited = [f"Well, {text} I watched it twice." for text in texts[:40]]
    texts = [*texts, *edited]
    encoded, _ = EncodedReviews.from_texts(texts)
    found = near_duplicates(encoded, range(len(texts)))
    for first, second, value in found:
        assert value == similarity(texts[first], texts[second]) >= SIMILARITY
    pairs = {(first, second) for first, second, _ in found}
    missed = [
        row
        for row in range(40)
        if similarity(texts[row], edited[row]) > 0.9 and (row, len(texts) - 40 + row) not in pairs
    ]
    assert not missed
    assert all(second >= len(texts) - 40 for _, second in pairs)


@given(st.lists(st.lists(st.integers(1, 3), max_size=4), min_size=1, max_size=12))
def test_short_texts(reviews: list[list[int]]) -> None:
    encoded = EncodedReviews.from_lists(reviews)
    groups = same_words(encoded).tolist()
    assert groups == [reviews.index(review) for review in reviews]
    rows = [row for row in sorted(set(groups)) if reviews[row]]
    for first, second, _ in near_duplicates(encoded, rows):
        assert first < second
        assert min(len(reviews[first]), len(reviews[second])) >= 3


def test_a_large_cluster_is_not_compared_pair_by_pair() -> None:
    words = list(range(1, 200))
    reviews = [[*words, 1000 + row] for row in range(300)]
    found = near_duplicates(EncodedReviews.from_lists(reviews), range(len(reviews)))
    assert {second for _, second, _ in found} == set(range(1, 300))
    assert len(found) <= 20 * 300
