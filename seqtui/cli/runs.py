"""``seqtui runs``: list, show, compare and delete runs."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from seqtui.architectures.catalogue import architecture_of
from seqtui.cli.compare import compare_command
from seqtui.cli.root import (
    json_option,
    named_or_newest,
    optional_run_argument,
    run_argument,
    runs_dir_arguments,
    runs_dir_option,
    shell_command,
)
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe, network_label
from seqtui.runs import Metrics, Run, newest_run
from seqtui.runs.events import Epoch
from seqtui.runs.progress import validation_result
from seqtui.terminal.sanitize import printable, printable_json, printable_lines
from seqtui.terminal.tables import print_table


@click.group("runs", invoke_without_command=True)
@click.pass_context
@runs_dir_option
@json_option
def runs_command(ctx: click.Context, runs_dir: Path, as_json: bool) -> None:
    """List, show, compare or delete runs; without a command: list."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_runs, runs_dir=runs_dir, as_json=as_json)
    else:
        ctx.default_map = {name: {"runs_dir": runs_dir, "as_json": as_json} for name in runs_command.commands}


@runs_command.command("list")
@runs_dir_option
@json_option
def list_runs(runs_dir: Path, as_json: bool) -> None:
    """List all runs, newest first."""
    rows = [_row(run) for run in Run.all(runs_dir)]
    if as_json:
        _print_json(*rows)
    elif rows:
        _print_table(rows)
    else:
        train = shell_command("train", *runs_dir_arguments(runs_dir))
        click.echo(f"no runs in {printable(str(runs_dir))}; start with: {train}", err=True)


@runs_command.command("show")
@optional_run_argument
@runs_dir_option
@json_option
def show_run(run_name: str | None, runs_dir: Path, as_json: bool) -> None:
    """Show a run: recipe, epochs and result. Without RUN: the newest."""
    run = named_or_newest(run_name, runs_dir, newest_run, which="run")
    recipe = run.recipe
    epochs = [event for event in run.events() if isinstance(event, Epoch)]
    if as_json:
        details = {
            **_row(run),
            "recipe": recipe.to_settings(),
            "epochs": [msgspec.to_builtins(e) for e in epochs],
        }
        _print_json(details)
        return
    metrics = run.metrics
    click.echo(printable(f"{run.name}  {run.status()}", 300) + "\n")
    click.echo("\n".join(map(printable, _network(recipe, metrics))) + "\n")
    click.echo(printable_lines(recipe.to_toml()))
    for epoch in epochs:
        click.echo(
            f"epoch {epoch.epoch}  loss {epoch.loss:.4f}  accuracy {epoch.accuracy:.2%}"
            f"{validation_result(epoch)}{'  ★' if epoch.best else ''}"
        )
    if metrics and metrics.test_accuracy is not None and metrics.interval:
        low, high = metrics.interval
        also = (
            "; they also selected the epoch (a run of seqtui before 0.2)" if metrics.selected_on_test else ""
        )
        seen = "; test reviews were looked at" if run.test_seen else ""
        click.echo(
            f"test accuracy {metrics.test_accuracy:.2%} (95 % interval {low:.2%} to {high:.2%}, "
            f"{metrics.test:,} reviews{also}{seen})"
        )
    exported = run.exported_path or f"not yet; {shell_command('export', run.path, '--onnx')}"
    click.echo(printable(f"exported: {exported}"))


@runs_command.command("delete")
@run_argument
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@runs_dir_option
def delete_run(run_name: str, yes: bool, runs_dir: Path) -> None:
    """Delete the folder of a run with all its files."""
    run = Run.find(run_name, runs_dir)
    if run.path.absolute().parent != runs_dir.absolute() or run.path.name in ("", ".", ".."):
        raise InputError(
            f"{run_name}: not a run in {runs_dir}; give its name, and its folder with --runs-dir"
        )
    path = printable(str(run.path))
    if not yes:
        if not sys.stdin.isatty():
            raise InputError(f"{path}: no terminal to ask for confirmation; --yes deletes without asking")
        if not click.confirm(f"Delete {path} and its weights?", err=True):
            click.echo(f"{path}: not deleted", err=True)
            return
    run.delete()
    click.echo(f"{path}: deleted", err=True)


runs_command.add_command(compare_command)


def _network(recipe: Recipe, metrics: Metrics | None) -> list[str]:
    """Describe the network; the code of a network of one's own is not loaded."""
    try:
        network = architecture_of(recipe)
    except InputError:  # of a package that is not installed here
        return [f"the network {recipe.network_name}, which is not installed"]
    if network.is_own:
        return [f"{network.name}: {network.summary}"]
    layers = network.describe(
        recipe, len(metrics.class_names) if metrics else 2, metrics.ngrams if metrics else None
    )
    parameters = sum(layer.parameters for layer in layers)
    at_most = "up to " if network.max_ngrams(recipe) and metrics is None else ""
    return [
        f"{network.summary}, {at_most}{parameters:,} parameters",
        f"  {' → '.join(layer.text for layer in layers)}",
    ]


def _row(run: Run) -> dict[str, Any]:
    """Return the row of a run in the list; the row of a damaged run contains the error."""
    try:
        recipe, metrics = run.recipe, run.metrics
    except SeqtuiError as error:
        return {"run": str(run.path), "state": "damaged", "problem": str(error)}
    status = run.status()
    return {
        "run": str(run.path),
        "state": status.state,
        "reason": status.reason and printable(status.reason, 300),
        "architecture": recipe.architecture,
        "network": recipe.network,
        "data": recipe.data,
        "validation_accuracy": metrics and metrics.val_accuracy,
        "test_accuracy": metrics and metrics.test_accuracy,
        "selected_on_test": metrics.selected_on_test if metrics else False,
        "test_seen": run.test_seen,
        "best_epoch": metrics and metrics.epoch,
        "exported": run.exported_path is not None,
    }


def _print_json(*rows: dict[str, Any]) -> None:
    for row in rows:
        click.echo(printable_json(row))


def _print_table(rows: list[dict[str, Any]]) -> None:
    cells = []
    for row in rows:
        validation, test = row.get("validation_accuracy"), row.get("test_accuracy")
        cells.append(
            (
                Path(row["run"]).name,
                row["state"],
                "" if validation is None else f"{validation:.2%}",
                "" if test is None else f"{test:.2%}",
                network_label(row.get("architecture", ""), row.get("network", {})),
                row.get("data", ""),
                "yes" if row.get("exported") else "",
                row.get("problem") or row.get("reason") or "",
            )
        )
    print_table(("run", "state", "validation", "test", "network", "data", "onnx", "reason"), cells)
