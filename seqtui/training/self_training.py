"""Label texts without labels, so that a network can learn from them."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora.corrections import Corrections
from seqtui.recipe import Recipe
from seqtui.training.order import epoch_order
from seqtui.training.prepare import UNSURE, prepare

TEACHER = "nb-ngrams"
"""The network that labels the texts: the fastest, and one of the most accurate."""

_OF_TASK = (
    "data", "text_column", "label_column", "split_column", "test", "test_split", "format", "encoding",
    "separator", "quoting", "header", "skip_lines", "errors", "normalize_labels", "corrections", "unlabelled",
    "unlabelled_digest", "limit", "validation_split", "class_weights", "data_fingerprint", "seed",
)  # fmt: skip
_SHARE = 0.5  # of the texts, the surest ones; more of them cost accuracy where there are many labels
_MIN_STEPS = 300
_MAX_BATCH, _MIN_BATCH = 128, 8
_BATCHES = 30  # per epoch, at least


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
    recipe: Recipe, corrections: Corrections | None, should_stop: Callable[[], bool]
) -> PseudoLabels | None:
    """Train a network of n-grams on the labelled training reviews and label the other texts with it.

    Source: Yarowsky, Unsupervised word sense disambiguation rivaling supervised methods, 1995,
    with one round of self-training. The network that is trained afterwards may be another one.

    Args:
        recipe: Sets the reviews and the texts without labels.
        corrections: As for :func:`seqtui.training.prepare.prepare`.
        should_stop: Called before each batch; returns whether to stop.

    Returns:
        The labels; None if it was stopped.

    Raises:
        InputError: If the reviews or the texts cannot be read.
    """
    import keras

    from seqtui.training.model import Learner, use_cores

    of_task = {name: getattr(recipe, name) for name in _OF_TASK}
    teacher = Recipe(architecture=TEACHER, **CATALOGUE[TEACHER].defaults, **of_task)
    data = prepare(teacher, corrections)
    assert data.unlabelled is not None  # noqa: S101 - the recipe names a source
    reviews = len(data.train)
    batch_size = min(_MAX_BATCH, max(_MIN_BATCH, reviews // _BATCHES))
    epochs = max(teacher.epochs, -(-_MIN_STEPS * batch_size // reviews))
    learner = Learner(
        teacher,
        steps=-(-reviews // batch_size) * epochs,
        shards=use_cores(recipe),
        num_classes=len(data.class_names),
        class_weights=data.class_weights(teacher.class_weights),
        ngrams=data.ngrams(teacher),
    )
    inputs = learner.inputs(data.train)
    for epoch in range(1, epochs + 1):
        for indices in epoch_order(inputs.lengths, batch_size, teacher.seed, epoch):
            if should_stop():
                return None
            learner.train(inputs.padded(indices), data.train_labels[indices])
    probabilities = learner.predict(data.unlabelled)
    labels = probabilities.argmax(1).astype(np.int32)
    surest = probabilities.max(1)
    labels[surest < np.quantile(surest, 1 - _SHARE)] = UNSURE
    assert data.unlabelled_digest is not None  # noqa: S101 - as above
    keras.backend.clear_session()  # the names in the student's file do not depend on the teacher
    return PseudoLabels(labels, data.unlabelled_digest)
