"""A layer that knows a review by its phrases of one to three words."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from seqtui.architectures.ngram_counts import LONGEST, NGrams
from seqtui.errors import InputError

_LARGEST_VOCABULARY = 2_000_000  # its cube is still an int64
_NO_KEY = np.iinfo(np.int64).max
_SCALE = 15.0  # makes the learning rates of the other networks right for this one
_START = 0.01  # naive Bayes itself, up to a factor


@keras.saving.register_keras_serializable("seqtui")
class WeightedNGrams(keras.layers.Layer):
    """The sum of a review's n-grams, each its naive Bayes log-count ratio times a weight that is learned.

    With two labels there is one sum, for the second; with more there is one a label, with the ratios of this
    label against all others.

    An n-gram is found by binary search among sorted keys, in operations that ONNX has too: no hashing, so no
    two n-grams share a weight. An n-gram counts as often as it occurs. :meth:`set_ngrams` must come before
    training.

    Args:
        vocabulary_size: Word ids; at most 2,000,000.
        known: How many n-grams it looks for.
        dropout: Share of the n-grams dropped in training. Default 0.
        labels: How many there are. Default 2.
        **kwargs: As in ``keras.layers.Layer``.

    Input: ids (reviews, tokens), int32, padded with 0 at the end. Output: logits (reviews, 1), with more
    than two labels (reviews, labels).

    Raises:
        InputError: If the vocabulary is too large for the keys.
    """

    def __init__(
        self, vocabulary_size: int, known: int, dropout: float = 0.0, labels: int = 2, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        if vocabulary_size > _LARGEST_VOCABULARY:
            raise InputError(
                f"--vocabulary-size {vocabulary_size}: n-grams need one of at most {_LARGEST_VOCABULARY:,}"
            )
        self.vocabulary_size = vocabulary_size
        self.known = known
        self.dropout = dropout
        self.labels = labels
        self.seed_generator = keras.random.SeedGenerator()

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights; place 0 is that of no n-gram."""
        del input_shape
        places = self.known + 1
        outputs = () if self.labels == 2 else (self.labels,)
        self.keys = self.add_weight(
            shape=(places,), dtype="int64", trainable=False, name="keys", initializer=_no_keys
        )
        self.ratios = self.add_weight(
            shape=(places, *outputs), trainable=False, name="ratios", initializer="zeros"
        )
        self.weights_of = self.add_weight(
            shape=(places, *outputs), name="weights", initializer=keras.initializers.Constant(_START)
        )
        self.bias = self.add_weight(shape=outputs or (1,), name="bias", initializer="zeros")
        self.built = True

    def set_ngrams(self, ngrams: NGrams) -> None:
        """Assign the n-grams to look for and their ratios; there must be ``known`` of them."""
        self.keys.assign(np.concatenate([[0], ngrams.keys]))
        self.ratios.assign(
            np.concatenate([np.zeros_like(ngrams.ratios, shape=(1, *ngrams.ratios.shape[1:])), ngrams.ratios])
        )

    def call(self, inputs: tf.Tensor, training: bool = False) -> tf.Tensor:
        """Look up every n-gram and add."""
        wanted = self._keys_in(inputs)
        table = tf.convert_to_tensor(self.keys)
        places = tf.zeros_like(wanted, tf.int32)
        for step in [1 << bit for bit in reversed(range(self.known.bit_length()))]:
            further = tf.minimum(places + step, self.known)
            places += tf.cast(tf.gather(table, further) <= wanted, tf.int32) * (further - places)
        found = tf.cast((tf.gather(table, places) == wanted) & (wanted > 0), tf.float32)
        length = tf.maximum(tf.reduce_sum(found, 1, keepdims=True), 1.0)
        if training and self.dropout:
            found = keras.random.dropout(found, self.dropout, seed=self.seed_generator)
        if (
            training and self.labels > 2
        ):  # the product of all rows would take longer than the rest of the step
            values = tf.gather(tf.convert_to_tensor(self.ratios), places)
            values *= tf.gather(tf.convert_to_tensor(self.weights_of), places)
        else:
            values = tf.gather(self.ratios * self.weights_of, places)
        if self.labels == 2:
            total = tf.reduce_sum(values * found, 1, keepdims=True)
        else:
            # A product of matrices: a sum over axis 1 would depend on the other reviews of the batch.
            total = tf.matmul(found[:, None, :], values)[:, 0]
        return _SCALE * total / tf.sqrt(length) + self.bias

    def _keys_in(self, ids: tf.Tensor) -> tf.Tensor:
        """The key of each n-gram, (reviews, 3 × tokens), 0 where there is none."""
        key = tf.cast(ids, tf.int64)
        behind = tf.pad(key, [[0, 0], [0, LONGEST - 1]])
        keys, tokens = [key], tf.shape(ids)[1]
        for place in range(1, LONGEST):
            word = behind[:, place : place + tokens]
            key = tf.where(word > 0, key * self.vocabulary_size + word, tf.zeros_like(word))
            keys.append(key)
        return tf.concat(keys, 1)

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        own = {
            "vocabulary_size": self.vocabulary_size, "known": self.known, "dropout": self.dropout,
            "labels": self.labels,
        }  # fmt: skip
        return {**super().get_config(), **own}


def known_ngrams(model: keras.Model) -> int | None:
    """Return how many n-grams a network looks for; None if it looks for none."""
    return next((layer.known for layer in model.layers if isinstance(layer, WeightedNGrams)), None)


def _no_keys(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    return tf.concat([tf.zeros(1, dtype), tf.fill([shape[0] - 1], tf.constant(_NO_KEY, dtype))], 0)
