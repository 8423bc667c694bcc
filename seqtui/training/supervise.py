"""Run a trainer as a child process: forward its events, stop it on an interruption, check the result."""

import os
import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import msgspec

from seqtui.architectures.catalogue import find_architecture, refuse_clash
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import BUSY, Run, RunBusyError
from seqtui.runs.events import Event, Failed, Finished, Stopped
from seqtui.terminal.sanitize import printable
from seqtui.training.own_networks import always, create_run_folder, never, trust_recipe, trust_run
from seqtui.training.process import EXIT_LOCKED, Trainer, start_trainer
from seqtui.training.server import TrainerServer

_STOP_SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def train(
    recipe: Recipe,
    *,
    runs_dir: str | os.PathLike[str] = "runs",
    name: str | None = None,
    tensorboard: str | os.PathLike[str] | None = None,
    trust_network: bool = False,
    on_event: Callable[[Event], None] = lambda _: None,
) -> Run:
    """Train a network and return its run, as ``seqtui train`` does.

    The training runs in a child process. Ctrl-C, or an exception raised by ``on_event``, stops it after the
    current batch, saves the best weights and is raised again; a second Ctrl-C kills it. To stop without an
    exception, call :meth:`Run.request_stop`, for example in ``on_event``.

    Args:
        recipe: Sets the network, its training and the data.
        runs_dir: Folder of the run folders, created if missing. Default "runs".
        name: Name of the run folder. Default: date, time and architecture.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        trust_network: Whether to run the file of your own network if you have not run it before. Default:
            False, which is an error then.
        on_event: Called with each event of :mod:`seqtui.runs.events`, in order. Default: does nothing.

    Returns:
        The run, finished or stopped. ``run.metrics`` are its results, ``run.recipe`` is the recipe.

    Raises:
        InputError: If the recipe, its data or the name is wrong, or TensorFlow is not installed.
        SeqtuiError: If the training fails or its process dies.

    Example:
        >>> import seqtui
        >>> run = seqtui.train(seqtui.Recipe(limit=2000, epochs=1))  # doctest: +SKIP
        >>> run.metrics.val_accuracy  # doctest: +SKIP
        0.7333333333333333
    """
    recipe = trust_recipe(recipe, always if trust_network else never)
    return _to_end(create_run(recipe, Path(runs_dir), name), tensorboard, on_event)


def resume(
    run: Run,
    *,
    tensorboard: str | os.PathLike[str] | None = None,
    trust_network: bool = False,
    on_event: Callable[[Event], None] = lambda _: None,
) -> Run:
    """Continue a stopped or killed run from its last checkpoint.

    The weights are the same as without the interruption.

    Args:
        run: An interrupted run, see :meth:`Run.find`.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        trust_network: As for :func:`train`.
        on_event: Called with each event of :mod:`seqtui.runs.events`, in order; the events before the
            checkpoint come first. Default: does nothing.

    Returns:
        The same run.

    Raises:
        InputError: If the run has finished, is being trained, or its checkpoint is damaged.
        SeqtuiError: If the training fails or its process dies.
    """
    require_training()
    trust_run(run, always if trust_network else never)
    run.rewind()
    return _to_end(run, tensorboard, on_event)


def create_run(recipe: Recipe, runs_dir: Path, name: str | None = None) -> Run:
    """Check that a recipe can be trained and create its run folder.

    Relative paths in the recipe become absolute, since the run may be used from other folders.

    Args:
        recipe: Recipe of the run.
        runs_dir: Folder of the run folders, created if missing.
        name: Name of the run folder. Default: date, time and architecture.

    Raises:
        InputError: If TensorFlow is not installed, the data cannot be found, the name is taken, or the file
            of the user's own network is not trusted.
    """
    from seqtui.corpora import fetch_reviews  # imports numpy, which would delay the command line's start
    from seqtui.corpora.paths import absolute_paths
    from seqtui.training.pretrained import fit_to_vectors

    require_training()
    refuse_clash(recipe.architecture)
    fetch_reviews(recipe)
    recipe = msgspec.structs.replace(recipe, **absolute_paths(recipe.to_settings(), Path()))
    if not find_architecture(recipe.architecture, recipe.network_digest).is_own:
        recipe = fit_to_vectors(recipe)
    return create_run_folder(runs_dir, recipe, name)


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
    server: TrainerServer | None = None,
) -> bool:
    """Start the trainer of a run, forward its events and wait until it has ended.

    If ``display`` raises an exception, the trainer is stopped and the exception is raised again.

    Args:
        run: The run, new or rewound.
        interrupted: Signals received so far, see :func:`interruptions`. One stops the trainer, two kill it.
        display: Called with an iterator of the events, which yields None while there is no new event.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        server: Forks the trainer. Default: it is a new process.

    Returns:
        Whether the trainer was killed.

    Raises:
        RunBusyError: If another trainer is working in the run folder.
    """
    trainer = start_trainer(run, tensorboard, server=server)
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
        code = trainer.wait()
    except BaseException as error:  # the caller has stopped reading, so stop the trainer
        _stop(run, trainer)
        error.add_note(printable(f"{run.path}: training stopped; {saved_weights(run)}"))
        raise
    if killed:
        run.clear_stop()
    if code == EXIT_LOCKED:
        watch = shlex.join(["seqtui", "watch", str(run.path)])
        raise RunBusyError(f"{run.path}: {BUSY}; '{watch}' shows it")
    return killed


@contextmanager
def interruptions() -> Iterator[list[int]]:
    """Collect the signals that would end the process, instead of ending it.

    Signals that are ignored, as under nohup, stay ignored. Works in the main thread only.

    Yields:
        The signals received so far.
    """
    received: list[int] = []

    def receive(number: int, _: FrameType | None) -> None:
        received.append(number)

    previous = {
        number: signal.signal(number, receive)
        for number in _STOP_SIGNALS
        if signal.getsignal(number) != signal.SIG_IGN
    }
    try:
        yield received
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def check_end(run: Run) -> Finished | Stopped:
    """Return the event that ended a run, or raise the error that ended it.

    Args:
        run: The run.

    Raises:
        InputError: If the recipe or its data is wrong.
        SeqtuiError: If the training failed or the trainer crashed.
    """
    match run.end():
        case (Finished() | Stopped()) as end:
            return end
        case Failed(request=True, reason=reason):
            raise InputError(reason)
        case Failed(reason=reason):
            raise SeqtuiError(f"{reason}; {saved_weights(run)}")
        case _:
            why = printable(run.crash_reason(), 300)
            raise SeqtuiError(
                f"{run.path}: the trainer crashed ({why}); {saved_weights(run)}; see {run.log_path}"
            )


def saved_weights(run: Run) -> str:
    """Return the end of an error message: which weights a run has saved.

    Args:
        run: The run.
    """
    metrics = run.metrics if run.path.is_dir() else None
    return f"the weights of epoch {metrics.epoch} are saved" if metrics else "no weights were saved"


def _to_end(run: Run, tensorboard: str | os.PathLike[str] | None, on_event: Callable[[Event], None]) -> Run:
    def display(events: Iterator[Event | None]) -> None:
        for event in events:
            if event is not None:
                on_event(event)

    supervise(run, [], display, None if tensorboard is None else Path(tensorboard))
    check_end(run)
    return run


def _stop(run: Run, trainer: Trainer) -> None:
    """Stop a trainer and wait for it; kill it on a second interruption or if the request fails."""
    try:
        if trainer.poll() is None:
            run.request_stop()
        trainer.wait()
    except (KeyboardInterrupt, OSError):
        trainer.kill()
        trainer.wait()
        run.clear_stop()
