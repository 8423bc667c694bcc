"""Text to tokens and words: the one rule that training, export and scoring share.

1. A NUL character ends a review.
2. Tokens are, from left to right, a simple HTML tag (``<br />``) or a run of letters and digits of any
   script, with inner apostrophes kept (``isn't``).
3. ``film``, ``Film`` and ``FILM`` are one word; a token in any other mixture of letters is a word as written.
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
"""Names the rule inside an exported file, so that a reader of another version can refuse it."""

# No token can be shortened to make room for what follows it, so the quantifiers need not give back: faster.
EXPRESSION = "[{letters}]++(?:'[{letters}]++)*+|</?[A-Za-z]++ ?/?>"
"""A token as a regular expression, once ``letters`` is filled in."""

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
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition("\0")[0]
    return _pattern(text).findall(text)


def has_token(text: str) -> bool:
    """Whether a text has a token at all."""
    text = text.partition("\0")[0]
    return _pattern(text).search(text) is not None


def token_spans(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(0xFFFF)  # fewer ranges are searched faster


def word_of(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if token in tokens_of(small) else token


def tokens_of(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def _in_small_letters(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_small, token))


# Only true pairs of letters: each is the other's only counterpart. Unicode adds no pairs among old letters.
@cache
def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 and small.upper() == letter else letter


@cache
def _capital(letter: str) -> str:
    capital = letter.upper()
    return capital if len(capital) == 1 and capital.lower() == letter else letter
