"""Accuracy cost of two design choices that save time: batches of similar length and the fused gate dropout.

Each is compared with its slow alternative: batches shuffled regardless of length, and Keras' own layer.

Usage: python -m benchmarks.choices [--seeds 1 2 3] [--sides SIDE ...] [--output FILE.json]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean, median, stdev
from typing import Any

from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Epoch, Finished
from seqtui.training import order

SIDES: dict[str, tuple[dict[str, Any], int]] = {
    "cnn-lstm, batches of similar length": ({"architecture": "cnn-lstm"}, 50),
    "cnn-lstm, shuffled batches": ({"architecture": "cnn-lstm"}, 1),
    "lstm-gate-dropout, fused layer": ({"architecture": "lstm-gate-dropout"}, 50),
    "lstm-gate-dropout, Keras' layer": ({"architecture": "lstm-gate-dropout", "recurrent": "keras"}, 50),
}
"""For each side, its recipe settings and the number of batches that are sorted by length together."""


def main() -> None:
    """Train each side with each seed and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--sides", nargs="+", default=list(SIDES), choices=list(SIDES))
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    figures: dict[str, dict[str, list[float]]] = {
        side: {"accuracy": [], "seconds": []} for side in args.sides
    }
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # as in the trainer process
    for seed in args.seeds:
        for side, found in figures.items():
            command = [sys.executable, "-m", "benchmarks.choices", "one", side, str(seed)]
            output = subprocess.check_output(command, stderr=subprocess.DEVNULL, env=env)
            accuracy, seconds = json.loads(output)
            found["accuracy"].append(accuracy)
            found["seconds"].append(seconds)
            print(f"{side}, seed {seed}: {accuracy:.2%}", file=sys.stderr, flush=True)
    print("| | test, mean | spread between seeds | s/epoch |\n|---|---|---|---|")
    for side, found in figures.items():
        spread = f"± {100 * stdev(found['accuracy']):.2f}" if len(args.seeds) > 1 else "–"
        print(f"| {side} | {mean(found['accuracy']):.2%} | {spread} | {median(found['seconds']):.1f} |")
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def train_one(side: str, seed: int) -> None:
    """Train in this process and print accuracy and seconds per epoch."""
    from seqtui.training.trainer import train

    settings, order._WINDOW = SIDES[side]
    with tempfile.TemporaryDirectory() as runs_dir:
        run = Run.create(Path(runs_dir), Recipe(**settings, seed=seed, validation_split=0.0), "one")
        train(run)
        events = list(run.events())
        (finished,) = (event for event in events if isinstance(event, Finished))
        seconds = median(event.seconds for event in events if isinstance(event, Epoch))
    print(json.dumps([finished.test_accuracy, seconds]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        train_one(sys.argv[2], int(sys.argv[3]))
    else:
        main()
