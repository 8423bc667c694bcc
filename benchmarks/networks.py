"""Every network on the default split: test accuracy over seeds, and parity of its export.

By default the validation set, a tenth of the training part, chooses the epoch. The chapter's four networks
are also trained as the chapter trains them: its preset, the whole training part, the weights of the last
epoch. Either way the test set is evaluated once. The reference is the accuracy printed in Brownlee, Deep
Learning With Python, chapter 26. See benchmarks/training.py for a comparison with stock scripts.

Usage: python -m benchmarks.networks [--seeds 1 2 3] [--networks lstm ...] [--output FILE.json]
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.command import seqtui, spread
from seqtui.architectures.catalogue import CATALOGUE
from seqtui.recipe import PRESETS, Recipe
from seqtui.runs import Run
from seqtui.runs.predictions import Predictions
from seqtui.scoring.calibration import calibrated, calibration_error

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
    """Train a network with each seed; export the first run, calibrated, over all test reviews."""
    figures = _trained(network, seeds, runs_dir, network)
    if network in CHAPTER:
        recipe = runs_dir / "chapter.toml"
        Recipe(**PRESETS["the chapter's listing"], validation_split=0.0).save(recipe)
        reproduced = _trained(network, seeds, runs_dir, f"{network}-chapter", recipe)
        figures["as_the_chapter"] = reproduced["accuracies"]
    (parity,) = seqtui(
        "export", f"{network}-{seeds[0]}", "--onnx", "--reviews", "all", "--runs-dir", runs_dir
    )
    del parity["model"]  # a path of this machine
    predictions = Predictions.load(Run(runs_dir / f"{network}-{seeds[0]}").predictions_path)
    assert predictions is not None  # noqa: S101 - the run was tested
    errors = [calibration_error(predictions.y_true, predictions.probabilities)]
    if temperature := parity.get("temperature"):
        probabilities = calibrated(predictions.probabilities, temperature)
        errors.append(calibration_error(predictions.y_true, probabilities))
    return {**figures, "printed": CHAPTER.get(network), "parity": parity, "calibration_errors": errors}


def _trained(network: str, seeds: list[int], runs_dir: Path, name: str, *options: object) -> dict[str, Any]:
    validation, test, losses, seconds = [], [], [], []
    for seed in seeds:
        lines = seqtui(
            "train", *options, "--architecture", network, "--seed", seed, "--name", f"{name}-{seed}",
            "--runs-dir", runs_dir,
        )  # fmt: skip
        epochs = [line for line in lines if line["event"] == "epoch"]
        seconds += [epoch["seconds"] for epoch in epochs]
        validation.append(max((epoch["val_accuracy"] or 0 for epoch in epochs), default=0))
        (result,) = (line for line in lines if line["event"] == "test")
        test.append(result["accuracy"])
        losses.append(result["loss"])
        _log(f"{name}-{seed}: {test[-1]:.2%}, {median(seconds):.1f} s an epoch")
    return {
        "accuracies": test,
        "validation": validation,
        "loss": mean(losses),
        "seconds_an_epoch": median(seconds),
    }


def table(figures: dict[str, dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    headers = (
        "network", "test, mean (lowest … highest)", "validation", "test loss", "as the chapter",
        "the chapter printed", "calibration error", "parity", "same label",
    )  # fmt: skip
    rows = [f"| {' | '.join(headers)} |", "|---" * len(headers) + "|"]
    for network, row in figures.items():
        cells = [
            f"`{network}`",
            spread(row["accuracies"]),
            f"{mean(row['validation']):.2%}",
            f"{row['loss']:.3f}",
            spread(row["as_the_chapter"]) if "as_the_chapter" in row else "–",
            f"{row['printed']:.2%}" if row["printed"] else "–",
            " → ".join(f"{error:.1%}" for error in row["calibration_errors"]),
            f"{row['parity']['max_abs_difference']:.0e}",
            f"{row['parity']['label_agreement']:.2%} of {row['parity']['reviews']:,}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
