"""A few held-out reviews whose scores somebody watches while the network learns."""

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
    """Scores the shortest held-out reviews of each label now and then; the weights are not touched.

    Args:
        data: The prepared reviews. Short ones are shown nearly whole and cost little.
    """

    def __init__(self, data: Prepared) -> None:
        by_length = np.argsort(data.held_out.lengths, kind="stable")
        places = [
            place
            for turn in range(_OF_EACH_LABEL)
            for label in range(len(data.labels))
            for place in by_length[data.held_out_labels[by_length] == label][turn : turn + 1]
        ]
        self._shown = [
            (printable(data.held_out_texts[place], _EXCERPT), data.labels[data.held_out_labels[place]])
            for place in places
        ]
        offsets = data.held_out.offsets
        self._reviews = EncodedReviews.from_lists(
            data.held_out.ids[offsets[place] : offsets[place + 1]].tolist() for place in places
        )
        self._labels = data.labels
        self._last = 0.0

    def look(self, learner: "Learner", epoch: int, batch: int) -> Examples | None:
        """Score them, or None if the last look was a moment ago."""
        if time.monotonic() - self._last < _SECONDS:
            return None
        probabilities = learner.predict(self._reviews)
        self._last = time.monotonic()
        examples = [
            Example(text, label, self._labels[row.argmax()], float(row.max()))
            for (text, label), row in zip(self._shown, probabilities, strict=True)
        ]
        return Examples(epoch=epoch, batch=batch, examples=examples)
