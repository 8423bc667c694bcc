"""Collect true labels and probabilities of reviews for a report."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.scoring.decision import DecisionRule
from seqtui.tables.rows import UNLABELLED, Chunk
from seqtui.text import tokenize

_MISTAKES = 10  # with their texts in memory; only numbers are stored for the other reviews


@dataclass(frozen=True)
class Misclassified:
    """A misclassified review.

    Args:
        text: The review.
        y_true: Index of its true label.
        y_pred: Index of the predicted label.
        probability: Probability of the predicted label, 0 to 1.
    """

    text: str
    y_true: int
    y_pred: int
    probability: float


class CollectedScores:
    """Labels and probabilities of reviews, collected by a scorer instead of being written to a file.

    Args:
        rule: How a label follows from the probabilities.

    Attributes:
        misclassified: The misclassified reviews with the highest probabilities, at most 10, without unsure
            ones.
        unlabelled: Number of reviews without a label.
    """

    def __init__(self, rule: DecisionRule) -> None:
        self._rule = rule
        self.misclassified: list[Misclassified] = []
        self.unlabelled = 0
        self._y_true: list[NDArray[np.int64]] = []
        self._probabilities: list[NDArray[np.float32]] = []
        self._tokens: list[NDArray[np.int64]] = []

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        """Add a chunk of a file.

        Args:
            chunk: Rows of the file.
            scores: Probabilities of shape (reviews, classes).
        """
        self.add(chunk.texts, np.array(chunk.y_true, np.int64), scores)

    def add(self, texts: list[str], y_true: NDArray[np.int64], probabilities: NDArray[np.float32]) -> None:
        """Add reviews; those without a label are only counted.

        Args:
            texts: The reviews.
            y_true: Index of each true label, or UNLABELLED, shape (reviews,).
            probabilities: Probabilities of shape (reviews, classes).
        """
        known = y_true != UNLABELLED
        self.unlabelled += int(np.sum(~known))
        self._y_true.append(y_true[known])
        self._probabilities.append(probabilities[known])
        lengths = [len(tokenize(text)) for text, is_known in zip(texts, known, strict=True) if is_known]
        self._tokens.append(np.array(lengths, np.int64))
        y_pred = self._rule.choose(probabilities)
        of_labels = self._rule.probability(probabilities, y_pred)
        for index in np.flatnonzero(known & (y_pred != y_true) & ~self._rule.is_unsure(y_pred)).tolist():
            probability = float(of_labels[index])
            self.misclassified.append(
                Misclassified(texts[index], int(y_true[index]), int(y_pred[index]), probability)
            )
        self.misclassified.sort(key=lambda review: -review.probability)
        del self.misclassified[_MISTAKES:]

    @property
    def y_true(self) -> NDArray[np.int64]:
        """Index of each true label, shape (reviews,)."""
        return np.concatenate([np.empty(0, np.int64), *self._y_true])

    @property
    def probabilities(self) -> NDArray[np.float32]:
        """Probabilities of shape (reviews, classes)."""
        return np.concatenate([np.empty((0, len(self._rule.class_names)), np.float32), *self._probabilities])

    @property
    def tokens(self) -> NDArray[np.int64]:
        """Number of tokens of each review, shape (reviews,)."""
        return np.concatenate([np.empty(0, np.int64), *self._tokens])
