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

from seqtui.errors import InputError

FORMAT = "2"
"""The version of an exported file: its inputs, outputs and metadata."""

_BATCH = 32  # measured: larger batches lose more to padding than they gain
_BATCH_CHARACTERS = 1 << 20  # every review takes the room of the longest in its batch
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
        if self.metadata.get("seqtui_format") != FORMAT:
            raise InputError(
                f"{self.path}: not a file that this version of seqtui exported; export the run again"
            )
        try:
            self.labels = _labels(self.metadata["labels"])
            named, probabilities = self._run([""])
            if (
                probabilities.shape != (1, len(self.labels))
                or named[0] != self.labels[probabilities.argmax()]
            ):
                raise ValueError("labels do not fit the network")
        except (KeyError, ValueError) as error:
            raise InputError(
                f"{self.path}: its metadata is damaged ({error!r}); export the run again"
            ) from error

    def probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        """The probability of every label for each review, shape (reviews, labels), in order."""
        scores = np.empty((len(texts), len(self.labels)), np.float32)
        for places in _by_length(texts):
            _, scores[places] = self._run([texts[place] for place in places])
        return scores

    def _run(self, texts: list[str]) -> tuple[NDArray[np.object_], NDArray[np.float32]]:
        reviews = np.array([as_utf8(text) for text in texts], object)
        try:
            named, scores = self._session.run(["label", "probabilities"], {"text": reviews})
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(f"{self.path}: cannot be run: {str(error).splitlines()[0]}") from error
        return named, np.asarray(scores, np.float32)

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


def _by_length(texts: list[str]) -> Iterator[list[int]]:
    """The places of reviews of about the same length, a batch at a time."""
    batch: list[int] = []
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place])):
        if len(batch) == _BATCH or len(texts[place]) * (len(batch) + 1) > _BATCH_CHARACTERS:
            yield from [batch] if batch else []
            batch = []
        batch.append(place)
    yield from [batch] if batch else []


def as_utf8(text: str) -> str:
    """The text with a question mark, which is no letter either, for half a surrogate pair."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
