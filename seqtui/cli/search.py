"""``seqtui search``."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from seqtui.cli.live import show_as_bars
from seqtui.cli.recipes import asked_settings, recipe_options
from seqtui.cli.root import can_redraw, json_option, runs_dir_arguments, runs_dir_option, typed
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import differing
from seqtui.runs import Run
from seqtui.runs.events import Event
from seqtui.studies import require_extra
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.tables import print_table

if TYPE_CHECKING:
    from seqtui.studies.result import Result
    from seqtui.studies.study import Study


@click.command("search", short_help="Search for a better recipe.")
@recipe_options
@click.option("--trials", type=click.IntRange(1), metavar="N", help="Recipes to try.  [default: 20]")
@click.option("--networks", metavar="NAME,…", help="Networks to try.  [default: all, or that of the recipe]")
@click.option("--name", metavar="STUDY", help="Name of the search.  [default: date and time]")
@click.option(
    "--resume", metavar="STUDY", help="Continue a search; --trials N sets the number of trials in all."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File for the winning recipe.  [default: RUNS/STUDY/STUDY.toml]",
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
    """Search for a better recipe with Optuna: each trial is a run with its own settings.

    Every setting of RECIPE.toml and every option stays as given; network, learning rate, batch size,
    vocabulary, length, schedule, clipping and pooling are tried if they are not given. The first trial is the
    recommended recipe. After each epoch, a trial that is worse than half of the others is pruned.

    Trials are evaluated on validation reviews: a fifth of the training part, or --validation-split. The test
    reviews choose nothing. At the end the winning recipe is trained once more, and its test accuracy
    after the last epoch is the result.

    The trials are ordinary runs, STUDY-01, STUDY-02 and so on: the app shows them live. --seed also seeds the
    search. Ctrl-C ends the search, --resume STUDY continues it.
    """
    require_extra()
    from seqtui.studies.search import TRIALS, create_study, open_study

    if resume is not None:
        if recipe_file or name or networks or any(value is not None for value in options.values()):
            raise InputError("--resume takes the search's own settings; give --trials and --output alone")
        study = open_study(resume, runs_dir, trials)
    else:
        asked = asked_settings(recipe_file, options)
        names = None if networks is None else [network.strip() for network in networks.split(",")]
        study = create_study(runs_dir, name, asked, names, trials or TRIALS)
    try:
        return _search(study, output, as_json)
    finally:
        study.close()


def _search(study: "Study", output: Path | None, as_json: bool) -> int:
    from seqtui.studies.search import run_trials, save_winner, train_winner
    from seqtui.training.supervise import interruptions

    def display(run: Run, title: str, events: Iterable[Event | None]) -> None:
        if as_json or not can_redraw():
            deque(events, maxlen=0)
        else:
            show_as_bars(events, f"{title}, {run.name}", run.recipe, lambda: "Ctrl-C interrupts", stays=False)

    def print_trial(result: "Result") -> None:
        _print_trial(result, study.trials, as_json)

    with interruptions() as interrupted:
        if run_trials(study, interrupted, display, print_trial):
            path = output or study.folder.recipe_path
            save_winner(study, path)
            if not as_json:
                print_board(study.results())
                click.echo(printable(f"\nthe winner, trial {study.winner().trial}, is in {path}"))
            if run := train_winner(study, interrupted, display):
                return _conclude(study, run, path, as_json)
    again = typed("search", "--resume", study.name, *runs_dir_arguments(study.folder.path.parent))
    click.echo(printable(f"{study.folder.path}: interrupted, nothing is lost; {again} goes on"), err=True)
    return 130


def _print_trial(result: "Result", trials: int, as_json: bool) -> None:
    if as_json:
        click.echo(printable_json({"event": "trial"} | _told(result)))
        return
    accuracy = "" if result.accuracy is None else f", {result.accuracy:.2%} on the validation reviews"
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
    """Report what the winner reached on the test reviews."""
    metrics = run.metrics
    if metrics is None or metrics.test_accuracy is None:
        raise SeqtuiError(f"{run.path}: the winner has no test result; '{typed('watch', run.path)}' says why")
    if as_json:
        told = {
            "event": "search",
            "study": study.name,
            "winner": _told(study.winner()),
            "recipe": str(recipe),
            "run": str(run.path),
            "test_accuracy": metrics.test_accuracy,
            "test_loss": metrics.test_loss,
        }
        click.echo(printable_json(told))
        return 0
    click.echo(
        printable(
            f"{run.path}: the winner trained once more, test accuracy {metrics.test_accuracy:.2%} "
            f"(epoch {metrics.epoch})"
        )
    )
    click.echo(f"next: {typed('export', run.path, '--onnx')}")
    return 0
