"""The vocabulary: which words a network knows, and their ids."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from seqtui.errors import InputError
from seqtui.storage.atomic import replacing
from seqtui.text.tokenizer import tokenize, tokens_of, word_of

PADDING = 0
OUT_OF_VOCABULARY = 1

# Square brackets never occur in a token, so these two can never be words of a text.
_RESERVED = ["[padding]", "[out of vocabulary]"]

_LARGEST = 1 << 24  # bytes of a file of words; a million of them take a half


class Vocabulary:
    """The words that a network knows; a word's id is its index.

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
        for index, word in enumerate(words[len(_RESERVED) :], len(_RESERVED)):
            if word_of(word) != word:
                raise InputError(
                    f"'{word}' is another spelling of '{word_of(word)}' (of an older rule; train again)"
                )
            self.ids_of_tokens.update(dict.fromkeys(tokens_of(word), index))

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
