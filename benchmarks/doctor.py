"""Labels flipped at random: how many ``seqtui data doctor`` lists first, and what their correction is worth.

2 % of the labels of the 16,750 training reviews are flipped. Somebody who knows the right labels then reads
as many reviews as 4 % of the training set: those that the doctor lists first, or random ones. Networks are
trained with the labels that result, and evaluated on the 8,250 test reviews, whose labels are right.

Usage: python -m benchmarks.doctor [--seeds N …] [--architecture NAME] [--output FILE.json]
"""

import argparse
import csv
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.command import seqtui
from seqtui.corpora import Corpus, load_corpus
from seqtui.corpora.corrections import add_correction

FLIPPED = 0.02
READ = 0.04


def main() -> None:
    """Measure with each seed and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3], metavar="N")
    parser.add_argument("--architecture", default="nb-ngrams", metavar="NAME")
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    corpus = load_corpus("imdb-25k")
    results = []
    for seed in args.seeds:
        with tempfile.TemporaryDirectory() as folder:
            results.append({"seed": seed, **measure(corpus, seed, args.architecture, Path(folder))})
        print(json.dumps(results[-1]), flush=True)
    print(table(results))
    if args.output:
        args.output.write_text(json.dumps(results, indent=1) + "\n")


def measure(corpus: Corpus, seed: int, architecture: str, folder: Path) -> dict[str, Any]:
    """Flip labels, list suspects, correct the first ones, and train with each set of labels."""
    random = np.random.default_rng(seed)
    count = len(corpus.train)
    flipped = set(random.choice(count, round(FLIPPED * count), replace=False).tolist())
    labels = [int(label) ^ (row in flipped) for row, label in enumerate(corpus.train.labels.tolist())]
    data = folder / "reviews.csv"
    with data.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label", "split"])
        for text, label in zip(corpus.train.texts, labels, strict=True):
            writer.writerow([text, corpus.class_names[label], "train"])
        for text, label in zip(corpus.test.texts, corpus.test.labels.tolist(), strict=True):
            writer.writerow([text, corpus.class_names[label], "test"])
    options, in_runs = ("--architecture", architecture), ("--runs-dir", folder / "runs")
    start = time.perf_counter()
    suspects = seqtui("data", "doctor", data, *options, *in_runs)
    seconds = time.perf_counter() - start
    rows = {text: row for row, text in enumerate(corpus.train.texts)}
    read = round(READ * count)
    listed = [rows[suspect["text"]] for suspect in suspects if suspect["text"] in rows][:read]
    orders = {"listed": listed, "random": random.choice(count, read, replace=False).tolist(), "all": flipped}
    accuracy = {}
    for name, order in {"left": [], **orders}.items():
        path = folder / f"{name}.jsonl"
        path.touch()
        for row in flipped & set(order):
            wrong = corpus.class_names[labels[row]]
            right = corpus.class_names[1 - labels[row]]
            add_correction(path, corpus.train.texts[row], wrong, right)
        trained = seqtui("train", "--data", data, *options, "--corrections", path, "--name", name, *in_runs)
        accuracy[name] = trained[-1]["test_accuracy"]
    return {
        "suspects": len(suspects),
        "found": len(flipped & set(listed)) / len(flipped),
        "seconds": seconds,
        "accuracy": accuracy,
    }


def table(results: list[dict[str, Any]]) -> str:
    """Return the results as Markdown."""
    lines = [
        "| seed | flips among the first 4 % | seconds | flips left | random 4 % corrected "
        "| first 4 % corrected | no flips |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in results:
        accuracy = row["accuracy"]
        figures = [f"{accuracy[name]:.2%}" for name in ("left", "random", "listed", "all")]
        lines.append(f"| {row['seed']} | {row['found']:.1%} | {row['seconds']:.0f} | {' | '.join(figures)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
