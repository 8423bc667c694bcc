"""Labelled reviews in two parts: one to learn from, one to be judged by."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seqtui.corpora.findings import Findings
from seqtui.errors import InputError

LABELS = ("negative", "positive")
"""Those of film reviews."""

# Which reviews are held out, or kept under a limit, is part of the data, not of a run's luck: the runs of
# different seeds are judged on the same reviews. 7 is the chapter's seed.
_SPLIT_SEED = 7


@dataclass(frozen=True)
class Reviews:
    """Reviews and their labels.

    Args:
        texts: The reviews.
        labels: One a review, its place among the corpus' labels, int32.
    """

    texts: list[str]
    labels: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.texts)

    def counts(self, labels: int) -> NDArray[np.int64]:
        """How many reviews there are of each of so many labels."""
        return np.bincount(self.labels, minlength=labels)

    def split(self, second: int, names: Sequence[str] = LABELS) -> tuple["Reviews", "Reviews"]:
        """Split in two, drawn at random with the labels in proportion, always the same way.

        Args:
            second: How many reviews the second part takes.
            names: The labels' names. Default: those of film reviews.

        Raises:
            InputError: If there are too few reviews of a label for both parts.
        """
        counts = self.counts(len(names))
        if counts.min() < 2 or not len(names) <= second <= len(self) - len(names):
            rarest = int(counts.argmin())
            raise InputError(
                f"the reviews cannot be split with all {len(names)} labels in both parts: {second:,} of "
                f"{len(self):,} are to be in the second one, and {counts[rarest]} "
                f"{'is' if counts[rarest] == 1 else 'are'} '{names[rarest]}'"
            )
        return self._divided(counts, _in_proportion(counts, second, counts - 1))

    def limited(self, count: int, names: Sequence[str] = LABELS) -> "Reviews":
        """At most ``count`` of the reviews, with the labels in proportion.

        Args:
            count: How many. From as many as there are labels on, none is left out.
            names: The labels' names. Default: those of film reviews.
        """
        if count >= len(self):
            return self
        counts = self.counts(len(names))
        return self._divided(counts, _in_proportion(counts, count, counts))[1]

    def where(self, wanted: Sequence[bool]) -> "Reviews":
        """Those that are wanted, in order."""
        return self._take(np.flatnonzero(wanted))

    def _divided(
        self, counts: NDArray[np.int64], in_second: NDArray[np.int64]
    ) -> tuple["Reviews", "Reviews"]:
        # The old generator on purpose: numpy promises that its numbers never change.
        random = np.random.RandomState(_SPLIT_SEED)
        parts: tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]] = ([], [])
        for label, in_first in enumerate(counts - in_second):
            places = np.flatnonzero(self.labels == label)[random.permutation(counts[label])]
            parts[0].append(places[:in_first])
            parts[1].append(places[in_first:])
        first_part, second_part = (self._take(random.permutation(np.concatenate(part))) for part in parts)
        return first_part, second_part

    def _take(self, places: NDArray[np.int64]) -> "Reviews":
        return Reviews([self.texts[place] for place in places], self.labels[places])


def _in_proportion(counts: NDArray[np.int64], total: int, most: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of each label make up a total, by the largest remainders; at least one, at most ``most``."""
    exact = counts * total / counts.sum()
    whole: NDArray[np.int64] = exact.astype(np.int64)
    most_cut = np.argsort(whole - exact, kind="stable")[: total - whole.sum()]
    whole[most_cut] += 1
    whole = np.clip(whole, 1, most)
    while missing := total - int(whole.sum()):  # of labels that are too rare for their share
        room = np.where(whole < most, counts - whole, -1) if missing > 0 else whole
        whole[room.argmax()] += np.sign(missing)
    return whole


@dataclass(frozen=True)
class Corpus:
    """The reviews of one source.

    Args:
        source: Its name or path.
        train: What a network learns from.
        held_out: What it is judged by, and what decides which epoch's weights are kept.
        labels: The labels' names. Default: those of film reviews.
        findings: What was found on the way. Default: nothing.
    """

    source: str
    train: Reviews
    held_out: Reviews
    labels: tuple[str, ...] = LABELS
    findings: Findings = field(default_factory=Findings)

    def __post_init__(self) -> None:
        for part, reviews in (("training", self.train), ("held-out", self.held_out)):
            for name, count in zip(self.labels, reviews.counts(len(self.labels)).tolist(), strict=True):
                if not count:
                    raise InputError(f"{self.source}: none of the {part} reviews is '{name}'")

    def limited(self, count: int) -> "Corpus":
        """The same corpus with at most ``count`` reviews, both parts in proportion.

        Raises:
            InputError: If they would be too few for a review of each label in both parts.
        """
        least = len(self.labels)
        if count < 2 * least:
            raise InputError(
                f"--limit {count}: {least} labels need {2 * least} texts or more, one of each in both parts"
            )
        held_out = round(count * len(self.held_out) / (len(self.train) + len(self.held_out)))
        held_out = min(max(held_out, least), count - least)
        return replace(
            self,
            train=self.train.limited(count - held_out, self.labels),
            held_out=self.held_out.limited(held_out, self.labels),
        )

    def without_held_out(self, share: float) -> "Corpus":
        """The training reviews alone, a share of them held out in place of those that were.

        Args:
            share: Between 0 and 1. Which reviews it is never changes.

        Raises:
            InputError: If there are too few reviews of a label for both parts.
        """
        train, validation = self.train.split(round(share * len(self.train)), self.labels)
        return replace(self, train=train, held_out=validation)

    def fingerprint(self) -> str:
        """A digest of every review, its label, its part and its place: ``sha256:`` and 64 hex digits."""
        digest = hashlib.sha256()
        label_bytes = 1 if len(self.labels) <= 256 else 2
        if self.labels != LABELS:
            digest.update(repr(self.labels).encode("utf-8", "surrogatepass"))
        for part in (self.train, self.held_out):
            digest.update(len(part).to_bytes(8))
            for text, label in zip(part.texts, part.labels.tolist(), strict=True):
                encoded = text.encode("utf-8", "surrogatepass")
                digest.update(label.to_bytes(label_bytes) + len(encoded).to_bytes(8) + encoded)
        return f"sha256:{digest.hexdigest()}"
