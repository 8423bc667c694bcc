"""Score a file of reviews with seqtui and with usual scripts, in one run.

The peers are a Keras script and a plain onnxruntime script (usual_scorers.py: batches of 32, padded to 500);
for networks of n-grams, scikit-learn and fastText (ngram_scorers.py). All start from the same CSV of 25,000
reviews and write a CSV of scores; they run alternately.

Usage: python -m benchmarks.scoring [--networks cnn-lstm lstm] [--repeats 3] [--large] [--output FILE.json]
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import onnxruntime

from seqtui.corpora import load_corpus
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.scorer import Scorer, _by_length
from seqtui.scoring.writing import open_writer
from seqtui.tables.layout import Layout
from seqtui.tables.reading import open_table
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import open_source

LARGE = 2_000_000_000  # bytes
NGRAMS = ("nb-ngrams", "fasttext")


def main() -> None:
    """Measure all networks and print tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--networks", nargs="+", default=["cnn-lstm", "lstm"])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--large", action="store_true", help="also score 2 GB and report the memory used")
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reviews = write_reviews(Path(folder) / "reviews.csv")
        figures = {network: measure(network, reviews, arguments.repeats) for network in arguments.networks}
        if arguments.large:
            figures["large"] = measure_large(Path(folder) / arguments.networks[0] / "model.onnx", reviews)
    print(table(figures, arguments.networks))
    if arguments.large:
        print("\n" + "\n".join(f"{name}: {figure}" for name, figure in figures["large"].items()))
    if arguments.output:
        arguments.output.write_text(json.dumps(figures, indent=1) + "\n")


def write_reviews(path: Path) -> Path:
    """Write the 25,000 reviews as CSV."""
    corpus = load_corpus("imdb-25k")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text"])
        writer.writerows(enumerate([*corpus.train.texts, *corpus.test.texts]))
    return path


def measure(network: str, reviews: Path, repeats: int) -> dict[str, Any]:
    """Train briefly, export, and run all scorers in turn."""
    folder = reviews.parent
    run = folder / network
    _python("-m", "seqtui", "train", "--architecture", network, "--limit", 4000, "--epochs", 1,
            "--name", network, "--runs-dir", folder)  # fmt: skip
    export = ["-m", "seqtui", "export", network, "--onnx", "--runs-dir", folder, "--reviews"]
    _python(*export, 100)
    model, words = run / "model.onnx", run / "vocabulary.txt"
    score = ["--input", reviews, "--output", folder / "ours.csv", "--json"]
    commands: dict[str, list[object]] = {"seqtui": ["-m", "seqtui", "score", model, *score]}
    if network in NGRAMS:
        for peer in ("scikit-learn", "fastText"):
            commands[peer] = ["-m", "benchmarks.ngram_scorers", peer, reviews, folder / "peer.csv"]
    else:
        _python(*export, 8250, "--int8")
        commands["seqtui, 8-bit"] = ["-m", "seqtui", "score", run / "model.int8.onnx", *score]
        for peer, name in (("Keras script", "keras"), ("onnxruntime script", "onnxruntime")):
            commands[peer] = [
                "-m", "benchmarks.usual_scorers", name, network, words, reviews, folder / "peer.csv"
            ]  # fmt: skip
    rates: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, arguments in commands.items():
            done = json.loads(_python(*arguments).splitlines()[-1])
            rates[name].append(done["reviews"] / done["seconds"])
            print(f"{network}, {name}: {rates[name][-1]:,.0f} reviews/s", file=sys.stderr, flush=True)
    ours = median(rates["seqtui"])
    return {
        "reviews_per_second": {name: median(rate) for name, rate in rates.items()},
        "all": rates,
        "ratio": {name: ours / median(rate) for name, rate in rates.items()},
        "microseconds": microseconds_per_step(model, reviews),
    }


def microseconds_per_step(model: Path, reviews: Path) -> dict[str, float]:
    """Return the CPU time of each step for one review on one core, in microseconds."""
    rule = DecisionRule(("negative", "positive"))
    seconds: dict[str, float] = {}
    with open_source(str(reviews)) as source:
        start = time.process_time()
        table = open_table(
            source,
            Layout(format="csv"),
            ColumnSelection("text", None, [*rule.class_names]),
            RowErrors("reviews"),
            same_columns=True,
        )
        chunks = list(table.chunks())
        seconds["reading"] = time.process_time() - start
    texts = [text for chunk in chunks for text in chunk.texts]
    size = Scorer(model)._batch_size

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_profiling = True
    options.profile_file_prefix = str(model.parent / "profile")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    for chunk in chunks:
        for indices in _by_length(chunk.texts, size):
            session.run(
                ["probabilities"], {"text": np.array([chunk.texts[index] for index in indices], object)}
            )
    nodes = [
        (event["name"], event["dur"] / 1e6)
        for event in json.loads(Path(session.end_profiling()).read_text())
        if event.get("cat") == "Node" and event["name"].endswith("_kernel_time")
    ]
    seconds["text to ids"] = sum(taken for name, taken in nodes if name.startswith("text/"))
    seconds["network"] = sum(taken for _, taken in nodes) - seconds["text to ids"]

    scores = np.full((len(texts), 2), 0.123456, np.float32)
    start = time.process_time()
    with open_writer(BytesIO(), "csv", table, rule, formulas=False) as writer:
        for chunk in chunks:
            writer.write(chunk, scores[: len(chunk.texts)])
    seconds["writing"] = time.process_time() - start
    return {name: taken / len(texts) * 1e6 for name, taken in seconds.items()}


def measure_large(model: Path, reviews: Path) -> dict[str, str]:
    """Score 2 GB of repeated reviews and report time and memory of the process."""
    large = reviews.with_name("large.csv")
    header, _, rows = reviews.read_bytes().partition(b"\n")
    with large.open("wb") as file:
        file.write(header + b"\n")
        while file.tell() < LARGE:
            file.write(rows)
    figures = {}
    for ending in ("csv", "parquet"):
        output = large.with_name(f"scores.{ending}")
        command = [
            sys.executable,
            "-m",
            "seqtui",
            "score",
            model,
            "--input",
            large,
            "--output",
            output,
            "--json",
        ]
        with output.with_suffix(".json").open("w+") as report:
            process = subprocess.Popen(list(map(str, command)), stdout=report)
            _, status, used = os.wait4(process.pid, 0)
            report.seek(0)
            done = json.load(report)
        output.unlink()
        figures[f"{large.stat().st_size / 1e9:.1f} GB of CSV to {ending}"] = (
            f"{done['reviews']:,} reviews, {done['reviews'] / done['seconds']:,.0f} reviews/s, "
            f"at most {used.ru_maxrss / 1e3:.0f} MB of memory, exit code {os.waitstatus_to_exitcode(status)}"
        )
    return figures


def table(figures: dict[str, dict[str, Any]], networks: list[str]) -> str:
    """Return the figures as Markdown."""
    rows = ["| network | scored with | reviews per second | seqtui is faster by |", "|---|---|---|---|"]
    for network in networks:
        for name, rate in figures[network]["reviews_per_second"].items():
            rows.append(f"| {network} | {name} | {rate:,.0f} | {figures[network]['ratio'][name]:.1f} × |")
    parts = list(figures[networks[0]]["microseconds"])
    rows += [
        "",
        f"| µs of one core per review | {' | '.join(parts)} | total |",
        "|---" * (len(parts) + 2) + "|",
    ]
    for network in networks:
        spent = figures[network]["microseconds"]
        cells = [f"{spent[part]:.0f}" for part in parts]
        rows.append(f"| {network} | {' | '.join(cells)} | {sum(spent.values()):.0f} |")
    return "\n".join(rows)


def _python(*arguments: object) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    ).stdout


if __name__ == "__main__":
    main()
