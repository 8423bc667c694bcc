"""What decides a run, as options and a file: the same for every command that trains."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.errors import InputError
from seqtui.recipe import SOURCES, read_settings
from seqtui.tables.formats import FORMATS
from seqtui.tables.layout import QUOTINGS, TableOptions

Command = Callable[..., Any]

_TABLE = (
    click.option(
        "--format", type=click.Choice(list(FORMATS)),
        help="The file's format.  [default: by its ending and first bytes]",
    ),
    click.option("--encoding", metavar="NAME", help="The file's text encoding.  [default: detected]"),
    click.option(
        "--separator", metavar="CHAR", help="CSV: between fields; a character, or tab.  [default: detected]"
    ),
    click.option(
        "--quoting", type=click.Choice(list(QUOTINGS)),
        help="CSV: quotes in quoted fields are doubled, are letters, or follow a backslash.  [default:"
        " standard, unless another one certainly fits]",
    ),
    click.option(
        "--header/--no-header", default=None,
        help="CSV: whether row 1 holds the column names; without, they are 1, 2, ...  [default: detected]",
    ),
    click.option(
        "--skip-lines", type=click.IntRange(min=0), metavar="N", help="Lines before the header to leave out."
    ),
    click.option(
        "--normalize-labels", is_flag=True, default=None,
        help="Treat labels that differ in case and spaces only as one.",
    ),
    click.option("--errors", metavar="FILE", help="Set rows that cannot be read aside there and go on."),
)  # fmt: skip
_OWN_DATA = (
    click.option("--text-column", metavar="C", help="Own reviews: their column.  [default: found]"),
    click.option("--label-column", metavar="C", help="Own reviews: the column of labels.  [default: found]"),
    click.option(
        "--split-column", metavar="C", help="Own texts: column of train, dev and test.  [default: detected]"
    ),
    click.option("--test", metavar="FILE", help="Own texts: a second file, the test set as a whole."),
    click.option(
        "--test-split", type=click.FloatRange(0, 1, min_open=True, max_open=True), metavar="F",
        help="Own texts: the share to draw as the test set, where the source has none.  [default: 0.2]",
    ),
    *_TABLE,
)  # fmt: skip
_OPTIONS = (
    click.argument("recipe_file", metavar="[RECIPE.toml]", required=False, type=click.Path(path_type=Path)),
    click.option(
        "--architecture", metavar="NAME", shell_complete=lambda *_: list(CATALOGUE), help="The network."
    ),
    click.option("--data", metavar="SOURCE", help="Where the reviews come from."),
    *_OWN_DATA,
    click.option(
        "--class-weights", type=click.Choice(["none", "balanced"]),
        help="balanced lets a review count the more the rarer its label is.  [default: none]",
    ),
    click.option(
        "--validation-split", type=click.FloatRange(0, 1, max_open=True), metavar="F",
        help="Share of the training part that chooses the epoch; 0: keep the last one.  [default: 0.1]",
    ),
    click.option("--limit", type=int, metavar="N", help="Use only N of the reviews."),
    click.option("--epochs", type=int, metavar="N", help="Passes over the training reviews."),
    click.option("--batch-size", type=int, metavar="N", help="Reviews a step."),
    click.option("--learning-rate", type=float, metavar="F", help="Adam's highest step size."),
    click.option("--vocabulary-size", type=int, metavar="N", help="Words the network knows."),
    click.option("--max-length", type=int, metavar="N", help="Tokens kept of a review, its last ones."),
    click.option("--seed", type=int, metavar="N", help="Decides weights, order and dropout."),
    click.option(
        "--patience",
        type=int,
        metavar="N",
        help="Stop after N epochs without a lower validation loss; 0: never.",
    ),
)  # fmt: skip


def recipe_options(command: Command) -> Command:
    """Give a command the argument and the options that decide a run."""
    return _with(command, _OPTIONS)


def table_options(command: Command) -> Command:
    """Give a command the options that say how a file of texts is read."""
    return _with(command, _TABLE)


def table_settings(options: dict[str, Any]) -> TableOptions:
    """What a command's options say of a file's layout.

    Args:
        options: Those of :func:`table_options`, by name, perhaps among others.

    Raises:
        InputError: If one is impossible; the message names it.
    """
    return TableOptions(**{name: options[name] for name in TableOptions.__struct_fields__}).check()


def given_table_options(options: dict[str, Any]) -> list[str]:
    """Those of :func:`table_options` that were given, as they are typed."""
    names = (*TableOptions.__struct_fields__, "normalize_labels", "errors")
    return [f"--{name.replace('_', '-')}" for name in names if options.get(name) not in (None, False)]


def own_data_options(command: Command) -> Command:
    """Give a command the options that say how own reviews are read, named as the recipe's settings are."""
    return _with(command, _OWN_DATA)


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def networks_help() -> str:
    """The networks, for a command's help."""
    width = max(len(name) for name in CATALOGUE)
    return "\b\n" + "\n".join(f"  {name:{width}}  {entry.summary}" for name, entry in CATALOGUE.items())


def sources_help() -> str:
    """The sources of reviews, for a command's help."""
    named = "\n".join(f"  {name:8}  {summary}" for name, summary in SOURCES.items())
    return f"""\b
{named}

or the path of your own: CSV, TSV, JSON, fastText or Parquet (also .gz, .zst, .bz2, .xz, .zip), a pattern of
such files in quotes, or a folder with one sub-folder of .txt files a label. Separator, encoding, header and
columns are detected; 'seqtui data head PATH' shows how a file is read."""


def asked_settings(file: Path | None, options: dict[str, Any]) -> dict[str, Any]:
    """What the user decided, all of it possible; options win over the file.

    Args:
        file: A recipe as TOML, or none.
        options: Of :func:`recipe_options`, those not given as None.

    Raises:
        InputError: For an unknown setting or network, or an impossible value.
    """
    from seqtui.training.recipes import merge_settings

    given = {field: value for field, value in options.items() if value is not None}
    return merge_settings(file, {} if file is None else _read_recipe(file), given)


def _read_recipe(file: Path) -> dict[str, Any]:
    """Read a recipe.

    Raises:
        InputError: If the file is no recipe; the message names the option for what it is instead.
    """
    from seqtui.tables.formats import INPUT_FORMATS, extension

    name, quoted = str(file), shlex.quote(str(file))
    if name in CATALOGUE and not file.exists():
        raise InputError(f"{name}: a network, not a recipe; choose it with --architecture {name}")
    if (file / "recipe.toml").is_file():
        raise InputError(f"{name}: a run, not a recipe; its recipe is {file / 'recipe.toml'}")
    if (name in SOURCES and not file.exists()) or file.is_dir() or extension(name) in INPUT_FORMATS:
        raise InputError(f"{name}: reviews, not a recipe; train on them with --data {quoted}")
    try:
        return read_settings(file)
    except InputError as error:
        if file.suffix in (".toml", ".onnx"):
            raise
        raise InputError(f"{error}; reviews go with --data {quoted}") from error
