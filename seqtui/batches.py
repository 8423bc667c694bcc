"""Encoded reviews and the padded arrays that a network takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.text import PADDING

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

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each review."""
        return np.diff(self.offsets)

    def padded(self, places: NDArray[np.int64]) -> Ids:
        """Lay out some reviews as one batch, padded at the end to the longest of them.

        Args:
            places: Which reviews, in the order wanted.

        Returns:
            Ids of shape (reviews, longest), at least one column wide: recurrent kernels have no empty case.
        """
        starts, ends = self.offsets[places], self.offsets[places + 1]
        longest = max(1, int((ends - starts).max(initial=0)))
        batch = np.full((len(places), longest), PADDING, np.int32)
        for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
            batch[row, : end - start] = self.ids[start:end]
        return batch

    def by_length(self, batch_size: int) -> Iterator[tuple[NDArray[np.int64], Ids]]:
        """Batches for scoring: neighbours in length together, so that little is padded.

        Yields:
            The places of a batch's reviews and their padded ids.
        """
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, len(order), batch_size):
            places = order[start : start + batch_size]
            yield places, self.padded(places)
