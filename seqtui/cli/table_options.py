"""Options shared by the commands that read a file of texts."""

from collections.abc import Callable
from typing import Any

import click

from seqtui.tables.formats import FORMATS
from seqtui.tables.layout import QUOTINGS, TableOptions

Command = Callable[..., Any]

_LAYOUT_OPTIONS = (
    click.option(
        "--format", type=click.Choice(list(FORMATS)),
        help="Format of the file.  [default: from its extension and first bytes]",
    ),
    click.option("--encoding", metavar="NAME", help="Text encoding of the file.  [default: detected]"),
    click.option(
        "--separator", metavar="CHAR", help="CSV: field separator; a character, or tab.  [default: detected]"
    ),
    click.option(
        "--quoting", type=click.Choice(list(QUOTINGS)),
        help="CSV: quotes in quoted fields are doubled, are ordinary characters, or follow a backslash.  "
        "[default: standard, unless only another one fits]",
    ),
    click.option(
        "--header/--no-header", default=None,
        help="CSV: whether row 1 contains the column names; else they are 1, 2, ...  [default: detected]",
    ),
    click.option(
        "--skip-lines", type=click.IntRange(min=0), metavar="N", help="Lines to skip before the header."
    ),
)  # fmt: skip


TABLE_OPTIONS = (
    *_LAYOUT_OPTIONS,
    click.option(
        "--normalize-labels", is_flag=True, default=None,
        help="Treat labels that differ only in case and spaces as the same label.",
    ),
    click.option("--errors", metavar="FILE", help="Write rows that cannot be read to FILE and continue."),
)  # fmt: skip


def add_options(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    """Add options to a command, in their order."""
    for option in reversed(options):
        command = option(command)
    return command


def table_options(command: Command) -> Command:
    """Add the options for reading a file of texts to a command."""
    return add_options(command, TABLE_OPTIONS)


def layout_options(command: Command) -> Command:
    """Add the options for reading a file of texts without labels to a command."""
    return add_options(command, _LAYOUT_OPTIONS)


def table_settings(options: dict[str, Any]) -> TableOptions:
    """Return the layout of a file that the options set.

    Args:
        options: Values of :func:`table_options` by name; others are ignored.

    Raises:
        InputError: If a value is invalid; the message names the option.
    """
    return TableOptions(**{name: options[name] for name in TableOptions.__struct_fields__}).check()


def given_table_options(options: dict[str, Any]) -> list[str]:
    """Return the names of the :func:`table_options` that the user set, such as ``--encoding``."""
    names = (*TableOptions.__struct_fields__, "normalize_labels", "errors")
    return [f"--{name.replace('_', '-')}" for name in names if options.get(name) not in (None, False)]
