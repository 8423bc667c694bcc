import re
import unicodedata
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seqtui import text
from seqtui.errors import InputError
from seqtui.letters import LETTERS_AND_DIGITS
from seqtui.text import Vocabulary, tokenize

MIXED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("'<>/ aAzZ019brBR\u2019\u00e9\u0130\u212a\u0301\ud800\U0001f600\U00020000\x00"),
    )
)


@pytest.mark.parametrize(
    ("review", "tokens"),
    [
        ("It isn't <b>BAD</b>.", ["it", "isn't", "<b>", "bad", "</b>"]),
        ("good<br />bad<BR/>ugly", ["good", "<br />", "bad", "<br/>", "ugly"]),
        ("'quoted' rock 'n' roll''s dogs'", ["quoted", "rock", "n", "roll", "s", "dogs"]),
        ("<a href='x'> 1 < 2 <>", ["a", "href", "x", "1", "2"]),
        ("Élan vital, 日本語 фильм ٣", ["Élan", "vital", "日本語", "фильм", "٣"]),
        ("10/10 snake_case", ["10", "10", "snake", "case"]),
        ("", []),
        ("... !?", []),
    ],
)
def test_the_rule_by_example(review: str, tokens: list[str]) -> None:
    assert tokenize(review) == tokens


def test_the_letters_are_those_of_unicode_14() -> None:
    if unicodedata.unidata_version != "14.0.0":
        pytest.skip("this Python has another Unicode; the frozen ranges must not follow it")
    frozen = {point for first, last in LETTERS_AND_DIGITS for point in range(first, last + 1)}
    assert frozen == {point for point in range(0x110000) if unicodedata.category(chr(point))[0] in "LN"}


@given(st.text(st.characters(max_codepoint=127)) | st.text(st.characters(max_codepoint=0xFFFF)) | MIXED)
def test_the_quick_ways_for_most_texts_are_the_same_rule(review: str) -> None:
    to_lower = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
    assert tokenize(review) == text._token().findall(review.translate(to_lower))


@given(MIXED)
@example("\u0130stanbul K\u212a O'\u00c9")
def test_against_an_independent_reading_of_the_rule(review: str) -> None:
    lowered = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in review)
    known = {c for c in lowered if any(first <= ord(c) <= last for first, last in LETTERS_AND_DIGITS)}
    tokens, place = [], 0
    while place < len(lowered):
        if tag := re.compile(r"</?[a-z]+ ?/?>").match(lowered, place):
            tokens.append(tag[0])
            place = tag.end()
            continue
        end = place
        while end < len(lowered) and (
            lowered[end] in known
            or (end > place and lowered[end] == "'" and end + 1 < len(lowered) and lowered[end + 1] in known)
        ):
            end += 1
        if end > place:
            tokens.append(lowered[place:end])
        place = max(end, place + 1)
    assert tokenize(review) == tokens


def test_words_are_ranked_by_frequency_then_spelling() -> None:
    vocabulary = Vocabulary.build({"b": 2, "a": 2, "c": 3}, size=4)
    assert vocabulary.words[2:] == ["c", "a"]


def test_ids_keep_the_last_tokens_and_map_strangers_to_one() -> None:
    vocabulary = Vocabulary.build({"a": 1, "b": 1}, size=10)
    assert vocabulary.encode("a b stranger A", max_length=3) == [3, 1, 2]
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


@pytest.mark.parametrize("content", [b"", b"good\nbad\n", b"[padding]\n[out of vocabulary]\na\na\n", b"\xff"])
def test_a_damaged_vocabulary_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=re.escape(str(path))):
        Vocabulary.load(path)
