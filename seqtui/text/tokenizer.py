"""Split text into tokens and words: the text rule of training, export and scoring.

1. A NUL character ends a review.
2. A token is a simple HTML tag (``<br />``) or a run of letters and digits of any script, including
   apostrophes between letters (``isn't``).
3. ``film``, ``Film`` and ``FILM`` are one word; a token in any other mixture of cases is a word as written.
4. Id 0 pads, id 1 stands for every word that is not in the vocabulary, the words follow.
5. The last ``max_length`` tokens are kept.

Nothing here depends on the version of Python (see :mod:`seqtui.text.unicode_ranges`) or on the platform. An
exported file repeats the rule: it lower-cases nothing, because onnxruntime's StringNormalizer follows the C
library, and ends a review at a NUL, because onnxruntime's bindings to other languages do.
"""

import re
import sys
from functools import cache

RULE = (
    "to NUL; tags and words of letters, digits and inner apostrophes; word Word WORD; last tokens; version 2"
)
"""Identifies the rule in an exported file, so that another version of seqtui can refuse the file."""

# Possessive quantifiers are faster, and backtracking could never find another token.
EXPRESSION = "[{letters}]++(?:'[{letters}]++)*+|</?[A-Za-z]++ ?/?>"
"""Regular expression of a token; ``letters`` is to be filled in."""

_ASCII_TOKEN = re.compile(EXPRESSION.format(letters="A-Za-z0-9"))
_ABOVE_FFFF = re.compile("[\U00010000-\U0010ffff]")


@cache
def _token(last_letter: int = sys.maxunicode) -> re.Pattern[str]:
    from seqtui.text.unicode_ranges import LETTERS_AND_DIGITS

    ranges = [(first, min(last, last_letter)) for first, last in LETTERS_AND_DIGITS if first <= last_letter]
    return re.compile(
        EXPRESSION.format(letters="".join(f"{chr(first)}-{chr(last)}" for first, last in ranges))
    )


def tokenize(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Review; may be empty.

    Returns:
        Tokens in order, as written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition("\0")[0]
    return _pattern(text).findall(text)


def has_token(text: str) -> bool:
    """Return whether a text contains any token."""
    text = text.partition("\0")[0]
    return _pattern(text).search(text) is not None


def token_spans(text: str) -> list[tuple[int, int]]:
    """Return the position of each token of :func:`tokenize`: first character and end.

    Example:
        >>> token_spans("A film")
        [(0, 1), (2, 6)]
    """
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(0xFFFF)  # fewer ranges are searched faster


def word_of(token: str) -> str:
    """Return the word that a token spells: in lower case, or as written if the case is mixed.

    Example:
        >>> word_of("FILM"), word_of("McFly")
        ('film', 'McFly')
    """
    lower = _lower_case(token)
    return lower if token in tokens_of(lower) else token


def tokens_of(word: str) -> list[str]:
    """Return the tokens that spell a word.

    Example:
        >>> tokens_of("film")
        ['film', 'Film', 'FILM']
    """
    if _lower_case(word) != word:  # mixed case
        return [word]
    upper = word.upper() if word.isascii() else "".join(map(_upper_letter, word))
    return [word, upper[:1] + word[1:], upper]


def _lower_case(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_lower_letter, token))


# Only pairs of letters that map to each other. Unicode never adds pairs among existing letters.
@cache
def _lower_letter(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 and lower.upper() == letter else letter


@cache
def _upper_letter(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 and upper.lower() == letter else letter
