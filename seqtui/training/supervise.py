"""Run a trainer as a child process: pass its events on, stop it on an interruption, check how it ended."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import msgspec

from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import BUSY, Run
from seqtui.runs.events import Event, Failed, Finished, Stopped
from seqtui.terminal.sanitize import printable
from seqtui.training.process import TURNED_AWAY, start_trainer

_ENDING = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def train(
    recipe: Recipe,
    *,
    runs_dir: str | os.PathLike[str] = "runs",
    name: str | None = None,
    tensorboard: str | os.PathLike[str] | None = None,
    on_event: Callable[[Event], None] = lambda _: None,
) -> Run:
    """Train a network and return its run, as ``seqtui train`` does.

    The training runs in a child process. Ctrl-C, or an exception raised by ``on_event``, stops it after the
    current batch, keeps the best weights and is raised again; a second Ctrl-C kills it. To stop without an
    exception call :meth:`Run.request_stop`, for example in ``on_event``.

    Args:
        recipe: What to train, and on which texts.
        runs_dir: Folder of the run folders, created if missing. Default "runs".
        name: Name of the run folder. Default: date, time and architecture.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        on_event: Called with each event of :mod:`seqtui.runs.events`, in order. Default: does nothing.

    Returns:
        The run, finished or stopped. ``run.metrics`` holds its results, ``run.recipe`` what decided it.

    Raises:
        InputError: If the recipe, its data or the name is wrong, or TensorFlow is not installed.
        SeqtuiError: If the training fails or its process dies.

    Example:
        >>> import seqtui
        >>> run = seqtui.train(seqtui.Recipe(limit=2000, epochs=1))  # doctest: +SKIP
        >>> run.metrics.val_accuracy  # doctest: +SKIP
        0.7333333333333333
    """
    return _to_end(create_run(recipe, Path(runs_dir), name), tensorboard, on_event)


def resume(
    run: Run,
    *,
    tensorboard: str | os.PathLike[str] | None = None,
    on_event: Callable[[Event], None] = lambda _: None,
) -> Run:
    """Continue a stopped or killed run from its last checkpoint.

    The weights are the same as without the interruption.

    Args:
        run: An interrupted run, as of :meth:`Run.find`.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        on_event: Called with each event of :mod:`seqtui.runs.events`, in order; the events before the
            checkpoint come first. Default: does nothing.

    Returns:
        The same run.

    Raises:
        InputError: If the run has finished, is being trained, or its checkpoint is damaged.
        SeqtuiError: If the training fails or its process dies.
    """
    require_training()
    run.rewind()
    return _to_end(run, tensorboard, on_event)


def create_run(recipe: Recipe, runs_dir: Path, name: str | None = None) -> Run:
    """Check that a recipe can be trained and create its run folder.

    Relative paths in the recipe become absolute: the run is read from other folders, too.

    Args:
        recipe: What to train.
        runs_dir: Folder of the run folders, created if missing.
        name: Name of the run folder. Default: date, time and architecture.

    Raises:
        InputError: If TensorFlow is not installed, the data cannot be found or the name is taken.
    """
    from seqtui.corpora import fetch_source  # loads numpy, which the command line's start need not
    from seqtui.corpora.paths import absolute_paths

    require_training()
    fetch_source(recipe.data)
    recipe = msgspec.structs.replace(recipe, **absolute_paths(recipe.to_settings(), Path()))
    return Run.create(runs_dir, recipe, name)


def require_training() -> None:
    """Check that TensorFlow is installed.

    Raises:
        InputError: If it is not; the message says what to install.
    """
    if find_spec("tensorflow") is None:
        raise InputError("training needs TensorFlow; pip install 'seqtui[train]'")


def supervise(
    run: Run,
    interrupted: list[int],
    display: Callable[[Iterator[Event | None]], None],
    tensorboard: Path | None = None,
) -> bool:
    """Start a run's trainer, pass its events on and wait until it has ended.

    If ``display`` raises, or Ctrl-C does, the trainer is stopped first and the exception is raised again.

    Args:
        run: Run folder, new or rewound.
        interrupted: Signals received so far, as of :func:`interruptions`: one stops the trainer, two kill it.
        display: Takes the events; None stands for a moment without one.
        tensorboard: Folder for a TensorBoard log. Default: no log.

    Returns:
        Whether the trainer was killed.

    Raises:
        InputError: If another trainer works in the run.
    """
    trainer = start_trainer(run, tensorboard)
    killed = False

    def is_alive() -> bool:
        nonlocal killed
        if interrupted:
            run.request_stop()
        if len(interrupted) > 1 and not killed:
            killed = True
            trainer.kill()
        return trainer.poll() is None

    try:
        display(run.follow(is_alive))
        trainer.wait()
    except BaseException as error:  # nobody reads the events any more: the trainer must not go on unseen
        _stop(run, trainer)
        error.add_note(printable(f"{run.path}: training stopped; {kept_weights(run)}"))
        raise
    if killed:
        run.clear_stop()
    if trainer.returncode == TURNED_AWAY:
        watch = shlex.join(["seqtui", "watch", str(run.path)])
        raise InputError(f"{run.path}: {BUSY}; '{watch}' shows it")
    return killed


@contextmanager
def interruptions() -> Iterator[list[int]]:
    """Collect the signals that ask a process to end instead of obeying them.

    Signals that are ignored already, as under nohup, stay ignored. Works in the main thread only.

    Yields:
        The signals received so far.
    """
    received: list[int] = []

    def receive(number: int, _: FrameType | None) -> None:
        received.append(number)

    previous = {
        number: signal.signal(number, receive)
        for number in _ENDING
        if signal.getsignal(number) != signal.SIG_IGN
    }
    try:
        yield received
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def check_end(run: Run) -> Finished | Stopped:
    """Return the event that ended a run, or raise what went wrong.

    Raises:
        InputError: If its recipe or data were wrong.
        SeqtuiError: If the training failed or its process died.
    """
    match run.end():
        case (Finished() | Stopped()) as end:
            return end
        case Failed(request=True, reason=reason):
            raise InputError(reason)
        case Failed(reason=reason):
            raise SeqtuiError(f"{reason}; {kept_weights(run)}")
        case _:
            why = printable(run.why_crashed(), 300)
            raise SeqtuiError(
                f"{run.path}: the trainer died ({why}); {kept_weights(run)}; see {run.log_path}"
            )


def kept_weights(run: Run) -> str:
    """Say which weights a run has, for the end of an error line."""
    metrics = run.metrics if run.path.is_dir() else None
    return f"the weights of epoch {metrics.epoch} are kept" if metrics else "there were no weights to keep"


def _to_end(run: Run, tensorboard: str | os.PathLike[str] | None, on_event: Callable[[Event], None]) -> Run:
    def display(events: Iterator[Event | None]) -> None:
        for event in events:
            if event is not None:
                on_event(event)

    supervise(run, [], display, None if tensorboard is None else Path(tensorboard))
    check_end(run)
    return run


def _stop(run: Run, trainer: "subprocess.Popen[bytes]") -> None:
    """Stop a trainer and wait for it; kill it on a second interruption, or if it cannot be asked."""
    try:
        if trainer.poll() is None:
            run.request_stop()
        trainer.wait()
    except (KeyboardInterrupt, OSError):
        trainer.kill()
        trainer.wait()
        run.clear_stop()
