"""Keras layers that see exactly the words of a review and nothing of the padding behind them.

Padding comes at the end, and a Keras mask, true where there is a word, travels beside the values.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import tensorflow as tf

RecurrentLayer = Callable[..., keras.layers.Layer]
"""``(units, dropout=0.0, recurrent_dropout=0.0, pooling="last", name=None)`` to a layer that takes (reviews,
tokens, channels) and its mask and gives what :func:`pool_states` makes of its states."""


class Recurrent(NamedTuple):
    """The recurrent layers that a network is built with: compiled, as Keras has them, or for export.

    All of them have the weights of Keras' own, in the same order.
    """

    lstm: RecurrentLayer
    gru: RecurrentLayer


def decision(labels: int) -> keras.layers.Dense:
    """The last layer: logistic regression, of one output for two labels and of one a label for more.

    Args:
        labels: How many there are. Of two the one output is the second one's probability.
    """
    if labels == 2:
        return keras.layers.Dense(1, activation="sigmoid")
    return keras.layers.Dense(labels, activation="softmax")


@keras.saving.register_keras_serializable("seqtui")
class MaskedConv1D(keras.layers.Conv1D):
    """Conv1D that reads zeros beyond the last word and writes zeros there.

    Args:
        filters: Output channels.
        kernel_size: Words a filter sees; odd, so that "same" is the same on both sides.
        **kwargs: As in ``keras.layers.Conv1D``; padding is always "same".

    Attributes:
        padding_is_zero: Whether what it is given holds zeros beyond the last word already. Default False.

    Input: (reviews, tokens, channels). Output: (reviews, tokens, filters).
    """

    padding_is_zero = False

    def __init__(self, filters: int, kernel_size: int, **kwargs: Any) -> None:
        super().__init__(filters, kernel_size, **{**kwargs, "padding": "same"})
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Convolve; ``mask`` has shape (reviews, tokens)."""
        here = None if mask is None else tf.expand_dims(tf.cast(mask, inputs.dtype), -1)
        if here is not None and not self.padding_is_zero:
            inputs *= here
        # An image one row high: in an exported file bias and activation are then part of the Conv node.
        image, filters = tf.expand_dims(inputs, 1), tf.expand_dims(self.kernel, 0)
        sums = tf.nn.conv2d(image, filters, strides=1, padding="SAME")
        outputs = tf.squeeze(self.activation(tf.nn.bias_add(sums, self.bias)), 1)
        return outputs if here is None else outputs * here


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


@keras.saving.register_keras_serializable("seqtui")
class ParallelConv1D(keras.layers.Layer):
    """Masked convolutions of several widths side by side, each followed by a ReLU.

    Args:
        filters: Output channels of each width.
        widths: Words that the filters see, a convolution each.
        **kwargs: As in ``keras.layers.Layer``.

    Input: (reviews, tokens, channels). Output: (reviews, tokens, filters × number of widths).
    """

    def __init__(self, filters: int, widths: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.filters = filters
        self.widths = tuple(widths)
        self.supports_masking = True
        self.convolutions = [MaskedConv1D(filters, width, activation="relu") for width in widths]

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights."""
        for convolution in self.convolutions:
            convolution.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Convolve with each width."""
        return tf.concat([convolution(inputs, mask=mask) for convolution in self.convolutions], -1)

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        return {**super().get_config(), "filters": self.filters, "widths": self.widths}


@keras.saving.register_keras_serializable("seqtui")
class MaskedGlobalMaxPooling1D(keras.layers.GlobalMaxPooling1D):
    """The largest value of each channel over a review's words.

    The padding must hold zeros and the values must not be negative, as after a ReLU in MaskedConv1D.

    Input: (reviews, tokens, channels). Output: (reviews, channels).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One value a review: nothing is left to mask."""


@keras.saving.register_keras_serializable("seqtui")
class BothDirections(keras.layers.Layer):
    """Two recurrent layers: one reads a review forwards, the other backwards from its last word.

    Args:
        forward: A layer that returns the state after the last word.
        backward: Another; its weights are its own.
        **kwargs: As in ``keras.layers.Layer``.

    Input: (reviews, tokens, channels) and its mask. Output: (reviews, units of both).
    """

    def __init__(self, forward: keras.layers.Layer, backward: keras.layers.Layer, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.forward = forward
        self.backward = backward
        self.supports_masking = True

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights."""
        self.forward.build(input_shape)
        self.backward.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Read both ways; the padding stays at the end for the one that reads backwards too."""
        if mask is None:
            reversed_inputs = inputs[:, ::-1]
        else:
            reversed_inputs = tf.reverse_sequence(inputs, lengths_of(mask), seq_axis=1, batch_axis=0)
        both = ((self.forward, inputs), (self.backward, reversed_inputs))
        return tf.concat([layer(read, mask=mask, training=training) for layer, read in both], -1)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        layers = {"forward": self.forward, "backward": self.backward}
        saved = {name: keras.saving.serialize_keras_object(layer) for name, layer in layers.items()}
        return {**super().get_config(), **saved}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "BothDirections":
        """The inverse of :meth:`get_config`."""
        layers = {
            name: keras.saving.deserialize_keras_object(config[name]) for name in ("forward", "backward")
        }
        return cls(**{**config, **layers})


def lengths_of(mask: tf.Tensor) -> tf.Tensor:
    """The words of each review, (reviews,), int32; 1 for a review without words, whose padding is read."""
    return tf.maximum(tf.reduce_sum(tf.cast(mask, tf.int32), axis=1), 1)


def pool_states(states: tf.Tensor, mask: tf.Tensor | None, pooling: str) -> tf.Tensor:
    """Make one vector of a review's states.

    Args:
        states: (reviews, tokens, units), values between -1 and 1.
        mask: (reviews, tokens), true for words, all of them before the padding. None: no padding.
        pooling: ``last`` takes the state after the last word, for a review without words that after one
            position of padding; ``last+max`` puts each unit's largest value beside it (Collobert et al.,
            2011), for a review without words the last one again.

    Returns:
        (reviews, units), or (reviews, 2 × units).
    """
    if mask is None:
        last, beyond = states[:, -1], None
    else:
        lengths = lengths_of(mask)
        last = tf.gather(states, lengths - 1, axis=1, batch_dims=1)
        beyond = tf.range(tf.shape(states)[1]) >= lengths[:, None]
    if pooling == "last":
        return last
    # The padding is pushed below every state; one subtraction costs an exported file less than a choice.
    if beyond is not None:
        states -= tf.expand_dims(tf.where(beyond, 4.0, 0.0), -1)
    return tf.concat([last, tf.reduce_max(states, axis=1)], -1)


@keras.saving.register_keras_serializable("seqtui")
class PooledRecurrent(keras.layers.Layer):
    """A recurrent layer of Keras, then the pooling.

    Args:
        inner: Gives the state after each word.
        pooling: See :func:`pool_states`.
        **kwargs: As in ``keras.layers.Layer``.

    Input: (reviews, tokens, channels) and its mask. Output: (reviews, units), or twice as many.
    """

    def __init__(self, inner: keras.layers.Layer, pooling: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pooling = pooling
        self.supports_masking = True
        self.inner = inner

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights."""
        self.inner.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Read each review from its first to its last word."""
        return pool_states(self.inner(inputs, mask=mask, training=training), mask, self.pooling)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""

    def get_config(self) -> dict[str, Any]:
        """What Keras saves of the layer."""
        own = {"inner": keras.saving.serialize_keras_object(self.inner), "pooling": self.pooling}
        return {**super().get_config(), **own}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "PooledRecurrent":
        """The inverse of :meth:`get_config`."""
        return cls(**{**config, "inner": keras.saving.deserialize_keras_object(config["inner"])})


class _ForExport(PooledRecurrent):
    """What the layers for export share: no dropout, no mask inside the recurrence.

    Args:
        units: Size of the state.
        dropout: Taken and not applied; exports predict.
        recurrent_dropout: Taken and not applied.
        pooling: See :func:`pool_states`.
        **kwargs: As in ``keras.layers.Layer``.
    """

    _kind: type[keras.layers.Layer]

    def __init__(
        self,
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        **kwargs: Any,
    ) -> None:
        del dropout, recurrent_dropout
        super().__init__(self._kind(units, return_sequences=True, name="states"), pooling, **kwargs)

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Run over padding and all, then pool: exact for a layer that reads forwards, and free of a loop."""
        del training
        unmasked = tf.identity(inputs)  # leaves Keras' own mask behind, which would make it a loop
        return pool_states(self._states(unmasked), mask, self.pooling)

    def _states(self, inputs: tf.Tensor) -> tf.Tensor:
        return self.inner(inputs)


class PlainLSTM(_ForExport):
    """The LSTM in the shape that tf2onnx turns into one LSTM node."""

    _kind = keras.layers.LSTM


class PlainGRU(_ForExport):
    """The GRU as one operation of a graph, which the exporter turns into one GRU node.

    tf2onnx makes a loop of ``keras.layers.GRU``. A graph gets the operation CudnnRNN instead; it cannot run
    on a CPU but carries the weights: its ``params`` are those of an ONNX GRU, one after the other.
    """

    _kind = keras.layers.GRU

    def _states(self, inputs: tf.Tensor) -> tf.Tensor:
        if tf.executing_eagerly():
            return self.inner(inputs)
        cell = self.inner.cell
        state = tf.zeros((1, tf.shape(inputs)[0], cell.units))
        weights = (tf.transpose(cell.kernel), tf.transpose(cell.recurrent_kernel), cell.bias)
        by_word = tf.raw_ops.CudnnRNN(
            input=tf.transpose(inputs, [1, 0, 2]),
            input_h=state,
            input_c=state,
            params=tf.concat([tf.reshape(weight, [-1]) for weight in weights], 0),
            rnn_mode="gru",
            is_training=False,
        ).output
        return tf.ensure_shape(tf.transpose(by_word, [1, 0, 2]), (None, None, cell.units))


PLAIN = Recurrent(lstm=PlainLSTM, gru=PlainGRU)
"""The recurrent layers that a network is exported with."""
