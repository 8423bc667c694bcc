"""Networks of other sizes than the default, beside the same networks in stock Keras.

Seconds of the last epoch, training alone, on some of the reviews, each side in a process of its own; and the
largest difference between a probability of the exported file and Keras, on all test reviews of the run.

Usage: python -m benchmarks.shapes [--limit 3000] [--epochs 2] [--shapes "lstm, 32 units" ...]
       [--output FILE.json]
"""

from pathlib import Path
from typing import Any

from benchmarks.command import measure_each, seqtui
from benchmarks.training import ours, script
from seqtui.architectures.catalogue import CATALOGUE, complete_recipe

SHAPES: dict[str, dict[str, Any]] = {
    "lstm, 32 units": {"units": 32},
    "lstm": {},
    "lstm, 256 units": {"units": 256},
    "lstm, 512 units": {"units": 512},
    "lstm, 2 layers": {"layers": 2},
    "bilstm, 2 layers": {"layers": 2},
    "gru, 256 units": {"units": 256},
    "cnn-lstm, 64 filters of 5 words": {"filters": 64, "kernel_size": 5},
    "transformer": {},
}


def main() -> None:
    """Measure both sides of each shape and print a table."""
    measure_each(__doc__, "--shapes", list(SHAPES), 3000, measure, table)


def measure(shape: str, epochs: int, limit: int, runs_dir: Path) -> dict[str, Any]:
    """Train one shape with seqtui and in stock Keras, and export it."""
    network = shape.partition(",")[0]
    settings = {"epochs": epochs, "limit": limit, "validation_split": 0.0, "vocabulary_size": 5000}
    recipe = complete_recipe({"architecture": network, "network": SHAPES[shape], **settings})
    trained = ours(recipe, runs_dir)
    (run,) = runs_dir.iterdir()
    (parity,) = seqtui("export", run.name, "--onnx", "--reviews", "all", "--runs-dir", runs_dir)
    stock = script("benchmarks.stock_keras", shape, epochs, limit)
    return {
        "parameters": CATALOGUE[network].parameters(recipe),
        "seconds": trained["seconds"][-1],
        "stock_seconds": stock["seconds"][-1],
        "parity": parity["max_abs_difference"],
        "label_agreement": parity["label_agreement"],
        "reviews": parity["reviews"],
    }


def table(figures: dict[str, dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| network | parameters | seconds per epoch | in stock Keras | ratio | parity | same label |",
        "|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| `{shape.partition(',')[0]}`{''.join(shape.partition(',')[1:])} | {row['parameters']:,} "
        f"| {row['seconds']:.1f} | {row['stock_seconds']:.1f} | {row['stock_seconds'] / row['seconds']:.1f} "
        f"| {row['parity']:.0e} | {row['label_agreement']:.2%} of {row['reviews']:,} |"
        for shape, row in figures.items()
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
