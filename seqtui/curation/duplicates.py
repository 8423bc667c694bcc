"""Texts with the same or nearly the same words, found by MinHash (Broder, 1997) of word triples."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.text.encoded import EncodedReviews

SIMILARITY = 0.7
"""Minimum Jaccard index of the word triples of nearly the same texts."""

_WORDS = 3  # of a shingle
_PERMUTATIONS = 128
_MAX_CANDIDATES = 20  # of a text; in a large cluster, each text is compared with some of the others
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing


class Near(NamedTuple):
    """A pair of texts with nearly the same words: their indices and their Jaccard index."""

    first: int
    second: int
    similarity: float


def same_words(reviews: EncodedReviews) -> NDArray[np.int64]:
    """Return for each text the index of the first one with the same words in the same order.

    Args:
        reviews: Encoded texts.

    Example:
        >>> same_words(EncodedReviews.from_lists([[4, 2], [7], [4, 2]])).tolist()
        [0, 1, 0]
    """
    first: dict[bytes, int] = {}
    keys = (reviews.part(row, row + 1).ids.tobytes() for row in range(len(reviews)))
    return np.array([first.setdefault(key, row) for row, key in enumerate(keys)], np.int64)


def near_duplicates(reviews: EncodedReviews, rows: Sequence[int]) -> list[Near]:
    """Return the pairs of texts with nearly the same words, in order of the second one.

    Candidates are found by locality-sensitive hashing, which can miss a pair; each is compared exactly.

    Args:
        reviews: Encoded texts.
        rows: Indices of the texts to compare, all different. None is empty.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=SIMILARITY, num_perm=_PERMUTATIONS)
    hashes = MinHash.generator(
        (shingles.tolist() for shingles in _shingles(reviews, rows)), num_perm=_PERMUTATIONS, hashfunc=int
    )
    found = []
    for row, minhash in zip(rows, hashes, strict=True):
        candidates = sorted(index.query(minhash))[:_MAX_CANDIDATES]
        if candidates:
            own, *others = _shingles(reviews, [row, *candidates])
            for candidate, other in zip(candidates, others, strict=True):
                common = len(np.intersect1d(own, other, assume_unique=True))
                similarity = common / (len(own) + len(other) - common)
                if similarity >= SIMILARITY:
                    found.append(Near(candidate, row, similarity))
        index.insert(row, minhash, check_duplication=False)
    return found


def _shingles(reviews: EncodedReviews, rows: Sequence[int]) -> Iterator[NDArray[np.uint32]]:
    """Yield the different word triples of each text as 32-bit hashes; a shorter text is one shingle."""
    for row in rows:
        words = reviews.part(row, row + 1).ids.astype(np.uint64)
        size = min(_WORDS, len(words))
        hashed = np.zeros(len(words) - size + 1, np.uint64)
        for offset in range(size):
            hashed = (hashed + words[offset : len(words) - size + 1 + offset] + np.uint64(1)) * _MULTIPLIER
            hashed ^= hashed >> np.uint64(32)
        yield np.unique(hashed.astype(np.uint32))
