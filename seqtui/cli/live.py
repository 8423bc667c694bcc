"""A run's events on a terminal: bars, lines or JSON."""

import time
from collections.abc import Callable, Iterable

import click
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from seqtui.recipe import Recipe
from seqtui.runs.events import Batch, DataRead, Epoch, Event, PhaseBegan, Started, Tested, newer_than_this
from seqtui.runs.progress import Heartbeat, Progress, validation_result
from seqtui.terminal.sanitize import printable, printable_json

_ROWS = 12  # epochs on the screen at once, the running one among them


def show_as_json(events: Iterable[Event | None]) -> None:
    """Each event but the single batches as a line of JSON on stdout."""
    for event in events:
        if event is not None and not isinstance(event, Batch):
            click.echo(printable_json(event))


def show_as_lines(events: Iterable[Event | None], name: str, recipe: Recipe) -> None:
    """A line on stderr for each phase before training, for each epoch, and when the trainer stalls."""
    click.echo(printable(f"{name}: {recipe.architecture} on {recipe.data}"), err=True)
    progress, heartbeat, said = Progress(recipe.epochs), Heartbeat(), False
    for event in events:
        if event is not None:
            progress, said = progress.after(event), False
            heartbeat.record(event.time, time.time())
        elif progress.is_late(heartbeat.seconds) and not said:
            click.echo(f"stalled: no word from the trainer for {heartbeat.seconds:.0f} s", err=True)
            said = True
        match event:
            case Started(version=version) if newer_than_this(version):
                click.echo(printable(f"a newer version of seqtui ({version}) reports"), err=True)
            case PhaseBegan(
                phase="reading reviews"
                | "counting n-grams"
                | "loading TensorFlow"
                | "compiling kernels" as phase
            ):
                click.echo(phase, err=True)
            case DataRead():
                notes = (f"  {printable(note)}" for note in event.notes)
                click.echo("\n".join([_data(event), *notes]), err=True)
            case Epoch():
                click.echo(
                    f"epoch {event.epoch}/{recipe.epochs}  {event.seconds:.1f} s  loss {event.loss:.4f}  "
                    f"accuracy {event.accuracy:.2%}{validation_result(event)}  "
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
    stays: bool = True,
) -> None:
    """A bar for each epoch on stderr, redrawn as events come.

    Args:
        events: The run's.
        name: Its name.
        recipe: What it does.
        hint: Says what a key would do.
        stays: Whether title and bars are left on the screen at the end. Default True.
    """
    console = Console(stderr=True)
    title = [Text(printable(f"{name}: {recipe.architecture} on {recipe.data}"), style="bold")]
    if stays:
        console.print(title.pop())
    progress, heartbeat = Progress(recipe.epochs), Heartbeat()
    drawn = 0.0
    with Live(console=console, auto_refresh=False, transient=not stays) as live:
        for event in events:
            if event is not None:
                progress = progress.after(event)
                heartbeat.record(event.time, time.time())
            if time.monotonic() - drawn > 0.1:
                drawn = time.monotonic()
                late = (
                    f"stalled for {heartbeat.seconds:.0f} s · " if progress.is_late(heartbeat.seconds) else ""
                )
                shown = bars(progress, time.time(), late + hint(), console.height - len(title))
                live.update(Group(*title, shown), refresh=True)
        live.update(Group(*title, bars(progress, time.time(), "", console.height)), refresh=True)


def bars(progress: Progress, now: float, hint: str = "", height: int = 24) -> Group:
    """Draw a run's progress.

    Args:
        progress: What has happened.
        now: Seconds since 1970, for the time left.
        hint: What a key would do. Default: nothing is said.
        height: Lines there are.
    """
    table = Table(box=None, padding=(0, 1), pad_edge=False, expand=True)
    table.add_column("epoch", justify="right")
    table.add_column("", min_width=8, ratio=1)
    for header in ("batch", "loss", "accuracy", "validation", "reviews/s", "seconds"):
        table.add_column(header, justify="right", no_wrap=True)
    rows = max(1, min(_ROWS, height - 3))
    for epoch in progress.on_screen(rows):
        table.add_row(*_cells(*epoch))
    # The last line is not filled up: the terminal's own ^C must not wrap and push the bars down.
    status = Text(_status(progress, now, hint), style="dim", overflow="ellipsis", no_wrap=True)
    return Group(table, status)


def _cells(number: int, over: Epoch | None, batch: Batch | None) -> list[Text | ProgressBar]:
    if over:
        mark = " ★" if over.best else "  "
        validation = "" if over.val_accuracy is None else f"{over.val_accuracy:.2%}{mark}"
        bar = ProgressBar(total=1, completed=1, width=None)
        values = ["", f"{over.loss:.4f}", f"{over.accuracy:.1%}", validation,
                  f"{over.reviews_per_second:,.0f}", f"{over.seconds:.1f}"]  # fmt: skip
    elif batch:
        bar = ProgressBar(total=batch.batches, completed=batch.batch, width=None)
        values = [f"{batch.batch}/{batch.batches}", f"{batch.loss:.4f}", f"{batch.accuracy:.1%}", "",
                  f"{batch.reviews_per_second:,.0f}", ""]  # fmt: skip
    else:
        bar = ProgressBar(total=1, completed=0, width=None)
        values = [""] * 6
    return [Text(str(number)), bar, *(Text(value) for value in values)]


def _status(progress: Progress, now: float, hint: str) -> str:
    parts = [progress.phase]
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
        f"{data.tokens:.0f} tokens each, "
        f"{data.vocabulary:,} words{'' if len(data.labels) == 2 else f', {len(data.labels)} labels'}"
    )
