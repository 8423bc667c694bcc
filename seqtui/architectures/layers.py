"""Keras layers whose output does not depend on padding.

Reviews are padded at the end. A Keras mask, true for words and false for padding, is passed with the values.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

RecurrentLayer = Callable[..., keras.layers.Layer]
"""Factory of a recurrent layer.

Arguments: ``(units, dropout=0.0, recurrent_dropout=0.0, pooling="last", return_sequences=False, name=None)``.

The layer takes inputs of shape (reviews, tokens, channels) with a mask. It pools its states as
:func:`pool_states` does, ``pooling`` being ``"last"`` or ``"last+max"``. With ``return_sequences`` it returns
the states of all words instead, shape (reviews, tokens, units), zeros for padding, and passes the mask on."""


class Recurrent(NamedTuple):
    """Recurrent layers to build a network with: fused for training, Keras' own, or plain for export.

    All variants have the same weights in the same order as the Keras layers.

    Args:
        lstm: Creates an LSTM.
        gru: Creates a GRU.
    """

    lstm: RecurrentLayer
    gru: RecurrentLayer


def classification_head(num_classes: int) -> keras.layers.Dense:
    """Create the last layer, a logistic regression.

    Args:
        num_classes: Number of classes, at least 2.

    Returns:
        A ``Dense`` layer. For two classes, one sigmoid output: the probability of the second class. For more
        classes, one softmax output per class.
    """
    if num_classes == 2:
        return keras.layers.Dense(1, activation="sigmoid")
    return keras.layers.Dense(num_classes, activation="softmax")


@keras.saving.register_keras_serializable("seqtui")
class MaskedConv1D(keras.layers.Conv1D):
    """1D convolution that treats padding as zeros in its inputs and in its outputs.

    Args:
        filters: Number of output channels.
        kernel_size: Width of the filters in words.
        **kwargs: As in ``keras.layers.Conv1D``; ``padding`` is always ``"same"``.

    Attributes:
        padding_is_zero: Whether the inputs are already zero where there is padding. Default False.

    Input shape:
        (reviews, tokens, channels).

    Output shape:
        (reviews, tokens, filters).
    """

    padding_is_zero = False

    def __init__(self, filters: int, kernel_size: int, **kwargs: Any) -> None:
        super().__init__(filters, kernel_size, **{**kwargs, "padding": "same"})
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Convolve ``inputs``; ``mask`` has shape (reviews, tokens)."""
        is_word = None if mask is None else tf.expand_dims(tf.cast(mask, inputs.dtype), -1)
        if is_word is not None and not self.padding_is_zero:
            inputs *= is_word
        # As an image of height 1: tf2onnx then fuses bias and activation into the Conv node.
        image, filters = tf.expand_dims(inputs, 1), tf.expand_dims(self.kernel, 0)
        sums = tf.nn.conv2d(image, filters, strides=1, padding="SAME")
        outputs = tf.squeeze(self.activation(tf.nn.bias_add(sums, self.bias)), 1)
        return outputs if is_word is None else outputs * is_word


@keras.saving.register_keras_serializable("seqtui")
class MaskedMaxPooling1D(keras.layers.MaxPooling1D):
    """Max pooling over groups of adjacent positions that passes the mask on.

    Inputs must be zero where there is padding and not negative elsewhere, as after a ReLU in MaskedConv1D.

    Args:
        pool_size: Number of positions in a group. Default 2.
        **kwargs: As in ``keras.layers.MaxPooling1D``; strides are ``pool_size``, ``padding`` is ``"same"``.

    Input shape:
        (reviews, tokens, channels).

    Output shape:
        (reviews, ceil(tokens / pool_size), channels).
    """

    def __init__(self, pool_size: int = 2, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "pool_size": pool_size, "strides": pool_size, "padding": "same"})
        self.supports_masking = True

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        """Return the maximum of each group, starting from the first position."""
        (size,) = self.pool_size
        if size > 2:  # "same" would pad at both ends, and the groups would depend on the number of tokens
            inputs = tf.pad(inputs, [[0, 0], [0, -tf.shape(inputs)[1] % size], [0, 0]])
        return super().call(inputs)

    def compute_mask(self, _: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor | None:
        """Return the mask of the groups: a group is a word if its first position is one."""
        (size,) = self.pool_size
        return None if mask is None else mask[:, ::size]


@keras.saving.register_keras_serializable("seqtui")
class ParallelConv1D(keras.layers.Layer):
    """Masked convolutions of several widths in parallel, each followed by a ReLU.

    Args:
        filters: Number of output channels of each convolution.
        widths: Kernel size of each convolution, in words.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels).

    Output shape:
        (reviews, tokens, filters × number of widths).
    """

    def __init__(self, filters: int, widths: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.filters = filters
        self.widths = tuple(widths)
        self.supports_masking = True
        self.convolutions = [MaskedConv1D(filters, width, activation="relu") for width in widths]

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights."""
        for convolution in self.convolutions:
            convolution.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Convolve with each width and concatenate the channels."""
        return tf.concat([convolution(inputs, mask=mask) for convolution in self.convolutions], -1)

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        return {**super().get_config(), "filters": self.filters, "widths": self.widths}


@keras.saving.register_keras_serializable("seqtui")
class MaskedGlobalMaxPooling1D(keras.layers.GlobalMaxPooling1D):
    """Maximum of each channel over a review's words.

    Inputs must be zero where there is padding and not negative elsewhere, as after a ReLU in MaskedConv1D.

    Args:
        **kwargs: As in ``keras.layers.GlobalMaxPooling1D``.

    Input shape:
        (reviews, tokens, channels).

    Output shape:
        (reviews, channels).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """Return None: the output has no time axis to mask."""


@keras.saving.register_keras_serializable("seqtui")
class BothDirections(keras.layers.Layer):
    """Two recurrent layers: one over the words in order, one over the words in reverse.

    Args:
        forward: Layer of a :class:`Recurrent`, with or without ``return_sequences``.
        backward: Layer with the same arguments and its own weights.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels) with a mask (reviews, tokens).

    Output shape:
        (reviews, outputs of ``forward`` + outputs of ``backward``). If the layers return sequences: (reviews,
        tokens, outputs of both), both in the order of the words, zeros for padding.
    """

    def __init__(self, forward: keras.layers.Layer, backward: keras.layers.Layer, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.forward = forward
        self.backward = backward
        self.return_sequences = forward.return_sequences
        self.supports_masking = True

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights."""
        self.forward.build(input_shape)
        self.backward.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Run both layers. Only the words are reversed: padding stays at the end for both."""
        forward = self.forward(inputs, mask=mask, training=training)
        backward = self.backward(_reverse_words(inputs, mask), mask=mask, training=training)
        if self.return_sequences:
            backward = _reverse_words(backward, mask)
        return tf.concat([forward, backward], -1)

    def compute_mask(self, _: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor | None:
        """Return the mask, or None for a pooled output, which has no time axis."""
        return mask if self.return_sequences else None

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        layers = {"forward": self.forward, "backward": self.backward}
        config = {name: keras.saving.serialize_keras_object(layer) for name, layer in layers.items()}
        return {**super().get_config(), **config}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "BothDirections":
        """Create a layer from the result of :meth:`get_config`."""
        layers = {
            name: keras.saving.deserialize_keras_object(config[name]) for name in ("forward", "backward")
        }
        return cls(**{**config, **layers})


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
        is_word = tf.cast(tf.logical_not(_is_padding(mask)), states.dtype)
        return _weighted_sum(states, is_word) / tf.reduce_sum(is_word, axis=1, keepdims=True)
    if mask is None:
        last, is_padding = states[:, -1], None
    else:
        last = tf.gather(states, lengths_of(mask) - 1, axis=1, batch_dims=1)
        is_padding = _is_padding(mask)
    if pooling == "last":
        return last
    # Push padding below every value: in an exported file, one subtraction is cheaper than a Where over units.
    if is_padding is not None:
        states -= tf.expand_dims(tf.where(is_padding, np.inf, 0.0), -1)
    return tf.concat([last, tf.reduce_max(states, axis=1)], -1)


def _is_padding(mask: tf.Tensor) -> tf.Tensor:
    """Return the inverse of a mask, but false for the first position of an empty review."""
    return tf.range(tf.shape(mask)[1]) >= lengths_of(mask)[:, None]


def _weighted_sum(states: tf.Tensor, weights: tf.Tensor) -> tf.Tensor:
    """Return the sums over time of states (reviews, tokens, units) with weights (reviews, tokens)."""
    return tf.squeeze(tf.matmul(tf.expand_dims(weights, 1), states), 1)


def _zero_padding(states: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Return the states of the words and zeros for padding, shape (reviews, tokens, units)."""
    return states if mask is None else states * tf.expand_dims(tf.cast(mask, states.dtype), -1)


def _reverse_words(inputs: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Reverse the words of each review; padding stays at the end."""
    if mask is None:
        return inputs[:, ::-1]
    return tf.reverse_sequence(inputs, lengths_of(mask), seq_axis=1, batch_axis=0)


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
            scores -= tf.where(_is_padding(mask), np.inf, 0.0)
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


@keras.saving.register_keras_serializable("seqtui")
class PooledRecurrent(keras.layers.Layer):
    """A Keras recurrent layer, followed by pooling over time unless sequences are wanted.

    Args:
        inner: Recurrent layer with ``return_sequences=True``.
        pooling: See :func:`pool_states`.
        return_sequences: Whether to return the states of all words instead of pooling them, with zeros for
            padding, and to pass the mask on. Default False.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels) with a mask (reviews, tokens).

    Output shape:
        (reviews, units), (reviews, 2 × units) for ``pooling="last+max"``, or (reviews, tokens, units) with
        ``return_sequences``.
    """

    def __init__(
        self, inner: keras.layers.Layer, pooling: str, return_sequences: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.pooling = pooling
        self.return_sequences = return_sequences
        self.supports_masking = True
        self.inner = inner

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights."""
        self.inner.build(input_shape)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Run the recurrent layer over the words and pool its states, or return all of them."""
        # Not the mask itself: of an empty review, one position of padding is read, as in the other variants.
        is_read = None if mask is None else tf.logical_not(_is_padding(mask))
        return self._outputs(self.inner(inputs, mask=is_read, training=training), mask)

    def _outputs(self, states: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
        if self.return_sequences:
            return _zero_padding(states, mask)
        return pool_states(states, mask, self.pooling)

    def compute_mask(self, _: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor | None:
        """Return the mask, or None for a pooled output, which has no time axis."""
        return mask if self.return_sequences else None

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        inner = keras.saving.serialize_keras_object(self.inner)
        config = {"inner": inner, "pooling": self.pooling, "return_sequences": self.return_sequences}
        return {**super().get_config(), **config}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "PooledRecurrent":
        """Create a layer from the result of :meth:`get_config`."""
        return cls(**{**config, "inner": keras.saving.deserialize_keras_object(config["inner"])})


class _ForExport(PooledRecurrent):
    """Base class of the layers for export, without dropout and without a mask inside the recurrence.

    Args:
        units: Size of the state.
        dropout: Ignored: dropout acts in training only.
        recurrent_dropout: Ignored.
        pooling: See :func:`pool_states`. Default ``"last"``.
        return_sequences: As in :class:`PooledRecurrent`. Default False.
        **kwargs: As in ``keras.layers.Layer``.
    """

    _kind: type[keras.layers.Layer]

    def __init__(
        self,
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        return_sequences: bool = False,
        **kwargs: Any,
    ) -> None:
        del dropout, recurrent_dropout
        inner = self._kind(units, return_sequences=True, name="states")
        super().__init__(inner, pooling, return_sequences, **kwargs)

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Run over words and padding, then pool the states of the words or return them.

        The result is exact: padding comes last, so no state of a word depends on it.
        """
        del training
        unmasked = tf.identity(inputs)  # drops Keras' mask, which tf2onnx would convert to a Loop
        return self._outputs(self._states(unmasked), mask)

    def _states(self, inputs: tf.Tensor) -> tf.Tensor:
        return self.inner(inputs)


class PlainLSTM(_ForExport):
    """LSTM that tf2onnx converts to one LSTM node."""

    _kind = keras.layers.LSTM


class PlainGRU(_ForExport):
    """GRU that is one CudnnRNN operation in a graph, which the exporter converts to one GRU node.

    tf2onnx converts ``keras.layers.GRU`` to a Loop. CudnnRNN cannot run on a CPU but stores the weights: its
    ``params`` are those of an ONNX GRU, concatenated. In eager mode the layer runs ``keras.layers.GRU``.
    """

    _kind = keras.layers.GRU

    def _states(self, inputs: tf.Tensor) -> tf.Tensor:
        if tf.executing_eagerly():
            return self.inner(inputs)
        cell = self.inner.cell
        state = tf.zeros((1, tf.shape(inputs)[0], cell.units))
        weights = (tf.transpose(cell.kernel), tf.transpose(cell.recurrent_kernel), cell.bias)
        time_major = tf.raw_ops.CudnnRNN(
            input=tf.transpose(inputs, [1, 0, 2]),
            input_h=state,
            input_c=state,
            params=tf.concat([tf.reshape(weight, [-1]) for weight in weights], 0),
            rnn_mode="gru",
            is_training=False,
        ).output
        return tf.ensure_shape(tf.transpose(time_major, [1, 0, 2]), (None, None, cell.units))


PLAIN = Recurrent(lstm=PlainLSTM, gru=PlainGRU)
"""Recurrent layers for export."""
