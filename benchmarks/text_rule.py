"""Check that Python and the exported graph give the same word ids for a million texts.

    python -m benchmarks.text_rule [TEXTS]

Compares every code point, a million difficult texts, all 25,000 reviews, and reviews of a megabyte.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice

import onnx

from exporters.text_input import ids_of, with_text_input
from seqtui.corpora import load_corpus
from seqtui.recipe import Recipe
from seqtui.text import Vocabulary
from seqtui.training.prepare import prepare
from tests.exporters.texts import VOCABULARY, fuzz

_MAX_LENGTH = 7
_BATCH = 500


def main() -> None:
    """Compare all texts; exit with 1 if any differ."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    differences = 0
    for name, texts, batch in (
        ("every code point, between two letters", _code_points(), _BATCH),
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
    graph_ids = ids_of(with_text_input(onnx.ModelProto(), vocabulary, max_length, []))
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


def _megabytes() -> Iterator[str]:
    for piece in ("word ", "<br />", "<", "<a", "'", "a'", "\u0301", "\U0001f600", "x", "\u65e5\u672c"):
        yield piece * (1_000_000 // len(piece))
        yield "film"
        yield "".join(map(fuzz, range(20_000)))[-1_000_000:].replace("\0", " ")


if __name__ == "__main__":
    main()
