"""Keras' own recurrent layers in the place of the fused ones."""

from typing import Any

import keras
import tensorflow as tf

from seqtui.architectures.layers import Recurrent, pool_states


class _Stock(keras.layers.Layer):
    """A recurrent layer of Keras with its mask, its dropout and its speed; then the pooling.

    Args:
        kind: ``keras.layers.LSTM`` or ``keras.layers.GRU``.
        units: Size of the state.
        pooling: See :func:`seqtui.architectures.layers.pool_states`.
        dropout: As in Keras.
        recurrent_dropout: As in Keras.
        **kwargs: As in ``keras.layers.Layer``.
    """

    def __init__(
        self,
        kind: type[keras.layers.Layer],
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.pooling = pooling
        self.supports_masking = True
        self.inner = kind(
            units, dropout=dropout, recurrent_dropout=recurrent_dropout, return_sequences=True, name="states"
        )

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights."""
        self.inner.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Read each review from its first to its last word."""
        return pool_states(self.inner(inputs, mask=mask, training=training), mask, self.pooling)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""


STOCK = Recurrent(
    lstm=lambda units, **settings: _Stock(keras.layers.LSTM, units, **settings),
    gru=lambda units, **settings: _Stock(keras.layers.GRU, units, **settings),
)
"""The recurrent layers as Keras trains them."""
