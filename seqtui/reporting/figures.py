"""Figures of a report, computed by scikit-learn."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.runs.metrics import wilson_interval
from seqtui.scoring.calibration import BINS, calibrated, calibration_error
from seqtui.scoring.decision import DecisionRule

_LENGTH_BINS = 8
_LENGTH_BIN_REVIEWS = 25  # minimum number of reviews in a bin
_POINTS = 200  # of a curve


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """An accuracy with its confidence interval.

    Args:
        correct: Number of correct predictions.
        reviews: Number of reviews.
        accuracy: ``correct / reviews``.
        low: Lower bound of the 95 % confidence interval (Wilson, 1927).
        high: Upper bound.
    """

    correct: int = msgspec.field(name="right")  # the name in stored reports
    reviews: int
    accuracy: float
    low: float
    high: float


class LabelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of one class against the rest, as in scikit-learn.

    Args:
        label: Class name.
        reviews: Number of reviews with this true label.
        precision: Precision, 0 to 1.
        recall: Recall, 0 to 1.
        f1: F1 score, 0 to 1.
        roc_auc: Area under the ROC curve; None if all reviews or none have this true label.
        average_precision: Average precision; None if all reviews or none have this true label.
        roc: False positive rates and true positive rates, at most 200 points, or None.
        precision_recall: Recalls and precisions, at most 200 points, or None.
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


class CalibrationBin(msgspec.Struct, frozen=True, kw_only=True):
    """Reviews with a similar probability of the predicted label.

    Args:
        reviews: Number of reviews.
        confidence: Mean probability of the predicted label.
        accuracy: Fraction of correct predictions.
    """

    reviews: int
    confidence: float
    accuracy: float


class LengthBin(msgspec.Struct, frozen=True, kw_only=True):
    """Reviews of similar length.

    Args:
        first: Number of tokens of the shortest review.
        last: Number of tokens of the longest review.
        accuracy: Accuracy on these reviews.
    """

    first: int
    last: int
    accuracy: Accuracy = msgspec.field(name="share")  # the name in stored reports


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a network on some reviews.

    Args:
        overall: Accuracy on all reviews that are not unsure.
        macro_f1: Unweighted mean of the F1 scores of all classes.
        log_loss: Mean cross-entropy, in nats.
        calibration_error: Expected calibration error of the most probable label, with 15 bins of equal width
            (Guo et al., 2017).
        labels: Figures of each class, in the order of the probabilities.
        confusion: Confusion matrix: one row per true label, one column per predicted label; with a band of
            unsure reviews, one more column for them.
        calibration: Calibration bins, without empty ones.
        lengths: Accuracy by review length, in bins with about the same number of reviews; without unsure
            ones.
        uncalibrated_error: Expected calibration error before the temperature of the file. Default: None, the
            file has none.
        unsure: Number of unsure reviews. Default: None, the rule has no band.
    """

    overall: Accuracy
    macro_f1: float
    log_loss: float
    calibration_error: float
    labels: list[LabelFigures]
    confusion: list[list[int]]
    calibration: list[CalibrationBin]
    lengths: list[LengthBin]
    uncalibrated_error: float | None = None
    unsure: int | None = None


def accuracy_of(correct: int, reviews: int) -> Accuracy:
    """Return an accuracy with its confidence interval.

    Args:
        correct: Number of correct predictions.
        reviews: Number of reviews, at least 1.

    Example:
        >>> accuracy_of(9, 10).accuracy
        0.9
    """
    low, high = wilson_interval(correct / reviews, reviews)
    return Accuracy(correct=correct, reviews=reviews, accuracy=correct / reviews, low=low, high=high)


def measure(
    class_names: list[str],
    y_true: NDArray[np.int64],
    probabilities: NDArray[np.float32],
    tokens: NDArray[np.int64],
    rule: DecisionRule | None = None,
    temperature: float | None = None,
) -> Figures:
    """Compute all figures.

    Args:
        class_names: Class names, in the order of the probabilities.
        y_true: Index of each review's true label, shape (reviews,). At least one review.
        probabilities: Probabilities of shape (reviews, classes).
        tokens: Number of tokens of each review, shape (reviews,).
        rule: How a label follows from the probabilities. Default: the most probable one.
        temperature: Temperature that the probabilities are calibrated with. Default: None, they are not.

    Raises:
        InputError: If every review is unsure.
    """
    from sklearn.metrics import confusion_matrix, log_loss, precision_recall_fscore_support

    rule = rule or DecisionRule(tuple(class_names))
    labels, y_pred = np.arange(len(class_names)), rule.choose(probabilities)
    decided = ~rule.is_unsure(y_pred)
    if not decided.any():
        raise InputError("every review is unsure; export the run again with a smaller --abstain")
    correct = (y_pred == y_true)[decided]
    scores = precision_recall_fscore_support(y_true, y_pred, labels=labels, zero_division=0)
    bins = calibration_bins(probabilities.max(axis=1), probabilities.argmax(axis=1) == y_true)
    confusion = confusion_matrix(y_true, y_pred, labels=np.arange(len(rule.label_names)))
    return Figures(
        overall=accuracy_of(int(correct.sum()), len(correct)),
        macro_f1=float(scores[2].mean()),
        log_loss=float(log_loss(y_true, probabilities, labels=labels)),
        calibration_error=calibration_error(y_true, probabilities),
        uncalibrated_error=(
            calibration_error(y_true, calibrated(probabilities, 1 / temperature)) if temperature else None
        ),
        labels=[
            _one_against_rest(name, y_true == label, probabilities[:, label], *(s[label] for s in scores))
            for label, name in enumerate(class_names)
        ],
        confusion=confusion[: len(labels)].tolist(),
        calibration=bins,
        lengths=_by_length(tokens[decided], correct),
        unsure=int(np.sum(~decided)) if rule.unsure else None,
    )


def _one_against_rest(
    name: str,
    is_label: NDArray[np.bool_],
    probability: NDArray[np.float32],
    precision: float,
    recall: float,
    f1: float,
    reviews: int,
) -> LabelFigures:
    from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

    curves = {}
    has_curves = 0 < reviews < len(is_label)
    if has_curves:
        precisions, recalls, _ = precision_recall_curve(is_label, probability, drop_intermediate=True)
        false, true, _ = roc_curve(is_label, probability)
        curves = {"roc": _thinned(false, true), "precision_recall": _thinned(recalls, precisions)}
    return LabelFigures(
        label=name,
        reviews=int(reviews),
        precision=float(precision),
        recall=float(recall),
        f1=float(f1),
        roc_auc=float(roc_auc_score(is_label, probability)) if has_curves else None,
        average_precision=float(average_precision_score(is_label, probability)) if has_curves else None,
        roc=curves.get("roc"),
        precision_recall=curves.get("precision_recall"),
    )


def _thinned(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[list[float], list[float]]:
    """Return at most 200 points of a curve, evenly spaced along it and including both ends."""
    if len(x) > _POINTS:
        along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        keep = np.unique(np.searchsorted(along, np.linspace(0, along[-1], _POINTS)))
        x, y = x[keep], y[keep]
    return np.round(x, 6).tolist(), np.round(y, 6).tolist()


def calibration_bins(confidence: NDArray[np.floating], correct: NDArray[np.bool_]) -> list[CalibrationBin]:
    """Split the reviews into 15 calibration bins of equal width, without empty ones.

    Args:
        confidence: Probability of each predicted label, shape (reviews,).
        correct: Whether each prediction is correct, shape (reviews,).
    """
    from sklearn.calibration import calibration_curve

    confidence = confidence.astype(np.float64)
    accuracies, means = calibration_curve(correct, confidence, n_bins=BINS)
    inner_edges = np.linspace(0, 1, BINS + 1)[1:-1]  # the same as in calibration_curve
    counts = np.bincount(np.searchsorted(inner_edges, confidence), minlength=BINS)
    return [
        CalibrationBin(reviews=reviews, confidence=float(mean), accuracy=float(accuracy))
        for reviews, mean, accuracy in zip(counts[counts > 0].tolist(), means, accuracies, strict=True)
    ]


def _by_length(tokens: NDArray[np.int64], correct: NDArray[np.bool_]) -> list[LengthBin]:
    count = max(1, min(_LENGTH_BINS, len(tokens) // _LENGTH_BIN_REVIEWS))
    edges = np.unique(np.quantile(tokens, np.linspace(0, 1, count + 1), method="higher"))
    bins = np.searchsorted(edges[1:-1], tokens, side="right")
    lengths = []
    for index in np.unique(bins):
        inside = bins == index
        first, last = int(tokens[inside].min()), int(tokens[inside].max())
        accuracy = accuracy_of(int(correct[inside].sum()), int(inside.sum()))
        lengths.append(LengthBin(first=first, last=last, accuracy=accuracy))
    return lengths
