"""Explain a score by occlusion: leave out each word in turn, all in one batch."""

from dataclasses import dataclass

from seqtui.scoring.scorer import Score, Scorer
from seqtui.text import token_spans

_MAX_VARIANTS = 96  # of a review


def explained_label(score: Score) -> str:
    """Return the class that an explanation refers to: the second of two, otherwise the predicted one."""
    *_, last = score.probabilities
    return last if len(score.probabilities) == 2 else score.label


@dataclass(frozen=True)
class Influence:
    """Influence of a part of a review on its score.

    Args:
        start: First character of the part.
        end: Character after the part.
        push: Probability of :func:`explained_label` minus its probability without the part.
    """

    start: int
    end: int
    push: float


def explain(scorer: Scorer, text: str) -> tuple[Score, list[Influence]]:
    """Score a review and measure the influence of each word by occlusion.

    Args:
        scorer: Scorer of the exported file.
        text: Review. With more than 96 tokens, neighbouring words are left out together.

    Returns:
        The score, and the influences in the order of the text.

    Source:
        Zeiler and Fergus, 2014, Visualizing and Understanding Convolutional Networks.
    """
    spans = token_spans(text)
    size = max(1, -(-len(spans) // _MAX_VARIANTS))
    parts = [
        (spans[first][0], spans[min(first + size, len(spans)) - 1][1]) for first in range(0, len(spans), size)
    ]
    variants = [text[:start] + " " + text[end:] for start, end in parts]
    rows = scorer.probabilities([text, *variants])
    score = scorer.to_score(rows[0])
    index = scorer.class_names.index(explained_label(score))
    full = float(rows[0, index])
    return score, [
        Influence(start, end, full - float(row[index]))
        for (start, end), row in zip(parts, rows[1:], strict=True)
    ]
