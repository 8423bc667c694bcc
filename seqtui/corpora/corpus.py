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
        from sklearn.model_selection import train_test_split

        try:
            first_places, second_places = train_test_split(
                np.arange(len(self)), test_size=second, stratify=self.labels, random_state=_SPLIT_SEED
            )
        except ValueError as error:
            raise InputError(
                f"the reviews cannot be split with both labels in both parts: {error}"
            ) from error
        return self._take(first_places), self._take(second_places)

    def limited(self, count: int) -> "Reviews":
        """At most ``count`` of the reviews, with the labels in proportion."""
        if count >= len(self):
            return self
        return self.split(min(count, len(self) - len(LABELS)))[1]  # a split leaves one of each label over

    def _take(self, places: NDArray[np.int64]) -> "Reviews":
        return Reviews([self.texts[place] for place in places], self.labels[places])


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
