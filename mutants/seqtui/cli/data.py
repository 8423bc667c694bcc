"""``seqtui data``."""

import click

from seqtui.cli.root import json_option
from seqtui.printable import printable, printable_json


@click.group("data")
def data_command() -> None:
    """Look at a source of reviews."""


@data_command.command("show")
@click.argument("source", default="imdb-25k")
@click.option("--limit", type=click.IntRange(min=20), metavar="N", help="Look only at N of the reviews.")
@json_option
def show_data(source: str, limit: int | None, as_json: bool) -> None:
    """Size, labels and lengths of a source: a name or a path, as for train --data."""
    from seqtui.corpora.describe import describe

    about = describe(source, limit)
    if as_json:
        click.echo(printable_json(about))
        return
    click.echo(f"{printable(about.source)}: {about.train:,} training and {about.held_out:,} held-out reviews")
    for label, count in about.labels.items():
        click.echo(f"  {label:<9} {count:>7,}  {count / (about.train + about.held_out):.1%}")
    click.echo(f"tokens in a review: median {about.median_tokens:.0f}")
    highest = max(about.histogram)
    for place, count in enumerate(about.histogram):
        first = place * about.bin_tokens
        last = "…" if place == len(about.histogram) - 1 else str(first + about.bin_tokens - 1)
        click.echo(f"  {first:>5}–{last:<5} {count:>7,}  {'█' * round(40 * count / highest)}")
