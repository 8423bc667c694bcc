"""The metrics of a report, compared with hand-computed values, scikit-learn and SciPy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn import metrics

from seqtui.errors import InputError
from seqtui.reporting.compare import mcnemar
from seqtui.reporting.figures import accuracy_of, calibration_bins, measure
from seqtui.scoring.decision import DecisionRule


def four_labels(reviews: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    random = np.random.default_rng(3)
    y_true = random.integers(0, 4, reviews)
    scores = random.dirichlet(np.ones(4), reviews) + 0.5 * np.eye(4)[y_true]
    return y_true, (scores / scores.sum(axis=1, keepdims=True)).astype(np.float32)


def test_metrics_equal_hand_computed_values() -> None:
    y_true = np.array([0, 0, 0, 1, 1, 2])
    of_b = np.array([0.1, 0.3, 0.7, 0.8, 0.6, 0.1], np.float32)
    probabilities = np.stack([0.9 - of_b, of_b, np.full(6, 0.1, np.float32)], axis=1)
    found = measure(["a", "b", "c"], y_true, probabilities, np.array([5, 9, 9, 2, 7, 3]))
    assert (found.overall.correct, found.overall.reviews) == (4, 6)
    assert found.confusion == [[2, 1, 0], [0, 2, 0], [1, 0, 0]]
    a, b, c = found.labels
    assert (a.precision, a.recall, a.reviews) == pytest.approx((2 / 3, 2 / 3, 3))
    assert (b.precision, b.recall, b.f1) == pytest.approx((2 / 3, 1, 0.8))
    assert (c.precision, c.recall, c.f1) == (0, 0, 0)
    assert found.macro_f1 == pytest.approx((2 / 3 + 0.8 + 0) / 3)
    assert b.roc_auc == 1 - 1 / 8  # one of eight pairs, 0.7 before 0.6, is in the wrong order
    assert [(length.first, length.last) for length in found.lengths] == [(2, 9)]


def test_a_label_without_reviews_has_no_curves() -> None:
    found = measure(["a", "b"], np.array([0, 0]), np.array([[0.9, 0.1], [0.4, 0.6]]), np.array([1, 2]))
    assert [(label.roc_auc, label.roc, label.average_precision) for label in found.labels] == [
        (None,) * 3
    ] * 2
    assert found.labels[1].recall == 0


def test_many_labels_agree_with_scikit_learn() -> None:
    y_true, probabilities = four_labels(3000)
    found = measure(list("abcd"), y_true, probabilities, np.arange(3000))
    y_pred = probabilities.argmax(axis=1)
    report = metrics.classification_report(y_true, y_pred, target_names=list("abcd"), output_dict=True)
    assert found.overall.accuracy == report["accuracy"]
    assert found.macro_f1 == pytest.approx(report["macro avg"]["f1-score"])
    ovr = metrics.roc_auc_score(y_true, probabilities.astype(float), multi_class="ovr", average=None)
    for label, auc in zip(found.labels, ovr, strict=True):
        assert label.precision == pytest.approx(report[label.label]["precision"])
        assert label.reviews == report[label.label]["support"]
        assert label.roc_auc == pytest.approx(auc)
        assert label.roc is not None
        assert len(label.roc[0]) <= 200
        assert metrics.auc(*label.roc) == pytest.approx(auc, abs=2e-3)  # the thinned curve is the curve
        assert (label.roc[0][0], label.roc[1][-1]) == (0, 1)
    assert sum(length.accuracy.reviews for length in found.lengths) == 3000
    assert sum(length.accuracy.correct for length in found.lengths) == found.overall.correct
    assert len(found.lengths) == 8


def test_unsure_reviews_are_not_counted_in_the_accuracy() -> None:
    rule = DecisionRule(("a", "b"), 0.6, 0.1)
    probabilities = np.array([[0.4, 0.6], [0.1, 0.9], [0.8, 0.2], [0.45, 0.55]], np.float32)
    found = measure(["a", "b"], np.array([1, 1, 1, 0]), probabilities, np.array([1, 2, 3, 4]), rule)
    assert (found.overall.correct, found.overall.reviews, found.unsure) == (1, 2, 2)
    assert found.confusion == [[0, 0, 1], [1, 1, 1]]
    assert found.labels[1].recall == pytest.approx(1 / 3)
    with pytest.raises(InputError, match="every review is unsure; export the run again with a smaller --abs"):
        measure(["a", "b"], np.array([1]), probabilities[:1], np.array([1]), rule)


@given(st.lists(st.tuples(st.floats(0.25, 1, width=32), st.booleans()), min_size=1, max_size=60))
def test_calibration_bins(reviews: list[tuple[float, bool]]) -> None:
    bins = calibration_bins(np.array([c for c, _ in reviews], np.float32), np.array([r for _, r in reviews]))
    expected: dict[int, list[tuple[float, bool]]] = {}
    for confidence, correct in reviews:
        bin_index = next(k for k in range(15) if k == 14 or confidence <= np.linspace(0, 1, 16)[k + 1])
        expected.setdefault(bin_index, []).append((confidence, correct))
    assert [found.reviews for found in bins] == [len(expected[k]) for k in sorted(expected)]
    for found, bin_index in zip(bins, sorted(expected), strict=True):
        assert found.confidence == pytest.approx(np.mean([c for c, _ in expected[bin_index]]))
        assert found.accuracy == pytest.approx(np.mean([r for _, r in expected[bin_index]]))


@given(st.integers(1, 400), st.data())
def test_wilsons_interval(reviews: int, data: st.DataObject) -> None:
    correct = data.draw(st.integers(0, reviews))
    share, z, p = accuracy_of(correct, reviews), 1.959963984540054, correct / reviews
    centre = (p + z * z / (2 * reviews)) / (1 + z * z / reviews)
    half = z / (1 + z * z / reviews) * math.sqrt(p * (1 - p) / reviews + z * z / (4 * reviews**2))
    assert (share.low, share.high) == pytest.approx((max(0, centre - half), min(1, centre + half)), abs=1e-9)
    expected = binomtest(correct, reviews).proportion_ci(0.95, "wilson")
    assert (share.low, share.high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert share.low <= correct / reviews <= share.high
    assert (share.low == 0, share.high == 1) == (correct == 0, correct == reviews)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=80))
def test_mcnemars_test(reviews: list[tuple[bool, bool]]) -> None:
    first, second = (np.array(side) for side in zip(*reviews, strict=True))
    pair = mcnemar("a", first, "b", second)
    only_first, only_second = sum(a and not b for a, b in reviews), sum(b and not a for a, b in reviews)
    assert (pair.only_first, pair.only_second) == (only_first, only_second)
    assert pair.both_correct + pair.only_first + pair.only_second + pair.neither == len(reviews)
    differ = only_first + only_second
    tail = sum(math.comb(differ, k) for k in range(min(only_first, only_second) + 1)) / 2**differ
    assert pair.p_value == pytest.approx(min(1, 2 * tail))
    assert pair.difference == pytest.approx(first.mean() - second.mean())
