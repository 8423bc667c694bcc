"""An exported file and its scores."""

import json
import os
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from seqtui.errors import InputError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

FORMAT = "2"
"""The version of an exported file: its inputs, outputs and metadata."""

_BATCH = 12  # measured: onnxruntime multiplies twelve rows at a time; 16 are 3 % slower, 24 are 5 %
_BATCH_CHARACTERS = 1 << 20  # every review takes the room of the longest in its batch
_SHAPES = bytes(b" a"[byte > 0x7F or chr(byte).isalnum() or byte == ord("'")] for byte in range(256))


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


@dataclass(frozen=True)
class PendingScores:
    """Reviews that are being scored.

    Args:
        scores: Filled as batches end, shape (reviews, classes).
        batches: What is still to be done.
    """

    scores: NDArray[np.float32]
    batches: "list[Future[None]]"

    def result(self) -> NDArray[np.float32]:
        """Wait for all of them."""
        for batch in self.batches:
            batch.result()
        return self.scores

    def cancel(self) -> None:
        """Leave out the batches that have not been pending."""
        for batch in self.batches:
            batch.cancel()


class Scorer:
    """Scores reviews with a file that ``seqtui export --onnx`` wrote, on the CPU.

    A review's score depends on nothing but the review.

    Args:
        path: The .onnx file.
        threads: Batches that are scored at once, one a core. Default: as many as this process may use cores.

    Raises:
        InputError: If the file cannot be read or is not one of seqtui's.
    """

    def __init__(self, path: str | os.PathLike[str], threads: int = 0) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise InputError(f"{self.path}: no such file; 'seqtui export RUN --onnx' makes one")
        try:
            self._session = self._open()
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(
                f"{self.path}: not a readable ONNX file: {str(error).splitlines()[0]}"
            ) from error
        self._of_thread = threading.local()
        self._threads = threads or cores()
        try:
            self.metadata: dict[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)
            if (found := self.metadata.get("seqtui_format", "")) != FORMAT:
                raise InputError(f"{self.path}: {_unsupported_format(found)}")
            self.class_names = _class_names(self.metadata["labels"])
            named, probabilities = self._run([""], "label", "probabilities")
            if (
                probabilities.shape != (1, len(self.class_names))
                or named[0] != self.class_names[probabilities.argmax()]
            ):
                raise ValueError("labels do not fit the network")
        except (AttributeError, LookupError, ValueError, RecursionError) as error:
            raise InputError(
                f"{self.path}: its metadata is damaged ({error!r}); export the run again"
            ) from error

    def _open(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a core a batch beats all cores on one: none waits for another
        options.log_severity_level = 4  # what goes wrong is raised and told once
        return onnxruntime.InferenceSession(self.path, options, providers=["CPUExecutionProvider"])

    def probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        """The probability of every label for each review, shape (reviews, classes), in order."""
        if len(texts) == 1:
            return self._probabilities(texts)
        return self.submit(texts).result()

    def predict_labels(self, texts: list[str]) -> list[str]:
        """The label that the file itself names for each review, in order; for whoever checks the file."""
        names = np.empty(len(texts), object)
        for indices in _by_length(texts):
            (names[indices],) = self._run([texts[index] for index in indices], "label")
        return names.tolist()

    def submit(self, texts: list[str]) -> "PendingScores":
        """Start to score reviews on the scorer's threads; :meth:`probabilities` without waiting."""
        scores = np.empty((len(texts), len(self.class_names)), np.float32)

        def score(indices: list[int]) -> None:
            scores[indices] = self._probabilities([texts[index] for index in indices])

        return PendingScores(scores, [self._pool.submit(score, indices) for indices in _by_length(texts)])

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        def open_session() -> None:  # a session a thread: 5 % faster, their memory has no lock in common
            if self._threads > 1:
                self._of_thread.session = self._open()

        return ThreadPoolExecutor(self._threads, initializer=open_session)

    def _probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        (scores,) = self._run(texts, "probabilities")
        if scores.shape != (len(texts), len(self.class_names)) or not np.isfinite(scores).all():
            raise InputError(f"{self.path}: gives no probability of each label; it is damaged, export again")
        return np.asarray(scores, np.float32)

    def _run(self, texts: list[str], *outputs: str) -> list[NDArray[Any]]:
        reviews = np.array([as_utf8(text) for text in texts], object)
        session = getattr(self._of_thread, "session", self._session)
        try:
            return list(session.run(outputs, {"text": reviews}))
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(f"{self.path}: cannot be run: {str(error).splitlines()[0]}") from error

    def score(self, texts: list[str]) -> list[Score]:
        """Score some reviews, in order.

        Args:
            texts: Reviews; an empty one gets a score too.
        """
        return [self.to_score(row) for row in self.probabilities(texts)]

    def to_score(self, row: NDArray[np.float32]) -> Score:
        """One row of :meth:`probabilities` as a score."""
        best = int(row.argmax())
        everything = {label: float(value) for label, value in zip(self.class_names, row, strict=True)}
        return Score(self.class_names[best], float(row[best]), everything)


def cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _unsupported_format(version: str) -> str:
    """Why a file of another format is not read."""
    if version.isdecimal() and len(version) < 10 and int(version) > int(FORMAT):
        return (
            f"of format {version}, which a newer version of seqtui wrote; this one reads {FORMAT}: update it"
        )
    return "not a file that this version of seqtui exported; export the run again"


def _class_names(text: str) -> list[str]:
    names = json.loads(text)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("labels is not a list of names")
    return names


def _by_length(texts: list[str]) -> list[list[int]]:
    """The indices of reviews of about as many tokens, a batch each; the longest first, to end together."""
    order = np.argsort(-_tokens(texts), kind="stable").tolist()
    batches: list[list[int]] = []
    longest = 0
    for index in order:
        longest = max(longest, len(texts[index]))
        if not batches or len(batches[-1]) == _BATCH or longest * (len(batches[-1]) + 1) > _BATCH_CHARACTERS:
            batches.append([])
            longest = len(texts[index])
        batches[-1].append(index)
    return batches


def _tokens(texts: list[str]) -> NDArray[np.int64]:
    """About how many tokens each text has: the beginnings of words. 6 % less padding than by characters."""
    lines = [text.encode("utf-8", "replace") + b"\n" for text in texts]
    shapes = np.frombuffer(b"".join([b"\n", *lines]).translate(_SHAPES), np.uint8)
    begins = np.flatnonzero(shapes[1:] > shapes[:-1])
    return np.diff(np.searchsorted(begins, np.cumsum([len(line) for line in lines])), prepend=0)


def as_utf8(text: str) -> str:
    """The text with a question mark, which is no letter either, for half a surrogate pair."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
