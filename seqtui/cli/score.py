"""``seqtui score``."""

from collections.abc import Iterable

import click
import msgspec

from seqtui.cli.root import json_option
from seqtui.errors import InputError
from seqtui.printable import printable


@click.command("score", short_help="Score reviews with an exported file.")
@click.argument("model", metavar="MODEL.onnx", type=click.Path())
@click.argument("texts", metavar="[TEXT ...]", nargs=-1)
@click.option(
    "--input", "source", metavar="FILE|-", help="Reviews: one a line, or CSV; - reads standard input."
)
@click.option("--text-column", metavar="C", help="Read CSV and take this column.  [default for .csv: text]")
@json_option
def score_command(
    model: str, texts: tuple[str, ...], source: str | None, text_column: str | None, as_json: bool
) -> None:
    """Score reviews with an exported file: label, probability, review, in input order.

    Needs no TensorFlow and no network.
    """
    from seqtui.scoring import Scorer, read_reviews

    if bool(texts) == (source is not None):
        raise InputError("give the reviews either as TEXT or with --input FILE")
    if text_column is not None and source is None:
        raise InputError("--text-column goes with --input FILE")
    reviews: Iterable[str] = texts if source is None else read_reviews(source, text_column)
    for text, result in Scorer(model).stream(reviews):
        if as_json:
            click.echo(msgspec.json.encode(result))
        else:
            click.echo(f"{printable(result.label)}\t{result.probability:.4f}\t{printable(text, 200)}")
