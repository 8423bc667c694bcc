"""Recurrent layers whose whole pass over a batch is one compiled kernel."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from seqtui.architectures.layers import Recurrent, lengths_of
from seqtui.training.kernels import scan, scan_gradient, weights_gradient

_Floats = NDArray[np.float32]
_Ints = NDArray[np.int32]
_ALIGNED = 16  # floats, 64 bytes


class FusedRecurrent(keras.layers.Layer):
    """What the fused LSTM and GRU share: dropout, the kernel and its gradient, pooling.

    A dropout mask is drawn for each gate and review and is the same for all its words, as in Keras 3 and in
    Keras 1, which the chapter used. All masks are drawn at once, so that a seed gives others than in Keras.

    Args:
        units: Size of the state.
        dropout: Share of the input channels dropped on their way to each gate (Gal and Ghahramani, 2016).
            Default 0.
        recurrent_dropout: The same of the state. Default 0.
        pooling: What of the states is returned, see :func:`seqtui.architectures.layers.pool_states`.
            Default ``last``.
        **kwargs: As in ``keras.layers.Layer``.

    Input: (reviews, tokens, channels), float32, and a mask (reviews, tokens).
    Output: (reviews, units), or twice as many units.

    Raises:
        ValueError: If another precision than float32 is asked for.
    """

    def __init__(
        self,
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if self.compute_dtype != "float32":
            raise ValueError(f"{self.name} computes in float32, not in {self.compute_dtype}")
        self.units = units
        self.dropout = dropout
        self.recurrent_dropout = recurrent_dropout
        self.pooling = pooling
        self.supports_masking = True
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Read each review from its first to its last word."""
        keep = None
        if training and (self.dropout or self.recurrent_dropout):
            sizes = (inputs.shape[-1], self.dropout), (self.units, self.recurrent_dropout), (1, 0.0)
            ones = [(tf.ones((4, tf.shape(inputs)[0], size)), rate) for size, rate in sizes]
            keep = tf.concat([self._drop(mask, rate) if rate else mask for mask, rate in ones], -1)
        lengths = tf.fill(tf.shape(inputs)[:1], tf.shape(inputs)[1]) if mask is None else lengths_of(mask)
        last, largest = _scan(self._is_gru, self._sigmoids, inputs, self._weights(), keep, lengths)
        return last if self.pooling == "last" else tf.concat([last, largest], -1)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """One state a review: nothing is left to mask."""

    def _drop(self, ones: tf.Tensor, rate: float) -> tf.Tensor:
        return keras.random.dropout(ones, rate, seed=self.seed_generator)

    _is_gru: bool
    _sigmoids: tuple[float, ...]  # of each quarter of the weights' columns: 0.5 before a sigmoid, else 1

    def _weights(self) -> tf.Tensor:
        """(channels + units + 1, 4 × units): the input's, the state's and, last, the bias."""
        raise NotImplementedError

    def get_config(self) -> dict[str, Any]:
        """What ``from_config`` needs to make the layer again."""
        own = ("units", "dropout", "recurrent_dropout", "pooling")
        return {**super().get_config(), **{name: getattr(self, name) for name in own}}


@keras.saving.register_keras_serializable("seqtui")
class FusedLSTM(FusedRecurrent):
    """``keras.layers.LSTM`` as one kernel.

    Weights, their order, their shapes and their initialisers are those of ``keras.layers.LSTM``, so that
    ``get_weights`` and ``set_weights`` pass between the two. Arguments and shapes: :class:`FusedRecurrent`.

    Source: Hochreiter and Schmidhuber, Long short-term memory, 1997; with a forget gate, Gers et al., 2000.
    """

    _is_gru = False
    _sigmoids = (0.5, 0.5, 1.0, 0.5)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights, gates in Keras' order: input, forget, cell, output."""
        units = self.units
        self.kernel = self.add_weight(shape=(input_shape[-1], 4 * units), name="kernel")
        self.recurrent_kernel = self.add_weight(
            shape=(units, 4 * units), name="recurrent_kernel", initializer="orthogonal"
        )
        self.bias = self.add_weight(shape=(4 * units,), name="bias", initializer=_forget_gates_open)
        self.built = True

    def _weights(self) -> tf.Tensor:
        return tf.concat([self.kernel, self.recurrent_kernel, self.bias[None]], 0)


@keras.saving.register_keras_serializable("seqtui")
class FusedGRU(FusedRecurrent):
    """``keras.layers.GRU``, as it is by default (``reset_after=True``), as one kernel.

    Weights, their order, their shapes and their initialisers are those of ``keras.layers.GRU``, so that
    ``get_weights`` and ``set_weights`` pass between the two. Arguments and shapes: :class:`FusedRecurrent`.

    Source: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014.
    """

    _is_gru = True
    _sigmoids = (0.5, 0.5, 1.0, 1.0)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights, gates in Keras' order: update, reset, candidate."""
        units = self.units
        self.kernel = self.add_weight(shape=(input_shape[-1], 3 * units), name="kernel")
        self.recurrent_kernel = self.add_weight(
            shape=(units, 3 * units), name="recurrent_kernel", initializer="orthogonal"
        )
        self.bias = self.add_weight(shape=(2, 3 * units), name="bias", initializer="zeros")
        self.built = True

    def _weights(self) -> tf.Tensor:
        parts = [2 * self.units, self.units]
        from_word, word_candidate = tf.split(tf.convert_to_tensor(self.kernel), parts, 1)
        from_state, state_candidate = tf.split(tf.convert_to_tensor(self.recurrent_kernel), parts, 1)
        gate_bias, candidate_bias = tf.split(tf.convert_to_tensor(self.bias), parts, 1)
        gates = tf.concat([from_word, from_state, tf.reduce_sum(gate_bias, 0, keepdims=True)], 0)
        candidate = tf.concat(
            [
                tf.concat([word_candidate, tf.zeros_like(word_candidate)], 1),
                tf.concat([tf.zeros_like(state_candidate), state_candidate], 1),
                tf.reshape(candidate_bias, [1, -1]),
            ],
            0,
        )
        return tf.concat([gates, candidate], 1)


FUSED = Recurrent(lstm=FusedLSTM, gru=FusedGRU)
"""The recurrent layers that networks are trained with."""


def _scan(
    gru: bool,
    sigmoids: tuple[float, ...],
    x: tf.Tensor,
    weights: tf.Tensor,
    keep: tf.Tensor | None,
    lengths: tf.Tensor,
) -> tuple[tf.Tensor, tf.Tensor]:
    """The last state of each review and each unit's largest value, both (reviews, units)."""
    memory = _Memory()
    rows, columns = weights.shape
    parts = 2 if keep is None else 4  # of the weights' columns; each of four has a mask
    width, units = columns // parts, columns // 4
    halving = np.repeat(np.array(sigmoids, np.float32), units)
    dropping = keep is not None
    keep = tf.zeros((0, 0, 0)) if keep is None else keep

    def cut(weights: _Floats, *axes: int) -> _Floats:
        return np.ascontiguousarray(weights.reshape(-1, parts, width).transpose(axes))

    def left(x: _Floats) -> tuple[_Floats, _Floats, _Floats]:
        reviews, tokens, _ = x.shape
        return (
            memory("seen", tokens, reviews, rows),
            memory("gates", parts, tokens, reviews, width),
            memory("cells", tokens + 1, reviews, units),
        )

    def forward(
        x: _Floats, weights: _Floats, keep: _Floats, lengths: _Ints
    ) -> tuple[_Floats, _Floats, _Ints]:
        last = np.empty((len(x), units), np.float32)
        largest, places = np.empty_like(last), np.empty(last.shape, np.int32)
        scan(gru, x, cut(weights * halving, 1, 0, 2), keep, lengths, *left(x), last, largest, places)
        return last, largest, places

    def backward(
        by_last: _Floats, by_largest: _Floats, x: _Floats, weights: _Floats, keep: _Floats, lengths: _Ints,
        places: _Ints,
    ) -> tuple[_Floats, _Floats, _Floats, _Floats]:  # fmt: skip
        seen, gates, cells = left(x)
        by_x, by_weights = _aligned(x.size).reshape(x.shape), np.empty((dropping * rows, columns), np.float32)
        given = by_last, by_largest, cut(weights[:-1], 1, 2, 0), keep, lengths, places
        scan_gradient(gru, *given, gates, cells, by_x)
        if dropping:
            weights_gradient(seen, gates, keep, lengths, by_weights)
        return by_x, by_weights, seen.reshape(-1, rows), gates.reshape(parts, -1, width)

    @tf.custom_gradient
    def pooled(
        x: tf.Tensor, weights: tf.Tensor, keep: tf.Tensor, lengths: tf.Tensor
    ) -> tuple[tuple[tf.Tensor, tf.Tensor], Callable[..., tuple[tf.Tensor | None, ...]]]:
        last, largest, places = _call(forward, [x, weights, keep, lengths], (None, units))

        def gradient(by_last: tf.Tensor, by_largest: tf.Tensor) -> tuple[tf.Tensor | None, ...]:
            inputs = [by_last, by_largest, x, weights, keep, lengths, places]
            outputs = tf.numpy_function(backward, inputs, [tf.float32] * 4, stateful=False)
            shapes = x.shape, (dropping * rows, columns), (None, rows), (parts, None, width)
            by_x, by_weights, seen, by_gates = map(tf.ensure_shape, outputs, shapes)
            if not dropping:
                by_parts = [tf.matmul(seen, by_part, transpose_a=True) for by_part in tf.unstack(by_gates)]
                by_weights = tf.concat(by_parts, 1)
            return by_x, by_weights, None, None

        return (last, largest), gradient

    return pooled(x, weights, keep, lengths)


class _Memory:
    """What a pass leaves for the next, kept between steps: fresh pages cost a sixth more."""

    def __init__(self) -> None:
        self._arrays: dict[str, _Floats] = {}

    def __call__(self, name: str, *shape: int) -> _Floats:
        size = int(np.prod(shape))
        if name not in self._arrays or self._arrays[name].size < size:
            self._arrays[name] = _aligned(size)
        return self._arrays[name][:size].reshape(shape)


def _aligned(size: int) -> _Floats:
    """Memory that begins where TensorFlow's tensors do, so that it is taken over without a copy."""
    array = np.empty(size + _ALIGNED, np.float32)
    before = -array.ctypes.data // array.itemsize % _ALIGNED
    return array[before : before + size]


def _call(
    function: Callable[..., Any], inputs: list[tf.Tensor], shape: tuple[int | None, int]
) -> list[tf.Tensor]:
    """Call Python from the graph; two branches of it do so side by side, as the kernels hold no lock."""
    outputs = tf.numpy_function(function, inputs, [tf.float32, tf.float32, tf.int32], stateful=False)
    return [tf.ensure_shape(output, shape) for output in outputs]


def _forget_gates_open(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    """Zeros, but ones for the forget gates (Jozefowicz et al., 2015), as Keras does."""
    units = shape[0] // 4
    return tf.concat([tf.zeros(units, dtype), tf.ones(units, dtype), tf.zeros(2 * units, dtype)], 0)
