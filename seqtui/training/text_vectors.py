"""A vector for each text, learned from the n-grams that the texts share, without labels."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.found_ngrams import FoundNGrams
from seqtui.runs.checkpoint import DAMAGED
from seqtui.storage.atomic import replacing
from seqtui.storage.cores import cores

Vectors = NDArray[np.float32]

_SIZE = 100
_SCALE = np.float32(6)  # of the cosine
_NEGATIVES = 5
_FIRST_RATE, _LAST_RATE = 0.015, 0.0002
_NGRAMS = 600_000_000  # of all texts and passes: about four minutes on two cores
_PASSES = 8, 100  # the fewest and the most
_BLOCKS = 4  # threads that can work at once; a fixed number, as it changes the result
_TEXTS = 500  # between two checks whether to stop
_CHECKPOINT_SECONDS = 30.0


def learn_vectors(
    texts: FoundNGrams,
    seed: int,
    checkpoint: Path,
    should_stop: Callable[[], bool],
    on_share: Callable[[float], None],
) -> Vectors | None:
    """Learn a vector for each n-gram, and return for each text the mean of its n-grams' vectors.

    While they are learned, each text has a vector, too, which predicts the n-grams it contains: the cosine of
    the vectors of text and n-gram is high for those, and low for n-grams of other texts. Four texts are
    learned at a time; the result does not depend on the number of cores.

    In the mean, an n-gram counts once, with the logarithm of its inverse document frequency. These means tell
    labels better than the vectors that the texts had while learning.

    Source: Thongtan and Phienthrakul, Sentiment Classification using Document Embeddings trained with Cosine
    Similarity, 2019; there, negative n-grams are drawn at random.

    Args:
        texts: The n-grams of each text.
        seed: Random seed of the first vectors and of the order of the texts.
        checkpoint: File for the state, written twice a minute. If it holds one of the same texts, learning
            continues from there.
        should_stop: Called several times per second; returns whether to stop.
        on_share: Called with the fraction that is done.

    Returns:
        Vectors of length 1, shape (texts, 100), float32; 0 for a text that has no n-grams, or only those that
        all texts have. None if it was stopped.
    """
    from seqtui.training import vector_kernels  # Numba takes half a second to load

    count = int(texts.ids.max(initial=0)) + 1
    starts = np.zeros(len(texts) * _BLOCKS + 1, np.int64)
    ngrams = vector_kernels.ngrams_by_block(texts.ids, texts.offsets, count, _BLOCKS, starts)
    passes = int(np.clip(_NGRAMS // max(1, len(ngrams)), *_PASSES))
    state = _State.load(checkpoint, (len(texts), count)) or _State.new(seed, len(texts), count)
    saved, stopped = time.monotonic(), False

    def learn(part: int, order: NDArray[np.int64], block: int, first: float, last: float) -> None:
        nonlocal stopped
        for chunk, start, end in _chunks(order):
            if stopped:
                return
            vector_kernels.learn(
                state.of_texts, state.of_ngrams, ngrams, starts, chunk, _BLOCKS, block, _SCALE, _NEGATIVES,
                first + (last - first) * start, first + (last - first) * end,
            )  # fmt: skip
            if part == 0:
                stopped = should_stop()
                on_share((state.steps + end) / (passes * _BLOCKS))

    with ThreadPoolExecutor(min(cores(), _BLOCKS)) as threads:
        while state.steps < passes * _BLOCKS:
            number, rotation = divmod(state.steps, _BLOCKS)
            order = np.random.default_rng([seed, number]).permutation(len(texts))
            rates = [_rate((state.steps + done) / (passes * _BLOCKS)) for done in (0, 1)]
            tasks = [
                threads.submit(learn, part, part_order, (part + rotation) % _BLOCKS, *rates)
                for part, part_order in enumerate(np.array_split(order, _BLOCKS))
            ]
            for task in tasks:
                task.result()
            if stopped:
                return None
            state.steps += 1
            if time.monotonic() - saved >= _CHECKPOINT_SECONDS:
                state.save(checkpoint)
                saved = time.monotonic()
    return _means(state.of_ngrams, ngrams, starts[::_BLOCKS])


def _means(of_ngrams: Vectors, ngrams: NDArray[np.int32], offsets: NDArray[np.int64]) -> Vectors:
    """Return the weighted mean of the n-grams of each text, scaled to length 1.

    Args:
        of_ngrams: Vector of each n-gram, shape (n-grams, 100).
        ngrams: The different n-grams of all texts.
        offsets: The first n-gram of each text and the end of the last one, shape (texts + 1,).
    """
    from scipy.sparse import csr_matrix  # takes nearly half a second to load

    texts = len(offsets) - 1
    inverse_frequencies = texts / np.maximum(1, np.bincount(ngrams, minlength=len(of_ngrams)))
    weights = np.log(inverse_frequencies, dtype=np.float32) / np.linalg.norm(of_ngrams, axis=1)
    sums = csr_matrix((weights[ngrams], ngrams, offsets), shape=(texts, len(of_ngrams))) @ of_ngrams
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)


def _rate(done: float) -> float:
    return float(_FIRST_RATE * (_LAST_RATE / _FIRST_RATE) ** done)


def _chunks(order: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], float, float]]:
    """Yield parts of an order with the fractions of it before and after them."""
    for start in range(0, len(order), _TEXTS):
        chunk = order[start : start + _TEXTS]
        yield chunk, start / len(order), (start + len(chunk)) / len(order)


@dataclass
class _State:
    """Vectors while they are learned.

    Args:
        of_texts: Shape (texts, 100).
        of_ngrams: Shape (n-grams + 1, 100); the first one is not used.
        steps: Completed steps; a pass over the texts has four.
    """

    of_texts: Vectors
    of_ngrams: Vectors
    steps: int = 0

    @classmethod
    def new(cls, seed: int, texts: int, ngrams: int) -> "_State":
        random = np.random.default_rng(seed)
        of_texts, of_ngrams = (
            random.standard_normal((rows, _SIZE), dtype=np.float32) for rows in (texts, ngrams)
        )
        return cls(of_texts, of_ngrams)

    @classmethod
    def load(cls, path: Path, rows: tuple[int, int]) -> "_State | None":
        with suppress(*DAMAGED), np.load(path, allow_pickle=False) as file:
            state = cls(file["of_texts"], file["of_ngrams"], int(file["steps"]))
            if (state.of_texts.shape, state.of_ngrams.shape) == ((rows[0], _SIZE), (rows[1], _SIZE)):
                return state
        return None

    def save(self, path: Path) -> None:
        with replacing(path) as temporary, temporary.open("wb") as file:
            np.savez(
                file, allow_pickle=False, of_texts=self.of_texts, of_ngrams=self.of_ngrams, steps=self.steps
            )
