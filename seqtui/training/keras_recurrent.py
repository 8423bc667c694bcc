"""Keras' own recurrent layers, as an alternative to the fused ones."""

from collections.abc import Callable
from typing import Any

import keras

from seqtui.architectures.layers import PooledRecurrent, Recurrent


def _stock(kind: type[keras.layers.Layer]) -> Callable[..., keras.layers.Layer]:
    """Return a factory of PooledRecurrent layers with Keras' mask and dropout."""

    def create(
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        return_sequences: bool = False,
        **settings: Any,
    ) -> keras.layers.Layer:
        inner = kind(
            units, dropout=dropout, recurrent_dropout=recurrent_dropout, return_sequences=True, name="states"
        )
        return PooledRecurrent(inner, pooling, return_sequences, **settings)

    return create


STOCK = Recurrent(lstm=_stock(keras.layers.LSTM), gru=_stock(keras.layers.GRU))
"""Keras' own recurrent layers."""
