"""8-bit files of networks of several sizes, beside their 32-bit files.

Each network is trained on some of the reviews and exported with ``--int8``, which verifies both files on all
test reviews of the run: accuracy, throughput on many reviews at once, and size.

Usage: python -m benchmarks.quantized [--limit 6000] [--epochs 2] [--networks "lstm, 2 layers" ...]
       [--output FILE.json]
"""

import subprocess
from pathlib import Path
from typing import Any

from benchmarks.command import measure_each, seqtui

NETWORKS: dict[str, tuple[str, ...]] = {
    "lstm": (),
    "lstm, 256 units": ("--set", "units=256"),
    "lstm, 2 layers": ("--set", "layers=2"),
    "lstm, attention": ("--pooling", "attention"),
    "bilstm, 2 layers": ("--set", "layers=2"),
    "cnn-lstm": (),
    "cnn-lstm, 64 filters of 5 words": ("--set", "filters=64", "--set", "kernel_size=5"),
}


def main() -> None:
    """Measure both files of each network and print a table."""
    measure_each(__doc__, "--networks", list(NETWORKS), 6000, measure, table)


def measure(network: str, epochs: int, limit: int, runs_dir: Path) -> dict[str, Any]:
    """Train and export one network; return the reports on both files, None for one that is refused."""
    options = ("--architecture", network.partition(",")[0], *NETWORKS[network], "--vocabulary-size", 5000)
    seqtui("train", *options, "--epochs", epochs, "--limit", limit, "--name", "run", "--runs-dir", runs_dir)
    (float32,) = seqtui("export", "run", "--onnx", "--reviews", "all", "--runs-dir", runs_dir)
    try:
        (int8,) = seqtui("export", "run", "--onnx", "--int8", "--runs-dir", runs_dir)
    except subprocess.CalledProcessError:  # more than 0.3 points of accuracy were lost
        int8 = None
    kept = ("accuracy_onnx", "reviews_per_second", "megabytes", "label_agreement", "reviews")
    reports = {"float32": float32, "int8": int8}
    return {bits: report and {name: report[name] for name in kept} for bits, report in reports.items()}


def table(figures: dict[str, dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| network | bits | MB | reviews/s | accuracy | same label as Keras |",
        "|---|---|---|---|---|---|",
    ]
    for network, files in figures.items():
        for bits, report in ((32, files["float32"]), (8, files["int8"])):
            cells = ["refused", "", "", ""]
            if report:
                size, speed = f"{report['megabytes']:.2f}", f"{report['reviews_per_second']:,.0f}"
                agreement = f"{report['label_agreement']:.2%} of {report['reviews']:,}"
                cells = [size, speed, f"{report['accuracy_onnx']:.2%}", agreement]
            rows.append(f"| {network} | {bits} | {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
