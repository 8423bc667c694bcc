"""Score texts with an exported file."""

import json
import os
import re
import threading
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.scoring.calibration import Calibration
from seqtui.scoring.decision import DecisionRule
from seqtui.storage.cores import cores

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

FORMAT = "2"
"""Version of the exported file: its inputs, outputs and metadata."""

FORMAT_WITH_RULE = "3"
"""Version of a file whose label is decided by a threshold, so that seqtui 0.2 does not ignore it."""

_BATCH = 12  # onnxruntime multiplies twelve rows at a time; 16 is 3 % slower, 24 is 5 %
_BATCH_OF_SUMS = 48  # for networks that multiply no matrices; an eighth faster than 12
_SUMS = ("fasttext", "nb-ngrams")
_BATCH_CHARACTERS = 1 << 20  # every review is padded to the longest of its batch
_SHAPES = bytes(b" a"[byte > 0x7F or chr(byte).isalnum() or byte == ord("'")] for byte in range(256))


@dataclass(frozen=True)
class Score:
    """Prediction for one review.

    Args:
        label: Class name with the highest probability. If the file was exported with a threshold, the label
            that it decides, which may be :attr:`DecisionRule.unsure`.
        probability: Its probability, 0 to 1; for an unsure review, the highest one.
        probabilities: Probability of every class, by class name.
    """

    label: str
    probability: float
    probabilities: dict[str, float]


@dataclass(frozen=True)
class PendingScores:
    """Scores of batches that run on the scorer's threads.

    Args:
        scores: Probabilities, filled as batches finish. Shape (reviews, classes), float32.
        batches: Futures of the batches.
    """

    scores: NDArray[np.float32]
    batches: "list[Future[None]]"

    def result(self) -> NDArray[np.float32]:
        """Wait for all batches and return the scores."""
        for batch in self.batches:
            batch.result()
        return self.scores

    def cancel(self) -> None:
        """Cancel the batches that have not started."""
        for batch in self.batches:
            batch.cancel()


class Scorer:
    """Scores reviews on the CPU with a file written by ``seqtui export --onnx``.

    The score of a review does not depend on the other reviews.

    Args:
        path: Path of the .onnx file.
        threads: Batches to score in parallel, one per core. Default: 0, all cores of this process.

    Attributes:
        class_names: Class names, in the order of the network's outputs.
        rule: How a label follows from the probabilities.
        calibration: Temperature of the file; None if it is not calibrated.
        metadata: Metadata of the file.
        has_attention: Whether the network pools with attention, see :meth:`attention`.

    Raises:
        InputError: If the file cannot be read or was not exported by seqtui.
    """

    def __init__(self, path: str | os.PathLike[str], threads: int = 0) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise InputError(f"{self.path}: no such file; 'seqtui export RUN --onnx' makes one")
        try:
            self._session = _open(self.path)
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(
                f"{self.path}: not a readable ONNX file: {str(error).splitlines()[0]}"
            ) from error
        self._thread_local = threading.local()
        self._threads = threads or cores()
        try:
            self.metadata: dict[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)
            found = self.metadata.get("seqtui_format", "")
            if found not in (FORMAT, FORMAT_WITH_RULE):
                raise InputError(f"{self.path}: {_unsupported_format(found)}")
            self.class_names = _class_names(self.metadata["labels"])
            self.rule = (
                DecisionRule.from_json(tuple(self.class_names), self.metadata["decision"])
                if found == FORMAT_WITH_RULE
                else DecisionRule(tuple(self.class_names))
            )
            self.calibration = (
                msgspec.json.decode(self.metadata["calibration"], type=Calibration)
                if "calibration" in self.metadata
                else None
            )
            self.has_attention = "attention" in [output.name for output in self._session.get_outputs()]
            named, probabilities = self._run([""], "label", "probabilities")
            if (
                probabilities.shape != (1, len(self.class_names))
                or named[0] != self.rule.label_names[self.rule.choose(probabilities)[0]]
            ):
                raise ValueError("labels do not match the outputs of the network")
        except (AttributeError, LookupError, ValueError, RecursionError) as error:
            raise InputError(
                f"{self.path}: its metadata is damaged ({error!r}); export the run again"
            ) from error

    def probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        """Predict the probability of every class.

        Args:
            texts: Reviews.

        Returns:
            Probabilities. Shape (reviews, classes), float32.
        """
        if len(texts) == 1:
            return self._probabilities(texts)
        return self.submit(texts).result()

    def attention(self, text: str) -> NDArray[np.float32]:
        """Return the weight of each position of a review, shape (positions,); they add up to 1.

        Args:
            text: Review. A position is a token, or several after max pooling.

        Raises:
            InputError: If the network does not pool with attention.
        """
        if not self.has_attention:
            raise InputError(f"{self.path}: this network has no attention")
        (weights,) = self._run([text], "attention")
        return np.asarray(weights[0], np.float32)

    def predict_labels(self, texts: list[str]) -> list[str]:
        """Return the file's ``label`` output for each review, to verify the file."""
        names = np.empty(len(texts), object)
        for indices in _by_length(texts, self._batch_size):
            (names[indices],) = self._run([texts[index] for index in indices], "label")
        return names.tolist()

    def submit(self, texts: list[str]) -> "PendingScores":
        """Start to score reviews on the scorer's threads, without waiting for the result."""
        scores = np.empty((len(texts), len(self.class_names)), np.float32)

        def score(indices: list[int]) -> None:
            scores[indices] = self._probabilities([texts[index] for index in indices])

        batches = _by_length(texts, self._batch_size)
        return PendingScores(scores, [self._pool.submit(score, indices) for indices in batches])

    @cached_property
    def _batch_size(self) -> int:
        network = None
        with suppress(tomllib.TOMLDecodeError):  # a file that was changed
            network = tomllib.loads(self.metadata.get("recipe", "")).get("architecture")
        return _BATCH_OF_SUMS if network in _SUMS else _BATCH

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        if self._threads == 1:
            return ThreadPoolExecutor(1)
        # One session per thread: 5 % faster, because they share no memory lock. The threads do not refer to
        # the scorer, so that they end with it.
        return ThreadPoolExecutor(
            self._threads,
            initializer=_take_session,
            initargs=(self._thread_local, [self._session], self.path),
        )

    def _probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        (scores,) = self._run(texts, "probabilities")
        if scores.shape != (len(texts), len(self.class_names)) or not np.isfinite(scores).all():
            raise InputError(
                f"{self.path}: does not output one probability per class; it is damaged, export the run again"
            )
        return np.asarray(scores, np.float32)

    def _run(self, texts: list[str], *outputs: str) -> list[NDArray[Any]]:
        inputs = np.array([as_utf8(text) for text in texts], object)
        session = getattr(self._thread_local, "session", self._session)
        try:
            return list(session.run(outputs, {"text": inputs}))
        except Exception as error:  # onnxruntime's own exceptions share no base class
            raise InputError(f"{self.path}: cannot be run: {str(error).splitlines()[0]}") from error

    def score(self, texts: list[str]) -> list[Score]:
        """Score reviews.

        Args:
            texts: Reviews; they may be empty.

        Returns:
            One score per review, in order.
        """
        return [self.to_score(row) for row in self.probabilities(texts)]

    def to_score(self, row: NDArray[np.float32]) -> Score:
        """Convert one row of :meth:`probabilities` to a score."""
        chosen = self.rule.choose(row[None])
        probability = float(self.rule.probability(row[None], chosen)[0])
        probabilities = {label: float(value) for label, value in zip(self.class_names, row, strict=True)}
        return Score(self.rule.label_names[chosen[0]], probability, probabilities)


def _open(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # one core per batch is faster than all cores on one batch
    options.log_severity_level = 4  # errors are raised, not also logged
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _take_session(
    thread_local: threading.local, opened: list[onnxruntime.InferenceSession], path: Path
) -> None:
    """Give a thread a session of its own: one that is open already, while there is one."""
    try:
        thread_local.session = opened.pop()
    except IndexError:
        thread_local.session = _open(path)


def _unsupported_format(version: str) -> str:
    """Explain why a file of another format version is not read."""
    if version.isdecimal() and len(version) < 10 and int(version) > int(FORMAT_WITH_RULE):
        return (
            f"has format {version}, written by a newer seqtui; this version reads {FORMAT} and "
            f"{FORMAT_WITH_RULE}: update seqtui"
        )
    return "not a file that this version of seqtui exported; export the run again"


def _class_names(text: str) -> list[str]:
    names = json.loads(text)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("labels is not a list of names")
    return names


def _by_length(texts: list[str], size: int) -> list[list[int]]:
    """Return the indices of each batch: reviews of similar length, longest first to end together.

    Args:
        texts: Reviews.
        size: Maximum reviews of a batch.
    """
    order = np.argsort(-_tokens(texts), kind="stable").tolist()
    batches: list[list[int]] = []
    longest = 0
    for index in order:
        longest = max(longest, len(texts[index]))
        if not batches or len(batches[-1]) == size or longest * (len(batches[-1]) + 1) > _BATCH_CHARACTERS:
            batches.append([])
            longest = len(texts[index])
        batches[-1].append(index)
    return batches


def _tokens(texts: list[str]) -> NDArray[np.int64]:
    """Estimate the tokens of each text by its word starts; 6 % less padding than by characters."""
    lines = [text.encode("utf-8", "replace") + b"\n" for text in texts]
    shapes = np.frombuffer(b"".join([b"\n", *lines]).translate(_SHAPES), np.uint8)
    begins = np.flatnonzero(shapes[1:] > shapes[:-1])
    return np.diff(np.searchsorted(begins, np.cumsum([len(line) for line in lines])), prepend=0)


_SURROGATES = re.compile("[\ud800-\udfff]")


def as_utf8(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot encode, with U+FFFD, as other languages do."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)
