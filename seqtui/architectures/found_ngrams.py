"""The n-grams of reviews that a network knows, found once instead of at every training step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.storage.cores import on_each_core
from seqtui.text.encoded import EncodedReviews, Ids, RaggedReviews

_BLOCKS = 64  # after each of them, the progress is reported


def blocks(first: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Split the reviews from ``first`` to ``end - 1`` into blocks.

    Yields:
        The first review of each block, its end, and the fraction of the reviews after the block.
    """
    start = first
    for block in range(1, _BLOCKS + 1):
        stop = first + (end - first) * block // _BLOCKS
        yield start, stop, block / _BLOCKS
        start = stop


@dataclass(frozen=True)
class FoundNGrams(RaggedReviews):
    """Reviews as the indices of their n-grams, 0 for an n-gram that is not known.

    Args:
        ids: Index of the n-gram of each size that starts at each token. Shape (sizes, tokens), int32. With
            :meth:`with_words`, the word ids are the first row.
        offsets: Start of each review, and end of the last one. Shape (reviews + 1,), int64.

    Example:
        >>> reviews = EncodedReviews.from_lists([[4, 2], [7]])
        >>> found = FoundNGrams.of(reviews, np.array([2, 42, 77]), vocabulary_size=10, ngram_range=(1, 2))
        >>> found.padded(np.array([0, 1])).tolist()
        [[0, 1, 2, 0], [0, 0, 0, 0]]
    """

    @classmethod
    def of(
        cls,
        reviews: EncodedReviews,
        keys: NDArray[np.int64],
        vocabulary_size: int,
        ngram_range: tuple[int, int],
        on_share: Callable[[float], None] = lambda _: None,
    ) -> "FoundNGrams":
        """Look up the n-grams of reviews, with one thread per core.

        Args:
            reviews: Encoded reviews.
            keys: Keys of the known n-grams, shape (n-grams,). The index of the first one is 1.
            vocabulary_size: Number of word ids.
            ngram_range: Words of the shortest and of the longest n-grams.
            on_share: Called by one of the threads with the fraction that is done. Default: does nothing.
        """
        from seqtui.architectures import ngram_kernels  # Numba takes half a second to load

        shortest, longest = ngram_range
        table = np.empty((1 << (2 * len(keys)).bit_length(), 2), np.int64)
        ngram_kernels.fill(table, keys)
        found = np.empty((longest - shortest + 1, len(reviews.ids)), np.int32)

        def find(part: int, parts: int) -> None:
            of_thread = len(reviews) * part // parts, len(reviews) * (part + 1) // parts
            for first, end, done in blocks(*of_thread):
                offsets = reviews.offsets[first : end + 1]
                ngram_kernels.find(reviews.ids, offsets, vocabulary_size, shortest, longest, table, found)
                if part == 0:
                    on_share(done)

        on_each_core(find)
        return cls(found, reviews.offsets)

    def with_words(self, reviews: EncodedReviews) -> "FoundNGrams":
        """Return the same reviews with their word ids as a first row.

        Args:
            reviews: The reviews that the n-grams were found in.
        """
        return FoundNGrams(np.concatenate([reviews.ids[None], self.ids]), self.offsets)

    def padded(self, indices: NDArray[np.int64]) -> Ids:
        """Return a batch of reviews: first the n-grams of the first size, padded with 0, then the next size.

        Args:
            indices: Reviews to include, in order. Shape (batch,), int64.

        Returns:
            Indices of n-grams, shape (batch, sizes × longest), int32; ``longest`` is at least 1.
        """
        starts, ends = self.offsets[indices], self.offsets[indices + 1]
        longest = max(1, int((ends - starts).max(initial=0)))
        batch = np.zeros((len(indices), len(self.ids), longest), np.int32)
        for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
            batch[row, :, : end - start] = self.ids[:, start:end]
        return batch.reshape(len(indices), -1)
