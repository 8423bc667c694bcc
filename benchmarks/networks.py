"""Every network on the default split: accuracy over seeds, seconds per epoch, parity of its export.

The reference is the accuracy printed in Brownlee, Deep Learning With Python, chapter 26. See
benchmarks/training.py for a comparison with stock scripts.

Usage: python -m benchmarks.networks [--seeds 1 2 3] [--networks lstm ...] [--output FILE.json]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean, median
from typing import Any

from seqtui.architectures.catalogue import CATALOGUE

# Accuracies printed in the chapter.
CHAPTER = {"lstm": 0.8679, "lstm-dropout": 0.8556, "lstm-gate-dropout": 0.8282, "cnn-lstm": 0.8636}


def main() -> None:
    """Train all networks and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--networks", nargs="+", default=list(CATALOGUE), choices=list(CATALOGUE))
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as runs_dir:
        figures = {network: measure(network, args.seeds, Path(runs_dir)) for network in args.networks}
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def measure(network: str, seeds: list[int], runs_dir: Path) -> dict[str, Any]:
    """Train a network with each seed as the chapter does; export the first run over all test reviews.

    Nothing is chosen: no validation part, three epochs, the test once.
    """
    accuracies, losses, seconds = [], [], []
    for seed in seeds:
        name = f"{network}-{seed}"
        lines = _seqtui(
            "train", "--architecture", network, "--seed", seed, "--validation-split", 0, "--name", name,
            "--runs-dir", runs_dir,
        )  # fmt: skip
        epochs = [line for line in lines if line["event"] == "epoch"]
        seconds += [epoch["seconds"] for epoch in epochs]
        (test,) = (line for line in lines if line["event"] == "test")
        accuracies.append(test["accuracy"])
        losses.append(test["loss"])
        _log(f"{name}: {accuracies[-1]:.2%}, {median(seconds):.1f} s an epoch")
    (parity,) = _seqtui(
        "export", f"{network}-{seeds[0]}", "--onnx", "--reviews", "all", "--runs-dir", runs_dir
    )
    return {
        "accuracy": mean(accuracies),
        "accuracies": accuracies,
        "loss": mean(losses),
        "chapter": CHAPTER.get(network),
        "seconds_an_epoch": median(seconds),
        "parity": parity,
    }


def table(figures: dict[str, dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    headers = (
        "network", "test, mean", "from … to", "test loss", "chapter", "s/epoch",
        "parity", "same label",
    )  # fmt: skip
    rows = [f"| {' | '.join(headers)} |", "|---" * len(headers) + "|"]
    for network, row in figures.items():
        chapter = row["chapter"]
        cells = [
            network,
            f"{row['accuracy']:.2%}",
            f"{min(row['accuracies']):.2%} … {max(row['accuracies']):.2%}",
            f"{row['loss']:.3f}",
            f"{chapter:.2%}" if chapter else "–",
            f"{row['seconds_an_epoch']:.1f}",
            f"{row['parity']['max_abs_difference']:.0e}",
            f"{row['parity']['label_agreement']:.2%} of {row['parity']['reviews']:,}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _seqtui(*arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _run("-m", "seqtui", *arguments, "--json").splitlines()]


def _run(*arguments: object) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    ).stdout


def _log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
