"""``seqtui data``."""

from typing import Any

import click

from seqtui.cli.recipes import own_data_options
from seqtui.cli.root import json_option
from seqtui.printable import printable, printable_json


@click.group("data")
def data_command() -> None:
    """Look at a source of reviews."""


@data_command.command("show")
@click.argument("source", default="imdb-25k")
@click.option("--limit", type=click.IntRange(min=20), metavar="N", help="Look only at N of the reviews.")
@own_data_options
@json_option
def show_data(source: str, limit: int | None, as_json: bool, **choices: Any) -> None:
    """Size, labels, lengths, examples, duplicates of a source: a name or a path, as for train --data."""
    from seqtui.corpora import Choices
    from seqtui.corpora.describe import describe

    about = describe(source, limit, Choices(**choices))
    if as_json:
        click.echo(printable_json(about))
        return
    click.echo(f"{printable(about.source)}: {about.train:,} training and {about.held_out:,} held-out reviews")
    for note in about.notes:
        click.echo(f"  {note}")
    if about.warning:
        click.echo(f"  ! {about.warning}")
    wide = max(9, *(len(printable(label, 30)) for label in about.labels))
    click.echo(f"{len(about.labels)} labels, in their order:")
    for label, count in about.labels.items():
        share = count / (about.train + about.held_out)
        line = f"  {printable(label, 30):<{wide}} {count:>7,}  {share:>6.1%}  {about.examples[label]}"
        click.echo(line.rstrip())
    click.echo(f"tokens in a review: median {about.median_tokens:.0f}")
    highest = max(about.histogram)
    for index, count in enumerate(about.histogram):
        first = index * about.bin_tokens
        last = str(first + about.bin_tokens - 1)
        if index == len(about.histogram) - 1 and about.max_tokens > int(last):
            last = "…"
        click.echo(f"  {first:>5}–{last:<5} {count:>7,}  {'█' * round(40 * count / highest)}")
