"""Word vectors of gensim, trained on the training reviews, as a start for a network.

The vectors are saved in three formats: word2vec text, word2vec binary and GloVe text. With the first seed a
network is trained from each file, and must get the same weights; with the others from one of them. It is
compared with the same network without vectors, and the last run is exported and verified.

Usage: python -m benchmarks.vectors [--network lstm] [--seeds 1 2 3] [--dimensions 32]
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

from gensim.models import Word2Vec

from benchmarks.command import seqtui, spread
from seqtui.corpora import load_corpus
from seqtui.runs import Run
from seqtui.text import tokenize

FORMATS = {"word2vec text": "vectors.vec", "word2vec binary": "vectors.bin", "GloVe text": "vectors.txt"}


def main() -> None:
    """Train the vectors and the networks and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--network", default="lstm")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--dimensions", type=int, default=32, help="length of the vectors")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_vectors(Path(folder), args.dimensions)
        found: dict[str, list[tuple[float, float]]] = {"without vectors": [], "with vectors": []}
        for seed in args.seeds:
            formats = list(FORMATS)[: None if seed == args.seeds[0] else 1]
            runs = {name: train(args.network, seed, Path(folder), FORMATS[name]) for name in formats}
            digests = {hashlib.sha256(run.model_path.read_bytes()).hexdigest() for run in runs.values()}
            print(f"seed {seed}: {', '.join(formats)}: {len(digests)} different weights", file=sys.stderr)
            if len(digests) > 1:
                raise SystemExit("the formats gave different weights")
            run = runs[formats[0]]
            found["with vectors"].append(accuracies(run))
            found["without vectors"].append(accuracies(train(args.network, seed, Path(folder), None)))
        (parity,) = seqtui("export", run.path, "--onnx", "--reviews", "all")
    print(f"\n| {args.network} | validation | test |\n|---|---|---|")
    for side, figures in found.items():
        print(f"| {side} | " + " | ".join(spread(list(part)) for part in zip(*figures, strict=True)) + " |")
    print(f"\nparity on {parity['reviews']:,} test reviews: {parity['max_abs_difference']:.0e}")


def write_vectors(folder: Path, dimensions: int) -> None:
    """Train vectors on the training reviews and save them in each format."""
    texts = [tokenize(text) for text in load_corpus("imdb-25k").train.texts]
    vectors = Word2Vec(texts, vector_size=dimensions, min_count=2, workers=2, seed=1).wv
    vectors.save_word2vec_format(str(folder / FORMATS["word2vec text"]))
    vectors.save_word2vec_format(str(folder / FORMATS["word2vec binary"]), binary=True)
    vectors.save_word2vec_format(str(folder / FORMATS["GloVe text"]), write_header=False)


def train(network: str, seed: int, folder: Path, file: str | None) -> Run:
    """Train a network from a file of vectors, or without vectors."""
    name = f"{seed}-{Path(file).suffix[1:] if file else 'none'}"
    options = ("--architecture", network, "--seed", seed, "--name", name, "--runs-dir", folder / "runs")
    seqtui("train", *options, *(("--vectors", folder / file) if file else ()))
    return Run(folder / "runs" / name)


def accuracies(run: Run) -> tuple[float, float]:
    """Return validation and test accuracy of a run."""
    metrics = run.metrics
    assert metrics is not None  # noqa: S101
    assert metrics.val_accuracy is not None  # noqa: S101
    assert metrics.test_accuracy is not None  # noqa: S101
    print(f"{run.name}: {metrics.val_accuracy:.2%}, test {metrics.test_accuracy:.2%}", file=sys.stderr)
    return metrics.val_accuracy, metrics.test_accuracy


if __name__ == "__main__":
    main()
