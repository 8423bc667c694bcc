"""Compiled kernels of the LSTM and the GRU: forward and backward pass, on one core and without the GIL.

A time step multiplies few rows by the weights. BLAS is fastest with small products, so the columns of the
weights are split into parts: two halves, or with dropout four quarters, one mask each.

The quarters of an LSTM are input gate, forget gate, candidate and output gate. Those of a GRU are update
gate, reset gate and the two summands of the candidate: one from the input, one from the state.

A sigmoid is computed as the hyperbolic tangent of half its argument; the weights are halved in advance.
"""

import numpy as np
from numba import njit

from seqtui.storage.compiling import compiled

_CHUNK = 16  # time steps whose input gradients are transposed together
_HALF = np.float32(0.5)
_ONE = np.float32(1.0)
_ZERO = np.float32(0.0)


# Force inlining: otherwise a process that compiles and one that loads the cache link different copies of a
# subroutine, and their results differ in the last bit.
_subroutine = njit(nogil=True, fastmath=True, error_model="numpy", forceinline=True)
_inline = njit(inline="always", fastmath=True, error_model="numpy")


@compiled(fastmath=True)
def scan(  # type: ignore[no-untyped-def]
    gru, x, weights, dropout_masks, lengths, inputs, gates, cells, last, maxima, argmax, sequence
):
    """Run the forward pass of an LSTM or a GRU over a batch.

    The outputs are either the pooled states or, if ``sequence`` is not empty, the states of all words.

    Args:
        gru: Whether the layer is a GRU. Otherwise it is an LSTM.
        x: Inputs, (reviews, tokens, channels).
        weights: (parts, channels + units + 1, 4 × units / parts). The bias is the last row; the columns of
            sigmoid gates are halved.
        dropout_masks: Scaled masks of the concatenated inputs of each part, (4, reviews, channels + units +
            1); without dropout (0, 0, 0).
        lengths: Number of words of each review, (reviews,): 1 to tokens, or 0 to tokens with ``sequence``.
            Fastest in descending order.
        inputs: Output. Concatenated inputs of each time step, (tokens, reviews, channels + units + 1): input,
            previous state, and 1 for the bias.
        gates: Output. Activated gates, (parts, tokens, reviews, 4 × units / parts); undefined for padding.
        cells: Output. Cell states of an LSTM, states of a GRU, (tokens + 1, reviews, units).
        last: Output. State after the last word, (reviews, units); with ``sequence`` (0, units).
        maxima: Output. Maximum of each unit over the words, of the same shape.
        argmax: Output. Time step of each maximum, of the same shape.
        sequence: Output. States of the words and zeros for padding, (reviews, tokens, units); for pooled
            states (0, 0, units).
    """
    tokens = x.shape[1]
    has_dropout = len(dropout_masks) > 0
    masked_inputs = np.empty(inputs.shape[1:], np.float32)
    sums = np.empty(gates.shape[2:], np.float32)
    states = np.zeros(cells.shape[1:], np.float32)
    cells[0] = _ZERO
    maxima[:] = -_ONE - _ONE  # below every state
    for t in range(tokens):
        active = _active_reviews(lengths, t)
        _concatenate_inputs(inputs[t], x, t, states, active)
        for part in range(len(weights)):
            if has_dropout:
                _apply_masks(masked_inputs, inputs[t], dropout_masks[part], active)
            operand = masked_inputs if has_dropout else inputs[t]
            np.dot(operand[:active], weights[part], sums[:active])
            if gru and 2 * part >= len(weights):
                gates[part, t, :active] = sums[:active]
            else:
                _activate(gates[part, t, :active], sums[:active])
        if gru:
            _gru(gates, t, cells[t], cells[t + 1], states, active)
        else:
            _lstm(gates, t, cells[t], cells[t + 1], states, active)
        if len(sequence):
            _store(sequence, states, lengths, t)
        else:
            _pool(last, maxima, argmax, states, lengths, t)


@compiled(fastmath=True)
def scan_gradient(  # type: ignore[no-untyped-def]
    gru,
    grad_last,
    grad_maxima,
    grad_sequence,
    transposed,
    dropout_masks,
    lengths,
    argmax,
    gates,
    cells,
    grad_x,
):
    """Compute the gradients of :func:`scan` with respect to its inputs and its gates.

    Without dropout, the gradient of the weights is one product of the concatenated inputs and the gradients
    of the gates. With dropout, use :func:`weights_gradient`.

    Args:
        gru: Whether the layer is a GRU.
        grad_last: Gradient of the last states, of the shape of ``last``.
        grad_maxima: Gradient of the maxima, of the shape of ``maxima``.
        grad_sequence: Gradient of the states of the words, of the shape of ``sequence``.
        transposed: Weights without the bias, nothing halved, (parts, 4 × units / parts, channels + units).
        dropout_masks: As in the forward pass.
        lengths: As in the forward pass.
        argmax: From the forward pass.
        gates: From the forward pass. Overwritten with the gradients of the gates before activation.
        cells: From the forward pass.
        grad_x: Output. Gradient of the inputs, (reviews, tokens, channels).
    """
    (reviews, tokens, channels), units = grad_x.shape, cells.shape[2]
    parts = len(transposed)
    grad_states = np.empty((reviews, units), np.float32)
    grad_carried = np.zeros((reviews, units), np.float32)
    grad_inputs = np.zeros((_CHUNK, reviews, channels + units), np.float32)
    grad_parts = np.empty((parts, reviews, channels + units), np.float32)
    end = tokens
    for t in range(tokens - 1, -1, -1):
        active = _active_reviews(lengths, t)
        gates[:, t, active:] = _ZERO
        following, current = grad_inputs[(t + 1) % _CHUNK], grad_inputs[t % _CHUNK]
        if len(grad_sequence):
            _add_sequence(grad_states, following, grad_sequence, lengths, t, channels)
        else:
            _unpool(grad_states, following, grad_last, grad_maxima, argmax, lengths, t, channels)
        if gru:
            _gru_gradient(gates, t, cells[t], grad_states, grad_carried, active)
        else:
            _lstm_gradient(gates, t, cells[t], cells[t + 1], grad_states, grad_carried, active)
        for part in range(parts):
            np.dot(gates[part, t, :active], transposed[part], grad_parts[part, :active])
        if len(dropout_masks):
            _add_masked(current, grad_parts, dropout_masks, active)
        else:
            _add(current, grad_parts, active)
        if t % _CHUNK == 0:
            _transpose(grad_x, t, end, grad_inputs)
            end = t


@compiled(fastmath=True)
def weights_gradient(inputs, gates, dropout_masks, lengths, grad_weights):  # type: ignore[no-untyped-def]
    """Compute the gradient of :func:`scan` with respect to the weights, with dropout.

    A review has the same masks at all time steps, so they are applied to the product, once per review.

    Args:
        inputs: Concatenated inputs from the forward pass.
        gates: Gradients of the gates from the backward pass, in four parts.
        dropout_masks: As in the forward pass.
        lengths: As in the forward pass.
        grad_weights: Output. Gradient of the weights, (channels + units + 1, 4 × units).
    """
    tokens, reviews, rows = inputs.shape
    words = np.empty((tokens, rows), np.float32)
    grad_gates = np.empty((tokens, grad_weights.shape[1]), np.float32)
    product = np.empty_like(grad_weights)
    grad_weights[:] = _ZERO
    for n in range(reviews):
        length = lengths[n]
        _gather_review(words, grad_gates, inputs, gates, n, length)
        np.dot(words[:length].T, grad_gates[:length], product)
        _add_masked_product(grad_weights, product, dropout_masks, n)


@_inline
def _tanh(x):  # type: ignore[no-untyped-def]
    """Approximate tanh by a rational function that the compiler can vectorise. Error: at most 1e-7.

    Source: the coefficients of Eigen, which TensorFlow uses for tanh, too.
    """
    x = max(min(x, np.float32(7.9)), np.float32(-7.9))
    square = x * x
    numerator = np.float32(-2.76076847742355e-16)
    numerator = numerator * square + np.float32(2.00018790482477e-13)
    numerator = numerator * square + np.float32(-8.60467152213735e-11)
    numerator = numerator * square + np.float32(5.12229709037114e-08)
    numerator = numerator * square + np.float32(1.48572235717979e-05)
    numerator = numerator * square + np.float32(6.37261928875436e-04)
    numerator = numerator * square + np.float32(4.89352455891786e-03)
    denominator = np.float32(1.19825839466702e-06)
    denominator = denominator * square + np.float32(1.18534705686654e-04)
    denominator = denominator * square + np.float32(2.26843463243900e-03)
    denominator = denominator * square + np.float32(4.89352518554385e-03)
    return x * numerator / denominator


@_subroutine
def _active_reviews(lengths, t):  # type: ignore[no-untyped-def]
    """Return the number of leading reviews that can have a word at time step ``t``."""
    active = lengths.shape[0]
    while active > 0 and lengths[active - 1] <= t:
        active -= 1
    return active


# The loops below run over the whole batch and use plain indices, so that the compiler vectorises them.


@_subroutine
def _concatenate_inputs(inputs, x, t, states, active):  # type: ignore[no-untyped-def]
    channels, units = x.shape[2], states.shape[1]
    inputs[active:] = _ZERO
    for n in range(active):
        for j in range(channels):
            inputs[n, j] = x[n, t, j]
        for j in range(units):
            inputs[n, channels + j] = states[n, j]
        inputs[n, channels + units] = _ONE


@_subroutine
def _apply_masks(masked_inputs, inputs, dropout_masks, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        for j in range(masked_inputs.shape[1]):
            masked_inputs[n, j] = inputs[n, j] * dropout_masks[n, j]


@_subroutine
def _activate(outputs, sums):  # type: ignore[no-untyped-def]
    outputs, sums = outputs.reshape(-1), sums.reshape(-1)
    for j in range(len(outputs)):
        outputs[j] = _tanh(sums[j])


@_subroutine
def _add(total, summands, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        for j in range(total.shape[1]):
            total[n, j] = summands[0, n, j] + summands[1, n, j]


@_subroutine
def _add_masked(total, summands, dropout_masks, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        for j in range(total.shape[1]):
            total[n, j] = (
                summands[0, n, j] * dropout_masks[0, n, j]
                + summands[1, n, j] * dropout_masks[1, n, j]
                + summands[2, n, j] * dropout_masks[2, n, j]
                + summands[3, n, j] * dropout_masks[3, n, j]
            )


@_subroutine
def _quarters(gates, t, n, units):  # type: ignore[no-untyped-def]
    """Return views of the four gates of a review, from gates in two parts or in four."""
    half, quarter, offset = len(gates) // 2, len(gates) // 4, gates.shape[3] - units
    return (
        gates[0, t, n, :units],
        gates[quarter, t, n, offset:],
        gates[half, t, n, :units],
        gates[half + quarter, t, n, offset:],
    )


@_subroutine
def _lstm(gates, t, previous, current, states, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        input_gate, forget_gate, candidate, output_gate = _quarters(gates, t, n, previous.shape[1])
        for j in range(previous.shape[1]):
            i = _HALF * input_gate[j] + _HALF
            f = _HALF * forget_gate[j] + _HALF
            o = _HALF * output_gate[j] + _HALF
            cell = f * previous[n, j] + i * candidate[j]
            input_gate[j] = i
            forget_gate[j] = f
            output_gate[j] = o
            current[n, j] = cell
            states[n, j] = o * _tanh(cell)


@_subroutine
def _lstm_gradient(gates, t, previous, current, grad_states, grad_cells, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        input_gate, forget_gate, candidate, output_gate = _quarters(gates, t, n, previous.shape[1])
        for j in range(previous.shape[1]):
            i, f, g, o = input_gate[j], forget_gate[j], candidate[j], output_gate[j]
            grad_state, activated = grad_states[n, j], _tanh(current[n, j])
            grad_cell = grad_cells[n, j] + grad_state * o * (_ONE - activated * activated)
            grad_cells[n, j] = grad_cell * f
            input_gate[j] = grad_cell * g * i * (_ONE - i)
            forget_gate[j] = grad_cell * previous[n, j] * f * (_ONE - f)
            candidate[j] = grad_cell * i * (_ONE - g * g)
            output_gate[j] = grad_state * activated * o * (_ONE - o)


@_subroutine
def _gru(gates, t, previous, current, states, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        update_gate, reset_gate, candidate_x, candidate_state = _quarters(gates, t, n, previous.shape[1])
        for j in range(previous.shape[1]):
            z = _HALF * update_gate[j] + _HALF
            r = _HALF * reset_gate[j] + _HALF
            new = _tanh(candidate_x[j] + r * candidate_state[j])
            state = z * previous[n, j] + (_ONE - z) * new
            update_gate[j] = z
            reset_gate[j] = r
            candidate_x[j] = new
            current[n, j] = state
            states[n, j] = state


@_subroutine
def _gru_gradient(gates, t, previous, grad_states, grad_carried, active):  # type: ignore[no-untyped-def]
    for n in range(active):
        update_gate, reset_gate, candidate_x, candidate_state = _quarters(gates, t, n, previous.shape[1])
        for j in range(previous.shape[1]):
            z, r, new, recurrent = update_gate[j], reset_gate[j], candidate_x[j], candidate_state[j]
            grad_state = grad_states[n, j] + grad_carried[n, j]
            grad_new = grad_state * (_ONE - z) * (_ONE - new * new)
            grad_carried[n, j] = grad_state * z
            update_gate[j] = grad_state * (previous[n, j] - new) * z * (_ONE - z)
            reset_gate[j] = grad_new * recurrent * r * (_ONE - r)
            candidate_x[j] = grad_new
            candidate_state[j] = grad_new * r


@_subroutine
def _pool(last, maxima, argmax, states, lengths, t):  # type: ignore[no-untyped-def]
    for n in range(states.shape[0]):
        if t < lengths[n]:
            for j in range(states.shape[1]):
                larger = states[n, j] > maxima[n, j]
                maxima[n, j] = states[n, j] if larger else maxima[n, j]
                argmax[n, j] = t if larger else argmax[n, j]
        if t == lengths[n] - 1:
            for j in range(states.shape[1]):
                last[n, j] = states[n, j]


@_subroutine
def _store(sequence, states, lengths, t):  # type: ignore[no-untyped-def]
    for n in range(states.shape[0]):
        is_word = t < lengths[n]
        for j in range(states.shape[1]):
            sequence[n, t, j] = states[n, j] if is_word else _ZERO


@_subroutine
def _add_sequence(grad_states, grad_inputs, grad_sequence, lengths, t, channels):  # type: ignore[no-untyped-def]
    for n in range(grad_states.shape[0]):
        is_word = t < lengths[n]
        for j in range(grad_states.shape[1]):
            grad_states[n, j] = grad_inputs[n, channels + j] + (grad_sequence[n, t, j] if is_word else _ZERO)


@_subroutine
def _unpool(grad_states, grad_inputs, grad_last, grad_maxima, argmax, lengths, t, channels):  # type: ignore[no-untyped-def]
    for n in range(grad_states.shape[0]):
        for j in range(grad_states.shape[1]):
            grad_states[n, j] = grad_inputs[n, channels + j] + (
                grad_maxima[n, j] if argmax[n, j] == t else _ZERO
            )
        if t == lengths[n] - 1:
            for j in range(grad_states.shape[1]):
                grad_states[n, j] += grad_last[n, j]


@_subroutine
def _transpose(grad_x, start, end, grad_inputs):  # type: ignore[no-untyped-def]
    for n in range(grad_x.shape[0]):
        for t in range(start, end):
            for j in range(grad_x.shape[2]):
                grad_x[n, t, j] = grad_inputs[t - start, n, j]


@_subroutine
def _gather_review(words, grad_gates, inputs, gates, n, length):  # type: ignore[no-untyped-def]
    units = gates.shape[3]
    for t in range(length):
        for j in range(words.shape[1]):
            words[t, j] = inputs[t, n, j]
        for part in range(len(gates)):
            for j in range(units):
                grad_gates[t, part * units + j] = gates[part, t, n, j]


@_subroutine
def _add_masked_product(grad_weights, product, dropout_masks, n):  # type: ignore[no-untyped-def]
    units = grad_weights.shape[1] // len(dropout_masks)
    for i in range(len(grad_weights)):
        for part in range(len(dropout_masks)):
            mask = dropout_masks[part, n, i]
            total, summand = grad_weights[i, part * units :], product[i, part * units :]
            for j in range(units):
                total[j] += summand[j] * mask
