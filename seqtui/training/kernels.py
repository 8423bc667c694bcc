"""The recurrences themselves, compiled: one pass forwards, one backwards, on one core and without the GIL.

A step multiplies few rows by the weights. BLAS is fastest at that while a product stays small, so the columns
of the weights come in two halves. A sigmoid is the hyperbolic tangent of half its argument; the halving is
done to the weights.

An LSTM's halves are input and forget gate, then cell and output gate. A GRU's are update and reset gate, then
what the candidate takes from the word and what it takes from the state, which are not yet added.
"""

import numpy as np
from numba import njit

_CHUNK = 16  # time steps whose gradients by the words are put in place together
_HALF = np.float32(0.5)
_ONE = np.float32(1.0)
_ZERO = np.float32(0.0)

_compiled = njit(nogil=True, fastmath=True, error_model="numpy", cache=True)
# A part is compiled into its caller always: left to the linker, a process that compiles would take another
# copy than one that loads the cache, and the two differ in the last bit.
_part = njit(nogil=True, fastmath=True, error_model="numpy", forceinline=True)
_inline = njit(inline="always", fastmath=True, error_model="numpy")


@_compiled
def scan(  # type: ignore[no-untyped-def]
    gru, x, weights, lengths, seen, gates, cells, last, largest, places
):
    """Run an LSTM or a GRU over a batch.

    Args:
        gru: Whether it is a GRU.
        x: (reviews, tokens, channels).
        weights: (2, channels + units + 1, 2 × units), the bias last, those of the sigmoids halved.
        lengths: (reviews,), the words of each review, 1 to tokens; fastest where they fall.
        seen: (tokens, reviews, channels + units + 1), filled: each word's input, the state before it, and a
            one for the bias.
        gates: (2, tokens, reviews, 2 × units), filled where there are words.
        cells: (tokens + 1, reviews, units), filled: an LSTM's cells, a GRU's states.
        last: (reviews, units), filled: the state after the last word.
        largest: (reviews, units), filled: each unit's largest value over the words.
        places: (reviews, units), filled: at which word it stands.
    """
    reviews, tokens = x.shape[:2]
    first = np.empty((reviews, weights.shape[2]), np.float32)
    second = np.empty_like(first)
    states = np.zeros_like(last)
    cells[0] = _ZERO
    largest[:] = -_ONE - _ONE  # less than any state
    for t in range(tokens):
        here = _reading(lengths, t)
        inner, outer = gates[0, t, :here], gates[1, t, :here]
        _see(seen[t], x, t, states, here)
        np.dot(seen[t, :here], weights[0], first[:here])
        np.dot(seen[t, :here], weights[1], second[:here])
        _squash(inner, first)
        if gru:
            outer[:] = second[:here]
            _gru(inner, outer, cells[t], cells[t + 1], states)
        else:
            _squash(outer, second)
            _lstm(inner, outer, cells[t], cells[t + 1], states)
        _pool(last, largest, places, states, lengths, t)


@_compiled
def scan_dropping(  # type: ignore[no-untyped-def]
    gru, x, weights, keep, lengths, seen, gates, cells, last, largest, places
):
    """:func:`scan` with dropout on the way to the gates, a mask for each quarter of them.

    Args:
        gru: As there.
        x: As there.
        weights: (4, channels + units + 1, units).
        keep: (4, reviews, channels + units), how much of each input and state reaches a quarter.
        lengths: As there.
        seen: (4, tokens, reviews, channels + units + 1), filled.
        gates: As there; so are the others.
        cells: See there.
        last: See there.
        largest: See there.
        places: See there.
    """
    (reviews, tokens), units = x.shape[:2], last.shape[1]
    sums = np.empty((4, reviews, units), np.float32)
    halves = np.empty((2, reviews, 2 * units), np.float32)
    states = np.zeros_like(last)
    cells[0] = _ZERO
    largest[:] = -_ONE - _ONE
    for t in range(tokens):
        here = _reading(lengths, t)
        inner, outer = gates[0, t, :here], gates[1, t, :here]
        for quarter in range(4):
            _see_kept(seen[quarter, t], x, t, states, keep[quarter], here)
            np.dot(seen[quarter, t, :here], weights[quarter], sums[quarter, :here])
            halves[quarter // 2, :here, units * (quarter % 2) : units * (quarter % 2 + 1)] = sums[
                quarter, :here
            ]
        _squash(inner, halves[0])
        if gru:
            outer[:] = halves[1, :here]
            _gru(inner, outer, cells[t], cells[t + 1], states)
        else:
            _squash(outer, halves[1])
            _lstm(inner, outer, cells[t], cells[t + 1], states)
        _pool(last, largest, places, states, lengths, t)


@_compiled
def scan_gradient(  # type: ignore[no-untyped-def]
    gru, by_last, by_largest, transposed, lengths, places, gates, cells, by_x
):
    """The gradients of :func:`scan` up to the gates; that by the weights is one product of what is left.

    Args:
        gru: Whether it is a GRU.
        by_last: (reviews, units), the gradient by the last states.
        by_largest: (reviews, units), the gradient by the largest values.
        transposed: (2, 2 × units, channels + units), the weights, nothing halved.
        lengths: As in the forward pass.
        places: From the forward pass.
        gates: From the forward pass; afterwards the gradients before the activations.
        cells: From the forward pass.
        by_x: (reviews, tokens, channels), filled.
    """
    reviews, tokens, channels = by_x.shape
    by_states, carried = np.empty_like(by_last), np.zeros_like(by_last)
    first = np.zeros((reviews, transposed.shape[2]), np.float32)
    second = np.zeros_like(first)
    by_words = np.empty((_CHUNK, reviews, channels), np.float32)
    end = tokens
    for t in range(tokens - 1, -1, -1):
        here = _reading(lengths, t)
        gates[:, t, here:] = _ZERO
        inner, outer = gates[0, t, :here], gates[1, t, :here]
        _arrive(by_states, first, second, channels)
        _unpool(by_states, by_last, by_largest, places, lengths, t)
        if gru:
            _gru_gradient(inner, outer, cells[t], by_states, carried)
        else:
            _lstm_gradient(inner, outer, cells[t], cells[t + 1], by_states, carried)
        np.dot(inner, transposed[0], first[:here])
        np.dot(outer, transposed[1], second[:here])
        _hear(by_words[t % _CHUNK], first, second)
        if t % _CHUNK == 0:
            _turn(by_x, t, end, by_words)
            end = t


@_compiled
def scan_dropping_gradient(  # type: ignore[no-untyped-def]
    gru, by_last, by_largest, transposed, keep, lengths, places, gates, cells, by_x
):
    """The gradients of :func:`scan_dropping`, as :func:`scan_gradient`.

    Args:
        gru: As there; so are all but two.
        by_last: See there.
        by_largest: See there.
        transposed: (4, units, channels + units), the weights, nothing halved.
        keep: As in the forward pass.
        lengths: See there.
        places: See there.
        gates: See there.
        cells: See there.
        by_x: See there.
    """
    (reviews, tokens, channels), units = by_x.shape, by_last.shape[1]
    by_states, carried = np.empty_like(by_last), np.zeros_like(by_last)
    by_seen = np.zeros((4, reviews, transposed.shape[2]), np.float32)
    by_gate = np.empty((reviews, units), np.float32)
    by_words = np.empty((_CHUNK, reviews, channels), np.float32)
    end = tokens
    for t in range(tokens - 1, -1, -1):
        here = _reading(lengths, t)
        gates[:, t, here:] = _ZERO
        inner, outer = gates[0, t, :here], gates[1, t, :here]
        _arrive_kept(by_states, by_seen, channels, keep)
        _unpool(by_states, by_last, by_largest, places, lengths, t)
        if gru:
            _gru_gradient(inner, outer, cells[t], by_states, carried)
        else:
            _lstm_gradient(inner, outer, cells[t], cells[t + 1], by_states, carried)
        for quarter in range(4):
            first = units * (quarter % 2)
            by_gate[:here] = gates[quarter // 2, t, :here, first : first + units]
            np.dot(by_gate[:here], transposed[quarter], by_seen[quarter, :here])
        _hear_kept(by_words[t % _CHUNK], by_seen, keep)
        if t % _CHUNK == 0:
            _turn(by_x, t, end, by_words)
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


@_part
def _reading(lengths, t):  # type: ignore[no-untyped-def]
    """How many reviews from the first on may have a word at ``t``."""
    here = lengths.shape[0]
    while here > 0 and lengths[here - 1] <= t:
        here -= 1
    return here


# The loops below run over the whole batch and index plainly: only so does the compiler vectorise them and
# spend no time on calls.


@_part
def _see(seen, x, t, states, here):  # type: ignore[no-untyped-def]
    channels, units = x.shape[2], states.shape[1]
    seen[here:] = _ZERO
    for n in range(here):
        for j in range(channels):
            seen[n, j] = x[n, t, j]
        for j in range(units):
            seen[n, channels + j] = states[n, j]
        seen[n, channels + units] = _ONE


@_part
def _see_kept(seen, x, t, states, keep, here):  # type: ignore[no-untyped-def]
    channels, units = x.shape[2], states.shape[1]
    seen[here:] = _ZERO
    for n in range(here):
        for j in range(channels):
            seen[n, j] = x[n, t, j] * keep[n, j]
        for j in range(units):
            seen[n, channels + j] = states[n, j] * keep[n, channels + j]
        seen[n, channels + units] = _ONE


@_part
def _squash(to, sums):  # type: ignore[no-untyped-def]
    for n in range(to.shape[0]):
        for j in range(to.shape[1]):
            to[n, j] = _tanh(sums[n, j])


@_part
def _lstm(inner, outer, before, after, states):  # type: ignore[no-untyped-def]
    units = before.shape[1]
    for n in range(inner.shape[0]):
        for j in range(units):
            i = _HALF * inner[n, j] + _HALF
            f = _HALF * inner[n, units + j] + _HALF
            o = _HALF * outer[n, units + j] + _HALF
            cell = f * before[n, j] + i * outer[n, j]
            inner[n, j] = i
            inner[n, units + j] = f
            outer[n, units + j] = o
            after[n, j] = cell
            states[n, j] = o * _tanh(cell)


@_part
def _lstm_gradient(inner, outer, before, after, by_states, by_cells):  # type: ignore[no-untyped-def]
    units = before.shape[1]
    for n in range(inner.shape[0]):
        for j in range(units):
            i, f, g, o = inner[n, j], inner[n, units + j], outer[n, j], outer[n, units + j]
            by_state, squashed = by_states[n, j], _tanh(after[n, j])
            by_cell = by_cells[n, j] + by_state * o * (_ONE - squashed * squashed)
            by_cells[n, j] = by_cell * f
            inner[n, j] = by_cell * g * i * (_ONE - i)
            inner[n, units + j] = by_cell * before[n, j] * f * (_ONE - f)
            outer[n, j] = by_cell * i * (_ONE - g * g)
            outer[n, units + j] = by_state * squashed * o * (_ONE - o)


@_part
def _gru(inner, outer, before, after, states):  # type: ignore[no-untyped-def]
    units = before.shape[1]
    for n in range(inner.shape[0]):
        for j in range(units):
            z = _HALF * inner[n, j] + _HALF
            r = _HALF * inner[n, units + j] + _HALF
            new = _tanh(outer[n, j] + r * outer[n, units + j])
            state = z * before[n, j] + (_ONE - z) * new
            inner[n, j] = z
            inner[n, units + j] = r
            outer[n, j] = new
            after[n, j] = state
            states[n, j] = state


@_part
def _gru_gradient(inner, outer, before, by_states, carried):  # type: ignore[no-untyped-def]
    units = before.shape[1]
    for n in range(inner.shape[0]):
        for j in range(units):
            z, r, new, reset = inner[n, j], inner[n, units + j], outer[n, j], outer[n, units + j]
            by_state = by_states[n, j] + carried[n, j]
            by_new = by_state * (_ONE - z) * (_ONE - new * new)
            carried[n, j] = by_state * z
            inner[n, j] = by_state * (before[n, j] - new) * z * (_ONE - z)
            inner[n, units + j] = by_new * reset * r * (_ONE - r)
            outer[n, j] = by_new
            outer[n, units + j] = by_new * r


@_part
def _pool(last, largest, places, states, lengths, t):  # type: ignore[no-untyped-def]
    for n in range(states.shape[0]):
        if t < lengths[n]:
            for j in range(states.shape[1]):
                larger = states[n, j] > largest[n, j]
                largest[n, j] = states[n, j] if larger else largest[n, j]
                places[n, j] = t if larger else places[n, j]
        if t == lengths[n] - 1:
            for j in range(states.shape[1]):
                last[n, j] = states[n, j]


@_part
def _unpool(by_states, by_last, by_largest, places, lengths, t):  # type: ignore[no-untyped-def]
    for n in range(by_states.shape[0]):
        for j in range(by_states.shape[1]):
            by_states[n, j] += by_largest[n, j] if places[n, j] == t else _ZERO
        if t == lengths[n] - 1:
            for j in range(by_states.shape[1]):
                by_states[n, j] += by_last[n, j]


@_part
def _arrive(by_states, first, second, channels):  # type: ignore[no-untyped-def]
    for n in range(by_states.shape[0]):
        for j in range(by_states.shape[1]):
            by_states[n, j] = first[n, channels + j] + second[n, channels + j]


@_part
def _arrive_kept(by_states, by_seen, channels, keep):  # type: ignore[no-untyped-def]
    by_states[:] = _ZERO
    for quarter in range(4):
        for n in range(by_states.shape[0]):
            for j in range(by_states.shape[1]):
                by_states[n, j] += by_seen[quarter, n, channels + j] * keep[quarter, n, channels + j]


@_part
def _hear(by_words, first, second):  # type: ignore[no-untyped-def]
    for n in range(by_words.shape[0]):
        for j in range(by_words.shape[1]):
            by_words[n, j] = first[n, j] + second[n, j]


@_part
def _hear_kept(by_words, by_seen, keep):  # type: ignore[no-untyped-def]
    by_words[:] = _ZERO
    for quarter in range(4):
        for n in range(by_words.shape[0]):
            for j in range(by_words.shape[1]):
                by_words[n, j] += by_seen[quarter, n, j] * keep[quarter, n, j]


@_part
def _turn(by_x, start, end, by_words):  # type: ignore[no-untyped-def]
    for n in range(by_x.shape[0]):
        for t in range(start, end):
            for j in range(by_x.shape[2]):
                by_x[n, t, j] = by_words[t - start, n, j]
