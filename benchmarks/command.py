"""Run commands of seqtui and read what they print; shared by the benchmarks."""

import json
import subprocess
import sys
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
