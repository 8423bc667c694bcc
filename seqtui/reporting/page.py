"""The pages: Jinja2 fills the templates and escapes whatever a review, a label or a name holds."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from seqtui import __version__
from seqtui.errors import InputError
from seqtui.reporting import charts, check_page
from seqtui.reporting.compare import Comparison, chance
from seqtui.reporting.report import Mistake, Report
from seqtui.storage.atomic import replacing

_CURVES = 12  # labels in one chart
_SHOWN = 2000  # characters of a review, its last ones: those the network reads
_WORDS = 6  # named below a review
_WEAK = 0.001  # pushes not worth a mention
_TINTS = (0.1, 0.35, 0.7)  # of the strongest push

# All that could hide or turn the text around it: controls, marks of writing direction, halves of a pair.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class Piece:
    """A stretch of a review.

    Args:
        text: It.
        raises: Whether it raised the probability of the label that the review got.
        depth: How strongly, 1 to 3; 0 hardly at all.
    """

    text: str
    raises: bool = False
    depth: int = 0


def write_report(report: Report, path: str | os.PathLike[str]) -> None:
    """Write the page, and its figures beside it as ``.json``; the same report is the same bytes.

    Raises:
        InputError: If they cannot be written.
    """
    page = report_page(report).encode()
    _write(page, msgspec.json.format(msgspec.json.encode(report)) + b"\n", Path(path))


def write_comparison(comparison: Comparison, path: str | os.PathLike[str]) -> None:
    """Write a comparison as a page, and its figures beside it as ``.json``.

    Raises:
        InputError: If they cannot be written.
    """
    runs = comparison.runs
    pictures = {
        "accuracy": charts.runs_by_epoch([run.accuracy_by_epoch for run in runs], "accuracy"),
        "loss": charts.runs_by_epoch([run.loss_by_epoch for run in runs], "loss"),
    }
    page = render("compare.html", pictures, len(runs), comparison=comparison).encode()
    _write(page, msgspec.json.format(msgspec.json.encode(comparison)) + b"\n", Path(path))


def _write(page: bytes, figures: bytes, path: Path) -> None:
    """Write a page and its figures.

    Raises:
        InputError: If they cannot be written, or would replace another file.
    """
    check_page(path, "page")
    try:
        for content, destination in ((figures, path.with_suffix(".json")), (page, path)):
            with replacing(destination) as beside:
                beside.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def report_page(report: Report) -> str:
    """A report as one HTML page that loads nothing."""
    figures = report.figures
    told = [label for label in figures.labels if label.roc]
    if len(figures.labels) == 2:
        told = told[-1:]  # the other label's curve is its mirror image
    curves = sorted(told, key=lambda label: -label.reviews)[:_CURVES]
    curves = [label for label in told if label in curves]
    pictures: dict[str, str] = {
        "roc": charts.roc([label.roc for label in curves if label.roc]),
        "precision_recall": charts.precision_recall(
            [label.precision_recall for label in curves if label.precision_recall]
        ),
        "reliability": charts.reliability(figures.calibration),
        "by_length": charts.by_length(figures.lengths),
    }
    for quantity, learning in (("loss", report.loss), ("accuracy", report.accuracy)):
        if learning:
            pictures[quantity] = charts.learning(learning, quantity)
    return render(
        "report.html",
        pictures,
        max(2, len(curves)),
        report=report,
        curves=curves,
        mistakes=[_mistake(mistake) for mistake in report.mistakes],
    )


def render(template: str, pictures: dict[str, str], keys: int, **values: Any) -> str:
    """Fill a template.

    Args:
        template: Its name.
        pictures: SVG that goes in as it is.
        keys: How many lines the legends show.
        values: All else; text in it is escaped.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("seqtui.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "chance": chance,
        "clean": lambda text: _UNSEEN.sub("\ufffd", text),
        "count": lambda number: f"{number:,}",
        "decimals": lambda value: "" if value is None else f"{value:.4f}",
        "percent": lambda share: f"{100 * share:.2f} %",
    }
    return environment.get_template(template).render(
        values,
        version=__version__,
        charts={name: Markup(svg) for name, svg in pictures.items()},  # noqa: S704 - our own words only
        keys=[Markup(charts.key(place)) for place in range(keys)],  # noqa: S704
    )


def _mistake(mistake: Mistake) -> dict[str, Any]:
    strongest = sorted(mistake.words, key=lambda word: -abs(word.push))[:_WORDS]
    begin = max(0, len(mistake.text) - _SHOWN)
    return {
        "predicted": mistake.predicted,
        "truth": mistake.truth,
        "probability": mistake.probability,
        "cut": begin > 0,
        "pieces": _pieces(mistake, begin),
        "strongest": [
            {"text": mistake.text[word.start : word.end][:80], "push": word.push}
            for word in strongest
            if abs(word.push) >= _WEAK
        ],
    }


def _pieces(mistake: Mistake, begin: int) -> list[Piece]:
    """A review from ``begin`` on, cut where the tint changes."""
    most = max((abs(word.push) for word in mistake.words), default=0.0)
    pieces, at = [], begin
    for word in mistake.words:
        depth = sum(abs(word.push) > tint * most for tint in _TINTS) if abs(word.push) >= _WEAK else 0
        if depth and word.end > at:
            start = max(word.start, at)
            pieces += [
                Piece(mistake.text[at:start]),
                Piece(mistake.text[start : word.end], word.push > 0, depth),
            ]
            at = word.end
    return [piece for piece in (*pieces, Piece(mistake.text[at:])) if piece.text]
