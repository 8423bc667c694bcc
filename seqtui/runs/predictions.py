"""Predictions of a run for each validation and test review, to compare runs and to find mistakes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.runs.checkpoint import DAMAGED
from seqtui.storage.atomic import replacing

if TYPE_CHECKING:
    from seqtui.runs.run import Run

Part = Literal["validation", "test"]
"""A set of reviews that is evaluated."""


@dataclass(frozen=True)
class Predictions:
    """Probabilities for the reviews of one set, stored in the run folder.

    ``predictions.npz`` has those of the test set, ``validation_predictions.npz`` those of the validation set.

    Args:
        y_true: Index of each review's true label, shape (reviews,), int32.
        probabilities: Probability of each class, shape (reviews, classes), float32.
        fingerprint: Digest of the reviews and their labels, in order. It is equal for the same set.
    """

    y_true: NDArray[np.int32]
    probabilities: NDArray[np.float32]
    fingerprint: str

    @classmethod
    def of(
        cls, texts: list[str], y_true: NDArray[np.int32], probabilities: NDArray[np.float32]
    ) -> "Predictions":
        """Create the predictions of a set and compute its fingerprint.

        Args:
            texts: The reviews of the set.
            y_true: As for the class.
            probabilities: As for the class.
        """
        digest = hashlib.sha256(y_true.astype("<i4").tobytes())
        for text in texts:
            encoded = text.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8) + encoded)
        return cls(y_true, probabilities, f"sha256:{digest.hexdigest()}")

    @property
    def correct(self) -> NDArray[np.bool_]:
        """Whether the predicted label is the true one, shape (reviews,)."""
        return np.asarray(self.probabilities.argmax(axis=1) == self.y_true)

    def save(self, path: Path) -> None:
        """Write the predictions; the file appears only when it is complete.

        Args:
            path: File to write.
        """
        with replacing(path) as temporary:
            np.savez(
                temporary,
                allow_pickle=False,
                truths=self.y_true,
                probabilities=self.probabilities,
                reviews=np.frombuffer(self.fingerprint.encode(), np.uint8),
            )

    @classmethod
    def load(cls, path: Path) -> "Predictions | None":
        """Read predictions; return None if there are none.

        Args:
            path: File to read.

        Raises:
            InputError: If the file is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as archive:
                y_true, probabilities = archive["truths"], archive["probabilities"]
                fingerprint = archive["reviews"].tobytes().decode()
        except FileNotFoundError:
            return None
        except DAMAGED as error:
            reason = next(iter(str(error).splitlines()), "damaged")
            raise InputError(f"{path}: not a file of predictions: {reason}") from error
        if not (y_true.ndim == 1 and probabilities.ndim == 2 and len(y_true) == len(probabilities) > 0):
            raise InputError(f"{path}: not a file of predictions: its arrays have different lengths")
        if (
            y_true.dtype != np.int32
            or probabilities.dtype != np.float32
            or not np.isfinite(probabilities).all()
        ):
            raise InputError(f"{path}: not a file of predictions: its arrays are not numbers")
        return cls(y_true, probabilities, fingerprint)


def predictions_of(run: "Run", part: Part) -> Predictions | None:
    """Load the predictions of a run's weights; those of other weights, left by a killed trainer, are ignored.

    Args:
        run: The run.
        part: The set.

    Returns:
        The predictions, or None if there are none.

    Raises:
        InputError: If the file is damaged.
    """
    metrics = run.metrics
    path = run.predictions_path if part == "test" else run.validation_predictions_path
    predictions = Predictions.load(path)
    if predictions is None or metrics is None:
        return None
    accuracy = metrics.test_accuracy if part == "test" else metrics.val_accuracy
    if accuracy is None:
        return None
    fits = np.isclose(predictions.correct.mean(), accuracy, rtol=0, atol=1e-9)
    return predictions if fits else None
