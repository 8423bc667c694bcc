"""Write small files with two labels and 30 texts per label."""

from pathlib import Path

THINGS = ("room", "train", "novel", "soup", "garden", "lamp")
GOOD = ("warm", "quick", "tidy", "lovely")
BAD = ("broken", "gloomy", "bland", "slow")

ROWS = [
    (f"The {THINGS[n % 6]} was {(GOOD if n % 2 else BAD)[n % 4]}, I would say so again {n}", n % 2)
    for n in range(60)
]
"""Texts that contain a comma, and their labels, 0 or 1."""


def write_lines(path: Path, lines: list[str], encoding: str = "utf-8", end: str = "\n") -> Path:
    """Write lines with an encoding and a line ending."""
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


def csv_lines(header: str = "text,label", separator: str = ",") -> list[str]:
    """Return the rows as CSV lines with quoted texts."""
    return [*([header] if header else []), *(f'"{text}"{separator}{label}' for text, label in ROWS)]
