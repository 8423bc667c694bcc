"""A few of the kills and faults of ``benchmarks/survive.py``."""

import subprocess
import sys

MISHAPS = (
    "the disk is full in the second epoch",
    "the run folder is removed under its trainer",
    "two trainers in one folder",
)


def test_killed_trainers_resume_to_the_same_bytes_and_mishaps_end_in_order() -> None:
    command = [sys.executable, "-m", "benchmarks.survive", "--kills", "5", "--seed", "2"]
    for name in MISHAPS:
        command += ["--mishap", name]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert "| **all** | 5 | 5 |" in done.stdout
