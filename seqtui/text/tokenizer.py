"""Split text into tokens and words: the text rule of training, export and scoring.

1. A NUL character ends a review.
2. A token is

   - a run of letters and digits with their marks, and with apostrophes or joiners inside (``isn't``);
   - in a script without spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese), one character
     with its marks, as in the basic tokenizer of BERT (Devlin et al., 2019);
   - an emoji with its modifiers, a flag, a keycap, or a western emoticon (``:-)``, ``<3``);
   - ``!`` or ``?``;
   - a simple HTML tag (``<br />``).
3. ``film``, ``Film`` and ``FILM`` are one word. So are spellings with another apostrophe, in composed (NFC),
   decomposed (NFD) or full-width form, and of an emoji with another skin tone. A token that mixes these is a
   word as written.
4. Id 0 is padding, id 1 is any word outside the vocabulary, and the words follow.
5. At most ``max_length`` tokens are used: the last, the first, or half of each.

Nothing here depends on the version of Python (see :mod:`seqtui.text.unicode_ranges`) or on the platform. An
exported file repeats the rule: it lower-cases nothing, because onnxruntime's StringNormalizer follows the C
library, and ends a review at a NUL, because onnxruntime's bindings to other languages do.
"""

import re
import sys
import unicodedata
from functools import cache
from itertools import product

from seqtui.text.unicode_ranges import APOSTROPHES, LETTERS, MARKS, PICTOGRAPHS, UNSPACED, Ranges

RULE_VERSION = 3

RULE = f"to NUL; words, unspaced characters, emoji, emoticons, ! ?, tags; spellings; version {RULE_VERSION}"
"""Identifies the rule in an exported file, so that another version of seqtui can refuse the file."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_APOSTROPHES = "".join(chr(point) for first, last in APOSTROPHES for point in range(first, last + 1))
_TO_USUAL = {ord(mark): "'" for mark in _APOSTROPHES} | {
    0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)
}
_TO_FULL_WIDTH = {code: 0xFEE0 + code for code in range(0x21, 0x7F)}

# Possessive quantifiers are faster, and backtracking could never find another token. Not behind a group:
# there, Python 3.11.0 to 3.11.4 keep the beginning of a repetition that does not match.
EXPRESSION = (
    "[{letters}][{word}]*+(?:[{inner}][{word}]++)*"
    "|[!?]"
    "|</?(?:[A-Za-z]++ ?/?>|3)"
    r"|[:;=]'?[-^]?(?:[)(|/\\\]\[*]|[DPpOo]\b)"
)
"""Regular expression of a token in ASCII text; the classes are to be filled in."""

EXPRESSION_BEYOND_ASCII = (
    "|[{unspaced}][{marks}]*+"
    "|[{pictographs}][{modifiers}]*+(?:\u200d[{pictographs}][{modifiers}]*+)*"
    "|[{flags}][{flags}]"
    "|[#*]\ufe0f?\u20e3"
)
"""Further tokens of other texts."""

CLASSES: dict[str, Ranges] = {
    "letters": LETTERS,
    "word": [*LETTERS, *MARKS],
    "inner": [*APOSTROPHES, (0x200C, 0x200D)],
    "unspaced": UNSPACED,
    "marks": MARKS,
    "pictographs": PICTOGRAPHS,
    "modifiers": [*MARKS, (0x1F3FB, 0x1F3FF), (0xE0020, 0xE007F)],
    "flags": [(0x1F1E6, 0x1F1FF)],
}
"""The character classes of the expressions."""

_ASCII_TOKEN = re.compile(EXPRESSION.format(letters="A-Za-z0-9", word="A-Za-z0-9", inner="'`"), re.ASCII)
_ABOVE_FFFF = re.compile("[\U00010000-\U0010ffff]")


@cache
def _token(last: int = sys.maxunicode) -> re.Pattern[str]:
    """Return the expression of a token in texts without code points above ``last``."""
    classes = {
        name: "".join(f"{chr(first)}-{chr(min(end, last))}" for first, end in ranges if first <= last)
        for name, ranges in CLASSES.items()
    }
    classes["flags"] = classes["flags"] or "\0"  # no text has a NUL here
    return re.compile((EXPRESSION + EXPRESSION_BEYOND_ASCII).format(**classes), re.ASCII)


def tokenize(text: str) -> list[str]:
    """Split a review into tokens.

    Args:
        text: Review; may be empty.

    Returns:
        Tokens in order, as written.

    Example:
        >>> tokenize("It isn't <b>BAD</b>.")
        ['It', "isn't", '<b>', 'BAD', '</b>']
    """
    text = text.partition("\0")[0]
    return _pattern(text).findall(text)


def has_token(text: str) -> bool:
    """Return whether a text contains any token."""
    text = text.partition("\0")[0]
    return _pattern(text).search(text) is not None


def token_spans(text: str) -> list[tuple[int, int]]:
    """Return the position of each token of :func:`tokenize`: first character and end.

    Example:
        >>> token_spans("A film")
        [(0, 1), (2, 6)]
    """
    text = text.partition("\0")[0]
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():  # the same rule, four times as fast
        return _ASCII_TOKEN
    return _token() if _ABOVE_FFFF.search(text) else _token(0xFFFF)  # fewer ranges are searched faster


def word_of(token: str) -> str:
    """Return the word that a token spells: its usual spelling, or the token as written if it mixes spellings.

    Example:
        >>> word_of("FILM"), word_of("don\u2019t"), word_of("McFly")
        ('film', "don't", 'McFly')
    """
    word = _usual(token)
    if word == token:
        return word
    if token.isascii() and "'" not in word:  # the same rule, faster
        is_spelling = token[1:] == word[1:] or token == token.upper()
    else:
        is_spelling = token in tokens_of(word, full_width=not token.isascii())
    return word if is_spelling else token


def tokens_of(word: str, full_width: bool = True) -> list[str]:
    """Return the tokens that spell a word.

    Args:
        word: Word of :func:`word_of`.
        full_width: Whether to include the full-width forms of Latin words. Default True.

    Example:
        >>> tokens_of("film", full_width=False)
        ['film', 'Film', 'FILM']
    """
    if not word or _usual(word) != word:  # a mixture
        return [word]
    if _is_pictograph(word[0]):
        return _emoji_spellings(word)
    upper = word.upper() if word.isascii() else "".join(map(_upper_letter, word))
    cases = [word, upper[:1] + word[1:], upper]
    tokens = cases
    if "'" in word[1:-1] and word[0].isalnum():
        tokens = [token.replace("'", mark) for mark in _APOSTROPHES for token in cases]
    if word.isascii():
        if full_width and word[0].isalnum():
            tokens = tokens + [token.translate(_TO_FULL_WIDTH) for token in cases]
        return list(dict.fromkeys(tokens))
    tokens = tokens + [unicodedata.normalize("NFD", token) for token in tokens]
    return [token for token in dict.fromkeys(tokens) if token == word or _usual(token) == word]


def _usual(token: str) -> str:
    """Return a token in lower case, composed, with ASCII apostrophes; an emoji without modifiers."""
    if token.isascii():
        return token.lower().replace("`", "'")
    if _is_pictograph(token[0]):
        plain = token.replace(_EMOJI_STYLE, "")
        return plain if _JOINER in plain else plain[0] + plain[1:].strip(_SKIN_TONES)
    return "".join(map(_lower_letter, unicodedata.normalize("NFC", token).translate(_TO_USUAL)))


def _emoji_spellings(word: str) -> list[str]:
    parts = word.split(_JOINER)
    if len(parts) == 1:
        return [word, word + _EMOJI_STYLE, *(word + tone for tone in _SKIN_TONES)]
    if len(parts) > 4:
        return [word]
    return [_JOINER.join(spelling) for spelling in product(*((part, part + _EMOJI_STYLE) for part in parts))]


@cache
def _is_pictograph(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in PICTOGRAPHS)


# Only pairs of letters that map to each other. Unicode never adds pairs among existing letters.
@cache
def _lower_letter(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 and lower.upper() == letter else letter


@cache
def _upper_letter(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 and upper.lower() == letter else letter
