"""Padding as in Brownlee, Deep Learning With Python, chapter 26."""

import numpy as np

from seqtui.text.encoded import EncodedReviews


def padded_in_front(reviews: EncodedReviews) -> np.ndarray:
    """Return word ids of shape (reviews, 500), padded with 0 in front."""
    padded = np.zeros((len(reviews), 500), np.int32)
    for row, start, end in zip(padded, reviews.offsets, reviews.offsets[1:], strict=False):
        row[500 - (end - start) :] = reviews.ids[start:end]
    return padded
