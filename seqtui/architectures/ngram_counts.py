"""The n-grams of the training reviews and their naive Bayes log-count ratios."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.text.encoded import EncodedReviews, Ids

LONGEST = 3
"""Words of the longest n-gram."""


@dataclass(frozen=True)
class NGrams:
    """The n-grams that a network looks for.

    Args:
        keys: Their keys in ascending order. Shape (n-grams,).
        ratios: Log-count ratios of the second label, shape (n-grams,); with more than two labels those of
            each label against all others, shape (n-grams, labels).
    """

    keys: NDArray[np.int64]
    ratios: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(
        cls, reviews: EncodedReviews, labels: NDArray[np.int32], vocabulary_size: int, most: int, classes: int
    ) -> "NGrams":
        """Take the n-grams that at least two reviews hold, the most frequent where there are too many.

        Args:
            reviews: The training reviews.
            labels: Index of each review's label. Shape (reviews,).
            vocabulary_size: Word ids.
            most: How many n-grams to take at most.
            classes: How many labels there are.
        """
        keys, owners = _keys(reviews, vocabulary_size)
        order = np.argsort(keys, kind="stable")
        keys, owners = keys[order], owners[order]
        once = np.ones(len(keys), bool)  # an n-gram counts once a review
        once[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
        keys, labels = keys[once], labels[owners[once]]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        total = np.diff(np.r_[starts, len(keys)])
        chosen = np.argsort(-total, kind="stable")[:most]
        chosen = np.sort(chosen[total[chosen] > 1])
        kept, held = keys[starts[chosen]], total[chosen]
        if classes == 2:
            of_second = np.add.reduceat(labels, starts)[chosen] if len(chosen) else held
            return cls(kept, _ratios(of_second, held - of_second, balanced=True).astype(np.float32))

        row_of_ngram = np.full(len(starts), -1, np.int32)
        row_of_ngram[chosen] = np.arange(len(chosen))
        rows = np.repeat(row_of_ngram, total)
        labels, rows = labels[rows >= 0], rows[rows >= 0]
        rows = rows[np.argsort(labels, kind="stable")]  # those of one label together: one pass for all labels
        ends = np.cumsum(np.bincount(labels, minlength=classes))
        ratios = np.empty((len(chosen), classes), np.float32)
        for label, rows_of_label in enumerate(np.split(rows, ends[:-1])):
            of_label = np.bincount(rows_of_label, minlength=len(chosen))
            ratios[:, label] = _ratios(of_label, held - of_label, balanced=False)
        return cls(kept, ratios)


def _ratios(
    of_label: NDArray[np.int64], of_others: NDArray[np.int64], *, balanced: bool
) -> NDArray[np.float64]:
    """Log-count ratio of each n-gram, from how many reviews of a label and of all others hold it."""
    # One review is added to the rarer side and as many to the other as its frequency asks for: an n-gram that
    # nobody has seen speaks for neither, and two reviews of a rare label prove little.
    held = of_label.sum() + of_others.sum()
    share = 0.5 if balanced else of_label.sum() / max(1, held)
    share = min(max(share, 1e-6), 1 - 1e-6)
    rarer = min(share, 1.0 - share)
    own, other = of_label + share / rarer, of_others + (1.0 - share) / rarer
    return np.log(own / own.sum()) - np.log(other / other.sum())


def _keys(reviews: EncodedReviews, vocabulary_size: int) -> tuple[NDArray[np.int64], Ids]:
    """Key of every n-gram of every review, and the index of its review."""
    ids = reviews.ids.astype(np.int64)
    owners = np.repeat(np.arange(len(reviews), dtype=np.int32), reviews.lengths)
    keys, owner_of_key, key = [ids], [owners], ids
    for offset in range(1, LONGEST):
        key = key[:-1] * vocabulary_size + ids[offset:]
        whole = owners[:-offset] == owners[offset:]
        keys.append(key[whole])
        owner_of_key.append(owners[:-offset][whole])
    return np.concatenate(keys), np.concatenate(owner_of_key)
