"""A few of the kills and faults of ``benchmarks/survive.py``."""

import subprocess
import sys

import pytest

FAULTS = (
    "the disk is full in the second epoch",
    "the run folder is deleted while the trainer runs",
    "two trainers in one folder",
)


@pytest.mark.thorough
def test_killed_trainers_resume_to_identical_files_and_faults_are_handled() -> None:
    command = [sys.executable, "-m", "benchmarks.survive", "--kills", "5", "--seed", "2"]
    for name in FAULTS:
        command += ["--fault", name]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert "| **all** | 5 | 5 |" in done.stdout
