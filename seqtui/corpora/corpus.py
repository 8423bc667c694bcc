"""Labelled reviews in two parts: one to learn from, one to be judged by."""

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError

LABELS = ("negative", "positive")

# Which reviews are held out, or kept under a limit, is part of the data, not of a run's luck: the runs of
# different seeds are judged on the same reviews. 7 is the chapter's seed.
_SPLIT_SEED = 7


@dataclass(frozen=True)
class Reviews:
    """Reviews and their labels.

    Args:
        texts: The reviews.
        labels: One a review, an index into :data:`LABELS`, int32.
    """

    texts: list[str]
    labels: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.texts)

    def split(self, second: int) -> tuple["Reviews", "Reviews"]:
        """Split in two, drawn at random with the labels in proportion, always the same way.

        Args:
            second: How many reviews the second part takes.

        Raises:
            InputError: If there are too few reviews of a label.
        """
        counts = np.bincount(self.labels, minlength=len(LABELS))
        if counts.min() < 2 or not len(LABELS) <= second <= len(self) - len(LABELS):
            raise InputError(
                f"the reviews cannot be split with both labels in both parts: {counts[0]} are {LABELS[0]}, "
                f"{counts[1]} are {LABELS[1]}, and {second} are to be in the second part"
            )
        # The old generator on purpose: numpy promises that its numbers never change.
        random = np.random.RandomState(_SPLIT_SEED)
        parts: tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]] = ([], [])
        for label, in_first in enumerate(counts - _in_proportion(counts, second)):
            places = np.flatnonzero(self.labels == label)[random.permutation(counts[label])]
            parts[0].append(places[:in_first])
            parts[1].append(places[in_first:])
        first_part, second_part = (self._take(random.permutation(np.concatenate(part))) for part in parts)
        return first_part, second_part

    def limited(self, count: int) -> "Reviews":
        """At most ``count`` of the reviews, with the labels in proportion."""
        if count >= len(self):
            return self
        return self.split(min(count, len(self) - len(LABELS)))[1]  # a split leaves one of each label over

    def _take(self, places: NDArray[np.int64]) -> "Reviews":
        return Reviews([self.texts[place] for place in places], self.labels[places])


def _in_proportion(counts: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """How many of each label make up a total, by the largest remainders."""
    exact = counts * total / counts.sum()
    whole: NDArray[np.int64] = exact.astype(np.int64)
    most_cut = np.argsort(whole - exact, kind="stable")[: total - whole.sum()]
    whole[most_cut] += 1
    return whole


@dataclass(frozen=True)
class Corpus:
    """The reviews of one source.

    Args:
        source: Its name or path.
        train: What a network learns from.
        held_out: What it is judged by, and what decides which epoch's weights are kept.
    """

    source: str
    train: Reviews
    held_out: Reviews

    def __post_init__(self) -> None:
        for part, reviews in (("training", self.train), ("held-out", self.held_out)):
            if set(reviews.labels.tolist()) != set(range(len(LABELS))):
                raise InputError(
                    f"{self.source}: the {part} reviews are not of both labels, {' and '.join(LABELS)}"
                )

    def limited(self, count: int) -> "Corpus":
        """The same corpus with at most ``count`` reviews, both parts in proportion."""
        held_out = round(count * len(self.held_out) / (len(self.train) + len(self.held_out)))
        return Corpus(self.source, self.train.limited(count - held_out), self.held_out.limited(held_out))

    def fingerprint(self) -> str:
        """A digest of every review, its label, its part and its place: ``sha256:`` and 64 hex digits."""
        digest = hashlib.sha256()
        for part in (self.train, self.held_out):
            digest.update(len(part).to_bytes(8))
            for text, label in zip(part.texts, part.labels, strict=True):
                encoded = text.encode("utf-8", "surrogatepass")
                digest.update(bytes([label]) + len(encoded).to_bytes(8) + encoded)
        return f"sha256:{digest.hexdigest()}"
