"""A layer that knows a review by its phrases of one to three words."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.batches import EncodedReviews, Ids
from seqtui.errors import InputError

_LONGEST = 3
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
    two n-grams share a weight. An n-gram counts as often as it occurs. :meth:`adapt` must come before
    training.

    Args:
        vocabulary_size: Word ids; at most 2,000,000.
        known: The most n-grams to know.
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

    def adapt(self, reviews: EncodedReviews, labels: NDArray[np.int32]) -> None:
        """Choose the n-grams, the most frequent that at least two reviews hold, and take their ratios.

        Args:
            reviews: The training reviews.
            labels: (reviews,), each the place of a label.
        """
        keys, owners = _numpy_keys(reviews, self.vocabulary_size)
        order = np.argsort(keys, kind="stable")
        keys, owners = keys[order], owners[order]
        first = np.r_[True, (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])]  # once a review
        keys, labels = keys[first], labels[owners[first]]
        starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
        total = np.diff(np.r_[starts, len(keys)])
        chosen = np.argsort(-total, kind="stable")[: self.known]
        chosen = np.sort(chosen[total[chosen] > 1])
        free = self.known - len(chosen)
        self.keys.assign(np.concatenate([[0], keys[starts[chosen]], np.full(free, _NO_KEY)]))

        def ratios(label: int) -> NDArray[np.float64]:
            with_label = np.add.reduceat((labels == label).astype(np.int32), starts)
            of_label, of_others = with_label[chosen], (total - with_label)[chosen]
            # One review is added to the rarer side and as many to the other as its frequency asks for: an
            # n-gram that nobody has seen speaks for neither, and two reviews of a rare label prove little.
            share = 0.5 if self.labels == 2 else of_label.sum() / max(1, total[chosen].sum())
            share = min(max(share, 1e-6), 1 - 1e-6)
            rarer = min(share, 1.0 - share)
            of_label, of_others = of_label + share / rarer, of_others + (1.0 - share) / rarer
            own = np.log(of_label / of_label.sum()) - np.log(of_others / of_others.sum())
            return np.concatenate([[0.0], own, np.zeros(free)])

        one = self.labels == 2
        self.ratios.assign(ratios(1) if one else np.stack([*map(ratios, range(self.labels))], 1))

    def call(self, inputs: tf.Tensor, training: bool = False) -> tf.Tensor:
        """Look up every n-gram and add."""
        wanted = self._keys_in(inputs)
        table = tf.convert_to_tensor(self.keys)
        places = tf.zeros_like(wanted, tf.int32)
        for step in [1 << bit for bit in reversed(range(self.known.bit_length()))]:
            further = tf.minimum(places + step, self.known)
            places = tf.where(tf.gather(table, further) <= wanted, further, places)
        found = tf.cast((tf.gather(table, places) == wanted) & (wanted > 0), tf.float32)
        length = tf.maximum(tf.reduce_sum(found, 1, keepdims=True), 1.0)
        if training and self.dropout:
            found = keras.random.dropout(found, self.dropout, seed=self.seed_generator)
        values = tf.gather(self.ratios * self.weights_of, places)
        if self.labels == 2:
            total = tf.reduce_sum(values * found, 1, keepdims=True)
        else:
            total = tf.reduce_sum(values * found[:, :, None], 1)
        return _SCALE * total / tf.sqrt(length) + self.bias

    def _keys_in(self, ids: tf.Tensor) -> tf.Tensor:
        """The key of each n-gram, (reviews, 3 × tokens), 0 where there is none."""
        key = tf.cast(ids, tf.int64)
        behind = tf.pad(key, [[0, 0], [0, _LONGEST - 1]])
        keys, tokens = [key], tf.shape(ids)[1]
        for place in range(1, _LONGEST):
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


def _no_keys(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    return tf.concat([tf.zeros(1, dtype), tf.fill([shape[0] - 1], tf.constant(_NO_KEY, dtype))], 0)


def _numpy_keys(reviews: EncodedReviews, vocabulary_size: int) -> tuple[NDArray[np.int64], Ids]:
    """The key of every n-gram of every review, and the review that it stands in."""
    ids = reviews.ids.astype(np.int64)
    owners = np.repeat(np.arange(len(reviews), dtype=np.int32), reviews.lengths)
    keys, owner_of_key, key = [ids], [owners], ids
    for place in range(1, _LONGEST):
        key = key[:-1] * vocabulary_size + ids[place:]
        whole = owners[:-place] == owners[place:]
        keys.append(key[whole])
        owner_of_key.append(owners[:-place][whole])
    return np.concatenate(keys), np.concatenate(owner_of_key)
