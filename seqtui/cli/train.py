"""``seqtui train``."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from seqtui.architectures.catalogue import complete_recipe
from seqtui.cli.recipes import (
    network_help,
    network_settings,
    networks_help,
    recipe_options,
    recipe_settings,
    sources_help,
)
from seqtui.cli.root import NEWEST, can_redraw, complete_run, json_option, named_or_newest, runs_dir_option
from seqtui.cli.trust import asking, trust_option
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import newest_interrupted


@click.command(
    "train",
    short_help="Train a network.",
    help=f"""Train a network. Options override the settings of RECIPE.toml.

Networks:

{networks_help()}

or the path of a Python file with a network of your own, see docs/your-own-network.md.

Sources of reviews:

{sources_help()}

Ctrl-C stops after the current batch and keeps the best weights.""",
)
@recipe_options
@click.option(
    "--resume", is_flag=False, flag_value=NEWEST, metavar="[RUN]", shell_complete=complete_run,
    help="Resume an interrupted run.  [default RUN: the newest one]",
)  # fmt: skip
@click.option(
    "--tensorboard",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Write a TensorBoard log.  [default DIR: RUN/tensorboard]",
)
@click.option("--name", metavar="RUN", help="Name of the run folder.  [default: date, time and network]")
@click.option("--help-network", is_flag=True, help="List the settings of the network and exit.")
@trust_option
@runs_dir_option
@json_option
def train_command(  # noqa: D103 - the help is above
    recipe_file: Path | None,
    resume: str | None,
    tensorboard: str | None,
    name: str | None,
    help_network: bool,
    trust_network: bool,
    runs_dir: Path,
    as_json: bool,
    **options: Any,
) -> int:
    if help_network:
        recipe = _recipe(recipe_file, options, runs_dir, trust_network)
        click.echo(network_settings(recipe) if as_json else network_help(recipe))
        return 0
    from seqtui.cli.follow import train_and_follow
    from seqtui.training.own_networks import trust_run
    from seqtui.training.supervise import create_run, require_training

    _check_log(tensorboard)
    if resume is not None:
        if recipe_file or name or any(value is not None for value in options.values()):
            raise InputError("--resume uses the recipe and name of the run; no other settings can be given")
        run = named_or_newest(
            None if resume == NEWEST else resume, runs_dir, newest_interrupted, which="interrupted run"
        )
        require_training()
        trust_run(run, asking(trust_network))
        run.rewind()
    else:
        run = create_run(_recipe(recipe_file, options, runs_dir, trust_network), runs_dir, name)
    log = None if tensorboard is None else Path(tensorboard or run.path / "tensorboard")
    return train_and_follow(run, as_json=as_json, is_terminal=can_redraw(), tensorboard=log)


def _recipe(file: Path | None, options: dict[str, Any], runs_dir: Path, trust_network: bool) -> Recipe:
    """Return the recipe of file and options, with the digest of the user's own network if it has one."""
    from seqtui.training.own_networks import trust_recipe

    recipe = complete_recipe(recipe_settings(file, options, runs_dir))
    return trust_recipe(recipe, asking(trust_network))


def _check_log(folder: str | None) -> None:
    """Check that a TensorBoard log can be written, before the run is created."""
    if folder is not None and find_spec("tensorboard") is None:
        raise InputError("--tensorboard needs TensorBoard; pip install 'seqtui[tensorboard]'")
    if folder and Path(folder).exists() and not Path(folder).is_dir():
        raise InputError(f"--tensorboard {folder}: not a folder; RECIPE.toml goes before the options")
