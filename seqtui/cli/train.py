"""``seqtui train``."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from seqtui.architectures.catalogue import whole_recipe
from seqtui.cli.recipes import asked_settings, networks_help, recipe_options, sources_help
from seqtui.cli.root import complete_run, json_option, runs_dir_option
from seqtui.errors import InputError
from seqtui.runs import Run


@click.command(
    "train",
    short_help="Train a network.",
    help=f"""Train a network; what decides the run comes from RECIPE.toml and options, options win.

The networks:

{networks_help()}

The sources of reviews, beside the path of the official archive or of the folder in it:

{sources_help()}

Ctrl-C stops after the current batch and keeps the best weights.""",
)
@recipe_options
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

    if resume is not None:
        if recipe_file or name or any(value is not None for value in options.values()):
            raise InputError("--resume takes the run's own recipe and name; give no other settings")
        run = Run.find(resume, runs_dir)
        run.rewind()
        return attend(run, as_json=as_json, is_terminal=sys.stderr.isatty())
    recipe = whole_recipe(asked_settings(recipe_file, options))
    if find_spec("tensorflow") is None:
        raise InputError("training needs TensorFlow; pip install 'seqtui[train]'")
    fetch_source(recipe.data)
    run = Run.create(runs_dir, recipe, name)
    return attend(run, as_json=as_json, is_terminal=sys.stderr.isatty())
