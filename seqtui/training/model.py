"""A network in training: the optimizer's step and the prediction, spread over the cores."""

import os
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.catalogue import find_architecture
from seqtui.architectures.ngram_counts import NGrams
from seqtui.architectures.ngrams import WeightedNGrams, known_ngrams
from seqtui.recipe import Recipe
from seqtui.text.encoded import EncodedReviews, Ids
from seqtui.training.adam import FusedAdam
from seqtui.training.keras_recurrent import STOCK
from seqtui.training.recurrent import FUSED

_MOST_BRANCHES = 4  # a branch needs enough reviews to fill its matrices
_SCORING_BATCH = 128
_SEED = "seed_generator_state"  # what Keras calls a random state

_IDS = tf.TensorSpec((None, None), tf.int32)
_LABELS = tf.TensorSpec((None,), tf.int32)


def use_cores(recipe: Recipe) -> int:
    """Give each core its own branch of the graph; call it before anything else of TensorFlow.

    Two half-batches side by side, each on one core, are faster than one batch whose operations are each
    spread over two cores. Keras' own layers get no branches: two of them would draw their dropout from one
    random state at the same time, and no two runs would be the same.

    Args:
        recipe: What is to be trained.

    Returns:
        The number of branches.
    """
    if recipe.recurrent == "keras":
        return 1
    branches = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, _MOST_BRANCHES)
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(branches)
    return branches


class WarmupCosine(keras.optimizers.schedules.LearningRateSchedule):
    """Rises linearly over the first tenth of the steps, then falls to zero along half a cosine.

    Args:
        peak: The highest learning rate.
        steps: Optimizer steps in the whole run.

    Source: Loshchilov and Hutter, SGDR, 2017, without restarts; the warm-up of Goyal et al., 2017.
    """

    def __init__(self, peak: float, steps: int) -> None:
        self.peak = peak
        self.steps = steps

    def __call__(self, step: tf.Tensor) -> tf.Tensor:
        """The learning rate of one step, counted from 0."""
        done = (tf.cast(step, tf.float32) + 1.0) / self.steps
        rising = done / 0.1
        falling = 0.5 * (1.0 + tf.cos(np.pi * (done - 0.1) / 0.9))
        return self.peak * tf.minimum(rising, falling)

    def get_config(self) -> dict[str, float]:
        """What Keras needs to make the schedule again."""
        return {"peak": self.peak, "steps": self.steps}


class Learner:
    """A network and its optimizer.

    Args:
        recipe: What to build and how to train it.
        steps: Optimizer steps in the whole run, for the schedule. Default 1: it only predicts.
        branches: Parts that a batch is cut into, to be worked on side by side. Default 1.
        labels: How many labels there are. Default 2.
        class_weights: What a review of each label counts in the loss, (labels,). Default: all the same.
        ngrams: For a network of n-grams: those of the training reviews, or how many the weights that will be
            loaded are for. Default: the network's ``most_ngrams``.
    """

    def __init__(
        self,
        recipe: Recipe,
        steps: int = 1,
        branches: int = 1,
        *,
        labels: int = 2,
        class_weights: NDArray[np.float32] | None = None,
        ngrams: NGrams | int | None = None,
    ) -> None:
        keras.utils.set_random_seed(recipe.seed)
        self.model = find_architecture(recipe.architecture).build(
            recipe,
            FUSED if recipe.recurrent == "fused" else STOCK,
            labels,
            len(ngrams) if isinstance(ngrams, NGrams) else ngrams,
        )
        if isinstance(ngrams, NGrams):
            for layer in self.model.layers:
                if isinstance(layer, WeightedNGrams):
                    layer.set_ngrams(ngrams)
        self._branches = branches
        self._labels = labels
        self._class_weights = class_weights
        self._optimizer = FusedAdam(
            WarmupCosine(recipe.learning_rate, steps)
            if recipe.schedule == "cosine"
            else recipe.learning_rate,
            global_clipnorm=recipe.clip_norm or None,
        )
        self._optimizer.build(self.model.trainable_variables)
        self._train_whole = _graph(self._step(1), _IDS, _LABELS)
        self._train_cut = _graph(self._step(branches), _IDS, _LABELS)
        self._predict_whole = _graph(self._forward(1), _IDS)
        self._predict_cut = _graph(self._forward(branches), _IDS)

    @property
    def ngrams(self) -> int | None:
        """How many n-grams the network looks for; None if it looks for none."""
        return known_ngrams(self.model)

    def train(self, ids: Ids, labels: NDArray[np.int32]) -> tuple[float, int]:
        """Make one optimizer step.

        Args:
            ids: (reviews, tokens), padded with 0 at the end.
            labels: (reviews,), each the place of a label.

        Returns:
            The batch's mean loss before the step, in nats, and how many reviews it labelled rightly.
        """
        step = self._train_cut if len(ids) >= self._branches else self._train_whole
        loss, right = step(ids, labels)
        return float(loss), int(right)

    def state(self) -> list[NDArray[Any]]:
        """Everything that the next step depends on: weights, random states, the optimizer's memory."""
        return [variable.numpy() for variable in self._state_variables()]

    def restore(self, state: list[NDArray[Any]], best_weights: list[NDArray[Any]]) -> None:
        """Go back to a :meth:`state`.

        Args:
            state: It.
            best_weights: Of the same network; they are only held against it. Empty if there are none.

        Raises:
            ValueError: If one is another network's. Nothing is changed then.
        """
        _check(self._state_variables(), state)
        _check(self.model.variables if best_weights else [], best_weights)
        for variable, value in zip(self._state_variables(), state, strict=True):
            variable.assign(value)

    def weights(self) -> list[NDArray[Any]]:
        """The network's part of the :meth:`state`."""
        return [variable.numpy() for variable in self.model.variables]

    def save(self, path: Path, weights: list[NDArray[Any]]) -> None:
        """Write the network with other weights as Keras does; its own are as before afterwards.

        Args:
            path: The file, ending in ``.keras``.
            weights: As :meth:`weights` gave them.
        """
        own = self.weights()
        self._assign(weights)
        self.model.save(path)
        self._assign(own)

    def predict_with(self, weights: list[NDArray[Any]], reviews: EncodedReviews) -> NDArray[np.float32]:
        """Predict as :meth:`predict` with other weights; the network's own are as before afterwards.

        Args:
            weights: As :meth:`weights` gave them.
            reviews: The reviews.

        Returns:
            The probability of every label, shape (reviews, labels).
        """
        own = self.weights()
        self._assign(weights)
        probabilities = self.predict(reviews)
        self._assign(own)
        return probabilities

    def _assign(self, weights: list[NDArray[Any]]) -> None:
        for variable, value in zip(self.model.variables, weights, strict=True):
            variable.assign(value)

    def _state_variables(self) -> list[keras.Variable]:
        return [*self.model.variables, *self._optimizer.variables]

    def predict(self, reviews: EncodedReviews) -> NDArray[np.float32]:
        """The probability of every label for each review, shape (reviews, labels), in order."""
        drawn = [(variable, variable.numpy()) for variable in self.model.variables if variable.name == _SEED]
        probabilities = np.empty((len(reviews), self._labels), np.float32)
        for places, ids in reviews.by_length(_SCORING_BATCH):
            forward = self._predict_cut if len(ids) >= self._branches else self._predict_whole
            probabilities[places] = forward(ids)
        for variable, value in drawn:  # Keras' own layers draw masks when they predict, too
            variable.assign(value)
        return probabilities

    def _step(self, branches: int):  # type: ignore[no-untyped-def]
        def step(ids: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            variables = self.model.trainable_variables
            losses, rights, gradients = [], [], []
            for branch in range(branches):  # every other review: a branch gets as many long ones as the next
                some_ids, some_labels = ids[branch::branches], labels[branch::branches]
                with tf.GradientTape() as tape:
                    outputs = self.model(some_ids, training=True)
                    losses_here = _cross_entropy(some_labels, outputs)
                    if self._class_weights is not None:
                        losses_here *= tf.gather(self._class_weights, some_labels)
                    loss = tf.reduce_sum(losses_here)
                gradients.append([tf.convert_to_tensor(g) for g in tape.gradient(loss, variables)])
                losses.append(loss)
                rights.append(tf.math.count_nonzero(_likeliest(outputs) == some_labels))
            reviews = tf.cast(tf.shape(ids)[0], tf.float32)
            means = [tf.add_n(parts) / reviews for parts in zip(*gradients, strict=True)]
            self._optimizer.apply(means, variables)
            return tf.add_n(losses) / reviews, tf.add_n(rights)

        return step

    def _forward(self, branches: int):  # type: ignore[no-untyped-def]
        def forward(ids: tf.Tensor) -> tf.Tensor:
            parts = [self.model(part, training=False) for part in _cut(ids, branches)]
            return tf.concat([_of_every_label(outputs) for outputs in parts], 0)

        return forward


def _graph(function: Callable[..., Any], *signature: tf.TensorSpec) -> Callable[..., Any]:
    """A function as a graph, made at its first call.

    TensorFlow's own way to a graph looks at the arguments anew at each call: a hundredth of a step.
    """
    made = cache(lambda: tf.function(function, signature, autograph=False).get_concrete_function())
    return lambda *arrays: made()(*map(tf.constant, arrays))


def _check(variables: list[keras.Variable], values: list[NDArray[Any]]) -> None:
    if len(variables) != len(values):
        raise ValueError(f"{len(values)} arrays instead of {len(variables)}")
    for variable, value in zip(variables, values, strict=True):
        if value.shape != tuple(variable.shape) or value.dtype.name != variable.dtype:
            raise ValueError(f"{variable.path} is {value.dtype.name} {value.shape}")


def mean_loss(labels: NDArray[np.int32], probabilities: NDArray[np.float32]) -> float:
    """The mean cross-entropy of some predictions, in nats.

    Args:
        labels: (reviews,), each the place of a label.
        probabilities: As from :meth:`Learner.predict`.
    """
    of_the_true = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(of_the_true, keras.config.epsilon())).mean())


def _cross_entropy(labels: tf.Tensor, outputs: tf.Tensor) -> tf.Tensor:
    """The loss of each review, in nats; outputs are those of the network's last layer."""
    if outputs.shape[1] == 1:
        return keras.ops.binary_crossentropy(tf.cast(labels, tf.float32), outputs[:, 0])
    return keras.ops.sparse_categorical_crossentropy(labels, outputs)


def _of_every_label(outputs: tf.Tensor) -> tf.Tensor:
    """The probability of every label out of the last layer's outputs."""
    if outputs.shape[1] > 1:
        return outputs
    second = outputs[:, 0]
    return tf.stack([1.0 - second, second], 1)


def _likeliest(outputs: tf.Tensor) -> tf.Tensor:
    """The place of each review's likeliest label."""
    if outputs.shape[1] == 1:
        return tf.cast(outputs[:, 0] > 0.5, tf.int32)
    return tf.argmax(outputs, 1, tf.int32)


def _cut(batch: tf.Tensor, parts: int) -> list[tf.Tensor]:
    bounds = [tf.shape(batch)[0] * k // parts for k in range(parts + 1)]
    return [batch[start:end] for start, end in pairwise(bounds)]
