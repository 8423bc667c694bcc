"""Keras layers that see exactly the words of a review and nothing of the padding behind them.

Padding comes at the end, and a Keras mask, true where there is a word, travels beside the values.
"""

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

RecurrentLayer = Callable[..., keras.layers.Layer]
"""``(units, dropout=0.0, recurrent_dropout=0.0)`` to a layer that returns the state after the last word."""


@keras.saving.register_keras_serializable("seqtui")
class MaskedConv1D(keras.layers.Conv1D):
    """Conv1D that reads zeros beyond the last word and writes zeros there.

    Args:
        filters: Output channels.
        kernel_size: Words a filter sees; odd, so that "same" is the same on both sides.
        **kwargs: As in ``keras.layers.Conv1D``; padding is always "same".

    Input: (reviews, tokens, channels). Output: (reviews, tokens, filters).
    """

    def __init__(self, filters: int, kernel_size: int, **kwargs: Any) -> None:
        super().__init__(filters, kernel_size, **{**kwargs, "padding": "same"})
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Convolve; ``mask`` has shape (reviews, tokens)."""
        if mask is None:
            return super().call(inputs)
        here = tf.cast(mask, inputs.dtype)[:, :, None]
        return super().call(inputs * here) * here


@keras.saving.register_keras_serializable("seqtui")
class MaskedMaxPooling1D(keras.layers.MaxPooling1D):
    """Max pooling over pairs that hands the mask on; the last word of an odd review stays alone.

    The padding must hold zeros and the values must not be negative, as after a ReLU in MaskedConv1D.

    Input: (reviews, tokens, channels). Output: (reviews, ceil(tokens / 2), channels).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "pool_size": 2, "strides": 2, "padding": "same"})
        self.supports_masking = True

    def compute_mask(self, _: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor | None:
        """A pair is there if its first word is."""
        return None if mask is None else mask[:, ::2]


def last_state(states: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Take the state after each review's last word.

    Args:
        states: (reviews, tokens, units).
        mask: (reviews, tokens), true for words, all of them before the padding. None: no padding.

    Returns:
        (reviews, units); for a review without words the state after one position of padding.
    """
    if mask is None:
        return states[:, -1]
    words = tf.reduce_sum(tf.cast(mask, tf.int32), axis=1)
    return tf.gather(states, tf.maximum(words - 1, 0), axis=1, batch_dims=1)


@keras.saving.register_keras_serializable("seqtui")
class PlainLSTM(keras.layers.Layer):
    """The LSTM without dropout in the shape that tf2onnx turns into one LSTM node: for export.

    Its weights are those of ``keras.layers.LSTM`` and of the fused layer, in the same order.

    Args:
        units: Size of the state.
        dropout: Taken and not applied; exports predict.
        recurrent_dropout: Taken and not applied.

    Input: (reviews, tokens, channels) and its mask. Output: (reviews, units).
    """

    def __init__(
        self, units: int, dropout: float = 0.0, recurrent_dropout: float = 0.0, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        del dropout, recurrent_dropout
        self.supports_masking = True
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights."""
        self.lstm.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Run over padding and all, then pick: exact for a forward LSTM, and free of a loop."""
        unmasked = tf.identity(inputs)  # leaves Keras' own mask behind, which would make it a loop
        return last_state(self.lstm(unmasked), mask)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""
