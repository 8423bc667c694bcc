"""The LSTM as one CPU kernel."""

from typing import Any

import keras
import tensorflow as tf

from seqtui.architectures.layers import last_state


@keras.saving.register_keras_serializable("seqtui")
class FusedLSTM(keras.layers.Layer):
    """``keras.layers.LSTM`` in one fused kernel with one fused gradient; returns the last state.

    Weights, their order, their shapes and their initialisers are those of ``keras.layers.LSTM``, so that
    ``get_weights`` and ``set_weights`` pass between the two.

    The kernel is ``BlockLSTM``; a test holds its gradients against Keras'. That of its successor,
    ``BlockLSTMV2``, is wrong on CPUs in TensorFlow 2.21.

    Args:
        units: Size of the state.
        dropout: Share of each review's input channels dropped, one mask for all its words. Default 0.
        recurrent_dropout: Share of the recurrent state dropped. Keras draws one mask a review; here it is
            one a half-batch, applied to the rows of the recurrent weights, which costs nothing. Both keep
            the mask for all words (Gal and Ghahramani, 2016). Default 0.
        **kwargs: As in ``keras.layers.Layer``.

    Input: (reviews, tokens, channels), float32, and a mask (reviews, tokens). At least one review: on none,
    the kernel's gradient is undefined. Output: (reviews, units).
    """

    def __init__(
        self, units: int, dropout: float = 0.0, recurrent_dropout: float = 0.0, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.dropout = dropout
        self.recurrent_dropout = recurrent_dropout
        self.supports_masking = True
        self.seed_generator = keras.random.SeedGenerator()

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights, gates in Keras' order: input, forget, cell, output."""
        units = self.units
        self.kernel = self.add_weight(shape=(input_shape[-1], 4 * units), name="kernel")
        self.recurrent_kernel = self.add_weight(
            shape=(units, 4 * units), name="recurrent_kernel", initializer="orthogonal"
        )
        self.bias = self.add_weight(shape=(4 * units,), name="bias", initializer=_forget_gates_open)
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Read each review from its first to its last word."""
        recurrent_kernel = tf.convert_to_tensor(self.recurrent_kernel)
        if training and self.dropout:
            reviews, channels = tf.shape(inputs)[0], inputs.shape[-1]
            inputs *= self._mask_of((reviews, 1, channels), self.dropout)
        if training and self.recurrent_dropout:
            recurrent_kernel *= self._mask_of((self.units, 1), self.recurrent_dropout)
        words = tf.transpose(inputs, [1, 0, 2])
        states = tf.zeros([tf.shape(inputs)[0], self.units])
        peepholes = tf.zeros([self.units])
        outputs = tf.raw_ops.BlockLSTM(
            seq_len_max=tf.shape(words, tf.int64)[0],
            x=words,
            cs_prev=states,
            h_prev=states,
            w=_kernel_order(tf.concat([self.kernel, recurrent_kernel], 0)),
            wci=peepholes,
            wcf=peepholes,
            wco=peepholes,
            b=_kernel_order(tf.convert_to_tensor(self.bias)),
            forget_bias=0.0,
            cell_clip=-1.0,
            use_peephole=False,
        )
        return last_state(tf.transpose(outputs.h, [1, 0, 2]), mask)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""

    def _mask_of(self, shape: tuple[Any, ...], rate: float) -> tf.Tensor:
        return keras.random.dropout(tf.ones(shape), rate, seed=self.seed_generator)

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        own = {"units": self.units, "dropout": self.dropout, "recurrent_dropout": self.recurrent_dropout}
        return {**super().get_config(), **own}


def _forget_gates_open(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    """Zeros, but ones for the forget gates (Jozefowicz et al., 2015), as Keras does."""
    units = shape[0] // 4
    return tf.concat([tf.zeros(units, dtype), tf.ones(units, dtype), tf.zeros(2 * units, dtype)], 0)


def _kernel_order(weights: tf.Tensor) -> tf.Tensor:
    """From Keras' gate order (input, forget, cell, output) to BlockLSTM's (input, cell, forget, output)."""
    i, f, c, o = tf.split(weights, 4, axis=-1)
    return tf.concat([i, c, f, o], -1)
