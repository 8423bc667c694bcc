"""A network for inference: build it, load its weights, predict."""

from collections.abc import Callable
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.layers import attention_of
from seqtui.architectures.network_file import NetworkFileError
from seqtui.architectures.ngram_network import NGramNetwork
from seqtui.architectures.ngrams import known_ngrams
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.text import PADDING
from seqtui.text.encoded import EncodedReviews, RaggedReviews
from seqtui.training.keras_recurrent import STOCK
from seqtui.training.recurrent import FUSED

IDS = tf.TensorSpec((None, None), tf.int32)
"""A batch of word ids, (reviews, tokens), or of n-grams, (reviews, n-grams)."""

_PREDICTION_BATCH = 128
_SEED_STATE = "seed_generator_state"  # Keras' name for the state of a random generator


class Network:
    """A network for inference.

    Args:
        recipe: Sets architecture, recurrent layers, vocabulary size and seed.
        num_classes: Number of classes, at least 2. Default 2.
        ngrams: Number of n-grams that a network of n-grams looks up. Default: the architecture's maximum.
        shards: Number of parts of a batch to process in parallel. Default 1.

    Attributes:
        model: The Keras model. Its weights are initialised with the recipe's seed.
    """

    def __init__(
        self, recipe: Recipe, *, num_classes: int = 2, ngrams: int | None = None, shards: int = 1
    ) -> None:
        keras.utils.set_random_seed(recipe.seed)
        self.model = architecture_of(recipe).build(
            recipe, FUSED if recipe.recurrent == "fused" else STOCK, num_classes, ngrams
        )
        self._num_classes = num_classes
        self._ngrams = NGramNetwork.of(self.model)
        if any(isinstance(layer, keras.layers.RNN) for layer in self.model._flatten_layers()):
            shards = 1  # two would draw dropout masks from the same random state at the same time
        self._shards = shards
        self._predict_whole = as_graph(self._forward(1), IDS)
        self._predict_sharded = as_graph(self._forward(self._shards), IDS)

    @property
    def ngrams(self) -> int | None:
        """Number of n-grams that the network looks up; None if it uses none."""
        return known_ngrams(self.model)

    def inputs(self, reviews: RaggedReviews) -> RaggedReviews:
        """Return the inputs of the network for reviews: a network of n-grams finds them, once.

        Args:
            reviews: Encoded reviews, or the result of this method.
        """
        if self._ngrams is None or not isinstance(reviews, EncodedReviews):
            return reviews
        return self._ngrams.find(reviews)

    def predict(self, reviews: RaggedReviews) -> NDArray[np.float32]:
        """Return the probability of each class for each review.

        Args:
            reviews: Encoded reviews, or their :meth:`inputs`.

        Returns:
            Probabilities of shape (reviews, num_classes), in the order of the reviews.
        """
        states = [(variable, variable.numpy()) for variable in self.model.variables if _is_seed(variable)]
        probabilities = np.empty((len(reviews), self._num_classes), np.float32)
        for indices, ids in self.inputs(reviews).by_length(_PREDICTION_BATCH):
            forward = self._predict_sharded if len(ids) >= self._shards else self._predict_whole
            probabilities[indices] = forward(ids)
        for variable, value in states:  # Keras' own layers draw dropout masks in inference, too
            variable.assign(value)
        return probabilities

    def attention(self, ids: list[int]) -> NDArray[np.float32] | None:
        """Return the weight of each position of one review, shape (positions,); they add up to 1.

        Args:
            ids: Word ids of the review; an empty review is one position of padding.

        Returns:
            The weights, or None if the network does not pool with attention.
        """
        if self._attention is None:
            return None
        weights = self._attention(np.array([ids or [PADDING]], np.int32), training=False)
        return np.asarray(weights[0], np.float32)

    @cached_property
    def _attention(self) -> keras.Model | None:
        weights = attention_of(self.model)
        return None if weights is None else keras.Model(self.model.inputs[0], weights)

    def _forward(self, shards: int):  # type: ignore[no-untyped-def]
        def forward(ids: tf.Tensor) -> tf.Tensor:
            outputs = [self._outputs(shard) for shard in _split(ids, shards)]
            return tf.concat([_class_probabilities(shard) for shard in outputs], 0)

        return forward

    def _outputs(self, inputs: tf.Tensor) -> tf.Tensor:
        if self._ngrams is None:
            return self.model(inputs, training=False)
        words, indices = self._ngrams.split(inputs)
        return self._ngrams.outputs(self._ngrams.layer.logits_of(indices), words, training=False)[0]


def load_network(run: Run) -> Network:
    """Build a run's network and load its best weights.

    The architecture comes from the recipe: no code or configuration stored in ``model.keras`` is executed.

    Args:
        run: A run with trained weights.

    Raises:
        InputError: If the run has no weights, the file does not fit the network, or the user does not trust
            the network's file.
    """
    metrics = run.metrics
    if metrics is None:
        raise InputError(f"{run.path}: no weights yet; train the run for an epoch first")
    try:
        network = Network(run.recipe, num_classes=len(metrics.class_names), ngrams=metrics.ngrams)
        network.model.load_weights(run.model_path)
    except NetworkFileError:  # names the line of the user's file
        raise
    except Exception as error:  # h5py, zipfile and Keras raise exceptions of many types
        raise InputError(
            f"{run.model_path}: not the weights of this run: {str(error).splitlines()[0]}"
        ) from error
    return network


def as_graph(function: Callable[..., Any], *signature: tf.TensorSpec) -> Callable[..., Any]:
    """Wrap a function as a graph that is traced at its first call.

    A ``tf.function`` inspects its arguments at each call, which costs a hundredth of a training step.

    Args:
        function: Function of tensors.
        *signature: Its arguments.

    Returns:
        A function of arrays.
    """
    traced = cache(lambda: tf.function(function, signature, autograph=False).get_concrete_function())
    return lambda *arrays: traced()(*map(tf.constant, arrays))


def _is_seed(variable: keras.Variable) -> bool:
    return bool(variable.name == _SEED_STATE)


def _class_probabilities(outputs: tf.Tensor) -> tf.Tensor:
    """Turn the network's outputs into one probability per class."""
    if outputs.shape[1] > 1:
        return outputs
    second = outputs[:, 0]
    return tf.stack([1.0 - second, second], 1)


def _split(batch: tf.Tensor, shards: int) -> list[tf.Tensor]:
    bounds = [tf.shape(batch)[0] * k // shards for k in range(shards + 1)]
    return [batch[start:end] for start, end in pairwise(bounds)]
