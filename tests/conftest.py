"""Shared fixtures: real reviews, and a run trained on some of them."""

import contextlib
import gc
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from seqtui.cli import main
from seqtui.corpora import Corpus, load_corpus
from seqtui.runs import Run
from seqtui.text.numbering import number_tokens
from tests.forked_trainers import end_forks, fork_trainers, read_once

# No deadline, because a busy machine must not fail a test. In CI, the examples are always the same.
settings.register_profile(
    "seqtui", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("seqtui")

TIMEOUT = 600
"""Seconds until a test reports that another process hangs; long enough for a busy machine."""

# Background jobs of a shell ignore SIGINT, and so would the commands that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


def seqtui(*arguments: object, cwd: Path | None = None, code: int = 0) -> "subprocess.CompletedProcess[str]":
    """Run a command and check its exit code.

    It runs in this process, where TensorFlow is imported once for all tests, with its own standard streams.
    """
    command = list(map(str, arguments))
    with contextlib.chdir(cwd or Path()), _standard_streams() as (stdout, stderr):
        result = main(command)
        for stream in (stdout, stderr):
            stream.seek(0)
        done = subprocess.CompletedProcess(command, result, stdout.read(), stderr.read())
    assert done.returncode == code, (done.args, done.returncode, done.stdout, done.stderr)
    return done


@contextlib.contextmanager
def _standard_streams() -> Iterator[tuple[IO[str], IO[str]]]:
    """Replace stdin, stdout and stderr, also for native libraries; yield the new stdout and stderr."""
    with (
        Path(os.devnull).open(encoding="utf-8") as stdin,
        tempfile.TemporaryFile("w+", encoding="utf-8") as stdout,
        tempfile.TemporaryFile("w+", encoding="utf-8") as stderr,
        pytest.MonkeyPatch.context() as patch,
        contextlib.ExitStack() as stack,
    ):
        for descriptor, (name, stream) in enumerate(
            {"stdin": stdin, "stdout": stdout, "stderr": stderr}.items()
        ):
            patch.setattr(sys, name, stream)
            original = os.dup(descriptor)
            stack.callback(os.close, original)
            stack.callback(os.dup2, original, descriptor)
            os.dup2(stream.fileno(), descriptor)
        yield stdout, stderr


# Tests that train, load TensorFlow, start the app or many commands; 'make check' leaves them out.
_SLOW = {"architectures", "cli", "exporters", "hostile", "storage", "studies", "survive", "training", "tui"}


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not import TensorFlow and the app for slow tests that are left out."""
    is_slow = collection_path.parent == Path(__file__).parent and collection_path.name in _SLOW
    return True if is_slow and config.option.markexpr == "not slow" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests."""
    for item in items:
        is_slow = _SLOW & set(item.path.parts) or "trained" in getattr(item, "fixturenames", ())
        if is_slow or item.get_closest_marker("thorough"):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Search for garbage rarely, and not in the modules: otherwise it takes a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def representatives(*values: Any, often: Collection[Any]) -> list[Any]:
    """Return the values of a parameter; a test is thorough with those that are not in ``often``.

    A value that is a tuple has the values of several parameters.
    """
    return [
        value
        if value in often
        else pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.thorough)
        for value in values
    ]


@pytest.fixture(scope="session", autouse=True)
def _forked_trainers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Fork the trainers of commands that run in this process, and read the 25,000 reviews once."""
    # After an installation, one process compiles the loops for all.
    built_once(tmp_path_factory, worker_id, "compiled", lambda _: number_tokens(["a"]))
    with pytest.MonkeyPatch.context() as patch:
        fork_trainers(patch)
        read_once(patch)
        yield


@pytest.fixture(autouse=True)
def _no_trainer_outlives_its_test() -> Iterator[None]:
    """Kill trainers that a test started and did not wait for: they would slow all tests after it down."""
    yield
    end_forks()


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The 25,000 reviews."""
    return load_corpus("imdb-25k")


def built_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, name: str, build: Callable[[Path], object]
) -> Path:
    """Return a folder that the first test process that needs it builds; the others wait."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            build(folder)
    return folder


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Run:
    """A small run, trained on real reviews and exported. Tests must not change it."""

    def train(runs_dir: Path) -> None:
        options = ("--limit", 4000, "--epochs", 3, "--name", "small", "--tensorboard")
        seqtui("train", *options, "--runs-dir", runs_dir)
        seqtui("export", "small", "--onnx", "--runs-dir", runs_dir)

    return Run(built_once(tmp_path_factory, worker_id, "trained", train) / "small")
