"""The vocabulary: the words that a network knows, and their ids."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nlargest
from pathlib import Path

from seqtui.errors import InputError
from seqtui.storage.atomic import replacing
from seqtui.text.tokenizer import tokenize, tokens_of, word_of

PADDING = 0
OUT_OF_VOCABULARY = 1

# No token contains square brackets, so these entries differ from all words.
_RESERVED = ["[padding]", "[out of vocabulary]"]

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

_MAX_BYTES = 1 << 24  # of a vocabulary file; a million words need half of it


class Vocabulary:
    """The words that a network knows. The id of a word is its index.

    Args:
        words: All entries; the first two are reserved for padding and unknown words.

    Attributes:
        ids_of_tokens: Id of every token that spells a word.

    Raises:
        InputError: If the reserved entries are missing, or a word occurs twice or has another spelling.
    """

    def __init__(self, words: list[str]) -> None:
        if words[:2] != _RESERVED:
            raise InputError(f"a vocabulary must start with the lines {_RESERVED[0]} and {_RESERVED[1]}")
        if len(set(words)) != len(words):
            repeated = next(word for word, count in Counter(words).items() if count > 1)
            raise InputError(f"the vocabulary contains '{repeated}' twice")
        self.words = words
        self.ids_of_tokens: dict[str, int] = {}
        full_width = any(_EAST_ASIAN.match(word) for word in words)  # rare in other texts
        for index, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (an older text rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(tokens_of(word, full_width), index))

    @classmethod
    def build(cls, counts: Mapping[str, int], size: int) -> "Vocabulary":
        """Build a vocabulary of the most frequent words.

        Args:
            counts: Number of occurrences of each token in the training reviews.
            size: Maximum entries, including the two reserved ones.

        Returns:
            The vocabulary, by descending frequency, then by code points.

        Example:
            >>> Vocabulary.build({"Film": 2, "film": 1, "bad": 1}, size=3).words[2:]
            ['film']
        """
        of_words: dict[str, int] = {}
        for token, count in counts.items():
            word = word_of(token)
            of_words[word] = of_words.get(word, 0) + count
        size -= len(_RESERVED)
        least = min(nlargest(size, of_words.values()), default=0)
        candidates = [(-count, word) for word, count in of_words.items() if count >= least]
        return cls(_RESERVED + [word for _, word in sorted(candidates)[:size]])

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a vocabulary file: UTF-8, one word per line; the id is the line number, from 0.

        Args:
            path: Path of the file.

        Raises:
            InputError: If the file is missing or not a vocabulary; the message names it.
        """
        try:
            if path.stat().st_size > _MAX_BYTES:
                raise InputError(f"larger than {_MAX_BYTES >> 20} MiB")
            return cls(path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))
        except (OSError, UnicodeDecodeError, InputError) as error:
            raise InputError(f"{path}: not a readable vocabulary: {error}") from error

    def save(self, path: Path) -> None:
        """Write the vocabulary to a file for :meth:`load`."""
        with replacing(path) as temporary:
            temporary.write_bytes(("\n".join(self.words) + "\n").encode("utf-8"))

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def ids(self, tokens: list[str], max_length: int, head: int = 0) -> list[int]:
        """Look up at most ``max_length`` tokens: the first ``head`` and the last ones.

        Args:
            tokens: Tokens from :func:`tokenize`.
            max_length: Maximum tokens to look up, at least 1.
            head: Number of them to take from the beginning. Default: 0.

        Returns:
            One id per token, at most ``max_length``; empty for a review without tokens.
        """
        if len(tokens) > max_length:
            tokens = tokens[:head] + tokens[len(tokens) - max_length + head :]
        known = self.ids_of_tokens
        return [known.get(token, OUT_OF_VOCABULARY) for token in tokens]

    def encode(self, text: str, max_length: int, head: int = 0) -> list[int]:
        """Convert a review to ids: :func:`tokenize`, then :meth:`ids`."""
        return self.ids(tokenize(text), max_length, head)
