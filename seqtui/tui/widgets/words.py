"""Reviews whose words are coloured by their influence on a score."""

from collections.abc import Callable

from textual.content import Content

from seqtui.scoring.explain import Influence
from seqtui.terminal.sanitize import printable

_MUCH, _SOME = 3.0, 1.5  # attention, as a multiple of equal attention
_STRONG, _WEAK = 0.15, 0.02  # absolute influence from which a word is highlighted strongly, and at all


def highlight_words(text: str, influences: list[Influence]) -> Content:
    """Colour the words of a review by their influence on the score.

    Args:
        text: Review.
        influences: Influences of its words, in order.
    """

    def style(push: float) -> str:
        colour = "$success" if push > 0 else "$error"
        return f"{colour} bold underline" if abs(push) > _STRONG else colour if abs(push) > _WEAK else ""

    return _styled(text, influences, style)


def highlight_attention(text: str, influences: list[Influence]) -> Content:
    """Colour the words of a review by the network's attention.

    Args:
        text: Review.
        influences: Result of :func:`seqtui.scoring.explain.attended`.
    """

    def style(push: float) -> str:
        return "$warning bold underline" if push > _MUCH else "$warning" if push > _SOME else ""

    return _styled(text, influences, style)


def _styled(text: str, influences: list[Influence], style: Callable[[float], str]) -> Content:
    parts: list[str | tuple[str, str]] = []
    end = 0
    for influence in influences:
        parts.append(printable_between(text[end : influence.start]))
        parts.append((printable_between(text[influence.start : influence.end]), style(influence.push)))
        end = influence.end
    return Content.assemble(*parts, printable_between(text[end:]))


def printable_between(text: str) -> str:
    """Replace unprintable characters; keep the spaces at both ends."""
    return printable(f"|{text}|")[1:-1]
