"""A network that mixes n-grams with a GRU: its inputs, its losses and its weights."""

import msgspec
import numpy as np
import pytest

from seqtui.architectures.ngram_counts import NGrams
from seqtui.recipe import Recipe
from seqtui.text.encoded import EncodedReviews
from seqtui.training.model import Learner, mean_loss

RECIPE = Recipe(architecture="ngrams-gru", vocabulary_size=30, network={"units": 8, "dropout": 0.0})
SMALL = msgspec.structs.replace(RECIPE, network={"units": 8, "dropout": 0.0, "gru_dropout": 0.0})


def reviews_and_labels(count: int, classes: int) -> tuple[EncodedReviews, np.ndarray]:
    """Return reviews of random words; word 2 + n occurs in class n only."""
    random = np.random.default_rng(5)
    labels = random.integers(0, classes, count).astype(np.int32)
    words = [random.integers(8, 30, size) for size in random.integers(0, 12, count)]
    return EncodedReviews.from_lists(
        [[2 + label, *w] for label, w in zip(labels, words, strict=True)]
    ), labels


def learner(classes: int, reviews: EncodedReviews, labels: np.ndarray) -> Learner:
    ngrams = NGrams.of(reviews, labels, 30, 50, classes)
    return Learner(SMALL, steps=40, num_classes=classes, ngrams=ngrams)


@pytest.mark.parametrize("classes", [2, 3])
def test_found_ngrams_and_words_give_the_outputs_of_the_word_ids(classes: int) -> None:
    reviews, labels = reviews_and_labels(40, classes)
    network = learner(classes, reviews, labels)
    for weights in network.model.trainable_variables:
        weights.assign(np.random.default_rng(1).normal(size=weights.shape))
    outputs = np.asarray(network.model(reviews.padded(np.arange(40))))
    expected = np.concatenate([1 - outputs, outputs], 1) if classes == 2 else outputs
    assert network.predict(reviews) == pytest.approx(expected, abs=1e-5)
    assert np.ptp(expected) > 0.5


def test_each_part_has_its_own_loss() -> None:
    reviews, labels = reviews_and_labels(64, 2)
    weights = []
    for mixture in ([0.75, 0.25], [0.0, 3.0]):
        network = learner(2, reviews, labels)
        mixed = network._ngrams and network._ngrams.mixed
        assert mixed
        mixed.mixture.assign(mixture)
        inputs = network.inputs(reviews)
        for _ in range(3):
            network.train(inputs.padded(np.arange(64)), labels)
        weights.append([variable.numpy() for variable in network.model.trainable_variables])
    for first, second in zip(*weights, strict=True):
        assert np.array_equal(first, second)


@pytest.mark.parametrize("classes", [2, 3])
def test_the_chosen_mixture_has_the_lowest_loss_on_validation_reviews(classes: int) -> None:
    reviews, labels = reviews_and_labels(200, classes)
    network = learner(classes, reviews, labels)
    inputs = network.inputs(reviews)
    for _ in range(10):
        network.train(inputs.padded(np.arange(64)), labels[:64])
    mixed = network._ngrams and network._ngrams.mixed
    assert mixed
    losses = []
    for mixture in ([0.75, 0.25], [1.0, 0.0], [0.0, 1.0], [0.5, 0.5]):
        mixed.mixture.assign(mixture)
        losses.append(mean_loss(labels, network.predict(reviews)))
    network.choose_mixture(reviews, labels)
    assert mean_loss(labels, network.predict(reviews)) <= min(losses) + 1e-6
    chosen = mixed.mixture.numpy()
    network.choose_mixture(reviews.part(0, 99), labels[:99])  # too few reviews to choose
    assert np.array_equal(mixed.mixture.numpy(), chosen)
