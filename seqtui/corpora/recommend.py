"""Which network suits a set of reviews."""

from typing import NamedTuple

_FEW = 1000  # training reviews
_LONG = 100  # tokens
_WITH_NGRAMS = ("nb-ngrams", "ngrams-gru")


class Recommendation(NamedTuple):
    """A network and why it is recommended.

    Args:
        network: Name in the catalogue.
        reason: Why, in a few words.
    """

    network: str
    reason: str


def recommend(reviews: int, labels: int, median_tokens: float) -> Recommendation:
    """Return the network of the catalogue that suits a set of reviews.

    Source: ``python -m benchmarks.few_reviews``.

    Args:
        reviews: Number of training reviews.
        labels: Number of labels.
        median_tokens: Median length of a review.

    Example:
        >>> recommend(300, 2, 20).network, recommend(20_000, 5, 20).network
        ('nb-ngrams', 'ngrams-gru')
    """
    if reviews < _FEW:
        return Recommendation("nb-ngrams", f"the most accurate with fewer than {_FEW:,} training reviews")
    if labels == 2 and median_tokens >= _LONG:
        return Recommendation("nb-ngrams", "on long reviews with two labels, accurate and trained in seconds")
    kind = "short texts" if median_tokens < _LONG else "more than two labels"
    return Recommendation("ngrams-gru", f"the most accurate on {kind}")


def more_accurate(network: str, reviews: int) -> list[str]:
    """Return a line if other networks are much more accurate with so few reviews, else none.

    Args:
        network: Name of the network that is trained.
        reviews: Number of training reviews.

    Example:
        >>> more_accurate("cnn-lstm", 300)
        ['network: nb-ngrams is the most accurate with fewer than 1,000 training reviews']
        >>> more_accurate("cnn-lstm", 3000)
        []
    """
    if reviews >= _FEW or network in _WITH_NGRAMS:
        return []
    better = recommend(reviews, 2, 0)
    return [f"network: {better.network} is {better.reason}"]
