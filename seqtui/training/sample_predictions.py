"""A few validation reviews whose predictions are shown while the network learns."""

import time
from typing import TYPE_CHECKING

import numpy as np

from seqtui.runs.events import Example, Examples
from seqtui.terminal.sanitize import printable
from seqtui.text.encoded import EncodedReviews
from seqtui.training.prepare import Prepared

if TYPE_CHECKING:
    from seqtui.training.model import Learner

_OF_EACH_LABEL = 3
_SECONDS = 1.5  # between two looks; a look costs a few milliseconds
_EXCERPT = 160  # characters


class Showcase:
    """Scores the shortest validation reviews of each label now and then; the weights are not touched.

    Without validation reviews there is nothing to show: the test reviews are not looked at before the end.

    Args:
        data: The prepared reviews. Short ones are shown nearly whole and cost little.
    """

    def __init__(self, data: Prepared) -> None:
        validation = data.validation
        self._shown: list[tuple[str, str]] = []
        self._reviews = EncodedReviews.from_lists([])
        if validation is not None:
            by_length = np.argsort(validation.reviews.lengths, kind="stable")
            indices = [
                index
                for turn in range(_OF_EACH_LABEL)
                for label in range(len(data.labels))
                for index in by_length[validation.labels[by_length] == label][turn : turn + 1]
            ]
            self._shown = [
                (printable(validation.texts[index], _EXCERPT), data.labels[validation.labels[index]])
                for index in indices
            ]
            offsets, ids = validation.reviews.offsets, validation.reviews.ids
            self._reviews = EncodedReviews.from_lists(
                ids[offsets[index] : offsets[index + 1]].tolist() for index in indices
            )
        self._labels = data.labels
        self._last = 0.0

    def look(self, learner: "Learner", epoch: int, batch: int) -> Examples | None:
        """Score them, or None if the last look was a moment ago."""
        if not self._shown or time.monotonic() - self._last < _SECONDS:
            return None
        probabilities = learner.predict(self._reviews)
        self._last = time.monotonic()
        examples = [
            Example(text, label, self._labels[row.argmax()], float(row.max()))
            for (text, label), row in zip(self._shown, probabilities, strict=True)
        ]
        return Examples(epoch=epoch, batch=batch, examples=examples)
