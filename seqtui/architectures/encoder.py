"""Layers of a transformer's encoder, whose output does not depend on padding."""

from typing import Any

import keras
import tensorflow as tf

from seqtui.architectures.layers import lengths_of


@keras.saving.register_keras_serializable("seqtui")
class PositionEmbedding(keras.layers.Layer):
    """Add a learned vector for each position.

    Args:
        max_length: Number of positions.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels), at most ``max_length`` tokens.

    Output shape:
        As the inputs.
    """

    def __init__(self, max_length: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = max_length
        self.supports_masking = True

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the vectors."""
        self.vectors = self.add_weight(
            shape=(self.max_length, input_shape[-1]), name="vectors", initializer="uniform"
        )
        self.built = True

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        """Add the vectors of the first positions."""
        return inputs + tf.convert_to_tensor(self.vectors)[: tf.shape(inputs)[1]]

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        return {**super().get_config(), "max_length": self.max_length}


@keras.saving.register_keras_serializable("seqtui")
class EncoderBlock(keras.layers.Layer):
    """Self-attention and a hidden layer; each is normalised before, and its result is added to its input.

    Args:
        heads: Number of attention heads. The channels must be a multiple of it.
        feedforward_dim: Size of the hidden layer.
        dropout: Dropout rate of both results. Default 0.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels) with a mask (reviews, tokens).

    Output shape:
        As the inputs.
    """

    def __init__(self, heads: int, feedforward_dim: int, dropout: float = 0.0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heads = heads
        self.feedforward_dim = feedforward_dim
        self.rate = dropout
        self.supports_masking = True
        self.norms = [keras.layers.LayerNormalization(), keras.layers.LayerNormalization()]
        self.hidden = keras.layers.Dense(feedforward_dim, activation="relu")
        self.dropouts = [keras.layers.Dropout(dropout), keras.layers.Dropout(dropout)]

    def build(self, input_shape: tuple[int, ...]) -> None:
        """Create the weights."""
        channels = input_shape[-1]
        self.attention = keras.layers.MultiHeadAttention(self.heads, channels // self.heads)
        self.output_layer = keras.layers.Dense(channels)
        for norm in self.norms:
            norm.build(input_shape)
        self.attention.build(input_shape, input_shape)
        self.hidden.build(input_shape)
        self.output_layer.build((*input_shape[:-1], self.feedforward_dim))
        self.built = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Attend to the words and transform each position."""
        is_word = None
        if mask is not None:  # an empty review counts as one position of padding
            is_word = (tf.range(tf.shape(inputs)[1]) < lengths_of(mask)[:, None])[:, None]
        # The copy has no Keras mask, which would also hide the one position of an empty review.
        normed = tf.identity(self.norms[0](inputs))
        attended = self.attention(normed, normed, attention_mask=is_word, training=training)
        inputs += self.dropouts[0](attended, training=training)
        transformed = self.output_layer(self.hidden(self.norms[1](inputs)))
        return inputs + self.dropouts[1](transformed, training=training)

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        config = {"heads": self.heads, "feedforward_dim": self.feedforward_dim, "dropout": self.rate}
        return {**super().get_config(), **config}
