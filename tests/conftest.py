"""What several tests need: real reviews, and one run trained on some of them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from seqtui.corpora import Corpus, load_corpus
from seqtui.runs import Run

# No test depends on the clock, as a busy machine is no reason to fail. In CI examples are always the same.
settings.register_profile(
    "seqtui", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("seqtui")

PATIENCE = 600
"""Seconds after which a test gives up on another process: it hangs, however busy the machine is."""

# A job in the background of a shell ignores Ctrl-C, and so would the commands that the tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


def seqtui(*arguments: object, cwd: Path | None = None, code: int = 0) -> "subprocess.CompletedProcess[str]":
    """Run the real command in a process of its own and hold it to its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "seqtui", *map(str, arguments)], cwd=cwd, capture_output=True, text=True
    )
    assert done.returncode == code, (done.args, done.returncode, done.stdout, done.stderr)
    return done


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The 25,000 reviews."""
    return load_corpus("imdb-25k")


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A small network that has learned from real reviews, exported; tests must not change it."""
    runs_dir = tmp_path_factory.mktemp("runs")
    options = ("--limit", 4000, "--epochs", 3, "--name", "small", "--tensorboard")
    seqtui("train", *options, "--runs-dir", runs_dir)
    seqtui("export", "small", "--onnx", "--runs-dir", runs_dir)
    return Run(runs_dir / "small")
