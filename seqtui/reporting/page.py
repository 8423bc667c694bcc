"""Write reports and comparisons as HTML pages. Jinja2 escapes all text of reviews, labels and names."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from seqtui import __version__
from seqtui.errors import InputError
from seqtui.reporting import charts, check_page
from seqtui.reporting.compare import Comparison, format_p_value
from seqtui.reporting.report import Mistake, Report
from seqtui.storage.atomic import replacing

_MAX_CURVES = 12  # in one chart
_MAX_CHARACTERS = 2000  # of a review; the last ones, which the network reads
_MAX_WORDS = 6  # listed below a review
_MIN_PUSH = 0.001  # smaller influences are not shown
_TINTS = (0.1, 0.35, 0.7)  # thresholds, as fractions of the largest influence

# Characters that could hide or reorder the text around them: controls, direction marks, surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True)
class Span:
    """A part of a review with one highlight.

    Args:
        text: Text of the span.
        raises: Whether it raised the probability of the predicted label. Default False.
        depth: Strength of the highlight, 1 to 3; 0 for none. Default 0.
    """

    text: str
    raises: bool = False
    depth: int = 0


def write_report(report: Report, path: str | os.PathLike[str]) -> None:
    """Write a report as an HTML page, and its figures as JSON next to it.

    The same report always gives the same bytes.

    Args:
        report: The report.
        path: The page to write, with the extension ``.html``. The figures get the extension ``.json``.

    Raises:
        InputError: If the files cannot be written.
    """
    page = report_page(report).encode()
    _write(page, msgspec.json.format(msgspec.json.encode(report)) + b"\n", Path(path))


def write_comparison(comparison: Comparison, path: str | os.PathLike[str]) -> None:
    """Write a comparison as an HTML page, and its figures as JSON next to it.

    Args:
        comparison: The comparison.
        path: The page to write, with the extension ``.html``. The figures get the extension ``.json``.

    Raises:
        InputError: If the files cannot be written.
    """
    runs = comparison.runs
    svgs = {
        "accuracy": charts.runs_by_epoch([run.accuracy_by_epoch for run in runs], "accuracy"),
        "loss": charts.runs_by_epoch([run.loss_by_epoch for run in runs], "loss"),
    }
    page = render("compare.html", svgs, len(runs), comparison=comparison).encode()
    _write(page, msgspec.json.format(msgspec.json.encode(comparison)) + b"\n", Path(path))


def _write(page: bytes, figures: bytes, path: Path) -> None:
    """Write a page and its figures."""
    check_page(path, "page")
    try:
        for content, destination in ((figures, path.with_suffix(".json")), (page, path)):
            with replacing(destination) as temporary:
                temporary.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def report_page(report: Report) -> str:
    """Return a report as one HTML page that loads no other files.

    Args:
        report: The report.
    """
    figures = report.figures
    with_curves = [label for label in figures.labels if label.roc]
    if len(figures.labels) == 2:
        with_curves = with_curves[-1:]  # the curve of the other class is its mirror image
    largest = sorted(with_curves, key=lambda label: -label.reviews)[:_MAX_CURVES]
    curves = [label for label in with_curves if label in largest]
    svgs: dict[str, str] = {
        "roc": charts.roc([label.roc for label in curves if label.roc]),
        "precision_recall": charts.precision_recall(
            [label.precision_recall for label in curves if label.precision_recall]
        ),
        "reliability": charts.reliability(figures.calibration),
        "by_length": charts.by_length(figures.lengths),
    }
    for quantity, learning in (("loss", report.loss), ("accuracy", report.accuracy)):
        if learning:
            svgs[quantity] = charts.learning(learning, quantity)
    return render(
        "report.html",
        svgs,
        max(2, len(curves)),
        report=report,
        curves=curves,
        mistakes=[_mistake(mistake) for mistake in report.mistakes],
    )


def render(template: str, svgs: dict[str, str], lines: int, **values: Any) -> str:
    """Fill a template.

    Args:
        template: File name of the template.
        svgs: Charts by name, which are not escaped.
        lines: Number of lines in the legends.
        **values: Other values of the template; their text is escaped.
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
        "clean": lambda text: _INVISIBLE.sub("\ufffd", text),
        "count": lambda number: f"{number:,}",
        "decimals": lambda value: "" if value is None else f"{value:.4f}",
        "p_value": format_p_value,
        "percent": lambda fraction: f"{100 * fraction:.2f} %",
    }
    return environment.get_template(template).render(
        values,
        version=__version__,
        charts={name: Markup(svg) for name, svg in svgs.items()},  # noqa: S704 - contain only fixed texts
        legend=[Markup(charts.legend_line(index)) for index in range(lines)],  # noqa: S704
    )


def _mistake(mistake: Mistake) -> dict[str, Any]:
    strongest = sorted(mistake.words, key=lambda word: -abs(word.push))[:_MAX_WORDS]
    begin = max(0, len(mistake.text) - _MAX_CHARACTERS)
    return {
        "predicted": mistake.predicted,
        "true_label": mistake.true_label,
        "probability": mistake.probability,
        "is_cut": begin > 0,
        "spans": _spans(mistake, begin),
        "strongest": [
            {"text": mistake.text[word.start : word.end][:80], "push": word.push}
            for word in strongest
            if abs(word.push) >= _MIN_PUSH
        ],
    }


def _spans(mistake: Mistake, begin: int) -> list[Span]:
    """Split a review, from ``begin`` on, into spans of one highlight."""
    largest = max((abs(word.push) for word in mistake.words), default=0.0)
    spans, position = [], begin
    for word in mistake.words:
        depth = sum(abs(word.push) > tint * largest for tint in _TINTS) if abs(word.push) >= _MIN_PUSH else 0
        if depth and word.end > position:
            start = max(word.start, position)
            spans += [
                Span(mistake.text[position:start]),
                Span(mistake.text[start : word.end], word.push > 0, depth),
            ]
            position = word.end
    return [span for span in (*spans, Span(mistake.text[position:])) if span.text]
