"""The results of a run's kept weights, in one file with them."""

import zipfile
import zlib
from pathlib import Path
from statistics import NormalDist

import msgspec

MEMBER = "metrics.json"
_LARGEST = 1 << 20  # bytes; a thousand labels have their names in it


class Metrics(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Results of the kept weights: part of ``model.keras``, and beside it as ``metrics.json``.

    Args:
        epoch: The epoch that the weights are of.
        labels: The labels' names, in the order of the network's probabilities.
        val_loss: Mean cross-entropy on the validation reviews, in nats. None without validation.
        val_accuracy: Share of the validation reviews whose label is correct. None without validation.
        validation: Number of validation reviews. Default: 0.
        test_loss: Mean cross-entropy on the test reviews. None before the end of the run.
        test_accuracy: Share of the test reviews whose label is correct. None before the end of the run.
        test: Number of test reviews that were evaluated. Default: 0.
        ngrams: How many n-grams the weights are for. None: as many as the network can look for, or none.
        held_out: In files of seqtui before 0.2, the number of held-out reviews, which chose the epoch and
            were reported. They are read as test reviews. Default: None.
    """

    epoch: int
    labels: tuple[str, ...]
    val_loss: float | None = None
    val_accuracy: float | None = None
    validation: int = 0
    test_loss: float | None = None
    test_accuracy: float | None = None
    test: int = 0
    ngrams: int | None = None
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
        """Whether the test reviews also chose the epoch, as in runs of seqtui before 0.2."""
        return self.held_out is not None

    @property
    def accuracy(self) -> tuple[str, float] | None:
        """The accuracy to show: of the test if it was evaluated, else of the validation; and which it is."""
        if self.test_accuracy is not None:
            return "test", self.test_accuracy
        return None if self.val_accuracy is None else ("validation", self.val_accuracy)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the test accuracy (Wilson, 1927); None before the test."""
        if self.test_accuracy is None or not self.test:
            return None
        return wilson_interval(self.test_accuracy, self.test)


def wilson_interval(accuracy: float, reviews: int) -> tuple[float, float]:
    """The 95 % interval of an accuracy.

    Args:
        accuracy: The share that is correct.
        reviews: Out of how many.

    Returns:
        Lower and upper bound.

    Example:
        >>> [round(bound, 4) for bound in wilson_interval(0.9, 100)]
        [0.8256, 0.9448]
    """
    z = NormalDist().inv_cdf(0.975)
    shrunk = accuracy + z * z / (2 * reviews)
    spread = z * (accuracy * (1 - accuracy) / reviews + (z / (2 * reviews)) ** 2) ** 0.5
    scale = 1 + z * z / reviews
    # At 0 and 1 the bound is the accuracy itself, which rounding may miss.
    return max(0.0, (shrunk - spread) / scale), min(1.0, (shrunk + spread) / scale)


def metrics_in(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return None
