"""Metrics of a run's saved weights, stored in the same file as the weights."""

import zipfile
import zlib
from pathlib import Path
from statistics import NormalDist

import msgspec

MEMBER = "metrics.json"
"""Name of the metrics in the ``model.keras`` archive."""

_MAX_SIZE = 1 << 20  # bytes; enough for the names of a thousand classes


class Metrics(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Metrics of the saved weights, stored in ``model.keras`` and in ``metrics.json``.

    Args:
        epoch: Epoch of the weights, from 1.
        class_names: Class names, in the order of the network's probabilities.
        val_loss: Mean cross-entropy on the validation set, in nats. Default: None, without validation set.
        val_accuracy: Accuracy on the validation set, 0 to 1. Default: None, without validation set.
        validation: Number of validation reviews. Default 0.
        test_loss: Mean cross-entropy on the test set, in nats. Default: None, not evaluated yet.
        test_accuracy: Accuracy on the test set, 0 to 1. Default: None, not evaluated yet.
        test: Number of test reviews evaluated. Default 0.
        ngrams: Number of n-grams that the network looks up. Default: None, the architecture's maximum.
        text_rule: Version of the text rule of the weights. Default 2, as in files of seqtui before 0.2.
        held_out: Number of held-out reviews in files of seqtui before 0.2, which selected the epoch and were
            reported. They are read as test reviews. Default: None.
    """

    epoch: int
    class_names: tuple[str, ...] = msgspec.field(name="labels")  # the name in stored metrics
    val_loss: float | None = None
    val_accuracy: float | None = None
    validation: int = 0
    test_loss: float | None = None
    test_accuracy: float | None = None
    test: int = 0
    ngrams: int | None = None
    text_rule: int = 2
    held_out: int | None = None

    def __post_init__(self) -> None:
        if self.held_out is not None and not self.test:
            for field, value in (
                ("test", self.held_out), ("test_loss", self.val_loss), ("test_accuracy", self.val_accuracy),
                ("val_loss", None), ("val_accuracy", None),
            ):  # fmt: skip
                msgspec.structs.force_setattr(self, field, value)

    @property
    def selected_on_test(self) -> bool:
        """Whether the test reviews also selected the epoch, as in runs of seqtui before 0.2."""
        return self.held_out is not None

    @property
    def accuracy(self) -> tuple[str, float] | None:
        """Name of a set and the accuracy on it: ``"test"`` if evaluated, else ``"validation"``, or None."""
        if self.test_accuracy is not None:
            return "test", self.test_accuracy
        return None if self.val_accuracy is None else ("validation", self.val_accuracy)

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % confidence interval of the test accuracy (Wilson, 1927); None if it is not evaluated."""
        if self.test_accuracy is None or not self.test:
            return None
        return wilson_interval(self.test_accuracy, self.test)


def wilson_interval(accuracy: float, reviews: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of an accuracy.

    Args:
        accuracy: Fraction of correct predictions, 0 to 1.
        reviews: Number of predictions, at least 1.

    Returns:
        Lower and upper bound.

    Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.

    Example:
        >>> [round(bound, 4) for bound in wilson_interval(0.9, 100)]
        [0.8256, 0.9448]
    """
    z = NormalDist().inv_cdf(0.975)
    shrunk = accuracy + z * z / (2 * reviews)
    spread = z * (accuracy * (1 - accuracy) / reviews + (z / (2 * reviews)) ** 2) ** 0.5
    scale = 1 + z * z / reviews
    # For an accuracy of 0 or 1, one bound equals the accuracy; rounding errors must not change that.
    low, high = (shrunk - spread) / scale, (shrunk + spread) / scale
    return max(0.0, min(accuracy, low)), min(1.0, max(accuracy, high))


def metrics_in(model: Path) -> Metrics | None:
    """Read the metrics stored in a file of weights; return None if there are none.

    Weights and metrics are in one file, so a killed trainer cannot leave new weights with old metrics.

    Args:
        model: Path of ``model.keras``.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _MAX_SIZE:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return None
