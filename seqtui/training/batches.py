"""A batch within a training step: the outputs of the network, and the gradients of its weights."""

import keras
import tensorflow as tf

from seqtui.architectures.ngrams import WeightedNGrams


class WordBatch:
    """A batch of word ids.

    Args:
        model: The network.
        ids: Padded word ids, (reviews, tokens), int32.
    """

    def __init__(self, model: keras.Model, ids: tf.Tensor) -> None:
        self._model = model
        self._ids = ids

    def outputs(self, shard: slice) -> tf.Tensor:
        """Return the network's outputs for the reviews of a shard."""
        return self._model(self._ids[shard], training=True)

    def summable(self, gradient: tf.Tensor | tf.IndexedSlices) -> tf.Tensor:
        """Return a gradient in a form in which those of several shards can be added."""
        return tf.convert_to_tensor(gradient)

    def whole(self, gradient: tf.Tensor, variable: tf.Variable) -> tf.Tensor:
        """Return a sum of gradients in the shape of its variable."""
        del variable
        return gradient


class NGramBatch(WordBatch):
    """A batch of n-grams. Only the rows of its own n-grams are computed with, until the optimizer's step.

    Args:
        model: A network that begins with ``layer``.
        layer: The layer of n-grams.
        indices: Padded indices of n-grams, (reviews, n-grams), int32.
    """

    def __init__(self, model: keras.Model, layer: WeightedNGrams, indices: tf.Tensor) -> None:
        self._model = model
        self._layer = layer
        self._known = indices > 0
        self._rows, positions = tf.unique(tf.reshape(indices, [-1]))
        self._positions = tf.reshape(positions, tf.shape(indices))

    def outputs(self, shard: slice) -> tf.Tensor:
        """Return the network's outputs for the reviews of a shard."""
        ratios, weights = (
            tf.gather(tf.convert_to_tensor(table), self._rows)
            for table in (self._layer.ratios, self._layer.weights_of)
        )
        outputs = self._layer.logits_with(
            ratios, weights, self._positions[shard], self._known[shard], training=True
        )
        for layer in self._model.layers[1:]:
            outputs = layer(outputs)
        return outputs

    def summable(self, gradient: tf.Tensor | tf.IndexedSlices) -> tf.Tensor:
        """Return a gradient in a form in which those of several shards can be added."""
        return gradient.values if isinstance(gradient, tf.IndexedSlices) else gradient

    def whole(self, gradient: tf.Tensor, variable: tf.Variable) -> tf.Tensor:
        """Return a sum of gradients in the shape of its variable."""
        if variable is not self._layer.weights_of.value:
            return gradient
        return tf.math.unsorted_segment_sum(gradient, self._rows, variable.shape[0])
