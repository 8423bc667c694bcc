"""Keras' own recurrent layers in the place of the fused ones."""

from collections.abc import Callable
from typing import Any

import keras

from seqtui.architectures.layers import PooledRecurrent, Recurrent


def _stock(kind: type[keras.layers.Layer]) -> Callable[..., keras.layers.Layer]:
    """A maker of that recurrent layer, with Keras' mask, dropout and speed; then the pooling."""

    def make(
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        **settings: Any,
    ) -> keras.layers.Layer:
        inner = kind(
            units, dropout=dropout, recurrent_dropout=recurrent_dropout, return_sequences=True, name="states"
        )
        return PooledRecurrent(inner, pooling, **settings)

    return make


STOCK = Recurrent(lstm=_stock(keras.layers.LSTM), gru=_stock(keras.layers.GRU))
"""The recurrent layers as Keras trains them."""
