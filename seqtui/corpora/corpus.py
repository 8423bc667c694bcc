"""Labelled texts, split into a training, an optional validation, and a test set."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seqtui.corpora.findings import Findings
from seqtui.errors import InputError

CLASS_NAMES = ("negative", "positive")
"""Class names of the film reviews."""

# The split and the choice under a limit do not depend on the seed of a run: runs with different seeds are
# evaluated on the same texts. 7 is the seed of the chapter.
_SPLIT_SEED = 7


@dataclass(frozen=True)
class Reviews:
    """Reviews and their labels.

    Args:
        texts: Texts of the reviews.
        labels: Label of each review, as an index into the class names. Shape (reviews,), int32.
    """

    texts: list[str]
    labels: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.texts)

    def counts(self, num_classes: int) -> NDArray[np.int64]:
        """Return the number of reviews of each label, shape (classes,)."""
        return np.bincount(self.labels, minlength=num_classes)

    def split(self, second: int, names: Sequence[str] = CLASS_NAMES) -> tuple["Reviews", "Reviews"]:
        """Draw two stratified parts at random, always the same ones.

        Args:
            second: Number of reviews of the second part.
            names: Class names. Default: those of the film reviews.

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

    def split_validation(
        self, second: int, names: Sequence[str] = CLASS_NAMES
    ) -> tuple["Reviews", "Reviews"]:
        """Draw a validation set like :meth:`split`, except that rare labels may be missing in it.

        Args:
            second: Number of texts of the validation set, the second part.
            names: Class names. Default: those of the film reviews.

        Raises:
            InputError: If the first part would lose a label.
        """
        counts = self.counts(len(names))
        if second > (counts - 1).clip(0).sum():
            raise InputError(
                f"too few texts for a validation set: {second:,} of {len(self):,}; --validation-split 0 "
                "trains without one"
            )
        return self._divided(counts, _in_proportion(counts, second, (counts - 1).clip(0), least=0))

    def limited(self, count: int, names: Sequence[str] = CLASS_NAMES) -> "Reviews":
        """Return a stratified sample of at most ``count`` reviews.

        Args:
            count: Maximum number. If it is at least the number of labels, each label occurs in the sample.
            names: Class names. Default: those of the film reviews.
        """
        if count >= len(self):
            return self
        counts = self.counts(len(names))
        return self._divided(counts, _in_proportion(counts, count, counts))[1]

    def where(self, wanted: Sequence[bool]) -> "Reviews":
        """Return the reviews for which ``wanted`` is true, in order."""
        return self._take(np.flatnonzero(wanted))

    def _divided(
        self, counts: NDArray[np.int64], in_second: NDArray[np.int64]
    ) -> tuple["Reviews", "Reviews"]:
        # RandomState, because NumPy guarantees that its numbers never change.
        random = np.random.RandomState(_SPLIT_SEED)
        parts: tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]] = ([], [])
        for label, in_first in enumerate(counts - in_second):
            indices = np.flatnonzero(self.labels == label)[random.permutation(counts[label])]
            parts[0].append(indices[:in_first])
            parts[1].append(indices[in_first:])
        first_part, second_part = (self._take(random.permutation(np.concatenate(part))) for part in parts)
        return first_part, second_part

    def _take(self, indices: NDArray[np.int64]) -> "Reviews":
        return Reviews([self.texts[index] for index in indices], self.labels[indices])


def _in_proportion(
    counts: NDArray[np.int64], total: int, most: NDArray[np.int64], least: int = 1
) -> NDArray[np.int64]:
    """Distribute a total over the labels by the largest remainder method, within ``least`` and ``most``."""
    exact = counts * total / counts.sum()
    whole: NDArray[np.int64] = exact.astype(np.int64)
    most_cut = np.argsort(whole - exact, kind="stable")[: total - whole.sum()]
    whole[most_cut] += 1
    whole = np.clip(whole, least, most)
    while missing := total - int(whole.sum()):  # because of the limits
        spare = np.where(whole < most, counts - whole, -1) if missing > 0 else whole
        whole[spare.argmax()] += np.sign(missing)
    return whole


@dataclass(frozen=True)
class Corpus:
    """The labelled texts of one source.

    Args:
        source: Name or path of the source.
        train: Training set.
        test: Test set.
        class_names: Class names. Default: those of the film reviews.
        findings: Report on the source. Default: empty.
        validation: Validation set, which selects the best epoch. Default: None; see :meth:`with_validation`.
    """

    source: str
    train: Reviews
    test: Reviews
    class_names: tuple[str, ...] = CLASS_NAMES
    findings: Findings = field(default_factory=Findings)
    validation: Reviews | None = None

    def __post_init__(self) -> None:
        for part, reviews in (("training", self.train), ("test", self.test)):
            for name, count in zip(
                self.class_names, reviews.counts(len(self.class_names)).tolist(), strict=True
            ):
                if not count:
                    raise InputError(f"{self.source}: none of the {part} reviews is '{name}'")

    @property
    def is_own(self) -> bool:
        """Whether the texts are the user's own, from tables or folders, whose layout was detected."""
        return bool(self.findings.layout)

    @property
    def parts(self) -> dict[str, Reviews]:
        """The sets by name, in this order: train, validation (if there is one), test."""
        validation = {"validation": self.validation} if self.validation is not None else {}
        return {"train": self.train, **validation, "test": self.test}

    def __len__(self) -> int:
        return sum(map(len, self.parts.values()))

    def limited(self, count: int) -> "Corpus":
        """Return a stratified sample of at most ``count`` texts.

        Raises:
            InputError: If there would not be one text of each label in the training and in the test set.
        """
        least = len(self.class_names)
        if count < 2 * least:
            raise InputError(
                f"--limit {count}: {least} labels need {2 * least} texts or more, one of each in both sets"
            )
        of_test = min(max(round(count * len(self.test) / len(self)), least), count - least)
        validation = self.validation
        if validation is not None:
            of_validation = min(round(count * len(validation) / len(self)), count - of_test - least)
            validation = validation.limited(max(1, of_validation), self.class_names)
        of_train = count - of_test - (len(validation) if validation is not None else 0)
        return replace(
            self,
            train=self.train.limited(max(of_train, least), self.class_names),
            test=self.test.limited(of_test, self.class_names),
            validation=validation,
        )

    def with_validation(self, share: float) -> "Corpus":
        """Move a share of the training set into a validation set, always the same texts.

        Args:
            share: Between 0 and 1. Nothing changes with 0, or if there is a validation set already.

        Raises:
            InputError: If there are too few texts.
        """
        if not share or self.validation is not None:
            return self
        train, validation = self.train.split_validation(
            max(1, round(share * len(self.train))), self.class_names
        )
        return replace(self, train=train, validation=validation)

    def fingerprint(self) -> str:
        """Return a digest of all texts, labels and sets: ``sha256:`` and 64 hexadecimal digits."""
        digest = hashlib.sha256()
        label_bytes = 1 if len(self.class_names) <= 256 else 2
        if self.class_names != CLASS_NAMES:
            digest.update(repr(self.class_names).encode("utf-8", "surrogatepass"))
        for part in self.parts.values():
            digest.update(len(part).to_bytes(8))
            for text, label in zip(part.texts, part.labels.tolist(), strict=True):
                encoded = text.encode("utf-8", "surrogatepass")
                digest.update(label.to_bytes(label_bytes) + len(encoded).to_bytes(8) + encoded)
        return f"sha256:{digest.hexdigest()}"
