"""Follow a run in the foreground: show its progress, forward Ctrl-C, report the result."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from seqtui.cli.live import show_as_bars, show_as_json, show_as_lines
from seqtui.cli.root import shell_command
from seqtui.runs import Run, state_of
from seqtui.runs.events import Event, Finished, Stopped
from seqtui.terminal.sanitize import printable
from seqtui.training.supervise import check_end, interruptions, saved_weights, supervise


def train_and_follow(run: Run, *, as_json: bool, is_terminal: bool, tensorboard: Path | None = None) -> int:
    """Start a run's trainer and show its progress until it ends.

    Ctrl-C or another termination signal stops it and keeps the best weights; a second one kills it.

    Args:
        run: Run folder, new or rewound.
        as_json: Print events as JSON.
        is_terminal: Show progress bars.
        tensorboard: Folder for a TensorBoard log. Default: no log.

    Returns:
        The exit code.

    Raises:
        SeqtuiError: If the training failed or the trainer crashed.
    """

    def hint() -> str:
        return "stopping, Ctrl-C again kills" if interrupted else "Ctrl-C stops and keeps the best weights"

    with interruptions() as interrupted:
        killed = supervise(
            run,
            interrupted,
            lambda events: show(events, run, as_json=as_json, is_terminal=is_terminal, hint=hint),
            tensorboard,
        )
    if killed:
        click.echo(printable(f"{run.path}: killed; {saved_weights(run)}"), err=True)
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
    """Show a run until it ends, as bars, lines or JSON.

    Args:
        events: Events of the run, from the first one. None if there is no new one.
        run: Run folder.
        as_json: Print events as JSON.
        is_terminal: Show progress bars.
        hint: Returns the effect of Ctrl-C, to show next to the bars.
    """
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
        as_json: Print nothing, because the events were printed.

    Raises:
        SeqtuiError: If the run failed or its trainer crashed.
    """
    end = check_end(run)
    if not as_json:
        click.echo(_summary(run, end))


def _summary(run: Run, end: Finished | Stopped) -> str:
    path, verb = printable(str(run.path)), state_of(end, alive=False)
    if end.best_epoch is None:
        return f"{path}: {verb} after {end.seconds:.0f} s, before any weights were saved"
    reason = f": {end.stopped_early}" if isinstance(end, Finished) and end.stopped_early else ""
    return (
        f"{path}: {verb}{' early' if reason else ''} after {end.seconds:.0f} s, {_result(run, end)}{reason}\n"
        f"next: {shell_command('export', run.path, '--onnx')}"
    )


def _result(run: Run, end: Finished | Stopped) -> str:
    """Return the result of the saved weights: test accuracy with its interval, and the selected epoch."""
    selected = f"epoch {end.best_epoch}"
    if end.val_accuracy is not None:
        selected += f", validation accuracy {end.val_accuracy:.2%}"
    if end.test_accuracy is None:
        return f"weights of {selected}"
    metrics = run.metrics
    interval = metrics.interval if metrics else None
    bounds = f", 95 % interval {interval[0]:.2%} to {interval[1]:.2%}" if interval else ""
    return f"test accuracy {end.test_accuracy:.2%} ({selected}{bounds})"
