"""``seqtui search``."""

from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from seqtui.architectures.catalogue import CATALOGUE, find_architecture
from seqtui.cli.follow import interruptions, supervise
from seqtui.cli.live import show_as_bars
from seqtui.cli.recipes import asked_settings, recipe_options
from seqtui.cli.root import can_redraw, json_option, runs_dir_arguments, runs_dir_option, typed
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import differing
from seqtui.runs import Run
from seqtui.runs.events import Epoch, Event, Finished
from seqtui.search.folder import StudyFolder
from seqtui.terminal.sanitize import printable
from seqtui.terminal.tables import print_table

if TYPE_CHECKING:
    from seqtui.search.result import Result
    from seqtui.search.study import Study

_TRIALS = 20


@click.command("search", short_help="Search for a better recipe.")
@recipe_options
@click.option("--trials", type=click.IntRange(1), metavar="N", help=f"Recipes to try.  [default: {_TRIALS}]")
@click.option("--networks", metavar="NAME,…", help="Networks to try.  [default: all, or that of the recipe]")
@click.option("--name", metavar="STUDY", help="What the search is called.  [default: date and time]")
@click.option("--resume", metavar="STUDY", help="Go on with a search; --trials N adds to it.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where the winning recipe goes.  [default: RUNS/STUDY/STUDY.toml]",
)
@runs_dir_option
@json_option
def search_command(
    recipe_file: Path | None,
    trials: int | None,
    networks: str | None,
    name: str | None,
    resume: str | None,
    output: Path | None,
    runs_dir: Path,
    as_json: bool,
    **options: Any,
) -> int:
    """Search for a better recipe with Optuna: each trial is a run that differs in what is left open.

    Every setting of RECIPE.toml and every option stays as given; network, learning rate, batch size,
    vocabulary, length, schedule, clipping and pooling are tried where they are not. The first trial is the
    recommended recipe. After each epoch, a trial that is worse than half of the others is given up.

    Trials are judged by a fifth of the training reviews, always the same ones; the held-out reviews choose
    nothing. At the end the winning recipe is trained on all training reviews, and its held-out accuracy
    after the last epoch is the result.

    The trials are runs like others, STUDY-01, STUDY-02 and so on: the app shows them live. --seed decides
    what is tried, too. Ctrl-C ends the search, --resume STUDY goes on where it was.
    """
    if find_spec("optuna") is None or find_spec("tensorflow") is None:
        raise InputError("searching needs Optuna and TensorFlow; pip install 'seqtui[search,train]'")
    if resume is not None:
        if recipe_file or name or networks or any(value is not None for value in options.values()):
            raise InputError("--resume takes the search's own settings; give --trials and --output alone")
        study = _open(StudyFolder.find(resume, runs_dir), trials)
    else:
        asked = asked_settings(recipe_file, options)
        study = _create(runs_dir, name, asked, _networks(networks, asked), trials or _TRIALS)
    try:
        return _search(study, output, as_json)
    finally:
        study.close()


def _open(folder: StudyFolder, trials: int | None) -> "Study":
    from seqtui.search.study import Study

    study = Study(folder)
    if trials is not None:
        study.extend(trials)
    return study


def _create(
    runs_dir: Path, name: str | None, asked: dict[str, Any], networks: list[str], trials: int
) -> "Study":
    from seqtui.corpora import fetch_source
    from seqtui.recipe import Recipe
    from seqtui.search.study import Study

    if asked.get("validation_split") or asked.get("data_fingerprint"):
        raise InputError("a search sets validation_split and data_fingerprint itself; leave them out")
    fetch_source(asked.get("data", Recipe().data))
    return Study.create(runs_dir, name or f"search-{datetime.now():%Y%m%d-%H%M}", asked, networks, trials)


def _networks(names: str | None, asked: dict[str, Any]) -> list[str]:
    if names is None:
        return [asked["architecture"]] if "architecture" in asked else list(CATALOGUE)
    if "architecture" in asked:
        raise InputError("--networks: the network is fixed by --architecture or the recipe; leave one out")
    return [find_architecture(name.strip()).name for name in names.split(",")]


def _search(study: "Study", output: Path | None, as_json: bool) -> int:
    with interruptions() as interrupted:
        for attempt in study.attempts():
            if not attempt.is_over:
                title = f"trial {attempt.number} of {study.trials}"
                killed = _train(attempt.run, interrupted, title, as_json, attempt.watched)
                if interrupted and (killed or not attempt.is_over):
                    break
            _say(attempt.conclude(), study.trials, as_json)
            if interrupted:
                break
        else:
            winner = study.winner()
            recipe = study.winning_recipe()
            path = output or study.folder.recipe_path
            recipe.save(
                path, f"{study.name}, trial {winner.trial}: {winner.accuracy:.2%} on the validation part"
            )
            if not as_json:
                print_board(study.results())
                click.echo(printable(f"\nthe winner, trial {winner.trial}, is in {path}"))
            run = study.run_for(recipe, f"{winner.trial:02}-full")
            if not isinstance(run.end(), Finished):
                _train(run, interrupted, "the winner on all training reviews", as_json)
            if isinstance(run.end(), Finished) or not interrupted:
                return _conclude(study, run, path, as_json)
    again = typed("search", "--resume", study.name, *runs_dir_arguments(study.folder.path.parent))
    click.echo(printable(f"{study.folder.path}: interrupted, nothing is lost; {again} goes on"), err=True)
    return 130


def _train(
    run: Run,
    interrupted: list[int],
    title: str,
    as_json: bool,
    watched: Callable[[Iterable[Event | None]], Iterable[Event | None]] = iter,
) -> bool:
    """Train a run, on a terminal with bars that are gone in the end; says whether it was killed."""

    def display(events: Iterable[Event | None]) -> None:
        if as_json or not can_redraw():
            deque(watched(events), maxlen=0)
        else:
            name = f"{title}, {run.name}"
            show_as_bars(watched(events), name, run.recipe, lambda: "Ctrl-C interrupts", stays=False)

    def is_alive() -> bool:
        if interrupted:
            run.request_stop()
        return run.is_locked

    if run.is_locked:  # the trainer of a search that was killed: it goes on by itself
        display(run.follow(is_alive))
        return False
    if run.events():
        run.rewind()
    return supervise(run, interrupted, display)


def _say(result: "Result", trials: int, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.encode({"event": "trial"} | _told(result)))
        return
    accuracy = "" if result.accuracy is None else f", {result.accuracy:.2%} on the validation part"
    reason = f": {result.reason}" if result.reason else ""
    line = f"trial {result.trial} of {trials}: {result.recipe.architecture}, {result.state}{accuracy}{reason}"
    click.echo(printable(line, 300), err=True)


def _told(result: "Result") -> dict[str, Any]:
    return {**msgspec.structs.asdict(result), "recipe": result.recipe.to_settings()}


def print_board(results: "list[Result]") -> None:
    """Print the trials, the best first, with the settings in which they differ."""
    settings = differing([result.recipe for result in results])
    headers = ("trial", "state", "validation", "loss", "epoch", *settings)
    rows = [
        (
            str(result.trial),
            result.state,
            "" if result.accuracy is None else f"{result.accuracy:.2%}",
            "" if result.loss is None else f"{result.loss:.4f}",
            str(result.epoch or ""),
            *(str(getattr(result.recipe, setting)) for setting in settings),
        )
        for result in results
    ]
    print_table([header.replace("_", " ") for header in headers], rows)


def _conclude(study: "Study", run: Run, recipe: Path, as_json: bool) -> int:
    """Say what the winner reached; the epoch is the last, as the held-out reviews must choose nothing."""
    epochs = [event for event in run.events() if isinstance(event, Epoch)]
    if not isinstance(run.end(), Finished):
        raise SeqtuiError(
            f"{run.path}: the winner could not be trained; '{typed('watch', run.path)}' says why"
        )
    last = epochs[-1]
    if as_json:
        told = {
            "event": "search",
            "study": study.name,
            "winner": _told(study.winner()),
            "recipe": str(recipe),
            "run": str(run.path),
            "held_out_accuracy": last.val_accuracy,
            "held_out_loss": last.val_loss,
        }
        click.echo(msgspec.json.encode(told))
        return 0
    click.echo(
        printable(
            f"{run.path}: trained on all training reviews, held-out accuracy {last.val_accuracy:.2%} "
            f"(epoch {last.epoch}, the last)"
        )
    )
    click.echo(f"next: {typed('export', run.path, '--onnx')}")
    return 0
