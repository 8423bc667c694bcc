"""Positional arguments of ``seqtui score``: separate the model from the texts."""

import glob
import os
import re
import shlex
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import NoSuchOption

from seqtui.cli.root import no_run_error, shell_command
from seqtui.errors import InputError, SeqtuiError
from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from seqtui.runs import Run


class ScoreCommand(click.Command):
    """Command with texts as arguments; it explains ``--`` if a text looks like an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            click.UsageError: If an option is unknown; the message explains ``--`` if it may be a text.
        """
        given = list(args)  # click removes them from the list
        try:
            return super().parse_args(ctx, args)
        except NoSuchOption as error:
            options = {name for parameter in self.params for name in parameter.opts}
            for argument in given:
                if f"-{argument}" in options:
                    raise NoSuchOption(argument, possibilities=[f"-{argument}"], ctx=ctx) from error
                if re.match(r"-[^-].|--.*\s", argument, re.DOTALL):
                    hint = shell_command("score", "--", argument)
                    message = f"No such option. Put -- before a text that begins with '-': {hint}"
                    raise click.UsageError(message, ctx) from error
            raise


def model_and_texts(
    arguments: tuple[str, ...], source: str | None, runs_dir: Path
) -> tuple[str | None, list[str]]:
    """Separate the model from the texts.

    The first argument is the model if it ends in .onnx, or is a run or a file. All others are texts. A text
    that looks like a missing file or run is an error: scoring its name would be a wrong result.

    Args:
        arguments: Positional arguments of the command.
        source: Value of ``--input``, or None.
        runs_dir: Folder of the runs.

    Returns:
        The model, None if none is named, and the texts.

    Raises:
        InputError: If an argument is neither a model nor a text, or if there are both texts and ``--input``,
            or neither.
    """
    model = arguments[0] if arguments and _is_model(arguments, source, runs_dir) else None
    texts = list(arguments if model is None else arguments[1:])
    for text in texts:
        _check_text(text)
    if bool(texts) == (source is not None):
        raise InputError(
            "give the reviews either as TEXT or with --input FILE; --input - reads standard input"
        )
    return model, texts


def _is_model(arguments: tuple[str, ...], source: str | None, runs_dir: Path) -> bool:
    first, is_only = arguments[0], len(arguments) == 1
    if first.lower().endswith(".onnx") or _is_run(first, runs_dir):
        return True
    if not first and not is_only:  # an unset variable of a script
        raise InputError("the first argument is empty; give a model, a run or a text")
    if os.path.isfile(first):  # noqa: PTH113 - a text may be longer than a path can be
        return source is not None or not is_only
    if any(map(str.isspace, first)) or first.startswith("-"):
        return False
    from seqtui.runs import Run  # imported late, also below: a score with a .onnx file needs no runs

    if source is not None and is_only:
        Run.find(first, runs_dir)  # raises: with --input, the only argument must be a model or a run
    names = [run.name for run in Run.all(runs_dir)]
    if near := get_close_matches(first, names, n=1, cutoff=0.8):
        raise _not_a_model(first, f"; did you mean '{near[0]}'?")
    if "/" in first and not os.path.exists(first):  # noqa: PTH110 - as above
        raise _not_a_model(first)
    return False


def _is_run(name: str, runs_dir: Path) -> bool:
    folders = (runs_dir / name, Path(name)) if name else ()
    return any(os.path.isfile(folder / "recipe.toml") for folder in folders)  # noqa: PTH113 - as above


def _not_a_model(name: str, hint: str = "") -> InputError:
    command = shell_command("score", "MODEL.onnx", name)
    return InputError(f"{name}: no such file or run{hint} (to score it as a text: {command})")


def _check_text(text: str) -> None:
    """Check that a text is not the name of a file.

    Raises:
        InputError: If it is the name of a file, or looks like one.
    """
    from seqtui.tables.formats import TABLE_EXTENSIONS, extension

    option = f"--input {shlex.quote(text)}"
    if text == "-":
        raise InputError(f"- is not a text; {option} reads standard input")
    if os.path.isdir(text):  # noqa: PTH112 - as above
        raise InputError(f"{text}: a folder, not a text; {option} --output FOLDER scores the files in it")
    is_word = not any(map(str.isspace, text))
    if is_word and text.lower().endswith(".onnx"):
        raise InputError(f"{text}: a model, not a text; put it before the texts")
    if os.path.exists(text):  # noqa: PTH110 - as above
        raise InputError(f"{text}: a file, not a text; {option} scores its reviews")
    if is_word and extension(text) in TABLE_EXTENSIONS:
        if glob.has_magic(text):
            raise InputError(f"{text}: files, not a text; {option} --output FOLDER scores their reviews")
        raise InputError(f"{text}: no such file; {option} scores the reviews of a file")


def find_model(name: str | None, runs_dir: Path) -> Path:
    """Find the exported file to score with, and report it on stderr.

    Args:
        name: A .onnx file or a run; None for the run that was exported last.
        runs_dir: Folder of the runs.

    Returns:
        Path of the exported file. A .onnx file is neither checked nor reported.

    Raises:
        InputError: If the run, or every run, is not exported.
    """
    if name is not None and not _is_run(name, runs_dir):
        return Path(name)
    from seqtui.runs import Run, newest_exported

    run = newest_exported(runs_dir, int8=True) if name is None else Run.find(name, runs_dir)
    if run is None:
        raise no_run_error(runs_dir, "exported run", "export")
    export = shell_command("export", run.path, "--onnx")
    path = run.exported_path
    if path is None:
        raise InputError(f"{run.path}: not exported yet; first: {export}")
    which = " (the newest export)" if name is None else ""
    click.echo(printable(f"model: {path}{which}"), err=True)
    if _is_outdated(run, path):
        click.echo(f"! the run has newer weights; to score with them: {export}", err=True)
    return path


def _is_outdated(run: "Run", model: Path) -> bool:
    import msgspec

    from seqtui.runs import Metrics
    from seqtui.runs.crash_reason import modified_at
    from seqtui.scoring import Scorer

    if modified_at(run.model_path) <= modified_at(model):
        return False
    try:
        metrics = msgspec.json.decode(Scorer(model).metadata.get("metrics", ""), type=Metrics)
        return metrics != run.metrics
    except (msgspec.DecodeError, SeqtuiError):  # an exported file can be used even if its run is damaged
        return False
