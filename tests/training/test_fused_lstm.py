import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.training.fused_lstm import FusedLSTM


def both(channels: int, units: int) -> tuple[keras.layers.Layer, FusedLSTM]:
    plain, fused = keras.layers.LSTM(units), FusedLSTM(units)
    for layer in (plain, fused):
        layer.build((None, None, channels))
    weights = [
        np.random.default_rng(units).normal(size=w.shape).astype(np.float32) / 2 for w in plain.get_weights()
    ]
    plain.set_weights(weights)
    fused.set_weights(plain.get_weights())
    return plain, fused


def outputs_and_gradients(
    layer: keras.layers.Layer, inputs: np.ndarray, mask: np.ndarray, goal: np.ndarray
) -> list[np.ndarray]:
    inputs = tf.constant(inputs)
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        states = layer(inputs, mask=tf.constant(mask))
        loss = tf.reduce_sum(states * goal)
    return [np.asarray(part) for part in (states, *tape.gradient(loss, [inputs, *layer.trainable_variables]))]


@settings(deadline=None, max_examples=25)
@given(
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    channels=st.integers(1, 9),
    units=st.integers(1, 17),
    seed=st.integers(0, 99),
)
def test_forward_and_every_gradient_are_those_of_keras(
    lengths: list[int], channels: int, units: int, seed: int
) -> None:
    random = np.random.default_rng(seed)
    inputs = random.normal(size=(len(lengths), max(lengths), channels)).astype(np.float32)
    goal = random.normal(size=(len(lengths), units)).astype(np.float32)
    mask = np.arange(max(lengths)) < np.array(lengths)[:, None]
    plain, fused = both(channels, units)
    expected = outputs_and_gradients(plain, inputs, mask, goal)
    found = outputs_and_gradients(fused, inputs, mask, goal)
    for ours, theirs in zip(found, expected, strict=True):
        scale = max(1.0, float(np.abs(theirs).max()))
        assert ours == pytest.approx(theirs, abs=1e-5 * scale)


def test_a_new_layer_starts_as_keras_starts_one() -> None:
    plain, fused = keras.layers.LSTM(50), FusedLSTM(50)
    for layer in (plain, fused):
        layer.build((None, None, 32))
    for ours, theirs in zip(fused.get_weights(), plain.get_weights(), strict=True):
        assert ours.shape == theirs.shape
        assert ours.std() == pytest.approx(theirs.std(), rel=0.1)
    assert np.array_equal(fused.get_weights()[2], plain.get_weights()[2])
    recurrent = fused.get_weights()[1]
    assert recurrent @ recurrent.T == pytest.approx(np.eye(50), abs=1e-4)


def test_gate_dropout_acts_in_training_only_and_keeps_the_mean() -> None:
    layer = FusedLSTM(20, dropout=0.2, recurrent_dropout=0.2)
    inputs = tf.random.stateless_normal((4, 5, 8), seed=[1, 2])
    quiet = np.asarray(layer(inputs, training=False))
    assert np.array_equal(np.asarray(layer(inputs, training=False)), quiet)
    noisy = np.stack([np.asarray(layer(inputs, training=True)) for _ in range(400)])
    assert noisy.std(0).min() > 0
    assert np.abs(noisy.mean(0) - quiet).max() < 0.05


def test_each_of_the_two_dropouts_acts_alone() -> None:
    inputs = tf.ones((1, 6, 8))
    for rates in ({"dropout": 0.5}, {"recurrent_dropout": 0.5}):
        layer = FusedLSTM(20, **rates)
        draws = {np.asarray(layer(inputs, training=True)).tobytes() for _ in range(5)}
        assert len(draws) == 5


def test_a_saved_layer_comes_back(tmp_path) -> None:  # type: ignore[no-untyped-def]
    model = keras.Sequential([keras.Input((None, 4)), FusedLSTM(6, dropout=0.1, recurrent_dropout=0.3)])
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert (loaded.layers[0].dropout, loaded.layers[0].recurrent_dropout) == (0.1, 0.3)
    inputs = np.ones((2, 3, 4), np.float32)
    assert np.array_equal(np.asarray(loaded(inputs)), np.asarray(model(inputs)))
