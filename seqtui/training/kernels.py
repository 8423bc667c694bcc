"""The recurrences themselves, compiled: one pass forwards, one backwards, on one core and without the GIL.

A step multiplies few rows by the weights. BLAS is fastest at that while a product stays small, so the columns
of the weights come in parts: in halves, or in quarters, which then may each have a mask of its own.

The quarters of an LSTM are input, forget, cell and output gate. Those of a GRU are update and reset gate,
what the candidate takes from the word and what it takes from the state, which are not yet added.

A sigmoid is the hyperbolic tangent of half its argument; the halving is done to the weights.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit

_CHUNK = 16  # time steps whose gradients by the words are put in place together
_HALF = np.float32(0.5)
_ONE = np.float32(1.0)
_ZERO = np.float32(0.0)


def _compiled(kernel: Callable[..., Any]) -> Any:
    """Compile a kernel; Numba keeps the result on disk if it finds a folder that can be written to."""
    options = {"nogil": True, "fastmath": True, "error_model": "numpy"}
    try:
        return njit(cache=True, **options)(kernel)
    except RuntimeError:  # neither $NUMBA_CACHE_DIR, nor the installation, nor the home folder
        return njit(**options)(kernel)


# A part is compiled into its caller always: left to the linker, a process that compiles would take another
# copy than one that loads the cache, and the two differ in the last bit.
_part = njit(nogil=True, fastmath=True, error_model="numpy", forceinline=True)
_inline = njit(inline="always", fastmath=True, error_model="numpy")


@_compiled
def scan(  # type: ignore[no-untyped-def]
    gru, x, weights, keep, lengths, seen, gates, cells, last, largest, places
):
    """Run an LSTM or a GRU over a batch.

    Args:
        gru: Whether it is a GRU.
        x: (reviews, tokens, channels).
        weights: (parts, channels + units + 1, 4 × units / parts), the bias last, the sigmoids' halved.
        keep: (4, reviews, channels + units + 1), how much of what is seen reaches each of four parts; without
            dropout (0, 0, 0).
        lengths: (reviews,), the words of each review, 1 to tokens; fastest where they fall.
        seen: (tokens, reviews, channels + units + 1), filled: each word's input, the state before it, and a
            one for the bias.
        gates: (parts, tokens, reviews, 4 × units / parts), filled where there are words.
        cells: (tokens + 1, reviews, units), filled: an LSTM's cells, a GRU's states.
        last: (reviews, units), filled: the state after the last word.
        largest: (reviews, units), filled: each unit's largest value over the words.
        places: (reviews, units), filled: at which word it stands.
    """
    tokens = x.shape[1]
    dropping = len(keep) > 0
    kept = np.empty(seen.shape[1:], np.float32)
    sums = np.empty(gates.shape[2:], np.float32)
    states = np.zeros_like(last)
    cells[0] = _ZERO
    largest[:] = -_ONE - _ONE  # less than any state
    for t in range(tokens):
        here = _reading(lengths, t)
        _see(seen[t], x, t, states, here)
        for part in range(len(weights)):
            if dropping:
                _keep(kept, seen[t], keep[part], here)
            reaching = kept if dropping else seen[t]
            np.dot(reaching[:here], weights[part], sums[:here])
            if gru and 2 * part >= len(weights):
                gates[part, t, :here] = sums[:here]
            else:
                _squash(gates[part, t, :here], sums[:here])
        if gru:
            _gru(gates, t, cells[t], cells[t + 1], states, here)
        else:
            _lstm(gates, t, cells[t], cells[t + 1], states, here)
        _pool(last, largest, places, states, lengths, t)


@_compiled
def scan_gradient(  # type: ignore[no-untyped-def]
    gru, by_last, by_largest, transposed, keep, lengths, places, gates, cells, by_x
):
    """The gradients of :func:`scan` by the words and by the gates.

    Without dropout, that by the weights is one product of what was seen and the gradients by the gates; with
    it, see :func:`weights_gradient`.

    Args:
        gru: Whether it is a GRU.
        by_last: (reviews, units), the gradient by the last states.
        by_largest: (reviews, units), the gradient by the largest values.
        transposed: (parts, 4 × units / parts, channels + units), the weights, nothing halved.
        keep: As in the forward pass.
        lengths: As in the forward pass.
        places: From the forward pass.
        gates: From the forward pass; afterwards the gradients before the activations.
        cells: From the forward pass.
        by_x: (reviews, tokens, channels), filled.
    """
    (reviews, tokens, channels), units = by_x.shape, by_last.shape[1]
    parts = len(transposed)
    by_states, carried = np.empty_like(by_last), np.zeros_like(by_last)
    by_seen = np.zeros((_CHUNK, reviews, channels + units), np.float32)
    by_part = np.empty((parts, reviews, channels + units), np.float32)
    end = tokens
    for t in range(tokens - 1, -1, -1):
        here = _reading(lengths, t)
        gates[:, t, here:] = _ZERO
        after, now = by_seen[(t + 1) % _CHUNK], by_seen[t % _CHUNK]
        _unpool(by_states, after, by_last, by_largest, places, lengths, t, channels)
        if gru:
            _gru_gradient(gates, t, cells[t], by_states, carried, here)
        else:
            _lstm_gradient(gates, t, cells[t], cells[t + 1], by_states, carried, here)
        for part in range(parts):
            np.dot(gates[part, t, :here], transposed[part], by_part[part, :here])
        if len(keep):
            _add_kept(now, by_part, keep, here)
        else:
            _add(now, by_part, here)
        if t % _CHUNK == 0:
            _turn(by_x, t, end, by_seen)
            end = t


@_compiled
def weights_gradient(seen, gates, keep, lengths, by_weights):  # type: ignore[no-untyped-def]
    """The gradient of :func:`scan` by the weights with dropout.

    A review's masks are the same for all its words, so they are put on the product, not on each word.

    Args:
        seen: From the forward pass.
        gates: From the backward pass, in four parts.
        keep: As in the forward pass.
        lengths: As in the forward pass.
        by_weights: (channels + units + 1, 4 × units), filled.
    """
    tokens, reviews, rows = seen.shape
    words = np.empty((tokens, rows), np.float32)
    by_gates = np.empty((tokens, by_weights.shape[1]), np.float32)
    product = np.empty_like(by_weights)
    by_weights[:] = _ZERO
    for n in range(reviews):
        here = lengths[n]
        _line_up(words, by_gates, seen, gates, n, here)
        np.dot(words[:here].T, by_gates[:here], product)
        _add_product(by_weights, product, keep, n)


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
def _keep(kept, seen, keep, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        for j in range(kept.shape[1]):
            kept[n, j] = seen[n, j] * keep[n, j]


@_part
def _squash(to, sums):  # type: ignore[no-untyped-def]
    to, sums = to.reshape(-1), sums.reshape(-1)
    for j in range(len(to)):
        to[j] = _tanh(sums[j])


@_part
def _add(total, parts, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        for j in range(total.shape[1]):
            total[n, j] = parts[0, n, j] + parts[1, n, j]


@_part
def _add_kept(total, parts, keep, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        for j in range(total.shape[1]):
            total[n, j] = (
                parts[0, n, j] * keep[0, n, j]
                + parts[1, n, j] * keep[1, n, j]
                + parts[2, n, j] * keep[2, n, j]
                + parts[3, n, j] * keep[3, n, j]
            )


@_part
def _quarters(gates, t, n, units):  # type: ignore[no-untyped-def]
    """A review's four gates, a row each: two stand side by side in halves, each alone in quarters."""
    half, quarter, later = len(gates) // 2, len(gates) // 4, gates.shape[3] - units
    return (
        gates[0, t, n, :units],
        gates[quarter, t, n, later:],
        gates[half, t, n, :units],
        gates[half + quarter, t, n, later:],
    )


@_part
def _lstm(gates, t, before, after, states, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        inputs, forgets, news, outputs = _quarters(gates, t, n, before.shape[1])
        for j in range(before.shape[1]):
            i = _HALF * inputs[j] + _HALF
            f = _HALF * forgets[j] + _HALF
            o = _HALF * outputs[j] + _HALF
            cell = f * before[n, j] + i * news[j]
            inputs[j] = i
            forgets[j] = f
            outputs[j] = o
            after[n, j] = cell
            states[n, j] = o * _tanh(cell)


@_part
def _lstm_gradient(gates, t, before, after, by_states, by_cells, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        inputs, forgets, news, outputs = _quarters(gates, t, n, before.shape[1])
        for j in range(before.shape[1]):
            i, f, g, o = inputs[j], forgets[j], news[j], outputs[j]
            by_state, squashed = by_states[n, j], _tanh(after[n, j])
            by_cell = by_cells[n, j] + by_state * o * (_ONE - squashed * squashed)
            by_cells[n, j] = by_cell * f
            inputs[j] = by_cell * g * i * (_ONE - i)
            forgets[j] = by_cell * before[n, j] * f * (_ONE - f)
            news[j] = by_cell * i * (_ONE - g * g)
            outputs[j] = by_state * squashed * o * (_ONE - o)


@_part
def _gru(gates, t, before, after, states, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        updates, resets, of_words, of_states = _quarters(gates, t, n, before.shape[1])
        for j in range(before.shape[1]):
            z = _HALF * updates[j] + _HALF
            r = _HALF * resets[j] + _HALF
            new = _tanh(of_words[j] + r * of_states[j])
            state = z * before[n, j] + (_ONE - z) * new
            updates[j] = z
            resets[j] = r
            of_words[j] = new
            after[n, j] = state
            states[n, j] = state


@_part
def _gru_gradient(gates, t, before, by_states, carried, here):  # type: ignore[no-untyped-def]
    for n in range(here):
        updates, resets, of_words, of_states = _quarters(gates, t, n, before.shape[1])
        for j in range(before.shape[1]):
            z, r, new, reset = updates[j], resets[j], of_words[j], of_states[j]
            by_state = by_states[n, j] + carried[n, j]
            by_new = by_state * (_ONE - z) * (_ONE - new * new)
            carried[n, j] = by_state * z
            updates[j] = by_state * (before[n, j] - new) * z * (_ONE - z)
            resets[j] = by_new * reset * r * (_ONE - r)
            of_words[j] = by_new
            of_states[j] = by_new * r


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
def _unpool(by_states, by_seen, by_last, by_largest, places, lengths, t, channels):  # type: ignore[no-untyped-def]
    for n in range(by_states.shape[0]):
        for j in range(by_states.shape[1]):
            by_states[n, j] = by_seen[n, channels + j] + (by_largest[n, j] if places[n, j] == t else _ZERO)
        if t == lengths[n] - 1:
            for j in range(by_states.shape[1]):
                by_states[n, j] += by_last[n, j]


@_part
def _turn(by_x, start, end, by_seen):  # type: ignore[no-untyped-def]
    for n in range(by_x.shape[0]):
        for t in range(start, end):
            for j in range(by_x.shape[2]):
                by_x[n, t, j] = by_seen[t - start, n, j]


@_part
def _line_up(words, by_gates, seen, gates, n, here):  # type: ignore[no-untyped-def]
    units = gates.shape[3]
    for t in range(here):
        for j in range(words.shape[1]):
            words[t, j] = seen[t, n, j]
        for part in range(len(gates)):
            for j in range(units):
                by_gates[t, part * units + j] = gates[part, t, n, j]


@_part
def _add_product(by_weights, product, keep, n):  # type: ignore[no-untyped-def]
    units = by_weights.shape[1] // len(keep)
    for i in range(len(by_weights)):
        for part in range(len(keep)):
            to, by, kept = by_weights[i, part * units :], product[i, part * units :], keep[part, n, i]
            for j in range(units):
                to[j] += by[j] * kept
