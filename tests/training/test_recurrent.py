from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.architectures.layers import BothDirections, pool_states
from seqtui.recipe import Recipe
from seqtui.training.model import Learner
from seqtui.training.recurrent import FusedGRU, FusedLSTM, FusedRecurrent
from tests.conftest import representatives

KINDS = {"lstm": (keras.layers.LSTM, FusedLSTM), "gru": (keras.layers.GRU, FusedGRU)}


def both(kind: str, channels: int, units: int, pooling: str) -> tuple[keras.layers.Layer, FusedRecurrent]:
    plain_kind, fused_kind = KINDS[kind]
    plain, fused = plain_kind(units, return_sequences=True), fused_kind(units, pooling=pooling)
    for layer in (plain, fused):
        layer.build((None, None, channels))
    random = np.random.default_rng(units)
    plain.set_weights([random.normal(size=w.shape).astype(np.float32) / 2 for w in plain.get_weights()])
    fused.set_weights(plain.get_weights())
    return plain, fused


def outputs_and_gradients(
    layer: keras.layers.Layer,
    pooling: str | None,
    inputs: np.ndarray,
    mask: np.ndarray,
    upstream: np.ndarray,
) -> list[np.ndarray]:
    """Run one step; fused layers run in a graph, as in training, and first a larger batch of NaN."""
    is_fused = any(isinstance(part, FusedRecurrent) for part in layer._flatten_layers())
    any_upstream = (None,) * (upstream.ndim - 1)
    shapes = (None, None, inputs.shape[2]), (None, None), (*any_upstream, upstream.shape[-1])
    kinds = tf.float32, tf.bool, tf.float32

    def step(inputs: tf.Tensor, mask: tf.Tensor, upstream: tf.Tensor) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            outputs = layer(inputs, mask=mask)
            if not is_fused:
                outputs = pool_states(outputs, mask, pooling) if pooling else zero_padding(outputs, mask)
            loss = tf.reduce_sum(outputs * upstream)
        return [outputs, *tape.gradient(loss, [inputs, *layer.trainable_variables])]

    if is_fused:
        signature = [tf.TensorSpec(*spec) for spec in zip(shapes, kinds, strict=True)]
        step = tf.function(step, input_signature=signature, autograph=False)
        step(
            tf.fill((8, 60, inputs.shape[2]), np.nan),
            tf.ones((8, 60), tf.bool),
            tf.ones((*(8, 60)[: upstream.ndim - 1], upstream.shape[-1])),
        )
    return [np.asarray(part) for part in step(tf.cast(inputs, tf.float32), mask, upstream)]


def zero_padding(states: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
    return states * tf.cast(mask, tf.float32)[..., None]


def assert_close(found: list[np.ndarray], expected: list[np.ndarray]) -> None:
    for ours, theirs in zip(found, expected, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-5 * max(1.0, float(np.abs(theirs).max())))


@settings(max_examples=6)
@given(
    kind=st.sampled_from(list(KINDS)),
    pooling=st.sampled_from(["last", "last+max"]),
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    padding=st.integers(0, 3),
    channels=st.integers(1, 9),
    units=st.integers(1, 17),
    dtype=st.sampled_from(["float16", "float32", "float64"]),
    seed=st.integers(0, 99),
)
def test_forward_and_every_gradient_are_those_of_keras(
    kind: str,
    pooling: str,
    lengths: list[int],
    padding: int,
    channels: int,
    units: int,
    dtype: str,
    seed: int,
) -> None:
    random = np.random.default_rng(seed)
    tokens = max(lengths) + padding
    inputs = random.normal(size=(len(lengths), tokens, channels)).astype(dtype)
    upstream = random.normal(size=(len(lengths), units * (2 if pooling == "last+max" else 1))).astype(
        np.float32
    )
    mask = np.arange(tokens) < np.array(lengths)[:, None]
    plain, fused = both(kind, channels, units, pooling)
    expected = outputs_and_gradients(plain, pooling, inputs, mask, upstream)
    found = outputs_and_gradients(fused, pooling, inputs, mask, upstream)
    assert_close(found, expected)


@pytest.mark.parametrize(
    ("kind", "units", "layers", "both_directions", "pooled"),
    [
        pytest.param("lstm", 4, 1, True, False, marks=pytest.mark.thorough),
        ("lstm", 7, 2, True, True),
        pytest.param("lstm", 100, 2, False, True, marks=pytest.mark.thorough),
        pytest.param("lstm", 256, 1, False, False, marks=pytest.mark.thorough),
        ("gru", 4, 2, False, False),
        pytest.param("gru", 7, 2, True, True, marks=pytest.mark.thorough),
        pytest.param("gru", 256, 1, False, False, marks=pytest.mark.thorough),
    ],
)
@pytest.mark.filterwarnings("ignore:Layer 'sequential:UserWarning")  # the mask does reach the layers
def test_stacked_layers_have_outputs_and_gradients_of_keras(
    kind: str, units: int, layers: int, both_directions: bool, pooled: bool
) -> None:
    """Layers that return sequences; with ``pooled``, a layer that pools its states follows."""
    random = np.random.default_rng(units)
    plain_kind, fused_kind = KINDS[kind]

    def plain() -> keras.layers.Layer:
        layer = plain_kind(units, return_sequences=True)
        return keras.layers.Bidirectional(layer) if both_directions else layer

    def fused() -> keras.layers.Layer:
        ours = [fused_kind(units, return_sequences=True) for _ in range(2 if both_directions else 1)]
        return BothDirections(*ours) if both_directions else ours[0]

    entry = keras.Input((None, 6))
    expected_model = keras.Sequential([entry, *(plain() for _ in range(layers))])
    found_model = keras.Sequential([entry, *(fused() for _ in range(layers))])
    if pooled:
        expected_model.add(plain_kind(3, return_sequences=True))
        found_model.add(fused_kind(3, pooling="last+max"))
    for ours, theirs in zip(found_model.trainable_variables, expected_model.trainable_variables, strict=True):
        theirs.assign(random.normal(size=theirs.shape) / np.sqrt(units))
        ours.assign(theirs)
    lengths = np.array([3, 9, 1 if pooled else 0, 9, 6])
    inputs = random.normal(size=(5, 11, 6))
    mask = np.arange(11) < lengths[:, None]
    shape = (5, 6) if pooled else (5, 11, found_model.output_shape[-1])
    upstream = random.normal(size=shape).astype(np.float32)
    expected, found = (
        outputs_and_gradients(model, "last+max" if pooled else None, inputs, mask, upstream)
        for model in (expected_model, found_model)
    )
    assert_close(found, expected)
    assert not found[1][~mask].any()
    if not pooled:
        assert not found[0][~mask].any()


def test_consecutive_calls_do_not_share_buffers() -> None:
    _, fused = both("lstm", 4, 5, "last+max")
    random = np.random.default_rng(3)
    long, short = (random.normal(size=(reviews, tokens, 4)) for reviews, tokens in ((6, 30), (2, 7)))

    def gradients(inputs: np.ndarray) -> list[np.ndarray]:
        mask = np.ones(inputs.shape[:2], bool)
        return outputs_and_gradients(fused, "last+max", inputs, mask, np.ones((len(inputs), 10), np.float32))

    with tf.GradientTape() as outer, tf.GradientTape() as inner:
        first, second = fused(tf.constant(long, tf.float32)), fused(tf.constant(short, tf.float32))
        losses = tf.reduce_sum(first), tf.reduce_sum(second)
    for tape, loss, inputs in zip((outer, inner), losses, (long, short), strict=True):
        for ours, alone in zip(
            tape.gradient(loss, fused.trainable_variables), gradients(inputs)[2:], strict=True
        ):
            assert np.asarray(ours) == pytest.approx(alone, abs=1e-4)


def test_a_dtype_other_than_float32_is_refused() -> None:
    with pytest.raises(ValueError, match="float32, not in float64"):
        FusedLSTM(4, dtype="float64")


@pytest.mark.parametrize(
    "architecture", representatives("lstm-gate-dropout", "gru", "bilstm", often=["lstm-gate-dropout"])
)
def test_keras_layers_with_the_same_weights_predict_the_same(architecture: str) -> None:
    learners = [
        Learner(Recipe(architecture=architecture, vocabulary_size=30, recurrent=recurrent))
        for recurrent in ("fused", "keras")
    ]
    learners[1].model.set_weights(learners[0].model.get_weights())
    ids = np.array([[3, 4, 5, 0, 0], [6, 7, 8, 9, 10]], np.int32)
    ours, theirs = (np.asarray(learner.model(ids)) for learner in learners)
    assert ours == pytest.approx(theirs, abs=1e-6)
    for learner in learners:
        assert learner.train(ids, np.array([0, 1], np.int32))[0] == pytest.approx(0.69, abs=0.2)


@pytest.mark.parametrize("kind", list(KINDS))
def test_initial_weights_are_distributed_as_in_keras(kind: str) -> None:
    plain, fused = (layer(50) for layer in KINDS[kind])
    for layer in (plain, fused):
        layer.build((None, None, 32))
    for ours, theirs in zip(fused.get_weights(), plain.get_weights(), strict=True):
        assert ours.shape == theirs.shape
        assert ours.std() == pytest.approx(theirs.std(), rel=0.1)
    assert np.array_equal(fused.get_weights()[2], plain.get_weights()[2])
    recurrent = fused.get_weights()[1]
    assert recurrent @ recurrent.T == pytest.approx(np.eye(50), abs=1e-4)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("return_sequences", [False, True])
def test_dropout_with_the_same_masks_gives_keras_outputs_and_gradients(
    kind: str, return_sequences: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    channels, units, rates = 4, 5, {"dropout": 0.5, "recurrent_dropout": 0.5}
    random = np.random.default_rng(1)
    plain_kind, fused_kind = KINDS[kind]
    plain = plain_kind(units, return_sequences=True, **rates)
    fused = fused_kind(units, pooling="last+max", return_sequences=return_sequences, **rates)
    for layer in (plain, fused):
        layer.build((None, None, channels))
    fused.set_weights([random.normal(size=w.shape).astype(np.float32) for w in fused.get_weights()])
    plain.set_weights(fused.get_weights())
    masks = random.choice(np.array([0, 2], np.float32), (4, 3, channels + units))
    input_masks, state_masks = [*masks[..., :channels]], [*masks[..., channels:]]
    monkeypatch.setattr(
        fused,
        "_drop",
        lambda ones, _: masks[..., :channels] if ones.shape[-1] == channels else masks[..., channels:],
    )
    inputs = tf.constant(random.normal(size=(3, 20, channels)), tf.float32)
    mask = tf.constant(np.arange(20) < np.array([[20], [17], [0 if return_sequences else 2]]))
    found = []
    for layer in (fused, plain):
        if layer is plain:  # an LSTM has four gates, a GRU three
            layer.cell._dropout_mask = input_masks if kind == "lstm" else input_masks[:3]
            layer.cell._recurrent_dropout_mask = (
                state_masks if kind == "lstm" else [*state_masks[:2], state_masks[3]]
            )
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            outputs = layer(inputs, mask=mask, training=True)
            if layer is plain:
                outputs = (
                    zero_padding(outputs, mask)
                    if return_sequences
                    else pool_states(outputs, mask, "last+max")
                )
            loss = tf.reduce_sum(outputs * tf.range(outputs.shape[-1], dtype=tf.float32))
        gradients = tape.gradient(loss, [inputs, *layer.trainable_variables])
        found.append([np.asarray(part) for part in (outputs, *gradients)])
    assert_close(*found)


def test_gate_dropout_acts_in_training_only_and_keeps_the_mean() -> None:
    layer = FusedLSTM(20, dropout=0.2, recurrent_dropout=0.2)
    inputs = tf.random.stateless_normal((4, 5, 8), seed=[1, 2])
    without_dropout = np.asarray(layer(inputs, training=False))
    assert np.array_equal(np.asarray(layer(inputs, training=False)), without_dropout)
    repeated = tf.tile(inputs, (400, 1, 1))  # each row has its own mask
    with_dropout = np.asarray(layer(repeated, training=True)).reshape(400, *without_dropout.shape)
    assert with_dropout.std(0).min() > 0
    assert np.abs(with_dropout.mean(0) - without_dropout).max() < 0.05


def test_each_of_the_two_dropouts_acts_alone() -> None:
    inputs = tf.ones((1, 6, 8))
    for layer in (FusedLSTM(20, dropout=0.5), FusedLSTM(20, recurrent_dropout=0.5)):
        draws = {np.asarray(layer(inputs, training=True)).tobytes() for _ in range(5)}
        assert len(draws) == 5


def test_a_saved_layer_can_be_loaded(tmp_path: Path) -> None:
    model = keras.Sequential(
        [
            keras.Input((None, 4)),
            FusedGRU(5, return_sequences=True),
            FusedLSTM(6, dropout=0.1, recurrent_dropout=0.3),
        ]
    )
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert (loaded.layers[1].dropout, loaded.layers[1].recurrent_dropout) == (0.1, 0.3)
    inputs = np.ones((2, 3, 4), np.float32)
    assert np.array_equal(np.asarray(loaded(inputs)), np.asarray(model(inputs)))
