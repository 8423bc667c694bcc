"""What a run's kept weights predict for each test review, so that runs can be compared review by review."""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.storage.atomic import replacing


@dataclass(frozen=True)
class Predictions:
    """Probabilities of the test reviews, kept in the run folder as ``predictions.npz``.

    Args:
        truths: The place of each review's true label, shape (reviews,), int32.
        probabilities: Of every label for each review, shape (reviews, labels), float32.
        reviews: A digest of the reviews and their true labels, in order: equal where the same were judged.
    """

    truths: NDArray[np.int32]
    probabilities: NDArray[np.float32]
    reviews: str

    @classmethod
    def of(
        cls, texts: list[str], truths: NDArray[np.int32], probabilities: NDArray[np.float32]
    ) -> "Predictions":
        """Predictions of these reviews.

        Args:
            texts: The test reviews, as they were written.
            truths: As for the class.
            probabilities: As for the class.
        """
        digest = hashlib.sha256(truths.astype("<i4").tobytes())
        for text in texts:
            encoded = text.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8) + encoded)
        return cls(truths, probabilities, f"sha256:{digest.hexdigest()}")

    @property
    def right(self) -> NDArray[np.bool_]:
        """Whether each review's likeliest label is its true one."""
        return np.asarray(self.probabilities.argmax(axis=1) == self.truths)

    def save(self, path: Path) -> None:
        """Write them; the file is whole or not there."""
        with replacing(path) as beside:
            np.savez(
                beside,
                allow_pickle=False,
                truths=self.truths,
                probabilities=self.probabilities,
                reviews=np.frombuffer(self.reviews.encode(), np.uint8),
            )

    @classmethod
    def load(cls, path: Path) -> "Predictions | None":
        """Read them back; None where there are none.

        Raises:
            InputError: If the file is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                truths, probabilities = kept["truths"], kept["probabilities"]
                reviews = kept["reviews"].tobytes().decode()
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise InputError(f"{path}: not a file of predictions: {error}") from error
        if not (truths.ndim == 1 and probabilities.ndim == 2 and len(truths) == len(probabilities) > 0):
            raise InputError(f"{path}: not a file of predictions: its parts do not fit together")
        return cls(truths, probabilities, reviews)
