"""Test accuracy on the default split, compared with n-grams of scikit-learn in the same run.

The reference is logistic regression on n-grams weighted by naive Bayes (Wang and Manning, 2012) with
the tokens of scikit-learn, presence instead of counts, and its default C.

Usage: python -m benchmarks.accuracy [--seeds 1 2 3] [--unlabelled FILE] [--output FILE.json]
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.command import seqtui
from seqtui.corpora import load_corpus

NB_NGRAMS = ("--architecture", "nb-ngrams", "--validation-split", "0")
OURS: dict[str, tuple[object, ...]] = {
    "seqtui `nb-ngrams`": NB_NGRAMS,
    "seqtui `nb-ngrams`, 5,000 words, 500 a review": (
        *NB_NGRAMS, "--vocabulary-size", "5000", "--max-length", "500",
    ),
    "seqtui `ngrams-gru`": ("--architecture", "ngrams-gru"),  # validation reviews choose the mixture
    "seqtui `cnn-lstm`": ("--validation-split", "0"),
}  # fmt: skip


def main() -> None:
    """Train all models and print the leaderboard."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--unlabelled", type=Path, help="texts without labels to learn from, too")
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    models = OURS.copy()
    if args.unlabelled:
        with_texts = (*NB_NGRAMS, "--unlabelled", args.unlabelled)
        models["seqtui `nb-ngrams`, with texts without labels"] = with_texts
    board = {f"scikit-learn NB-weighted, {longest}-grams": reference(longest) for longest in (1, 2, 3)}
    with tempfile.TemporaryDirectory() as runs_dir:
        for name, options in models.items():
            board[name] = ours(options, args.seeds, Path(runs_dir))
            if args.output:  # after each model, as all of them take most of an hour
                args.output.write_text(json.dumps(board, indent=1) + "\n")
    print(table(board))


def reference(longest: int) -> dict[str, Any]:
    """Train and evaluate scikit-learn on n-grams of up to ``longest`` words."""
    corpus = load_corpus("imdb-25k")
    labels = corpus.train.labels
    start = time.perf_counter()
    vectorizer = CountVectorizer(ngram_range=(1, longest), binary=True, min_df=2)
    train = vectorizer.fit_transform(corpus.train.texts).astype(np.float64)
    positive = np.asarray(train[labels == 1].sum(0)).ravel() + 1
    negative = np.asarray(train[labels == 0].sum(0)).ravel() + 1
    ratios = np.log(positive / positive.sum()) - np.log(negative / negative.sum())
    model = LogisticRegression(max_iter=300).fit(train.multiply(ratios).tocsr(), labels)
    seconds = time.perf_counter() - start
    test = vectorizer.transform(corpus.test.texts).multiply(ratios).tocsr()
    accuracy = float(model.score(test, corpus.test.labels))
    return {"accuracy": accuracy, "accuracies": [accuracy], "seconds": seconds}


def ours(options: tuple[object, ...], seeds: list[int], runs_dir: Path) -> dict[str, Any]:
    """Train with each seed; export the last run and verify it on all test reviews."""
    accuracies, seconds = [], []
    for seed in seeds:
        name = f"{len(list(runs_dir.iterdir()))}"
        lines = seqtui("train", *options, "--seed", seed, "--name", name, "--runs-dir", runs_dir)
        accuracies.append(lines[-1]["test_accuracy"])
        seconds.append(sum(line["seconds"] for line in lines if line["event"] == "epoch"))
    (parity,) = seqtui("export", name, "--onnx", "--reviews", "all", "--runs-dir", runs_dir)
    megabytes = (runs_dir / name / "model.onnx").stat().st_size / 1e6
    return {
        "accuracy": mean(accuracies),
        "accuracies": accuracies,
        "seconds": median(seconds),
        "parity": parity,
        "megabytes": megabytes,
    }


def table(board: dict[str, dict[str, Any]]) -> str:
    """Return the leaderboard as a Markdown table, best first."""
    best_reference = max(figures["accuracy"] for figures in board.values() if "parity" not in figures)
    lines = [
        "| model | test accuracy | against the reference | seconds of training | ONNX parity | MB |",
        "|---|---|---|---|---|---|",
    ]
    for name, figures in sorted(board.items(), key=lambda item: -item[1]["accuracy"]):
        parity = figures.get("parity")
        exported = f"{parity['max_abs_difference']:.1e} | {figures['megabytes']:.1f}" if parity else "– | –"
        ahead = 100 * (figures["accuracy"] - best_reference)
        lines.append(
            f"| {name} | {figures['accuracy']:.2%} | {ahead:+.2f} | {figures['seconds']:.1f} | {exported} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
