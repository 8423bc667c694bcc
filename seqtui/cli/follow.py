"""Follow a run in the foreground: show its progress, forward Ctrl-C, report the result."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from seqtui.cli.live import show_as_bars, show_as_json, show_as_lines
from seqtui.cli.root import typed
from seqtui.runs import Run, state_of
from seqtui.runs.events import Event, Finished, Stopped
from seqtui.terminal.sanitize import printable
from seqtui.training.supervise import check_end, interruptions, kept_weights, supervise


def train_and_follow(run: Run, *, as_json: bool, is_terminal: bool, tensorboard: Path | None = None) -> int:
    """Start a run's trainer and show its work until it ends.

    Ctrl-C, or another signal that asks a process to end, stops it and keeps the best weights; a second one
    kills it.

    Args:
        run: Run folder, new or rewound.
        as_json: Show events as JSON.
        is_terminal: Show bars.
        tensorboard: Folder for a TensorBoard log. Default: no log.

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
        click.echo(printable(f"{run.path}: killed; {kept_weights(run)}"), err=True)
        return 130
    conclude(run, as_json=as_json)
    return 130 if interrupted else 0


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


def conclude(run: Run, *, as_json: bool) -> None:
    """Print how a run ended and what to do next.

    Args:
        run: A run that has ended.
        as_json: Print nothing; the events were printed.

    Raises:
        SeqtuiError: If the run failed or its trainer died.
    """
    end = check_end(run)
    if not as_json:
        click.echo(_summary(run, end))


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
