"""The reviews that a run was evaluated on, with its predictions, to look for mistakes and wrong labels."""

from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora import Corpus, Reviews, read_corpus
from seqtui.corpora.corrections import Corrections, corrections_of, read_corrections_if_any
from seqtui.errors import InputError, nearest
from seqtui.runs import Run
from seqtui.runs.predictions import Part, Predictions, predictions_of
from seqtui.scoring.calibration import calibrated
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.exported import calibration_of, scorer_of
from seqtui.text import tokenize

_CHUNK = 2048  # reviews scored at once
_SMALLEST = 1e-12  # probability of a true label, so that the loss is finite


class EvaluatedReview(msgspec.Struct, frozen=True, kw_only=True):
    """A review with its true label and the run's prediction.

    Args:
        index: Position in the set, from 0.
        text: The review.
        label: Its label in the source, or the corrected one that the run was trained with.
        predicted: Predicted label; the label of unsure reviews inside the band of a threshold.
        probability: Probability of the predicted label, 0 to 1; for an unsure review, the highest one.
        loss: Cross-entropy in nats: minus the logarithm of the probability of ``label``.
        tokens: Number of tokens.
        corrected: Label that was decided since in the corrections file. Default: None.
        note: Note of this decision. Default: None.
        unsure: Whether the review is inside the band of a threshold. Default False.
    """

    index: int
    text: str
    label: str
    predicted: str
    probability: float
    loss: float
    tokens: int
    corrected: str | None = None
    note: str | None = None
    unsure: bool = False

    @property
    def is_mistake(self) -> bool:
        """Whether another label is predicted; an unsure review is no mistake."""
        return self.predicted != self.label and not self.unsure


class ThresholdFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What a threshold does to the second of two labels, as in scikit-learn.

    Args:
        label: The second label.
        precision: Fraction of the reviews predicted as this label that have it; 0 if none is.
        recall: Fraction of the reviews with this label that are predicted as it; unsure ones are not.
        f1: F1 score.
        unsure: Number of unsure reviews.
    """

    label: str
    precision: float
    recall: float
    f1: float
    unsure: int


@dataclass(frozen=True)
class EvaluatedSet:
    """The reviews of one set of a run, the highest loss first.

    Args:
        run: The run.
        part: The set.
        rule: How the predicted labels follow from the probabilities.
        predictions: True labels and probabilities, by :attr:`EvaluatedReview.index`. The probabilities are
            calibrated as those of an exported file.
        reviews: The reviews.
        corrections: The corrections file, which may not exist yet, with its content.
    """

    run: Run
    part: Part
    rule: DecisionRule
    predictions: Predictions
    reviews: list[EvaluatedReview]
    corrections: Corrections

    @property
    def class_names(self) -> tuple[str, ...]:
        """Class names, in the order of the network's probabilities."""
        return self.rule.class_names

    @property
    def confusion(self) -> NDArray[np.int64]:
        """Confusion matrix: one row per label, one column per predicted label.

        Shape (classes, classes); with a band of unsure reviews, there is one more column for them.
        """
        return _confusion(self.predictions, self.rule)

    def decided_by(self, threshold: float | None = None, abstain: float | None = None) -> "EvaluatedSet":
        """Return the same reviews with the labels that a file exported with a threshold predicts.

        Args:
            threshold: For two labels: probability of the second one from which it is predicted, above 0 and
                below 1. Default: the most probable label; 0.5 with ``abstain``.
            abstain: Half the width of the band around the threshold in which reviews are unsure. Default: no
                band.

        Raises:
            InputError: If there are more than two labels, or a number is out of range.
        """
        rule = DecisionRule.of(self.class_names, threshold, abstain)
        chosen = rule.choose(self.predictions.probabilities)
        probabilities = rule.probability(self.predictions.probabilities, chosen).tolist()
        unsure, labels = rule.is_unsure(chosen).tolist(), [rule.label_names[index] for index in chosen]
        reviews = [
            msgspec.structs.replace(
                review,
                predicted=labels[review.index],
                probability=probabilities[review.index],
                unsure=unsure[review.index],
            )
            for review in self.reviews
        ]
        return replace(self, rule=rule, reviews=reviews)

    def figures(self, threshold: float | None = None, abstain: float | None = None) -> ThresholdFigures:
        """Return precision, recall and F1 of the second of two labels for a threshold.

        Args:
            threshold: As for :meth:`decided_by`.
            abstain: As for :meth:`decided_by`.

        Raises:
            InputError: As for :meth:`decided_by`.
        """
        rule = DecisionRule.of(self.class_names, 0.5 if threshold is None else threshold, abstain)
        counts = _confusion(self.predictions, rule)
        correct, predicted, labelled = counts[1, 1], counts[:, 1].sum(), counts[1].sum()
        return ThresholdFigures(
            label=self.class_names[1],
            precision=float(correct / max(1, predicted)),
            recall=float(correct / max(1, labelled)),
            f1=float(2 * correct / max(1, predicted + labelled)),
            unsure=int(counts[:, 2:].sum()),
        )


class ReviewFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which reviews to show.

    Args:
        label: Only reviews with this label. Default: all.
        predicted: Only reviews for which this label is predicted. Default: all.
        min_probability: Minimum probability of the predicted label. Default 0.
        max_probability: Maximum probability of the predicted label. Default 1.
        min_length: Minimum number of tokens. Default 0.
        max_length: Maximum number of tokens. Default: no limit.
        search: Only reviews that contain this text, case ignored. Default: all.
    """

    label: str | None = None
    predicted: str | None = None
    min_probability: float = 0.0
    max_probability: float = 1.0
    min_length: int = 0
    max_length: int | None = None
    search: str = ""

    def apply(self, reviews: list[EvaluatedReview]) -> list[EvaluatedReview]:
        """Return the reviews that fit, in the same order."""
        return [review for review in reviews if self.fits(review)]

    def fits(self, review: EvaluatedReview) -> bool:
        """Return whether a review fits."""
        return (
            self.label in (None, review.label)
            and self.predicted in (None, review.predicted)
            and self.min_probability <= review.probability <= self.max_probability
            and self.min_length <= review.tokens
            and (self.max_length is None or review.tokens <= self.max_length)
            and (not self.search or self.search.casefold() in review.text.casefold())
        )

    def check(self, class_names: tuple[str, ...], unsure: str | None = None) -> None:
        """Check the labels of the filter.

        Args:
            class_names: The labels that there are.
            unsure: Name of the label of unsure reviews. Default: None, there is none.

        Raises:
            InputError: If a label does not exist.
        """
        predicted = class_names if unsure is None else (*class_names, unsure)
        for option, label, names in (
            ("--label", self.label, class_names),
            ("--predicted", self.predicted, predicted),
        ):
            if label is not None and label not in names:
                raise InputError(f"{option} {label}: no such label{nearest(label, list(names))}")


def evaluated_reviews(run: Run, part: Part = "validation") -> EvaluatedSet:
    """Return the reviews of a set with the run's predictions, the highest loss first.

    The predictions are those that the run has stored, calibrated as ``seqtui export`` does; for the
    validation set of a run of seqtui 0.2, those of its exported file. The texts are read from the source
    again.

    Args:
        run: A run with weights.
        part: ``"validation"`` or ``"test"``. Looking at test reviews is noted in the run, since the test
            accuracy is worth less if decisions depend on them. Default: ``"validation"``.

    Returns:
        The reviews. :class:`ReviewFilter` selects some of them.

    Raises:
        InputError: If the run has no such set or no predictions for it, or if its reviews cannot be read
            again or have changed.
        OSError: If it cannot be noted that the test reviews were looked at.

    Example:
        >>> import seqtui
        >>> found = seqtui.evaluated_reviews(seqtui.Run.find("first"))  # doctest: +SKIP
        >>> found.reviews[0].label, found.reviews[0].predicted  # doctest: +SKIP
        ('positive', 'negative')
    """
    metrics = run.metrics
    if metrics is None:
        raise InputError(f"{run.path}: no weights yet; mistakes are listed once the first epoch is complete")
    predictions = predictions_of(run, part)
    if part == "test" and predictions is None:
        raise InputError(f"{run.path}: no predictions of its test reviews are stored")
    if part == "validation" and not metrics.validation:
        raise InputError(f"{run.path}: trained without validation reviews; --test shows the test reviews")
    corpus = _read_again(run)
    reviews = corpus.parts[part]
    if predictions is None:
        predictions = _scored(run, corpus, part)
    elif not _are_of(predictions, reviews, len(corpus.class_names)):
        raise InputError(f"{run.path}: its stored predictions are of other {part} reviews")
    elif run.recipe.architecture in CATALOGUE and (calibration := calibration_of(run)):
        scaled = calibrated(predictions.probabilities, calibration.temperature)
        predictions = replace(predictions, probabilities=scaled)
    corrections = read_corrections_if_any(corrections_of(run.recipe, run.path.parent))
    if part == "test":
        run.note_test_seen()
    rule = DecisionRule(corpus.class_names)
    reviews_by_loss = _by_loss(corpus, part, predictions, corrections)
    return EvaluatedSet(run, part, rule, predictions, reviews_by_loss, corrections)


def _confusion(predictions: Predictions, rule: DecisionRule) -> NDArray[np.int64]:
    counts = np.zeros((len(rule.class_names), len(rule.label_names)), np.int64)
    np.add.at(counts, (predictions.y_true, rule.choose(predictions.probabilities)), 1)
    return counts


def _read_again(run: Run) -> Corpus:
    try:
        return read_corpus(run.reading_recipe)[0]
    except InputError as error:
        raise InputError(f"{run.path}: its reviews cannot be read again: {error}") from error


def _are_of(predictions: Predictions, reviews: Reviews, num_classes: int) -> bool:
    expected = Predictions.of(reviews.texts, reviews.labels, predictions.probabilities)
    shape = (len(reviews), num_classes)
    return predictions.probabilities.shape == shape and predictions.fingerprint == expected.fingerprint


def _scored(run: Run, corpus: Corpus, part: Part) -> Predictions:
    """Predict the reviews of a set with the exported file."""
    reviews = corpus.parts[part]
    scorer = scorer_of(run)
    rows = [
        scorer.probabilities(reviews.texts[start : start + _CHUNK])
        for start in range(0, len(reviews), _CHUNK)
    ]
    return Predictions.of(reviews.texts, reviews.labels, np.concatenate(rows))


def _by_loss(
    corpus: Corpus, part: Part, predictions: Predictions, corrections: Corrections
) -> list[EvaluatedReview]:
    reviews, names = corpus.parts[part], corpus.class_names
    rows = np.arange(len(reviews))
    predicted = predictions.probabilities.argmax(axis=1)
    true = predictions.probabilities[rows, reviews.labels].astype(np.float64)
    losses = -np.log(np.clip(true, _SMALLEST, 1.0))
    found = []
    for row in np.argsort(-losses, kind="stable").tolist():
        text = reviews.texts[row]
        decision = corrections.of(text) if corrections.by_text else None
        found.append(
            EvaluatedReview(
                index=row,
                text=text,
                label=names[reviews.labels[row]],
                predicted=names[predicted[row]],
                probability=float(predictions.probabilities[row, predicted[row]]),
                loss=float(losses[row]),
                tokens=len(tokenize(text)),
                corrected=decision.new if decision else None,
                note=decision.note if decision else None,
            )
        )
    return found
