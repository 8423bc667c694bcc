"""The order of the training reviews, which depends on seed and epoch only."""

import numpy as np
from numpy.typing import NDArray

_WINDOW = 50  # batches sorted by length together; fewer cause more padding, more mix the lengths less


def epoch_order(
    lengths: NDArray[np.int64], batch_size: int, seed: int, epoch: int
) -> list[NDArray[np.int64]]:
    """Shuffle the reviews into batches of similar length (Khomenko et al., 2016).

    The reviews are shuffled, split into windows of 50 batches, sorted by length within each window and split
    into batches. The batches are then shuffled.

    Args:
        lengths: Number of tokens of each review, shape (reviews,).
        batch_size: Maximum number of reviews per batch. The batch sizes of an epoch differ by at most 1.
        seed: Random seed of the run.
        epoch: Epoch, counted from 1.

    Returns:
        For each batch, the indices of its reviews, longest first. Every review occurs once.

    Example:
        >>> order = epoch_order(np.array([3, 9, 4, 8]), batch_size=2, seed=1, epoch=1)
        >>> sorted(batch.tolist() for batch in order)
        [[1, 3], [2, 0]]
    """
    random = np.random.default_rng([seed, epoch])
    shuffled = random.permutation(len(lengths))
    batches = -(-len(lengths) // batch_size)
    windows = np.array_split(shuffled, -(-batches // _WINDOW))
    by_length = [window[np.argsort(lengths[window], kind="stable")] for window in windows]
    by_length[1::2] = [window[::-1] for window in by_length[1::2]]  # so no batch mixes longest and shortest
    order = np.array_split(np.concatenate(by_length), batches)
    longest_first = [batch[np.argsort(-lengths[batch], kind="stable")] for batch in order]
    return [longest_first[index] for index in random.permutation(batches)]
