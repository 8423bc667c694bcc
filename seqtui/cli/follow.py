"""Sitting beside a trainer: showing what it reports, passing Ctrl-C on, saying how it ended."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from seqtui.cli.live import show_as_bars, show_as_json, show_as_lines
from seqtui.cli.root import typed
from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import BUSY, Run, state_of
from seqtui.runs.events import End, Event, Failed, Finished, Stopped
from seqtui.terminal.sanitize import printable
from seqtui.training.process import TURNED_AWAY, start_trainer

_ENDING = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def attend(run: Run, *, as_json: bool, is_terminal: bool, tensorboard: Path | None = None) -> int:
    """Start a run's trainer and show its work until it ends.

    Ctrl-C, or another signal to end, asks it to stop and to keep the best weights; a second one kills it.

    Args:
        run: Its folder.
        as_json: Show events as JSON.
        is_terminal: Show bars.
        tensorboard: Where a log for TensorBoard goes. Default: nowhere.

    Returns:
        The exit code.

    Raises:
        SeqtuiError: If the training failed or the trainer died.
    """

    def hint() -> str:
        return "stopping, Ctrl-C again kills" if interrupted else "Ctrl-C stops and keeps the best"

    with interruptions() as interrupted:
        killed = supervise(
            run,
            interrupted,
            lambda events: show(events, run, as_json=as_json, is_terminal=is_terminal, hint=hint),
            tensorboard,
        )
    if killed:
        click.echo(printable(f"{run.path}: killed; {_kept(run)}"), err=True)
        return 130
    code = conclude(run, run.end(), as_json=as_json)
    return 130 if interrupted else code


def supervise(
    run: Run,
    interrupted: list[int],
    display: Callable[[Iterator[Event | None]], None],
    tensorboard: Path | None = None,
) -> bool:
    """Start a run's trainer and hand what it reports on until it has ended.

    Args:
        run: Its folder.
        interrupted: Signals to end, as of :func:`interruptions`: one stops the trainer, two kill it.
        display: Takes the events.
        tensorboard: As for :func:`attend`.

    Returns:
        Whether it was killed.

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
    except OSError:  # nobody sees it any more; a trainer must not go on unseen
        run.request_stop()
        trainer.wait()
        raise
    trainer.wait()
    if killed:
        run.clear_stop()
    if trainer.returncode == TURNED_AWAY:
        raise InputError(f"{run.path}: {BUSY}; '{typed('watch', run.path)}' shows it")
    return killed


@contextmanager
def interruptions() -> Iterator[list[int]]:
    """Collect signals to end instead of obeying them; those ignored before, as under nohup, stay ignored."""
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


def show(
    events: Iterator[Event | None],
    run: Run,
    *,
    as_json: bool,
    is_terminal: bool,
    hint: Callable[[], str],
) -> None:
    """Show a run from its first event until it ends: bars, plain lines or JSON."""
    if as_json:
        show_as_json(events)
    elif is_terminal:
        show_as_bars(events, run.name, run.recipe, hint)
    else:
        show_as_lines(events, run.name, run.recipe)


def conclude(run: Run, end: End | None, *, as_json: bool) -> int:
    """Say how a run ended and what to do next.

    Returns:
        0 for a finished or stopped run.

    Raises:
        SeqtuiError: For a run that failed or whose trainer died.
    """
    match end:
        case Finished() | Stopped():
            if not as_json:
                click.echo(_summary(run, end))
            return 0
        case Failed():
            reason = f"{end.reason}; {_kept(run)}" if not end.request else end.reason
            raise (InputError if end.request else SeqtuiError)(reason)
        case _:
            why = printable(run.why_crashed(), 300)
            raise SeqtuiError(f"{run.path}: the trainer died ({why}); {_kept(run)}; see {run.log_path}")


def _kept(run: Run) -> str:
    metrics = run.metrics if run.path.is_dir() else None
    return f"the weights of epoch {metrics.epoch} are kept" if metrics else "there were no weights to keep"


def _summary(run: Run, end: Finished | Stopped) -> str:
    path, verb = printable(str(run.path)), state_of(end, alive=False)
    if end.best_epoch is None:
        return f"{path}: {verb} after {end.seconds:.0f} s, before there were weights to keep"
    why = f": {end.stopped_early}" if isinstance(end, Finished) and end.stopped_early else ""
    return (
        f"{path}: {verb}{' early' if why else ''} after {end.seconds:.0f} s, {_result(run, end)}{why}\n"
        f"next: {typed('export', run.path, '--onnx')}"
    )


def _result(run: Run, end: Finished | Stopped) -> str:
    """The result of the kept weights in words: test accuracy with its interval, and how they were chosen."""
    chosen = f"epoch {end.best_epoch}"
    if end.val_accuracy is not None:
        chosen += f", validation accuracy {end.val_accuracy:.2%}"
    if end.test_accuracy is None:
        return f"weights of {chosen}"
    metrics = run.metrics
    interval = metrics.interval if metrics else None
    bounds = f", 95 % interval {interval[0]:.2%} to {interval[1]:.2%}" if interval else ""
    return f"test accuracy {end.test_accuracy:.2%} ({chosen}{bounds})"
