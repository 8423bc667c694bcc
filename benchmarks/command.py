"""Run commands of seqtui and read what they print; shared by the benchmarks."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any


def seqtui(*arguments: object) -> list[dict[str, Any]]:
    """Run a command in a process of its own; return the JSON objects that it prints."""
    command = [sys.executable, "-m", "seqtui", *map(str, arguments), "--json"]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [json.loads(line) for line in done.stdout.splitlines()]


def spread(accuracies: list[float]) -> str:
    """Return the mean of accuracies with the lowest and the highest, as a cell of a table."""
    return f"{mean(accuracies):.2%} ({min(accuracies):.2%} … {max(accuracies):.2%})"


def measure_each(
    description: str | None,
    option: str,
    names: Sequence[str],
    limit: int,
    measure: Callable[[str, int, int, Path], dict[str, Any]],
    table: Callable[[dict[str, dict[str, Any]]], str],
) -> None:
    """Run a benchmark of several networks, each on its own, from the command line, and print its table.

    Args:
        description: Docstring of the benchmark; its first line is the help.
        option: Option that selects some of the networks.
        names: All networks.
        limit: Default number of reviews, test reviews included.
        measure: Returns the figures of a network; called with its name, the number of epochs and of reviews,
            and an empty folder.
        table: Returns the figures of all networks as a table.
    """
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("--limit", type=int, default=limit, help="reviews, test reviews included")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument(option, dest="names", nargs="+", default=list(names), choices=list(names))
    parser.add_argument("--output", type=Path, help="also write the figures as JSON")
    args = parser.parse_args()
    figures = {}
    for name in args.names:
        with tempfile.TemporaryDirectory() as folder:
            figures[name] = measure(name, args.epochs, args.limit, Path(folder))
        print(f"{name}: {figures[name]}", file=sys.stderr, flush=True)
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")
