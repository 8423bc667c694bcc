"""Few labels, with and without texts without labels.

Some of the training reviews of imdb-25k keep their labels, drawn anew for each seed. 4,000 others are the
test set, or with ``--final`` the test part of imdb-25k. The texts without labels are the remaining
training reviews, or those of ``--unlabelled``.

Usage: python -m benchmarks.unlabelled [--labels 100 300 1000] [--seeds 1 2 3] [--networks nb-ngrams]
       [--unlabelled SOURCE] [--final] [--output FILE.json]
"""

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from benchmarks.command import seqtui, spread
from seqtui.corpora import load_corpus

TEST_REVIEWS = 4000


def main() -> None:
    """Train with both kinds of data and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--labels", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--networks", nargs="+", default=["nb-ngrams"])
    parser.add_argument("--unlabelled", help="file, folder or pattern [default: the other training reviews]")
    parser.add_argument("--final", action="store_true", help="test on the test part of imdb-25k")
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    args = parser.parse_args()
    figures: list[dict[str, Any]] = []
    for network in args.networks:
        for labels in args.labels:
            row: dict[str, Any] = {
                "network": network,
                "labels": labels,
                "alone": [],
                "with": [],
                "seconds": [],
            }
            for seed in args.seeds:
                with tempfile.TemporaryDirectory() as folder:
                    measure(row, seed, Path(folder), args.unlabelled, final=args.final)
                print(row, file=sys.stderr, flush=True)
            figures.append(row)
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def measure(row: dict[str, Any], seed: int, folder: Path, unlabelled: str | None, *, final: bool) -> None:
    """Draw the labelled reviews of a seed, train with and without the other texts, and add the accuracies."""
    corpus = load_corpus("imdb-25k")
    train = corpus.train
    order = np.random.default_rng(seed).permutation(len(train))
    first = row["labels"]
    parts = order[:first], order[first : first + TEST_REVIEWS], order[first + TEST_REVIEWS :]
    for name, part in zip(("train", "test"), parts, strict=False):
        rows = ([train.texts[index], train.labels[index]] for index in part)
        write(folder / f"{name}.csv", ["text", "label"], rows)
    if final:
        tested = zip(corpus.test.texts, corpus.test.labels, strict=True)
        write(folder / "test.csv", ["text", "label"], map(list, tested))
    write(folder / "texts.csv", ["text"], ([train.texts[index]] for index in parts[2]))
    options = (
        "--architecture", row["network"], "--seed", seed, "--validation-split", 0,
        "--data", folder / "train.csv", "--test", folder / "test.csv", "--runs-dir", folder / "runs",
    )  # fmt: skip
    for key, more in (("alone", ()), ("with", ("--unlabelled", unlabelled or folder / "texts.csv"))):
        end = seqtui("train", *options, *more)[-1]
        row[key].append(end["test_accuracy"])
    row["seconds"].append(end["seconds"])


def write(path: Path, header: list[str], rows: Iterable[list[Any]]) -> None:
    """Write a table."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


def table(figures: list[dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| network | labels | labelled reviews alone | with texts without labels | points |",
        "|---|---|---|---|---|",
    ]
    for row in figures:
        gain = 100 * (mean(row["with"]) - mean(row["alone"]))
        lines.append(
            f"| {row['network']} | {row['labels']:,} | {spread(row['alone'])} | {spread(row['with'])} | "
            f"{gain:+.1f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
