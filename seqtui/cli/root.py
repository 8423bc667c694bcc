"""Shared by all commands: error messages, common options and suggested commands."""

import errno
import os
import re
import shlex
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import NoSuchCommand
from click.shell_completion import CompletionItem

from seqtui.errors import InputError, SeqtuiError
from seqtui.terminal.sanitize import printable, printable_lines

if TYPE_CHECKING:
    from seqtui.runs import Run

_SURROGATE = re.compile("[\udc80-\udcff]")  # a byte that could not be decoded


class Commands(click.Group):
    """Commands, each imported when it is used; an error is reported in one line with an exit code.

    With --debug, which every command accepts, the traceback is printed, too.

    Args:
        names: Names of the commands. Each is ``NAME_command`` in the module ``NAME`` of this package.
        **attributes: As for ``click.Group``.
    """

    def __init__(self, *, names: Sequence[str], **attributes: Any) -> None:
        super().__init__(**attributes)
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name in self._names and cmd_name not in self.commands:
            module = import_module(f"{__package__}.{cmd_name}")
            command = getattr(module, f"{cmd_name}_command")
            for one in (command, *getattr(command, "commands", {}).values()):
                one.params.append(_debug_option())  # users append it at the end
            self.add_command(command, cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the arguments.

        Raises:
            NoSuchCommand: If there is none; the message suggests the closest names, imported or not.
        """
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            raise NoSuchCommand(error.command_name, possibilities=self._names, ctx=ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:  # the reader, such as head, has closed the pipe
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except Exception as error:
            if ctx.params["debug"]:
                click.echo(printable_lines(traceback.format_exc()), err=True)
            raise _to_click_error(error) from error


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"], is_flag=True, hidden=True, expose_value=False, callback=_turn_debugging_on
    )


def _turn_debugging_on(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().params["debug"] = True


class _InvalidRequestError(click.ClickException):
    exit_code = InputError.exit_code


# The user named a file or folder that cannot be used. Others, such as a full disk, are no wrong request.
_WRONG_PATH = (
    errno.EACCES, errno.EISDIR, errno.ENAMETOOLONG, errno.ENOENT, errno.ENOTDIR, errno.EPERM, errno.EROFS
)  # fmt: skip


def _to_click_error(error: Exception) -> click.ClickException:
    if isinstance(error, InputError):
        return _InvalidRequestError(printable(str(error)))
    if isinstance(error, SeqtuiError):
        return click.ClickException(printable(str(error)))
    if isinstance(error, OSError):  # a full disk, a folder without permission, a name too long
        named = f": {error.filename}" if error.filename else ""
        kind = _InvalidRequestError if error.errno in _WRONG_PATH else click.ClickException
        return kind(printable(f"{error.strerror or error}{named}", 300))
    if isinstance(error, UnicodeEncodeError) and "surrogates" in error.reason:
        return _InvalidRequestError(
            "a file name or an argument is not text in the terminal's encoding; rename the file, or set "
            "PYTHONUTF8=1 if it is UTF-8"
        )
    message = f"{type(error).__name__}: {error} (a bug in seqtui; --debug prints the traceback)"
    return click.ClickException(printable(message))


def shell_command(*arguments: object) -> str:
    """Return a seqtui command to copy into a shell.

    Args:
        *arguments: Command and its arguments, to be quoted for the shell.

    Returns:
        One printable line. It starts with the path of seqtui if the shell does not find it.
    """
    path = Path(sys.argv[0])
    found = path.name != "seqtui" or shutil.which("seqtui")
    program = "seqtui" if found else os.path.relpath(path)
    return printable(shlex.join([program, *map(str, arguments)]))


def runs_dir_arguments(runs_dir: Path) -> tuple[str, ...]:
    """Return ``--runs-dir FOLDER`` for a suggested command; nothing if it is the default folder."""
    default = Path(os.environ.get("SEQTUI_RUNS_DIR") or "runs")
    return () if runs_dir == default else ("--runs-dir", str(runs_dir))


def decode_argument(text: str) -> str:
    """Return an argument as text, decoded as UTF-8 if it is not in the locale's encoding.

    Bytes that are in neither encoding are reported and treated as spaces.
    """
    if not _SURROGATE.search(text):
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        click.echo("the text has bytes that are not in the terminal's encoding; they are ignored", err=True)
        return text


def is_dumb_terminal() -> bool:
    """Return whether ``TERM`` names a terminal that cannot move its cursor, as in an editor."""
    return os.name == "posix" and os.environ.get("TERM", "").lower() in ("", "dumb", "unknown")


def can_redraw() -> bool:
    """Return whether stderr is a terminal that can redraw progress bars."""
    return sys.stderr.isatty() and not is_dumb_terminal()


runs_dir_option = click.option(
    "--runs-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default="runs",
    show_default=True,
    envvar="SEQTUI_RUNS_DIR",
    help="Folder for runs; also $SEQTUI_RUNS_DIR.",
)

NEWEST = "<newest>"
"""Value of an option that names a run, if the option is given without a value. No run has this name."""

abstain_option = click.option(
    "--abstain", type=float, metavar="D",
    help="Two labels: predict 'unsure' if the probability is less than D from the threshold.",
)  # fmt: skip

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object per line to stdout."
)


def complete_run(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return names of runs for the shell's completion."""
    from seqtui.runs import Run  # imported late, also below: a score needs no runs

    runs_dir = ctx.params.get("runs_dir") or Path("runs")
    return [run.name for run in Run.all(runs_dir) if run.name.startswith(incomplete)]


def complete_run_or_file(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return names of runs, and files, for the shell's completion."""
    names = complete_run(ctx, parameter, incomplete)
    return [*map(CompletionItem, names), CompletionItem(incomplete, type="file")]


run_argument = click.argument("run_name", metavar="RUN", shell_complete=complete_run)
optional_run_argument = click.argument(
    "run_name", metavar="[RUN]", required=False, shell_complete=complete_run
)


def no_run_error(runs_dir: Path, which: str, made_by: str) -> InputError:
    """Return the error for a folder without a suitable run.

    Args:
        runs_dir: Folder of the runs.
        which: Kind of run that is needed, such as "exported run".
        made_by: Command that creates it, to show in the message.
    """
    from seqtui.runs import Run

    command = shell_command(made_by if Run.all(runs_dir) else "train", *runs_dir_arguments(runs_dir))
    return InputError(f"no {which} in {runs_dir}; start with: {command}")


def named_or_newest(
    name: str | None,
    runs_dir: Path,
    newest: "Callable[[Path], Run | None]",
    *,
    which: str,
    made_by: str = "train",
) -> "Run":
    """Return a run by its name, or the newest suitable run, which is reported on stderr.

    Args:
        name: Name or folder of the run, or None.
        runs_dir: Folder of the runs.
        newest: Returns the newest suitable run of a folder, or None.
        which: Kind of run that is needed, such as "exported run".
        made_by: Command that creates it, to show in an error message. Default: "train".

    Raises:
        InputError: If there is no such run, or no suitable one.
    """
    from seqtui.runs import Run

    if name is not None:
        return Run.find(name, runs_dir)
    run = newest(runs_dir)
    if run is None:
        raise no_run_error(runs_dir, which, made_by)
    click.echo(printable(f"run: {run.path} (the newest {which})"), err=True)
    return run
