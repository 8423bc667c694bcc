from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import onnxruntime
import pytest
import tensorflow as tf

from exporters.onnx import convert
from seqtui.architectures.layers import (
    PLAIN,
    AttentionPooling,
    BothDirections,
    MaskedPooling,
    Recurrent,
    classification_head,
    pool_states,
)
from seqtui.training.keras_recurrent import STOCK
from seqtui.training.recurrent import FUSED

LENGTHS = [3, 7, 0, 5]  # unsorted, one review is empty
POOLINGS = ["last", "last+max", "mean"]
TOP_LAYERS: dict[str, Callable[[], keras.layers.Layer]] = {
    "attention": AttentionPooling,
    "last+max": lambda: MaskedPooling("last+max"),
    "mean": lambda: MaskedPooling("mean"),
}


def values_and_mask(channels: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(channels)
    values = random.normal(size=(len(LENGTHS), max(LENGTHS), channels))
    return values.astype(np.float32), np.arange(max(LENGTHS)) < np.array(LENGTHS)[:, None]


def stack(recurrent: Recurrent, kind: str, top: str | None, units: int = 5) -> keras.Sequential:
    """Build two bidirectional layers; ``top`` pools the states, otherwise the second layer does."""
    create = getattr(recurrent, kind)
    first, second = (
        BothDirections(
            create(units, return_sequences=returns, pooling="last+max", name="forward"),
            create(units, return_sequences=returns, pooling="last+max", name="backward"),
        )
        for returns in (True, top is not None)
    )
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(20, 4, mask_zero=True),
            first,
            keras.layers.Dropout(0.2),
            second,
            *([TOP_LAYERS[top]()] if top else []),
            classification_head(3),
        ]
    )


def copy_weights(source: keras.Model, target: keras.Model) -> None:
    for ours, theirs in zip(target.trainable_variables, source.trainable_variables, strict=True):
        ours.assign(theirs)


def spread_out(model: keras.Model) -> None:
    """Replace the initial weights, whose predictions hardly differ between reviews."""
    random = np.random.default_rng(1)
    for variable in model.trainable_variables:
        variable.assign(random.normal(size=variable.shape))


def padded_ids() -> np.ndarray:
    ids = np.random.default_rng(0).integers(1, 20, (len(LENGTHS), max(LENGTHS)))
    return np.where(values_and_mask(1)[1], ids, 0).astype(np.int32)


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("shift", [0.0, -1e6, 1e30])
def test_pooling_takes_the_words_of_each_review_only(pooling: str, shift: float) -> None:
    values, mask = values_and_mask(6)
    values += np.float32(shift)
    for states, length, found in zip(values, LENGTHS, pool_states(values, mask, pooling), strict=True):
        words = states[: max(length, 1)]
        expected = {
            "last": words[-1],
            "last+max": np.concatenate([words[-1], words.max(0)]),
            "mean": words.mean(0, dtype=np.float64),
        }[pooling]
        assert np.asarray(found) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("pooling", POOLINGS)
def test_without_a_mask_all_positions_are_pooled(pooling: str) -> None:
    values, mask = values_and_mask(6)
    expected = pool_states(values, np.ones_like(mask), pooling)
    assert np.asarray(pool_states(values, None, pooling)) == pytest.approx(np.asarray(expected), abs=1e-6)


def test_attention_is_that_of_bahdanau() -> None:
    values, mask = values_and_mask(6)
    layer = AttentionPooling()
    layer.build(values.shape)
    assert [w.shape for w in layer.get_weights()] == [(6, 6), (6,), (6, 1)]
    spread_out(layer)
    kernel, bias, score_weights = layer.get_weights()
    for states, length, found in zip(values, LENGTHS, layer(values, mask=mask), strict=True):
        words = states[: max(length, 1)]
        weights = np.exp(np.tanh(words @ kernel + bias) @ score_weights)
        assert np.asarray(found) == pytest.approx((weights * words).sum(0) / weights.sum(), abs=1e-5)
    unmasked = np.asarray(layer(values))
    assert unmasked == pytest.approx(np.asarray(layer(values, mask=np.ones_like(mask))), abs=1e-6)


@pytest.mark.parametrize("layer", [AttentionPooling(), *map(MaskedPooling, POOLINGS)])
def test_pooling_and_its_gradients_depend_neither_on_padding_nor_on_the_batch(
    layer: keras.layers.Layer,
) -> None:
    values, mask = values_and_mask(6)
    layer.build(values.shape)
    spread_out(layer)

    def outputs_and_gradients(values: np.ndarray, mask: np.ndarray) -> list[np.ndarray]:
        inputs = tf.constant(values)
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            outputs = layer(inputs, mask=mask)
            loss = tf.reduce_sum(outputs**2)
        return [np.asarray(part) for part in (outputs, *tape.gradient(loss, [inputs]))]

    for n, length in enumerate(LENGTHS):
        words = max(length, 1)
        alone = outputs_and_gradients(values[[n], :words], mask[[n], :words])
        longer = np.pad(values, ((0, 0), (0, 90), (0, 0)), constant_values=1e9)
        in_batch = outputs_and_gradients(longer, np.pad(mask, ((0, 0), (0, 90))))
        assert in_batch[0][n] == pytest.approx(alone[0][0], abs=1e-6)
        assert in_batch[1][n, :words] == pytest.approx(alone[1][0], abs=1e-5)
        assert not in_batch[1][n, words:].any()


def test_every_weight_of_the_attention_is_trained() -> None:
    values, mask = values_and_mask(6)
    layer = AttentionPooling()
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(layer(values, mask=mask) ** 2)
    for gradient in tape.gradient(loss, layer.trainable_variables):
        assert np.isfinite(gradient).all()
        assert np.abs(gradient).max() > 0


@pytest.mark.parametrize(
    ("kind", "top"),
    [
        ("lstm", None),
        ("gru", "attention"),
        pytest.param("lstm", "attention", marks=pytest.mark.thorough),
        pytest.param("gru", None, marks=pytest.mark.thorough),
    ],
)
def test_fused_stock_and_plain_stacks_predict_the_same(kind: str, top: str | None) -> None:
    fused, *others = (stack(recurrent, kind, top) for recurrent in (FUSED, STOCK, PLAIN))
    spread_out(fused)
    ids = padded_ids()
    expected = np.asarray(fused(ids))
    for other in others:
        copy_weights(fused, other)
        assert np.asarray(other(ids)) == pytest.approx(expected, abs=1e-5)
    for n, length in enumerate(LENGTHS):
        assert np.asarray(fused(ids[[n], : max(length, 1)]))[0] == pytest.approx(expected[n], abs=1e-6)


@pytest.mark.parametrize("recurrent", [FUSED, STOCK, PLAIN])
def test_sequences_of_both_directions_are_in_order_and_zero_for_padding(recurrent: Recurrent) -> None:
    values, mask = values_and_mask(4)
    forward, backward = (recurrent.gru(5, return_sequences=True) for _ in range(2))
    layer = BothDirections(forward, backward)
    outputs = np.asarray(layer(values, mask=mask))
    assert layer.compute_mask(values, mask) is mask
    assert not outputs[~mask].any()
    for n, length in enumerate(LENGTHS):
        if length:
            words = values[[n], :length]
            reversed_states = np.asarray(backward(words[:, ::-1]))[:, ::-1]
            expected = np.concatenate([np.asarray(forward(words)), reversed_states], -1)
            assert outputs[n, :length] == pytest.approx(expected[0], abs=1e-6)
            assert np.asarray(layer(words)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.thorough
def test_a_saved_stack_can_be_loaded(tmp_path: Path) -> None:
    model = stack(STOCK, "lstm", "attention")
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert np.array_equal(np.asarray(loaded(padded_ids())), np.asarray(model(padded_ids())))
    assert MaskedPooling.from_config(MaskedPooling("mean").get_config()).pooling == "mean"


@pytest.mark.parametrize(
    ("kind", "top"),
    [
        ("lstm", "attention"),
        ("gru", "last+max"),
        pytest.param("lstm", None, marks=pytest.mark.thorough),
        pytest.param("lstm", "mean", marks=pytest.mark.thorough),
    ],
)
def test_a_bidirectional_stack_exports_to_four_recurrent_nodes(kind: str, top: str | None) -> None:
    trained, plain = (stack(recurrent, kind, top) for recurrent in (FUSED, PLAIN))
    spread_out(trained)
    copy_weights(trained, plain)
    model = convert(plain)
    operations = [node.op_type for node in model.graph.node]
    assert operations.count(kind.upper()) == 4
    assert not {"Loop", "Scan", "If"} & set(operations)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    ids = padded_ids()
    (found,) = session.run(["probabilities"], {"ids": ids})
    assert found == pytest.approx(np.asarray(trained(ids)), abs=1e-5)
    assert np.ptp(found[:, 0]) > 0.05  # equal predictions for all reviews would agree with anything
    (alone,) = session.run(["probabilities"], {"ids": ids[:1, : LENGTHS[0]]})
    assert alone == pytest.approx(found[:1], abs=1e-6)
