import re
import unicodedata
from collections import Counter
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks import unicode_ranges
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.text import Vocabulary, tokenize, tokenizer, word_of
from seqtui.text.unicode_ranges import APOSTROPHES, LETTERS, MARKS, PICTOGRAPHS, UNSPACED, Ranges

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
        ("Élan vital, фильм ٣", ["Élan", "vital", "фильм", "٣"]),
        ("don\u2019t rock\u02bcn`roll \u2018quoted\u2019", ["don\u2019t", "rock\u02bcn`roll", "quoted"]),
        (
            "cafe\u0301 हिन्दी में வணக்கம் العَرَبِيَّة שָׁלוֹם tiếng",
            ["café", "हिन्दी", "में", "வணக்கம்", "العَرَبِيَّة", "שָׁלוֹם", "tiếng"],
        ),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("日本語のテスト2本", ["日", "本", "語", "の", "テ", "ス", "ト", "2", "本"]),
        ("か\u3099ー ﾊﾞ", ["か\u3099", "ー", "ﾊ", "ﾞ"]),
        ("ที่นี่ ລາວ ខ្មែរ မြန်မာ", ["ที่", "นี่", "ລ", "າ", "ວ", "ខ្", "មែ", "រ", "မြ", "န်", "မာ"]),
        ("한국어 좋아요", ["한국어", "좋아요"]),
        ("\U0001f60d\U0001f621", ["\U0001f60d", "\U0001f621"]),
        (
            "ok\U0001f44d\U0001f3fd\u2764\ufe0f\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1e9\U0001f1ea1\ufe0f\u20e3#\u20e3",
            [
                "ok",
                "\U0001f44d\U0001f3fd",
                "\u2764\ufe0f",
                "\U0001f468\u200d\U0001f469\u200d\U0001f467",
                "\U0001f1e9\U0001f1ea",
                "1\ufe0f\u20e3",
                "#\u20e3",
            ],
        ),
        (
            "good :-) bad :'( :D:Director <3 </3 ;P =]",
            ["good", ":-)", "bad", ":'(", ":D", "Director", "<3", "</3", ";P", "=]"],
        ),
        ("Really?! No...", ["Really", "?", "!", "No"]),
        ("10/10 snake_case", ["10", "10", "snake", "case"]),
        ("", []),
        ("... --", []),
        ("good\0bad", ["good"]),
        ("half\ud800half", ["half", "half"]),
    ],
)
def test_the_text_rule_by_example(review: str, tokens: list[str]) -> None:
    assert tokenize(review) == tokens


def points(ranges: Ranges) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


def test_no_group_of_the_expressions_is_possessive() -> None:
    """Python 3.11.0 to 3.11.4 match one wrongly, so their tokens would differ from the exported file's."""
    expressions = tokenizer.EXPRESSION + tokenizer.EXPRESSION_BEYOND_ASCII
    assert not re.search(r"\)[*+?]\+", expressions)


def test_the_character_classes_are_those_that_the_script_writes() -> None:
    if unicodedata.unidata_version != unicode_ranges.UNICODE:
        pytest.skip("this Python has another Unicode; the frozen ranges must not follow it")
    written = {
        "APOSTROPHES": APOSTROPHES,
        "LETTERS": LETTERS,
        "UNSPACED": UNSPACED,
        "MARKS": MARKS,
        "PICTOGRAPHS": PICTOGRAPHS,
    }
    assert written == {name: unicode_ranges.ranges(of) for name, (_, of) in unicode_ranges.CLASSES.items()}


def test_the_classes_hold_all_letters_digits_and_marks_of_unicode_14() -> None:
    if unicodedata.unidata_version != "14.0.0":
        pytest.skip("this Python has another Unicode; the frozen ranges must not follow it")
    letters, apostrophes, unspaced = points(LETTERS), points(APOSTROPHES), points(UNSPACED)
    assert not letters & unspaced
    assert not letters & apostrophes
    kinds = [unicodedata.category(chr(point))[0] for point in range(0x110000)]
    of_words = {point for point, kind in enumerate(kinds) if kind in "LN"}
    assert letters | unspaced | (apostrophes & of_words) == of_words
    assert points(MARKS) == {point for point, kind in enumerate(kinds) if kind == "M"}


@given(st.text(st.characters(max_codepoint=127)) | st.text(st.characters(max_codepoint=0xFFFF)) | MIXED)
def test_the_fast_paths_follow_the_same_rule(review: str) -> None:
    assert tokenize(review) == tokenizer._token().findall(review.split("\0")[0])


_LETTERS, _MARKS, _UNSPACED, _PICTOGRAPHS = map(points, (LETTERS, MARKS, UNSPACED, PICTOGRAPHS))
_WORD, _INNER = _LETTERS | _MARKS, points(APOSTROPHES) | {0x200C, 0x200D}
_MODIFIERS = _MARKS | set(range(0x1F3FB, 0x1F400)) | set(range(0xE0020, 0xE0080))
_OTHER = re.compile(
    r"[!?]|</?[A-Za-z]+ ?/?>|</?3|[:;=]'?[-^]?([][()|/\\*]|[DPpOo](?![A-Za-z0-9_]))|[#*]\ufe0f?\u20e3"
)


def token_end(text: str, start: int) -> int:
    """Return where the token that begins at ``start`` ends; ``start`` if none begins there."""

    def skip(index: int, of: set[int]) -> int:
        while index < len(text) and ord(text[index]) in of:
            index += 1
        return index

    first = ord(text[start])
    if first in _LETTERS:
        end = skip(start, _WORD)
        while end < len(text) and ord(text[end]) in _INNER and skip(end + 1, _WORD) > end + 1:
            end = skip(end + 1, _WORD)
        return end
    if first in _UNSPACED:
        return skip(start + 1, _MARKS)
    if first in _PICTOGRAPHS:
        end = skip(start + 1, _MODIFIERS)
        while text[end : end + 1] == "\u200d" and ord(text[end + 1 : end + 2] or " ") in _PICTOGRAPHS:
            end = skip(end + 2, _MODIFIERS)
        return end
    if "\U0001f1e6" <= text[start] <= "\U0001f1ff":
        return start + 2 if "\U0001f1e6" <= text[start + 1 : start + 2] <= "\U0001f1ff" else start
    other = _OTHER.match(text, start)
    return other.end() if other else start


@given(MIXED)
@example("\u0130stanbul K\u212a O'\u00c9 :D\u00e9 :Dr \U0001f1e9\U0001f1ea\U0001f1e9")
@example("\u2764\ufe0f\u200d\U0001f525\u200d a\u200d\u0301 a\u2019\u2019b '\u0301")
@example("\u65e5\u0301\u0301 1\ufe0f\u20e3 *\u20e3")
def test_tokenize_agrees_with_an_independent_implementation(review: str) -> None:
    review = review.split("\0")[0]
    tokens, index = [], 0
    while index < len(review):
        end = token_end(review, index)
        if end > index:
            tokens.append(review[index:end])
        index = max(end, index + 1)
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
        ("日", "日"),
        ("don\u2019t", "don't"),
        ("DON\uff07T", "don't"),
        ("rock'n\u2019roll", "rock'n\u2019roll"),
        ("E\u0301lan", "élan"),
        ("TIE\u0302\u0301NG", "tiếng"),
        ("か\u3099", "が"),
        ("\uff26\uff49\uff4c\uff4d", "film"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        ("\u2764\ufe0f", "\u2764"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\u200d\U0001f525"),
        (":P", ":p"),
    ],
)
def test_the_word_of_a_token(token: str, word: str) -> None:
    assert word_of(token) == word


SPELLINGS = st.text(
    st.sampled_from(
        "aAzZ0'\u00e9\u00c9\u0130\u0131\u212a\u017f\u03a3\u03c3\u03c2\u00df\u1e9e\u01c5\u10d0\u1c90"
    )
)


@given(SPELLINGS | st.text())
def test_every_token_has_the_id_of_its_word(token: str) -> None:
    word = word_of(token)
    assert word_of(word) == word
    vocabulary = Vocabulary.build({word: 1}, 3)
    assert vocabulary.ids([token, word], 2) == [2, 2]
    assert all(word_of(spelling) == word for spelling in vocabulary.ids_of_tokens)


@given(st.text("aAbB1</'"))
def test_an_ascii_token_is_a_spelling_of_its_lower_case_or_a_word_of_its_own(token: str) -> None:
    lower = token.lower()
    assert word_of(token) == (lower if token in tokenizer.tokens_of(lower) else token)


def test_case_pairs_do_not_depend_on_the_python_version() -> None:
    """Compare all upper- and lower-case pairs with a digest of those of Unicode 14."""
    letters = sorted(map(chr, points(LETTERS) | points(UNSPACED)))
    pairs = "".join(letter + word_of(letter) for letter in letters if word_of(letter) != letter)
    digest = sha256(pairs.encode()).hexdigest()
    assert digest == "6fa7f2df3dfe61fca39ffd1d22771edcc99cf57080aa9ecd08e70d8fdc71780a"


@pytest.mark.parametrize("mark", list("\u2019\u2018\u02bc\uff07`\u00b4\u2032\u201b\u02bb"))
def test_every_apostrophe_spells_the_same_word(mark: str) -> None:
    vocabulary = Vocabulary.build({"don't": 2, "isn't": 1}, 10)
    text = "Don't say that it ISN'T so, 'tis isn't"
    assert vocabulary.encode(text.replace("'", mark), 9) == vocabulary.encode(text, 9)


@given(
    st.lists(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x1EFF, categories=["L"]), min_size=1))
)
def test_composed_and_decomposed_texts_have_the_same_ids(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(words)).lower()
    text = unicodedata.normalize("NFC", text)
    vocabulary = Vocabulary.build(Counter(tokenize(text)), 1000)
    decomposed = unicodedata.normalize("NFD", text)
    assert vocabulary.encode(decomposed, 1000) == vocabulary.encode(text, 1000)


def test_full_width_latin_spells_the_same_word_where_it_is_typed() -> None:
    japanese = Vocabulary.build({"film": 2, "の": 1}, 10)
    assert japanese.encode("ＦＩＬＭ film", 9) == [2, 2]
    english = Vocabulary.build({"film": 2}, 10)
    assert english.encode("ＦＩＬＭ film", 9) == [1, 2]


def test_a_vocabulary_lists_its_words() -> None:
    vocabulary = Vocabulary(["[padding]", "[out of vocabulary]", "film"])
    assert list(vocabulary) == vocabulary.words
    assert len(vocabulary) == 3


def test_words_are_ranked_by_frequency_then_spelling() -> None:
    vocabulary = Vocabulary.build({"b": 2, "a": 2, "c": 1, "C": 2}, size=4)
    assert vocabulary.words[2:] == ["c", "a"]


@given(st.dictionaries(st.text("abcAB", min_size=1, max_size=2), st.integers(1, 3)), st.integers(3, 12))
def test_a_vocabulary_has_the_most_frequent_words(counts: dict[str, int], size: int) -> None:
    words: Counter[str] = Counter()
    for token, count in counts.items():
        words[word_of(token)] += count
    ranked = sorted(words, key=lambda word: (-words[word], word))
    assert Vocabulary.build(counts, size).words[2:] == ranked[: size - 2]


def test_encoding_keeps_the_last_tokens_and_maps_unknown_words_to_one() -> None:
    vocabulary = Vocabulary.build({"a": 1, "b": 1}, size=10)
    assert vocabulary.encode("a b unknown A", max_length=3) == [3, 1, 2]
    assert vocabulary.encode("", max_length=3) == []


def test_truncation_keeps_the_first_tokens_the_last_ones_or_half_of_each() -> None:
    vocabulary = Vocabulary.build(dict.fromkeys("abcdef", 1), size=10)
    kept = {head: vocabulary.encode("a b c d e f", 4, head) for head in (0, 2, 4)}
    assert kept == {0: [4, 5, 6, 7], 2: [2, 3, 6, 7], 4: [2, 3, 4, 5]}
    assert all(vocabulary.encode("a b c", 4, head) == [2, 3, 4] for head in range(5))
    recipes = [Recipe(max_length=5, truncate=kind) for kind in ("tail", "head", "head+tail")]
    assert [recipe.head for recipe in recipes] == [0, 5, 2]


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
