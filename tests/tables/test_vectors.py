"""Word vectors: all formats give the same vectors; malformed files are refused with their line."""

import bz2
import gzip
import lzma
import os
import pickle
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.tables.vectors import MAX_DIMENSIONS, WordVectors, read_vectors, vector_dimensions
from seqtui.terminal.sanitize import has_controls
from seqtui.text import Vocabulary, tokenize
from tests.conftest import representatives

Rows = list[tuple[str, list[float]]]
Format = Callable[[Rows], bytes]

ROWS: Rows = [("the", [0.5, -1.25, 3e-05]), ("film", [1.0, 2.0, -0.125]), ("été", [0.0, 7.5, 1e10])]


def vocabulary_of(*words: str) -> Vocabulary:
    return Vocabulary.build(dict.fromkeys(words, 1), size=1 << 20)


FILM = vocabulary_of("film", "bad", "été")


def glove(rows: Rows) -> bytes:
    return "".join(f"{word} {' '.join(map(repr, values))}\n" for word, values in rows).encode()


def header(rows: Rows) -> bytes:
    return f"{len(rows)} {len(rows[0][1])}\n".encode()


def word2vec(rows: Rows) -> bytes:
    return header(rows) + glove(rows)


def binary(rows: Rows, end: bytes = b"\n") -> bytes:
    return header(rows) + b"".join(
        word.encode() + b" " + np.array(values, "<f4").tobytes() + end for word, values in rows
    )


FORMATS: dict[str, Format] = {"glove": glove, "word2vec": word2vec, "binary": binary}


def write(folder: Path, content: bytes, name: str = "vectors.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def by_word(vectors: WordVectors, vocabulary: Vocabulary) -> dict[str, list[float]]:
    return {
        vocabulary.words[word_id]: vector.tolist()
        for word_id, vector in zip(vectors.ids, vectors.vectors, strict=True)
    }


@pytest.mark.parametrize("write_format", FORMATS.values(), ids=FORMATS)
def test_the_three_formats_are_read(tmp_path: Path, write_format: Format) -> None:
    path = write(tmp_path, write_format(ROWS))
    vectors = read_vectors(path, FILM)
    float32 = np.array([values for _, values in ROWS], np.float32).tolist()
    assert by_word(vectors, FILM) == {"film": float32[1], "été": float32[2]}
    assert (vectors.vectors.dtype, vectors.ids.dtype, vectors.ids.tolist()) == (np.float32, np.int32, [3, 4])
    assert (vectors.total, vectors.words, vectors.dimensions, vector_dimensions(path)) == (3, 3, 3, 3)
    assert vectors.describe() == "2 of 3 words (66.7%) have a vector of 3 dimensions"


WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("abAB'.é\u2019\U0001f600"),
    min_size=1,
    max_size=6,
)


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    dimensions = draw(st.integers(3, 8))
    numbers = st.lists(
        st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=dimensions, max_size=dimensions
    )
    others = draw(st.lists(st.tuples(WORDS | st.just("film"), numbers), max_size=12))
    # The bytes of 0.25 are no text, by which a binary file is recognised.
    return [("the", [0.25] * dimensions), *others, ("a", draw(numbers))]


def expected(rows: Rows, vocabulary: Vocabulary) -> dict[str, list[float]]:
    """Select the rows as the docstring says."""
    chosen: dict[str, tuple[str, list[float]]] = {}
    for text, values in rows:
        word_id = vocabulary.ids(tokenize(text), 2)
        if len(word_id) == 1 and word_id[0] > 1:
            word = vocabulary.words[word_id[0]]
            if word not in chosen or (text == word and chosen[word][0] != word):
                chosen[word] = text, values
    return {word: values for word, (_, values) in chosen.items()}


@given(tables(), st.integers(1, 12))
def test_the_formats_agree_for_all_words_and_values(rows: Rows, known: int) -> None:
    tokens = [token for text, _ in [*rows[:known], rows[-1]] for token in tokenize(text)]
    vocabulary = vocabulary_of(*tokens)
    with tempfile.TemporaryDirectory() as folder:
        for name, write_format in FORMATS.items():
            vectors = read_vectors(write(Path(folder), write_format(rows), name), vocabulary)
            assert by_word(vectors, vocabulary) == expected(rows, vocabulary)
            assert vectors.total == len(rows)


@pytest.mark.parametrize("write_format", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("packed", ["gz", "zst", "bz2", "xz", "zip"])
def test_compressed_files_are_read(tmp_path: Path, write_format: Format, packed: str) -> None:
    content = write_format(ROWS)
    path = tmp_path / "vectors"
    if packed == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("vectors.vec", content)
    else:
        zstandard = pyarrow.compress(content, "zstd", asbytes=True)
        path.write_bytes(
            {
                "gz": gzip.compress(content), "bz2": bz2.compress(content), "xz": lzma.compress(content),
                "zst": zstandard,
            }[packed]
        )  # fmt: skip
    assert vector_dimensions(path) == 3
    assert len(read_vectors(path, FILM).ids) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"the 1 2\nfilm 3 4\n",
        b"the 1 2\r\nfilm 3 4\r\n",
        b"\xef\xbb\xbffilm 3 4\nthe 1 2",
        b"\xef\xbb\xbf2 2\r\nfilm 3 4\nthe 1 2",
        b"2\t2 \nthe\t1\t2\nfilm\t3\t4\n\n",
        b"2 2 \nthe 1 2 \nfilm 3 4 \n",
        b"the  1   2\nfilm\t 3 \t4\t\n",
        b"film\t3 4 \nthe\t1 2 \n",
        b". . 1 2\nat film 8 8\nfilm 3 4\n",
        b" 1 2\nfilm 3 4\n  5 6\n",
        b"\xff\xfe 1 2\nfil\xe9 5 6\nfilm 3 4\n",
        b"film 3 4\nfilm 5 6\nthe 1 2\n",
        b"Film 5 6\nfilm 3 4\nFILM 7 8\nfilm 1 1\n",
        b"FILM 3 4\nFilm 5 6\nfilm, 7 8\n",
        b"(film) 3 4\nthe 1 2\n",
        b"the nan inf\nfilm 3e0 +4.\n",
        b"7 1 2\nfilm 3 4\n1 2 3\n",
    ],
)  # fmt: skip
def test_text_files_may_be_untidy(tmp_path: Path, content: bytes) -> None:
    assert by_word(read_vectors(write(tmp_path, content), FILM), FILM) == {"film": [3.0, 4.0]}


@pytest.mark.parametrize("end", [b"\n", b""])
@pytest.mark.parametrize("value", [0.0, 1.5, 1.0000001, -3e38, float(np.frombuffer(b"\n \n ", "<f4")[0])])
def test_binary_files_may_have_line_ends_and_any_value(tmp_path: Path, end: bytes, value: float) -> None:
    rows: Rows = [("film", [value, 1.5] * 150), ("bad", [0.5, -value] * 150)] * 2000
    vectors = read_vectors(write(tmp_path, binary(rows, end)), FILM)
    assert vectors.vectors.tolist() == [[0.5, np.float32(-value)] * 150, [np.float32(value), 1.5] * 150]


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_word_of_a_binary_file_may_contain_spaces_or_half_a_character(tmp_path: Path, end: bytes) -> None:
    random = np.random.default_rng(1)
    words = [b"<br />", b"film", b"new york city", b"bad", b"Beyonc\xc3", "été".encode(), b"br", b"a b c"]
    values = random.normal(size=(len(words), 300)).astype("<f4")
    rows = b"".join(word + b" " + row.tobytes() + end for word, row in zip(words, values, strict=True))
    vocabulary = vocabulary_of("<br />", "film", "bad", "été", "br", "new", "c")
    vectors = read_vectors(write(tmp_path, b"8 300\n" + rows), vocabulary)
    assert vectors.total == 8
    assert by_word(vectors, vocabulary) == {
        word.decode(): row.tolist()
        for word, row in zip(words, values, strict=True)
        if word in (b"<br />", b"film", b"bad", "été".encode(), b"br")
    }


SPELLINGS = {
    "don\u2019t": "don't",
    "DON'T": "don't",
    "É\u200dX": None,
    "cafe\u0301": "café",
    "\U0001f44d\U0001f3fd": "\U0001f44d",
}


@pytest.mark.parametrize(("spelling", "word"), SPELLINGS.items())
def test_a_word_is_found_in_the_spellings_of_the_text_rule(
    tmp_path: Path, spelling: str, word: str | None
) -> None:
    vocabulary = vocabulary_of("don't", "café", "\U0001f44d", "film")
    path = write(tmp_path, glove([(spelling, [1, 2]), ("film", [3, 4])]))
    assert by_word(read_vectors(path, vocabulary), vocabulary) == {
        "film": [3.0, 4.0], **({word: [1.0, 2.0]} if word else {}),
    }  # fmt: skip


TWO_ROWS = b"2 3\nthe 1 2 3\nfilm 4 5 6\n"
MALFORMED = {
    "too few values": (b"the 1 2\nfilm 1\n", "line 2: the number of values is 1, expected 2"),
    "too few, unknown word": (b"the 1\na 2 3\nb 2 3", "line 1: the number of values is 1, expected 2"),
    "too few, two spaces": (b"a 2 3\nfilm  1", "line 2: the number of values is 1, expected 2"),
    "too many values": (b"the 1 2\nbad 1 2\nof 1 2 3\n", "line 3: the number of values is 3, expected 2"),
    "only a word": (b"the 1 2\nfilm\n", "line 2: the number of values is 0, expected 2"),
    "not a number": (b"the 1 2\nfilm 1 2..\n", "line 2: '2..' is not a finite number"),
    "digit separator": (b"the 1 2\nfilm 1 2_0\n", "line 2: '2_0' is not a finite number"),
    "NaN": (b"the 1 2\nfilm nan 1\n", "line 2: 'nan' is not a finite number"),
    "infinity": (b"the 1 2\nfilm 1 -inf\n", "line 2: '-inf' is not a finite number"),
    "beyond float32": (b"the 1 2\nfilm 1 1e39\n", "line 2: '1e39' is not a finite number"),
    "escape sequence": (b"the 1 2\nfilm 1 \x1b[31m2\xff\n", "line 2: '[31m2\ufffd' is not a finite number"),
    "other dimensions": (b"2 2" + TWO_ROWS[3:], "line 2: the number of values is 3, expected 2"),
    "more dimensions": (b"2 4" + TWO_ROWS[3:], "line 2: the number of values is 3, expected 4"),
    "more, not ASCII": ("1 9\né 1\né 1\n".encode(), "line 2: the number of values is 1, expected 9"),
    "fewer rows": (b"5" + TWO_ROWS[1:], "the number of rows is 2, but the first line claims 5"),
    "more rows": (b"1" + TWO_ROWS[1:], "the number of rows is 2, but the first line claims 1"),
    "no rows": (b"1000000 3\n", "the number of rows is 0, but the first line claims 1,000,000"),
    "absurd rows": (b"9" * 18 + TWO_ROWS[1:], "the number of rows is 2, but the first line claims 999,999"),
    "absurd dimensions": (b"2 1000000000\n\0", "line 1: 1,000,000,000 dimensions; 1 to 4,096 are possible"),
    "no dimensions": (b"2 0\nthe\n", "line 1: 0 dimensions; 1 to 4,096 are possible"),
    "long rows": (b"a" + b" 1" * 5000, "line 1: 5,000 dimensions; 1 to 4,096 are possible"),
    "long line": (b"film 1 2\nb 1 2\n" + b"x" * (1 << 22), "line 3: longer than 256 KiB"),
    "one long line": (b"x" * (1 << 22), "line 1: not a word and its vector"),
    "prose": (b"A fine film\nof 1999\nand others\n", "line 1: not a word and its vector"),
    "blank": (b"\n\n", "line 1: not a word and its vector"),
    "empty": (b"", "the file is empty"),
    "truncated gzip": (gzip.compress(os.urandom(9))[:12], "cannot be read: Compressed file ended before"),
    "pickle": (pickle.dumps([1.0]), "cannot be read: it is a Python pickle, which may run code"),
    "fastText model": (b"\xba\x16\x4f\x2f\x0c\0\0\0", "cannot be read: it is a fastText model; use its .vec"),
    "binary, cut vector": (binary(ROWS)[:-3], "row 3: the file ends within it; the first line claims 3"),
    "binary, cut word": (binary(ROWS)[:-15], "row 3: the file ends within it; the first line claims 3"),
    "binary, fewer rows": (b"5" + binary(ROWS)[1:], "the number of rows is 3, but the first line claims 5"),
    "binary, more rows": (b"1" + binary(ROWS)[1:], "the number of rows is 3, but the first line claims 1"),
    "binary, other dimensions": (
        b"2 2" + binary([("the", [1, 1, 1])] * 2)[3:], "row 2: not a word; perhaps the vectors do not have 2 "
    ),
    "binary, no space": (b"1 3\n\0" + b"x" * 5000, "row 1: not a word; perhaps the vectors do not have 3 "),
    "binary, long word": (b"1 3\n" + b"\1" * 5000 + b" 123", "row 1: not a word; perhaps the vectors "),
    "binary, NaN": (binary([ROWS[0], ("film", [1, float("nan"), 2])]), "row 2: 'nan' is not a finite number"),
    "binary, infinity": (binary([("film", [-float("inf"), 0, 2])]), "row 1: '-inf' is not a finite number"),
    "other language": (b"the 1 2\nof 3 4\n", "0 of 3 words (0.0%) have a vector; is the file, of 2 rows, in"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), MALFORMED.values(), ids=MALFORMED)
def test_malformed_files_are_refused_with_their_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(InputError) as refused:
        read_vectors(path, FILM)
    separator = ", " if message.startswith(("line ", "row ")) else ": "
    assert str(refused.value).startswith(f"{path}{separator}{message}")
    assert not has_controls(str(refused.value))


def test_a_truncated_gzip_is_refused_with_its_last_line(tmp_path: Path) -> None:
    rows: Rows = [(f"w{number}", np.random.default_rng(number).random(9).tolist()) for number in range(9000)]
    path = write(tmp_path, gzip.compress(glove(rows))[:-1000])
    assert vector_dimensions(path) == 9
    with pytest.raises(InputError, match=r"vectors\.txt, after line \d{3,}: cannot be read: Compressed file"):
        read_vectors(path, FILM)


def test_paths_and_archives_without_one_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "glove.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("glove.50d.txt", glove(ROWS))
        archive.writestr("glove.100d.txt", glove(ROWS))
    os.mkfifo(tmp_path / "pipe")
    refused = {
        path: r"glove\.zip: contains 2 files \(glove\.50d\.txt, glove\.100d\.txt\); unpack it",
        tmp_path: "a folder; name a file",
        tmp_path / "missing.vec": r"missing\.vec: No such file or directory",
        tmp_path / "pipe": "pipe: not a regular file",
        tmp_path / "a\x1b[31m": r"/a \[31m: No such file",
    }
    for refused_path, message in refused.items():
        for read in (vector_dimensions, lambda path: read_vectors(path, FILM)):
            with pytest.raises(InputError, match=message):
                read(refused_path)


def test_the_largest_dimensions_are_read(tmp_path: Path) -> None:
    rows: Rows = [("film", [-1.2345678901234567e-05] * MAX_DIMENSIONS)]
    for write_format in FORMATS.values():
        assert read_vectors(write(tmp_path, write_format(rows)), FILM).dimensions == MAX_DIMENSIONS


@pytest.mark.parametrize("name", representatives(*FORMATS, often=["binary"]))
def test_only_the_vectors_of_known_words_are_in_memory(tmp_path: Path, name: str) -> None:
    values = np.random.default_rng(0).random((999, 100)).astype(np.float32).tolist()
    content = FORMATS[name]([("film", values[0]), *((f"w{n}", row) for n, row in enumerate(values))])
    first, rows = (b"", content) if name == "glove" else (b"64000 100\n", content.partition(b"\n")[2])
    path = write(tmp_path, first + rows * 64)
    assert path.stat().st_size > 24 << 20
    tracemalloc.start()
    try:
        assert read_vectors(path, FILM).total == 64_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 12 << 20


@given(
    st.sampled_from(
        [*(write_format(ROWS) for write_format in FORMATS.values()), gzip.compress(glove(ROWS)), b""]
    ),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 4), st.binary(max_size=4)), max_size=3),
    st.binary(max_size=30),
)
def test_any_bytes_are_read_or_refused_in_one_line(
    content: bytes, changes: list[tuple[int, int, bytes]], end: bytes
) -> None:
    for position, length, replacement in changes:
        content = content[:position] + replacement + content[position + length :]
    problem = ""
    with tempfile.TemporaryDirectory() as folder:
        try:
            vectors = read_vectors(write(Path(folder), content + end), FILM)
            assert np.isfinite(vectors.vectors).all()
            assert vectors.vectors.shape == (len(vectors.ids), vectors.dimensions)
        except InputError as error:
            problem = str(error)
    assert not has_controls(problem)
