"""Recurrent layers: what they have in common, and those of an exported file."""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import tensorflow as tf

from seqtui.architectures.layers.pooling import lengths_of, padding_of, pool_states

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


def _zero_padding(states: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Return the states of the words and zeros for padding, shape (reviews, tokens, units)."""
    return states if mask is None else states * tf.expand_dims(tf.cast(mask, states.dtype), -1)


def _reverse_words(inputs: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Reverse the words of each review; padding stays at the end."""
    if mask is None:
        return inputs[:, ::-1]
    return tf.reverse_sequence(inputs, lengths_of(mask), seq_axis=1, batch_axis=0)


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
        is_read = None if mask is None else tf.logical_not(padding_of(mask))
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
