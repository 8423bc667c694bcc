"""Three data sets of different formats, from file to report with the command line, against scikit-learn.

The data sets are a CSV file with two labels in latin-1, JSON lines with four labels (source and sentiment),
and a folder with one file per review, all written from the installed reviews. The reference is logistic
regression of scikit-learn on TF-IDF of words and pairs, on the same split in the same run, with the better of
C = 1 and C = 10.

Usage: python -m benchmarks.own_data [--per-label N] [--networks NAME ...] [--output FILE.json]
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score

from benchmarks.command import seqtui
from seqtui.corpora import Corpus, load_corpus
from tests.own_data import write_four_labels, write_latin1_csv, write_tree

SETS: dict[str, Callable[[Path, int | None], Path]] = {
    "two labels, CSV in latin-1": write_latin1_csv,
    "four labels, JSON lines": write_four_labels,
    "two labels, a folder": write_tree,
}
OURS = {
    "nb-ngrams": (),
    "ngrams-gru": (),
    "cnn-lstm": (),
    "gru": ("--vocabulary-size", "20000"),
}
REFERENCE = "scikit-learn, TF-IDF + logistic regression"


def main() -> None:
    """Run all data sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--per-label", type=int, metavar="N", help="reviews of each label and source; all")
    parser.add_argument("--networks", nargs="+", default=list(OURS), choices=OURS)
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    board: dict[str, dict[str, Any]] = {}
    for name, write in SETS.items():
        with tempfile.TemporaryDirectory() as folder:
            data = write(Path(folder), args.per_label)
            corpus = load_corpus(str(data))
            test = write_test(corpus, Path(folder))
            board[name] = {
                f"seqtui {network}": ours(
                    ("--architecture", network, *OURS[network]), data, test, Path(folder)
                )
                for network in args.networks
            } | {REFERENCE: reference(corpus)}
            board[name]["sizes"] = [len(corpus.train), len(corpus.test), list(corpus.class_names)]
    print("\n\n".join(table(name, figures) for name, figures in board.items()))
    if args.output:
        args.output.write_text(json.dumps(board, indent=1) + "\n")


def write_test(corpus: Corpus, folder: Path) -> Path:
    """Write the test reviews as JSON lines for the scorer."""
    path = folder / "test.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for text, label in zip(corpus.test.texts, corpus.test.labels, strict=True):
            file.write(json.dumps({"text": text, "label": corpus.class_names[label]}) + "\n")
    return path


def ours(options: tuple[str, ...], data: Path, test: Path, folder: Path) -> dict[str, Any]:
    """Train, export, score and report with the command line."""
    in_runs, name = ("--runs-dir", folder / "runs"), options[1]
    trained = seqtui("train", "--data", data, *options, "--name", name, *in_runs)
    (parity,) = seqtui("export", name, "--onnx", "--reviews", "all", *in_runs)
    output = folder / f"{name}.jsonl"
    (scored,) = seqtui(
        "score", parity["model"], "--input", test, "--label-column", "label", "--output", output
    )
    seqtui("report", name, "--output", folder / "report.html", *in_runs)
    counts = np.array(scored["confusion"])
    return {
        "accuracy": scored["accuracy"],
        "macro_f1": macro_f1(counts),
        "confusion": counts.tolist(),
        "seconds": sum(line["seconds"] for line in trained if line["event"] == "epoch"),
        "parity": parity["max_abs_difference"],
        "trained_accuracy": trained[-1]["test_accuracy"],
    }


def reference(corpus: Corpus) -> dict[str, Any]:
    """Train and evaluate scikit-learn on the same split."""
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    start = time.perf_counter()
    train = vectorizer.fit_transform(corpus.train.texts)
    read = time.perf_counter() - start
    test = vectorizer.transform(corpus.test.texts)
    results = []
    for c in (1.0, 10.0):
        start = time.perf_counter()
        model = LogisticRegression(C=c, max_iter=1000).fit(train, corpus.train.labels)
        seconds = read + time.perf_counter() - start
        y_pred = model.predict(test)
        results.append(
            {
                "accuracy": float(np.mean(y_pred == corpus.test.labels)),
                "macro_f1": float(f1_score(corpus.test.labels, y_pred, average="macro")),
                "confusion": confusion_matrix(corpus.test.labels, y_pred).tolist(),
                "seconds": seconds,
            }
        )
    return max(results, key=lambda figures: figures["accuracy"])


def macro_f1(counts: np.ndarray) -> float:
    """Return the mean F1 of the classes from a confusion matrix with true labels in rows."""
    return float(np.mean(2 * counts.diagonal() / np.maximum(counts.sum(0) + counts.sum(1), 1)))


def table(name: str, figures: dict[str, Any]) -> str:
    """Return the results of one data set as Markdown, with confusion matrices for more than two labels."""
    train, test, labels = figures["sizes"]
    rows = {model: row for model, row in figures.items() if model != "sizes"}
    lines = [
        f"**{name}**: {train:,} training and {test:,} test reviews",
        "",
        "| model | accuracy | macro-F1 | seconds of training | ONNX parity |",
        "|---|---|---|---|---|",
    ]
    for model, row in rows.items():
        parity = f"{row['parity']:.1e}" if "parity" in row else "–"
        lines.append(
            f"| {model} | {row['accuracy']:.2%} | {row['macro_f1']:.4f} | {row['seconds']:.1f} | {parity} |"
        )
    if len(labels) > 2:
        for model, row in rows.items():
            lines += [
                "",
                f"| {model}, true labels in rows | {' | '.join(labels)} |",
                "|---" * (len(labels) + 1) + "|",
            ]
            lines += [
                f"| {label} | {' | '.join(f'{count:,}' for count in counts)} |"
                for label, counts in zip(labels, row["confusion"], strict=True)
            ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
