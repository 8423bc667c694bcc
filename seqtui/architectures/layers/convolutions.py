"""Convolutions and maximum pooling with a mask."""

from typing import Any

import keras
import tensorflow as tf


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
