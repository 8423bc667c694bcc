"""Predict the labels of texts without labels, so that a network can learn from them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora.corrections import Corrections
from seqtui.recipe import Recipe
from seqtui.text.encoded import EncodedReviews
from seqtui.training.phases import Phases
from seqtui.training.prepare import prepare
from seqtui.training.source import UNSURE
from seqtui.training.text_vectors import Vectors, learn_vectors

_SHARE = 0.8  # of the texts, the surest ones
_FOLDS = 5
_REGULARIZATION = 10.0  # C of scikit-learn
_ROUNDS = 20  # of a fixed-point iteration
_SMALLEST = 1e-7  # probability
_NGRAMS = 2**19 - 1  # that have a vector

Probabilities = NDArray[np.floating]


class PseudoLabels(NamedTuple):
    """Predicted labels of texts without labels.

    Args:
        labels: Class index of each text, :data:`~seqtui.training.source.UNSURE` for a text that is not to be
            used, shape (texts,), int32.
        digest: Digest of the texts.
        accuracy: Fraction of the labelled training reviews that are predicted correctly out of fold.
    """

    labels: NDArray[np.int32]
    digest: str
    accuracy: float


def label_texts(
    recipe: Recipe,
    corrections: Corrections | None,
    vectors_path: Path,
    should_stop: Callable[[], bool],
    phases: Phases,
) -> PseudoLabels | None:
    """Predict the labels of the texts without labels from vectors of all texts.

    The vectors are learned without labels. A logistic regression on those of the labelled training reviews
    predicts the other texts. With few reviews it may prefer a label by chance; out-of-fold predictions show
    how much, and the preference is removed.

    Source: Blum and Mitchell, Combining labeled and unlabeled data with co-training, 1998, with one round:
    one model labels texts for another one, which sees them differently.

    Args:
        recipe: Sets the reviews and the texts without labels.
        corrections: As for :func:`seqtui.training.prepare.prepare`.
        vectors_path: File for the vectors while they are learned; removed when they are.
        should_stop: Called several times per second; returns whether to stop.
        phases: Reports the phases and their progress.

    Returns:
        The labels; None if it was stopped.

    Raises:
        InputError: If the reviews or the texts cannot be read.
    """
    ngram_recipe = msgspec.structs.replace(recipe, **CATALOGUE["nb-ngrams"].defaults)
    data = prepare(ngram_recipe, corrections, phases=phases)
    train, texts, digest = data.train, data.unlabelled, data.unlabelled_digest
    assert isinstance(train, EncodedReviews)  # noqa: S101 - not yet the inputs of a network
    assert texts is not None and digest is not None  # noqa: S101, PT018 - the recipe names a source
    phases.begin("learning text vectors")
    every = train.joined(texts)
    no_labels = np.zeros(len(every), np.int32)
    ngrams = NGrams.of(every, no_labels, ngram_recipe.vocabulary_size, _NGRAMS, num_classes=2).reviews
    assert ngrams is not None  # noqa: S101 - they are kept
    del every
    vectors = learn_vectors(ngrams, recipe.seed, vectors_path, should_stop, phases.share)
    if vectors is None:
        return None
    phases.begin("labelling unlabelled texts")
    weights = "balanced" if recipe.class_weights == "balanced" else None
    probabilities, accuracy = _predictions(
        vectors[: len(train)], data.train_labels, vectors[len(train) :], len(data.class_names), weights
    )
    labels, surest = probabilities.argmax(1).astype(np.int32), probabilities.max(1)
    labels[surest < np.quantile(surest, 1 - _SHARE)] = UNSURE
    return PseudoLabels(labels, digest, accuracy)


def _predictions(
    reviews: Vectors, labels: NDArray[np.int32], texts: Vectors, classes: int, class_weight: str | None
) -> tuple[Probabilities, float]:
    """Return the probabilities of the labels of texts, and the accuracy on the reviews out of fold.

    Args:
        reviews: Vectors of the labelled reviews.
        labels: Their class indices.
        texts: Vectors of the texts to predict.
        classes: Number of classes.
        class_weight: As in scikit-learn.
    """
    from sklearn.linear_model import LogisticRegression

    def predict(train: NDArray[np.int64], others: Vectors) -> Probabilities:
        probabilities = np.full((len(others), classes), _SMALLEST)
        first = labels[train[0]]
        if (labels[train] == first).all():
            probabilities[:, first] = 1
            return probabilities
        regression = LogisticRegression(C=_REGULARIZATION, class_weight=class_weight, max_iter=1000)
        regression.fit(reviews[train], labels[train])
        probabilities[:, regression.classes_] = regression.predict_proba(others)
        return probabilities

    out_of_fold = np.empty((len(reviews), classes))
    folds = _folds(labels)
    for fold in range(min(_FOLDS, len(reviews))):
        inside = np.flatnonzero(folds == fold)
        out_of_fold[inside] = predict(np.flatnonzero(folds != fold), reviews[inside])
    factors = _factors(out_of_fold, labels)
    accuracy = float(np.mean((out_of_fold * factors).argmax(1) == labels))
    return _scaled(predict(np.arange(len(reviews)), texts), factors), accuracy


def _folds(labels: NDArray[np.int32]) -> NDArray[np.int64]:
    """Divide reviews into folds with the same shares of labels; return the fold of each."""
    folds = np.empty(len(labels), np.int64)
    order = np.random.default_rng(0).permutation(len(labels))
    folds[order[np.argsort(labels[order], kind="stable")]] = np.arange(len(labels)) % _FOLDS
    return folds


def _factors(probabilities: Probabilities, labels: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return the factor of each label's probability with which labels are predicted as often as they occur.

    Args:
        probabilities: Those of labelled reviews that were not used in training, shape (reviews, classes).
        labels: Class index of each review.
    """
    factors = np.ones(probabilities.shape[1])
    shares = np.bincount(labels, minlength=len(factors)) / len(labels)
    for _ in range(_ROUNDS):
        factors *= shares / np.maximum(_scaled(probabilities, factors).mean(0), _SMALLEST)
    return factors


def _scaled(probabilities: Probabilities, factors: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled = probabilities * factors
    return scaled / scaled.sum(1, keepdims=True)
