"""What all commands share: how errors end, and where runs live."""

import errno
import os
import re
import shlex
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from seqtui.errors import InputError, SeqtuiError
from seqtui.printable import printable, printable_lines
from seqtui.runs import Run

_SURROGATE = re.compile("[\udc80-\udcff]")  # stands for a byte that could not be decoded


class Root(click.Group):
    """The command group: an error becomes one line and an exit code, and with --debug a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:  # the reader, say head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except Exception as error:
            if ctx.params["debug"]:
                click.echo(printable_lines(traceback.format_exc()), err=True)
            raise _one_line(error) from error

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, which then takes --debug too, as people put it at the end."""
        for command in (cmd, *getattr(cmd, "commands", {}).values()):
            command.params.append(_debug_option())
        super().add_command(cmd, name)


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"], is_flag=True, hidden=True, expose_value=False, callback=_turn_debugging_on
    )


def _turn_debugging_on(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().params["debug"] = True


class _WrongRequest(click.ClickException):
    exit_code = InputError.exit_code


def _one_line(error: Exception) -> click.ClickException:
    if isinstance(error, InputError):
        return _WrongRequest(printable(str(error)))
    if isinstance(error, SeqtuiError):
        return click.ClickException(printable(str(error)))
    if isinstance(error, OSError):  # a full disk, a folder without permission, a name too long
        named = f": {error.filename}" if error.filename else ""
        kind = _WrongRequest if error.errno == errno.ENAMETOOLONG else click.ClickException
        return kind(printable(f"{error.strerror or error}{named}", 300))
    if isinstance(error, UnicodeEncodeError) and "surrogates" in error.reason:
        return _WrongRequest(
            "a file name or an argument is not text in the terminal's encoding; rename the file, or set "
            "PYTHONUTF8=1 if it is UTF-8"
        )
    said = f"{type(error).__name__}: {error}"
    return click.ClickException(printable(f"{said} (a defect of seqtui; --debug shows where)"))


def typed(*arguments: object) -> str:
    """Return a seqtui command to copy into a shell.

    Args:
        *arguments: The command and its arguments, quoted where the shell needs it. Default: none.

    Returns:
        One printable line. seqtui is named by its path if the shell does not find it.
    """
    path = Path(sys.argv[0])
    found = path.name != "seqtui" or shutil.which("seqtui")
    program = "seqtui" if found else os.path.relpath(path)
    return printable(shlex.join([program, *map(str, arguments)]))


def runs_dir_arguments(runs_dir: Path) -> tuple[str, ...]:
    """Return ``--runs-dir FOLDER`` for a command to copy; nothing if it would use this folder anyway."""
    default = Path(os.environ.get("SEQTUI_RUNS_DIR") or "runs")
    return () if runs_dir == default else ("--runs-dir", str(runs_dir))


def decoded(text: str) -> str:
    """Return an argument as text; one in UTF-8 is read as such where the locale's encoding is another.

    Bytes that are in neither encoding are reported and count as spaces.
    """
    if not _SURROGATE.search(text):
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        click.echo("the text has bytes that are not in the terminal's encoding; they are left out", err=True)
        return text


def is_dumb() -> bool:
    """Whether, by ``TERM``, the terminal cannot move its cursor, as in an editor or on a serial line."""
    return os.name == "posix" and os.environ.get("TERM", "").lower() in ("", "dumb", "unknown")


def can_redraw() -> bool:
    """Whether stderr is a terminal on which bars can be drawn over."""
    return sys.stderr.isatty() and not is_dumb()


runs_dir_option = click.option(
    "--runs-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default="runs",
    show_default=True,
    envvar="SEQTUI_RUNS_DIR",
    help="Where run folders live; also $SEQTUI_RUNS_DIR.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line on stdout.")


def complete_run(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The names of runs, for the shell."""
    runs_dir = ctx.params.get("runs_dir") or Path("runs")
    return [run.name for run in Run.all(runs_dir) if run.name.startswith(incomplete)]


def complete_run_or_file(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of runs and files, for the shell."""
    names = complete_run(ctx, parameter, incomplete)
    return [*map(CompletionItem, names), CompletionItem(incomplete, type="file")]


run_argument = click.argument("run_name", metavar="RUN", shell_complete=complete_run)
optional_run_argument = click.argument(
    "run_name", metavar="[RUN]", required=False, shell_complete=complete_run
)


def no_run(runs_dir: Path, which: str, made_by: str) -> InputError:
    """Return the error for a folder in which no run fits; its message names the command that makes one."""
    command = typed(made_by if Run.all(runs_dir) else "train", *runs_dir_arguments(runs_dir))
    return InputError(f"no {which} in {runs_dir}; start with: {command}")


def named_or_newest(
    name: str | None,
    runs_dir: Path,
    newest: Callable[[Path], Run | None],
    *,
    which: str,
    made_by: str = "train",
) -> Run:
    """Return the run that was named, else the newest that fits, and report it on stderr.

    Args:
        name: Name or folder of the run, or None.
        runs_dir: Folder of the runs.
        newest: Finds the newest run that fits in the folder of the runs.
        which: What fits, as in "exported run".
        made_by: Command that makes one of a run, for the error message. Default "train".

    Raises:
        InputError: If there is no such run, or none that fits.
    """
    if name is not None:
        return Run.find(name, runs_dir)
    run = newest(runs_dir)
    if run is None:
        raise no_run(runs_dir, which, made_by)
    click.echo(printable(f"run: {run.path} (the newest {which})"), err=True)
    return run
