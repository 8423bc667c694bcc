"""Keras' own recurrent layers in the place of the fused ones."""

from typing import Any

import keras

from seqtui.architectures.layers import PooledRecurrent, Recurrent


class _Stock(PooledRecurrent):
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
        inner = kind(
            units, dropout=dropout, recurrent_dropout=recurrent_dropout, return_sequences=True, name="states"
        )
        super().__init__(inner, pooling, **kwargs)


STOCK = Recurrent(
    lstm=lambda units, **settings: _Stock(keras.layers.LSTM, units, **settings),
    gru=lambda units, **settings: _Stock(keras.layers.GRU, units, **settings),
)
"""The recurrent layers as Keras trains them."""
