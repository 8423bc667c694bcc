"""``seqtui train``."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from seqtui.architectures.catalogue import CATALOGUE, find_architecture
from seqtui.cli.root import complete_run, json_option, runs_dir_option
from seqtui.errors import InputError
from seqtui.recipe import SOURCES, Recipe, read_settings
from seqtui.runs import Run


def _networks() -> str:
    width = max(len(name) for name in CATALOGUE)
    return "\b\n" + "\n".join(f"  {name:{width}}  {entry.summary}" for name, entry in CATALOGUE.items())


def _sources() -> str:
    return "\b\n" + "\n".join(f"  {name:8}  {summary}" for name, summary in SOURCES.items())


@click.command(
    "train",
    short_help="Train a network.",
    help=f"""Train a network; what decides the run comes from RECIPE.toml and options, options win.

The networks:

{_networks()}

The sources of reviews, beside the path of the official archive or of the folder in it:

{_sources()}

Ctrl-C stops after the current batch and keeps the best weights.""",
)
@click.argument("recipe_file", metavar="[RECIPE.toml]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--architecture", metavar="NAME", shell_complete=lambda *_: list(CATALOGUE), help="The network."
)
@click.option("--data", metavar="SOURCE", help="Where the reviews come from.")
@click.option("--limit", type=int, metavar="N", help="Use only N of the reviews.")
@click.option("--epochs", type=int, metavar="N", help="Passes over the training reviews.")
@click.option("--batch-size", type=int, metavar="N", help="Reviews a step.")
@click.option("--learning-rate", type=float, metavar="F", help="Adam's highest step size.")
@click.option("--vocabulary-size", type=int, metavar="N", help="Words the network knows.")
@click.option("--max-length", type=int, metavar="N", help="Tokens kept of a review, its last ones.")
@click.option("--seed", type=int, metavar="N", help="Decides weights, order and dropout.")
@click.option(
    "--patience", type=int, metavar="N", help="End after N epochs without a lower held-out loss; 0: never."
)
@click.option(
    "--resume", metavar="RUN", shell_complete=complete_run, help="Go on with a run where it was interrupted."
)
@click.option("--name", metavar="RUN", help="The run folder's name.  [default: date, time and network]")
@runs_dir_option
@json_option
def train_command(  # noqa: D103 - the help is above
    recipe_file: Path | None,
    resume: str | None,
    name: str | None,
    runs_dir: Path,
    as_json: bool,
    **options: Any,
) -> int:
    from seqtui.cli.attend import attend
    from seqtui.corpora import fetch_source

    settings = {field: value for field, value in options.items() if value is not None}
    if resume is not None:
        if settings or recipe_file or name:
            raise InputError("--resume takes the run's own recipe and name; give no other settings")
        run = Run.find(resume, runs_dir)
        run.rewind()
        return attend(run, as_json=as_json, is_terminal=sys.stderr.isatty())
    recipe = _recipe(recipe_file, settings)
    if find_spec("tensorflow") is None:
        raise InputError("training needs TensorFlow; pip install 'seqtui[train]'")
    fetch_source(recipe.data)
    run = Run.create(runs_dir, recipe, name)
    return attend(run, as_json=as_json, is_terminal=sys.stderr.isatty())


def _recipe(file: Path | None, options: dict[str, Any]) -> Recipe:
    settings: dict[str, Any] = {}
    if file is not None:
        settings = read_settings(file)
        Recipe.from_settings(settings, file)
        settings |= _absolute(settings, file.parent)
    asked = settings | options | _absolute(options, Path())
    try:
        network = find_architecture(asked.get("architecture", Recipe().architecture))
    except InputError as error:
        raise InputError(f"{file}: {error}" if "architecture" in settings else str(error)) from error
    return Recipe.from_settings(network.recommended | asked)


def _absolute(settings: dict[str, Any], folder: Path) -> dict[str, str]:
    """The source as the run folder must name it, to be found from any other folder too."""
    source = settings.get("data")
    if source is None or source in SOURCES:
        return {}
    path = folder / source
    return {"data": str(path.absolute())} if path.exists() else {}
