"""Pooling over the words of each review."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf


def lengths_of(mask: tf.Tensor) -> tf.Tensor:
    """Return the number of words of each review.

    Args:
        mask: True for words, shape (reviews, tokens).

    Returns:
        Lengths of shape (reviews,), int32, at least 1: an empty review counts as one position of padding.
    """
    return tf.maximum(tf.reduce_sum(tf.cast(mask, tf.int32), axis=1), 1)


def pool_states(states: tf.Tensor, mask: tf.Tensor | None, pooling: str) -> tf.Tensor:
    """Pool the states of each review over time.

    Up to rounding, the result depends neither on padding nor on the other reviews of the batch.

    Args:
        states: Values of any size, shape (reviews, tokens, units).
        mask: True for words, shape (reviews, tokens); padding comes last. None: there is no padding.
        pooling: ``"last"`` returns the state after the last word. ``"last+max"`` also returns each unit's
            maximum over the words (Collobert et al., 2011). ``"mean"`` returns each unit's mean over the
            words. An empty review is read as one position of padding.

    Returns:
        Pooled states of shape (reviews, units), or (reviews, 2 × units) for ``"last+max"``.
    """
    if pooling == "mean":
        if mask is None:
            return tf.reduce_mean(states, axis=1)
        is_word = tf.cast(tf.logical_not(padding_of(mask)), states.dtype)
        return _weighted_sum(states, is_word) / tf.reduce_sum(is_word, axis=1, keepdims=True)
    if mask is None:
        last, is_padding = states[:, -1], None
    else:
        last = tf.gather(states, lengths_of(mask) - 1, axis=1, batch_dims=1)
        is_padding = padding_of(mask)
    if pooling == "last":
        return last
    # Push padding below every value: in an exported file, one subtraction is cheaper than a Where over units.
    if is_padding is not None:
        states -= tf.expand_dims(tf.where(is_padding, np.inf, 0.0), -1)
    return tf.concat([last, tf.reduce_max(states, axis=1)], -1)


def padding_of(mask: tf.Tensor) -> tf.Tensor:
    """Return the inverse of a mask, but false for the first position of an empty review."""
    return tf.range(tf.shape(mask)[1]) >= lengths_of(mask)[:, None]


def _weighted_sum(states: tf.Tensor, weights: tf.Tensor) -> tf.Tensor:
    """Return the sums over time of states (reviews, tokens, units) with weights (reviews, tokens)."""
    return tf.squeeze(tf.matmul(tf.expand_dims(weights, 1), states), 1)


@keras.saving.register_keras_serializable("seqtui")
class MaskedPooling(keras.layers.Layer):
    """Pooling over the words of each review.

    Args:
        pooling: ``"last"``, ``"last+max"`` or ``"mean"``; see :func:`pool_states`.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels) with a mask (reviews, tokens).

    Output shape:
        (reviews, channels), or (reviews, 2 × channels) for ``pooling="last+max"``.
    """

    def __init__(self, pooling: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pooling = pooling
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Pool ``inputs``; ``mask`` has shape (reviews, tokens)."""
        return pool_states(inputs, mask, self.pooling)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """Return None: the output has no time axis to mask."""

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        return {**super().get_config(), "pooling": self.pooling}


@keras.saving.register_keras_serializable("seqtui")
class AttentionPooling(keras.layers.Layer):
    """Mean over the words of each review, weighted by additive attention with one head.

    The score of a word's vector h is ``v · tanh(W h + b)``; the weights are the softmax of the scores over
    the words. Up to rounding, the result depends neither on padding nor on the other reviews of the batch.
    An empty review is read as one position of padding.

    Args:
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels) with a mask (reviews, tokens).

    Output shape:
        (reviews, channels).

    Source: Bahdanau et al., Neural machine translation by jointly learning to align and translate, 2015.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights: W, b and v."""
        channels = input_shape[-1]
        self.kernel = self.add_weight(shape=(channels, channels), name="kernel")
        self.bias = self.add_weight(shape=(channels,), name="bias", initializer="zeros")
        self.score_weights = self.add_weight(shape=(channels, 1), name="score_weights")
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Pool ``inputs``; ``mask`` has shape (reviews, tokens)."""
        return _weighted_sum(inputs, self.attention(inputs, mask))

    def attention(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Return the weight of each word, shape (reviews, tokens); those of a review add up to 1."""
        hidden = tf.tanh(tf.tensordot(inputs, tf.convert_to_tensor(self.kernel), 1) + self.bias)
        scores = tf.squeeze(tf.tensordot(hidden, tf.convert_to_tensor(self.score_weights), 1), -1)
        if mask is not None:
            scores -= tf.where(padding_of(mask), np.inf, 0.0)
        return tf.nn.softmax(scores)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """Return None: the output has no time axis to mask."""


class AttentionWeights(keras.layers.Layer):
    """The weights of an :class:`AttentionPooling`, as an output of an exported file.

    Args:
        pooling: The layer; it gets the same inputs.

    Output shape:
        (reviews, tokens).
    """

    def __init__(self, pooling: AttentionPooling) -> None:
        super().__init__(name="attention")
        self.pooling = pooling
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Return the weights."""
        return self.pooling.attention(inputs, mask)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """Return None: the weights of padding are zero."""


def attention_of(model: keras.Model) -> keras.KerasTensor | None:
    """Return the weights of a network's :class:`AttentionPooling` as an output of it, (reviews, tokens).

    Args:
        model: The network.

    Returns:
        The output, or None if the network has no such layer.
    """
    pooling = next((layer for layer in model.layers if isinstance(layer, AttentionPooling)), None)
    return pooling and AttentionWeights(pooling)(*keras.tree.flatten(pooling.input))
