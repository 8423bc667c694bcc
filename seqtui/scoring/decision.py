"""The label that follows from probabilities: the most probable one, or one decided by a threshold."""

import json
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.terminal.sanitize import printable

_UNSURE_NAMES = ("unsure", "undecided", "abstained")  # the first that is no class name of the two


@dataclass(frozen=True)
class DecisionRule:
    """Decides the label of a review. The exported graph has the same rule for its output ``label``.

    Without a threshold, the label is the class with the highest probability. With one, there are two classes,
    and p, the probability of the second one, decides: the second class if p >= threshold + abstain, the first
    one if p < threshold - abstain, and ``unsure`` in between. Both bounds are rounded to float32, the type of
    the probabilities.

    Args:
        class_names: Class names, in the order of the probabilities.
        threshold: Probability of the second class from which it is predicted, above 0 and below 1. Default:
            None, the class with the highest probability.
        abstain: Half the width of the band around the threshold without a label. The band must lie between
            0 and 1. Default 0, no band.

    Raises:
        InputError: If a number is out of range, or there is a threshold for other than two classes.

    Example:
        >>> rule = DecisionRule(("bad", "good"), threshold=0.6, abstain=0.1)
        >>> chosen = rule.choose(np.array([[0.8, 0.2], [0.4, 0.6], [0.1, 0.9]], np.float32))
        >>> [rule.label_names[index] for index in chosen]
        ['bad', 'unsure', 'good']
    """

    class_names: tuple[str, ...]
    threshold: float | None = None
    abstain: float = 0.0

    def __post_init__(self) -> None:
        if self.threshold is None:
            return
        if len(self.class_names) != 2:
            raise InputError(
                f"--threshold, --abstain: only for two labels; there are {len(self.class_names)} here"
            )
        if not 0 < self.threshold < 1:
            raise InputError(f"--threshold {self.threshold:g}: must be above 0 and below 1")
        if not 0 <= self.abstain < math.inf:
            raise InputError(f"--abstain {self.abstain:g}: must be 0 or more")
        if self.abstain and not (self.threshold - self.abstain > 0 and self.threshold + self.abstain < 1):
            low, high = self.threshold - self.abstain, self.threshold + self.abstain
            raise InputError(
                f"--abstain {self.abstain:g}: the band around the threshold {self.threshold:g} is from "
                f"{low:g} to {high:g}; it must be above 0 and below 1"
            )

    @classmethod
    def of(
        cls, class_names: tuple[str, ...], threshold: float | None = None, abstain: float | None = None
    ) -> "DecisionRule":
        """Create the rule that a user asks for; a band alone is around 0.5.

        Args:
            class_names: As for the class.
            threshold: As for the class.
            abstain: As for the class. Default: None, no band.

        Raises:
            InputError: As for the class.
        """
        if threshold is None and abstain is not None:
            threshold = 0.5
        return cls(class_names, threshold, abstain or 0.0)

    @property
    def unsure(self) -> str | None:
        """Name of the label inside the band, which is no class name; None without a band."""
        if not self.abstain:
            return None
        taken = {name.strip().casefold() for name in self.class_names}
        return next(name for name in _UNSURE_NAMES if name not in taken)

    @property
    def label_names(self) -> tuple[str, ...]:
        """Names of all labels: the classes, then :attr:`unsure` if there is a band."""
        return self.class_names if self.unsure is None else (*self.class_names, self.unsure)

    @property
    def bounds(self) -> NDArray[np.float32]:
        """Ends of the band, or the threshold alone. Shape (2,) or (1,)."""
        threshold = self.threshold or 0.0
        ends = (threshold - self.abstain, threshold + self.abstain) if self.abstain else (threshold,)
        return np.array(ends, np.float32)

    def choose(self, probabilities: NDArray[np.float32]) -> NDArray[np.int64]:
        """Return the label of each review.

        Args:
            probabilities: Probabilities. Shape (reviews, classes).

        Returns:
            Indices of :attr:`label_names`. Shape (reviews,).
        """
        if self.threshold is None:
            return np.asarray(probabilities.argmax(axis=1))
        reached = (probabilities[:, 1:] >= self.bounds).sum(axis=1)
        in_order = np.array([0, 2, 1] if self.abstain else [0, 1])  # unsure is the last name
        return np.asarray(in_order[reached], np.int64)

    def probability(
        self, probabilities: NDArray[np.float32], chosen: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return the probability of each chosen label; for unsure reviews, the highest one.

        Args:
            probabilities: Probabilities. Shape (reviews, classes).
            chosen: Result of :meth:`choose`.
        """
        highest = probabilities.argmax(axis=1)
        indices = np.where(self.is_unsure(chosen), highest, chosen)
        return probabilities[np.arange(len(probabilities)), indices]

    def is_unsure(self, chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return whether each review has no class.

        Args:
            chosen: Result of :meth:`choose`.
        """
        return np.asarray(chosen == len(self.class_names))

    def describe(self) -> str:
        """Return the rule in words, with printable names; empty without a threshold."""
        if self.threshold is None:
            return ""
        first, second = (printable(name, 40) for name in self.class_names)
        if self.unsure is None:
            return f"label: '{second}' if its probability is {self.threshold:g} or more, otherwise '{first}'"
        low, high = self.threshold - self.abstain, self.threshold + self.abstain
        return (
            f"label: '{second}' if its probability is {high:g} or more, '{first}' if it is below {low:g}, "
            f"otherwise '{self.unsure}'"
        )

    def to_json(self) -> str:
        """Return the rule for the metadata of an exported file, where the class names are elsewhere."""
        return json.dumps({"threshold": self.threshold, "abstain": self.abstain, "unsure": self.unsure})

    @classmethod
    def from_json(cls, class_names: tuple[str, ...], text: str) -> "DecisionRule":
        """Read the result of :meth:`to_json`.

        Args:
            class_names: As for the class.
            text: The JSON text.

        Raises:
            ValueError: If it is not such a rule.
        """
        found = json.loads(text)
        try:
            rule = cls(class_names, float(found["threshold"]), float(found["abstain"]))
        except (InputError, LookupError, TypeError) as error:
            raise ValueError(f"not a decision rule: {text[:80]!r}") from error
        if found["unsure"] != rule.unsure:
            raise ValueError("the label of unsure reviews is not the expected one")
        return rule
