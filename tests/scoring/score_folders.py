"""The scorer, and rows as one file and as a folder of files."""

from pathlib import Path
from typing import Any

import pytest

from tests.scoring.conftest import read_rows, write_rows


def write_folder(folder: Path, rows: list[dict[str, Any]], files: int, ending: str) -> Path:
    """Write rows as a folder of files, in order, and some of them further down."""
    for number in range(files):
        name = f"{number:02}" if number % 2 else f"{number:02}/more"
        path = folder / f"{name}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_rows(path, rows[len(rows) * number // files : len(rows) * (number + 1) // files])
        if path.suffix == ".gz":
            path.with_suffix("").unlink()
    return folder


def read_folder(folder: Path) -> list[dict[str, Any]]:
    """The rows of all parts in the order of their names."""
    assert not list(folder.glob(".*"))
    return [row for part in sorted(folder.iterdir()) for row in read_rows(part)]


def assert_same_scores(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Hold rows to those of another way: all columns and labels the same, probabilities to 1e-6."""
    assert len(found) == len(expected)
    for ours, theirs in zip(found, expected, strict=True):
        assert ours.keys() == theirs.keys()
        for name in ours:
            if name.startswith("probability"):
                assert float(ours[name]) == pytest.approx(float(theirs[name]), abs=1e-6)
            elif name != "probabilities":
                assert ours[name] == theirs[name]
