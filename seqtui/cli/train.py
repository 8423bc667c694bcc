"""``seqtui train``."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from seqtui.architectures.catalogue import whole_recipe
from seqtui.cli.recipes import asked_settings, networks_help, recipe_options, sources_help
from seqtui.cli.root import can_redraw, complete_run, json_option, named_or_newest, runs_dir_option
from seqtui.errors import InputError
from seqtui.runs import newest_interrupted

_NEWEST = "<newest>"  # no run can have this name


@click.command(
    "train",
    short_help="Train a network.",
    help=f"""Train a network; what decides the run comes from RECIPE.toml and options, options win.

The networks:

{networks_help()}

The sources of reviews:

{sources_help()}

Ctrl-C stops after the current batch and keeps the best weights.""",
)
@recipe_options
@click.option(
    "--resume", is_flag=False, flag_value=_NEWEST, metavar="[RUN]", shell_complete=complete_run,
    help="Go on with a run where it was interrupted.  [default RUN: the newest that was]",
)  # fmt: skip
@click.option(
    "--tensorboard",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Write a log that TensorBoard opens.  [default DIR: RUN/tensorboard]",
)
@click.option("--name", metavar="RUN", help="The run folder's name.  [default: date, time and network]")
@runs_dir_option
@json_option
def train_command(  # noqa: D103 - the help is above
    recipe_file: Path | None,
    resume: str | None,
    tensorboard: str | None,
    name: str | None,
    runs_dir: Path,
    as_json: bool,
    **options: Any,
) -> int:
    from seqtui.cli.follow import train_and_follow
    from seqtui.training.supervise import create_run, require_training

    _check_log(tensorboard)
    if resume is not None:
        if recipe_file or name or any(value is not None for value in options.values()):
            raise InputError("--resume takes the run's own recipe and name; give no other settings")
        run = named_or_newest(
            None if resume == _NEWEST else resume, runs_dir, newest_interrupted, which="interrupted run"
        )
        require_training()
        run.rewind()
    else:
        run = create_run(whole_recipe(asked_settings(recipe_file, options)), runs_dir, name)
    log = None if tensorboard is None else Path(tensorboard or run.path / "tensorboard")
    return train_and_follow(run, as_json=as_json, is_terminal=can_redraw(), tensorboard=log)


def _check_log(folder: str | None) -> None:
    """See to it, before there is a run, that TensorBoard's log can be written."""
    if folder is not None and find_spec("tensorboard") is None:
        raise InputError("--tensorboard needs TensorBoard; pip install 'seqtui[tensorboard]'")
    if folder and Path(folder).exists() and not Path(folder).is_dir():
        raise InputError(f"--tensorboard {folder}: not a folder; RECIPE.toml goes before the options")
