"""Three data sets of different formats, from file to report with the command line, against scikit-learn.

The data sets are a CSV file with two labels in latin-1, JSON lines with four labels (source and sentiment),
and a folder with one file per review, all written from the installed reviews. The reference is logistic
regression of scikit-learn on TF-IDF of words and pairs, on the same split in the same run, with C = 1 and
C = 10. With ``--folds``, all reviews are divided so that each is tested once.

Usage: python -m benchmarks.own_data [--sets N ...] [--per-label N] [--networks NAME ...] [--folds N]
                                     [--output FILE.json]
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import StratifiedKFold

from benchmarks.command import seqtui
from seqtui.corpora import Corpus, load_corpus
from seqtui.corpora.corpus import Reviews
from tests.own_data import write_four_labels, write_latin1_csv, write_tree

SETS: dict[str, Callable[[Path, int | None], Path]] = {
    "two labels, CSV in latin-1": write_latin1_csv,
    "four labels, JSON lines": write_four_labels,
    "two labels, a folder": write_tree,
}
OURS = ["nb-ngrams", "ngrams-gru", "cnn-lstm", "gru"]


def main() -> None:
    """Run all data sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sets", type=int, nargs="+", default=[1, 2, 3], help="numbers of the data sets")
    parser.add_argument("--per-label", type=int, metavar="N", help="reviews of each label and source; all")
    parser.add_argument("--networks", nargs="+", default=OURS, choices=OURS)
    parser.add_argument("--folds", type=int, help="test every review once; default: the split of seqtui")
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    board: dict[str, dict[str, Any]] = {}
    for name, write in [list(SETS.items())[number - 1] for number in args.sets]:
        with tempfile.TemporaryDirectory() as folder:
            data = write(Path(folder), args.per_label)
            corpus = load_corpus(str(data))
            if args.folds:
                results = [
                    measure(fold, None, args.networks, Path(folder) / f"fold{number}")
                    for number, fold in enumerate(folds(corpus, args.folds))
                ]
            else:
                results = [measure(corpus, data, args.networks, Path(folder) / "work")]
            board[name] = {model: together([result[model] for result in results]) for model in results[0]}
            board[name]["sizes"] = [len(corpus.train), len(corpus.test), list(corpus.class_names)]
    print("\n\n".join(table(name, figures) for name, figures in board.items()))
    if args.output:
        args.output.write_text(json.dumps(board, indent=1) + "\n")


def folds(corpus: Corpus, number: int) -> Iterator[Corpus]:
    """Divide all reviews into training and test sets such that each is tested once."""
    texts = [*corpus.train.texts, *corpus.test.texts]
    labels = np.concatenate([corpus.train.labels, corpus.test.labels])
    for indices in StratifiedKFold(number, shuffle=True, random_state=1).split(texts, labels):
        train, test = (Reviews([texts[i] for i in part], labels[part]) for part in indices)
        yield replace(corpus, train=train, test=test)


def measure(
    corpus: Corpus, data: Path | None, networks: list[str], folder: Path
) -> dict[str, dict[str, Any]]:
    """Train, export, score and report with the command line, and train the reference.

    Args:
        corpus: The reviews.
        data: Source that they were read from; None: they are written to files.
        networks: Networks to train.
        folder: Folder to create for all files.
    """
    folder.mkdir()
    train, test = (
        write_reviews(folder / f"{name}.jsonl", reviews, corpus.class_names)
        for name, reviews in corpus.parts.items()
    )
    source = ("--data", data) if data else ("--data", train, "--test", test)
    models = {f"seqtui {network}": ours(source, network, test, folder) for network in networks}
    return models | references(corpus)


def write_reviews(path: Path, reviews: Reviews, class_names: tuple[str, ...]) -> Path:
    """Write reviews as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for text, label in zip(reviews.texts, reviews.labels, strict=True):
            file.write(json.dumps({"text": text, "label": class_names[label]}) + "\n")
    return path


def together(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Add the results of all folds."""
    counts = np.sum([result["confusion"] for result in results], axis=0)
    figures = {
        "accuracy": float(counts.diagonal().sum() / counts.sum()),
        "macro_f1": macro_f1(counts),
        "confusion": counts.tolist(),
        "seconds": sum(result["seconds"] for result in results),
    }
    if "parity" in results[0]:
        figures["parity"] = max(result["parity"] for result in results)
    return figures


def ours(options: tuple[object, ...], name: str, test: Path, folder: Path) -> dict[str, Any]:
    """Train, export, score and report with the command line."""
    in_runs = ("--runs-dir", folder / "runs")
    trained = seqtui("train", "--architecture", name, *options, "--name", name, *in_runs)
    (parity,) = seqtui("export", name, "--onnx", "--reviews", "all", *in_runs)
    output = folder / f"{name}.jsonl"
    (scored,) = seqtui(
        "score", parity["model"], "--input", test, "--label-column", "label", "--output", output
    )
    seqtui("report", name, "--output", folder / "report.html", *in_runs)
    return {
        "confusion": scored["confusion"],
        "seconds": sum(line["seconds"] for line in trained if line["event"] == "epoch"),
        "parity": parity["max_abs_difference"],
    }


def references(corpus: Corpus) -> dict[str, dict[str, Any]]:
    """Train and evaluate scikit-learn on the same split."""
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    start = time.perf_counter()
    train = vectorizer.fit_transform(corpus.train.texts)
    read = time.perf_counter() - start
    test = vectorizer.transform(corpus.test.texts)
    results = {}
    for c in (1.0, 10.0):
        start = time.perf_counter()
        model = LogisticRegression(C=c, max_iter=1000).fit(train, corpus.train.labels)
        results[f"scikit-learn, TF-IDF + logistic regression, C = {c:g}"] = {
            "confusion": confusion_matrix(corpus.test.labels, model.predict(test)).tolist(),
            "seconds": read + time.perf_counter() - start,
        }
    return results


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
