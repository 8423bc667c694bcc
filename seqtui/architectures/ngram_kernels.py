"""Compiled loops over the n-grams of reviews, and the hash tables that they use."""

import numpy as np
from numba import njit

from seqtui.architectures.compiling import compiled

EMPTY = -1
"""Key of an empty slot; the keys of n-grams are positive."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing
_subroutine = njit(nogil=True, error_model="numpy", inline="always")


@_subroutine
def _hash(key):  # type: ignore[no-untyped-def]
    """Return 64 bits, of which the highest depend on all bits of the key."""
    mixed = np.uint64(key) * _MULTIPLIER
    return (mixed ^ (mixed >> np.uint64(32))) * _MULTIPLIER


@_subroutine
def _slot(key, keys):  # type: ignore[no-untyped-def]
    """Return the slot of a key, or the empty slot where it belongs; the size of a table is a power of two."""
    mask = np.uint64(len(keys) - 1)
    slot = (_hash(key) >> np.uint64(32)) & mask
    while keys[slot] != key and keys[slot] != EMPTY:
        slot = (slot + np.uint64(1)) & mask
    return slot


@compiled()
def fill(table, indices, keys):  # type: ignore[no-untyped-def]
    """Fill a hash table with keys.

    Args:
        table: Output. The keys, with EMPTY in other slots; at least one is to remain. A power of two long.
        indices: Output. Index of each key in ``keys``, plus 1.
        keys: Different keys.
    """
    table[:] = EMPTY
    for index in range(len(keys)):
        slot = _slot(keys[index], table)
        table[slot] = keys[index]
        indices[slot] = index + 1


@compiled()
def find(ids, offsets, vocabulary_size, shortest, longest, table, indices, found):  # type: ignore[no-untyped-def]
    """Look up the n-grams of reviews.

    Args:
        ids: Word ids of all reviews, (tokens,), int32.
        offsets: Start of each review in ``ids``, and end of the last one.
        vocabulary_size: Number of word ids.
        shortest: Words of the shortest n-grams.
        longest: Words of the longest n-grams.
        table: Keys, as from :func:`fill`.
        indices: Index of each key.
        found: Output. Index of the n-gram of each size that starts at each token, 0 if there is none,
            (longest - shortest + 1, tokens).
    """
    for review in range(len(offsets) - 1):
        end = offsets[review + 1]
        for token in range(offsets[review], end):
            key = np.int64(0)
            for size in range(1, longest + 1):
                index = np.int32(0)
                if token + size <= end:
                    key = key * vocabulary_size + ids[token + size - 1]
                    if size >= shortest:
                        slot = _slot(key, table)
                        if table[slot] == key:
                            index = indices[slot]
                if size >= shortest:
                    found[size - shortest, token] = index
