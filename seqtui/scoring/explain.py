"""Which words move a score: each is left out in turn, all in one batch."""

from dataclasses import dataclass

from seqtui.scoring.scorer import Score, Scorer
from seqtui.text import token_spans

_MOST = 96  # variants in the batch


def explained_label(score: Score) -> str:
    """The label that an explanation is about: of two the second one, of more the likeliest."""
    *_, last = score.probabilities
    return last if len(score.probabilities) == 2 else score.label


@dataclass(frozen=True)
class Influence:
    """What a stretch of a review does to its score.

    Args:
        start: Its first character.
        end: The character behind it.
        push: How much the probability of :func:`explained_label` falls when it is left out; below 0, how much
            it rises.
    """

    start: int
    end: int
    push: float


def explain(scorer: Scorer, text: str) -> tuple[Score, list[Influence]]:
    """Score a review and say what each of its words adds, by occlusion (Zeiler and Fergus, 2014).

    Args:
        scorer: The exported file.
        text: The review. In one of more than 96 tokens neighbours are left out together.

    Returns:
        The score and the influences, in order.
    """
    spans = token_spans(text)
    size = max(1, -(-len(spans) // _MOST))
    parts = [
        (spans[first][0], spans[min(first + size, len(spans)) - 1][1]) for first in range(0, len(spans), size)
    ]
    variants = [text[:start] + " " + text[end:] for start, end in parts]
    rows = scorer.probabilities([text, *variants])
    score = scorer.to_score(rows[0])
    index = scorer.class_names.index(explained_label(score))
    whole = float(rows[0, index])
    return score, [
        Influence(start, end, whole - float(row[index]))
        for (start, end), row in zip(parts, rows[1:], strict=True)
    ]
