"""Charts of a report as inline SVG, in the colours of the page, dark or light.

The charts contain only numbers and fixed texts; class names and run names are in the page around them.
"""

import io
import re
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from seqtui.reporting.figures import CalibrationBin, LengthBin
from seqtui.reporting.report import LearningCurve
from seqtui.scoring.calibration import BINS
from seqtui.storage.environment import quiet_matplotlib

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Points = tuple[Sequence[float], Sequence[float]]

COLOURS = 6
"""Number of line colours. Further lines use the same colours with dashes."""

# Placeholders, which are replaced by variables of the page's style sheet.
_INK, _GRID, _SURFACE, _QUIET = "#010101", "#010102", "#010103", "#010104"
_SERIES = [f"#0102{number:02x}" for number in range(1, COLOURS + 1)]
_VARIABLES = {
    _INK: "--muted", _GRID: "--grid", _SURFACE: "--surface", _QUIET: "--quiet",
    **{colour: f"--series-{number}" for number, colour in enumerate(_SERIES, 1)},
}  # fmt: skip
_REPLACEMENTS = (
    (r"<g id=[^>]*>", "<g>"),  # the same in every chart, and nothing refers to them
    (r"font-family: [^;]*; ", ""),
    (r"xlink:href", "href"),
    (r"\s*\n\s*", "\n"),
    (r"#010[12]0[0-9a-f]", lambda found: f"var({_VARIABLES[found[0]]})"),
)
_SIZE = (4.8, 3.5)  # inches; 72 SVG units per inch
_DASHES: list[tuple[float, ...]] = [(), (4, 2), (1, 1.5), (6, 2, 1, 2)]
_STYLE = {
    "axes.axisbelow": True, "axes.edgecolor": _INK, "axes.facecolor": "none", "axes.grid": True,
    "axes.labelcolor": _INK, "axes.linewidth": 0.8, "axes.spines.right": False, "axes.spines.top": False,
    "figure.facecolor": "none", "font.size": 9, "grid.color": _GRID, "grid.linewidth": 0.8,
    "lines.linewidth": 1.8, "lines.solid_capstyle": "round", "svg.fonttype": "none", "text.color": _INK,
    "text.parse_math": False, "xtick.color": _INK, "ytick.color": _INK,
}  # fmt: skip


def roc(curves: Sequence[Points]) -> str:
    """Draw ROC curves, one line per class, and the diagonal of a random guess.

    Args:
        curves: False positive rates and true positive rates of each class.
    """

    def draw(axes: "Axes") -> None:
        axes.plot([0, 1], [0, 1], color=_QUIET, linewidth=1, linestyle=(0, (4, 3)))
        _lines(axes, curves)
        _unit_square(axes)
        axes.set(xlabel="false positive rate", ylabel="true positive rate")

    return _svg("roc", "ROC curve", draw)


def precision_recall(curves: Sequence[Points]) -> str:
    """Draw precision by recall, one line per class.

    Args:
        curves: Recalls and precisions of each class.
    """

    def draw(axes: "Axes") -> None:
        _lines(axes, curves)
        _unit_square(axes)
        axes.set(xlabel="recall", ylabel="precision")

    return _svg("precision-recall", "precision-recall curve", draw)


def reliability(bins: Sequence[CalibrationBin]) -> str:
    """Draw a reliability diagram: accuracy by predicted probability, with bars for the reviews per bin."""

    def draw(axes: "Axes") -> None:
        width = 1 / BINS
        total = sum(b.reviews for b in bins)
        centres = [(min(int(b.confidence / width - 1e-9), BINS - 1) + 0.5) * width for b in bins]
        axes.bar(centres, [b.reviews / total for b in bins], width * 0.9, color=_QUIET, alpha=0.35)
        axes.plot([0, 1], [0, 1], color=_QUIET, linewidth=1, linestyle=(0, (4, 3)))
        axes.plot(
            [b.confidence for b in bins], [b.accuracy for b in bins],
            color=_SERIES[0], marker="o", markersize=5, markeredgecolor=_SURFACE,
        )  # fmt: skip
        _unit_square(axes)
        axes.set(xlabel="probability of the predicted label", ylabel="accuracy")

    return _svg("reliability", "calibration curve", draw)


def by_length(bins: Sequence[LengthBin]) -> str:
    """Draw accuracy by review length in tokens, with 95 % confidence intervals."""

    def draw(axes: "Axes") -> None:
        positions = range(len(bins))
        accuracies = [b.accuracy.accuracy for b in bins]
        below = [b.accuracy.accuracy - b.accuracy.low for b in bins]
        above = [b.accuracy.high - b.accuracy.accuracy for b in bins]
        axes.errorbar(
            positions, accuracies, [below, above],
            color=_SERIES[0], fmt="o", markersize=6, markeredgecolor=_SURFACE, elinewidth=1.6,
        )  # fmt: skip
        axes.set_xticks(
            positions, [f"{b.first}" if b.first == b.last else f"{b.first}–\n{b.last}" for b in bins]
        )
        axes.grid(visible=False, axis="x")
        axes.set_xlim(-0.5, len(bins) - 0.5)
        axes.set(xlabel="tokens", ylabel="accuracy")
        _end_at_one(axes)

    return _svg("by-length", "accuracy by length", draw)


def learning(curves: LearningCurve, quantity: str) -> str:
    """Draw the learning curves of a run: training as a line, validation with a marker per epoch.

    Args:
        curves: Training and validation curve.
        quantity: ``"loss"`` or ``"accuracy"``.
    """

    def draw(axes: "Axes") -> None:
        axes.plot(*curves.train, color=_SERIES[1], linewidth=1.4)
        axes.plot(*curves.validation, color=_SERIES[0], marker="o", markersize=5, markeredgecolor=_SURFACE)
        _epochs(axes)
        axes.set_ylabel(quantity)
        if quantity == "accuracy":
            _end_at_one(axes)

    return _svg(f"learning-{quantity}", f"{quantity} by epoch", draw)


def runs_by_epoch(curves: Sequence[Points], quantity: str) -> str:
    """Draw the validation results of several runs by epoch.

    Args:
        curves: Epochs and values of each run.
        quantity: ``"loss"`` or ``"accuracy"``.
    """

    def draw(axes: "Axes") -> None:
        _lines(axes, curves, marker="o", markersize=5, markeredgecolor=_SURFACE)
        _epochs(axes)
        axes.set_ylabel(f"validation {quantity}")
        if quantity == "accuracy":
            _end_at_one(axes)

    return _svg(f"runs-{quantity}", f"validation {quantity} by epoch", draw)


def legend_line(index: int) -> str:
    """Draw a piece of a line for a legend.

    Args:
        index: Index of the line in its chart.
    """
    pattern = " ".join(f"{2 * length:g}" for length in _dashes(index)) or "none"
    stroke = f"stroke: var(--series-{index % COLOURS + 1}); stroke-width: 3; stroke-dasharray: {pattern}"
    return f'<svg viewBox="0 0 24 6" aria-hidden="true"><path d="M 0 3 H 24" style="{stroke}"/></svg>'


def _lines(axes: "Axes", curves: Sequence[Points], **style: object) -> None:
    for index, (points, colour) in enumerate(zip(curves, cycle(_SERIES), strict=False)):
        axes.plot(*points, color=colour, dashes=_dashes(index), **style)  # type: ignore[arg-type]


def _dashes(index: int) -> tuple[float, ...]:
    return _DASHES[index // COLOURS % len(_DASHES)]


def _epochs(axes: "Axes") -> None:
    axes.set_xlabel("epochs")
    axes.locator_params(axis="x", integer=True)


def _end_at_one(axes: "Axes") -> None:
    """Let the axis of an accuracy end at 1, with room for a marker."""
    axes.set_ylim(top=min(1.01, axes.get_ylim()[1]))


def _unit_square(axes: "Axes") -> None:
    axes.set(xlim=(-0.01, 1.01), ylim=(-0.01, 1.01))


def _svg(name: str, title: str, draw: "Callable[[Axes], None]") -> str:
    """Draw one chart.

    Args:
        name: Name of the chart, which makes its element ids unique in the page.
        title: Description for screen readers.
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
    for pattern, replacement in _REPLACEMENTS:
        body = re.sub(pattern, replacement, body)
    box = " ".join(f"{72 * inches:g}" for inches in (0, 0, *_SIZE))
    return f'<svg viewBox="{box}" role="img" aria-label="{title}">{body}'
