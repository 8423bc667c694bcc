"""A layer that averages the vectors of words and word pairs."""

from typing import Any

import keras
import tensorflow as tf

_FACTOR = 1_000_003  # a prime: spreads pairs of ids over the buckets


@keras.saving.register_keras_serializable("seqtui")
class MeanOfWordsAndPairs(keras.layers.Layer):
    """Mean of the vectors of all words and of all pairs of adjacent words.

    Args:
        vocabulary_size: Number of word ids; each has its own vector.
        buckets: Number of vectors for pairs, selected by a hash of the two ids.
        size: Size of a vector.
        **kwargs: As in ``keras.layers.Layer``.

    Attributes:
        words_trainable: Whether the vectors of words are trained; those of pairs always are. Default True.

    Input shape:
        Word ids (reviews, tokens), int32, padded with 0 at the end.

    Output shape:
        (reviews, size), float32.
    """

    def __init__(self, vocabulary_size: int, buckets: int, size: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.buckets = buckets
        self.size = size
        self.words_trainable = True

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the vectors: first those of words, then those of pairs."""
        del input_shape
        self.vectors = self.add_weight(
            shape=(self.vocabulary_size + self.buckets, self.size), name="vectors", initializer="uniform"
        )
        self.built = True

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        """Look up the vectors and average them."""
        words = tf.cast(inputs, tf.int64)
        next_words = tf.pad(words[:, 1:], [[0, 0], [0, 1]])
        pairs = self.vocabulary_size + (words * _FACTOR + next_words) % self.buckets
        indices = tf.concat([words, pairs], 1)
        mask = tf.cast(tf.concat([words > 0, next_words > 0], 1), tf.float32)[:, :, None]
        vectors = tf.gather(tf.convert_to_tensor(self.vectors), indices)
        if not self.words_trainable:
            of_words, of_pairs = tf.split(vectors, 2, 1)
            vectors = tf.concat([tf.stop_gradient(of_words), of_pairs], 1)
        total = tf.reduce_sum(vectors * mask, 1)
        return total / tf.maximum(tf.reduce_sum(mask, 1), 1.0)

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        config = {"vocabulary_size": self.vocabulary_size, "buckets": self.buckets, "size": self.size}
        return {**super().get_config(), **config}
