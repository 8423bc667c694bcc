"""The command line. One command a file; each parses options, calls one function and prints."""

from collections.abc import Sequence
from pathlib import Path

import click

from seqtui import __version__
from seqtui.cli.app import run_app, serve_command
from seqtui.cli.completion import completion_command
from seqtui.cli.data import data_command
from seqtui.cli.demo import demo_command
from seqtui.cli.export import export_command
from seqtui.cli.output import configure_output
from seqtui.cli.report import report_command
from seqtui.cli.root import Root, runs_dir_option
from seqtui.cli.runs import runs_command
from seqtui.cli.score import score_command
from seqtui.cli.search import search_command
from seqtui.cli.train import train_command
from seqtui.cli.watch import watch_command
from seqtui.storage.environment import ensure_folders
from seqtui.terminal.sanitize import printable


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="seqtui %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option("--theme", metavar="NAME", help="The app's colours.  [default: textual-dark]")
@click.option("--ascii", "ascii_only", is_flag=True, help="The app's bars and curves in ASCII characters.")
@runs_dir_option
@click.pass_context
def cli(ctx: click.Context, debug: bool, theme: str | None, ascii_only: bool, runs_dir: Path) -> int | None:
    """Train a text classifier, export it to ONNX with proof, score offline on a CPU.

    \b
    seqtui                                    the app: all of it, with live curves
    seqtui demo                               all of it once, on real reviews
    seqtui train --architecture cnn-lstm      a run folder under runs/
    seqtui export --onnx                      one file that predicts the same
    seqtui score "A fine film"                no TensorFlow, no network

    Where a command takes a run or a model and none is named, it takes the newest that fits and names it.

    Exit codes: 0 done, 1 the work failed, 2 the request or its input was wrong, 130 interrupted.
    """
    del debug  # read by Root where errors end
    if ctx.invoked_subcommand is None:
        return run_app(runs_dir, theme, ascii_only)
    ctx.default_map = {name: {"runs_dir": runs_dir} for name in cli.commands}
    return None


_COMMANDS = (
    train_command,
    search_command,
    watch_command,
    runs_command,
    export_command,
    score_command,
    report_command,
    demo_command,
    data_command,
    serve_command,
    completion_command,
)
for _command in _COMMANDS:
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What stands behind ``seqtui``. Default: this process' own.

    Returns:
        The exit code.
    """
    ensure_folders()
    configure_output()
    try:
        return int(cli.main(arguments, prog_name="seqtui", standalone_mode=False) or 0)
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "seqtui"
        click.echo(f"{where}: {printable(error.format_message())}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("seqtui: interrupted", err=True)
        return 130
