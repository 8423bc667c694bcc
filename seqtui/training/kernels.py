"""The recurrences themselves, compiled: one pass forwards, one backwards, on one core and without the GIL.

A step multiplies few rows by the weights. BLAS is fastest at that while a product stays small, so the columns
of the weights come in two halves. What is elementwise happens a row at a time, while the row is in the
cache. A sigmoid is the hyperbolic tangent of half its argument; the halving is done to the weights.

An LSTM's halves are input and forget gate, then cell and output gate. A GRU's are update and reset gate, then
what the candidate takes from the word and what it takes from the state, which are not yet added.
"""

import numpy as np
from numba import njit

_CHUNK = 16  # time steps whose part of the weights' gradient is one product
_HALF = np.float32(0.5)
_ONE = np.float32(1.0)
_ZERO = np.float32(0.0)

_compiled = njit(nogil=True, fastmath=True, error_model="numpy", cache=True)
_inline = njit(inline="always", fastmath=True, error_model="numpy")


@_compiled
def scan(  # type: ignore[no-untyped-def]
    gru, x, weights, bias, keep, lengths, seen, gates, cells, last, largest, places
):
    """Run an LSTM or a GRU over a batch.

    Args:
        gru: Whether it is a GRU.
        x: (reviews, tokens, channels).
        weights: (2, channels + units, 2 × units), those of the sigmoids halved.
        bias: (2, 2 × units), the same way.
        keep: (reviews, units), how much of the state before a word reaches its gates.
        lengths: (reviews,), the words of each review, 1 to tokens.
        seen: (tokens, reviews, channels + units), filled: each word's input and what reaches it of the state.
        gates: (2, tokens, reviews, 2 × units), filled.
        cells: (tokens + 1, reviews, units), filled: an LSTM's cells, a GRU's states.
        last: (reviews, units), filled: the state after the last word.
        largest: (reviews, units), filled: each unit's largest value over the words.
        places: (reviews, units), filled: at which word it stands.
    """
    reviews, tokens, channels = x.shape
    first = np.empty((reviews, weights.shape[2]), np.float32)
    second = np.empty_like(first)
    states = np.zeros_like(last)
    cells[0] = _ZERO
    largest[:] = -_ONE - _ONE  # less than any state
    for t in range(tokens):
        for review in range(reviews):
            row = seen[t, review]
            _copy(row[:channels], x[review, t])
            _multiply(row[channels:], states[review], keep[review])
        np.dot(seen[t], weights[0], first)
        np.dot(seen[t], weights[1], second)
        for review in range(reviews):
            inner, outer, state = gates[0, t, review], gates[1, t, review], states[review]
            _squash(inner, first[review], bias[0])
            if gru:
                _sum(outer, second[review], bias[1])
                _gru(inner, outer, cells[t, review], cells[t + 1, review], state)
            else:
                _squash(outer, second[review], bias[1])
                _lstm(inner, outer, cells[t, review], cells[t + 1, review], state)
            if t < lengths[review]:
                _keep_larger(largest[review], places[review], state, t)
            if t == lengths[review] - 1:
                _copy(last[review], state)


@_compiled
def scan_gradient(  # type: ignore[no-untyped-def]
    gru, by_last, by_largest, transposed, keep, lengths, places, seen, gates, cells, by_x, by_weights, by_bias
):
    """The gradients of :func:`scan`; what it left in ``gates`` is used up.

    Args:
        gru: Whether it is a GRU.
        by_last: (reviews, units), the gradient by the last states.
        by_largest: (reviews, units), the gradient by the largest values.
        transposed: (2, 2 × units, channels + units), the weights, nothing halved.
        keep: As in the forward pass.
        lengths: As in the forward pass.
        places: From the forward pass.
        seen: From the forward pass.
        gates: From the forward pass; afterwards the gradients before the activations.
        cells: From the forward pass.
        by_x: (reviews, tokens, channels), filled.
        by_weights: (2, channels + units, 2 × units), zeros, filled.
        by_bias: (2, 2 × units), zeros, filled.
    """
    reviews, tokens, channels = by_x.shape
    units = by_last.shape[1]
    to_input = transposed[:, :, :channels].copy()
    to_state = transposed[:, :, channels:].copy()
    by_state, carried = np.empty_like(by_last), np.zeros_like(by_last)
    first, second = np.zeros_like(by_last), np.zeros_like(by_last)
    part = np.empty(by_weights.shape[1:], np.float32)
    end = tokens
    for t in range(tokens - 1, -1, -1):
        for review in range(reviews):
            inner, outer, row = gates[0, t, review], gates[1, t, review], by_state[review]
            _gather(row, first[review], second[review], keep[review])
            _add_where(row, by_largest[review], places[review], t)
            if t == lengths[review] - 1:
                _add(row, by_last[review])
            if gru:
                _gru_gradient(inner, outer, cells[t, review], row, carried[review])
            else:
                _lstm_gradient(inner, outer, cells[t, review], cells[t + 1, review], row, carried[review])
            _add(by_bias[0], inner)
            _add(by_bias[1], outer)
        np.dot(gates[0, t], to_state[0], first)
        np.dot(gates[1, t], to_state[1], second)
        if end - t == _CHUNK or t == 0:
            rows = (end - t) * reviews
            read = seen[t:end].reshape((rows, channels + units)).T
            by_input = np.zeros((rows, channels), np.float32)
            by_half = np.empty_like(by_input)
            for half in range(2):
                pushed = gates[half, t:end].reshape((rows, 2 * units))
                np.dot(read, pushed, part)
                by_weights[half] += part
                np.dot(pushed, to_input[half], by_half)
                by_input += by_half
            for place in range(rows):
                _copy(by_x[place % reviews, t + place // reviews], by_input[place])
            end = t


@_inline
def _tanh(x):  # type: ignore[no-untyped-def]
    """A rational approximation, good to 1e-7, in operations that the compiler can vectorise.

    Source: the coefficients are those of Eigen, which TensorFlow's own tanh uses.
    """
    x = max(min(x, np.float32(7.9)), np.float32(-7.9))
    square = x * x
    above = np.float32(-2.76076847742355e-16)
    above = above * square + np.float32(2.00018790482477e-13)
    above = above * square + np.float32(-8.60467152213735e-11)
    above = above * square + np.float32(5.12229709037114e-08)
    above = above * square + np.float32(1.48572235717979e-05)
    above = above * square + np.float32(6.37261928875436e-04)
    above = above * square + np.float32(4.89352455891786e-03)
    below = np.float32(1.19825839466702e-06)
    below = below * square + np.float32(1.18534705686654e-04)
    below = below * square + np.float32(2.26843463243900e-03)
    below = below * square + np.float32(4.89352518554385e-03)
    return x * above / below


# Each loop below is a function of its own over one row: only so does the compiler vectorise it.


@_compiled
def _lstm(inner, outer, before, after, state):  # type: ignore[no-untyped-def]
    units = before.shape[0]
    i, f, g, o = inner[:units], inner[units:], outer[:units], outer[units:]
    for j in range(units):
        i[j] = _HALF * i[j] + _HALF
        f[j] = _HALF * f[j] + _HALF
        o[j] = _HALF * o[j] + _HALF
        after[j] = f[j] * before[j] + i[j] * g[j]
        state[j] = o[j] * _tanh(after[j])


@_compiled
def _lstm_gradient(inner, outer, before, after, by_state, by_cell):  # type: ignore[no-untyped-def]
    units = before.shape[0]
    i, f, g, o = inner[:units], inner[units:], outer[:units], outer[units:]
    for j in range(units):
        squashed = _tanh(after[j])
        through = by_cell[j] + by_state[j] * o[j] * (_ONE - squashed * squashed)
        by_cell[j] = through * f[j]
        by_i = through * g[j] * i[j] * (_ONE - i[j])
        by_g = through * i[j] * (_ONE - g[j] * g[j])
        f[j] = through * before[j] * f[j] * (_ONE - f[j])
        o[j] = by_state[j] * squashed * o[j] * (_ONE - o[j])
        i[j] = by_i
        g[j] = by_g


@_compiled
def _gru(inner, outer, before, after, state):  # type: ignore[no-untyped-def]
    units = before.shape[0]
    z, r, new, reset = inner[:units], inner[units:], outer[:units], outer[units:]
    for j in range(units):
        z[j] = _HALF * z[j] + _HALF
        r[j] = _HALF * r[j] + _HALF
        new[j] = _tanh(new[j] + r[j] * reset[j])
        after[j] = z[j] * before[j] + (_ONE - z[j]) * new[j]
        state[j] = after[j]


@_compiled
def _gru_gradient(inner, outer, before, by_state, carried):  # type: ignore[no-untyped-def]
    units = before.shape[0]
    z, r, new, reset = inner[:units], inner[units:], outer[:units], outer[units:]
    for j in range(units):
        here = by_state[j] + carried[j]
        carried[j] = here * z[j]
        by_new = here * (_ONE - z[j]) * (_ONE - new[j] * new[j])
        by_reset = by_new * r[j]
        z[j] = here * (before[j] - new[j]) * z[j] * (_ONE - z[j])
        r[j] = by_new * reset[j] * r[j] * (_ONE - r[j])
        new[j] = by_new
        reset[j] = by_reset


@_compiled
def _squash(to, products, bias):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] = _tanh(products[j] + bias[j])


@_compiled
def _sum(to, one, other):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] = one[j] + other[j]


@_compiled
def _keep_larger(largest, places, state, place):  # type: ignore[no-untyped-def]
    for j in range(largest.shape[0]):
        larger = state[j] > largest[j]
        largest[j] = state[j] if larger else largest[j]
        places[j] = place if larger else places[j]


@_compiled
def _copy(to, source):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] = source[j]


@_compiled
def _add(to, term):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] += term[j]


@_compiled
def _multiply(to, one, other):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] = one[j] * other[j]


@_compiled
def _gather(to, first, second, keep):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] = (first[j] + second[j]) * keep[j]


@_compiled
def _add_where(to, term, places, place):  # type: ignore[no-untyped-def]
    for j in range(to.shape[0]):
        to[j] += term[j] if places[j] == place else _ZERO
