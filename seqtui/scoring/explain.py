"""Explain a score: by occlusion, which leaves out each word in turn, or by the network's attention."""

import tomllib
from dataclasses import dataclass

from seqtui.scoring.scorer import Score, Scorer
from seqtui.text import token_spans

_MAX_VARIANTS = 96  # of a review


def explained_label(score: Score) -> str:
    """Return the class that an explanation refers to: the second of two, otherwise the predicted one.

    It is never the label of unsure reviews, which needs two classes.
    """
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
    parts = _grouped(spans, -(-len(spans) // _MAX_VARIANTS))
    variants = [text[:start] + " " + text[end:] for start, end in parts]
    rows = scorer.probabilities([text, *variants])
    score = scorer.to_score(rows[0])
    index = scorer.class_names.index(explained_label(score))
    full = float(rows[0, index])
    return score, [
        Influence(start, end, full - float(row[index]))
        for (start, end), row in zip(parts, rows[1:], strict=True)
    ]


def attended(scorer: Scorer, text: str) -> list[Influence]:
    """Return how much attention the network pays to each part of a review.

    Args:
        scorer: Scorer of the exported file of a network with ``pooling = "attention"``.
        text: Review. The tokens that the recipe truncates have no part.

    Returns:
        The parts in the order of the text. ``push`` is the part's weight, times the number of parts: 1 if all
        weights were equal.

    Raises:
        InputError: If the network does not pool with attention.
    """
    weights = scorer.attention(text)
    spans = _kept_spans(scorer, text)
    parts = _grouped(spans, -(-len(spans) // len(weights)))
    return [
        Influence(start, end, float(weight) * len(parts))
        for (start, end), weight in zip(parts, weights, strict=False)
    ]


def _grouped(spans: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Join every ``size`` neighbouring spans to one."""
    groups = [spans[first : first + size] for first in range(0, len(spans), max(1, size))]
    return [(group[0][0], group[-1][1]) for group in groups]


def _kept_spans(scorer: Scorer, text: str) -> list[tuple[int, int]]:
    """Return the spans of the tokens that the network reads."""
    spans = token_spans(text)
    recipe = tomllib.loads(scorer.metadata.get("recipe", ""))
    most = recipe.get("max_length", len(spans))
    if len(spans) <= most:
        return spans
    head = {"tail": 0, "head": most}.get(recipe.get("truncate", "tail"), most // 2)
    return spans[:head] + spans[len(spans) - (most - head) :]
