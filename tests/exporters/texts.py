"""Difficult texts to compare the tokenizer in Python with that of exported files."""

import random
import sys
import unicodedata
from collections.abc import Callable
from typing import Literal

import onnx

from exporters.text_input import ids_of, with_text_input
from seqtui.scoring.decision import DecisionRule
from seqtui.text import Vocabulary

IdsOf = Callable[[list[str]], list[list[int]]]

WORDS = [
    "film", "isn't", "don't", "<br />", "<b>", "\xe9lan", "\u0444\u0438\u043b\u044c\u043c", "\u65e5",
    "\u672c", "McCoy", "10", "strasse", "\u01c6", "\u0130stanbul", "!", "?", ":)", ":p", "<3",
    "ti\u1ebfng", "\u0939\u093f\u0928\u094d\u0926\u0940", "\u304c", "\u30d1", "\u0e17\u0e35\u0e48",
    "\uae00", "\u05e9\u05b8", "\u2764", "\U0001f44d", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u2764\u200d\U0001f525", "\U0001f1e9\U0001f1ea", "#\ufe0f\u20e3", "1\ufe0f\u20e3",
]  # fmt: skip
VOCABULARY = Vocabulary.build(dict.fromkeys(WORDS, 1), 100)

_APOSTROPHES = "'\u2019\u2018\u02bc\uff07\u0060\u00b4\u2032\u02b9\u055a"
_MARKS = (
    "\u0301\u0308\u200c\u200d\u200b\ufe0f\ufe0f\U0001f3fb\U0001f3ff\U000e0067"
    "\u20e3\u0345\u05b0\u064b\u0e34\u3099\U000e0100"
)
_EMOJI = (
    "\u2764\U0001f44d\U0001f468\U0001f525\U0001f1e9\U0001f1ea"
    "\u200d\u200d\ufe0f\u20e3\U0001f3fd#*1\u00a9\U0001faff\U0001f3f4\U000e0067"
)
_EMOTICONS = ":;='^-)(|/\\][*DPpOo3<>8x d\u00e9!?"
_FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_CASES = (
    "\u0130\u0131\u212a\u017f\u1e9e\u00df\u01c5\u01c4\u03a3\u03c2\u10d0\u1c90\ua7dc\u019b\u00c9\u00e9\u0416"
)
_CONTROLS = "\0\x01\x02\x03\t\n\r\x1b\x7f\x85\u2028\ufeff\ufffe\uffff\ufffd"
_SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x5FF), (0x600, 0x6FF),
    (0x900, 0xDFF), (0xE00, 0xEFF), (0x10A0, 0x10FF), (0x13A0, 0x13FF), (0x1100, 0x11FF), (0x1E00, 0x1FFF),
    (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xD800, 0xDFFF), (0xFF00, 0xFFEF),
    (0x10400, 0x1044F), (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF), (0x20000, 0x2FFFF), (0, sys.maxunicode),
)  # fmt: skip


def graphs_ids(max_length: int) -> IdsOf:
    """Return a function from texts to the word ids of an exported file."""
    return ids_of(with_text_input(onnx.ModelProto(), VOCABULARY, max_length, DecisionRule(())))


def fuzz(number: int) -> str:
    """Return a difficult text; the same for the same number."""
    rng = random.Random(number)  # noqa: S311

    def piece() -> str:
        match rng.randrange(13):
            case 0:
                word = rng.choice(WORDS)
                return rng.choice([word, word.upper(), word.title(), word.swapcase(), word.capitalize()])
            case 1:
                return rng.choice(_APOSTROPHES) * rng.randint(1, 2)
            case 2:
                return rng.choice(_MARKS)
            case 3:
                return rng.choice(_CASES)
            case 4:
                return rng.choice(_CONTROLS) if rng.random() < 0.3 else " "
            case 5:
                name = rng.choice(["br", "BR", "p", "i", "Br", "h1", "\u00e9", ""])
                return (
                    rng.choice(["<", "</", "< ", "<<"])
                    + name
                    + rng.choice([">", " >", "/>", " />", "", "  />"])
                )
            case 6:
                first, last = rng.choice(_SCRIPTS)
                return "".join(chr(rng.randint(first, last)) for _ in range(rng.randint(1, 8)))
            case 10:
                form = rng.choice(_FORMS)
                word = unicodedata.normalize(form, rng.choice(WORDS))
                return word.translate(_FULL_WIDTH) if rng.random() < 0.3 else word
            case 11:
                return "".join(rng.choice(_EMOJI) for _ in range(rng.randint(1, 6)))
            case 12:
                return "".join(rng.choice(_EMOTICONS) for _ in range(rng.randint(1, 4)))
            case 7:
                return chr(rng.randint(0, sys.maxunicode))
            case _:
                return rng.choice([" ", "a", "Z", "9", "don't", "<br />", ". ", "\u00a0", "\u3000"])

    return "".join(piece() for _ in range(rng.randint(0, 24)))
