"""Evaluate predictions: confusion matrix and accuracy."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seqtui.tables.rows import UNLABELLED


@dataclass
class Evaluation:
    """Counts of true and predicted labels.

    Args:
        class_names: Class names, in the order of the network's outputs.
        counts: Confusion matrix: rows are true classes, columns predicted ones. Shape (classes, classes).
        unlabelled: Rows without a label, which are not in the matrix. Default: 0.
    """

    class_names: list[str]
    counts: NDArray[np.int64] = field(init=False)
    unlabelled: int = 0

    def __post_init__(self) -> None:
        self.counts = np.zeros((len(self.class_names), len(self.class_names)), np.int64)

    def add(self, y_true: list[int], scores: NDArray[np.float32]) -> None:
        """Add rows.

        Args:
            y_true: Index of each true label, or UNLABELLED.
            scores: Probabilities. Shape (rows, classes).
        """
        labels = np.array(y_true, np.int64)
        known = labels != UNLABELLED
        np.add.at(self.counts, (labels[known], scores.argmax(axis=1)[known]), 1)
        self.unlabelled += int(len(labels) - known.sum())

    @property
    def reviews(self) -> int:
        """Number of rows with a label."""
        return int(self.counts.sum())

    @property
    def accuracy(self) -> float | None:
        """Fraction of these rows that are predicted correctly, 0 to 1; None if there are none."""
        return float(self.counts.trace() / self.reviews) if self.reviews else None
