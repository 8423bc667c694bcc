"""A network with its optimizer; each step is split across the cores."""

import os
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.mixed_logits import best_mixture
from seqtui.architectures.ngram_counts import NGrams
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.recipe import Recipe
from seqtui.tables.vectors import WordVectors
from seqtui.text.encoded import Ids, RaggedReviews
from seqtui.training.adam import FusedAdam
from seqtui.training.batches import NGramBatch, WordBatch
from seqtui.training.network import IDS, Network, as_graph
from seqtui.training.pretrained import freeze_word_vectors, set_word_vectors
from seqtui.training.recurrent import FusedRecurrent, compile_kernels

_ENOUGH_FOR_MIXTURE = 100  # validation reviews
_MAX_SHARDS = 4  # with smaller shards, matrix products become inefficient
_LABELS = tf.TensorSpec((None,), tf.int32)


def use_cores(recipe: Recipe) -> int:
    """Configure TensorFlow to process one shard of a batch per core.

    Call it before any other TensorFlow operation. Two half batches on one core each are faster than one batch
    whose operations use two cores. Keras' own recurrent layers get one shard only: two would draw dropout
    masks from the same random state at the same time, and runs would not be reproducible.

    Args:
        recipe: Recipe of the run.

    Returns:
        The number of shards.
    """
    if recipe.recurrent == "keras":
        return 1
    shards = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, _MAX_SHARDS)
    # The optimizer's step of a network of n-grams is one operation, and takes as long as the shards.
    is_ngrams = architecture_of(recipe).max_ngrams(recipe) > 0
    tf.config.threading.set_intra_op_parallelism_threads(shards if is_ngrams else 1)
    tf.config.threading.set_inter_op_parallelism_threads(shards)
    return shards


class WarmupCosine(keras.optimizers.schedules.LearningRateSchedule):
    """Learning rate schedule: linear warm-up over the first tenth of the steps, then cosine decay to zero.

    Args:
        peak: Highest learning rate.
        steps: Number of optimizer steps in the run.

    Source: Loshchilov and Hutter, SGDR, 2017, without restarts; the warm-up of Goyal et al., 2017.
    """

    def __init__(self, peak: float, steps: int) -> None:
        self.peak = peak
        self.steps = steps

    def __call__(self, step: tf.Tensor) -> tf.Tensor:
        """Return the learning rate.

        Args:
            step: Step, counted from 0. A scalar or any shape.
        """
        done = (tf.cast(step, tf.float32) + 1.0) / self.steps
        rising = done / 0.1
        falling = 0.5 * (1.0 + tf.cos(np.pi * (done - 0.1) / 0.9))
        return self.peak * tf.minimum(rising, falling)

    def get_config(self) -> dict[str, float]:
        """Return the schedule's configuration, for ``from_config``."""
        return {"peak": self.peak, "steps": self.steps}


class Learner(Network):
    """A network with its optimizer.

    Args:
        recipe: Sets the network and how to train it.
        steps: Number of optimizer steps in the run, for the learning rate schedule. Default 1.
        shards: Number of parts of a batch to process in parallel. Default 1.
        num_classes: Number of classes, at least 2. Default 2.
        class_weights: Weight of each class in the loss, shape (num_classes,). Default: all 1.
        ngrams: For a network of n-grams: the n-grams of the training reviews, or their number if weights are
            restored afterwards. Default: the architecture's maximum number.
        vectors: Pre-trained word vectors to start from. Default: none, or they are restored afterwards.
    """

    def __init__(
        self,
        recipe: Recipe,
        steps: int = 1,
        shards: int = 1,
        *,
        num_classes: int = 2,
        class_weights: NDArray[np.float32] | None = None,
        ngrams: NGrams | int | None = None,
        vectors: WordVectors | None = None,
    ) -> None:
        number = len(ngrams) if isinstance(ngrams, NGrams) else ngrams
        super().__init__(recipe, num_classes=num_classes, ngrams=number, shards=shards)
        if isinstance(ngrams, NGrams):
            for layer in self.model.layers:
                if isinstance(layer, WeightedNGrams):
                    layer.set_ngrams(ngrams)
        if vectors is not None:
            set_word_vectors(self.model, vectors)
        if recipe.vectors_trainable == "no":
            freeze_word_vectors(self.model)
        self._class_weights = class_weights
        self._optimizer = FusedAdam(
            WarmupCosine(recipe.learning_rate, steps)
            if recipe.schedule == "cosine"
            else recipe.learning_rate,
            global_clipnorm=recipe.clip_norm or None,
        )
        self._optimizer.build(self.model.trainable_variables)
        self._train_whole = as_graph(self._step(1), IDS, _LABELS)
        self._train_sharded = as_graph(self._step(self._shards), IDS, _LABELS)

    @property
    def is_fused(self) -> bool:
        """Whether the network has fused recurrent layers, whose kernels are compiled at the first use."""
        return bool(self._fused_layers())

    def compile_kernels(self) -> None:
        """Compile the kernels of the fused recurrent layers; weights and random states do not change."""
        if layers := self._fused_layers():
            compile_kernels(dropout=any(layer.dropout or layer.recurrent_dropout for layer in layers))

    def _fused_layers(self) -> list[FusedRecurrent]:
        return [layer for layer in self.model._flatten_layers() if isinstance(layer, FusedRecurrent)]

    def train(self, ids: Ids, labels: NDArray[np.int32]) -> tuple[float, int]:
        """Make one optimizer step.

        Args:
            ids: A padded batch of the network's :meth:`inputs`, int32.
            labels: Class index of each review, shape (reviews,), int32.

        Returns:
            The batch's mean loss before the step, in nats, and the number of correct predictions.
        """
        step = self._train_sharded if len(ids) >= self._shards else self._train_whole
        loss, correct = step(ids, labels)
        return float(loss), int(correct)

    def choose_mixture(self, reviews: RaggedReviews, labels: NDArray[np.int32]) -> None:
        """Choose how a network that mixes two of them weighs them; other networks do not change.

        Args:
            reviews: Validation reviews, encoded or as the network's :meth:`inputs`. With fewer than 100 of
                them, nothing is chosen.
            labels: Class index of each review, shape (reviews,).
        """
        layer = self._ngrams.mixed if self._ngrams else None
        if layer is None or len(labels) < _ENOUGH_FOR_MIXTURE:
            return
        alone = []
        for weights in ((1.0, 0.0), (0.0, 1.0)):
            layer.mixture.assign(weights)
            alone.append(self.predict(reviews))
        layer.mixture.assign(best_mixture(labels, *alone))

    def state(self) -> list[NDArray[Any]]:
        """Return all that the next step depends on: weights, random states and optimizer variables."""
        return [variable.numpy() for variable in self._state_variables()]

    def restore(self, state: list[NDArray[Any]], best_weights: list[NDArray[Any]]) -> None:
        """Restore a :meth:`state`.

        Args:
            state: State to restore.
            best_weights: Weights of the best epoch so far, which are checked but not assigned. May be empty.

        Raises:
            ValueError: If ``state`` or ``best_weights`` does not fit this network. Nothing is changed then.
        """
        _check_shapes(self._state_variables(), state)
        _check_shapes(self.model.variables if best_weights else [], best_weights)
        for variable, value in zip(self._state_variables(), state, strict=True):
            variable.assign(value)

    def weights(self) -> list[NDArray[Any]]:
        """Return the network's variables, the first part of :meth:`state`."""
        return [variable.numpy() for variable in self.model.variables]

    def save(self, path: Path, weights: list[NDArray[Any]]) -> None:
        """Write the network with the given weights in Keras' format. Its own weights do not change.

        Args:
            path: File to write; the name ends in ``.keras``.
            weights: Result of :meth:`weights`.
        """
        own = self.weights()
        self._assign(weights)
        self.model.save(path)
        self._assign(own)

    def predict_with(self, weights: list[NDArray[Any]], reviews: RaggedReviews) -> NDArray[np.float32]:
        """Predict with the given weights. The network's own weights do not change.

        Args:
            weights: Result of :meth:`weights`.
            reviews: Encoded reviews, or their :meth:`inputs`.

        Returns:
            Probabilities of shape (reviews, num_classes), as from :meth:`predict`.
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

    def _step(self, shards: int):  # type: ignore[no-untyped-def]
        def step(ids: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            variables = self.model.trainable_variables
            ngrams = self._ngrams
            batch = WordBatch(self.model, ids) if ngrams is None else NGramBatch(ngrams, ids)
            losses, correct, gradients = [], [], []
            for shard in range(shards):  # every n-th review: all shards get reviews of similar length
                shard_labels = labels[shard::shards]
                with tf.GradientTape() as tape:
                    outputs, *parts = batch.outputs(slice(shard, None, shards))
                    own_losses = [self._loss(shard_labels, part) for part in parts or [outputs]]
                    loss = tf.add_n(own_losses)
                gradients.append(list(map(batch.summable, tape.gradient(loss, variables), variables)))
                losses.append(self._loss(shard_labels, outputs) if parts else loss)
                correct.append(tf.math.count_nonzero(_predicted_labels(outputs) == shard_labels))
            reviews = tf.cast(tf.shape(ids)[0], tf.float32)
            means = [tf.add_n(parts) / reviews for parts in zip(*gradients, strict=True)]
            self._optimizer.apply_compact(means, variables, batch.whole)
            return tf.add_n(losses) / reviews, tf.add_n(correct)

        return step

    def _loss(self, labels: tf.Tensor, outputs: tf.Tensor) -> tf.Tensor:
        """Return the sum of the reviews' losses in nats."""
        losses = _cross_entropy(labels, outputs)
        if self._class_weights is not None:
            losses *= tf.gather(self._class_weights, labels)
        return tf.reduce_sum(losses)


def _check_shapes(variables: list[keras.Variable], values: list[NDArray[Any]]) -> None:
    if len(variables) != len(values):
        raise ValueError(f"{len(values)} arrays instead of {len(variables)}")
    for variable, value in zip(variables, values, strict=True):
        if value.shape != tuple(variable.shape) or value.dtype.name != variable.dtype:
            raise ValueError(f"{variable.path} is {value.dtype.name} {value.shape}")


def mean_loss(labels: NDArray[np.int32], probabilities: NDArray[np.float32]) -> float:
    """Return the mean cross-entropy in nats.

    Args:
        labels: Class index of each review, shape (reviews,).
        probabilities: Predictions of shape (reviews, num_classes), see :meth:`Network.predict`.

    Example:
        >>> round(mean_loss(np.array([1, 0]), np.array([[0.5, 0.5], [1.0, 0.0]], np.float32)), 3)
        0.347
    """
    of_labels = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(of_labels, keras.config.epsilon())).mean())


def _cross_entropy(labels: tf.Tensor, outputs: tf.Tensor) -> tf.Tensor:
    """Return the loss of each review in nats, from the outputs of the network's last layer."""
    if outputs.shape[1] == 1:
        return keras.ops.binary_crossentropy(tf.cast(labels, tf.float32), outputs[:, 0])
    return keras.ops.sparse_categorical_crossentropy(labels, outputs)


def _predicted_labels(outputs: tf.Tensor) -> tf.Tensor:
    """Return the index of each review's most probable class."""
    if outputs.shape[1] == 1:
        return tf.cast(outputs[:, 0] > 0.5, tf.int32)
    return tf.argmax(outputs, 1, tf.int32)
