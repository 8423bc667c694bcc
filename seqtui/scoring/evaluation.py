"""Evaluate predictions: confusion matrix and accuracy."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seqtui.scoring.decision import DecisionRule
from seqtui.tables.rows import UNLABELLED


@dataclass
class Evaluation:
    """Counts of true and predicted labels.

    Args:
        rule: How a label follows from the probabilities.
        counts: Confusion matrix: rows are true classes, columns are ``rule.label_names``. Shape (classes,
            labels).
        unlabelled: Rows without a label, which are not in the matrix. Default: 0.
    """

    rule: DecisionRule
    counts: NDArray[np.int64] = field(init=False)
    unlabelled: int = 0

    def __post_init__(self) -> None:
        self.counts = np.zeros((len(self.rule.class_names), len(self.rule.label_names)), np.int64)

    def add(self, y_true: list[int], scores: NDArray[np.float32]) -> None:
        """Add rows.

        Args:
            y_true: Index of each true label, or UNLABELLED.
            scores: Probabilities. Shape (rows, classes).
        """
        labels = np.array(y_true, np.int64)
        known = labels != UNLABELLED
        np.add.at(self.counts, (labels[known], self.rule.choose(scores)[known]), 1)
        self.unlabelled += int(len(labels) - known.sum())

    @property
    def reviews(self) -> int:
        """Number of rows with a label."""
        return int(self.counts.sum())

    @property
    def unsure(self) -> int:
        """Number of these rows that are unsure."""
        return int(self.counts[:, len(self.rule.class_names) :].sum())

    @property
    def accuracy(self) -> float | None:
        """Fraction of these rows, without unsure ones, that are predicted correctly; None without rows."""
        decided = self.reviews - self.unsure
        return float(self.counts.trace() / decided) if decided else None
