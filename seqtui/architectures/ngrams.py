"""A layer that scores a review by its n-grams."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.found_ngrams import FoundNGrams
from seqtui.architectures.ngram_counts import NGrams
from seqtui.text.encoded import EncodedReviews

_NO_KEY = np.iinfo(np.int64).max
_SCALE = 15.0  # makes the learning rates of the other networks suit this one
UNKNOWN = 1e30  # value of an unknown n-gram in an exported table; finite, as tf2onnx multiplies it by 0
_INITIAL_WEIGHT = 0.01  # all equal: up to a factor, the untrained layer is naive Bayes


@keras.saving.register_keras_serializable("seqtui")
class WeightedNGrams(keras.layers.Layer):
    """Sum over a review's n-grams of the naive Bayes log-count ratio times a trainable weight.

    For two classes there is one sum, for the second class. For more classes there is one sum per class, with
    the ratios of the class against the rest. An n-gram counts as often as it occurs.

    N-grams are found by binary search in the sorted keys, or in an exported file in a table. There is no
    feature hashing, so every n-gram has its own weight. Call :meth:`set_ngrams` before training.

    Args:
        vocabulary_size: Number of word ids, at most 2,000,000.
        known: Number of n-grams to look up.
        dropout: Dropout rate of the n-grams. Default 0.
        labels: Number of classes. Default 2.
        ngram_range: Words of the shortest and of the longest n-grams. Default (1, 3).
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        Word ids (reviews, tokens), int32, padded with 0 at the end.

    Output shape:
        Logits (reviews, 1), float32; for more than two classes (reviews, labels).
    """

    def __init__(
        self,
        vocabulary_size: int,
        known: int,
        dropout: float = 0.0,
        labels: int = 2,
        ngram_range: tuple[int, int] = (1, 3),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.known = known
        self.dropout = dropout
        self.labels = labels
        self.ngram_range = (ngram_range[0], ngram_range[1])
        self.seed_generator = keras.random.SeedGenerator()
        self.table: tuple[NDArray[np.int64], NDArray[np.float32]] | None = None
        """For an export: the keys, and the value of each, or for more than two classes its index."""

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights; index 0 stands for no n-gram."""
        del input_shape
        size = self.known + 1
        outputs = () if self.labels == 2 else (self.labels,)
        self.keys = self.add_weight(
            shape=(size,), dtype="int64", trainable=False, name="keys", initializer=_no_keys
        )
        self.ratios = self.add_weight(
            shape=(size, *outputs), trainable=False, name="ratios", initializer="zeros"
        )
        self.weights_of = self.add_weight(
            shape=(size, *outputs), name="weights", initializer=keras.initializers.Constant(_INITIAL_WEIGHT)
        )
        self.bias = self.add_weight(shape=outputs or (1,), name="bias", initializer="zeros")
        self.built = True

    def set_ngrams(self, ngrams: NGrams) -> None:
        """Set the n-grams to look up and their ratios.

        Args:
            ngrams: Exactly ``known`` n-grams.
        """
        self.keys.assign(np.concatenate([[0], ngrams.keys]))
        self.ratios.assign(
            np.concatenate([np.zeros_like(ngrams.ratios, shape=(1, *ngrams.ratios.shape[1:])), ngrams.ratios])
        )

    def call(self, inputs: tf.Tensor, training: bool = False) -> tf.Tensor:
        """Look up every n-gram and add the weighted ratios."""
        keys = self._keys_in(inputs)
        if self.table:
            return self._logits(*self._in_table(keys, *self.table), training)
        return self.logits_of(self._search(keys), training)

    def logits_of(self, indices: tf.Tensor, training: bool = False) -> tf.Tensor:
        """Add the weighted ratios of n-grams that were found before.

        Args:
            indices: Index of each n-gram, 0 for none, shape (reviews, n-grams).
            training: Whether to apply dropout. Default False.
        """
        return self.logits_with(self.ratios, self.weights_of, indices, indices > 0, training)

    def logits_with(
        self, ratios: tf.Tensor, weights: tf.Tensor, indices: tf.Tensor, known: tf.Tensor, training: bool
    ) -> tf.Tensor:
        """Add weighted ratios of other tables than the layer's own.

        Args:
            ratios: Ratios, with the first axis of the layer's ratios shortened or reordered.
            weights: Weights, of the same shape.
            indices: Index of each n-gram in them, shape (reviews, n-grams).
            known: Whether there is an n-gram, of the same shape.
            training: Whether to apply dropout.
        """
        if self.labels == 2:
            values = tf.gather(ratios * weights, indices)
        else:  # a product of all weights would take longer than the rest of the step
            values = tf.gather(ratios, indices) * tf.gather(weights, indices)
        return self._logits(tf.cast(known, tf.float32), values, training)

    def _logits(self, known: tf.Tensor, values: tf.Tensor, training: bool) -> tf.Tensor:
        """Add the values of the n-grams that are known (1, not 0)."""
        length = tf.maximum(tf.reduce_sum(known, 1, keepdims=True), 1.0)
        if training and self.dropout:
            known = keras.random.dropout(known, self.dropout, seed=self.seed_generator)
        if self.labels == 2:
            total = tf.reduce_sum(values * known, 1, keepdims=True)
        else:
            # A matrix product, since a sum over axis 1 would depend on the other reviews of the batch.
            total = tf.matmul(known[:, None, :], values)[:, 0]
        return _SCALE * total / tf.sqrt(length) + self.bias

    def find(self, reviews: EncodedReviews) -> FoundNGrams:
        """Find the n-grams of reviews, for :meth:`logits_of`."""
        keys = self.keys.numpy()[1:]
        return FoundNGrams.of(reviews, keys, self.vocabulary_size, self.ngram_range)

    def _search(self, keys: tf.Tensor) -> tf.Tensor:
        """Return the index of each key by binary search, 0 if it is not known."""
        table = tf.convert_to_tensor(self.keys)
        indices = tf.zeros_like(keys, tf.int32)
        for step in [1 << bit for bit in reversed(range(self.known.bit_length()))]:
            candidates = tf.minimum(indices + step, self.known)
            indices += tf.cast(tf.gather(table, candidates) <= keys, tf.int32) * (candidates - indices)
        return indices * tf.cast(tf.gather(table, indices) == keys, tf.int32)

    def _in_table(
        self, keys: tf.Tensor, known: NDArray[np.int64], values: NDArray[np.float32]
    ) -> tuple[tf.Tensor, tf.Tensor]:
        """Return whether each key is known, as 0 or 1, and its value, by one operation."""
        value = tf.numpy_function(_look_up, [keys, known, values], tf.float32, stateful=False, name="look_up")
        value = tf.ensure_shape(value, keys.shape)
        is_known = tf.cast(value < UNKNOWN, tf.float32)
        if self.labels > 2:
            value = tf.gather(self.ratios * self.weights_of, tf.cast(value * is_known, tf.int32))
        return is_known, value

    def _keys_in(self, ids: tf.Tensor) -> tf.Tensor:
        """Return the key of each n-gram, shape (reviews, sizes × tokens), 0 where there is none."""
        shortest, longest = self.ngram_range
        key = tf.cast(ids, tf.int64)
        padded = tf.pad(key, [[0, 0], [0, longest - 1]])
        keys, tokens = [key], tf.shape(ids)[1]
        for offset in range(1, longest):
            word = padded[:, offset : offset + tokens]
            key = (key * self.vocabulary_size + word) * tf.cast(word > 0, tf.int64)
            keys.append(key)
        return tf.concat(keys[shortest - 1 :], 1)

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        config = {
            "vocabulary_size": self.vocabulary_size, "known": self.known, "dropout": self.dropout,
            "labels": self.labels, "ngram_range": self.ngram_range,
        }  # fmt: skip
        return {**super().get_config(), **config}


def _look_up(
    keys: NDArray[np.int64], known: NDArray[np.int64], values: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the value of each key; :data:`UNKNOWN` if it is not known. ``known`` is sorted."""
    indices = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[indices] == keys, values[indices], np.float32(UNKNOWN))


def known_ngrams(model: keras.Model) -> int | None:
    """Return the number of n-grams that a network looks up, or None if it uses none.

    Args:
        model: A network of the catalogue.
    """
    return next((layer.known for layer in model.layers if isinstance(layer, WeightedNGrams)), None)


def _no_keys(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    return tf.concat([tf.zeros(1, dtype), tf.fill([shape[0] - 1], tf.constant(_NO_KEY, dtype))], 0)
