"""What ``seqtui data doctor`` finds in a source."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

import msgspec

from seqtui.corpora.corrections import Corrections

Kind = Literal["label", "duplicate", "empty", "outlier", "leak"]
"""Why a text is suspicious: its label, or that of a duplicate, may be wrong; it has no words; its words or
its length are unlike those of the others; it is also in the test set."""

KINDS: dict[Kind, str] = {
    "label": "labels that are probably wrong",
    "duplicate": "duplicates with another label",
    "empty": "reviews without words",
    "outlier": "reviews unlike the others",
    "leak": "training reviews that are also in the test set",
}
"""Each kind in words, in the plural."""


class Suspect(msgspec.Struct, frozen=True, kw_only=True):
    """A text whose label may be wrong, or that may not belong in the data.

    Args:
        row: Index in its set, from 0.
        set: ``"train"``, ``"validation"`` or ``"test"``.
        where: Files and lines with this text, such as ``reviews.csv, line 12``; for a named source, set and
            row.
        text: The text.
        label: Its label.
        suggested: Label that may be correct, or None.
        score: How plausible label and text are, 0 to 1. For ``"label"``, the out-of-fold probability of the
            label.
        kind: Why it is listed; if there are several reasons, the first one of :data:`Kind`.
        reason: All reasons, in words.
        corrected: Label that was decided in the corrections file. Default: None.
        note: Note of this decision. Default: None.
    """

    row: int
    set: str
    where: str
    text: str
    label: str
    suggested: str | None
    score: float
    kind: Kind
    reason: str
    corrected: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Diagnosis:
    """What was found in a source.

    Args:
        source: Name or path of the source.
        class_names: Class names.
        examined: Number of texts that were examined.
        accuracy: Share of the predicted texts whose out-of-fold prediction is their label.
        suspects: Suspicious texts, the most suspicious first: those with suspicious labels, then the others.
        notes: Findings about the source, and texts that were not examined, one line each.
        corrections: The corrections file beside the source, or the one that was applied. It may not exist.
    """

    source: str
    class_names: tuple[str, ...]
    examined: int
    accuracy: float
    suspects: list[Suspect]
    notes: list[str]
    corrections: Corrections

    @property
    def counts(self) -> dict[Kind, int]:
        """Number of suspects of each kind, in the order in which they are listed."""
        return dict(Counter(suspect.kind for suspect in self.suspects))
