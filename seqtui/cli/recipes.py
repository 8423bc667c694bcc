"""Options shared by the commands that train or read reviews, and the recipe that they set."""

import shlex
from pathlib import Path
from typing import Any

import click
import msgspec
from click.shell_completion import CompletionItem

from seqtui.architectures.catalogue import CATALOGUE, architecture_of
from seqtui.architectures.network_file import is_network_file
from seqtui.cli.root import shell_command
from seqtui.cli.table_options import TABLE_OPTIONS, Command, add_options
from seqtui.errors import InputError
from seqtui.recipe import SOURCES, Recipe, as_text, read_settings

corrections_option = click.option(
    "--corrections", metavar="FILE", help="File of corrected labels, see docs/mistakes.md."
)

_OWN_DATA = (
    click.option("--text-column", metavar="C", help="Own data: column of the texts.  [default: detected]"),
    click.option("--label-column", metavar="C", help="Own data: column of the labels.  [default: detected]"),
    click.option(
        "--split-column", metavar="C", help="Own data: column with train, dev and test.  [default: detected]"
    ),
    click.option("--test", metavar="FILE", help="Own data: file of the test set."),
    click.option(
        "--test-split", type=click.FloatRange(0, 1, min_open=True, max_open=True), metavar="F",
        help="Own data: fraction to use as the test set if the source has none.  [default: 0.2]",
    ),
    *TABLE_OPTIONS,
)  # fmt: skip


def _complete_network(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [*map(CompletionItem, CATALOGUE), CompletionItem(incomplete, type="file")]


_NETWORK = (
    click.option(
        "--architecture", metavar="NAME", shell_complete=_complete_network,
        help="Network to train: a name, or a Python file with your own.",
    ),
    click.option(
        "--set", "network", metavar="NAME=VALUE", multiple=True, callback=lambda *call: _network(call[2]),
        help="Setting of the network, such as units=64; may be repeated. --help-network lists them.",
    ),
)  # fmt: skip

_OPTIONS = (
    click.argument("recipe_file", metavar="[RECIPE.toml]", required=False, type=click.Path(path_type=Path)),
    *_NETWORK,
    click.option("--data", metavar="SOURCE", help="Source of the reviews: a name or a path."),
    *_OWN_DATA,
    corrections_option,
    click.option(
        "--unlabelled", metavar="SOURCE",
        help="Texts without labels to learn from, too: what score --input reads, or imdb; "
        "see docs/unlabelled.md.",
    ),
    click.option(
        "--class-weights", type=click.Choice(["none", "balanced"]),
        help="balanced: weights inversely proportional to label frequencies.  [default: none]",
    ),
    click.option(
        "--validation-split", type=click.FloatRange(0, 1, max_open=True), metavar="F",
        help="Fraction of the training set that selects the epoch; 0: keep the last epoch.  [default: 0.1]",
    ),
    click.option("--limit", type=int, metavar="N", help="Use only N of the reviews."),
    click.option(
        "--epochs", type=int, metavar="N",
        help="Passes over the training set.  [default: 3; more for fewer than 6,400 reviews]",
    ),
    click.option(
        "--batch-size", type=int, metavar="N",
        help="Reviews per step.  [default: 64; fewer for fewer than 1,920 reviews]",
    ),
    click.option("--learning-rate", type=float, metavar="F", help="Peak learning rate of Adam."),
    click.option(
        "--pooling", type=click.Choice(["last", "last+max", "mean", "attention"]),
        help="How the outputs for all words become one vector.  [default: last+max; transformer: mean]",
    ),
    click.option(
        "--vectors", metavar="FILE",
        help="Pre-trained word vectors: word2vec (text or binary), fastText .vec or GloVe, also compressed.",
    ),
    click.option(
        "--vectors-trainable", type=click.Choice(["yes", "no"]),
        help="no: pre-trained vectors stay as they are.  [default: yes]",
    ),
    click.option("--vocabulary-size", type=int, metavar="N", help="Number of words in the vocabulary."),
    click.option("--max-length", type=int, metavar="N", help="Maximum number of tokens of a review."),
    click.option(
        "--truncate", type=click.Choice(["tail", "head", "head+tail"]),
        help="Tokens of a longer review to use: last, first, or half of each.  [default: tail]",
    ),
    click.option("--seed", type=int, metavar="N", help="Random seed of weights, order and dropout."),
    click.option(
        "--patience",
        type=int,
        metavar="N",
        help="Stop after N epochs without a lower validation loss; 0: never.",
    ),
)  # fmt: skip


def recipe_options(command: Command) -> Command:
    """Add the recipe argument and all options of a recipe to a command."""
    return add_options(command, _OPTIONS)


def network_options(command: Command) -> Command:
    """Add the options that set a network to a command."""
    return add_options(command, _NETWORK)


def own_data_options(command: Command) -> Command:
    """Add the options for reading own data to a command; their names are those of the recipe's settings."""
    return add_options(command, _OWN_DATA)


def _network(values: tuple[str, ...]) -> dict[str, str] | None:
    """Return the network settings of ``--set`` options."""
    settings = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name.strip():
            raise InputError(f"--set {value}: write NAME=VALUE, such as --set units=64")
        settings[name.strip().replace("-", "_")] = text.strip()
    return settings or None


def network_help(recipe: Recipe) -> str:
    """Return the table of the settings of a recipe's network.

    Raises:
        InputError: If there is no such network.
    """
    network = architecture_of(recipe)
    rows = [
        ("setting", "default", "values", ""),
        *((s.name, as_text(s.default), s.values, s.help) for s in network.declared.values()),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    if len(rows) == 1:
        return f"{network.name} has no settings"
    heading = f"Settings of {network.name}, for --set NAME=VALUE or the table [network] of a recipe:"
    return "\n".join([heading, "", *lines])


def network_settings(recipe: Recipe) -> str:
    """Return the settings of a recipe's network by name, as JSON.

    Raises:
        InputError: If there is no such network.
    """
    return str(msgspec.json.encode(architecture_of(recipe).declared), "utf-8")


def networks_help() -> str:
    """Return the list of networks for the help of a command."""
    width = max(len(name) for name in CATALOGUE)
    return "\b\n" + "\n".join(f"  {name:{width}}  {entry.summary}" for name, entry in CATALOGUE.items())


def sources_help() -> str:
    """Return the list of sources for the help of a command."""
    named = "\n".join(f"  {name:8}  {summary}" for name, summary in SOURCES.items())
    return f"""\b
{named}

or the path of your own data: CSV, TSV, JSON, fastText or Parquet (also .gz, .zst, .bz2, .xz, .zip), a quoted
pattern of such files, or a folder with one sub-folder of .txt files per label. Separator, encoding, header
and columns are detected; 'seqtui data head PATH' shows how a file is read."""


def recipe_settings(file: Path | None, options: dict[str, Any], runs_dir: Path) -> dict[str, Any]:
    """Return the settings that the user set; options override the recipe file.

    Args:
        file: Recipe file in TOML, or None.
        options: Values of :func:`recipe_options`; None if not set.
        runs_dir: Folder of the runs, to recognize the name of a run.

    Raises:
        InputError: If a setting or network is unknown, or a value is invalid.
    """
    from seqtui.training.recipes import merge_settings

    given = {field: value for field, value in options.items() if value is not None}
    return merge_settings(file, {} if file is None else _read_recipe(file, runs_dir), given)


def _read_recipe(file: Path, runs_dir: Path) -> dict[str, Any]:
    """Read a recipe file.

    Raises:
        InputError: If it is not a recipe; the message names the option for a network, a run or reviews.
    """
    from seqtui.tables.formats import INPUT_FORMATS, extension

    name, quoted = str(file), shlex.quote(str(file))
    if name in CATALOGUE and not file.exists():
        raise InputError(f"{name}: a network, not a recipe; choose it with --architecture {name}")
    if is_network_file(name):
        raise InputError(f"{name}: a network, not a recipe; choose it with --architecture {quoted}")
    run = next((run for run in (file, runs_dir / file) if (run / "recipe.toml").is_file()), None)
    if run and not file.is_file():
        raise InputError(
            f"{name}: a run, not a recipe; its recipe is {run / 'recipe.toml'}; to resume the run: "
            f"{shell_command('train', '--resume', run)}"
        )
    if (name in SOURCES and not file.exists()) or file.is_dir() or extension(name) in INPUT_FORMATS:
        raise InputError(f"{name}: reviews, not a recipe; train on them with --data {quoted}")
    try:
        return read_settings(file)
    except InputError as error:
        if file.suffix in (".toml", ".onnx"):
            raise
        raise InputError(f"{error}; reviews go with --data {quoted}") from error
