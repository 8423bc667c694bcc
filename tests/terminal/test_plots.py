import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.runs.curves import VIEWS, Curves
from seqtui.runs.events import Batch, Epoch, Started
from seqtui.runs.progress import RunProgress
from seqtui.terminal.plots import Curve, ticks
from seqtui.tui.widgets.bars import bar, epoch_bars
from seqtui.tui.widgets.plot import plot
from tests.tui.conftest import STATES


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [1, 40, 60, 120])
def test_bars_do_not_exceed_their_width(state: str, width: int) -> None:
    progress = RunProgress(3)
    for event in STATES[state]:
        progress = progress.after(event)
    lines = epoch_bars(progress, width, 5, ascii_only=True).plain.split("\n")
    assert len(lines) == 2 + progress.epochs_expected
    if width >= 40:
        assert all(len(line) <= width for line in lines), lines


def test_a_finished_epoch_shows_its_metrics_and_a_running_one_its_progress() -> None:
    progress = RunProgress(3)
    for event in STATES["running"]:
        progress = progress.after(event)
    text = epoch_bars(progress, 100, 5, ascii_only=True).plain
    assert "68.33%*" in text
    assert "13/20" in text
    first, second = text.split("\n")[1:3]
    assert "-" not in first.split("0.7")[0]
    assert 0 < second.count("-") < second.count("#")


@given(share=st.floats(-1, 2), width=st.integers(0, 200), ascii_only=st.booleans())
def test_a_bar_has_the_requested_width(share: float, width: int, ascii_only: bool) -> None:
    (filled, _), (rest, _) = bar(share, width, "red", ascii_only)
    assert len(filled) + len(rest) == width


@given(
    values=st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), max_size=40),
    width=st.integers(0, 150),
    height=st.integers(0, 40),
    log=st.booleans(),
    ascii_only=st.booleans(),
)
def test_a_plot_fits_for_all_values(
    values: list[float], width: int, height: int, log: bool, ascii_only: bool
) -> None:
    curve = Curve("loss", np.arange(len(values), dtype=float), np.array(values, float), "$primary", "o")
    drawn = plot([curve], width, height, log=log, ascii_only=ascii_only).plain
    if ascii_only:
        assert drawn.isascii()
    if width > 30 and height > 4:
        assert drawn.count("\n") < height


def test_a_rising_curve_rises() -> None:
    curve = Curve("a", np.array([0.0, 1.0]), np.array([0.0, 1.0]), "$primary")
    rows = plot([curve], 40, 12, log=False, ascii_only=True).plain.split("\n")[:10]
    columns = [row[7:].find(".") for row in rows]
    assert columns == sorted(columns, reverse=True)
    assert columns[-1] == 0


def test_a_batch_is_plotted_with_its_own_loss_instead_of_the_running_mean() -> None:
    curves = Curves()
    losses = [0.9, 0.3, 0.6]
    curves.add([
        Batch(epoch=1, batch=k, batches=3, loss=sum(losses[:k]) / k, accuracy=0.5, reviews_per_second=1.0)
        for k in (1, 2, 3)
    ])  # fmt: skip
    x, y = curves.train("loss", smooth=False)
    np.testing.assert_allclose(y, losses)
    np.testing.assert_allclose(x, [1 / 3, 2 / 3, 1])


def test_views_select_batches_and_thinning_respects_the_width() -> None:
    curves = Curves()
    curves.add(event for event in STATES["finished"] if isinstance(event, Batch | Epoch))
    full, recent, last = (curves.train("loss", view=view)[0] for view in VIEWS)
    assert len(full) > len(last) > len(recent) > 0
    assert last[0] >= 2
    assert len(curves.train("loss", width=7)[0]) == 7
    curves.add([Started(run="r", process_id=1, version="0")])
    assert len(curves.train("loss")[0]) == 0


@given(
    low=st.floats(-1e6, 1e6),
    span=st.floats(1e-3, 1e6),
    at_most=st.integers(5, 20),
)
def test_ticks_are_round_numbers_within_the_axis(low: float, span: float, at_most: int) -> None:
    shown = ticks(low, low + span, at_most)
    values = [value for value, _ in shown]
    steps = np.diff(values)
    assert 2 <= len(values) <= at_most
    assert low - span * 1e-6 <= values[0] < values[-1] <= low + span * (1 + 1e-6)
    np.testing.assert_allclose(steps, steps[0], rtol=1e-3)
    assert f"{steps[0]:.1e}"[:3] in ("1.0", "2.0", "5.0")


@pytest.mark.parametrize(
    ("values", "log", "labels"),
    [
        ([0.446, 0.956], False, ["0.9", "0.8", "0.7", "0.6", "0.5"]),
        ([0.05, 0.7], True, ["0.5", "0.2", "0.1", "0.05"]),
        ([1e-5, 3.0], True, ["1", "0.1", "0.01", "0.001", "0.0001", "1e-05"]),
        ([0.3, 0.32], True, ["0.320", "0.315", "0.310", "0.305", "0.300"]),
    ],
)
def test_the_y_axis_has_round_labels(values: list[float], log: bool, labels: list[str]) -> None:
    curve = Curve("a", np.array([1.0, 3.0]), np.array(values), "$primary")
    rows = plot([curve], 40, 14, log=log, ascii_only=True).plain.split("\n")
    assert [label for row in rows[:12] if (label := row[:6].strip())] == labels
    assert rows[12].split() == ["1", "2", "3"]  # epochs are integers


def test_a_single_point_is_drawn_at_its_epoch() -> None:
    curve = Curve("a", np.array([1.0]), np.array([0.8]), "$primary")
    rows = plot([curve], 40, 14, log=False, ascii_only=True).plain.split("\n")
    (column,) = {row.index("*") for row in rows if "*" in row}
    assert rows[12].split() == ["0", "1", "2"]
    assert abs(rows[12].index("1") - column) <= 1
