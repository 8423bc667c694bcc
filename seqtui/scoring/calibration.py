"""Temperature scaling: probabilities that agree with the accuracy (Guo et al., 2017)."""

import msgspec
import numpy as np
from numpy.typing import NDArray

BINS = 15
"""Bins of the expected calibration error, as in Guo et al., 2017."""

_SMALLEST = 2.0**-24  # probabilities closer to 1 are 1 in float32, and those of the other class 0
_RANGE = np.log(10)  # of the logarithm of the temperature, on both sides of 0
_CHI_SQUARED = 3.841  # 95th percentile, one degree of freedom
_STEPS = 40  # each halves it


class Calibration(msgspec.Struct, frozen=True):
    """Temperature of a run or of an exported file.

    Args:
        temperature: What the logits are divided by before the sigmoid or the softmax. Above 1, the network
            is too confident.
        reviews: Number of validation reviews that it was fitted on.
    """

    temperature: float
    reviews: int

    def __post_init__(self) -> None:
        if not 0 < self.temperature < np.inf:
            raise ValueError(f"temperature {self.temperature} is not above 0")


def fit_temperature(y_true: NDArray[np.int32], probabilities: NDArray[np.float32]) -> float:
    """Return the temperature with the lowest log loss.

    True labels have the weight (n + 1) / (n + 2) and share the rest among the other classes, as in Platt,
    1999, so that the temperature of a network without mistakes is not 0.

    Args:
        y_true: Index of each true label. Shape (reviews,).
        probabilities: Probabilities of the network. Shape (reviews, classes).

    Returns:
        Temperature from 0.1 to 10, rounded to four decimals.
    """
    logits = _logits(probabilities)
    reviews, classes = logits.shape
    rest = 1 / (reviews + 2)
    targets = np.full(logits.shape, rest / (classes - 1))
    targets[np.arange(reviews), y_true] = 1 - rest
    wanted = (targets * logits).sum()
    low, high = -_RANGE, _RANGE
    for _ in range(_STEPS):  # the log loss is convex in 1 / temperature: bisect its derivative
        middle = (low + high) / 2
        is_too_confident = (_softmax(logits / np.exp(middle)) * logits).sum() > wanted
        low, high = (middle, high) if is_too_confident else (low, middle)
    return round(float(np.exp((low + high) / 2)), 4)


def is_significant(y_true: NDArray[np.int32], probabilities: NDArray[np.float32], temperature: float) -> bool:
    """Return whether a temperature lowers the log loss by more than chance (likelihood-ratio test, 5 %).

    On a few hundred reviews, the fitted temperature of a calibrated network can make it worse on others.

    Args:
        y_true: Index of each true label. Shape (reviews,).
        probabilities: Probabilities of the network. Shape (reviews, classes).
        temperature: Result of :func:`fit_temperature` for these reviews.
    """
    rows = np.arange(len(y_true))
    before, after = (
        np.log(_softmax(_logits(probabilities) / value))[rows, y_true].sum() for value in (1.0, temperature)
    )
    return bool(2 * (after - before) > _CHI_SQUARED)


def calibrated(probabilities: NDArray[np.float32], temperature: float) -> NDArray[np.float32]:
    """Return probabilities after temperature scaling; the inverse of a temperature undoes it.

    Args:
        probabilities: Probabilities. Shape (reviews, classes).
        temperature: Temperature.

    Example:
        >>> calibrated(np.array([[0.1, 0.9]], np.float32), 2.0).round(2).tolist()
        [[0.25, 0.75]]
    """
    return _softmax(_logits(probabilities) / temperature).astype(np.float32)


def calibration_error(y_true: NDArray[np.integer], probabilities: NDArray[np.floating]) -> float:
    """Return the expected calibration error (ECE) of the most probable label, with 15 bins of equal width.

    Args:
        y_true: Index of each true label. Shape (reviews,).
        probabilities: Probabilities. Shape (reviews, classes).
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    correct = probabilities.argmax(axis=1) == y_true
    bins = np.searchsorted(np.linspace(0, 1, BINS + 1)[1:-1], confidence)
    return float(np.abs(np.bincount(bins, correct - confidence)).sum() / len(y_true))


def _logits(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.log(np.maximum(probabilities.astype(np.float64), _SMALLEST))


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
