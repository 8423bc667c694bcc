"""``seqtui data``."""

from pathlib import Path
from typing import Any

import click

from seqtui.cli.doctor import doctor_command
from seqtui.cli.recipes import corrections_option, own_data_options
from seqtui.cli.root import json_option
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.tables import output_console, print_table


@click.group("data")
def data_command() -> None:
    """Inspect a source of reviews."""


data_command.add_command(doctor_command)


@data_command.command("head")
@click.argument("source")
@own_data_options
@json_option
def show_head(source: str, as_json: bool, **choices: Any) -> None:
    """Show how a file is read, and its first rows.

    Prints separator, encoding, header and columns; trains and writes nothing. Use the options to correct what
    was detected wrong.
    """
    from seqtui.corpora import Choices
    from seqtui.corpora.head import read_source_head

    head = read_source_head(source, Choices(**choices))
    if as_json:
        click.echo(printable_json(head))
        return
    click.echo(printable(f"{head.source}: {head.layout}"))
    if head.columns:
        click.echo(printable(f"columns: {', '.join(head.columns)}"))
        click.echo(printable(f"text: {head.text_column or 'not detected'}"))
        others = [name for name in head.label_candidates if name != head.label_column]
        also = f" (also possible: {', '.join(others)})" if others else ""
        click.echo(printable(f"label: {head.label_column or 'not detected'}{also}"))
        print_table(head.columns, head.rows, fold=False, console=output_console(piped_width=120))
    for warning in [*head.warnings, *([head.problem] if head.problem else [])]:
        click.echo(printable(f"warning: {warning}"), err=True)


@data_command.command("show")
@click.argument("source", default="imdb-25k")
@click.option("--limit", type=click.IntRange(min=20), metavar="N", help="Read only N of the reviews.")
@corrections_option
@own_data_options
@json_option
def show_data(source: str, limit: int | None, corrections: str | None, as_json: bool, **choices: Any) -> None:
    """Describe a source: size, labels, lengths, examples, duplicates and corrections.

    SOURCE is a name or a path, as for train --data.
    """
    from seqtui.corpora import Choices
    from seqtui.corpora.describe import describe

    about = describe(source, limit, Choices(**choices), None if corrections is None else Path(corrections))
    if as_json:
        click.echo(printable_json(about))
        return
    validation = f", {about.validation:,} validation" if about.validation else ""
    click.echo(
        f"{printable(about.source)}: {about.train:,} training{validation} and {about.test:,} test reviews"
    )
    for note in about.notes:
        click.echo(f"  {note}")
    if about.warning:
        click.echo(f"  ! {about.warning}")
    width = max(9, *(len(printable(label, 30)) for label in about.labels))
    click.echo(f"{len(about.labels)} labels, in index order:")
    for label, count in about.labels.items():
        share = count / (about.train + about.validation + about.test)
        line = f"  {printable(label, 30):<{width}} {count:>7,}  {share:>6.1%}  {about.examples[label]}"
        click.echo(line.rstrip())
    click.echo(f"tokens per review: median {about.median_tokens:.0f}")
    for tokens, count in about.ranges():
        click.echo(f"  {tokens:>12} {count:>7,}  {'█' * round(40 * count / max(about.histogram))}")
    click.echo(f"recommended: --architecture {about.network} ({about.reason})")
