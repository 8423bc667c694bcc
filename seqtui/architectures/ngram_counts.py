"""N-gram counts of the training reviews and their naive Bayes log-count ratios."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.found_ngrams import FoundNGrams, blocks
from seqtui.storage.cores import cores, on_each_core
from seqtui.text.encoded import EncodedReviews, Ids

_MAX_COUNTERS = 1 << 26
"""Maximum approximate counts, of one byte each."""

_ESTIMATED, _COUNTED, _FOUND = 0.25, 0.6, 0.9  # fractions of the time after each step


@dataclass(frozen=True)
class NGrams:
    """The n-grams that a network looks up, with their weights.

    Args:
        keys: Keys in ascending order, shape (n-grams,).
        ratios: Log-count ratios. For two classes, those of the second class, shape (n-grams,); for more,
            those of each class against the rest, shape (n-grams, num_classes).
        reviews: The n-grams found in the reviews that they are counted in. Default: None, not kept.
    """

    keys: NDArray[np.int64]
    ratios: NDArray[np.float32]
    reviews: FoundNGrams | None = None

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(
        cls,
        reviews: EncodedReviews,
        labels: NDArray[np.int32],
        vocabulary_size: int,
        max_ngrams: int,
        num_classes: int,
        ngram_range: tuple[int, int] = (1, 3),
        on_share: Callable[[float], None] = lambda _: None,
    ) -> "NGrams":
        """Count the n-grams of the training reviews and select those that occur in at least two reviews.

        Args:
            reviews: The training reviews.
            labels: Class index of each review, shape (reviews,).
            vocabulary_size: Number of word ids.
            max_ngrams: Maximum number of n-grams; if there are more, the most frequent are selected.
            num_classes: Number of classes, at least 2.
            ngram_range: Words of the shortest and of the longest n-grams. Default (1, 3).
            on_share: Called by one of the threads with the fraction that is done. Default: does nothing.

        Example:
            >>> reviews = EncodedReviews.from_lists([[2, 3], [2, 3], [4, 2]])
            >>> NGrams.of(reviews, np.array([0, 1, 1], np.int32), 10, 100, 2).keys.tolist()
            [2, 3, 23]
        """
        from seqtui.architectures import ngram_kernels  # Numba takes half a second to load

        texts = _Texts(reviews.ids, reviews.offsets, vocabulary_size, *ngram_range)
        keys = _most_frequent(texts, max_ngrams, on_share)
        found = FoundNGrams.of(
            reviews,
            keys,
            vocabulary_size,
            ngram_range,
            lambda done: on_share(_COUNTED + (_FOUND - _COUNTED) * done),
        )
        counts = np.zeros((len(keys) + 1, num_classes), np.int32)
        ngram_kernels.count_classes(found.ids, found.offsets, labels, counts)
        counts = counts[1:]
        if num_classes == 2:
            binary = _log_count_ratios(counts[:, 1], counts[:, 0], balanced=True)
            return cls(keys, binary.astype(np.float32), found)
        ratios = np.empty(counts.shape, np.float32)
        totals = counts.sum(1)
        for label in range(num_classes):
            in_class = counts[:, label]
            ratios[:, label] = _log_count_ratios(in_class, totals - in_class, balanced=False)
        return cls(keys, ratios, found)


class _Texts(NamedTuple):
    """Common arguments of :mod:`seqtui.architectures.ngram_kernels`."""

    ids: Ids
    offsets: NDArray[np.int64]
    vocabulary_size: int
    shortest: int
    longest: int

    def blocks(self) -> "Iterator[tuple[int, float, _Texts]]":
        """Yield the reviews in blocks: the first review, the fraction after the block, and its texts."""
        for first, end, done in blocks(0, len(self.offsets) - 1):
            yield first, done, self._replace(offsets=self.offsets[first : end + 1])


def _most_frequent(texts: _Texts, max_ngrams: int, on_share: Callable[[float], None]) -> NDArray[np.int64]:
    """Return the keys of the n-grams that occur in the most reviews, and in at least two, in ascending order.

    Of equally frequent n-grams those with the smallest keys are selected. As most n-grams occur once, all are
    counted approximately first, and only those whose estimate reaches a threshold are counted exactly. If
    enough of them are in so many reviews, no other n-gram is in more.
    """
    from seqtui.architectures import ngram_kernels

    occurrences = len(texts.ids) * (texts.longest - texts.shortest + 1)
    cells = min(_MAX_COUNTERS, 1 << occurrences.bit_length()) // 2 >> (cores() - 1).bit_length()
    estimates = [np.zeros(max(1, cells), np.uint8) for _ in range(cores())]

    def estimate(part: int, parts: int) -> None:
        for _, done, block in texts.blocks():
            ngram_kernels.estimate(*block, part, parts, estimates[part])
            if part == 0:
                on_share(_ESTIMATED * done)

    on_each_core(estimate)
    histogram = np.sum([np.bincount(part, minlength=256) for part in estimates], axis=0)
    at_least = np.cumsum(histogram[::-1])[::-1]  # number of estimates of at least 0, 1, 2, …
    threshold = max(2, int(np.count_nonzero(at_least >= 2 * max_ngrams)) - 1)
    while True:
        keys, totals = _count(texts, estimates, threshold, on_share)
        if threshold == 2 or np.count_nonzero(totals >= threshold) >= max_ngrams:
            break
        threshold = max(2, threshold // 2)
    order = np.argsort(keys)
    keys, totals = keys[order], totals[order]
    selected = np.argsort(-totals, kind="stable")[:max_ngrams]
    return keys[np.sort(selected[totals[selected] > 1])]


def _count(
    texts: _Texts,
    estimates: list[NDArray[np.uint8]],
    threshold: int,
    on_share: Callable[[float], None],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the n-grams whose estimate reaches a threshold: keys and numbers of reviews."""
    from seqtui.architectures import ngram_kernels

    def count(part: int, parts: int) -> NDArray[np.int64]:
        rows = 4 << int(np.count_nonzero(estimates[part] >= threshold)).bit_length()
        while True:
            table, unused = np.full((rows, 2), ngram_kernels.EMPTY, np.int64), rows // 2
            for first, done, block in texts.blocks():
                unused = ngram_kernels.count_reviews(
                    *block, part, parts, estimates[part], threshold, table, first, unused
                )
                if unused < 0:
                    break
                if part == 0:
                    on_share(_ESTIMATED + (_COUNTED - _ESTIMATED) * done)
            else:
                return table[table[:, 0] != ngram_kernels.EMPTY]
            rows *= 2

    counted = np.concatenate(on_each_core(count))
    return counted[:, 0], counted[:, 1] & 0xFFFFFFFF


def _log_count_ratios(
    in_class: NDArray[np.int32], in_rest: NDArray[np.int32], *, balanced: bool
) -> NDArray[np.float64]:
    """Return the log-count ratio of each n-gram.

    Args:
        in_class: Number of reviews of the class with each n-gram.
        in_rest: Number of reviews of all other classes with it.
        balanced: Whether to smooth both sides equally. Otherwise smooth in proportion to their frequency.
    """
    # The rarer side is smoothed with one review, the other in proportion. So an n-gram without counts favours
    # neither side, and two reviews of a rare class are weak evidence.
    total = in_class.sum() + in_rest.sum()
    share = 0.5 if balanced else in_class.sum() / max(1, total)
    share = min(max(share, 1e-6), 1 - 1e-6)
    rarer = min(share, 1.0 - share)
    smoothed_class, smoothed_rest = in_class + share / rarer, in_rest + (1.0 - share) / rarer
    return np.log(smoothed_class / smoothed_class.sum()) - np.log(smoothed_rest / smoothed_rest.sum())
