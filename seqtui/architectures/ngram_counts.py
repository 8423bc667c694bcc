"""N-gram counts of the training reviews and their naive Bayes log-count ratios."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.text.encoded import EncodedReviews, Ids


@dataclass(frozen=True)
class NGrams:
    """The n-grams that a network looks up, with their weights.

    Args:
        keys: Keys in ascending order, shape (n-grams,).
        ratios: Log-count ratios. For two classes, those of the second class, shape (n-grams,); for more,
            those of each class against the rest, shape (n-grams, num_classes).
    """

    keys: NDArray[np.int64]
    ratios: NDArray[np.float32]

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
    ) -> "NGrams":
        """Count the n-grams of the training reviews and select those that occur in at least two reviews.

        Args:
            reviews: The training reviews.
            labels: Class index of each review, shape (reviews,).
            vocabulary_size: Number of word ids.
            max_ngrams: Maximum number of n-grams; if there are more, the most frequent are selected.
            num_classes: Number of classes, at least 2.
            ngram_range: Words of the shortest and of the longest n-grams. Default (1, 3).

        Example:
            >>> reviews = EncodedReviews.from_lists([[2, 3], [2, 3], [4, 2]])
            >>> NGrams.of(reviews, np.array([0, 1, 1], np.int32), 10, 100, 2).keys.tolist()
            [2, 3, 23]
        """
        keys, review_indices = _keys(reviews, vocabulary_size, ngram_range)
        order = np.argsort(keys, kind="stable")
        keys, review_indices = keys[order], review_indices[order]
        first = np.ones(len(keys), bool)  # count an n-gram once per review
        first[1:] = (keys[1:] != keys[:-1]) | (review_indices[1:] != review_indices[:-1])
        keys, labels = keys[first], labels[review_indices[first]]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        total = np.diff(np.r_[starts, len(keys)])
        selected = np.argsort(-total, kind="stable")[:max_ngrams]
        selected = np.sort(selected[total[selected] > 1])
        selected_keys, counts = keys[starts[selected]], total[selected]
        if num_classes == 2:
            positive = np.add.reduceat(labels, starts)[selected] if len(selected) else counts
            binary = _log_count_ratios(positive, counts - positive, balanced=True)
            return cls(selected_keys, binary.astype(np.float32))

        row_of_ngram = np.full(len(starts), -1, np.int32)
        row_of_ngram[selected] = np.arange(len(selected))
        rows = np.repeat(row_of_ngram, total)
        labels, rows = labels[rows >= 0], rows[rows >= 0]
        rows = rows[np.argsort(labels, kind="stable")]  # grouped by class: one pass for all classes
        ends = np.cumsum(np.bincount(labels, minlength=num_classes))
        ratios = np.empty((len(selected), num_classes), np.float32)
        for label, rows_of_class in enumerate(np.split(rows, ends[:-1])):
            in_class = np.bincount(rows_of_class, minlength=len(selected))
            ratios[:, label] = _log_count_ratios(in_class, counts - in_class, balanced=False)
        return cls(selected_keys, ratios)


def _log_count_ratios(
    in_class: NDArray[np.int64], in_rest: NDArray[np.int64], *, balanced: bool
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


def _keys(
    reviews: EncodedReviews, vocabulary_size: int, ngram_range: tuple[int, int]
) -> tuple[NDArray[np.int64], Ids]:
    """Return the key of every n-gram of every review, and the index of its review."""
    ids = reviews.ids.astype(np.int64)
    review_indices = np.repeat(np.arange(len(reviews), dtype=np.int32), reviews.lengths)
    keys, indices_of_keys, key = [ids], [review_indices], ids
    shortest, longest = ngram_range
    for offset in range(1, longest):
        key = key[:-1] * vocabulary_size + ids[offset:]
        in_one_review = review_indices[:-offset] == review_indices[offset:]
        keys.append(key[in_one_review])
        indices_of_keys.append(review_indices[:-offset][in_one_review])
    selected = slice(shortest - 1, None)
    return np.concatenate(keys[selected]), np.concatenate(indices_of_keys[selected])
