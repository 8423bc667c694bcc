import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.text import Vocabulary, tokenize
from seqtui.text.encoded import EncodedReviews
from seqtui.text.numbering import number_tokens

REVIEWS = st.lists(st.lists(st.integers(1, 9), max_size=7), max_size=20)


@given(REVIEWS)
def test_a_padded_batch_contains_the_reviews_followed_by_zeros(reviews: list[list[int]]) -> None:
    encoded = EncodedReviews.from_lists(reviews)
    batch = encoded.padded(np.arange(len(reviews)))
    assert batch.shape == (len(reviews), max([1, *map(len, reviews)]))
    for row, review in zip(batch, reviews, strict=True):
        assert row.tolist() == review + [0] * (len(row) - len(review))


@given(REVIEWS, st.integers(1, 6))
def test_by_length_yields_every_review_once_sorted_by_length(reviews: list[list[int]], size: int) -> None:
    batches = list(EncodedReviews.from_lists(reviews).by_length(size))
    indices = [index for batch, _ in batches for index in batch]
    assert sorted(indices) == list(range(len(reviews)))
    assert [len(reviews[index]) for index in indices] == sorted(map(len, reviews))
    assert all(len(batch) == len(ids) <= size for batch, ids in batches)


@given(st.lists(st.text("abc' <>"), max_size=12), st.integers(1, 5), st.integers(0, 12), st.integers(0, 5))
def test_numbering_tokens_before_the_vocabulary_exists_gives_the_same_ids(
    texts: list[str], longest: int, first: int, head: int
) -> None:
    head = min(head, longest)
    vocabulary = Vocabulary.build({"a": 3, "b": 2, "<c>": 1}, size=10)
    numbered, tokens = EncodedReviews.from_texts(texts)
    assert [tokens[number] for number in numbered.ids] == [t for text in texts for t in tokenize(text)]
    part = numbered.part(min(first, len(texts)), len(texts))
    found = part.renumbered(np.array(vocabulary.ids(tokens, 99), np.int32), longest, head)
    expected = EncodedReviews.from_lists(vocabulary.encode(text, longest, head) for text in texts[first:])
    assert found.ids.tolist() == expected.ids.tolist()
    assert found.offsets.tolist() == expected.offsets.tolist()


PIECES = st.sampled_from(
    [*"'`</> _*#^[]3aoZ9\n\0\u2019日é", "br", "<br />", "</i >", "<3", ":-", ":'(", "=D", ";P_", "!?", "x's",
     "e\u0301", "\U0001f600\ufe0f", "\ud800"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.lists(st.one_of(PIECES, st.characters()), max_size=12).map("".join), max_size=6))
def test_the_compiled_loops_find_the_tokens_of_the_text_rule(texts: list[str]) -> None:
    ids, lengths, tokens = number_tokens(texts)
    expected = [tokenize(text) for text in texts]
    assert lengths.tolist() == [len(found) for found in expected]
    assert [tokens[number] for number in ids] == [token for found in expected for token in found]
    assert len(set(tokens)) == len(tokens)


def test_large_tables_of_tokens_and_long_texts_are_numbered() -> None:
    texts = [
        " ".join(f"w{number}" for number in range(start, start + 40_000)) for start in (0, 20_000, 90_000)
    ]
    texts += ["caf\u00e9 film " * 50_000, "x" * 300_000, ""]
    shares: list[float] = []
    ids, lengths, tokens = number_tokens(texts, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert lengths.tolist() == [40_000, 40_000, 40_000, 100_000, 1, 0]
    assert [tokens[number] for number in ids] == [token for text in texts for token in tokenize(text)]
