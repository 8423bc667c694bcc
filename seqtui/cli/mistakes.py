"""``seqtui mistakes``."""

import shlex
import sys
from itertools import permutations
from pathlib import Path
from typing import Any

import click
import msgspec

from seqtui.cli.root import (
    abstain_option,
    json_option,
    named_or_newest,
    optional_run_argument,
    runs_dir_option,
)
from seqtui.curation.mistakes import (
    EvaluatedReview,
    EvaluatedSet,
    ReviewFilter,
    ThresholdFigures,
    evaluated_reviews,
)
from seqtui.errors import InputError
from seqtui.runs import Run, newest_trained
from seqtui.scoring.decision import DecisionRule
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.stderr import redirect_stderr_descriptor
from seqtui.terminal.tables import output_console, print_table

_PROBABILITY = click.FloatRange(0, 1)
_LENGTH = click.IntRange(min=0)
_NAME = 24  # characters of a label
_MATRIX = 12  # labels of a printed matrix; of more, the most frequent pairs
_MIN_TEXT = 20  # characters of a review


@click.command("mistakes", short_help="List the reviews that a run gets wrong.")
@optional_run_argument
@click.option("--label", metavar="LABEL", help="Only reviews with this label.")
@click.option("--predicted", metavar="LABEL", help="Only reviews for which this label is predicted.")
@click.option("--min-probability", type=_PROBABILITY, help="Minimum probability of the predicted label.")
@click.option("--max-probability", type=_PROBABILITY, help="Maximum probability of the predicted label.")
@click.option("--min-length", type=_LENGTH, metavar="N", help="Minimum number of tokens.")
@click.option("--max-length", type=_LENGTH, metavar="N", help="Maximum number of tokens.")
@click.option("--search", metavar="TEXT", help="Only reviews that contain TEXT, case ignored.")
@click.option(
    "--threshold", type=float, metavar="P",
    help="Two labels: predict the second one from probability P, as export --threshold does.",
)  # fmt: skip
@abstain_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
    help="Maximum number of reviews to list.",
)  # fmt: skip
@click.option("--test", is_flag=True, help="Show the test reviews; asks first, and the run notes it.")
@click.option("--yes", is_flag=True, help="With --test: do not ask.")
@runs_dir_option
@json_option
def mistakes_command(
    run_name: str | None,
    threshold: float | None,
    abstain: float | None,
    limit: int,
    test: bool,
    yes: bool,
    runs_dir: Path,
    as_json: bool,
    **filters: Any,
) -> int:
    """List the validation reviews of a run with its predictions, the highest loss first.

    Without RUN: the newest run with weights. The confusion matrix comes first; with more than 12 labels, the
    pairs that are confused most. Probabilities are calibrated as in an exported file.

    A review with a high loss is a mistake of the network or has a wrong label. In the app, key m on a run,
    you can correct labels; docs/mistakes.md describes the file of the corrections.
    """
    run = named_or_newest(run_name, runs_dir, newest_trained, which="run with weights")
    if test and not yes and not _confirmed(run):
        click.echo(printable(f"{run.path}: test reviews not shown"), err=True)
        return 1
    chosen = ReviewFilter(**{name: value for name, value in filters.items() if value is not None})
    if run.metrics is not None:
        rule = DecisionRule.of(run.metrics.class_names, threshold, abstain)
        chosen.check(rule.class_names, rule.unsure)
    with redirect_stderr_descriptor():
        found = evaluated_reviews(run, "test" if test else "validation").decided_by(threshold, abstain)
    reviews = chosen.apply(found.reviews)
    if as_json:
        click.echo(printable_json(_summary(found, len(reviews))))
        for review in reviews[:limit]:
            text = review.text.encode("utf-8", "replace").decode()  # JSON has no lone surrogates
            click.echo(printable_json(msgspec.structs.replace(review, text=text)))
        return 0
    _print(found, chosen, limit)
    return 0


def _confirmed(run: Run) -> bool:
    path = printable(str(run.path))
    if run.test_seen:
        return True
    if not sys.stdin.isatty():
        raise InputError(f"{path}: no terminal to ask whether to show test reviews; --yes shows them")
    return click.confirm(
        f"Show the test reviews of {path}? Decisions that depend on them make its test accuracy worth less; "
        "the run notes that they were looked at.",
        err=True,
    )


def _summary(found: EvaluatedSet, fitting: int) -> dict[str, Any]:
    rule = found.rule
    return {
        "run": str(found.run.path),
        "set": found.part,
        "reviews": len(found.reviews),
        "mistakes": sum(review.is_mistake for review in found.reviews),
        "fitting": fitting,
        "labels": found.class_names,
        "confusion": found.confusion.tolist(),
        "corrections": str(found.corrections.path),
        **({} if rule.threshold is None else {"threshold": rule.threshold, "abstain": rule.abstain}),
        **({} if rule.threshold is None else msgspec.structs.asdict(_figures(found))),
    }


def _figures(found: EvaluatedSet) -> ThresholdFigures:
    return found.figures(found.rule.threshold, found.rule.abstain)


def _print(found: EvaluatedSet, chosen: ReviewFilter, limit: int) -> None:
    count = len(found.reviews)
    wrong = sum(review.is_mistake for review in found.reviews)
    click.echo(
        printable(
            f"{found.run.path}: {count:,} {found.part} reviews, {wrong:,} mistakes ({wrong / count:.2%})"
        )
    )
    if found.rule.threshold is not None:
        figures = _figures(found)
        click.echo(found.rule.describe())
        click.echo(
            f"'{printable(figures.label, _NAME)}': precision {figures.precision:.2%}, recall "
            f"{figures.recall:.2%}, F1 {figures.f1:.2%}"
            + (
                f"; {figures.unsure:,} reviews unsure ({figures.unsure / count:.2%})"
                if found.rule.unsure
                else ""
            )
        )
    names = [printable(name, _NAME) for name in found.class_names]
    columns = [printable(name, _NAME) for name in found.rule.label_names]
    matrix = found.confusion.tolist()
    if len(names) <= _MATRIX:
        rows = [(name, *(f"{n:,}" for n in row)) for name, row in zip(names, matrix, strict=True)]
        print_table(("label ↓ predicted →", *columns), rows, left=1)
    else:
        pairs = sorted(permutations(range(len(names)), 2), key=lambda pair: -matrix[pair[0]][pair[1]])
        rows = [(names[row], names[column], f"{matrix[row][column]:,}") for row, column in pairs[:_MATRIX]]
        print_table(("label", "predicted", "mistakes"), rows, left=2)
    reviews = chosen.apply(found.reviews)
    shown = reviews[:limit]
    click.echo(
        f"\n{len(reviews):,} reviews, the highest loss first"
        + (f"; {len(shown):,} shown, --limit N shows more" if len(shown) < len(reviews) else "")
    )
    if shown:
        _print_reviews(shown)
    if found.corrections.by_text:
        quoted = shlex.quote(str(found.corrections.path))
        click.echo(printable(f"corrections: {quoted}; train with --corrections {quoted}"))
    for warning in found.corrections.warnings:
        click.echo(printable(f"warning: {warning}"), err=True)


def _print_reviews(reviews: list[EvaluatedReview]) -> None:
    """Print reviews, each on one line, cut at the width of the terminal."""
    console = output_console()
    headers = ("loss", "label", "predicted", "", "corrected", "tokens")
    rows = [
        (
            f"{review.loss:.2f}", printable(review.label, _NAME), printable(review.predicted, _NAME),
            f"{review.probability:.1%}", printable(review.corrected or "", _NAME), str(review.tokens),
        )
        for review in reviews
    ]  # fmt: skip
    used = sum(2 + max(map(len, column)) for column in zip(headers, *rows, strict=True))
    width = max(_MIN_TEXT, console.width - used)
    cells = [
        (*row, printable(review.text[: 2 * width], width)) for row, review in zip(rows, reviews, strict=True)
    ]
    print_table((*headers, "review"), cells, fold=False, console=console)
