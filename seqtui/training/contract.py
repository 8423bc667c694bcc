"""Check a network of the user's own before it is trained: inputs, outputs, padding, gradients, saving."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.layers import PLAIN
from seqtui.architectures.network_file import NetworkFileError
from seqtui.architectures.settings import Task
from seqtui.recipe import Recipe
from seqtui.terminal.sanitize import printable
from seqtui.text.encoded import Ids
from seqtui.training.keras_recurrent import STOCK
from seqtui.training.network import IDS, as_graph
from seqtui.training.recurrent import FUSED

TOLERANCE = 1e-5
"""Maximum difference between two probabilities of the same review."""

_LONGEST = 24  # tokens of the reviews that a network is checked with, and fewer words
_REVIEWS = 12
_HEAD = "end with classification_head(task.num_classes) of seqtui.architectures.layers"


def check_network(recipe: Recipe, num_classes: int) -> None:
    """Check that a network of the user's own keeps the contract of the networks in the catalogue.

    Args:
        recipe: Recipe with the network and its settings.
        num_classes: Number of classes, at least 2.

    Raises:
        NetworkFileError: If the network breaks the contract; the message says how to put it right. Or if its
            code raises an exception; the message names its line.
    """
    architecture = architecture_of(recipe)
    keras.utils.set_random_seed(recipe.seed)
    with architecture.naming_lines():
        model = architecture.build(recipe, FUSED if recipe.recurrent == "fused" else STOCK, num_classes)
        task = Task(recipe.vocabulary_size, num_classes, recipe.max_length)
        problem = (
            _check_model(model, task)
            or _check_predictions(model, task)
            or _check_gradients(model, task)
            or _check_weights(model, architecture.build(recipe, PLAIN, num_classes))
        )
    keras.utils.clear_session()  # the next network's layers get the names that they have in a resumed run
    if problem:
        raise NetworkFileError(f"{architecture.name}: {problem}")


def _check_model(model: Any, task: Task) -> str | None:
    """Check type, input and output of the model."""
    if not isinstance(model, keras.Model):
        return f"build returned {type(model).__name__} instead of a keras.Model"
    inputs, outputs = getattr(model, "inputs", None) or [], getattr(model, "outputs", None) or []
    is_ids = len(inputs) == 1 and inputs[0].shape == (None, None) and inputs[0].dtype == "int32"
    if not is_ids:
        found = ", ".join(f"{tensor.dtype} {_shape(tensor)}" for tensor in inputs) or "none"
        return f"the input must be word ids, keras.Input((None,), dtype='int32'), but is {found}"
    if len(outputs) != 1:
        return f"build returned a model with {len(outputs)} outputs instead of one"
    if outputs[0].shape != (None, task.outputs):
        return (
            f"the output has shape {_shape(outputs[0])} instead of (reviews, {task.outputs}) for "
            f"{task.num_classes} classes; {_HEAD}"
        )
    if outputs[0].dtype != "float32":
        return f"the output is {outputs[0].dtype} instead of float32; {_HEAD}"
    return None


def _shape(tensor: Any) -> str:
    sizes = [{0: "reviews", 1: "tokens"}.get(axis, "any") if size is None else str(size)
             for axis, size in enumerate(tensor.shape)]  # fmt: skip
    return f"({', '.join(sizes)})"


def _check_predictions(model: keras.Model, task: Task) -> str | None:
    """Check the predictions for random reviews, with the initial weights and with random ones."""
    forward = as_graph(lambda ids: model(ids, training=False), IDS)

    def predict(reviews: list[list[int]], width: int | None = None) -> NDArray[np.float32]:
        return forward(_padded(reviews, width)).numpy()

    reviews = _reviews(task)
    width = max(map(len, reviews))
    if not np.isfinite(predict(reviews)).all():
        return "predictions are NaN or infinite, before any training"
    if not np.isfinite(predict([[]])).all():
        return (
            "the prediction for a review without words is NaN; a mean must divide by at least 1, as "
            "MaskedPooling('mean') of seqtui.architectures.layers does"
        )
    initial = model.get_weights()
    try:
        return _check_range(model, predict, task) or _check_independence(predict, reviews, width)
    finally:
        model.set_weights(initial)


def _check_range(model: keras.Model, predict: Callable[..., NDArray[np.float32]], task: Task) -> str | None:
    """Check that predictions are probabilities, also with large weights; leaves random weights behind.

    Initial weights may be zeros, or so small that logits look like probabilities.
    """
    random = np.random.default_rng(0)
    variables = [(variable, _noisy(variable.numpy(), random)) for variable in model.trainable_variables]
    for scale in (10.0, -10.0, 1.0):
        for variable, value in variables:
            variable.assign(scale * value)
        outputs = predict(_reviews(task))
        low, high = float(np.nanmin(outputs)), float(np.nanmax(outputs))
        if low < -TOLERANCE or high > 1 + TOLERANCE:
            return f"outputs are not probabilities but between {low:.3g} and {high:.3g}; {_HEAD}"
        if task.outputs > 1 and (np.abs(outputs.sum(1) - 1) > 1e-3).any():
            return f"the probabilities of a review add up to {outputs.sum(1)[0]:.3g} instead of 1; {_HEAD}"
    return None


def _check_independence(
    predict: Callable[..., NDArray[np.float32]], reviews: list[list[int]], width: int
) -> str | None:
    """Check that a prediction depends on nothing but the words of its review."""
    together = predict(reviews)
    if np.abs(together - predict(reviews)).max() > TOLERANCE:
        return "predictions are random; pass training on to the layers, and use no dropout in inference"
    alone = np.concatenate([predict([review], width) for review in reviews])
    if (difference := np.abs(together - alone).max()) > TOLERANCE:
        return (
            f"a prediction changes by {difference:.1e} with the other reviews of its batch; compute "
            "nothing over the axis of the reviews"
        )
    unpadded = np.concatenate([predict([review]) for review in reviews])
    if (difference := np.abs(alone - unpadded).max()) > TOLERANCE:
        return (
            f"a prediction changes by {difference:.1e} with the padding of its review; use Embedding(..., "
            "mask_zero=True) and layers that use the mask"
        )
    return None


def _check_gradients(model: keras.Model, task: Task) -> str | None:
    """Check that the loss depends on all weights that are to be trained."""
    if not model.trainable_variables:
        return "it has no weights to train"
    unused: list[str] = []

    def step(ids: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            total = tf.reduce_sum(model(ids, training=True))
        variables = model.trainable_variables
        gradients = tape.gradient(total, variables)
        unused.extend(
            variable.path for variable, gradient in zip(variables, gradients, strict=True) if gradient is None
        )
        return total

    as_graph(step, IDS)(_padded(_reviews(task)))
    if unused:
        return f"the output does not depend on the weights {unused[0]}; use or remove them"
    return None


def _check_weights(model: keras.Model, exported: keras.Model) -> str | None:
    """Check that the network can be saved and loaded, and that its weights fit the network for the export."""
    shapes, others = ([weight.shape for weight in network.weights] for network in (model, exported))
    if shapes != others:
        return "build creates other weights for the export; use the same layers for every kind of recurrent"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        try:
            model.save(path)
            model.load_weights(path)
        except (NotImplementedError, TypeError, ValueError) as error:
            return f"the network cannot be saved: {printable(' '.join(str(error).split()), 300)}"
    return None


def _reviews(task: Task) -> list[list[int]]:
    """Return random reviews of different lengths; one is empty."""
    random = np.random.default_rng(0)
    longest = min(_LONGEST, task.max_length)
    lengths = np.linspace(0, longest, _REVIEWS).astype(int)
    return [random.integers(1, task.vocabulary_size, length).tolist() for length in lengths]


def _padded(reviews: list[list[int]], width: int | None = None) -> Ids:
    ids = np.zeros((len(reviews), width or max(1, *map(len, reviews), 0)), np.int32)
    for row, review in zip(ids, reviews, strict=True):
        row[: len(review)] = review
    return ids


def _noisy(value: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """Add noise of the size of usual initial weights."""
    scale = 0.5 / np.sqrt(value.shape[-2]) if value.ndim > 1 else 0.1
    return value + scale * random.standard_normal(value.shape).astype(np.float32)
