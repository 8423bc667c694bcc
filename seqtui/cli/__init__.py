"""Command-line interface. Each module defines one command: parse options, call one function, print.

A module is imported when its command is used, so that a score does not wait for what it does not need.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from seqtui import __version__
from seqtui.cli.output import configure_output
from seqtui.cli.root import Commands, runs_dir_option
from seqtui.storage.environment import ensure_folders
from seqtui.terminal.sanitize import printable

_COMMANDS = (
    "train", "search", "watch", "runs", "export", "score", "report", "mistakes", "label", "demo", "data",
    "serve", "completion",
)  # fmt: skip
"""In the order of the help."""


@click.group(
    cls=Commands,
    names=_COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="seqtui %(version)s")
@click.option("--debug", is_flag=True, help="Print the traceback of an error.")
@click.option("--theme", metavar="NAME", help="Theme of the app.  [default: textual-dark]")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw the app's bars and curves in ASCII.")
@click.option(
    "--no-preload", is_flag=True, help="Do not let the app load TensorFlow before training is started."
)
@runs_dir_option
@click.pass_context
def cli(
    ctx: click.Context, debug: bool, theme: str | None, ascii_only: bool, no_preload: bool, runs_dir: Path
) -> int | None:
    """Train a text classifier, export it to ONNX and verify the file, score offline on a CPU.

    \b
    seqtui                                    open the app
    seqtui demo                               train, export and score once
    seqtui train --architecture cnn-lstm      train a network, in a folder under runs/
    seqtui export --onnx                      write one ONNX file and compare it with Keras
    seqtui score "A fine film"                score a text, without TensorFlow or a network

    Without a run or a model, a command uses the newest suitable one and prints its name.

    Exit codes: 0 success, 1 failure, 2 invalid request or input, 130 interrupted.
    """
    del debug  # read by Commands when it reports an error
    if ctx.invoked_subcommand is None:
        from seqtui.cli.app import run_app

        return run_app(runs_dir, theme, ascii_only, preload=not no_preload)
    in_runs = {"runs_dir": runs_dir}
    ctx.default_map = {**dict.fromkeys(_COMMANDS, in_runs), "data": {"doctor": in_runs}}
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Arguments of ``seqtui``. Default: those of this process.

    Returns:
        The exit code.
    """
    ensure_folders()
    configure_output()
    try:
        return int(cli.main(arguments, prog_name="seqtui", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:  # a group without a command
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "seqtui"
        click.echo(f"{command}: {printable(error.format_message())}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("seqtui: interrupted", err=True)
        return 130
