"""Predictions of a few validation reviews, reported while the network trains."""

import time
from typing import TYPE_CHECKING

import numpy as np

from seqtui.runs.events import Example, Examples
from seqtui.terminal.sanitize import printable
from seqtui.text.encoded import EncodedReviews, RaggedReviews
from seqtui.training.prepare import PreparedData

if TYPE_CHECKING:
    from seqtui.training.network import Network

_PER_CLASS = 3
_SECONDS = 1.5  # between two predictions, which take a few milliseconds each
_EXCERPT = 160  # characters


class SamplePredictions:
    """Predicts the three shortest validation reviews of each class from time to time.

    Short reviews are shown almost completely and take little time. The weights do not change. Without
    validation set there are no predictions: the test set is used only at the end of the training.

    Args:
        data: The prepared reviews.
    """

    def __init__(self, data: PreparedData) -> None:
        validation = data.validation
        self._samples: list[tuple[str, str]] = []
        self._reviews: RaggedReviews = EncodedReviews.from_lists([])
        if validation is not None:
            by_length = np.argsort(validation.reviews.lengths, kind="stable")
            indices = [
                index
                for rank in range(_PER_CLASS)
                for label in range(len(data.class_names))
                for index in by_length[validation.labels[by_length] == label][rank : rank + 1]
            ]
            self._samples = [
                (printable(validation.texts[index], _EXCERPT), data.class_names[validation.labels[index]])
                for index in indices
            ]
            self._reviews = validation.reviews.selected(np.array(indices))
        self._class_names = data.class_names
        self._last = 0.0

    def predict(self, network: "Network", epoch: int, batch: int) -> Examples | None:
        """Predict the samples, unless the last prediction was less than 1.5 s ago.

        Args:
            network: The network in training.
            epoch: Current epoch, counted from 1.
            batch: Current batch of the epoch, counted from 1.

        Returns:
            The event to report, or None.
        """
        if not self._samples or time.monotonic() - self._last < _SECONDS:
            return None
        probabilities = network.predict(self._reviews)
        self._last = time.monotonic()
        examples = [
            Example(text, label, self._class_names[row.argmax()], float(row.max()))
            for (text, label), row in zip(self._samples, probabilities, strict=True)
        ]
        return Examples(epoch=epoch, batch=batch, examples=examples)
