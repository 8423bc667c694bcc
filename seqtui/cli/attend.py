"""Sitting beside a trainer: showing what it reports, passing Ctrl-C on, saying how it ended."""

import signal
import subprocess
from collections.abc import Callable
from types import FrameType

import click

from seqtui.cli.live import show_as_bars, show_as_json, show_as_lines
from seqtui.errors import InputError, SeqtuiError
from seqtui.events import End, Failed, Finished, Stopped
from seqtui.printable import printable
from seqtui.runs import Run


def attend(run: Run, trainer: "subprocess.Popen[bytes]", *, as_json: bool, is_terminal: bool) -> int:
    """Show a trainer's work until it ends.

    Ctrl-C, or a signal to end, asks it to stop and to keep the best weights; a second one kills it.

    Returns:
        The exit code.

    Raises:
        SeqtuiError: If the training failed or the trainer died.
    """
    interruptions: list[int] = []

    def interrupt(signum: int, _: FrameType | None) -> None:
        interruptions.append(signum)
        if len(interruptions) == 1:
            run.request_stop()
        else:
            trainer.kill()

    previous = {number: signal.signal(number, interrupt) for number in _ENDING}
    try:
        show(run, lambda: trainer.poll() is None, as_json=as_json, is_terminal=is_terminal)
        trainer.wait()
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
    ending = conclude(run, run.end(), as_json=as_json)
    return 130 if interruptions else ending


_ENDING = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


def show(run: Run, is_alive: Callable[[], bool], *, as_json: bool, is_terminal: bool) -> None:
    """Show a run from its first event until it ends: bars, plain lines or JSON."""
    events = run.follow(is_alive)
    if as_json:
        show_as_json(events)
    elif is_terminal:
        show_as_bars(events, run.name, run.recipe, lambda: run.stop_requested)
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
            raise (InputError if end.request else SeqtuiError)(end.reason)
        case _:
            words = "".join(f" ({printable(line, 200)})" for line in run.log_tail())
            raise SeqtuiError(f"{run.path}: the trainer died{words}; see {run.log_path}")


def _summary(run: Run, end: Finished | Stopped) -> str:
    verb = type(end).__name__.lower()
    seconds = f"{end.seconds:.0f} s"
    if end.held_out_accuracy is None:
        return f"{run.path}: {verb} after {seconds}, before there were weights to keep"
    return (
        f"{run.path}: {verb} after {seconds}, held-out accuracy {end.held_out_accuracy:.2%} "
        f"(epoch {end.best_epoch})\nnext: seqtui export {run.path} --onnx"
    )
