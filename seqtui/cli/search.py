"""``seqtui search``."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from seqtui.architectures.catalogue import complete_recipe
from seqtui.cli.live import show_as_bars
from seqtui.cli.recipes import recipe_options, recipe_settings
from seqtui.cli.root import (
    NEWEST,
    can_redraw,
    json_option,
    runs_dir_arguments,
    runs_dir_option,
    shell_command,
)
from seqtui.cli.trust import asking, trust_option
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import as_text, differing, flat_settings
from seqtui.runs import Run
from seqtui.runs.events import Event, Finished
from seqtui.storage.atomic import check_writable
from seqtui.studies import require_extra
from seqtui.studies.folder import StudyFolder
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.tables import print_table
from seqtui.training.own_networks import trust_recipe, trust_run

if TYPE_CHECKING:
    from seqtui.studies.result import Result
    from seqtui.studies.study import Study

_SHOWN_IMPORTANCES = 5


@click.command("search", short_help="Search for a better recipe.")
@recipe_options
@click.option("--trials", type=click.IntRange(1), metavar="N", help="Recipes to try.  [default: 20]")
@click.option(
    "--networks", metavar="NAME,…", help="Networks to try.  [default: all, or the network of the recipe]"
)
@click.option("--name", metavar="STUDY", help="Name of the search.  [default: date and time]")
@click.option(
    "--resume",
    is_flag=False,
    flag_value=NEWEST,
    metavar="[STUDY]",
    help="Continue a search; --trials N sets the total number of trials.  [default STUDY: the newest]",
)
@click.option(
    "--join",
    metavar="STUDY",
    help="Run trials of a search together with other processes, also on machines that share the folder of "
    "runs; --trials N sets the total number.",
)
@click.option("--proxy", metavar="HOST:PORT", help="Optuna's gRPC storage proxy of the search, with --join.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File for the winning recipe.  [default: RUNS/STUDY/STUDY.toml]",
)
@trust_option
@runs_dir_option
@json_option
def search_command(
    recipe_file: Path | None,
    trials: int | None,
    networks: str | None,
    name: str | None,
    resume: str | None,
    join: str | None,
    proxy: str | None,
    output: Path | None,
    trust_network: bool,
    runs_dir: Path,
    as_json: bool,
    **options: Any,
) -> int:
    """Search for a better recipe with Optuna: each trial is a run with its own settings.

    Settings of RECIPE.toml and options are fixed. If they are not set, the search varies network, learning
    rate, batch size, vocabulary size, max length, schedule, clipping and pooling. The first trial uses the
    default settings. After each epoch, a trial that is worse than half of the others is pruned.

    Trials are evaluated on the validation set: a fifth of the training set, or --validation-split. The test
    set is not used to choose. At the end, the winning recipe is trained once more and evaluated on the test
    set.

    The trials are runs named STUDY-01, STUDY-02 and so on; the app shows them. --seed also seeds the search.
    Ctrl-C interrupts the search, --resume STUDY continues it. --join STUDY runs trials of it at the same time
    as other processes and machines; --trials is the number of all of them.
    """
    require_extra()
    if output is not None:
        check_writable(output, "--output")
    from seqtui.studies.search import TRIALS, create_study, join_study, open_study

    if resume is not None and join is not None:
        raise InputError("--resume and --join: choose one")
    if proxy is not None and join is None:
        raise InputError("--proxy is for --join")
    if resume is not None or join is not None:
        option = "--join" if resume is None else "--resume"
        if recipe_file or name or networks or any(value is not None for value in options.values()):
            raise InputError(
                f"{option} uses the settings of the search; only --trials and --output can be given"
            )
        if join is not None:
            study = join_study(join, runs_dir, trials, proxy)
        else:
            study = open_study(_newest_study(runs_dir) if resume == NEWEST else str(resume), runs_dir, trials)
        first = runs_dir / f"{study.name}-01"
        if first.exists():
            trust_run(Run(first), asking(trust_network))
    else:
        settings = recipe_settings(recipe_file, options, runs_dir)
        if digest := trust_recipe(complete_recipe(settings), asking(trust_network)).network_digest:
            settings["network_digest"] = digest
        names = None if networks is None else [network.strip() for network in networks.split(",")]
        study = create_study(runs_dir, name, settings, names, trials or TRIALS)
    try:
        return _search(study, output, as_json, "--resume" if join is None else "--join")
    finally:
        study.close()


def _newest_study(runs_dir: Path) -> str:
    """Return the name of the newest search, and report it on stderr."""
    study = StudyFolder.newest(runs_dir)
    if study is None:
        command = shell_command("search", *runs_dir_arguments(runs_dir))
        raise InputError(f"no search to resume in {runs_dir}; start with: {command}")
    click.echo(printable(f"search: {study.path} (the newest search)"), err=True)
    return study.name


def _search(study: "Study", output: Path | None, as_json: bool, continued_with: str) -> int:
    from seqtui.studies.search import run_trials, save_winner, train_winner
    from seqtui.training.process import forking_trainers
    from seqtui.training.supervise import interruptions

    def display(run: Run, title: str, events: Iterable[Event | None]) -> None:
        if as_json or not can_redraw():
            deque(events, maxlen=0)
        else:
            show_as_bars(
                events, f"{title}, {run.name}", run.recipe, lambda: "Ctrl-C interrupts", transient=True
            )

    def print_trial(result: "Result") -> None:
        _print_trial(result, study.trials, as_json)

    waiting_for = 0

    def print_wait(running: int) -> None:
        nonlocal waiting_for
        if running not in (0, waiting_for) and not as_json:
            click.echo(
                f"waiting for {running} {'trial' if running == 1 else 'trials'} of other workers", err=True
            )
        waiting_for = running

    with interruptions() as interrupted, forking_trainers() as server:
        if run_trials(study, interrupted, display, server, print_trial, print_wait):
            path = output or study.folder.recipe_path
            save_winner(study, path)
            if not as_json:
                print_trials(study.results())
                print_importances(study.importances())
                winner = f"the winner is trial {study.winner().trial}; its recipe: {path}"
                click.echo("\n" + printable(winner))
            if run := train_winner(study, interrupted, display, server):
                return _conclude(study, run, path, as_json)
    command = shell_command(
        "search", continued_with, study.name, *runs_dir_arguments(study.folder.path.parent)
    )
    click.echo(printable(f"{study.folder.path}: interrupted; continue with: {command}"), err=True)
    return 130


def _print_trial(result: "Result", trials: int, as_json: bool) -> None:
    if as_json:
        click.echo(printable_json({"event": "trial"} | _to_json(result)))
        return
    accuracy = "" if result.accuracy is None else f", {result.accuracy:.2%} on the validation reviews"
    reason = f": {result.reason}" if result.reason else ""
    line = (
        f"trial {result.trial} of {trials}: {result.recipe.network_label}, {result.state}{accuracy}{reason}"
    )
    click.echo(printable(line, 300), err=True)


def _to_json(result: "Result") -> dict[str, Any]:
    return {**msgspec.structs.asdict(result), "recipe": result.recipe.to_settings()}


def print_trials(results: "list[Result]") -> None:
    """Print a table of trials, best first, with the settings that differ."""
    settings = differing([result.recipe for result in results])
    flat = [flat_settings(result.recipe) for result in results]
    headers = ("trial", "state", "validation", "loss", "epoch", *settings)
    rows = [
        (
            str(result.trial),
            result.state,
            "" if result.accuracy is None else f"{result.accuracy:.2%}",
            "" if result.loss is None else f"{result.loss:.4f}",
            str(result.epoch or ""),
            *(as_text(of_trial[setting]) if setting in of_trial else "" for setting in settings),
        )
        for result, of_trial in zip(results, flat, strict=True)
    ]
    print_table([header.removeprefix("network.").replace("_", " ") for header in headers], rows)


def print_importances(importances: dict[str, float]) -> None:
    """Print the most important settings, if there were enough trials to know."""
    shown = [
        f"{setting.rpartition('.')[2].replace('_', ' ')} {importance:.0%}"
        for setting, importance in list(importances.items())[:_SHOWN_IMPORTANCES]
        if importance >= 0.005
    ]
    if shown:
        click.echo("\n" + printable(f"importance of the settings, a rough estimate: {', '.join(shown)}"))


def _conclude(study: "Study", run: Run, recipe: Path, as_json: bool) -> int:
    """Print the test accuracy of the winner."""
    finished = isinstance(run.end(), Finished)
    metrics = run.metrics if finished else None
    if finished and (metrics is None or metrics.test_accuracy is None):
        command = shell_command("watch", run.path)
        raise SeqtuiError(f"{run.path}: the winner has no test result; '{command}' shows the reason")
    if as_json:
        summary = {
            "event": "search",
            "study": study.name,
            "winner": _to_json(study.winner()),
            "recipe": str(recipe),
            "run": str(run.path),
            "test_accuracy": metrics and metrics.test_accuracy,
            "test_loss": metrics and metrics.test_loss,
            "importances": study.importances(),
        }
        click.echo(printable_json(summary))
    elif metrics is None:
        click.echo(printable(f"{run.path}: another worker trains the winner once more"))
        click.echo(f"next: {shell_command('watch', run.path)}")
    else:
        click.echo(
            printable(
                f"{run.path}: the winner trained once more, test accuracy {metrics.test_accuracy:.2%} "
                f"(epoch {metrics.epoch})"
            )
        )
        click.echo(f"next: {shell_command('export', run.path, '--onnx')}")
    return 0
