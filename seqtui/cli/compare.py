"""``seqtui runs compare``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seqtui.cli.root import complete_run, json_option, runs_dir_option, shell_command
from seqtui.errors import InputError
from seqtui.reporting import check_page, require_extra
from seqtui.runs import Run
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.tables import output_console, print_table

if TYPE_CHECKING:
    from rich.console import Console

    from seqtui.reporting.compare import Comparison

_MAX_WIDTH, _MAX_HEIGHT = 100, 14  # of the plot, in columns and lines


@click.command("compare", short_help="Compare runs and test their differences.")
@click.argument("names", metavar="RUN RUN ...", nargs=-1, shell_complete=complete_run)
@click.option(
    "--html", metavar="FILE.html", type=click.Path(path_type=Path, dir_okay=False),
    help="Also write an HTML page, and its figures as .json.",
)  # fmt: skip
@runs_dir_option
@json_option
def compare_command(names: tuple[str, ...], html: Path | None, runs_dir: Path, as_json: bool) -> None:
    """Compare runs: test results, McNemar's test of each pair, curves, and settings that differ.

    A pair is tested if both runs were evaluated on the same test reviews.
    """
    if not names:
        raise InputError(
            f"give two runs or more, as in '{shell_command('runs', 'compare', 'RUN', 'RUN')}'; "
            f"'{shell_command('runs')}' lists the runs"
        )
    runs = [Run.find(name, runs_dir) for name in names]
    if html is not None:
        check_page(html, "--html")
    require_extra("a comparison")
    from seqtui.reporting.compare import compare

    comparison = compare(runs)
    if html is not None:
        from seqtui.reporting.page import write_comparison

        write_comparison(comparison, html)
    if as_json:
        click.echo(printable_json(comparison))
        return
    _print(comparison)
    if html is not None:
        click.echo(printable(f"{html}: open it in a browser"))


def _print(comparison: "Comparison") -> None:
    console = output_console()
    _print_results(console, comparison)
    _print_tests(console, comparison)
    _print_curves(console, comparison)
    _print_recipes(console, comparison)


def _print_results(console: "Console", comparison: "Comparison") -> None:
    rows = [
        [
            run.run, run.architecture, run.part, f"{run.accuracy.accuracy:.2%}",
            f"{run.accuracy.low:.2%} to {run.accuracy.high:.2%}",
            "" if run.macro_f1 is None else f"{run.macro_f1:.2%}", f"{run.loss:.4f}",
            f"{run.best_epoch} of {run.epochs}", f"{run.seconds:.1f}",
        ]
        for run in comparison.runs
    ]  # fmt: skip
    headers = [
        "run",
        "network",
        "part",
        "accuracy",
        "95 % interval",
        "macro-F1",
        "loss",
        "best epoch",
        "seconds",
    ]
    print_table(headers, rows, left=3, console=console)


def _print_tests(console: "Console", comparison: "Comparison") -> None:
    from seqtui.reporting.compare import format_p_value

    rows = [
        [pair.first, pair.second, f"{pair.only_first:,}", f"{pair.only_second:,}",
         f"{100 * pair.difference:+.2f} points", format_p_value(pair.p_value)]
        for pair in comparison.pairs
    ]  # fmt: skip
    if rows:
        console.print("\nMcNemar's test on the same test reviews, exact and two-sided")
        headers = ["first", "second", "only first correct", "only second correct", "difference", "p"]
        print_table(headers, rows, left=2, console=console)
    for pair in comparison.untested:
        line = f"\nnot tested: {pair.first} and {pair.second}: {pair.reason}"
        console.print(printable(line), markup=False, soft_wrap=True)


def _print_curves(console: "Console", comparison: "Comparison") -> None:
    import numpy as np
    from rich.text import Text

    from seqtui.terminal.palette import curve_style
    from seqtui.terminal.plots import MUTED, Curve, draw

    ascii_only = not (console.encoding or "").lower().startswith("utf")
    curves = []
    for index, run in enumerate(comparison.runs):
        epochs, accuracies = (np.array(values) for values in run.accuracy_by_epoch)
        marker, colour = curve_style(index, ansi=True, ascii_only=ascii_only)
        curves.append(Curve(printable(run.run, 24), epochs, accuracies, colour, marker))
    console.print("\nValidation accuracy by epoch")
    for line in draw(curves, min(console.width, _MAX_WIDTH), _MAX_HEIGHT, log=False, ascii_only=ascii_only):
        parts = ((text, "dim" if colour == MUTED else colour) for text, colour in line)
        console.print(Text.assemble(*parts), no_wrap=True, crop=True)


def _print_recipes(console: "Console", comparison: "Comparison") -> None:
    if not comparison.recipe:
        console.print("\nThe recipes are the same.")
        return
    console.print("\nSettings that differ")
    rows = [
        [field, *(("all" if field == "limit" else "–") if value is None else str(value) for value in values)]
        for field, values in comparison.recipe.items()
    ]
    print_table(["", *(run.run for run in comparison.runs)], rows, left=1, console=console)
