"""The trainer: trains a run and saves the weights in its folder."""

import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import filelock

from seqtui import __version__
from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import BUSY, EventWriter, Run
from seqtui.runs.events import Event, Failed, Started
from seqtui.training.loop import Training
from seqtui.training.process import EXIT_LOCKED
from seqtui.training.read_ahead import ReadAhead
from seqtui.training.tensorboard import TensorBoardLog

_STOP_SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def train(run: Run, tensorboard: Path | None = None, *, ahead: ReadAhead | None = None) -> int:
    """Train a run and write its events.

    :meth:`Run.request_stop`, SIGINT, SIGTERM and SIGHUP stop the training and save the best weights.

    Args:
        run: The run to train. Only one trainer can work in its folder.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        ahead: Reviews that were read before, used if they are those of the run. Default: none.

    Returns:
        The exit code. 0: finished or stopped. 1: the training failed. 2: the recipe or its data is wrong. 75:
        another trainer is working in the folder.
    """
    signals: list[int] = []
    for stop_signal in _STOP_SIGNALS:
        if signal.getsignal(stop_signal) != signal.SIG_IGN:  # ignored under nohup
            signal.signal(stop_signal, lambda number, _: signals.append(number))
    try:
        with run.lock():
            return _train(run, signals, tensorboard, ahead)
    except filelock.Timeout:
        _log(f"{run.path}: {BUSY}")
        return EXIT_LOCKED
    except (OSError, SeqtuiError) as error:  # the events could not be written
        _log(f"{run.path}: {_reason(error)}")
        return InputError.exit_code if isinstance(error, InputError) else SeqtuiError.exit_code


def _train(run: Run, signals: list[int], tensorboard: Path | None, ahead: ReadAhead | None = None) -> int:
    position = run.position
    writer = EventWriter(run.events_path)
    log = TensorBoardLog(tensorboard, run.recipe) if tensorboard else None

    def report(event: Event) -> None:
        writer.write(event)
        if log:
            log.write(event)

    try:
        writer.write(
            Started(
                run=str(run.path),
                process_id=os.getpid(),
                version=__version__,
                epochs_done=position.epoch - 1 if position else 0,
                batches_done=position.batch if position else 0,
            )
        )
        try:
            training = Training(run, report, lambda: bool(signals) or run.stop_requested, ahead)
            end = training.train()
        except Exception as error:
            request = isinstance(error, InputError)
            resumable = request and position is not None
            writer.write(
                Failed(run=str(run.path), reason=_reason(error), request=request, resumable=resumable)
            )
            with suppress(OSError):  # the log's disk is full
                traceback.print_exc()
            return InputError.exit_code if request else SeqtuiError.exit_code
        writer.write(end)
        return 0
    finally:
        with suppress(OSError):
            writer.close()
            if log:
                log.close()
            run.clear_stop()


def _reason(error: Exception) -> str:
    if isinstance(error, SeqtuiError):
        message = str(error)
    elif isinstance(error, OSError) and error.strerror:
        message = f"{error.strerror}{f': {error.filename}' if error.filename else ''}"
    else:
        message = f"{type(error).__name__}: {error}"
    return message.splitlines()[0]


def _log(line: str) -> None:
    """Write a line to stderr, which is ``trainer.log``."""
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - see above
