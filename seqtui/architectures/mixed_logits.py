"""A layer that mixes the logits of two networks."""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

_SHARE = 0.9  # of the first network, if no weights are chosen
_SHARES = np.linspace(0.0, 1.0, 21)
_SCALES = np.geomspace(0.25, 4.0, 17)


@keras.saving.register_keras_serializable("seqtui")
class MixedLogits(keras.layers.Layer):
    """Weighted sum of two tensors of logits.

    The weights are not trained with the others: n-grams fit the training reviews almost perfectly, so their
    weight would be too high. Set them with ``mixture.assign``, see :func:`best_mixture`.

    Input shape:
        Two tensors (reviews, outputs), float32.

    Output shape:
        (reviews, outputs), float32.
    """

    def build(self, input_shape: list[tuple[int | None, ...]]) -> None:
        """Create the weights."""
        del input_shape
        self.mixture = self.add_weight(shape=(2,), trainable=False, name="mixture", initializer=_initial)
        self.built = True

    def call(self, inputs: list[tf.Tensor]) -> tf.Tensor:
        """Return the weighted sum."""
        first, second = inputs
        return self.mixture[0] * first + self.mixture[1] * second


def best_mixture(
    labels: NDArray[np.int32], first: NDArray[np.float32], second: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the weights of the logits of two networks that give the lowest mean loss.

    They are a share for each network, times a scale; without the scale, the share would compensate for
    overconfident networks.

    Args:
        labels: Class index of each review, shape (reviews,).
        first: Probabilities of the first network, shape (reviews, classes).
        second: Those of the second one.

    Returns:
        The weights, shape (2,).

    Example:
        >>> good, poor = np.array([[0.9, 0.1], [0.2, 0.8]]), np.array([[0.4, 0.6], [0.6, 0.4]])
        >>> best_mixture(np.array([0, 1]), good, poor).round(1).tolist()
        [4.0, 0.0]
    """
    logs = [np.log(np.maximum(part.astype(np.float64), 1e-9)) for part in (first, second)]
    rows = np.arange(len(labels))

    def loss(weights: tuple[float, float]) -> float:
        mixed = weights[0] * logs[0] + weights[1] * logs[1]
        return float((np.logaddexp.reduce(mixed, 1) - mixed[rows, labels]).mean())

    candidates = [(share * scale, (1.0 - share) * scale) for share in _SHARES for scale in _SCALES]
    return np.array(min(candidates, key=loss), np.float32)


def _initial(shape: tuple[int], dtype: str | None = None) -> tf.Tensor:
    del shape
    return tf.constant([_SHARE, 1.0 - _SHARE], dtype)
