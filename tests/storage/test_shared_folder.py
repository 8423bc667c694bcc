"""Two users of one group share a folder of runs."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import seqtui
from seqtui.runs import Run
from seqtui.storage.atomic import make_folder, replacing, share_with_group
from tests.users import as_user, needs_users

ANN, BEN, GROUP = 54321, 54322, 54323

START = """
from pathlib import Path
from seqtui.runs.events import Started
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Run
run = Run.create(Path("runs"), Recipe(), "hers")
with run.lock():
    EventWriter(run.events_path).write(Started(run="hers", process_id=1, version="1"))
    assert input() == "go on"
"""
INSPECT = """
from pathlib import Path
from seqtui.runs import Run
run = Run.find("hers", Path("runs"))
print(run.state)
run.request_stop()
run.request_stop_after_epoch()
"""
RESUME = """
from pathlib import Path
from seqtui.runs import EventWriter, Run
run = Run.find("hers", Path("runs"))
run.rewind()
with run.lock():
    EventWriter(run.events_path).close()
run.recipe.save(run.recipe_path)
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    os.chown(folder, 0, GROUP)
    folder.chmod(0o2775)
    return folder


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(seqtui.__file__).parents[1]), "HOME": "/nonexistent"}


def run_as(user: int, folder: Path, *arguments: str) -> str:
    command = [*as_user(user, GROUP), sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def trained_by_ann(run: Run, shared: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start Ann's process, which keeps the run locked until it reads a line."""
    with subprocess.Popen(
        [*as_user(ANN, GROUP), sys.executable, "-c", START],
        cwd=shared, env=environment(), stdin=subprocess.PIPE, text=True,
    ) as ann:  # fmt: skip
        while not (run.events_path.exists() and run.events()):
            assert ann.poll() is None
        yield ann


@needs_users
def test_a_run_is_watched_stopped_resumed_and_deleted_by_another_user(shared: Path) -> None:
    run = Run(shared / "runs" / "hers")
    with trained_by_ann(run, shared) as ann:
        assert run_as(BEN, shared, "-c", INSPECT) == "running\n"
        assert run.stop_requested
        ann.communicate("go on")
    run_as(BEN, shared, "-c", RESUME)
    run_as(ANN, shared, "-c", RESUME)
    run_as(BEN, shared, "-m", "seqtui", "runs", "delete", "hers", "--yes")
    assert list((shared / "runs").iterdir()) == []


@pytest.mark.thorough
@needs_users
def test_all_files_of_a_training_are_shared_with_the_group(shared: Path) -> None:
    train = ("train", "--limit", "100", "--epochs", "1", "--architecture", "fasttext", "--name", "hers")
    run_as(ANN, shared, "-m", "seqtui", *train, "--tensorboard")
    run_as(BEN, shared, "-m", "seqtui", "export", "hers", "--onnx")
    for path in (shared / "runs").rglob("*"):
        assert path.stat().st_gid == GROUP
        assert path.stat().st_mode & stat.S_IWGRP or "tfevents" in path.name, path


@needs_users
def test_another_users_run_is_visible_and_not_partly_deleted(shared: Path) -> None:
    shared.chmod(0o2755)
    os.chown(shared, ANN, GROUP)
    run = Run(shared / "runs" / "hers")
    with trained_by_ann(run, shared) as ann:
        state = (
            "from seqtui.runs import Run; from pathlib import Path; print(Run(Path('runs/hers')).is_locked)"
        )
        assert run_as(BEN, shared, "-c", state) == "True\n"
        ann.communicate("go on")
    before = sorted(path.name for path in run.path.iterdir())
    done = subprocess.run(
        [*as_user(BEN, GROUP), sys.executable, "-m", "seqtui", "runs", "delete", "hers", "--yes"],
        cwd=shared, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "another user's" in done.stderr
    assert sorted(path.name for path in run.path.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_files_are_shared_only_in_a_folder_shared_with_the_group(tmp_path: Path) -> None:
    def mode_in(folder: Path) -> tuple[int, ...]:
        with replacing(folder / "file") as temporary:
            temporary.touch(0o600)
        make_folder(folder / "deep" / "er")
        return tuple(stat.S_IMODE((folder / name).stat().st_mode) & 0o070 for name in ("file", "deep/er"))

    before = os.umask(0o077)
    try:
        for name, mode in (("private", 0o755), ("groups", 0o775)):
            (tmp_path / name).mkdir()
            (tmp_path / name).chmod(mode)
        assert mode_in(tmp_path / "private") == (0, 0)
        assert mode_in(tmp_path / "groups") == (0o060, 0o070)
        share_with_group(tmp_path / "private")
    finally:
        os.umask(before)
