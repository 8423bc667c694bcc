"""A process that trains the light model during labelling: JSON lines in, JSON lines out.

The parent sends all texts once, then a request after some answers; each is answered by one line. The process
stays warm: the texts are tokenized once. It ends when its standard input is closed.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

import msgspec
import numpy as np

from seqtui.curation.selection import TextModel
from seqtui.errors import InputError, SeqtuiError

_NICENESS = 10  # a key press comes first
_ENDED = "the process that chooses texts has ended; the texts come in the same order as before"
_COMMAND = [sys.executable, "-P", "-m", "seqtui.curation.suggestions"]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is labelled, and what can be labelled next.

    Args:
        rows: Indices of the texts to train on.
        labels: Their class indices.
        num_classes: Number of classes.
        candidates: Indices of the texts to choose from.
        count: Number of texts to choose.
    """

    rows: list[int]
    labels: list[int]
    num_classes: int
    candidates: list[int]
    count: int


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """The texts to label next, and the predicted class of every text.

    Args:
        labels: Number of labels that the model was trained with.
        chosen: Indices of the texts to label next.
        predicted: Predicted class index of each text.
        probabilities: Its probability.
    """

    labels: int
    chosen: list[int]
    predicted: list[int]
    probabilities: list[float]


def suggest(model: TextModel, request: Request) -> Suggestions:
    """Train the model, predict all texts and choose those to label next."""
    probabilities = model.fit_predict(request.rows, request.labels, request.num_classes)
    return Suggestions(
        labels=len(request.rows),
        chosen=model.choose(probabilities, request.candidates, request.count),
        predicted=probabilities.argmax(axis=1).tolist(),
        probabilities=np.round(probabilities.max(axis=1), 4).astype(float).tolist(),
    )


class Suggester:
    """The process.

    Args:
        texts: The texts that are labelled.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )

    def prepare(self) -> None:
        """Send the texts, so that the process can count their words before the first request.

        Raises:
            SeqtuiError: If the process has ended.
        """
        self._send([text.encode("utf-8", "replace").decode() for text in self._texts])

    def suggest(self, request: Request) -> Suggestions:
        """Send a request and wait for the answer, after :meth:`prepare`.

        Raises:
            SeqtuiError: If the process has ended.
        """
        self._send(request)
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            return msgspec.json.decode(self._process.stdout.readline(), type=Suggestions)
        except (OSError, ValueError) as error:
            raise SeqtuiError(_ENDED) from error

    def _send(self, value: object) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        try:
            self._process.stdin.write(msgspec.json.encode(value) + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:  # ValueError: the pipe is closed
            raise SeqtuiError(_ENDED) from error

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def require_extra() -> None:
    """Check that scikit-learn is installed.

    Raises:
        InputError: If it is not; the message names the command that installs it.
    """
    if find_spec("sklearn") is None:
        raise InputError("labelling needs scikit-learn; pip install 'seqtui[label]'")


def main() -> None:
    """Answer requests until standard input is closed."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    requests = sys.stdin.buffer
    model = TextModel(msgspec.json.decode(requests.readline(), type=list[str]))
    for line in requests:
        answer = suggest(model, msgspec.json.decode(line, type=Request))
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
