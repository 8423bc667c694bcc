"""The figures of a report; scikit-learn computes them."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.runs.metrics import wilson_interval

CALIBRATION_BINS = 15  # as in Guo et al., 2017
_LENGTH_BINS = 8
_LENGTH_BIN_REVIEWS = 25  # fewer would tell nothing
_POINTS = 200  # of a curve


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of some reviews are right.

    Args:
        right: So many.
        reviews: Of so many.
        accuracy: Their quotient.
        low: The lower end of its 95 % interval (Wilson, 1927).
        high: The upper end.
    """

    right: int
    reviews: int
    accuracy: float
    low: float
    high: float


class LabelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How well one label is told from the rest.

    Args:
        label: It.
        reviews: That have it.
        precision: Share of those that got it and have it.
        recall: Share of those that have it and got it.
        f1: The harmonic mean of both.
        roc_auc: Area under the ROC curve; None if all reviews or none have the label.
        average_precision: The step-wise area under the precision-recall curve; None likewise.
        roc: The curve: false positive rates, then true positive rates. At most 200 points.
        precision_recall: The curve: recalls, then precisions. At most 200 points.
    """

    label: str
    reviews: int
    precision: float
    recall: float
    f1: float
    roc_auc: float | None
    average_precision: float | None
    roc: tuple[list[float], list[float]] | None
    precision_recall: tuple[list[float], list[float]] | None


class Confidence(msgspec.Struct, frozen=True, kw_only=True):
    """Reviews whose likeliest label has about the same probability.

    Args:
        reviews: How many they are.
        confidence: The mean of those probabilities.
        accuracy: The share that is right.
    """

    reviews: int
    confidence: float
    accuracy: float


class Length(msgspec.Struct, frozen=True, kw_only=True):
    """Reviews of about the same length: from ``first`` to ``last`` tokens."""

    first: int
    last: int
    share: Share


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How good a network is on some reviews.

    Args:
        overall: Its accuracy.
        macro_f1: The mean of the labels' F1, each label alike.
        log_loss: The mean cross-entropy, in nats.
        calibration_error: The expected calibration error of the likeliest label in 15 bins of equal width
            (Guo et al., 2017).
        labels: The network's, in its order.
        confusion: How often the first label was taken for the second, (true, predicted).
        calibration: The bins that are not empty.
        lengths: The accuracy by the review's length, in bins of about as many reviews.
    """

    overall: Share
    macro_f1: float
    log_loss: float
    calibration_error: float
    labels: list[LabelFigures]
    confusion: list[list[int]]
    calibration: list[Confidence]
    lengths: list[Length]


def share_of(right: int, reviews: int) -> Share:
    """So many right ones of so many reviews, with Wilson's interval."""
    low, high = wilson_interval(right / reviews, reviews)
    return Share(right=right, reviews=reviews, accuracy=right / reviews, low=low, high=high)


def measure(
    labels: list[str],
    truths: NDArray[np.int64],
    probabilities: NDArray[np.float32],
    tokens: NDArray[np.int64],
) -> Figures:
    """Compute all figures.

    Args:
        labels: The network's labels.
        truths: The place of each review's true label, shape (reviews,); at least one review.
        probabilities: Shape (reviews, labels).
        tokens: How long each review is, shape (reviews,).
    """
    from sklearn.metrics import confusion_matrix, log_loss, precision_recall_fscore_support

    places, predicted = np.arange(len(labels)), probabilities.argmax(axis=1)
    right = predicted == truths
    scores = precision_recall_fscore_support(truths, predicted, labels=places, zero_division=0)
    bins = calibration(probabilities.max(axis=1), right)
    return Figures(
        overall=share_of(int(right.sum()), len(right)),
        macro_f1=float(scores[2].mean()),
        log_loss=float(log_loss(truths, probabilities, labels=places)),
        calibration_error=sum(b.reviews * abs(b.accuracy - b.confidence) for b in bins) / len(truths),
        labels=[
            _one_against_rest(label, truths == place, probabilities[:, place], *(s[place] for s in scores))
            for place, label in enumerate(labels)
        ],
        confusion=confusion_matrix(truths, predicted, labels=places).tolist(),
        calibration=bins,
        lengths=_by_length(tokens, right),
    )


def _one_against_rest(
    label: str,
    has_it: NDArray[np.bool_],
    probability: NDArray[np.float32],
    precision: float,
    recall: float,
    f1: float,
    reviews: int,
) -> LabelFigures:
    from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

    curves = {}
    both = 0 < reviews < len(has_it)
    if both:
        precisions, recalls, _ = precision_recall_curve(has_it, probability, drop_intermediate=True)
        false, true, _ = roc_curve(has_it, probability)
        curves = {"roc": _thinned(false, true), "precision_recall": _thinned(recalls, precisions)}
    return LabelFigures(
        label=label,
        reviews=int(reviews),
        precision=float(precision),
        recall=float(recall),
        f1=float(f1),
        roc_auc=float(roc_auc_score(has_it, probability)) if both else None,
        average_precision=float(average_precision_score(has_it, probability)) if both else None,
        roc=curves.get("roc"),
        precision_recall=curves.get("precision_recall"),
    )


def _thinned(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[list[float], list[float]]:
    """At most 200 of a curve's points, evenly along its length, both ends among them."""
    if len(x) > _POINTS:
        along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        keep = np.unique(np.searchsorted(along, np.linspace(0, along[-1], _POINTS)))
        x, y = x[keep], y[keep]
    return np.round(x, 6).tolist(), np.round(y, 6).tolist()


def calibration(confidence: NDArray[np.floating], right: NDArray[np.bool_]) -> list[Confidence]:
    """What becomes of reviews in 15 bins of confidence, of equal width; empty ones are left out.

    Args:
        confidence: The probability of each review's likeliest label.
        right: Whether that is its true label.
    """
    from sklearn.calibration import calibration_curve

    confidence = confidence.astype(np.float64)
    accuracies, means = calibration_curve(right, confidence, n_bins=CALIBRATION_BINS)
    inner_edges = np.linspace(0, 1, CALIBRATION_BINS + 1)[1:-1]  # as calibration_curve has them
    counts = np.bincount(np.searchsorted(inner_edges, confidence), minlength=CALIBRATION_BINS)
    return [
        Confidence(reviews=reviews, confidence=float(mean), accuracy=float(accuracy))
        for reviews, mean, accuracy in zip(counts[counts > 0].tolist(), means, accuracies, strict=True)
    ]


def _by_length(tokens: NDArray[np.int64], right: NDArray[np.bool_]) -> list[Length]:
    count = max(1, min(_LENGTH_BINS, len(tokens) // _LENGTH_BIN_REVIEWS))
    edges = np.unique(np.quantile(tokens, np.linspace(0, 1, count + 1), method="higher"))
    bins = np.searchsorted(edges[1:-1], tokens, side="right")
    lengths = []
    for place in np.unique(bins):
        inside = bins == place
        first, last = int(tokens[inside].min()), int(tokens[inside].max())
        lengths.append(
            Length(first=first, last=last, share=share_of(int(right[inside].sum()), int(inside.sum())))
        )
    return lengths
