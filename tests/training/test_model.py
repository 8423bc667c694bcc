from itertools import pairwise
from pathlib import Path
from typing import Literal

import keras
import msgspec
import numpy as np
import pytest
import tensorflow as tf

from seqtui.architectures.layers import BothDirections, PooledRecurrent
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora import CLASS_NAMES
from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.text.encoded import EncodedReviews
from seqtui.training.adam import FusedAdam
from seqtui.training.kernels import scan, scan_gradient, weights_gradient
from seqtui.training.model import Learner, WarmupCosine, _cross_entropy, mean_loss, use_cores
from seqtui.training.network import load_network
from seqtui.training.order import epoch_order
from seqtui.training.recurrent import FusedGRU, FusedLSTM
from tests.forked_trainers import start_fork

RECIPE = Recipe(architecture="cnn-lstm", vocabulary_size=40, seed=3)


@pytest.fixture(scope="module")
def reviews() -> tuple[EncodedReviews, np.ndarray]:
    """Reviews with label 1 if they contain word 2, else 0."""
    random = np.random.default_rng(5)
    lists = [random.integers(3, 40, random.integers(1, 20)).tolist() for _ in range(256)]
    labels = np.arange(256, dtype=np.int32) % 2
    for review, label in zip(lists, labels, strict=True):
        if label:
            review[random.integers(len(review))] = 2
    return EncodedReviews.from_lists(lists), labels


def trained(reviews: tuple[EncodedReviews, np.ndarray], recipe: Recipe, shards: int, epochs: int) -> Learner:
    encoded, labels = reviews
    learner = Learner(recipe, steps=8 * epochs, shards=shards)
    for epoch in range(1, epochs + 1):
        for indices in epoch_order(encoded.lengths, 32, recipe.seed, epoch):
            learner.train(encoded.padded(indices), labels[indices])
    return learner


def test_training_fits_the_training_set(reviews: tuple[EncodedReviews, np.ndarray]) -> None:
    encoded, labels = reviews
    learner = trained(reviews, Recipe(vocabulary_size=40, learning_rate=0.01), shards=2, epochs=15)
    probabilities = learner.predict(encoded)
    assert np.mean(probabilities.argmax(1) == labels) > 0.95
    assert mean_loss(labels, probabilities) < 0.3


@pytest.mark.parametrize(
    ("architecture", "recurrent"),
    [
        ("lstm-gate-dropout", "fused"),
        pytest.param("cnn-lstm-dropout", "fused", marks=pytest.mark.thorough),
        pytest.param("lstm-gate-dropout", "keras", marks=pytest.mark.thorough),
    ],
)
def test_the_same_recipe_gives_the_same_weights_byte_for_byte(
    reviews: tuple[EncodedReviews, np.ndarray], architecture: str, recurrent: Literal["fused", "keras"]
) -> None:
    def weights(seed: int) -> list[bytes]:
        recipe = Recipe(architecture=architecture, recurrent=recurrent, vocabulary_size=40, seed=seed)
        shards = use_cores(recipe) if recurrent == "keras" else 2
        return [w.tobytes() for w in trained(reviews, recipe, shards, 1).model.get_weights()]

    first = weights(1)
    assert weights(1) == first
    assert weights(2) != first


def test_gate_dropout_trains_as_in_keras_with_the_same_masks(
    reviews: tuple[EncodedReviews, np.ndarray],
) -> None:
    encoded, labels = reviews
    ours, theirs = (
        Learner(Recipe(architecture="lstm-gate-dropout", recurrent=recurrent, vocabulary_size=40), steps=8)
        for recurrent in ("fused", "keras")
    )
    (cell,) = (layer.inner.cell for layer in theirs.model.layers if isinstance(layer, PooledRecurrent))

    def draw_all_masks(values: tf.Tensor, rate: float) -> list[tf.Tensor]:
        ones = tf.ones(tf.concat([[4], tf.shape(values)], 0))
        return tf.unstack(keras.random.dropout(ones, rate, seed=cell.seed_generator))

    cell._create_dropout_mask = draw_all_masks
    theirs.restore(ours.state(), [])
    start = ours.weights()
    for indices in epoch_order(encoded.lengths, 32, 1, 1):
        batch = encoded.padded(indices), labels[indices]
        assert ours.train(*batch)[0] == pytest.approx(theirs.train(*batch)[0], abs=1e-5)
    for our, their, before in zip(ours.weights(), theirs.weights(), start, strict=True):
        assert our == pytest.approx(their, abs=1e-5)
        assert not np.array_equal(our, before)


def test_predicting_does_not_change_the_next_step(reviews: tuple[EncodedReviews, np.ndarray]) -> None:
    recipe = Recipe(architecture="lstm-gate-dropout", recurrent="keras", vocabulary_size=40)
    learner = Learner(recipe)
    before = learner.state()
    learner.predict(reviews[0])
    assert all(map(np.array_equal, before, learner.state()))


def test_shards_change_nothing_but_rounding(reviews: tuple[EncodedReviews, np.ndarray]) -> None:
    one, three = (trained(reviews, RECIPE, shards, 1).model.get_weights() for shards in (1, 3))
    for expected, sharded in zip(one, three, strict=True):
        assert sharded == pytest.approx(expected, abs=1e-4)


def test_a_batch_smaller_than_the_number_of_shards_is_not_split(
    reviews: tuple[EncodedReviews, np.ndarray],
) -> None:
    encoded, labels = reviews
    learner = Learner(RECIPE, steps=10, shards=4)
    loss, correct = learner.train(encoded.padded(np.array([0])), labels[:1])
    assert loss == pytest.approx(0.69, abs=0.1)
    assert correct in (0, 1)
    assert all(np.isfinite(weights).all() for weights in learner.model.get_weights())
    assert learner.predict(EncodedReviews.from_lists([[5, 6]])).shape == (1, 2)


def test_train_returns_loss_and_correct_predictions_of_the_batch(
    reviews: tuple[EncodedReviews, np.ndarray],
) -> None:
    encoded, labels = reviews
    learner = Learner(RECIPE, steps=10, shards=2)
    before = learner.predict(encoded)
    loss, correct = learner.train(encoded.padded(np.arange(256)), labels)
    assert loss == pytest.approx(mean_loss(labels, before), abs=1e-5)
    assert correct == np.sum(before.argmax(1) == labels)


def test_training_fits_more_than_two_classes(reviews: tuple[EncodedReviews, np.ndarray]) -> None:
    encoded, labels = reviews
    three = np.where(np.arange(256) % 4 == 0, 2, labels).astype(np.int32)
    for index in np.flatnonzero(three == 2):
        encoded.ids[encoded.offsets[index]] = 3  # a word that rarely starts other reviews
    recipe = Recipe(architecture="fasttext", vocabulary_size=40, learning_rate=0.05)
    learner = Learner(recipe, steps=160, shards=2, num_classes=3)
    for epoch in range(1, 21):
        for indices in epoch_order(encoded.lengths, 32, 1, epoch):
            learner.train(encoded.padded(indices), three[indices])
    probabilities = learner.predict(encoded)
    assert probabilities.sum(1) == pytest.approx(np.ones(256), abs=1e-5)
    assert np.mean(probabilities.argmax(1) == three) > 0.9


def test_class_weights_scale_the_loss(reviews: tuple[EncodedReviews, np.ndarray]) -> None:
    encoded, labels = reviews
    three = (np.arange(256) % 3).astype(np.int32)
    for y_true, count in ((labels, 2), (three, 3)):
        weights = np.array([0.5, 2.0, 3.0], np.float32)[:count]
        learner = Learner(RECIPE, steps=10, shards=2, num_classes=count, class_weights=weights)
        of_labels = learner.predict(encoded)[np.arange(256), y_true]
        loss, _ = learner.train(encoded.padded(np.arange(256)), y_true)
        assert loss == pytest.approx(np.mean(-np.log(of_labels) * weights[y_true]), abs=1e-4)


def test_compiling_the_kernels_changes_neither_weights_nor_masks(
    reviews: tuple[EncodedReviews, np.ndarray],
) -> None:
    encoded, labels = reviews
    recipe = Recipe(architecture="lstm-gate-dropout", vocabulary_size=40)
    weights = []
    for compile_first in (True, False):
        learner = Learner(recipe)
        assert learner.is_fused
        if compile_first:
            before = learner.state()
            learner.compile_kernels()
            assert all(map(np.array_equal, before, learner.state()))
        learner.train(encoded.padded(np.arange(32)), labels[:32])
        weights.append(learner.weights())
    assert all(map(np.array_equal, *weights))


@pytest.mark.thorough
def test_the_first_step_compiles_no_kernel_once_they_are_compiled() -> None:
    process = start_fork(compile_then_train, env={})  # a process that has compiled none
    process.join()
    assert process.exitcode == 0


def compile_then_train() -> None:
    kernels = scan, scan_gradient, weights_gradient
    for architecture in ("lstm", "gru", "lstm-gate-dropout"):
        learner = Learner(Recipe(architecture=architecture, vocabulary_size=40), shards=2)
        learner.compile_kernels()
        compiled = [len(kernel.signatures) for kernel in kernels]
        assert compiled == [1, 1, int(architecture == "lstm-gate-dropout")]
        learner.train(np.ones((8, 5), np.int32), np.zeros(8, np.int32))
        assert [len(kernel.signatures) for kernel in kernels] == compiled
    stack = keras.Sequential(
        [
            keras.Input((None,)),
            keras.layers.Embedding(9, 4, mask_zero=True),
            BothDirections(FusedLSTM(5, return_sequences=True), FusedLSTM(5, return_sequences=True)),
            keras.layers.Dropout(0.2),
            FusedGRU(5, return_sequences=True, dropout=0.2),
            FusedLSTM(5),
        ]
    )

    @tf.function(autograph=False)
    def step(ids: tf.Tensor) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            outputs = stack(ids, training=True)
        return tape.gradient(outputs, stack.trainable_variables)

    step(tf.ones((8, 5), tf.int32))
    assert [len(kernel.signatures) for kernel in kernels] == compiled


def test_a_network_without_recurrent_layer_has_no_kernels() -> None:
    assert not Learner(Recipe(architecture="textcnn", vocabulary_size=40)).is_fused


def test_an_inference_network_predicts_as_the_learner_without_an_optimizer(
    tmp_path: Path, reviews: tuple[EncodedReviews, np.ndarray]
) -> None:
    learner = trained(reviews, RECIPE, 2, 1)
    run = Run.create(tmp_path, RECIPE)
    learner.save(run.model_path, learner.weights())
    metrics = Metrics(epoch=1, val_loss=0.7, val_accuracy=0.5, held_out=256, class_names=CLASS_NAMES)
    run.metrics_path.write_bytes(msgspec.json.encode(metrics))
    network = load_network(run)
    assert not isinstance(network, Learner)
    assert network.predict(reviews[0]) == pytest.approx(learner.predict(reviews[0]), abs=1e-6)


def test_an_empty_review_has_a_probability() -> None:
    alone = Learner(RECIPE).predict(EncodedReviews.from_lists([[]]))
    in_batch = Learner(RECIPE).predict(EncodedReviews.from_lists([[], [4] * 30]))
    assert 0 < alone[0, 0] < 1
    assert in_batch[0] == pytest.approx(alone[0], abs=1e-6)


def test_the_optimizer_agrees_with_adam_of_keras() -> None:
    random = np.random.default_rng(1)
    start, *gradients = (random.normal(size=(7, 5)).astype(np.float32) for _ in range(6))
    results = []
    for kind in (FusedAdam, keras.optimizers.Adam):
        variable = keras.Variable(start)
        optimizer = kind(WarmupCosine(0.1, 5), global_clipnorm=1.0)
        for gradient in gradients:
            optimizer.apply([gradient], [variable])
        results.append(np.array(variable))
    assert results[0] == pytest.approx(results[1], abs=1e-5)
    assert np.abs(results[0] - start).min() > 0.01


def test_the_learning_rate_rises_for_a_tenth_of_the_steps_and_falls_to_zero() -> None:
    rates = [float(WarmupCosine(0.003, 100)(step)) for step in range(100)]
    assert rates[9] == max(rates) == pytest.approx(0.003)
    assert rates[0] == pytest.approx(0.0003)
    assert all(a > b for a, b in pairwise(rates[9:]))
    assert rates[99] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("num_classes", [2, 3])
def test_a_step_of_a_network_of_ngrams_is_a_step_of_adam_on_all_its_weights(num_classes: int) -> None:
    random = np.random.default_rng(4)
    encoded = EncodedReviews.from_lists(
        random.integers(1, 9, size).tolist() for size in random.integers(0, 9, 64)
    )
    labels = (np.arange(64) % num_classes).astype(np.int32)
    recipe = Recipe(architecture="nb-ngrams", vocabulary_size=9, learning_rate=0.01, clip_norm=0.1)
    ngrams = NGrams.of(encoded, labels, 9, 100, num_classes)
    ours, theirs = (
        Learner(recipe, steps=10, shards=2, num_classes=num_classes, ngrams=ngrams) for _ in range(2)
    )
    stock = keras.optimizers.Adam(WarmupCosine(0.01, 10), global_clipnorm=0.1)
    inputs = ours.inputs(encoded)
    for indices in epoch_order(encoded.lengths, 16, 1, 1):
        ours.train(inputs.padded(indices), labels[indices])
        ids, gradients = encoded.padded(indices), []
        for shard in range(2):
            with tf.GradientTape() as tape:
                outputs = theirs.model(ids[shard::2], training=True)
                loss = tf.reduce_sum(_cross_entropy(labels[indices][shard::2], outputs)) / len(ids)
            gradients.append(tape.gradient(loss, theirs.model.trainable_variables))
        stock.apply(
            [tf.convert_to_tensor(a) + b for a, b in zip(*gradients, strict=True)],
            theirs.model.trainable_variables,
        )
    for our, their in zip(ours.weights(), theirs.weights(), strict=True):
        assert our == pytest.approx(their, abs=1e-6)
    assert ours.weights()[0].std() > 0
