"""How often the labels are right, and which are taken for which."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seqtui.tables.rows import UNLABELLED


@dataclass
class Evaluation:
    """Counts of true and predicted labels.

    Args:
        class_names: Class names, in the order of the network's outputs.
        counts: How often the first label was predicted as the second, shape (classes, classes).
        unlabelled: Rows that do not tell their label; they count for nothing else.
    """

    class_names: list[str]
    counts: NDArray[np.int64] = field(init=False)
    unlabelled: int = 0

    def __post_init__(self) -> None:
        self.counts = np.zeros((len(self.class_names), len(self.class_names)), np.int64)

    def add(self, y_true: list[int], scores: NDArray[np.float32]) -> None:
        """Count some rows.

        Args:
            y_true: The index of each one's true label, or UNLABELLED.
            scores: Their probabilities, shape (rows, classes).
        """
        true = np.array(y_true, np.int64)
        known = true != UNLABELLED
        np.add.at(self.counts, (true[known], scores.argmax(axis=1)[known]), 1)
        self.unlabelled += int(len(true) - known.sum())

    @property
    def reviews(self) -> int:
        """Rows with a true label."""
        return int(self.counts.sum())

    @property
    def accuracy(self) -> float | None:
        """The share of them that is right; None where there are none."""
        return float(self.counts.trace() / self.reviews) if self.reviews else None
