"""Review text to word ids: the one rule that training, export and scoring share.

1. ASCII letters are lower-cased.
2. Tokens are, from left to right, a simple HTML tag (``<br />``) or a run of letters and digits of any
   script, with inner apostrophes kept (``isn't``).
3. Id 0 pads, id 1 stands for every word that is not in the vocabulary, the words follow.
4. The last ``max_length`` tokens are kept.

Nothing here depends on the version of Python: see :mod:`seqtui.letters`.
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

RULE = "ascii-lower; tags and words of letters, digits and inner apostrophes; last tokens kept; version 1"
"""Names the rule inside an exported file, so that a reader of another version can refuse it."""

# No token can be shortened to make room for what follows it, so the quantifiers need not give back: faster.
_ASCII_TOKEN = re.compile(r"[a-z0-9]++(?:'[a-z0-9]++)*+|</?[a-z]++ ?/?>")

_FIRST_BYTE_OF_FOUR = 0xF0  # how UTF-8 begins a character above U+FFFF


@cache
def _token(last_letter: int = sys.maxunicode) -> re.Pattern[str]:
    from seqtui.letters import LETTERS_AND_DIGITS

    ranges = [(first, min(last, last_letter)) for first, last in LETTERS_AND_DIGITS if first <= last_letter]
    letter = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(rf"[{letter}]++(?:'[{letter}]++)*+|</?[a-z]++ ?/?>")


def tokenize(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Any string; it may be empty.

    Returns:
        The tokens in order. Joined, they never hold anything that is not in the lower-cased text.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['it', "isn't", '<b>', 'bad', '</b>']
    """
    pattern, lowered = _lowered(text)
    return pattern.findall(lowered)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Where each token of :func:`tokenize` stands in the text: its first character and the one behind it."""
    pattern, lowered = _lowered(text)  # as long as the text, character by character
    return [found.span() for found in pattern.finditer(lowered)]


def _lowered(text: str) -> tuple[re.Pattern[str], str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN, text.lower()
    lowered = text.encode("utf-8", "surrogatepass").lower()  # bytes.lower knows ASCII letters alone
    low = max(lowered) < _FIRST_BYTE_OF_FOUR  # nothing above U+FFFF: searched with fewer ranges, faster
    return _token(0xFFFF) if low else _token(), lowered.decode("utf-8", "surrogatepass")


class Vocabulary:
    """The words that a network knows; a word's id is its place.

    Args:
        words: All entries, the two reserved ones first.
    """

    def __init__(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary starts with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, times in Counter(words).items() if times > 1)
            raise InputError(f"the vocabulary holds '{repeated}' twice")
        self.words = words
        self._ids = {word: place for place, word in enumerate(words)}

    @classmethod
    def build(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Take the most frequent tokens of the training reviews.

        Args:
            counts: How often each token occurs in them.
            size: The most entries that the vocabulary may have, the two reserved ones included.

        Returns:
            The vocabulary, by falling frequency, ties by spelling (code points).
        """
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return cls(_RESERVED + [word for word, _ in ranked[: size - len(_RESERVED)]])

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary: UTF-8, one word a line, the id is the line's number counted from 0.

        Raises:
            InputError: If the file is missing or is no vocabulary; the message names it.
        """
        try:
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
        known = self._ids
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens[-max_length:]]

    def encode(self, text: str, max_length: int) -> list[int]:
        """Turn a review into ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), max_length)
