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

_LARGEST = 1 << 24  # bytes of a file of words; a million of them take a half

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
    from seqtui.letters import LETTERS_AND_DIGITS

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
    return small if token in _tokens_of(small) else token


def _tokens_of(word: str) -> list[str]:
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


class Vocabulary:
    """The words that a network knows; a word's id is its place.

    Args:
        words: All entries, the two reserved ones first.

    Attributes:
        ids_of_tokens: The id of every token that spells a word.
    """

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

    @classmethod
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
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
            if path.stat().st_size > _LARGEST:
                raise InputError(f"larger than {_LARGEST >> 20} MiB")
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    def save(self, path: Path) -> None:
        """Write the vocabulary for :meth:`load`."""
        with replacing(path) as beside:
            beside.write_bytes(("\n".join(self.words) + "\n").encode("utf-8"))

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

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

    def encode(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), max_length)
