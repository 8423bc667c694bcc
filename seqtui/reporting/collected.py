"""Reviews with their true labels and what an exported file makes of them, gathered for a report."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.tables.rows import UNLABELLED, Chunk
from seqtui.text import tokenize

_MISTAKES = 10  # kept with their texts; of all other reviews only figures stay in memory


@dataclass(frozen=True)
class Wrong:
    """A review that got another label than its own.

    Args:
        text: The review.
        truth: The place of its true label.
        predicted: The place of the label that it got.
        probability: That label's, 0 to 1.
    """

    text: str
    truth: int
    predicted: int
    probability: float


class CollectedScores:
    """What a report is made of; takes the place of a file of scores.

    Args:
        labels: The network's labels.
    """

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels
        self.wrong: list[Wrong] = []
        self.unlabelled = 0
        self._truths: list[NDArray[np.int64]] = []
        self._scores: list[NDArray[np.float32]] = []
        self._tokens: list[NDArray[np.int64]] = []

    def write(self, chunk: Chunk, scores: NDArray[np.float32]) -> None:
        """Take some rows of a file."""
        self.add(chunk.texts, np.array(chunk.y_true, np.int64), scores)

    def add(self, texts: list[str], truths: NDArray[np.int64], scores: NDArray[np.float32]) -> None:
        """Take some reviews.

        Args:
            texts: The reviews.
            truths: The place of each one's true label, or UNLABELLED; those count for nothing.
            scores: Their probabilities, shape (reviews, labels).
        """
        known = truths != UNLABELLED
        self.unlabelled += int(np.sum(~known))
        self._truths.append(truths[known])
        self._scores.append(scores[known])
        lengths = [len(tokenize(text)) for text, is_known in zip(texts, known, strict=True) if is_known]
        self._tokens.append(np.array(lengths, np.int64))
        predicted = scores.argmax(axis=1)
        for place in np.flatnonzero(known & (predicted != truths)).tolist():
            label = int(predicted[place])
            self.wrong.append(Wrong(texts[place], int(truths[place]), label, float(scores[place, label])))
        self.wrong.sort(key=lambda wrong: -wrong.probability)
        del self.wrong[_MISTAKES:]

    @property
    def truths(self) -> NDArray[np.int64]:
        """The place of each true label, shape (reviews,)."""
        return np.concatenate([np.empty(0, np.int64), *self._truths])

    @property
    def probabilities(self) -> NDArray[np.float32]:
        """Of every label for each review, shape (reviews, labels)."""
        return np.concatenate([np.empty((0, len(self.labels)), np.float32), *self._scores])

    @property
    def tokens(self) -> NDArray[np.int64]:
        """How long each review is, shape (reviews,)."""
        return np.concatenate([np.empty(0, np.int64), *self._tokens])
