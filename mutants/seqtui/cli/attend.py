"""Sitting beside a trainer: showing what it reports, passing Ctrl-C on, saying how it ended."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

from seqtui.cli.live import show_as_bars, show_as_json, show_as_lines
from seqtui.cli.root import typed
from seqtui.errors import InputError, SeqtuiError
from seqtui.events import End, Failed, Finished, Stopped
from seqtui.printable import printable
from seqtui.runs import BUSY, Run
from seqtui.training.process import TURNED_AWAY, start_trainer

_ENDING = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


def attend(run: Run, *, as_json: bool, is_terminal: bool) -> int:
    """Start a run's trainer and show its work until it ends.

    Ctrl-C, or another signal to end, asks it to stop and to keep the best weights; a second one kills it.

    Returns:
        The exit code.

    Raises:
        SeqtuiError: If the training failed or the trainer died.
    """
    with _interruptions() as interrupted:
        trainer = start_trainer(run)
        killed = False

        def is_alive() -> bool:
            nonlocal killed
            if interrupted:
                run.request_stop()
            if len(interrupted) > 1 and not killed:
                killed = True
                trainer.kill()
            return trainer.poll() is None

        def hint() -> str:
            return "stopping, Ctrl-C again kills" if interrupted else "Ctrl-C stops and keeps the best"

        try:
            show(run, is_alive, as_json=as_json, is_terminal=is_terminal, hint=hint)
        except OSError:  # nobody sees it any more; a trainer must not go on unseen
            run.request_stop()
            trainer.wait()
            raise
        trainer.wait()
    if killed:
        run.clear_stop()
        click.echo(printable(f"{run.path}: killed; {_kept(run)}"), err=True)
        return 130
    if trainer.returncode == TURNED_AWAY:
        raise InputError(f"{run.path}: {BUSY}; '{typed()} watch {run.name}' shows it")
    code = conclude(run, run.end(), as_json=as_json)
    return 130 if interrupted else code


@contextmanager
def _interruptions() -> Iterator[list[int]]:
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
    run: Run, is_alive: Callable[[], bool], *, as_json: bool, is_terminal: bool, hint: Callable[[], str]
) -> None:
    """Show a run from its first event until it ends: bars, plain lines or JSON."""
    events = run.follow(is_alive)
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
    path, verb = printable(str(run.path)), type(end).__name__.lower()
    if end.held_out_accuracy is None:
        return f"{path}: {verb} after {end.seconds:.0f} s, before there were weights to keep"
    why = f": {end.stopped_early}" if isinstance(end, Finished) and end.stopped_early else ""
    return (
        f"{path}: {verb}{' early' if why else ''} after {end.seconds:.0f} s, held-out accuracy "
        f"{end.held_out_accuracy:.2%} (epoch {end.best_epoch}){why}\nnext: {typed()} export {path} --onnx"
    )
