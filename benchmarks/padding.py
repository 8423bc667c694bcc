"""Reviews as the chapter pads them."""

import numpy as np

from seqtui.text.encoded import EncodedReviews


def padded_in_front(reviews: EncodedReviews) -> np.ndarray:
    """Ids of shape (reviews, 500), zeros in front of the words."""
    padded = np.zeros((len(reviews), 500), np.int32)
    for row, start, end in zip(padded, reviews.offsets, reviews.offsets[1:], strict=False):
        row[500 - (end - start) :] = reviews.ids[start:end]
    return padded
