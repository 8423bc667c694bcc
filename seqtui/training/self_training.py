"""Label texts without labels, so that a network can learn from them."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora.corrections import Corrections
from seqtui.recipe import Recipe
from seqtui.text.encoded import RaggedReviews
from seqtui.training.order import epoch_order
from seqtui.training.phases import Phases
from seqtui.training.prepare import UNSURE, PreparedData, prepare
from seqtui.training.steps import enough_steps

TEACHER = "nb-ngrams"
"""The network that labels the texts: the fastest, and one of the most accurate."""

_OF_TASK = (
    "data", "text_column", "label_column", "split_column", "test", "test_split", "format", "encoding",
    "separator", "quoting", "header", "skip_lines", "errors", "normalize_labels", "corrections", "unlabelled",
    "unlabelled_digest", "limit", "validation_split", "class_weights", "data_fingerprint", "seed",
)  # fmt: skip
_SHARE = 0.5  # of the texts, the surest ones; more of them cost accuracy where there are many labels
_FEW = 2000  # labelled reviews, so few that a network may prefer a label by chance
_FOLDS = 3
_PREDICTION = 1 / 3  # of the time that a review takes in training
_ROUNDS = 20  # of a fixed-point iteration
_SMALLEST = 1e-7  # probability, as in the loss


class PseudoLabels(NamedTuple):
    """Predicted labels of texts without labels.

    Args:
        labels: Class index of each text, :data:`~seqtui.training.prepare.UNSURE` for a text that is not to be
            used, shape (texts,), int32.
        digest: Digest of the texts.
    """

    labels: NDArray[np.int32]
    digest: str


def label_texts(
    recipe: Recipe, corrections: Corrections | None, should_stop: Callable[[], bool], phases: Phases
) -> PseudoLabels | None:
    """Train a network of n-grams on the labelled training reviews and label the other texts with it.

    Source: Yarowsky, Unsupervised word sense disambiguation rivaling supervised methods, 1995,
    with one round of self-training. The network that is trained afterwards may be another one.

    Args:
        recipe: Sets the reviews and the texts without labels.
        corrections: As for :func:`seqtui.training.prepare.prepare`.
        should_stop: Called before each batch; returns whether to stop.
        phases: Reports the phases and their progress.

    Returns:
        The labels; None if it was stopped.

    Raises:
        InputError: If the reviews or the texts cannot be read.
    """
    import keras

    from seqtui.training.model import use_cores

    of_task = {name: getattr(recipe, name) for name in _OF_TASK}
    teacher = Recipe(architecture=TEACHER, **CATALOGUE[TEACHER].defaults, **of_task)
    data = prepare(teacher, corrections, phases=phases)
    assert data.unlabelled is not None  # noqa: S101 - the recipe names a source
    assert data.unlabelled_digest is not None  # noqa: S101
    phases.begin("labelling unlabelled texts")
    shards = use_cores(recipe)
    trainings = 1 + (_FOLDS if len(data.train) < _FEW else 0)
    trained = 0

    def predict(part: PreparedData, texts: RaggedReviews) -> NDArray[np.float32]:
        nonlocal trained
        before, trained = trained, trained + 1
        return _predict(
            teacher,
            part,
            texts,
            shards,
            should_stop,
            lambda share: phases.share((before + share) / trainings),
        )

    try:
        factors = _factors(data, predict)
        probabilities = _weighted(predict(data, data.unlabelled), factors)
    except _StoppedError:
        return None
    keras.backend.clear_session()  # the names in the student's file do not depend on the teacher
    labels, surest = probabilities.argmax(1).astype(np.int32), probabilities.max(1)
    labels[surest < np.quantile(surest, 1 - _SHARE)] = UNSURE
    return PseudoLabels(labels, data.unlabelled_digest)


def _factors(
    data: PreparedData, predict: Callable[[PreparedData, RaggedReviews], NDArray[np.float32]]
) -> NDArray[np.float64]:
    """Return the factor of each label's probability with which labels are predicted as often as they occur.

    With few reviews a network may prefer a label by chance. How often it predicts each is estimated on
    labelled reviews that it was not trained on.
    """
    reviews, classes = len(data.train), len(data.class_names)
    factors = np.ones(classes)
    if reviews >= _FEW:
        return factors
    probabilities = np.empty((reviews, classes))
    fold_of = np.random.default_rng(0).permutation(reviews) % _FOLDS
    for fold in range(_FOLDS):
        inside, outside = np.flatnonzero(fold_of == fold), np.flatnonzero(fold_of != fold)
        part = replace(data, train=data.train.selected(outside), train_labels=data.train_labels[outside])
        probabilities[inside] = predict(part, data.train.selected(inside))
    shares = np.bincount(data.train_labels, minlength=classes) / reviews
    for _ in range(_ROUNDS):
        factors *= shares / np.maximum(_weighted(probabilities, factors).mean(0), _SMALLEST)
    return factors


def _weighted(probabilities: NDArray[np.floating], factors: NDArray[np.float64]) -> NDArray[np.float64]:
    weighted = probabilities * factors
    return weighted / weighted.sum(1, keepdims=True)


def _predict(
    teacher: Recipe,
    data: PreparedData,
    texts: RaggedReviews,
    shards: int,
    should_stop: Callable[[], bool],
    on_share: Callable[[float], None],
) -> NDArray[np.float32]:
    """Train a teacher and predict the probabilities of texts."""
    from seqtui.training.model import Learner

    reviews = len(data.train)
    batch_size, epochs = enough_steps(reviews, largest=128)
    learner = Learner(
        teacher,
        steps=-(-reviews // batch_size) * epochs,
        shards=shards,
        num_classes=len(data.class_names),
        class_weights=data.class_weights(teacher.class_weights),
        ngrams=data.ngrams(teacher),
    )
    inputs = learner.inputs(data.train)
    done, work = 0, epochs * reviews + _PREDICTION * len(texts)
    for epoch in range(1, epochs + 1):
        for indices in epoch_order(inputs.lengths, batch_size, teacher.seed, epoch):
            if should_stop():
                raise _StoppedError
            learner.train(inputs.padded(indices), data.train_labels[indices])
            done += len(indices)
            on_share(done / work)
    return learner.predict(texts)


class _StoppedError(Exception):
    """The training was stopped."""
