"""Labelled texts in parts: training, perhaps validation, and test."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seqtui.corpora.findings import Findings
from seqtui.errors import InputError

LABELS = ("negative", "positive")
"""Those of film reviews."""

# Which texts are for validation and test, or kept under a limit, is part of the data and not of a run's seed:
# runs of different seeds are evaluated on the same texts. 7 is the chapter's seed.
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

    def set_apart(self, second: int, names: Sequence[str] = LABELS) -> tuple["Reviews", "Reviews"]:
        """Split in two as :meth:`split`; a rare label may be missing in the second part, never in the first.

        Args:
            second: How many texts the second part takes.
            names: The labels' names. Default: those of film reviews.

        Raises:
            InputError: If the first part would lose a label.
        """
        counts = self.counts(len(names))
        if second > (counts - 1).clip(0).sum():
            raise InputError(
                f"too few texts for a validation part: {second:,} of {len(self):,}; --validation-split 0 "
                "trains without one"
            )
        return self._divided(counts, _in_proportion(counts, second, (counts - 1).clip(0), least=0))

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


def _in_proportion(
    counts: NDArray[np.int64], total: int, most: NDArray[np.int64], least: int = 1
) -> NDArray[np.int64]:
    """How many of each label make up a total, by the largest remainders, from ``least`` to ``most``."""
    exact = counts * total / counts.sum()
    whole: NDArray[np.int64] = exact.astype(np.int64)
    most_cut = np.argsort(whole - exact, kind="stable")[: total - whole.sum()]
    whole[most_cut] += 1
    whole = np.clip(whole, least, most)
    while missing := total - int(whole.sum()):  # of labels that are too rare for their share
        room = np.where(whole < most, counts - whole, -1) if missing > 0 else whole
        whole[room.argmax()] += np.sign(missing)
    return whole


@dataclass(frozen=True)
class Corpus:
    """The labelled texts of one source.

    Args:
        source: Its name or path.
        train: What a network learns from.
        test: What the finished network is evaluated on, once.
        labels: The labels' names. Default: those of film reviews.
        findings: What was found on the way. Default: nothing.
        validation: What chooses the best epoch. Default: nothing; see :meth:`with_validation`.
    """

    source: str
    train: Reviews
    test: Reviews
    labels: tuple[str, ...] = LABELS
    findings: Findings = field(default_factory=Findings)
    validation: Reviews | None = None

    def __post_init__(self) -> None:
        for part, reviews in (("training", self.train), ("test", self.test)):
            for name, count in zip(self.labels, reviews.counts(len(self.labels)).tolist(), strict=True):
                if not count:
                    raise InputError(f"{self.source}: none of the {part} reviews is '{name}'")

    @property
    def parts(self) -> dict[str, Reviews]:
        """The parts that there are, by name, in the order of a run: train, validation, test."""
        validation = {"validation": self.validation} if self.validation is not None else {}
        return {"train": self.train, **validation, "test": self.test}

    def __len__(self) -> int:
        return sum(map(len, self.parts.values()))

    def limited(self, count: int) -> "Corpus":
        """The same corpus with at most ``count`` texts, the parts in proportion.

        Raises:
            InputError: If they would be too few for a text of each label in training and test.
        """
        least = len(self.labels)
        if count < 2 * least:
            raise InputError(
                f"--limit {count}: {least} labels need {2 * least} texts or more, one of each in both parts"
            )
        of_test = min(max(round(count * len(self.test) / len(self)), least), count - least)
        validation = self.validation
        if validation is not None:
            of_validation = min(round(count * len(validation) / len(self)), count - of_test - least)
            validation = validation.limited(max(1, of_validation), self.labels)
        of_train = count - of_test - (len(validation) if validation is not None else 0)
        return replace(
            self,
            train=self.train.limited(max(of_train, least), self.labels),
            test=self.test.limited(of_test, self.labels),
            validation=validation,
        )

    def with_validation(self, share: float) -> "Corpus":
        """The corpus with a share of its training part set apart for validation, always the same texts.

        Args:
            share: Between 0 and 1. With 0, or where the source has a validation part of its own, the corpus
                stays as it is.

        Raises:
            InputError: If there are too few texts.
        """
        if not share or self.validation is not None:
            return self
        train, validation = self.train.set_apart(max(1, round(share * len(self.train))), self.labels)
        return replace(self, train=train, validation=validation)

    def fingerprint(self) -> str:
        """A digest of every text, its label, its part and its index: ``sha256:`` and 64 hex digits."""
        digest = hashlib.sha256()
        label_bytes = 1 if len(self.labels) <= 256 else 2
        if self.labels != LABELS:
            digest.update(repr(self.labels).encode("utf-8", "surrogatepass"))
        for part in self.parts.values():
            digest.update(len(part).to_bytes(8))
            for text, label in zip(part.texts, part.labels.tolist(), strict=True):
                encoded = text.encode("utf-8", "surrogatepass")
                digest.update(label.to_bytes(label_bytes) + len(encoded).to_bytes(8) + encoded)
        return f"sha256:{digest.hexdigest()}"
