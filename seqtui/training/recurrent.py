"""Recurrent layers that process a whole batch in one compiled kernel."""

import math
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
_ALIGNMENT = 16  # floats, 64 bytes


class FusedRecurrent(keras.layers.Layer):
    """Base class of the fused LSTM and GRU: dropout, kernel, gradient and pooling.

    One dropout mask per gate and review is used for all time steps, as in Keras 1 and Keras 3. All masks are
    drawn with one call, so the same seed gives different masks than in Keras.

    Args:
        units: Size of the state.
        dropout: Dropout rate of each gate's inputs (Gal and Ghahramani, 2016). Default 0.
        recurrent_dropout: Dropout rate of each gate's recurrent state. Default 0.
        pooling: ``"last"`` or ``"last+max"``; see :func:`seqtui.architectures.layers.pool_states`. Default
            ``"last"``.
        return_sequences: Whether to return the states of all words instead of pooling them, with zeros for
            padding, and to pass the mask on. Default False.
        **kwargs: As in ``keras.layers.Layer``.

    Input shape:
        (reviews, tokens, channels), float32, with a mask (reviews, tokens).

    Output shape:
        (reviews, units), (reviews, 2 × units) for ``pooling="last+max"``, or (reviews, tokens, units) with
        ``return_sequences``.

    Raises:
        ValueError: If the layer's dtype is not float32.
    """

    def __init__(
        self,
        units: int,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
        pooling: str = "last",
        return_sequences: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if self.compute_dtype != "float32":
            raise ValueError(f"{self.name} computes in float32, not in {self.compute_dtype}")
        self.units = units
        self.dropout = dropout
        self.recurrent_dropout = recurrent_dropout
        self.pooling = pooling
        self.return_sequences = return_sequences
        self.supports_masking = True
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None, training: bool = False) -> tf.Tensor:
        """Run over the words of each review and pool the states, or return all of them."""
        masks = None
        if training and (self.dropout or self.recurrent_dropout):
            sizes = (inputs.shape[-1], self.dropout), (self.units, self.recurrent_dropout), (1, 0.0)
            ones = [(tf.ones((4, tf.shape(inputs)[0], size)), rate) for size, rate in sizes]
            masks = tf.concat([self._drop(mask, rate) if rate else mask for mask, rate in ones], -1)
        if mask is None:
            lengths = tf.fill(tf.shape(inputs)[:1], tf.shape(inputs)[1])
        elif self.return_sequences:
            lengths = tf.reduce_sum(tf.cast(mask, tf.int32), 1)
        else:
            lengths = lengths_of(mask)
        last, maxima, sequence = _scan(
            self._is_gru, self._gate_scales, inputs, self._weights(), masks, lengths, self.return_sequences
        )
        if self.return_sequences:
            return sequence
        return last if self.pooling == "last" else tf.concat([last, maxima], -1)

    def compute_mask(self, _: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor | None:
        """Return the mask, or None for a pooled output, which has no time axis."""
        return mask if self.return_sequences else None

    def _drop(self, ones: tf.Tensor, rate: float) -> tf.Tensor:
        return keras.random.dropout(ones, rate, seed=self.seed_generator)

    _is_gru: bool
    _gate_scales: tuple[float, ...]  # of each quarter of the weights' columns: 0.5 for a sigmoid, else 1

    def _weights(self) -> tf.Tensor:
        """Return the weights of input, state and bias, concatenated, (channels + units + 1, 4 × units)."""
        raise NotImplementedError

    def get_config(self) -> dict[str, Any]:
        """Return the layer's configuration, for ``from_config``."""
        names = ("units", "dropout", "recurrent_dropout", "pooling", "return_sequences")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}


@keras.saving.register_keras_serializable("seqtui")
class FusedLSTM(FusedRecurrent):
    """``keras.layers.LSTM`` with pooling, as one kernel. Arguments and shapes: :class:`FusedRecurrent`.

    Weights have the same order, shapes and initialisers as in ``keras.layers.LSTM``, so ``get_weights`` and
    ``set_weights`` work between the two.

    Source: Hochreiter and Schmidhuber, Long short-term memory, 1997; with a forget gate, Gers et al., 2000.
    """

    _is_gru = False
    _gate_scales = (0.5, 0.5, 1.0, 0.5)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights, with gates in Keras' order: input, forget, cell, output."""
        units = self.units
        self.kernel = self.add_weight(shape=(input_shape[-1], 4 * units), name="kernel")
        self.recurrent_kernel = self.add_weight(
            shape=(units, 4 * units), name="recurrent_kernel", initializer="orthogonal"
        )
        self.bias = self.add_weight(shape=(4 * units,), name="bias", initializer=_unit_forget_bias)
        self.built = True

    def _weights(self) -> tf.Tensor:
        return tf.concat([self.kernel, self.recurrent_kernel, self.bias[None]], 0)


@keras.saving.register_keras_serializable("seqtui")
class FusedGRU(FusedRecurrent):
    """``keras.layers.GRU`` with pooling, as one kernel. Arguments and shapes: :class:`FusedRecurrent`.

    Weights have the same order, shapes and initialisers as in ``keras.layers.GRU`` with its default
    ``reset_after=True``, so ``get_weights`` and ``set_weights`` work between the two.

    Source: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014.
    """

    _is_gru = True
    _gate_scales = (0.5, 0.5, 1.0, 1.0)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Create the weights, with gates in Keras' order: update, reset, candidate."""
        units = self.units
        self.kernel = self.add_weight(shape=(input_shape[-1], 3 * units), name="kernel")
        self.recurrent_kernel = self.add_weight(
            shape=(units, 3 * units), name="recurrent_kernel", initializer="orthogonal"
        )
        self.bias = self.add_weight(shape=(2, 3 * units), name="bias", initializer="zeros")
        self.built = True

    def _weights(self) -> tf.Tensor:
        sizes = [2 * self.units, self.units]
        gate_kernel, word_candidate = tf.split(tf.convert_to_tensor(self.kernel), sizes, 1)
        gate_recurrent, state_candidate = tf.split(tf.convert_to_tensor(self.recurrent_kernel), sizes, 1)
        gate_bias, candidate_bias = tf.split(tf.convert_to_tensor(self.bias), sizes, 1)
        gates = tf.concat([gate_kernel, gate_recurrent, tf.reduce_sum(gate_bias, 0, keepdims=True)], 0)
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
"""Recurrent layers for training."""


def compile_kernels(*, dropout: bool) -> None:
    """Compile the kernels of the fused layers, or load them from Numba's cache.

    Without this call they are compiled in the first training step, which then takes some 15 s.

    Args:
        dropout: Whether to compile the kernel that only dropout needs, too.
    """

    @tf.function(autograph=False)  # in a graph, as in training: eager arrays would compile another variant
    def step(x: tf.Tensor) -> tf.Tensor:
        weights, masks = tf.zeros((3, 4)), tf.ones((4, 1, 3)) if dropout else None
        with tf.GradientTape() as tape:
            tape.watch([x, weights])
            last, _, _ = _scan(False, (1.0,) * 4, x, weights, masks, tf.ones(1, tf.int32), False)
        return tape.gradient(last, [x, weights])

    step(tf.zeros((1, 1, 1)))


def _scan(
    gru: bool,
    gate_scales: tuple[float, ...],
    x: tf.Tensor,
    weights: tf.Tensor,
    dropout_masks: tf.Tensor | None,
    lengths: tf.Tensor,
    return_sequences: bool,
) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
    """Return the last state of each review, the maximum of each unit, and the states of all words.

    The first two have the shape (reviews, units), the third (reviews, tokens, units). Those that
    ``return_sequences`` does not ask for are empty.
    """
    buffers = _Buffers()
    rows, columns = weights.shape
    parts = 2 if dropout_masks is None else 4  # of the weights' columns; each of four has its own mask
    width, units = columns // parts, columns // 4
    scales = np.repeat(np.array(gate_scales, np.float32), units)
    has_dropout = dropout_masks is not None
    dropout_masks = tf.zeros((0, 0, 0)) if dropout_masks is None else dropout_masks

    def split(weights: _Floats, *axes: int) -> _Floats:
        return np.ascontiguousarray(weights.reshape(-1, parts, width).transpose(axes))

    def saved_arrays(x: _Floats) -> tuple[_Floats, _Floats, _Floats]:
        reviews, tokens, _ = x.shape
        return (
            buffers("inputs", tokens, reviews, rows),
            buffers("gates", parts, tokens, reviews, width),
            buffers("cells", tokens + 1, reviews, units),
        )

    def forward(
        x: _Floats, weights: _Floats, masks: _Floats, lengths: _Ints
    ) -> tuple[_Floats, _Floats, _Floats, _Ints]:
        reviews, tokens, _ = x.shape
        last = np.empty((0 if return_sequences else reviews, units), np.float32)
        maxima, argmax = np.empty_like(last), np.empty(last.shape, np.int32)
        shape = (reviews, tokens, units) if return_sequences else (0, 0, units)
        sequence = _aligned(math.prod(shape)).reshape(shape)
        scaled = split(weights * scales, 1, 0, 2)
        scan(gru, x, scaled, masks, lengths, *saved_arrays(x), last, maxima, argmax, sequence)
        return last, maxima, sequence, argmax

    def backward(
        grad_last: _Floats, grad_maxima: _Floats, grad_sequence: _Floats, x: _Floats, weights: _Floats,
        masks: _Floats, lengths: _Ints, argmax: _Ints,
    ) -> tuple[_Floats, _Floats, _Floats, _Floats]:  # fmt: skip
        inputs, gates, cells = saved_arrays(x)
        grad_x = _aligned(x.size).reshape(x.shape)
        grad_weights = np.empty((has_dropout * rows, columns), np.float32)
        transposed = split(weights[:-1], 1, 2, 0)
        scan_gradient(
            gru, grad_last, grad_maxima, grad_sequence, transposed, masks, lengths, argmax, gates, cells,
            grad_x,
        )  # fmt: skip
        if has_dropout:
            weights_gradient(inputs, gates, masks, lengths, grad_weights)
        return grad_x, grad_weights, inputs.reshape(-1, rows), gates.reshape(parts, -1, width)

    @tf.custom_gradient
    def states(
        x: tf.Tensor, weights: tf.Tensor, masks: tf.Tensor, lengths: tf.Tensor
    ) -> tuple[tuple[tf.Tensor, ...], Callable[..., tuple[tf.Tensor | None, ...]]]:
        *outputs, argmax = _call(forward, [x, weights, masks, lengths], units)

        def gradient(*grad_outputs: tf.Tensor) -> tuple[tf.Tensor | None, ...]:
            arguments = [*grad_outputs, x, weights, masks, lengths, argmax]
            outputs = tf.numpy_function(backward, arguments, [tf.float32] * 4, stateful=False)
            shapes = x.shape, (has_dropout * rows, columns), (None, rows), (parts, None, width)
            grad_x, grad_weights, inputs, grad_gates = map(tf.ensure_shape, outputs, shapes)
            if not has_dropout:
                products = [tf.matmul(inputs, part, transpose_a=True) for part in tf.unstack(grad_gates)]
                grad_weights = tf.concat(products, 1)
            return grad_x, grad_weights, None, None

        return tuple(outputs), gradient

    return states(x, weights, dropout_masks, lengths)


class _Buffers:
    """Arrays that the forward pass saves for the backward pass, reused between steps.

    Allocating them in each step would take a sixth more time.
    """

    def __init__(self) -> None:
        self._arrays: dict[str, _Floats] = {}

    def __call__(self, name: str, *shape: int) -> _Floats:
        size = int(np.prod(shape))
        if name not in self._arrays or self._arrays[name].size < size:
            self._arrays[name] = _aligned(size)
        return self._arrays[name][:size].reshape(shape)


def _aligned(size: int) -> _Floats:
    """Allocate an array aligned as TensorFlow's tensors are, so that TensorFlow uses it without a copy."""
    array = np.empty(size + _ALIGNMENT, np.float32)
    offset = -array.ctypes.data // array.itemsize % _ALIGNMENT
    return array[offset : offset + size]


def _call(function: Callable[..., Any], inputs: list[tf.Tensor], units: int) -> list[tf.Tensor]:
    """Call the forward pass from the graph. Shards run in parallel, since the kernels release the GIL."""
    kinds = [tf.float32, tf.float32, tf.float32, tf.int32]
    outputs = tf.numpy_function(function, inputs, kinds, stateful=False)
    pooled, sequence = (None, units), (None, None, units)
    return list(map(tf.ensure_shape, outputs, (pooled, pooled, sequence, pooled)))


def _unit_forget_bias(shape: tuple[int], dtype: Any = None) -> tf.Tensor:
    """Initialise a bias with ones for the forget gates and zeros elsewhere (Jozefowicz et al., 2015)."""
    units = shape[0] // 4
    return tf.concat([tf.zeros(units, dtype), tf.ones(units, dtype), tf.zeros(2 * units, dtype)], 0)
