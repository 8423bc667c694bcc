"""Which network suits which set: accuracy by number of training reviews, on long and short texts.

The sets are film reviews (two labels, some 220 words), sentences of others (two labels, some 20 words), and
both, with the source as part of the label (four labels). Test sets of 2,000 and training sets are drawn from
training parts, so the test part of imdb-25k is not used. What ``seqtui data show`` recommends follows this.

Usage: python -m benchmarks.few_reviews [--reviews 100 300 1000 4000] [--seeds 1 2 3] [--networks NAME ...]
       [--output FILE.json]
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from benchmarks.command import seqtui
from benchmarks.unlabelled import write
from seqtui.corpora import load_corpus
from tests.own_data import write_tree

NETWORKS = ("nb-ngrams", "ngrams-gru", "fasttext", "gru", "cnn-lstm")
TEST_REVIEWS = 2000


def main() -> None:
    """Train each network on each set and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reviews", type=int, nargs="+", default=[100, 300, 1000, 4000])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--networks", nargs="+", default=list(NETWORKS))
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    args = parser.parse_args()
    figures: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, labelled in sets(Path(folder)).items():
            for reviews in args.reviews:
                row: dict[str, Any] = {"set": name, "reviews": reviews}
                row |= {network: [] for network in args.networks}
                for seed in args.seeds:
                    measure(row, labelled, args.networks, seed, Path(folder))
                print(row, file=sys.stderr, flush=True)
                figures.append(row)
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def sets(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return texts and labels of each set."""
    reviews, sentences = load_corpus("imdb-25k").train, load_corpus(str(write_tree(folder))).train
    both = [
        [(text, f"{source} {label}") for text, label in zip(part.texts, part.labels, strict=True)]
        for source, part in (("film", reviews), ("sentence", sentences))
    ]
    return {"film reviews": both[0], "sentences": both[1], "both, four labels": both[0] + both[1]}


def measure(
    row: dict[str, Any], reviews: list[tuple[str, str]], networks: list[str], seed: int, folder: Path
) -> None:
    """Draw the reviews of a seed, train each network on them and add the accuracies."""
    order = np.random.default_rng(seed).permutation(len(reviews))
    parts = {"test": order[:TEST_REVIEWS], "train": order[TEST_REVIEWS : TEST_REVIEWS + row["reviews"]]}
    for name, part in parts.items():
        write(folder / f"{name}.csv", ["text", "label"], ([*reviews[index]] for index in part))
    options = ("--data", folder / "train.csv", "--test", folder / "test.csv", "--seed", seed)
    for network in networks:
        with tempfile.TemporaryDirectory() as runs:
            end = seqtui("train", "--architecture", network, *options, "--runs-dir", runs)[-1]
        row[network].append(end["test_accuracy"])


def table(figures: list[dict[str, Any]]) -> str:
    """Return the mean accuracies as a Markdown table, the best of each row in bold."""
    networks = [name for name in figures[0] if name not in ("set", "reviews")]
    lines = [
        f"| texts | training reviews | {' | '.join(f'`{name}`' for name in networks)} |",
        "|---" * (len(networks) + 2) + "|",
    ]
    for row in figures:
        means = [mean(row[name]) for name in networks]
        cells = [f"**{value:.1%}**" if value == max(means) else f"{value:.1%}" for value in means]
        lines.append(f"| {row['set']} | {row['reviews']:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
