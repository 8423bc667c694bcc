"""A bag of n-grams in the manner of fastText."""

from typing import Any

import keras
import tensorflow as tf
from keras.layers import Dropout, Input

from seqtui.architectures.layers import Recurrent, decision
from seqtui.recipe import Recipe

VECTOR = 16
_FACTOR = 1_000_003  # a prime: spreads pairs of ids over the buckets


def build(
    recipe: Recipe, recurrent: Recurrent, labels: int, *, buckets: int, dropout: float = 0.2
) -> keras.Sequential:
    """The mean vector of a review's words and pairs of words, then logistic regression.

    Args:
        recipe: Gives the vocabulary's size.
        recurrent: Not used; this network has no recurrent layer.
        labels: How many labels there are.
        buckets: Vectors that the pairs share; two pairs may meet in one.
        dropout: Share of the mean's values dropped. Default 0.2; the paper has none.

    Source: Joulin, Grave, Bojanowski and Mikolov, Bag of Tricks for Efficient Text Classification, 2017.
    """
    del recurrent
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            MeanOfWordsAndPairs(recipe.vocabulary_size, buckets, VECTOR),
            Dropout(dropout),
            decision(labels),
        ]
    )


@keras.saving.register_keras_serializable("seqtui")
class MeanOfWordsAndPairs(keras.layers.Layer):
    """The mean of the vectors of all words and of all pairs of neighbours.

    Args:
        vocabulary_size: Word ids; each has a vector of its own.
        buckets: Vectors for the pairs, found by a hash of the two ids.
        size: Values of a vector.
        **kwargs: As in ``keras.layers.Layer``.

    Input: ids (reviews, tokens), int32, padded with 0 at the end. Output: (reviews, size).
    """

    def __init__(self, vocabulary_size: int, buckets: int, size: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.buckets = buckets
        self.size = size

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the vectors, those of words first."""
        del input_shape
        self.vectors = self.add_weight(
            shape=(self.vocabulary_size + self.buckets, self.size), name="vectors", initializer="uniform"
        )
        self.built = True

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        """Look up and average."""
        words = tf.cast(inputs, tf.int64)
        following = tf.pad(words[:, 1:], [[0, 0], [0, 1]])
        pairs = self.vocabulary_size + (words * _FACTOR + following) % self.buckets
        places = tf.concat([words, pairs], 1)
        here = tf.concat([words > 0, following > 0], 1)
        weights = tf.cast(here, tf.float32)[:, :, None]
        total = tf.reduce_sum(tf.gather(tf.convert_to_tensor(self.vectors), places) * weights, 1)
        return total / tf.maximum(tf.reduce_sum(weights, 1), 1.0)

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        own = {"vocabulary_size": self.vocabulary_size, "buckets": self.buckets, "size": self.size}
        return {**super().get_config(), **own}
