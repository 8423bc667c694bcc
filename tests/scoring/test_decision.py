"""Thresholds: the bounds of the band, its label, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.scoring.decision import DecisionRule


def labels(rule: DecisionRule, *of_second: float) -> list[str]:
    second = np.array(of_second, np.float32)
    chosen = rule.choose(np.stack([1 - second, second], axis=1))
    return [rule.label_names[index] for index in chosen]


def test_the_threshold_itself_is_the_second_label() -> None:
    rule = DecisionRule.of(("bad", "good"), 0.62)
    below = float(np.nextafter(np.float32(0.62), np.float32(0)))
    assert labels(rule, 0, 0.5, below, 0.62, 1) == ["bad", "bad", "bad", "good", "good"]


def test_reviews_inside_the_band_are_unsure() -> None:
    rule = DecisionRule.of(("bad", "good"), 0.62, 0.1)
    below = float(np.nextafter(np.float32(0.52), np.float32(0)))
    assert labels(rule, 0, below, 0.52, 0.62, 0.719, 0.72, 1) == [
        "bad", "bad", "unsure", "unsure", "unsure", "good", "good",
    ]  # fmt: skip


def test_the_probability_is_that_of_the_label() -> None:
    rule = DecisionRule.of(("bad", "good"), 0.7, 0.1)
    rows = np.array([[0.25, 0.75], [0.45, 0.55], [0.15, 0.85]], np.float32)
    chosen = rule.choose(rows)
    assert rule.probability(rows, chosen).tolist() == rows[[0, 1, 2], [1, 0, 1]].tolist()


def test_a_band_alone_is_around_one_half_and_no_threshold_is_the_most_probable_label() -> None:
    assert DecisionRule.of(("bad", "good"), None, 0.2) == DecisionRule(("bad", "good"), 0.5, 0.2)
    rows = np.array([[0.2, 0.5, 0.3], [0.4, 0.2, 0.4]], np.float32)
    assert DecisionRule.of(("a", "b", "c")).choose(rows).tolist() == [1, 0]


@pytest.mark.parametrize(
    ("class_names", "unsure"),
    [(("bad", "good"), "unsure"), (("Unsure ", "good"), "undecided"), (("undecided", "unsure"), "abstained")],
)
def test_the_label_of_unsure_reviews_is_no_class_name(class_names: tuple[str, str], unsure: str) -> None:
    assert DecisionRule.of(class_names, 0.5, 0.1).label_names == (*class_names, unsure)


@pytest.mark.parametrize(
    ("threshold", "abstain", "problem"),
    [
        (1.2, None, "--threshold 1.2: must be above 0 and below 1"),
        (0, None, "--threshold 0: must be above 0 and below 1"),
        (1, None, "--threshold 1: must be above 0 and below 1"),
        (float("nan"), None, "--threshold nan: must be above 0 and below 1"),
        (0.6, -0.1, "--abstain -0.1: must be 0 or more"),
        (0.6, float("nan"), "--abstain nan: must be 0 or more"),
        (0.6, float("inf"), "--abstain inf: must be 0 or more"),
        (
            0.8,
            0.25,
            "--abstain 0.25: the band around the threshold 0.8 is from 0.55 to 1.05; it must be abo",
        ),
        (None, 0.5, "--abstain 0.5: the band around the threshold 0.5 is from 0 to 1; it must be above 0"),
    ],
)
def test_what_is_out_of_range_is_refused(
    threshold: float | None, abstain: float | None, problem: str
) -> None:
    with pytest.raises(InputError) as raised:
        DecisionRule.of(("bad", "good"), threshold, abstain)
    assert str(raised.value).startswith(problem)


def test_a_threshold_needs_two_labels() -> None:
    with pytest.raises(InputError, match="--threshold, --abstain: only for two labels; there are 3 here"):
        DecisionRule.of(("a", "b", "c"), 0.5)


@given(st.floats(0.01, 0.99), st.floats(0, 0.009))
def test_the_metadata_hold_the_same_rule(threshold: float, abstain: float) -> None:
    rule = DecisionRule.of(("bad", "good"), threshold, abstain)
    assert DecisionRule.from_json(("bad", "good"), rule.to_json()) == rule
