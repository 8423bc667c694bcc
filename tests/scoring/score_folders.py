"""Helpers to write, read and compare folders of files."""

from pathlib import Path
from typing import Any

import pytest

from tests.scoring.conftest import read_rows, write_rows


def write_folder(folder: Path, rows: list[dict[str, Any]], files: int, ending: str) -> Path:
    """Write rows in order as a folder of files, every second one in a subfolder."""
    for number in range(files):
        name = f"{number:02}" if number % 2 else f"{number:02}/more"
        path = folder / f"{name}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_rows(path, rows[len(rows) * number // files : len(rows) * (number + 1) // files])
        if path.suffix == ".gz":
            path.with_suffix("").unlink()
    return folder


def read_folder(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of all parts, in the order of the file names."""
    assert not list(folder.glob(".*"))
    return [row for part in sorted(folder.iterdir()) for row in read_rows(part)]


def assert_same_scores(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Assert that columns and labels are equal, and probabilities equal to 1e-6."""
    assert len(found) == len(expected)
    for row, reference in zip(found, expected, strict=True):
        assert row.keys() == reference.keys()
        for name in row:
            if name.startswith("probability"):
                assert float(row[name]) == pytest.approx(float(reference[name]), abs=1e-6)
            elif name != "probabilities":
                assert row[name] == reference[name]
