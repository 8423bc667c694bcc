"""Compiled loops over the n-grams of reviews, and the hash tables that they use.

Common arguments: ``ids`` are the word ids of all reviews, (tokens,), int32; ``offsets`` are the start of
each review and the end of the last one; ``vocabulary_size`` is the number of word ids; ``shortest`` and
``longest`` are the words of the shortest and of the longest n-grams. Work is divided into ``parts`` by the
first word of the n-grams, and ``part`` counts from 0.

A hash table has rows of two int64, so that a lookup reads one line of the cache: a key, EMPTY in unused rows,
and a value. Its number of rows is a power of two.
"""

import numpy as np
from numba import njit

from seqtui.storage.compiling import compiled

EMPTY = -1
"""Key of an unused row; the keys of n-grams are positive."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing
_HALF = np.uint64(32)
_subroutine = njit(nogil=True, error_model="numpy", inline="always")


@_subroutine
def _hash(key):  # type: ignore[no-untyped-def]
    """Return 32 bits that depend on all bits of a key."""
    mixed = np.uint64(key) * _MULTIPLIER
    return ((mixed ^ (mixed >> _HALF)) * _MULTIPLIER) >> _HALF


@_subroutine
def _is_in_part(word, part, parts):  # type: ignore[no-untyped-def]
    return (_hash(word) * np.uint64(parts)) >> _HALF == np.uint64(part)


@_subroutine
def _row(key, table):  # type: ignore[no-untyped-def]
    """Return the row of a key, or the unused row where it belongs."""
    mask = np.uint64(len(table) - 1)
    row = _hash(key) & mask
    while table[row, 0] != key and table[row, 0] != EMPTY:
        row = (row + np.uint64(1)) & mask
    return row


@compiled()
def estimate(ids, offsets, vocabulary_size, shortest, longest, part, parts, counters):  # type: ignore[no-untyped-def]
    """Count the occurrences of the n-grams of a part approximately: too many if keys collide, never too few.

    Source: Cormode and Muthukrishnan, An improved data stream summary: the count-min sketch, 2005, with one
    row of counters.

    Output: ``counters``, numbers of occurrences, 255 for more, uint8, initially 0; a power of two long.
    """
    mask = np.uint64(len(counters) - 1)
    for review in range(len(offsets) - 1):
        end = offsets[review + 1]
        for token in range(offsets[review], end):
            if not _is_in_part(ids[token], part, parts):
                continue
            key = np.int64(0)
            for size in range(1, min(longest, end - token) + 1):
                key = key * vocabulary_size + ids[token + size - 1]
                if size >= shortest:
                    cell = _hash(key) & mask
                    if counters[cell] < 255:
                        counters[cell] += 1


@compiled()
def count_reviews(  # type: ignore[no-untyped-def]
    ids, offsets, vocabulary_size, shortest, longest, part, parts, counters, threshold, table, first, unused
):
    """Count the reviews that contain each n-gram of a part whose estimate reaches a threshold.

    ``counters`` are the estimates, ``threshold`` the least one of an n-gram that is counted. Output:
    ``table``, a hash table, initially unused. A value is the last review with the n-gram times 2**32 plus the
    number of reviews. ``first`` is the index of the first review of ``offsets`` among all reviews that are
    counted in the table, and ``unused`` the number of rows that may still be used, initially half of them.

    Returns:
        The new ``unused``; -1 if the table is too small.
    """
    mask = np.uint64(len(counters) - 1)
    for index in range(len(offsets) - 1):
        end, review = offsets[index + 1], first + index
        for token in range(offsets[index], end):
            if not _is_in_part(ids[token], part, parts):
                continue
            key = np.int64(0)
            for size in range(1, min(longest, end - token) + 1):
                key = key * vocabulary_size + ids[token + size - 1]
                if size < shortest:
                    continue
                if counters[_hash(key) & mask] < threshold:
                    break  # longer n-grams that begin with this one are not more frequent
                row = _row(key, table)
                if table[row, 0] == EMPTY:
                    if unused == 0:
                        return -1
                    unused -= 1
                    table[row, 0] = key
                    table[row, 1] = (review << 32) + 1
                elif table[row, 1] >> 32 != review:
                    table[row, 1] = (review << 32) + (table[row, 1] & 0xFFFFFFFF) + 1
    return unused


@compiled()
def fill(table, keys):  # type: ignore[no-untyped-def]
    """Fill a hash table with keys.

    Args:
        table: Output. A hash table with more rows than keys. The value of a key is its index plus 1.
        keys: Different keys.
    """
    table[:, 0] = EMPTY
    for index in range(len(keys)):
        row = _row(keys[index], table)
        table[row, 0] = keys[index]
        table[row, 1] = index + 1


@compiled()
def find(ids, offsets, vocabulary_size, shortest, longest, table, found):  # type: ignore[no-untyped-def]
    """Look up the n-grams of reviews.

    ``table`` is a hash table of :func:`fill`. Output: ``found``, the index of the n-gram of each size that
    starts at each token, 0 if there is none, int32, (longest - shortest + 1, tokens).
    """
    for review in range(len(offsets) - 1):
        end = offsets[review + 1]
        for token in range(offsets[review], end):
            key = np.int64(0)
            for size in range(1, longest + 1):
                index = np.int64(0)
                if token + size <= end:
                    key = key * vocabulary_size + ids[token + size - 1]
                    if size >= shortest:
                        row = _row(key, table)
                        if table[row, 0] == key:
                            index = table[row, 1]
                if size >= shortest:
                    found[size - shortest, token] = index


@compiled()
def count_classes(found, offsets, labels, counts):  # type: ignore[no-untyped-def]
    """Count the reviews of each class that contain each n-gram.

    Args:
        found: Indices of n-grams, as from :func:`find`.
        offsets: Start of each review, and end of the last one.
        labels: Class index of each review, int32.
        counts: Output. Numbers of reviews, (n-grams + 1, classes), initially 0; row 0 stands for no n-gram.
    """
    last = np.full(len(counts), -1, np.int32)
    for review in range(len(offsets) - 1):
        for size in range(len(found)):
            for token in range(offsets[review], offsets[review + 1]):
                index = found[size, token]
                if last[index] != review:
                    last[index] = review
                    counts[index, labels[review]] += 1
