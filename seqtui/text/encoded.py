"""Encoded reviews and the padded arrays that a network takes."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.text.tokenizer import tokenize
from seqtui.text.vocabulary import PADDING

Ids = NDArray[np.int32]


@dataclass(frozen=True)
class EncodedReviews:
    """Reviews of different lengths, end to end in one array.

    Args:
        ids: All word ids, int32.
        offsets: Where each review starts, and where the last one ends, int64; one more than reviews.
    """

    ids: Ids
    offsets: NDArray[np.int64]

    @classmethod
    def from_lists(cls, reviews: Iterable[list[int]]) -> "EncodedReviews":
        """Pack one list of ids a review."""
        lists = list(reviews)
        offsets = np.zeros(len(lists) + 1, np.int64)
        np.cumsum([len(review) for review in lists], out=offsets[1:])
        ids = np.fromiter((word for review in lists for word in review), np.int32, int(offsets[-1]))
        return cls(ids, offsets)

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> "tuple[EncodedReviews, list[str]]":
        """Tokenise reviews and number the tokens as they first occur: one pass, for counting before encoding.

        Args:
            texts: Reviews as they were written.

        Returns:
            The reviews, whole, and the token of each number.
        """
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__
        ids, ends = array("i"), [0]
        for text in texts:
            ids.extend(map(numbers.__getitem__, tokenize(text)))
            ends.append(len(ids))
        return cls(np.frombuffer(ids, np.int32), np.array(ends, np.int64)), list(numbers)

    def part(self, first: int, end: int) -> "EncodedReviews":
        """The reviews from ``first`` to before ``end``."""
        start = self.offsets[first]
        return EncodedReviews(self.ids[start : self.offsets[end]], self.offsets[first : end + 1] - start)

    def renumbered(self, new_ids: Ids, max_length: int) -> "EncodedReviews":
        """The last ``max_length`` tokens of each review under other numbers.

        Args:
            new_ids: The new number of each old one.
            max_length: Tokens to keep, at least 1.
        """
        lengths = self.lengths
        to_end = np.repeat(self.offsets[1:], lengths) - np.arange(len(self.ids))
        offsets = np.concatenate([[0], np.cumsum(np.minimum(lengths, max_length))])
        return EncodedReviews(new_ids[self.ids[to_end <= max_length]], offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each review."""
        return np.diff(self.offsets)

    def padded(self, indices: NDArray[np.int64]) -> Ids:
        """Lay out some reviews as one batch, padded at the end to the longest of them.

        Args:
            indices: Which reviews, in the order wanted.

        Returns:
            Ids of shape (reviews, longest), at least one column wide: recurrent kernels have no empty case.
        """
        starts, ends = self.offsets[indices], self.offsets[indices + 1]
        longest = max(1, int((ends - starts).max(initial=0)))
        batch = np.full((len(indices), longest), PADDING, np.int32)
        for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
            batch[row, : end - start] = self.ids[start:end]
        return batch

    def by_length(self, batch_size: int) -> Iterator[tuple[NDArray[np.int64], Ids]]:
        """Batches for scoring: neighbours in length together, so that little is padded.

        Yields:
            The indices of a batch's reviews and their padded ids.
        """
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, len(order), batch_size):
            indices = order[start : start + batch_size]
            yield indices, self.padded(indices)
