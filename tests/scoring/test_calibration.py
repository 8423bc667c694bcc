"""Temperature scaling and the expected calibration error."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from seqtui.reporting.figures import calibration_bins
from seqtui.scoring.calibration import (
    Calibration,
    calibrated,
    calibration_error,
    fit_temperature,
    is_significant,
)


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def reviews(count: int, classes: int, factor: float) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return true labels, and the probabilities of a network that is too confident by a factor."""
    random = np.random.default_rng(classes)
    logits = 2 * random.normal(size=(count, classes))
    y_true = np.array([random.choice(classes, p=row) for row in softmax(logits)], np.int32)
    return y_true, softmax(factor * logits).astype(np.float32)


@pytest.mark.parametrize(("classes", "factor"), [(2, 3.0), (2, 0.5), (5, 1.8), (5, 1.0)])
def test_the_temperature_has_the_lowest_log_loss(classes: int, factor: float) -> None:
    y_true, probabilities = reviews(20_000, classes, factor)

    def loss(logarithm: float) -> float:
        scaled = softmax(np.log(probabilities.astype(float)) / np.exp(logarithm))
        return float(-np.log(scaled[np.arange(20_000), y_true]).mean())

    best = minimize_scalar(loss, bounds=(-2, 2), method="bounded", options={"xatol": 1e-6})
    temperature = fit_temperature(y_true, probabilities)
    assert temperature == pytest.approx(np.exp(best.x), rel=2e-3)
    assert temperature == pytest.approx(factor, rel=0.05)
    after = calibrated(probabilities, temperature)
    assert calibration_error(y_true, after) < 0.015
    if factor != 1:
        assert calibration_error(y_true, after) < calibration_error(y_true, probabilities) / 2


def test_a_temperature_must_be_better_by_more_than_chance() -> None:
    from_a_calibrated_network = [reviews(300, classes, 1.0) for classes in range(2, 42)]
    too_confident = [reviews(300, classes, 2.0) for classes in range(2, 42)]
    used = [
        sum(is_significant(*found, fit_temperature(*found)) for found in several)
        for several in (from_a_calibrated_network, too_confident)
    ]
    assert used[0] <= 6  # one of twenty by chance
    assert used[1] == 40


@pytest.mark.parametrize("confidence", [0.6, 0.9, 1.0])
def test_a_network_without_mistakes_gets_no_certainty(confidence: float) -> None:
    probabilities = np.array([[confidence, 1 - confidence]] * 100, np.float32)
    after = calibrated(probabilities, fit_temperature(np.zeros(100, np.int32), probabilities))
    assert 0.95 < after[0, 0] < 0.995


_ROWS = st.lists(st.lists(st.floats(-8, 8), min_size=3, max_size=3), min_size=1, max_size=9)


@given(_ROWS, st.floats(0.1, 10))
def test_scaling_keeps_the_labels_and_can_be_undone(rows: list[list[float]], temperature: float) -> None:
    before = softmax(np.array(rows)).astype(np.float32)
    after = calibrated(before, temperature)
    assert np.isfinite(after).all()
    assert after.sum(axis=1) == pytest.approx(np.ones(len(rows)), abs=1e-6)
    of_label = before.argmax(axis=1)
    assert (after[np.arange(len(rows)), of_label] == after.max(axis=1)).all()
    if temperature > 1:
        assert calibrated(after, 1 / temperature) == pytest.approx(before, abs=1e-4)


@given(st.lists(st.tuples(st.floats(0.5, 1, width=32), st.integers(0, 1)), min_size=1, max_size=60))
def test_the_error_is_that_of_the_bins(found: list[tuple[float, int]]) -> None:
    confidence = np.array([value for value, _ in found], np.float32)
    probabilities, y_true = np.stack([confidence, 1 - confidence], axis=1), np.array([y for _, y in found])
    bins = calibration_bins(confidence, probabilities.argmax(axis=1) == y_true)
    expected = sum(b.reviews * abs(b.accuracy - b.confidence) for b in bins) / len(found)
    assert calibration_error(y_true, probabilities) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("text", ["", "null", "{}", '{"temperature":0.0,"reviews":1}', '{"temperature":"2"}'])
def test_damaged_metadata_are_no_calibration(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        msgspec.json.decode(text, type=Calibration)
