"""Number the tokens of many texts with compiled loops."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.storage.cores import on_each_core
from seqtui.text import token_kernels
from seqtui.text.tokenizer import tokenize

_BLOCK = 1 << 18  # bytes of the texts that are processed together, unless one is longer


def number_tokens(
    texts: Sequence[str], on_share: Callable[[float], None] = lambda _: None
) -> tuple[NDArray[np.int32], NDArray[np.int64], list[str]]:
    """Tokenize texts and number their tokens, with one thread per core.

    Args:
        texts: Texts, as for :func:`seqtui.text.tokenizer.tokenize`.
        on_share: Called by one of the threads with the fraction that is done. Default: does nothing.

    Returns:
        The number of each token of all texts, the number of tokens of each text, and the token of each
        number.

    Example:
        >>> ids, lengths, tokens = number_tokens(["a good film", "a film"])
        >>> [tokens[number] for number in ids], lengths.tolist()
        (['a', 'good', 'film', 'a', 'film'], [3, 2])
    """

    def number(part: int, parts: int) -> tuple[TokenNumbers, list[_Numbered]]:
        numbers = TokenNumbers()
        first, end = len(texts) * part // parts, len(texts) * (part + 1) // parts
        blocks, done = list[_Numbered](), 0
        for block in _blocks(texts[first:end]):
            blocks.append(numbers.number(block))
            done += len(block)
            if part == 0:
                on_share(done / (end - first))
        return numbers, blocks

    (every, first_blocks), *others = on_each_core(number)
    lengths = [block.lengths for block in first_blocks]
    ids = [block.ids for block in first_blocks]
    for numbers, blocks in others:
        new_ids = every.merge(numbers)
        for block in blocks:
            block.ids[:] = new_ids[block.ids]
            ids.append(block.ids)
            lengths.append(block.lengths)
    return (
        np.concatenate([np.empty(0, np.int32), *ids]),
        np.concatenate([np.empty(0, np.int64), *lengths]),
        every.tokens(),
    )


class _Numbered(NamedTuple):
    """A block of texts: the number of each token, and the number of tokens of each text."""

    ids: NDArray[np.int32]
    lengths: NDArray[np.int64]


class TokenNumbers:
    """Numbers of tokens, from 0."""

    def __init__(self) -> None:
        self._count = 0
        self._table = np.full((1 << 12, 2), token_kernels.UNUSED, np.int64)
        self._spellings = np.empty(0, np.uint8)
        self._ends = np.empty(0, np.int64)

    def number(self, texts: list[bytes]) -> _Numbered:
        """Tokenize texts, encoded as UTF-8, and number their tokens."""
        text, text_ends = _joined(texts)
        self._reserve(len(text))
        numbers = np.empty(len(text), np.int32)
        number_ends = np.empty(len(texts), np.int64)
        others = np.empty((len(text) // 2 + 1, 4), np.int64)
        length, count, self._count = token_kernels.number_texts(
            text, text_ends, numbers, number_ends, others, self._table, self._spellings, self._ends,
            self._count,
        )  # fmt: skip
        numbers, counts = numbers[:length].copy(), np.diff(number_ends, prepend=0)
        if not count:
            return _Numbered(numbers, counts)
        found = [
            tokenize(text[start:end].tobytes().decode("utf-8", "surrogatepass"))
            for start, end in others[:count, 2:].tolist()
        ]
        sizes = np.array([len(tokens) for tokens in found])
        tokens = [token.encode("utf-8", "surrogatepass") for token in chain(*found)]
        numbers = np.insert(
            numbers, np.repeat(others[:count, 1], sizes), self._number_tokens(*_joined(tokens))
        )
        np.add.at(counts, others[:count, 0], sizes)
        return _Numbered(numbers, counts)

    def tokens(self) -> list[str]:
        """Return the token of each number."""
        spellings, start, tokens = self._spellings.tobytes(), 0, list[str]()
        for end in self._ends[: self._count].tolist():
            tokens.append(spellings[start:end].decode("utf-8", "surrogatepass"))
            start = end
        return tokens

    def merge(self, other: "TokenNumbers") -> NDArray[np.int32]:
        """Number the tokens of another numbering; return the new number of each of its numbers."""
        size = int(other._ends[other._count - 1]) if other._count else 0
        return self._number_tokens(other._spellings[:size], other._ends[: other._count])

    def _number_tokens(self, spellings: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.int32]:
        self._reserve(len(spellings))
        numbers = np.empty(len(ends), np.int32)
        self._count = token_kernels.number_tokens(
            spellings, ends, numbers, self._table, self._spellings, self._ends, self._count
        )
        return numbers

    def _reserve(self, size: int) -> None:
        """Make room for the tokens of as many bytes; a token has at least one."""
        used = int(self._ends[self._count - 1]) if self._count else 0
        self._spellings = _grown(self._spellings, used, used + size)
        self._ends = _grown(self._ends, self._count, self._count + size)
        rows = len(self._table)
        while rows < 2 * (self._count + size):
            rows *= 2
        if rows > len(self._table):
            larger = np.full((rows, 2), token_kernels.UNUSED, np.int64)
            token_kernels.rehash(self._table, larger)
            self._table = larger


def _blocks(texts: Iterable[str]) -> Iterator[list[bytes]]:
    block, size = list[bytes](), 0
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        block.append(encoded)
        size += len(encoded)
        if size >= _BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block


def _joined(pieces: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Concatenate pieces; return the bytes and the end of each piece."""
    ends = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)))
    return np.frombuffer(b"".join(pieces), np.uint8), ends


def _grown(array: NDArray[Any], used: int, size: int) -> NDArray[Any]:
    """Return an array of at least this size with the same values in its used part."""
    if len(array) >= size:
        return array
    larger = np.empty(max(size, 2 * len(array)), array.dtype)
    larger[:used] = array[:used]
    return larger
