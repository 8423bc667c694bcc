"""Read pre-trained word vectors: word2vec text (also fastText's ``.vec``), word2vec binary, and GloVe text.

The format is detected from the content. A first line of two whole numbers, rows and dimensions, is the header
of word2vec; a GloVe file has none. A file may be compressed, or the only one in a .zip archive. It is read as
a stream: only the numbers of the vocabulary's words are converted and kept.
"""

import re
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.storage.compression import READ_ERRORS
from seqtui.tables.lines import UTF8_MARK
from seqtui.tables.streams import Source
from seqtui.terminal.sanitize import printable
from seqtui.text import OUT_OF_VOCABULARY, Vocabulary, tokenize

MAX_DIMENSIONS = 4096
"""Length of the longest vector that is read."""

Vector = NDArray[np.float32]

_RESERVED = 2  # entries of a vocabulary that are not words
_MAX_LINE_BYTES = 1 << 18  # 64 bytes for each number of the longest row
_MAX_WORD_BYTES = 1 << 12  # of a binary file
_MAX_SPACES = 8  # within a word of a binary file
_BLOCK = 1 << 20  # bytes of a binary file to read at once, more than a row
_FIRST_ROWS = 100  # rows to detect the dimensions from, if there is no header
_FIRST_BYTES = 1 << 16  # bytes to detect a binary file from
_LARGEST = float(np.finfo(np.float32).max)

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?(\d{1,18})[ \t]+(\d{1,18})[ \t]*\r?\n")
_NOT_ASCII_TEXT = re.compile(rb"[^\t\r\x20-\x7e]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_OTHER_FILES = {
    b"\xba\x16\x4f\x2f": "a fastText model; use its .vec file",
    b"\x80": "a Python pickle, which may run code when it is opened; save the vectors in word2vec format",
}


@dataclass(frozen=True)
class WordVectors:
    """The vectors of a vocabulary's words.

    Args:
        ids: Ids of the words that have a vector, ascending. Shape (found,), int32.
        vectors: Their vectors. Shape (found, dimensions), float32.
        total: Rows of the file.
        words: Words of the vocabulary, without the reserved entries.
    """

    ids: NDArray[np.int32]
    vectors: Vector
    total: int
    words: int

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self.vectors.shape[1])

    def describe(self) -> str:
        """Return the coverage in one line.

        Example:
            >>> WordVectors(np.array([2], np.int32), np.zeros((1, 50), np.float32), 400_000, 4).describe()
            '1 of 4 words (25.0%) have a vector of 50 dimensions'
        """
        found = len(self.ids)
        return (
            f"{found:,} of {self.words:,} words ({found / self.words:.1%}) have a vector of "
            f"{self.dimensions:,} dimensions"
        )


def read_vectors(path: Path, vocabulary: Vocabulary) -> WordVectors:
    """Read the vectors of a vocabulary's words.

    A row belongs to a word if :func:`tokenize` finds exactly one token in the row's text, and this token
    spells the word: ``film``, ``Film`` and also ``film.``. If a word has several rows, the first one in its
    usual spelling counts, otherwise the first one, because files are sorted by frequency. A row whose text is
    not UTF-8 belongs to no word.

    Each row of a text file must have the right number of values, except that its word may contain spaces.
    Values are converted, and must be finite, only if the row belongs to a word. The number of rows must be
    the one in the header: fewer mean a truncated file, more mean a wrong header or two files in one.

    Args:
        path: Path of a regular file.
        vocabulary: Vocabulary to look up.

    Raises:
        InputError: If the file cannot be read, is malformed, or has no vector of any word. The message names
            the line, or the row of a binary file.
    """
    with _opened(path) as source:
        layout = _detect(source)
        rows = _BinaryRows(source, layout) if layout.is_binary else _TextRows(source, layout)
        try:
            found = _select(rows, vocabulary)
        except READ_ERRORS as error:
            raise rows.error(f"cannot be read: {printable(str(error))}", "after ") from error
    if layout.rows not in (None, rows.total):
        raise InputError(
            f"{source.name}: the number of rows is {rows.total:,}, but the first line claims {layout.rows:,}"
        )
    words = len(vocabulary) - _RESERVED
    if not found:
        raise InputError(
            f"{source.name}: 0 of {words:,} words (0.0%) have a vector; is the file, of {rows.total:,} rows, "
            "in another language?"
        )
    ids = sorted(found)
    return WordVectors(np.array(ids, np.int32), np.stack([found[i] for i in ids]), rows.total, words)


def vector_dimensions(path: Path) -> int:
    """Return the length of a file's vectors. Only the beginning of the file is read.

    Args:
        path: Path of a regular file.

    Raises:
        InputError: If the file cannot be read or does not begin like a file of word vectors.
    """
    with _opened(path) as source:
        return _detect(source).dimensions


@contextmanager
def _opened(path: Path) -> Iterator[Source]:
    name = printable(str(path))
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
        raw = FileIO(path) if is_file else None  # opening a named pipe would wait for its writer
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
    if raw is None:
        raise InputError(f"{name}: {'a folder' if path.is_dir() else 'not a regular file'}; name a file")
    with raw:
        yield Source(name, raw)


class _Layout(NamedTuple):
    dimensions: int
    rows: int | None  # of the header
    is_binary: bool


def _detect(source: Source) -> _Layout:
    """Detect the format from the beginning of a file, without consuming it."""
    start = source.sample()
    try:
        if not start and not source.file.read(1):
            raise InputError(f"{source.name}: the file is empty")
    except READ_ERRORS as error:
        raise InputError(f"{source.name}: cannot be read: {printable(str(error))}") from error
    other = next((title for magic, title in _OTHER_FILES.items() if start.startswith(magic)), None)
    if other is not None:
        raise InputError(f"{source.name}: cannot be read: it is {other}")
    header = _HEADER.match(start)
    dimensions = int(header[2]) if header else _count_dimensions(start)
    if not header and not dimensions:
        raise InputError(f"{source.name}, line 1: not a word and its vector")
    if not 1 <= dimensions <= MAX_DIMENSIONS:
        raise InputError(
            f"{source.name}, line 1: {dimensions:,} dimensions; 1 to {MAX_DIMENSIONS:,} are possible"
        )
    if not header:
        return _Layout(dimensions, None, False)
    rest = start[header.end() :]
    row = rest.partition(b"\n")[0]
    is_binary = _count_dimensions(row) != dimensions and bool(
        _NOT_ASCII_TEXT.search(row.partition(b" ")[2]) or _CONTROL.search(rest, 0, _FIRST_BYTES)
    )
    return _Layout(dimensions, int(header[1]), is_binary)


def _count_dimensions(start: bytes) -> int:
    """Return how many numbers most of the first rows have after their word."""
    counts = Counter[int]()
    for line in start.split(b"\n", _FIRST_ROWS)[:_FIRST_ROWS]:
        if fields := line.split():
            after_word = fields if line.startswith(b" ") else fields[1:]
            counts[sum(1 for _ in takewhile(_is_number, reversed(after_word)))] += 1
    return counts.most_common(1)[0][0] if counts else 0


def _is_number(field: bytes) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    return b"_" not in field  # Python's digit separator


def _select(rows: "_Rows", vocabulary: Vocabulary) -> dict[int, Vector]:
    """Return the vector of each word id that has one."""
    ids_of_tokens = {token.encode(): word_id for token, word_id in vocabulary.ids_of_tokens.items()}
    vectors: dict[int, Vector] = {}
    in_usual_spelling = set[int]()
    for word, values in rows:
        word_id = ids_of_tokens.get(word, OUT_OF_VOCABULARY)
        if word_id == OUT_OF_VOCABULARY and not word.isalnum():  # ASCII letters and digits are one token
            word_id = _look_up(word, vocabulary)
        if word_id == OUT_OF_VOCABULARY or word_id in in_usual_spelling:
            continue
        if word == vocabulary.words[word_id].encode():
            in_usual_spelling.add(word_id)
        elif word_id in vectors:
            continue
        vectors[word_id] = rows.vector(values)
    return vectors


def _look_up(word: bytes, vocabulary: Vocabulary) -> int:
    """Return the id of the word that a text of one token spells."""
    try:
        tokens = tokenize(word.decode())
    except UnicodeDecodeError:
        return OUT_OF_VOCABULARY
    return vocabulary.ids(tokens, 1)[0] if len(tokens) == 1 else OUT_OF_VOCABULARY


class _Rows:
    """Words of a file in order, with values that are not converted.

    Args:
        source: Open file.
        layout: Its format.

    Attributes:
        number: Lines of a text file, or rows of a binary file, read so far.
        total: Rows read so far.
    """

    unit = "line"

    def __init__(self, source: Source, layout: _Layout) -> None:
        self.number = 0
        self.total = 0
        self._source = source
        self._layout = layout
        self._dimensions = layout.dimensions

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        raise NotImplementedError

    def vector(self, values: bytes) -> Vector:
        """Convert the values of the current row."""
        raise NotImplementedError

    def error(self, problem: str, where: str = "") -> InputError:
        """Return an error that names the current line or row."""
        return InputError(f"{self._source.name}, {where}{self.unit} {self.number}: {problem}")

    def _not_finite(self, value: str) -> InputError:
        return self.error(f"'{printable(value, 40)}' is not a finite number")


class _TextRows(_Rows):
    """Rows of a word and its values, separated by spaces or tabs."""

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        file = self._source.file
        if self._layout.rows is not None:
            file.readline()
            self.number = 1
        while line := file.readline(_MAX_LINE_BYTES + 1):
            self.number += 1
            if len(line) > _MAX_LINE_BYTES:
                raise self.error(f"longer than {_MAX_LINE_BYTES >> 10} KiB")
            row = line.rstrip()
            if self.number == 1:
                row = row.removeprefix(UTF8_MARK)
            if b"\t" in row:
                row = row.replace(b"\t", b" ")
            if row.count(b" ") == self._dimensions:
                word, _, values = row.partition(b" ")
            elif row:
                word, values = self._split_from_right(row)
            else:
                continue
            self.total += 1
            yield word, values

    def _split_from_right(self, row: bytes) -> tuple[bytes, bytes]:
        """Split a row with spaces in its word, as in GloVe 840B, or with several spaces between values."""
        fields = row.split()
        if row.startswith(b" "):
            fields.insert(0, b"")
        extra = len(fields) - 1 - self._dimensions
        if extra < 0 or (extra and _is_number(fields[extra])):
            raise self._wrong_count(len(fields) - 1)
        return b" ".join(fields[: extra + 1]), b" ".join(fields[extra + 1 :])

    def _wrong_count(self, count: int) -> InputError:
        return self.error(f"the number of values is {count:,}, expected {self._dimensions:,}")

    def vector(self, values: bytes) -> Vector:
        fields = values.split()
        if len(fields) != self._dimensions:
            raise self._wrong_count(len(fields))
        try:
            with np.errstate(over="ignore"):
                vector = np.array(fields, np.float32)
        except ValueError:
            vector = np.array([np.nan], np.float32)
        if b"_" in values or not np.isfinite(vector).all():
            wrong = next(x for x in fields if not _is_number(x) or not abs(float(x)) <= _LARGEST)
            raise self._not_finite(wrong.decode(errors="replace"))
        return vector


class _BinaryRows(_Rows):
    """Rows of a word, a space, the values as little-endian float32, and in some files a line end."""

    unit = "row"

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        file, size = self._source.file, 4 * self._dimensions
        file.readline()
        buffer, start = b"", 0
        while True:
            # The longest row, and the word after it.
            if len(buffer) - start < size + 2 * _MAX_WORD_BYTES:
                buffer, start = buffer[start:] + file.read(_BLOCK), 0
                if not buffer.strip(b"\n"):
                    return
            self.number += 1
            space = _end_of_word(buffer, start, size)
            word = buffer[start:space].lstrip(b"\n")
            if b"\0" in word or len(word) > _MAX_WORD_BYTES:
                raise self.error(
                    f"not a word; perhaps the vectors do not have {self._dimensions:,} dimensions"
                )
            start = space + 1 + size
            if space < 0 or start > len(buffer):
                raise self.error(f"the file ends within it; the first line claims {self._layout.rows:,}")
            self.total += 1
            yield word, buffer[space + 1 : start]

    def vector(self, values: bytes) -> Vector:
        vector = np.frombuffer(values, "<f4").astype(np.float32)
        finite = np.isfinite(vector)
        if not finite.all():
            raise self._not_finite(str(vector[~finite][0]))
        return vector


def _end_of_word(buffer: bytes, start: int, size: int) -> int:
    """Return the index of the space between the word of a binary row and its values; -1 if there is none.

    It is the first space, unless the word contains spaces: what follows the values is then not a word.

    Args:
        buffer: Part of the file.
        start: Start of the row.
        size: Bytes of the values.
    """

    def is_followed_by_a_word(space: int) -> bool:
        after = space + 1 + size
        return _is_text(buffer[after : buffer.find(b" ", after, after + _MAX_WORD_BYTES)])

    first = space = buffer.find(b" ", start)
    if first < 0 or is_followed_by_a_word(first):
        return first
    for _ in range(_MAX_SPACES):
        space = buffer.find(b" ", space + 1, start + _MAX_WORD_BYTES)
        if space < 0 or not _is_text(buffer[start:space]):
            break
        if is_followed_by_a_word(space):
            return space
    return first  # as in files with words that were cut within a character


def _is_text(word: bytes) -> bool:
    try:
        return word.decode().lstrip("\n").isprintable()
    except UnicodeDecodeError:
        return False
