"""The pictures of a report: SVG to stand in the page, in the page's own colours, dark or light.

They hold numbers and our own words only; labels and names stand in the page around them.
"""

import io
import re
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from seqtui.reporting.figures import CALIBRATION_BINS, Confidence, Length
from seqtui.reporting.report import Learning
from seqtui.storage.environment import quiet_matplotlib

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Points = tuple[Sequence[float], Sequence[float]]

COLOURS = 6
"""Of lines that are told apart by colour; the next ones are dashed."""

# Stand-ins: the page's style sheet decides what they look like.
_INK, _GRID, _SURFACE, _QUIET = "#010101", "#010102", "#010103", "#010104"
_SERIES = [f"#0102{place:02x}" for place in range(1, COLOURS + 1)]
_VARIABLES = {
    _INK: "--muted", _GRID: "--grid", _SURFACE: "--surface", _QUIET: "--quiet",
    **{colour: f"--series-{place}" for place, colour in enumerate(_SERIES, 1)},
}  # fmt: skip
_FOR_THE_PAGE = (
    (r"<g id=[^>]*>", "<g>"),  # the same in every chart, and nothing refers to them
    (r"font-family: [^;]*; ", ""),
    (r"xlink:href", "href"),
    (r"\s*\n\s*", "\n"),
    (r"#010[12]0[0-9a-f]", lambda found: f"var({_VARIABLES[found[0]]})"),
)
_SIZE = (4.8, 3.5)  # inches of 72 units
_DASHES: list[tuple[float, ...]] = [(), (4, 2), (1, 1.5), (6, 2, 1, 2)]
_STYLE = {
    "axes.axisbelow": True, "axes.edgecolor": _INK, "axes.facecolor": "none", "axes.grid": True,
    "axes.labelcolor": _INK, "axes.linewidth": 0.8, "axes.spines.right": False, "axes.spines.top": False,
    "figure.facecolor": "none", "font.size": 9, "grid.color": _GRID, "grid.linewidth": 0.8,
    "lines.linewidth": 1.8, "lines.solid_capstyle": "round", "svg.fonttype": "none", "text.color": _INK,
    "text.parse_math": False, "xtick.color": _INK, "ytick.color": _INK,
}  # fmt: skip


def roc(curves: Sequence[Points]) -> str:
    """Receiver operating characteristics, a line a label; the diagonal is a guess."""

    def draw(axes: "Axes") -> None:
        axes.plot([0, 1], [0, 1], color=_QUIET, linewidth=1, linestyle=(0, (4, 3)))
        _lines(axes, curves)
        _unit_square(axes)
        axes.set(xlabel="false positive rate", ylabel="true positive rate")

    return _svg("roc", "ROC curve", draw)


def precision_recall(curves: Sequence[Points]) -> str:
    """Precision by recall, a line a label."""

    def draw(axes: "Axes") -> None:
        _lines(axes, curves)
        _unit_square(axes)
        axes.set(xlabel="recall", ylabel="precision")

    return _svg("precision-recall", "precision-recall curve", draw)


def reliability(bins: Sequence[Confidence]) -> str:
    """How often the likeliest label is right, by its probability; bars show how many reviews each bin has."""

    def draw(axes: "Axes") -> None:
        width = 1 / CALIBRATION_BINS
        total = sum(b.reviews for b in bins)
        centres = [(min(int(b.confidence / width - 1e-9), CALIBRATION_BINS - 1) + 0.5) * width for b in bins]
        axes.bar(centres, [b.reviews / total for b in bins], width * 0.9, color=_QUIET, alpha=0.35)
        axes.plot([0, 1], [0, 1], color=_QUIET, linewidth=1, linestyle=(0, (4, 3)))
        axes.plot(
            [b.confidence for b in bins], [b.accuracy for b in bins],
            color=_SERIES[0], marker="o", markersize=5, markeredgecolor=_SURFACE,
        )  # fmt: skip
        _unit_square(axes)
        axes.set(xlabel="probability of the likeliest label", ylabel="share that is right")

    return _svg("reliability", "calibration curve", draw)


def by_length(lengths: Sequence[Length]) -> str:
    """Accuracy with its interval by the review's length in tokens."""

    def draw(axes: "Axes") -> None:
        places = range(len(lengths))
        accuracies = [length.share.accuracy for length in lengths]
        below = [length.share.accuracy - length.share.low for length in lengths]
        above = [length.share.high - length.share.accuracy for length in lengths]
        axes.errorbar(
            places, accuracies, [below, above],
            color=_SERIES[0], fmt="o", markersize=6, markeredgecolor=_SURFACE, elinewidth=1.6,
        )  # fmt: skip
        axes.set_xticks(places, [f"{length.first}–\n{length.last}" for length in lengths])
        axes.grid(visible=False, axis="x")
        axes.set_xlim(-0.5, len(lengths) - 0.5)
        axes.set(xlabel="tokens", ylabel="accuracy")

    return _svg("by-length", "accuracy by length", draw)


def learning(curves: Learning, quantity: str) -> str:
    """A run's curves: training as a line, validation with a mark for each epoch."""

    def draw(axes: "Axes") -> None:
        axes.plot(*curves.train, color=_SERIES[1], linewidth=1.4)
        axes.plot(*curves.validation, color=_SERIES[0], marker="o", markersize=5, markeredgecolor=_SURFACE)
        _epochs(axes)
        axes.set_ylabel(quantity)

    return _svg(f"learning-{quantity}", f"{quantity} by epoch", draw)


def runs_by_epoch(curves: Sequence[Points], quantity: str) -> str:
    """Several runs' validation results by epoch."""

    def draw(axes: "Axes") -> None:
        _lines(axes, curves, marker="o", markersize=5, markeredgecolor=_SURFACE)
        _epochs(axes)
        axes.set_ylabel(f"validation {quantity}")

    return _svg(f"runs-{quantity}", f"validation {quantity} by epoch", draw)


def key(place: int) -> str:
    """What stands before a name in a legend: a bit of the line at that place."""
    pattern = " ".join(f"{2 * length:g}" for length in _dashes(place)) or "none"
    stroke = f"stroke: var(--series-{place % COLOURS + 1}); stroke-width: 3; stroke-dasharray: {pattern}"
    return f'<svg viewBox="0 0 24 6" aria-hidden="true"><path d="M 0 3 H 24" style="{stroke}"/></svg>'


def _lines(axes: "Axes", curves: Sequence[Points], **style: object) -> None:
    for place, (points, colour) in enumerate(zip(curves, cycle(_SERIES), strict=False)):
        axes.plot(*points, color=colour, dashes=_dashes(place), **style)  # type: ignore[arg-type]


def _dashes(place: int) -> tuple[float, ...]:
    return _DASHES[place // COLOURS % len(_DASHES)]


def _epochs(axes: "Axes") -> None:
    axes.set_xlabel("epochs")
    axes.locator_params(axis="x", integer=True)


def _unit_square(axes: "Axes") -> None:
    axes.set(xlim=(-0.01, 1.01), ylim=(-0.01, 1.01))


def _svg(name: str, title: str, draw: "Callable[[Axes], None]") -> str:
    """Draw one chart.

    Args:
        name: Makes the ids in it differ from those of the page's other charts.
        title: For those who do not see it.
        draw: Draws into the axes.
    """
    quiet_matplotlib()
    from matplotlib import style
    from matplotlib.figure import Figure

    file = io.StringIO()
    with style.context(["default", {**_STYLE, "svg.hashsalt": name}]):
        figure = Figure(figsize=_SIZE, layout="constrained")
        draw(figure.subplots())
        figure.savefig(file, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    svg = file.getvalue()
    body = svg[svg.index("</defs>", svg.index("<svg")) + len("</defs>") :]
    for pattern, instead in _FOR_THE_PAGE:
        body = re.sub(pattern, instead, body)
    box = " ".join(f"{72 * inches:g}" for inches in (0, 0, *_SIZE))
    return f'<svg viewBox="{box}" role="img" aria-label="{title}">{body}'
