"""Show the events of a run as bars, lines or JSON."""

import time
from collections.abc import Callable, Iterable

import click
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from seqtui.recipe import Recipe
from seqtui.runs.events import (
    Batch,
    DataRead,
    Epoch,
    Event,
    PhaseBegan,
    PhaseProgress,
    Started,
    Tested,
    is_newer_version,
)
from seqtui.runs.progress import Heartbeat, RunProgress, validation_result
from seqtui.terminal.sanitize import printable, printable_json

_MAX_EPOCHS = 12  # shown at once, including the running one


def show_as_json(events: Iterable[Event | None]) -> None:
    """Print each event to stdout, as one line of JSON, except batches and parts of phases."""
    for event in events:
        if event is not None and not isinstance(event, Batch | PhaseProgress):
            click.echo(printable_json(event))


def show_as_lines(events: Iterable[Event | None], name: str, recipe: Recipe) -> None:
    """Print a line to stderr for each phase before training, for each epoch, and if the trainer stalls."""
    click.echo(printable(f"{name}: {recipe.network_label} on {recipe.data}"), err=True)
    progress, heartbeat, stall_reported = RunProgress(recipe.epochs), Heartbeat(), False
    for event in events:
        if event is not None:
            progress, stall_reported = progress.after(event), False
            heartbeat.record(event.time, time.time())
        elif progress.is_stalled(heartbeat.seconds) and not stall_reported:
            click.echo(f"stalled: no event from the trainer for {heartbeat.seconds:.0f} s", err=True)
            stall_reported = True
        match event:
            case Started(version=version) if is_newer_version(version):
                click.echo(
                    printable(f"the run is trained by a newer version of seqtui ({version})"), err=True
                )
            case PhaseBegan(
                phase="reading reviews"
                | "reading unlabelled texts"
                | "encoding reviews"
                | "counting n-grams"
                | "loading TensorFlow"
                | "learning text vectors"
                | "labelling unlabelled texts"
                | "compiling kernels" as phase
            ):
                click.echo(phase, err=True)
            case DataRead():
                notes = (f"  {printable(note)}" for note in event.notes)
                click.echo("\n".join([_data(event), *notes]), err=True)
            case Epoch():
                click.echo(
                    f"epoch {event.epoch}/{progress.epochs_expected}  {event.seconds:.1f} s  "
                    f"loss {event.loss:.4f}  accuracy {event.accuracy:.2%}{validation_result(event)}  "
                    f"{event.reviews_per_second:,.0f} reviews/s",
                    err=True,
                )
            case Tested():
                click.echo(progress.result, err=True)


def show_as_bars(
    events: Iterable[Event | None],
    name: str,
    recipe: Recipe,
    hint: Callable[[], str],
    *,
    transient: bool = False,
) -> None:
    """Show a progress bar for each epoch on stderr.

    Args:
        events: Events of the run.
        name: Title of the bars.
        recipe: Recipe of the run.
        hint: Returns the effect of Ctrl-C, to show below the bars.
        transient: Remove title and bars at the end. Default: False.
    """
    console = Console(stderr=True)
    title = [Text(printable(f"{name}: {recipe.network_label} on {recipe.data}"), style="bold")]
    if not transient:
        console.print(title.pop())
    progress, heartbeat = RunProgress(recipe.epochs), Heartbeat()
    drawn = 0.0
    with Live(console=console, auto_refresh=False, transient=transient) as live:
        for event in events:
            if event is not None:
                progress = progress.after(event)
                heartbeat.record(event.time, time.time())
            if time.monotonic() - drawn > 0.1:
                drawn = time.monotonic()
                stalled = (
                    f"stalled for {heartbeat.seconds:.0f} s · "
                    if progress.is_stalled(heartbeat.seconds)
                    else ""
                )
                shown = bars(progress, time.time(), stalled + hint(), console.height - len(title))
                live.update(Group(*title, shown), refresh=True)
        live.update(Group(*title, bars(progress, time.time(), "", console.height)), refresh=True)


def bars(progress: RunProgress, now: float, hint: str = "", height: int = 24) -> Group:
    """Draw the progress of a run.

    Args:
        progress: Progress of the run.
        now: Current time in seconds since 1970, to estimate the remaining time.
        hint: Effect of Ctrl-C. Default: not shown.
        height: Maximum number of lines. Default: 24.
    """
    table = Table(box=None, padding=(0, 1), pad_edge=False, expand=True)
    table.add_column("epoch", justify="right")
    table.add_column("", min_width=8, ratio=1)
    for header in ("batch", "loss", "accuracy", "validation", "reviews/s", "seconds"):
        table.add_column(header, justify="right", no_wrap=True)
    rows = max(1, min(_MAX_EPOCHS, height - 3))
    for epoch in progress.visible_epochs(rows):
        table.add_row(*_cells(*epoch))
    # The last line is not padded: the terminal's echo of ^C must not wrap and scroll the bars.
    status = Text(_status(progress, now, hint), style="dim", overflow="ellipsis", no_wrap=True)
    return Group(table, status)


def _cells(number: int, finished: Epoch | None, batch: Batch | None) -> list[Text | ProgressBar]:
    if finished:
        mark = " ★" if finished.best else "  "
        validation = "" if finished.val_accuracy is None else f"{finished.val_accuracy:.2%}{mark}"
        bar = ProgressBar(total=1, completed=1, width=None)
        values = ["", f"{finished.loss:.4f}", f"{finished.accuracy:.1%}", validation,
                  f"{finished.reviews_per_second:,.0f}", f"{finished.seconds:.1f}"]  # fmt: skip
    elif batch:
        bar = ProgressBar(total=batch.batches, completed=batch.batch, width=None)
        values = [f"{batch.batch}/{batch.batches}", f"{batch.loss:.4f}", f"{batch.accuracy:.1%}", "",
                  f"{batch.reviews_per_second:,.0f}", ""]  # fmt: skip
    else:
        bar = ProgressBar(total=1, completed=0, width=None)
        values = [""] * 6
    return [Text(str(number)), bar, *(Text(value) for value in values)]


def _status(progress: RunProgress, now: float, hint: str) -> str:
    parts = [progress.phase_status(now)]
    if progress.data and not progress.batch:
        parts.append(_data(progress.data))
    if (left := progress.seconds_left(now)) is not None:
        parts.append(f"{left:.0f} s left")
    if progress.test or progress.end:
        parts.append(progress.result)
    elif best := progress.best:
        parts.append("best {:.2%} (epoch {})".format(*best))
    if hint and not progress.end:
        parts.append(hint)
    return " · ".join(filter(None, parts))


def _data(data: DataRead) -> str:
    return (
        f"{data.train:,} training, {data.validation:,} validation and {data.test:,} test reviews, "
        f"{data.tokens:.0f} tokens each, {data.vocabulary:,} words"
        f"{'' if len(data.class_names) == 2 else f', {len(data.class_names)} labels'}"
    )
