"""The order in which a network meets its reviews: a function of seed and epoch alone."""

import numpy as np
from numpy.typing import NDArray

_WINDOW = 50  # batches among which reviews of like length meet; 1 would pad most, all would never mix


def epoch_order(
    lengths: NDArray[np.int64], batch_size: int, seed: int, epoch: int
) -> list[NDArray[np.int64]]:
    """Shuffle the reviews into batches of like length (Khomenko et al., 2016).

    The reviews are shuffled, cut into windows of fifty batches, sorted by length within each, cut into
    batches, and the batches are shuffled.

    Args:
        lengths: Tokens of each review.
        batch_size: Reviews a batch, at most; all batches of an epoch are of one size or one less.
        seed: The recipe's.
        epoch: Counted from 1.

    Returns:
        The places of each batch's reviews. Every review occurs once.
    """
    random = np.random.default_rng([seed, epoch])
    shuffled = random.permutation(len(lengths))
    batches = -(-len(lengths) // batch_size)
    windows = np.array_split(shuffled, -(-batches // _WINDOW))
    by_length = [window[np.argsort(lengths[window], kind="stable")] for window in windows]
    by_length[1::2] = [window[::-1] for window in by_length[1::2]]  # no batch joins longest and shortest
    order = np.array_split(np.concatenate(by_length), batches)
    return [order[place] for place in random.permutation(batches)]
