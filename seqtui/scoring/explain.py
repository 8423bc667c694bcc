"""Which words move a score: each is left out in turn, all in one batch."""

from dataclasses import dataclass

from seqtui.scoring.scorer import Score, Scorer
from seqtui.text import token_spans

_MOST = 96  # variants in the batch


@dataclass(frozen=True)
class Influence:
    """What a stretch of a review does to its score.

    Args:
        start: Its first character.
        end: The character behind it.
        push: How much the last label's probability falls when it is left out; below 0, how much it rises.
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
    whole = float(rows[0, -1])
    return scorer.to_score(rows[0]), [
        Influence(start, end, whole - float(row[-1]))
        for (start, end), row in zip(parts, rows[1:], strict=True)
    ]
