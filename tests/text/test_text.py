import re
import unicodedata
from collections import Counter
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.text import Vocabulary, tokenize, tokenizer, word_of
from seqtui.text.unicode_ranges import LETTERS_AND_DIGITS

MIXED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("'<>/ aAzZ019brBR\u2019\u00e9\u0130\u212a\u0301\ud800\U0001f600\U00020000\x00"),
    )
)


@pytest.mark.parametrize(
    ("review", "tokens"),
    [
        ("It isn't <b>BAD</b>.", ["It", "isn't", "<b>", "BAD", "</b>"]),
        ("good<br />bad<BR/>ugly", ["good", "<br />", "bad", "<BR/>", "ugly"]),
        ("'quoted' rock 'n' roll''s dogs'", ["quoted", "rock", "n", "roll", "s", "dogs"]),
        ("<a href='x'> 1 < 2 <>", ["a", "href", "x", "1", "2"]),
        ("Élan vital, 日本語 фильм ٣", ["Élan", "vital", "日本語", "фильм", "٣"]),
        ("10/10 snake_case", ["10", "10", "snake", "case"]),
        ("", []),
        ("... !?", []),
        ("good\0bad", ["good"]),
        ("half\ud800half", ["half", "half"]),
    ],
)
def test_the_text_rule_by_example(review: str, tokens: list[str]) -> None:
    assert tokenize(review) == tokens


def test_the_letters_are_those_of_unicode_14() -> None:
    if unicodedata.unidata_version != "14.0.0":
        pytest.skip("this Python has another Unicode; the frozen ranges must not follow it")
    frozen = {point for first, last in LETTERS_AND_DIGITS for point in range(first, last + 1)}
    assert frozen == {point for point in range(0x110000) if unicodedata.category(chr(point))[0] in "LN"}


@given(st.text(st.characters(max_codepoint=127)) | st.text(st.characters(max_codepoint=0xFFFF)) | MIXED)
def test_the_fast_paths_follow_the_same_rule(review: str) -> None:
    assert tokenize(review) == tokenizer._token().findall(review.split("\0")[0])


@given(MIXED)
@example("\u0130stanbul K\u212a O'\u00c9")
def test_tokenize_agrees_with_an_independent_implementation(review: str) -> None:
    review = review.split("\0")[0]
    letters = {c for c in review if any(first <= ord(c) <= last for first, last in LETTERS_AND_DIGITS)}
    tokens, position = [], 0
    while position < len(review):
        if tag := re.compile(r"</?[A-Za-z]+ ?/?>").match(review, position):
            tokens.append(tag[0])
            position = tag.end()
            continue
        end = position
        while end < len(review) and (
            review[end] in letters
            or (
                end > position and review[end] == "'" and end + 1 < len(review) and review[end + 1] in letters
            )
        ):
            end += 1
        if end > position:
            tokens.append(review[position:end])
        position = max(end, position + 1)
    assert tokenize(review) == tokens


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("Film", "film"),
        ("FILM", "film"),
        ("I", "i"),
        ("ISN'T", "isn't"),
        ("<BR />", "<br />"),
        ("ÉLAN", "élan"),
        ("Élan", "élan"),
        ("Фильм", "фильм"),
        ("fILM", "fILM"),
        ("McCoy", "McCoy"),
        ("\u212a", "\u212a"),
        ("\u0130stanbul", "\u0130stanbul"),
        ("STRASSE", "strasse"),
        ("ΟΔΟΣ", "οδοσ"),
        ("日本語", "日本語"),
    ],
)
def test_the_word_of_a_token(token: str, word: str) -> None:
    assert word_of(token) == word


LETTERS = st.text(
    st.sampled_from(
        "aAzZ0'\u00e9\u00c9\u0130\u0131\u212a\u017f\u03a3\u03c3\u03c2\u00df\u1e9e\u01c5\u10d0\u1c90"
    )
)


@given(LETTERS | st.text())
def test_every_token_has_the_id_of_its_word(token: str) -> None:
    word = word_of(token)
    assert word_of(word) == word
    vocabulary = Vocabulary.build({word: 1}, 3)
    assert vocabulary.ids([token, word], 2) == [2, 2]
    assert all(word_of(spelling) == word for spelling in vocabulary.ids_of_tokens)


def test_case_pairs_do_not_depend_on_the_python_version() -> None:
    """Compare all upper- and lower-case pairs with a digest of those of Unicode 14."""
    letters = [chr(point) for first, last in LETTERS_AND_DIGITS for point in range(first, last + 1)]
    pairs = "".join(letter + word_of(letter) for letter in letters if word_of(letter) != letter)
    assert (
        sha256(pairs.encode()).hexdigest()
        == "4ead6d6ee046c1fee2c1b7752dd753974c2310280ce5cd5b1f32783e177ea5a6"
    )


def test_a_vocabulary_lists_its_words() -> None:
    vocabulary = Vocabulary(["[padding]", "[out of vocabulary]", "film"])
    assert list(vocabulary) == vocabulary.words
    assert len(vocabulary) == 3


def test_words_are_ranked_by_frequency_then_spelling() -> None:
    vocabulary = Vocabulary.build({"b": 2, "a": 2, "c": 1, "C": 2}, size=4)
    assert vocabulary.words[2:] == ["c", "a"]


def test_encoding_keeps_the_last_tokens_and_maps_unknown_words_to_one() -> None:
    vocabulary = Vocabulary.build({"a": 1, "b": 1}, size=10)
    assert vocabulary.encode("a b unknown A", max_length=3) == [3, 1, 2]
    assert vocabulary.encode("", max_length=3) == []


@given(st.lists(MIXED, max_size=5))
def test_a_saved_vocabulary_gives_the_same_ids(
    tmp_path_factory: pytest.TempPathFactory, reviews: list[str]
) -> None:
    path = tmp_path_factory.mktemp("vocabulary") / "vocabulary.txt"
    vocabulary = Vocabulary.build(Counter(chain.from_iterable(map(tokenize, reviews))), size=1000)
    vocabulary.save(path)
    loaded = Vocabulary.load(path)
    assert loaded.words == vocabulary.words
    assert all(loaded.encode(review, 9) == vocabulary.encode(review, 9) for review in reviews)
    assert path.read_text(encoding="utf-8").split("\n")[: len(loaded)] == loaded.words


_STARTS = "a vocabulary must start with the lines [padding] and [out of vocabulary]"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", _STARTS),
        (b"good\nbad\n", _STARTS),
        (b"[padding]\n[out of vocabulary]\nb\na\na\n", "the vocabulary contains 'a' twice"),
        (
            b"[padding]\n[out of vocabulary]\nA\n",
            "'A' is another spelling of 'a' (an older text rule; train again)",
        ),
        (b"\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_a_damaged_vocabulary_is_refused_by_name(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as raised:
        Vocabulary.load(path)
    assert str(raised.value) == f"{path}: not a readable vocabulary: {problem}"


@pytest.mark.parametrize(
    ("size", "problem"), [(1 << 24, "must start with the lines"), ((1 << 24) + 1, "larger than 16 MiB")]
)
def test_a_vocabulary_larger_than_16_mib_is_not_read(tmp_path: Path, size: int, problem: str) -> None:
    path = tmp_path / "vocabulary.txt"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(InputError, match=f"not a readable vocabulary: .*{problem}"):
        Vocabulary.load(path)


def test_a_missing_vocabulary_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    with pytest.raises(InputError, match=f"{re.escape(str(path))}: not a readable vocabulary"):
        Vocabulary.load(path)


@given(MIXED)
@example("good, \0bad")
def test_the_spans_are_those_of_the_tokens(review: str) -> None:
    spans = tokenizer.token_spans(review)
    assert [review[start:end] for start, end in spans] == tokenize(review)
    assert spans == sorted(spans)
