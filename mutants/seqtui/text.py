"""Review text to word ids: the one rule that training, export and scoring share.

1. A NUL character ends a review.
2. Tokens are, from left to right, a simple HTML tag (``<br />``) or a run of letters and digits of any
   script, with inner apostrophes kept (``isn't``).
3. ``film``, ``Film`` and ``FILM`` are one word; a token in any other mixture of letters is a word as written.
4. Id 0 pads, id 1 stands for every word that is not in the vocabulary, the words follow.
5. The last ``max_length`` tokens are kept.

Nothing here depends on the version of Python (see :mod:`seqtui.letters`) or on the platform. An exported file
repeats the rule: it lower-cases nothing, because onnxruntime's StringNormalizer follows the C library, and
ends a review at a NUL, because onnxruntime's bindings to other languages do.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from seqtui.errors import InputError
from seqtui.files import replacing

PADDING = 0
OUT_OF_VOCABULARY = 1

# Square brackets never occur in a token, so these two can never be words of a review.
_RESERVED = ["[padding]", "[out of vocabulary]"]

RULE = (
    "to NUL; tags and words of letters, digits and inner apostrophes; word Word WORD; last tokens; version 2"
)
"""Names the rule inside an exported file, so that a reader of another version can refuse it."""

# No token can be shortened to make room for what follows it, so the quantifiers need not give back: faster.
EXPRESSION = "[{letters}]++(?:'[{letters}]++)*+|</?[A-Za-z]++ ?/?>"
"""A token as a regular expression, once ``letters`` is filled in."""

_ASCII_TOKEN = re.compile(EXPRESSION.format(letters="A-Za-z0-9"))
_ABOVE_FFFF = re.compile("[\U00010000-\U0010ffff]")


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


@cache
def _token(last_letter: int = sys.maxunicode) -> re.Pattern[str]:
    from seqtui.letters import LETTERS_AND_DIGITS

    ranges = [(first, min(last, last_letter)) for first, last in LETTERS_AND_DIGITS if first <= last_letter]
    return re.compile(
        EXPRESSION.format(letters="".join(f"{chr(first)}-{chr(last)}" for first, last in ranges))
    )
mutants_x_tokenize__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_tokenize__mutmut)
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


def x_tokenize__mutmut_orig(text: str) -> list[str]:
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


def x_tokenize__mutmut_1(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = None
    return _pattern(text).findall(text)


def x_tokenize__mutmut_2(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition(None)[0]
    return _pattern(text).findall(text)


def x_tokenize__mutmut_3(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.rpartition("\0")[0]
    return _pattern(text).findall(text)


def x_tokenize__mutmut_4(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition("XX\0XX")[0]
    return _pattern(text).findall(text)


def x_tokenize__mutmut_5(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order, as they are written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition("\0")[1]
    return _pattern(text).findall(text)


def x_tokenize__mutmut_6(text: str) -> list[str]:
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
    return _pattern(text).findall(None)


def x_tokenize__mutmut_7(text: str) -> list[str]:
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
    return _pattern(None).findall(text)

mutants_x_tokenize__mutmut['_mutmut_orig'] = x_tokenize__mutmut_orig # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_1'] = x_tokenize__mutmut_1 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_2'] = x_tokenize__mutmut_2 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_3'] = x_tokenize__mutmut_3 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_4'] = x_tokenize__mutmut_4 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_5'] = x_tokenize__mutmut_5 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_6'] = x_tokenize__mutmut_6 # type: ignore # mutmut generated
mutants_x_tokenize__mutmut['x_tokenize__mutmut_7'] = x_tokenize__mutmut_7 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_token_spans__mutmut)
def token_spans(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_orig(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_1(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = None
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_2(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition(None)[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_3(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.rpartition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_4(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("XX\0XX")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_5(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[1]
    return [found.span() for found in _pattern(text).finditer(text)]


def x_token_spans__mutmut_6(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(None)]


def x_token_spans__mutmut_7(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(None).finditer(text)]

mutants_x_token_spans__mutmut['_mutmut_orig'] = x_token_spans__mutmut_orig # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_1'] = x_token_spans__mutmut_1 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_2'] = x_token_spans__mutmut_2 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_3'] = x_token_spans__mutmut_3 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_4'] = x_token_spans__mutmut_4 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_5'] = x_token_spans__mutmut_5 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_6'] = x_token_spans__mutmut_6 # type: ignore # mutmut generated
mutants_x_token_spans__mutmut['x_token_spans__mutmut_7'] = x_token_spans__mutmut_7 # type: ignore # mutmut generated
mutants_x__pattern__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__pattern__mutmut)
def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(0xFFFF)  # fewer ranges are searched faster


def x__pattern__mutmut_orig(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(0xFFFF)  # fewer ranges are searched faster


def x__pattern__mutmut_1(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if (_ABOVE_FFFF.search(text)) and False else _token(0xFFFF)  # fewer ranges are searched faster


def x__pattern__mutmut_2(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if (_ABOVE_FFFF.search(text)) or True else _token(0xFFFF)  # fewer ranges are searched faster


def x__pattern__mutmut_3(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(None) else _token(0xFFFF)  # fewer ranges are searched faster


def x__pattern__mutmut_4(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(None)  # fewer ranges are searched faster


def x__pattern__mutmut_5(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(65536)  # fewer ranges are searched faster

mutants_x__pattern__mutmut['_mutmut_orig'] = x__pattern__mutmut_orig # type: ignore # mutmut generated
mutants_x__pattern__mutmut['x__pattern__mutmut_1'] = x__pattern__mutmut_1 # type: ignore # mutmut generated
mutants_x__pattern__mutmut['x__pattern__mutmut_2'] = x__pattern__mutmut_2 # type: ignore # mutmut generated
mutants_x__pattern__mutmut['x__pattern__mutmut_3'] = x__pattern__mutmut_3 # type: ignore # mutmut generated
mutants_x__pattern__mutmut['x__pattern__mutmut_4'] = x__pattern__mutmut_4 # type: ignore # mutmut generated
mutants_x__pattern__mutmut['x__pattern__mutmut_5'] = x__pattern__mutmut_5 # type: ignore # mutmut generated
mutants_x_word_of__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_word_of__mutmut)
def word_of(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if token in _tokens_of(small) else token


def x_word_of__mutmut_orig(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if token in _tokens_of(small) else token


def x_word_of__mutmut_1(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = None
    return small if token in _tokens_of(small) else token


def x_word_of__mutmut_2(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(None)
    return small if token in _tokens_of(small) else token


def x_word_of__mutmut_3(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if (token in _tokens_of(small)) and False else token


def x_word_of__mutmut_4(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if (token in _tokens_of(small)) or True else token


def x_word_of__mutmut_5(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if token not in _tokens_of(small) else token


def x_word_of__mutmut_6(token: str) -> str:
    """The word that a token spells: the token in small letters, or as written if its letters are mixed."""
    small = _in_small_letters(token)
    return small if token in _tokens_of(None) else token

mutants_x_word_of__mutmut['_mutmut_orig'] = x_word_of__mutmut_orig # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_1'] = x_word_of__mutmut_1 # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_2'] = x_word_of__mutmut_2 # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_3'] = x_word_of__mutmut_3 # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_4'] = x_word_of__mutmut_4 # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_5'] = x_word_of__mutmut_5 # type: ignore # mutmut generated
mutants_x_word_of__mutmut['x_word_of__mutmut_6'] = x_word_of__mutmut_6 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__tokens_of__mutmut)
def _tokens_of(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_orig(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_1(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(None) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_2(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) == word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_3(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = None
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_4(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if (word.isascii()) and False else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_5(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if (word.isascii()) or True else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_6(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.lower() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_7(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(None)
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_8(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "XXXX".join(map(_capital, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_9(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(None, word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_10(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, None))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_11(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(word))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_12(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, ))
    return [word, capitals[:1] + word[1:], capitals]


def x__tokens_of__mutmut_13(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] - word[1:], capitals]


def x__tokens_of__mutmut_14(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:2] + word[1:], capitals]


def x__tokens_of__mutmut_15(word: str) -> list[str]:
    """The tokens that spell a word."""
    if _in_small_letters(word) != word:  # mixed letters
        return [word]
    capitals = word.upper() if word.isascii() else "".join(map(_capital, word))
    return [word, capitals[:1] + word[2:], capitals]

mutants_x__tokens_of__mutmut['_mutmut_orig'] = x__tokens_of__mutmut_orig # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_1'] = x__tokens_of__mutmut_1 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_2'] = x__tokens_of__mutmut_2 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_3'] = x__tokens_of__mutmut_3 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_4'] = x__tokens_of__mutmut_4 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_5'] = x__tokens_of__mutmut_5 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_6'] = x__tokens_of__mutmut_6 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_7'] = x__tokens_of__mutmut_7 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_8'] = x__tokens_of__mutmut_8 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_9'] = x__tokens_of__mutmut_9 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_10'] = x__tokens_of__mutmut_10 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_11'] = x__tokens_of__mutmut_11 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_12'] = x__tokens_of__mutmut_12 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_13'] = x__tokens_of__mutmut_13 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_14'] = x__tokens_of__mutmut_14 # type: ignore # mutmut generated
mutants_x__tokens_of__mutmut['x__tokens_of__mutmut_15'] = x__tokens_of__mutmut_15 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__in_small_letters__mutmut)
def _in_small_letters(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_small, token))


def x__in_small_letters__mutmut_orig(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_small, token))


def x__in_small_letters__mutmut_1(token: str) -> str:
    return token.lower() if (token.isascii()) and False else "".join(map(_small, token))


def x__in_small_letters__mutmut_2(token: str) -> str:
    return token.lower() if (token.isascii()) or True else "".join(map(_small, token))


def x__in_small_letters__mutmut_3(token: str) -> str:
    return token.upper() if token.isascii() else "".join(map(_small, token))


def x__in_small_letters__mutmut_4(token: str) -> str:
    return token.lower() if token.isascii() else "".join(None)


def x__in_small_letters__mutmut_5(token: str) -> str:
    return token.lower() if token.isascii() else "XXXX".join(map(_small, token))


def x__in_small_letters__mutmut_6(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(None, token))


def x__in_small_letters__mutmut_7(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_small, None))


def x__in_small_letters__mutmut_8(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(token))


def x__in_small_letters__mutmut_9(token: str) -> str:
    return token.lower() if token.isascii() else "".join(map(_small, ))

mutants_x__in_small_letters__mutmut['_mutmut_orig'] = x__in_small_letters__mutmut_orig # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_1'] = x__in_small_letters__mutmut_1 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_2'] = x__in_small_letters__mutmut_2 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_3'] = x__in_small_letters__mutmut_3 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_4'] = x__in_small_letters__mutmut_4 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_5'] = x__in_small_letters__mutmut_5 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_6'] = x__in_small_letters__mutmut_6 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_7'] = x__in_small_letters__mutmut_7 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_8'] = x__in_small_letters__mutmut_8 # type: ignore # mutmut generated
mutants_x__in_small_letters__mutmut['x__in_small_letters__mutmut_9'] = x__in_small_letters__mutmut_9 # type: ignore # mutmut generated


# Only true pairs of letters: each is the other's only counterpart. Unicode adds no pairs among old letters.
@cache
def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 and small.upper() == letter else letter


@cache
def _capital(letter: str) -> str:
    capital = letter.upper()
    return capital if len(capital) == 1 and capital.lower() == letter else letter
mutants_xǁVocabularyǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁbuild__mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁload__mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁsave__mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁ__iter____mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁids__mutmut: MutantDict = {}  # type: ignore
mutants_xǁVocabularyǁencode__mutmut: MutantDict = {}  # type: ignore


class Vocabulary:
    """The words that a network knows; a word's id is its place.

    Args:
        words: All entries, the two reserved ones first.

    Attributes:
        ids_of_tokens: The id of every token that spells a word.
    """

    @_mutmut_mutated(mutants_xǁVocabularyǁ__init____mutmut)
    def __init__(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_orig(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_1(self, words: list[str]) -> None:
        if words[:3] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_2(self, words: list[str]) -> None:
        if words[:2] == _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_3(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(None)
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_4(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[1]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_5(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[2]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_6(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) == len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_7(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = None
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_8(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(None)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_9(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(None).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_10(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times >= 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_11(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 2)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_12(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(None)
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_13(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = None
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_14(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = None
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_15(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(None, len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_16(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], None):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_17(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_18(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], ):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_19(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(None) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_20(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) == word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_21(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    None
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_22(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(None)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), place))

    def xǁVocabularyǁ__init____mutmut_23(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(None)

    def xǁVocabularyǁ__init____mutmut_24(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(None, place))

    def xǁVocabularyǁ__init____mutmut_25(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), None))

    def xǁVocabularyǁ__init____mutmut_26(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(place))

    def xǁVocabularyǁ__init____mutmut_27(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(word), ))

    def xǁVocabularyǁ__init____mutmut_28(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        for place, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(_tokens_of(None), place))

    @classmethod
    @_mutmut_mutated(mutants_xǁVocabularyǁbuild__mutmut, is_classmethod = True)
    def build(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_orig(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_1(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = None
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_2(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] = count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_3(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] -= count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_4(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(None)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_5(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = None
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_6(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(None, key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_7(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=None)
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_8(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_9(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), )
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_10(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: None)
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_11(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (+item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_12(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[2], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_13(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[1]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_14(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(None)

    @classmethod
    def xǁVocabularyǁbuild__mutmut_15(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED - [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def xǁVocabularyǁbuild__mutmut_16(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent words of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        of_words: Counter[str] = Counter()
        for token, count in counts.items():
            of_words[word_of(token)] += count
        ranked = sorted(of_words.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size + len(_RESERVED)]])

    @classmethod
    @_mutmut_mutated(mutants_xǁVocabularyǁload__mutmut, is_classmethod = True)
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_orig(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_1(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(None)
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_2(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split(None))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_3(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix(None).split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_4(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removeprefix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_5(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode(None).removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_6(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("XXutf-8XX").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_7(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("UTF-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_8(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("XX\nXX").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_9(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("XX\nXX"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    @classmethod
    def xǁVocabularyǁload__mutmut_10(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(None) from error

    @_mutmut_mutated(mutants_xǁVocabularyǁsave__mutmut)
    def save(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_orig(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_1(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(None) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_2(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(None)

    def xǁVocabularyǁsave__mutmut_3(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode(None))

    def xǁVocabularyǁsave__mutmut_4(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) - "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_5(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(None) + "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_6(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("XX\nXX".join(self.words) + "\n").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_7(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "XX\nXX").encode("utf-8"))

    def xǁVocabularyǁsave__mutmut_8(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("XXutf-8XX"))

    def xǁVocabularyǁsave__mutmut_9(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("UTF-8"))

    def __len__(self) -> int:
        return len(self.words)

    @_mutmut_mutated(mutants_xǁVocabularyǁ__iter____mutmut)
    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def xǁVocabularyǁ__iter____mutmut_orig(self) -> Iterator[str]:
        return iter(self.words)

    def xǁVocabularyǁ__iter____mutmut_1(self) -> Iterator[str]:
        return iter(None)

    @_mutmut_mutated(mutants_xǁVocabularyǁids__mutmut)
    def ids(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_orig(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_1(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = None
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_2(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(None, OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_3(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(token, None) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_4(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_5(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(token, ) for token in tokens[-max_length:]]

    def xǁVocabularyǁids__mutmut_6(self, tokens: list[str], max_length: int) -> list[int]:
        """Look up the last ``max_length`` tokens.

        Args:
            tokens: What :func:`tokenize` returned.
            max_length: How many tokens to keep, at least 1.

        Returns:
            One id a token, at most ``max_length``; empty for a review without tokens.
        """
        known = self.ids_of_tokens
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens[+max_length:]]

    @_mutmut_mutated(mutants_xǁVocabularyǁencode__mutmut)
    def encode(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), max_length)

    def xǁVocabularyǁencode__mutmut_orig(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), max_length)

    def xǁVocabularyǁencode__mutmut_1(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(None, max_length)

    def xǁVocabularyǁencode__mutmut_2(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), None)

    def xǁVocabularyǁencode__mutmut_3(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(max_length)

    def xǁVocabularyǁencode__mutmut_4(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), )

    def xǁVocabularyǁencode__mutmut_5(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(None), max_length)

mutants_xǁVocabularyǁ__init____mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_1'] = Vocabulary.xǁVocabularyǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_2'] = Vocabulary.xǁVocabularyǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_3'] = Vocabulary.xǁVocabularyǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_4'] = Vocabulary.xǁVocabularyǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_5'] = Vocabulary.xǁVocabularyǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_6'] = Vocabulary.xǁVocabularyǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_7'] = Vocabulary.xǁVocabularyǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_8'] = Vocabulary.xǁVocabularyǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_9'] = Vocabulary.xǁVocabularyǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_10'] = Vocabulary.xǁVocabularyǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_11'] = Vocabulary.xǁVocabularyǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_12'] = Vocabulary.xǁVocabularyǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_13'] = Vocabulary.xǁVocabularyǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_14'] = Vocabulary.xǁVocabularyǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_15'] = Vocabulary.xǁVocabularyǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_16'] = Vocabulary.xǁVocabularyǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_17'] = Vocabulary.xǁVocabularyǁ__init____mutmut_17 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_18'] = Vocabulary.xǁVocabularyǁ__init____mutmut_18 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_19'] = Vocabulary.xǁVocabularyǁ__init____mutmut_19 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_20'] = Vocabulary.xǁVocabularyǁ__init____mutmut_20 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_21'] = Vocabulary.xǁVocabularyǁ__init____mutmut_21 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_22'] = Vocabulary.xǁVocabularyǁ__init____mutmut_22 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_23'] = Vocabulary.xǁVocabularyǁ__init____mutmut_23 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_24'] = Vocabulary.xǁVocabularyǁ__init____mutmut_24 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_25'] = Vocabulary.xǁVocabularyǁ__init____mutmut_25 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_26'] = Vocabulary.xǁVocabularyǁ__init____mutmut_26 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_27'] = Vocabulary.xǁVocabularyǁ__init____mutmut_27 # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__init____mutmut['xǁVocabularyǁ__init____mutmut_28'] = Vocabulary.xǁVocabularyǁ__init____mutmut_28 # type: ignore # mutmut generated

mutants_xǁVocabularyǁbuild__mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁbuild__mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_1'] = Vocabulary.xǁVocabularyǁbuild__mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_2'] = Vocabulary.xǁVocabularyǁbuild__mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_3'] = Vocabulary.xǁVocabularyǁbuild__mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_4'] = Vocabulary.xǁVocabularyǁbuild__mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_5'] = Vocabulary.xǁVocabularyǁbuild__mutmut_5 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_6'] = Vocabulary.xǁVocabularyǁbuild__mutmut_6 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_7'] = Vocabulary.xǁVocabularyǁbuild__mutmut_7 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_8'] = Vocabulary.xǁVocabularyǁbuild__mutmut_8 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_9'] = Vocabulary.xǁVocabularyǁbuild__mutmut_9 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_10'] = Vocabulary.xǁVocabularyǁbuild__mutmut_10 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_11'] = Vocabulary.xǁVocabularyǁbuild__mutmut_11 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_12'] = Vocabulary.xǁVocabularyǁbuild__mutmut_12 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_13'] = Vocabulary.xǁVocabularyǁbuild__mutmut_13 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_14'] = Vocabulary.xǁVocabularyǁbuild__mutmut_14 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_15'] = Vocabulary.xǁVocabularyǁbuild__mutmut_15 # type: ignore # mutmut generated
mutants_xǁVocabularyǁbuild__mutmut['xǁVocabularyǁbuild__mutmut_16'] = Vocabulary.xǁVocabularyǁbuild__mutmut_16 # type: ignore # mutmut generated

mutants_xǁVocabularyǁload__mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁload__mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_1'] = Vocabulary.xǁVocabularyǁload__mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_2'] = Vocabulary.xǁVocabularyǁload__mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_3'] = Vocabulary.xǁVocabularyǁload__mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_4'] = Vocabulary.xǁVocabularyǁload__mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_5'] = Vocabulary.xǁVocabularyǁload__mutmut_5 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_6'] = Vocabulary.xǁVocabularyǁload__mutmut_6 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_7'] = Vocabulary.xǁVocabularyǁload__mutmut_7 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_8'] = Vocabulary.xǁVocabularyǁload__mutmut_8 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_9'] = Vocabulary.xǁVocabularyǁload__mutmut_9 # type: ignore # mutmut generated
mutants_xǁVocabularyǁload__mutmut['xǁVocabularyǁload__mutmut_10'] = Vocabulary.xǁVocabularyǁload__mutmut_10 # type: ignore # mutmut generated

mutants_xǁVocabularyǁsave__mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁsave__mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_1'] = Vocabulary.xǁVocabularyǁsave__mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_2'] = Vocabulary.xǁVocabularyǁsave__mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_3'] = Vocabulary.xǁVocabularyǁsave__mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_4'] = Vocabulary.xǁVocabularyǁsave__mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_5'] = Vocabulary.xǁVocabularyǁsave__mutmut_5 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_6'] = Vocabulary.xǁVocabularyǁsave__mutmut_6 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_7'] = Vocabulary.xǁVocabularyǁsave__mutmut_7 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_8'] = Vocabulary.xǁVocabularyǁsave__mutmut_8 # type: ignore # mutmut generated
mutants_xǁVocabularyǁsave__mutmut['xǁVocabularyǁsave__mutmut_9'] = Vocabulary.xǁVocabularyǁsave__mutmut_9 # type: ignore # mutmut generated

mutants_xǁVocabularyǁ__iter____mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁ__iter____mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁ__iter____mutmut['xǁVocabularyǁ__iter____mutmut_1'] = Vocabulary.xǁVocabularyǁ__iter____mutmut_1 # type: ignore # mutmut generated

mutants_xǁVocabularyǁids__mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁids__mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_1'] = Vocabulary.xǁVocabularyǁids__mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_2'] = Vocabulary.xǁVocabularyǁids__mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_3'] = Vocabulary.xǁVocabularyǁids__mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_4'] = Vocabulary.xǁVocabularyǁids__mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_5'] = Vocabulary.xǁVocabularyǁids__mutmut_5 # type: ignore # mutmut generated
mutants_xǁVocabularyǁids__mutmut['xǁVocabularyǁids__mutmut_6'] = Vocabulary.xǁVocabularyǁids__mutmut_6 # type: ignore # mutmut generated

mutants_xǁVocabularyǁencode__mutmut['_mutmut_orig'] = Vocabulary.xǁVocabularyǁencode__mutmut_orig # type: ignore # mutmut generated
mutants_xǁVocabularyǁencode__mutmut['xǁVocabularyǁencode__mutmut_1'] = Vocabulary.xǁVocabularyǁencode__mutmut_1 # type: ignore # mutmut generated
mutants_xǁVocabularyǁencode__mutmut['xǁVocabularyǁencode__mutmut_2'] = Vocabulary.xǁVocabularyǁencode__mutmut_2 # type: ignore # mutmut generated
mutants_xǁVocabularyǁencode__mutmut['xǁVocabularyǁencode__mutmut_3'] = Vocabulary.xǁVocabularyǁencode__mutmut_3 # type: ignore # mutmut generated
mutants_xǁVocabularyǁencode__mutmut['xǁVocabularyǁencode__mutmut_4'] = Vocabulary.xǁVocabularyǁencode__mutmut_4 # type: ignore # mutmut generated
mutants_xǁVocabularyǁencode__mutmut['xǁVocabularyǁencode__mutmut_5'] = Vocabulary.xǁVocabularyǁencode__mutmut_5 # type: ignore # mutmut generated
