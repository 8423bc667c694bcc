"""Encoded reviews and padded batches."""

from abc import ABC, abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from seqtui.text.tokenizer import tokenize
from seqtui.text.vocabulary import PADDING

Ids = NDArray[np.int32]

_MANY_CHARACTERS = 1 << 22  # for which loading compiled loops takes less time than it saves
_BLOCK = 1 << 22  # ids that are counted at once


@dataclass(frozen=True)
class RaggedReviews(ABC):
    """Reviews of different lengths that are padded to batches.

    Args:
        ids: Ids of all reviews, int32. The last axis are the tokens.
        offsets: Start of each review, and end of the last one. Shape (reviews + 1,), int64.
    """

    ids: Ids
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Number of tokens of each review. Shape (reviews,), int64."""
        return np.diff(self.offsets)

    @abstractmethod
    def padded(self, indices: NDArray[np.int64]) -> Ids:
        """Return a batch of reviews, padded with 0 to the longest one.

        Args:
            indices: Reviews to include, in order. Shape (batch,), int64.

        Returns:
            Ids of shape (batch, columns), int32.
        """

    def selected(self, indices: NDArray[np.int64]) -> Self:
        """Return the reviews with these indices, in order."""
        pieces = [self.ids[..., self.offsets[index] : self.offsets[index + 1]] for index in indices]
        offsets = np.concatenate([[0], np.cumsum(self.lengths[indices])])
        return replace(self, ids=np.concatenate([self.ids[..., :0], *pieces], -1), offsets=offsets)

    def by_length(self, batch_size: int) -> Iterator[tuple[NDArray[np.int64], Ids]]:
        """Yield batches for prediction, sorted by length to reduce padding.

        Args:
            batch_size: Maximum reviews of a batch.

        Yields:
            Indices of the batch's reviews, shape (batch,), and their padded ids, as from :meth:`padded`.
        """
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, len(order), batch_size):
            indices = order[start : start + batch_size]
            yield indices, self.padded(indices)


@dataclass(frozen=True)
class EncodedReviews(RaggedReviews):
    """Reviews of different lengths, concatenated in one array.

    Args:
        ids: Word ids of all reviews. Shape (tokens,), int32.
        offsets: Start of each review, and end of the last one. Shape (reviews + 1,), int64.

    Example:
        >>> EncodedReviews.from_lists([[4, 2], [7]]).lengths.tolist()
        [2, 1]
    """

    @classmethod
    def from_lists(cls, reviews: Iterable[list[int]]) -> "EncodedReviews":
        """Concatenate lists of word ids, one per review."""
        lists = list(reviews)
        offsets = np.zeros(len(lists) + 1, np.int64)
        np.cumsum([len(review) for review in lists], out=offsets[1:])
        ids = np.fromiter((word for review in lists for word in review), np.int32, int(offsets[-1]))
        return cls(ids, offsets)

    @classmethod
    def from_texts(
        cls, texts: Sequence[str], on_share: Callable[[float], None] = lambda _: None
    ) -> "tuple[EncodedReviews, list[str]]":
        """Tokenize reviews and number the tokens.

        One pass over the texts is enough to count words and then encode with :meth:`renumbered`.

        Args:
            texts: Reviews.
            on_share: Called with the fraction that is done. Default: does nothing.

        Returns:
            The reviews, not truncated, and the token of each number.
        """
        if sum(map(len, texts)) >= _MANY_CHARACTERS:
            from seqtui.text.numbering import number_tokens  # Numba takes half a second to load

            ids, lengths, tokens = number_tokens(texts, on_share)
            return cls(ids, np.concatenate([[0], np.cumsum(lengths)])), tokens
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__
        found, ends = array("i"), [0]
        for text in texts:
            found.extend(map(numbers.__getitem__, tokenize(text)))
            ends.append(len(found))
        return cls(np.frombuffer(found, np.int32), np.array(ends, np.int64)), list(numbers)

    def part(self, first: int, end: int) -> "EncodedReviews":
        """Return the reviews with indices from ``first`` to ``end - 1``."""
        start = self.offsets[first]
        return EncodedReviews(self.ids[start : self.offsets[end]], self.offsets[first : end + 1] - start)

    def joined(self, others: "EncodedReviews") -> "EncodedReviews":
        """Return these reviews followed by others."""
        offsets = np.concatenate([self.offsets, others.offsets[1:] + self.offsets[-1]])
        return EncodedReviews(np.concatenate([self.ids, others.ids]), offsets)

    def renumbered(self, new_ids: Ids, max_length: int, head: int = 0) -> "EncodedReviews":
        """Return at most ``max_length`` tokens of each review with new ids.

        Args:
            new_ids: New id of each old id, int32.
            max_length: Maximum tokens of a review, at least 1.
            head: Number of them to take from the beginning; the others are the last ones. Default: 0.
        """
        lengths = self.lengths
        if lengths.max(initial=0) <= max_length:
            return EncodedReviews(new_ids[self.ids], self.offsets)
        order = np.arange(len(self.ids))
        is_used = np.repeat(self.offsets[1:], lengths) - order <= max_length - head
        if head:
            is_used |= order - np.repeat(self.offsets[:-1], lengths) < head
        offsets = np.concatenate([[0], np.cumsum(np.minimum(lengths, max_length))])
        return EncodedReviews(new_ids[self.ids[is_used]], offsets)

    def frequencies(self, size: int) -> NDArray[np.int64]:
        """Return how often each id from 0 to ``size - 1`` occurs."""
        counts = np.zeros(size, np.int64)
        for start in range(0, len(self.ids), _BLOCK):  # NumPy would convert all to 64 bits at once
            counts += np.bincount(self.ids[start : start + _BLOCK], minlength=size)
        return counts

    def padded(self, indices: NDArray[np.int64]) -> Ids:
        """Return a batch of reviews, padded at the end with 0 to the longest one.

        Args:
            indices: Reviews to include, in order. Shape (batch,), int64.

        Returns:
            Word ids of shape (batch, longest), int32. At least one column, even if all reviews are empty.

        Example:
            >>> EncodedReviews.from_lists([[4, 2], [7]]).padded(np.array([0, 1])).tolist()
            [[4, 2], [7, 0]]
        """
        starts, ends = self.offsets[indices], self.offsets[indices + 1]
        longest = max(1, int((ends - starts).max(initial=0)))
        batch = np.full((len(indices), longest), PADDING, np.int32)
        for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
            batch[row, : end - start] = self.ids[start:end]
        return batch
