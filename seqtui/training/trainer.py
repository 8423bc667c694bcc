"""The trainer: a run folder with a recipe in it becomes one with trained weights in it."""

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
from seqtui.training.process import TURNED_AWAY
from seqtui.training.tensorboard import TensorBoardLog

_ENDING = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def train(run: Run, tensorboard: Path | None = None) -> int:
    """Train a run to its end, reporting events.

    Ends early, with the best weights kept, once :meth:`Run.request_stop` was called or a signal to end came.

    Args:
        run: A folder with a recipe. A second trainer in it is turned away.
        tensorboard: Where a log for TensorBoard goes. Default: nowhere.

    Returns:
        The exit code: 0 finished or stopped, 1 the training failed, 2 the recipe or its data was wrong, 75
        another trainer works in the folder.
    """
    signals: list[int] = []
    for ending in _ENDING:
        if signal.getsignal(ending) != signal.SIG_IGN:  # as under nohup
            signal.signal(ending, lambda number, _: signals.append(number))
    try:
        with run.lock():
            return _work(run, signals, tensorboard)
    except filelock.Timeout:
        _say(f"{run.path}: {BUSY}")
        return TURNED_AWAY
    except (OSError, SeqtuiError) as error:  # not even the events could be written
        _say(f"{run.path}: {_reason(error)}")
        return InputError.exit_code if isinstance(error, InputError) else SeqtuiError.exit_code


def _work(run: Run, signals: list[int], tensorboard: Path | None) -> int:
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
            end = Training(run, report, lambda: bool(signals) or run.stop_requested).to_the_end()
        except Exception as error:
            request = isinstance(error, InputError)
            writer.write(Failed(run=str(run.path), reason=_reason(error), request=request))
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
        said = str(error)
    elif isinstance(error, OSError) and error.strerror:
        said = f"{error.strerror}{f': {error.filename}' if error.filename else ''}"
    else:
        said = f"{type(error).__name__}: {error}"
    return said.splitlines()[0]


def _say(line: str) -> None:
    """Leave a line in ``trainer.log``."""
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - see above
