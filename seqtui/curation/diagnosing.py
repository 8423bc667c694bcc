"""A process that examines a source for the app: a request as a line of JSON in, lines of JSON out.

Examining takes minutes and would block the app. The JSON is that of the standard library, whose escapes keep
lone surrogates, so that the digest of a text stays the same.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from types import FrameType
from typing import Any, BinaryIO

import msgspec

from seqtui.corpora import Choices
from seqtui.corpora.corrections import Corrections
from seqtui.curation.doctor import DEFAULTS, diagnose
from seqtui.curation.folds import Events
from seqtui.curation.suspects import Diagnosis, Suspect
from seqtui.errors import SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.progress import RunProgress

_COMMAND = [sys.executable, "-P", "-m", "seqtui.curation.diagnosing"]
_PAUSE = 0.1  # seconds between two reports of progress


class DiagnosisRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to examine; the fields are arguments of :func:`seqtui.diagnose`.

    Args:
        source: As for ``--data``.
        runs_dir: Folder in which the predictions are stored.
        choices: Options for reading. Default: detect everything.
        corrections: File of corrected labels to apply first. Default: none.
        settings: Network and training settings. Default: ``{"architecture": "nb-ngrams"}``.
        with_test: Whether to examine the labels of the test set, too. Default: False.
    """

    source: str
    runs_dir: str
    choices: Choices = Choices()
    corrections: str | None = None
    settings: dict[str, Any] = msgspec.field(default_factory=DEFAULTS.copy)
    with_test: bool = False

    def recipe(self, corrections: Path) -> Recipe:
        """Return the recipe that trains on the source with the corrections, if there are any."""
        used = str(corrections.absolute()) if corrections.exists() else None
        return Recipe(data=self.source, corrections=used, **msgspec.structs.asdict(self.choices))


class Step(msgspec.Struct, frozen=True, tag=True):
    """A step begins.

    Args:
        text: What is done.
    """

    text: str


class Progress(msgspec.Struct, frozen=True, tag=True):
    """Progress of the step.

    Args:
        phase: What is done now.
        share: Share of the step that is done, 0 to 1.
    """

    phase: str
    share: float


class _Found(msgspec.Struct, frozen=True, tag=True):
    """A suspect."""

    suspect: Suspect


class _Done(msgspec.Struct, frozen=True, tag=True):
    """All suspects have been reported."""

    class_names: tuple[str, ...]
    examined: int
    accuracy: float
    notes: list[str]
    corrections: str


class _Failed(msgspec.Struct, frozen=True, tag=True):
    """The source could not be examined."""

    reason: str


_Message = Step | Progress | _Found | _Done | _Failed


class Diagnoser:
    """The process.

    Args:
        request: What to examine.
    """

    def __init__(self, request: DiagnosisRequest) -> None:
        self._request = request
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def run(self) -> Iterator[Step | Progress | Diagnosis]:
        """Examine the source.

        Yields:
            Steps and their progress, then what was found. After :meth:`cancel`, nothing.

        Raises:
            SeqtuiError: If the source cannot be examined, or the process dies.
        """
        suspects: list[Suspect] = []
        with (
            TemporaryFile() as errors,
            subprocess.Popen(
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
            ) as process,
        ):
            self._process = process
            if self._cancelled:
                self.cancel()
            assert process.stdin is not None  # noqa: S101 - both are pipes
            assert process.stdout is not None  # noqa: S101
            with suppress(BrokenPipeError):
                process.stdin.write(_encoded(self._request))
                process.stdin.close()
            for line in process.stdout:
                if self._cancelled:
                    continue
                match _decoded(line):
                    case _Found(suspect):
                        suspects.append(suspect)
                    case _Failed(reason):
                        raise SeqtuiError(reason)
                    case _Done() as done:
                        yield _diagnosis(self._request.source, suspects, done)
                        return
                    case report:
                        yield report
            if not self._cancelled:
                errors.seek(0)
                last = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
                raise SeqtuiError(f"the process that examines the reviews has ended: {last}")

    def cancel(self) -> None:
        """End the process at once; networks that are trained already, and checkpoints, are kept."""
        self._cancelled = True
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGINT)


def _encoded(value: msgspec.Struct) -> bytes:
    return json.dumps(msgspec.to_builtins(value)).encode() + b"\n"


def _decoded(line: bytes) -> _Message:
    try:
        message: _Message = msgspec.convert(json.loads(line), type=_Message)
    except ValueError as error:  # the process was killed while it wrote
        raise SeqtuiError("the process that examines the reviews has ended") from error
    return message


def _diagnosis(source: str, suspects: list[Suspect], done: _Done) -> Diagnosis:
    corrections = Corrections(Path(done.corrections))
    return Diagnosis(
        source, done.class_names, done.examined, done.accuracy, suspects, done.notes, corrections
    )


def _report(request: DiagnosisRequest, send: Callable[[msgspec.Struct], None]) -> None:
    """Examine a source and send steps, progress and what was found."""
    interrupted: list[int] = []
    is_training = False

    def interrupt(number: int, _: FrameType | None) -> None:
        """End at once: a trainer is killed, whose checkpoint is kept, and anything else is given up."""
        interrupted.extend([number, number])  # two, because one would wait until the trainer has stopped
        if not is_training:
            raise KeyboardInterrupt

    def display(run: Run, title: str, events: Events) -> None:
        nonlocal is_training
        send(Step(title))
        progress, sent = RunProgress(run.recipe.epochs), 0.0
        is_training = True
        for event in events:
            if event is not None:
                progress = progress.after(event)
            if time.monotonic() - sent > _PAUSE:
                sent = time.monotonic()
                send(Progress(progress.phase, progress.epochs_done / progress.epochs_expected))
        is_training = False

    signal.signal(signal.SIGINT, interrupt)
    found = diagnose(
        request.source,
        choices=request.choices,
        corrections=request.corrections,
        settings=request.settings,
        with_test=request.with_test,
        runs_dir=request.runs_dir,
        on_step=lambda step: send(Step(step)),
        interrupted=interrupted,
        display=display,
    )
    for suspect in found.suspects:
        send(_Found(suspect))
    send(_Done(found.class_names, found.examined, found.accuracy, found.notes, str(found.corrections.path)))


def main() -> None:
    """Read a request and answer it."""
    answers: BinaryIO = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer

    def send(message: msgspec.Struct) -> None:
        answers.write(_encoded(message))
        if not isinstance(message, _Found):
            answers.flush()

    request = msgspec.convert(json.loads(sys.stdin.buffer.readline()), type=DiagnosisRequest)
    try:
        _report(request, send)
    except (SeqtuiError, OSError) as error:
        send(_Failed(str(error)))


if __name__ == "__main__":
    main()
