"""``seqtui label``."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seqtui.cli.root import runs_dir_option, shell_command
from seqtui.cli.table_options import given_table_options, layout_options, table_settings
from seqtui.errors import InputError
from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from seqtui.curation.labels import Labels
    from seqtui.curation.texts import TextsToLabel


@click.command("label", short_help="Label texts in the app.")
@click.argument("texts", metavar="TEXTS")
@click.option(
    "--labels", metavar="NAME,…",
    help="Labels to choose from, at most 9.  [default: those of the last session, or those in TEXTS]",
)  # fmt: skip
@click.option(
    "--text-column",
    metavar="C",
    help="Column of the texts.  [default: text if it exists, otherwise detected]",
)
@click.option(
    "--label-column",
    metavar="C",
    help="Column of labels that some texts have.  [default: one with a usual name, such as label]",
)
@click.option("--relabel", is_flag=True, help="Ask about the texts that have a label in TEXTS, too.")
@layout_options
@click.option(
    "--export", metavar="FILE",
    help="Write the labelled texts to a .csv, .tsv, .jsonl or .parquet file instead of opening the app.",
)  # fmt: skip
@runs_dir_option
@click.pass_context
def label_command(
    ctx: click.Context,
    /,
    texts: str,
    labels: str | None,
    text_column: str | None,
    label_column: str | None,
    relabel: bool,
    export: str | None,
    runs_dir: Path,
    **reading: Any,
) -> int:
    """Label the texts of a file, a folder or a pattern, as for score --input.

    The app shows a text, takes a key and shows the next. A light model is trained in the background after the
    first 20 labels, and again as more are given. It chooses the texts that it is uncertain about. One text in
    five is drawn at random; the model's guesses about those give an estimate of its accuracy, which is shown
    with its interval.

    Each answer is appended to TEXTS.labels.jsonl at once, and the same command continues. Labels in TEXTS, in
    a column or as names of folders, count like answers. Key x in the app, or --export, writes a table for
    train --data.
    """
    from seqtui.curation.labels import export_labels, has_many_others
    from seqtui.curation.suggestions import require_extra
    from seqtui.curation.texts import is_read_again, labels_path, read_texts_to_label

    if texts == "-":
        raise InputError(
            "TEXTS: give a file, a folder or a pattern; the app reads its keys from standard input"
        )
    path = labels_path(texts)
    if export is None:
        require_extra()
    found = read_texts_to_label(texts, text_column, label_column, table_settings(reading))
    for note in found.notes:
        click.echo(printable(note), err=True)
    names = labels.split(",") if labels is not None else ()
    read = partial(_read, path, names, found)
    # A training reads them without the options given here.
    unlabelled = None if text_column or given_table_options(reading) else texts
    if export is not None:
        answers = read()
        answers.write_names()
        for note in export_labels(found.texts, answers, export, texts):
            click.echo(printable(note), err=True)
        if is_read_again(export, texts):
            click.echo(
                printable(f"warning: {export}: the next call reads it as texts; move it to another folder"),
                err=True,
            )
        more = ("--unlabelled", unlabelled) if unlabelled and has_many_others(found.texts, answers) else ()
        click.echo(f"next: {shell_command('train', '--data', export, *_suitable_network(export), *more)}")
        return 0
    import filelock

    from seqtui.cli.app import check_terminal, run_app
    from seqtui.curation.labelling import Labelling
    from seqtui.storage.locks import file_lock
    from seqtui.tui.screens.label import LabelScreen

    options = ctx.find_root().params
    try:
        with file_lock(path.with_name(f".{path.name}.lock"), timeout=0):  # hidden: no pattern matches it
            answers = read()
            check_terminal()  # before new labels are written
            answers.write_names()
            session = Labelling(found.texts, answers, relabel=relabel)
            code = run_app(
                runs_dir,
                options["theme"],
                options["ascii_only"],
                preload=False,
                first=lambda: LabelScreen(session, texts, unlabelled),
            )
    except filelock.Timeout as error:
        raise InputError(f"{path}: another seqtui is labelling these texts") from error
    done = f"{path}: {session.labelled:,} of {len(found.texts):,} texts labelled; the same command continues"
    click.echo(printable(done), err=True)
    return code


def _read(path: Path, names: Sequence[str], found: "TextsToLabel") -> "Labels":
    """Read a file of labels, and print its warnings and how many texts have labels already."""
    from seqtui.curation.labels import Labels

    labels = Labels.read(path, names, found.given)
    for warning in labels.warnings:
        click.echo(printable(f"warning: {warning}"), err=True)
    if labels.given:
        count = f"{len(labels.given):,} of {len(found.texts):,} texts have labels in {found.origin}"
        click.echo(printable(f"{count}; --relabel asks about them, too"), err=True)
    return labels


def _suitable_network(table: str) -> tuple[str, ...]:
    """Return the option for the network that suits a table; nothing if it has too few texts of a label."""
    from seqtui.corpora.describe import describe

    with suppress(InputError):
        return "--architecture", describe(table).network
    return ()
