import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.corpora.describe import describe, length_histogram
from seqtui.corpora.recommend import recommend


def test_short_texts_get_a_histogram_with_narrow_bins(tmp_path: Path) -> None:
    path = tmp_path / "tweets.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows([f"{row} " + "so " * (7 + row % 5), "ab"[row % 2]] for row in range(100))
    about = describe(str(path))
    assert (about.bin_tokens, about.max_tokens) == (1, 12)
    assert about.histogram == [0] * 8 + [20] * 5
    assert about.ranges() == [("8", 20), ("9", 20), ("10", 20), ("11", 20), ("12", 20)]


def test_one_very_long_review_does_not_widen_the_bins() -> None:
    width, counts = length_histogram(np.array([10] * 500 + [40_000]))
    assert width == 1
    assert (sum(counts), counts[10], counts[-1]) == (501, 500, 1)


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=300))
def test_every_review_is_counted_and_no_tail_is_empty(lengths: list[int]) -> None:
    width, counts = length_histogram(np.array(lengths))
    assert str(width).rstrip("0") in {"1", "2", "5"}
    assert len(counts) <= 24
    assert sum(counts) == len(lengths)
    assert counts[-1] > 0
    assert counts[0] == sum(length < width for length in lengths) or len(counts) == 1


@pytest.mark.parametrize(
    ("reviews", "labels", "median_tokens", "network"),
    [
        (999, 2, 20, "nb-ngrams"),
        (1000, 2, 99, "ngrams-gru"),
        (1000, 2, 100, "nb-ngrams"),
        (1000, 3, 100, "ngrams-gru"),
    ],
)
def test_a_network_is_recommended_by_size_labels_and_length(
    reviews: int, labels: int, median_tokens: float, network: str
) -> None:
    assert recommend(reviews, labels, median_tokens).network == network
