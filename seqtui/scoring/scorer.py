"""An exported file and its scores."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from seqtui.batches import EncodedReviews, Ids
from seqtui.errors import InputError
from seqtui.text import RULE, Vocabulary

FORMAT = "1"
"""The version of the metadata that an exported file carries."""

_BATCH = 32  # measured: larger batches lose more to padding than they gain
_WINDOW = 4096  # reviews in memory at once when streaming


@dataclass(frozen=True)
class Score:
    """What the network makes of one review.

    Args:
        label: The likeliest label.
        probability: Its probability, 0 to 1.
        probabilities: The probability of every label.
    """

    label: str
    probability: float
    probabilities: dict[str, float]


class Scorer:
    """Scores reviews with a file that ``seqtui export --onnx`` wrote, on the CPU.

    A review's score depends on nothing but the review.

    Args:
        path: The .onnx file.
        threads: Cores that one batch may use. Default: all.

    Raises:
        InputError: If the file cannot be read or is not one of seqtui's.
    """

    def __init__(self, path: str | os.PathLike[str], threads: int = 0) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise InputError(f"{self.path}: no such file; 'seqtui export RUN --onnx' makes one")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4  # what goes wrong is raised and told once
        try:
            self._session = onnxruntime.InferenceSession(
                self.path, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(
                f"{self.path}: not a readable ONNX file: {str(error).splitlines()[0]}"
            ) from error
        self.metadata: dict[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)
        if self.metadata.get("seqtui_format") != FORMAT or self.metadata.get("text_rule") != RULE:
            raise InputError(
                f"{self.path}: not a file that this version of seqtui exported; export the run again"
            )
        try:
            self.labels = _labels(self.metadata["labels"])
            self._vocabulary = Vocabulary(self.metadata["vocabulary"].split("\n"))
            self._max_length = int(self.metadata["max_length"])
            rarest_word = np.array([[len(self._vocabulary) - 1]], np.int32)
            if self._max_length < 1 or self._run(rarest_word).shape != (1, len(self.labels)):
                raise ValueError("labels or max_length do not fit the network")
        except (KeyError, ValueError, InputError) as error:
            raise InputError(
                f"{self.path}: its metadata is damaged ({error!r}); export the run again"
            ) from error

    def probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        """The probability of every label for each review, shape (reviews, labels), in order."""
        reviews = EncodedReviews.from_lists(self._vocabulary.encode(text, self._max_length) for text in texts)
        scores = np.empty((len(reviews), len(self.labels)), np.float32)
        for places, ids in reviews.by_length(_BATCH):
            scores[places] = self._run(ids)
        return scores

    def _run(self, ids: Ids) -> NDArray[np.float32]:
        try:
            (scores,) = self._session.run(["probabilities"], {"ids": ids})
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(f"{self.path}: cannot be run: {str(error).splitlines()[0]}") from error
        return np.asarray(scores, np.float32)

    def score(self, texts: list[str]) -> list[Score]:
        """Score some reviews, in order.

        Args:
            texts: Reviews; an empty one gets a score too.
        """
        return [self.to_score(row) for row in self.probabilities(texts)]

    def stream(self, texts: Iterable[str]) -> Iterator[tuple[str, Score]]:
        """Score any number of reviews, a window of them in memory at a time.

        Yields:
            Each review with its score, in order.
        """
        reviews = iter(texts)
        while window := list(islice(reviews, _WINDOW)):
            yield from zip(window, self.score(window), strict=True)

    def to_score(self, row: NDArray[np.float32]) -> Score:
        """One row of :meth:`probabilities` as a score."""
        best = int(row.argmax())
        everything = {label: float(value) for label, value in zip(self.labels, row, strict=True)}
        return Score(self.labels[best], float(row[best]), everything)


def _labels(text: str) -> list[str]:
    labels = json.loads(text)
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        raise ValueError("labels is not a list of names")
    return labels
