"""Seconds per epoch: seqtui, the listings of benchmarks/stock_keras.py, and an LSTM in stock PyTorch.

Same reviews, batch size and epochs: the whole training part, and the test set once, after the last epoch.
Each side runs in its own process. The peak speed of the cores is measured before each network.

Usage: python -m benchmarks.training [--epochs 3] [--rounds 2] [--output FILE.json] [--plot FILE.svg]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean, median
from typing import Any

import msgspec

from seqtui.recipe import PRESETS, Recipe
from seqtui.runs import Run
from seqtui.runs.events import Batch, DataRead, Epoch, Finished, PhaseBegan, Started
from seqtui.training.process import start_trainer

LISTINGS = ("lstm", "lstm-dropout", "lstm-gate-dropout", "cnn-lstm")
TORCH = "lstm in PyTorch"
_EMBEDDING, _UNITS = 32, 100  # the defaults of the LSTM
_FLOPS_A_TOKEN = (
    3 * 2 * (_EMBEDDING + _UNITS) * 4 * _UNITS
)  # of an LSTM: the backward pass costs twice the forward pass


def main() -> None:
    """Measure, print a table, and write the requested files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--networks", nargs="+", default=list(LISTINGS), choices=LISTINGS)
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    parser.add_argument("--plot", type=Path, help="also draw them, as SVG")
    args = parser.parse_args()
    figures: dict[str, Any] = {"peaks": [], "rows": {}}
    with tempfile.TemporaryDirectory() as runs_dir:
        for _ in range(args.rounds):
            for network in args.networks:
                one_round(network, args.epochs, Path(runs_dir), figures)
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")
    if args.plot:
        plot(figures, args.plot)


def one_round(network: str, epochs: int, runs_dir: Path, figures: dict[str, Any]) -> None:
    """Run each side of one network once and add the results to ``figures``."""
    figures["peaks"].append(script("benchmarks.peak")["gflops"])
    recipe = Recipe(architecture=network, epochs=epochs, validation_split=0.0)
    chapters = msgspec.structs.replace(recipe, **PRESETS["the chapter's listing"])
    sides = {
        network: lambda: ours(recipe, runs_dir),
        f"{network}, the chapter's preset": lambda: ours(chapters, runs_dir),
        f"{network} in stock Keras": lambda: script("benchmarks.stock_keras", network, epochs),
    }
    if network == "lstm":
        sides[TORCH] = lambda: script("benchmarks.stock_torch", epochs)
    for name, measure in sides.items():
        found = measure()
        row = figures["rows"].setdefault(name, {"network": network, "ours": "stock" not in name})
        row["ours"] = row["ours"] and name != TORCH
        for key, value in found.items():
            row.setdefault(key, []).extend(value if isinstance(value, list) else [value])
        print(f"{name}: {median(found['seconds']):.1f} s an epoch", file=sys.stderr, flush=True)


def ours(recipe: Recipe, runs_dir: Path) -> dict[str, Any]:
    """Train as ``seqtui train`` does and read the trainer's events."""
    run = Run.create(runs_dir, recipe, f"{recipe.architecture}-{len(list(runs_dir.iterdir()))}")
    megabytes = _peak_memory(start_trainer(run))
    events = list(run.events())
    epochs = [event for event in events if isinstance(event, Epoch)]
    first_batch = next(event for event in events if isinstance(event, Batch))
    (finished,) = (event for event in events if isinstance(event, Finished))
    (read,) = (event for event in events if isinstance(event, DataRead))
    times = {
        event.phase if isinstance(event, PhaseBegan) else "started": event.time
        for event in reversed(events)
        if isinstance(event, PhaseBegan | Started)
    }
    return {
        "seconds": [epoch.seconds for epoch in epochs],
        "accuracy": finished.test_accuracy,
        "megabytes": megabytes,
        "tokens": read.train * read.tokens,
        "reading_seconds": times["loading TensorFlow"] - times["reading reviews"],
        "seconds_to_first_batch": first_batch.time - times["started"],
    }


def table(figures: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    rows, peak = figures["rows"], median(figures["peaks"])
    lines = [
        "| | s/epoch | times ours | test | peak memory |",
        "|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        seconds, base = median(row["seconds"]), median(rows[row["network"]]["seconds"])
        lines.append(
            f"| {name} | {seconds:.1f} | {seconds / base:.1f} | {mean(row['accuracy']):.2%} "
            f"| {max(row['megabytes']):,.0f} MB |"
        )
    lines.append("")
    lines.append(f"Peak of a float32 matrix product on all cores: {peak:.0f} GFLOP/s.")
    if "lstm" in rows:
        reached = rows["lstm"]["tokens"][0] * _FLOPS_A_TOKEN / median(rows["lstm"]["seconds"]) / 1e9
        lines.append(f"`lstm` reaches {reached:.0f} GFLOP/s, {reached / peak:.0%} of it.")
    own = [row for row in rows.values() if row["ours"]]
    first = median(seconds for row in own for seconds in row["seconds_to_first_batch"])
    reading = median(seconds for row in own for seconds in row["reading_seconds"])
    lines.append(
        f"From the trainer's start to the end of its first batch {first:.1f} s, "
        f"{reading:.1f} s of them reading and encoding."
    )
    return "\n".join(lines)


def plot(figures: dict[str, Any], path: Path) -> None:
    """Bars of seconds an epoch."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    rows = {name: row for name, row in figures["rows"].items() if "preset" not in name}
    seconds = [median(row["seconds"]) for row in rows.values()]
    figure, axes = pyplot.subplots(figsize=(8, 0.4 * len(rows) + 1))
    bars = axes.barh(
        list(rows), seconds, color=["tab:green" if row["ours"] else "tab:gray" for row in rows.values()]
    )
    axes.bar_label(bars, [f"{value:.1f} s" for value in seconds], padding=3)
    axes.invert_yaxis()
    axes.set_xlabel("seconds an epoch of 16,750 reviews, median")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})


def script(module: str, *arguments: object) -> dict[str, Any]:
    """Run a script that prints its figures as JSON; add the most memory that it held, in MB."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines = list(process.stdout or [])
        megabytes = _peak_memory(process)
    return {**json.loads(lines[-1]), "megabytes": megabytes}


def _peak_memory(process: "subprocess.Popen[Any]") -> float:
    """Wait for a process; the most memory that it held, in MB."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{process.args} ended with {process.returncode}")
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
