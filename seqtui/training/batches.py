"""A batch within a training step: the outputs of the network, and the gradients of its weights."""

import keras
import tensorflow as tf

from seqtui.architectures.ngram_network import NGramNetwork


class WordBatch:
    """A batch of word ids.

    Args:
        model: The network.
        ids: Padded word ids, (reviews, tokens), int32.
    """

    def __init__(self, model: keras.Model, ids: tf.Tensor) -> None:
        self._model = model
        self._ids = ids

    def outputs(self, shard: slice) -> list[tf.Tensor]:
        """Return the outputs for the reviews of a shard, then those of parts with a loss of their own."""
        return [self._model(self._ids[shard], training=True)]

    def summable(self, gradient: tf.Tensor | tf.IndexedSlices, variable: keras.Variable) -> tf.Tensor:
        """Return the gradient of a variable in a form in which those of several shards can be added."""
        del variable
        return tf.convert_to_tensor(gradient)

    def whole(self, gradient: tf.Tensor, variable: tf.Variable) -> tf.Tensor:
        """Return a sum of gradients in the shape of its variable."""
        del variable
        return gradient


class NGramBatch(WordBatch):
    """A batch of n-grams. Only the rows of its own n-grams are computed with, until the optimizer's step.

    Args:
        network: A network of n-grams.
        inputs: A padded batch of its inputs, int32.
    """

    def __init__(self, network: NGramNetwork, inputs: tf.Tensor) -> None:
        self._network = network
        self._layer = network.layer
        self._words, indices = network.split(inputs)
        self._known = indices > 0
        self._rows, positions = tf.unique(tf.reshape(indices, [-1]))
        self._positions = tf.reshape(positions, tf.shape(indices))

    def outputs(self, shard: slice) -> list[tf.Tensor]:
        """Return the outputs for the reviews of a shard, then those of parts with a loss of their own."""
        ratios, weights = (
            tf.gather(tf.convert_to_tensor(table), self._rows)
            for table in (self._layer.ratios, self._layer.weights_of)
        )
        logits = self._layer.logits_with(
            ratios, weights, self._positions[shard], self._known[shard], training=True
        )
        return self._network.outputs(logits, self._words[shard], training=True)

    def summable(self, gradient: tf.Tensor | tf.IndexedSlices, variable: keras.Variable) -> tf.Tensor:
        """Return the gradient of a variable in a form in which those of several shards can be added."""
        if variable is self._layer.weights_of and isinstance(gradient, tf.IndexedSlices):
            return gradient.values
        return tf.convert_to_tensor(gradient)

    def whole(self, gradient: tf.Tensor, variable: tf.Variable) -> tf.Tensor:
        """Return a sum of gradients in the shape of its variable."""
        if variable is not self._layer.weights_of.value:
            return gradient
        return tf.math.unsorted_segment_sum(gradient, self._rows, variable.shape[0])
