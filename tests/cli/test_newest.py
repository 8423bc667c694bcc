"""Commands without a run or a model use the newest suitable one and print its name."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Run
from seqtui.runs.events import Failed, Finished, Started, Stopped
from tests.conftest import seqtui

STARTED = Started(run="r", process_id=1, version="0")


def make(runs_dir: Path, name: str, age: int, end: Finished | Stopped | Failed | None) -> Run:
    """Create a run without weights; ``age`` is the age of its files in hours."""
    run = Run.create(runs_dir, Recipe(), name)
    writer = EventWriter(run.events_path)
    for event in (STARTED, end):
        if event is not None:
            writer.write(event)
    writer.close()
    make_older(run, age)
    return run


def make_older(run: Run, hours: int) -> None:
    for path in run.path.iterdir():
        then = path.stat().st_mtime - 3600 * hours
        os.utime(path, (then, then))


@pytest.fixture
def runs_dir(tmp_path: Path, trained: Run) -> Path:
    """Two exported runs, "older" and "old", and a newer run without weights."""
    runs_dir = tmp_path / "my runs"
    for name, age in (("older", 20), ("old", 10)):
        shutil.copytree(trained.path, runs_dir / name)
        make_older(Run(runs_dir / name), age)
    make(runs_dir, "failed", 5, Failed(run="failed", reason="no such file", request=True))
    return runs_dir


def test_export_uses_the_newest_run_with_weights(runs_dir: Path) -> None:
    done = seqtui("export", "--reviews", 20, "--json", "--runs-dir", runs_dir)
    assert done.stderr.splitlines()[0] == f"run: {runs_dir / 'old'} (the newest run with weights)"
    assert json.loads(done.stdout)["model"] == str(runs_dir / "old" / "model.onnx")


def test_watch_and_show_use_the_newest_run_and_watch_prefers_a_running_one(runs_dir: Path) -> None:
    done = seqtui("watch", "--once", "--runs-dir", runs_dir, code=2)
    assert done.stderr.splitlines()[0] == f"run: {runs_dir / 'failed'} (the newest run)"
    done = seqtui("runs", "show", "--json", "--runs-dir", runs_dir)
    assert json.loads(done.stdout)["run"] == str(runs_dir / "failed")
    with Run(runs_dir / "older").lock():
        done = seqtui("watch", "--once", "--runs-dir", runs_dir)
    assert done.stderr.splitlines()[0] == f"run: {runs_dir / 'older'} (the newest run)"


def test_report_uses_the_run_that_was_exported_last(runs_dir: Path) -> None:
    (runs_dir / "older" / "model.onnx").touch()
    done = seqtui("report", "--json", "--runs-dir", runs_dir)
    assert done.stderr.splitlines()[0] == f"run: {runs_dir / 'older'} (the newest exported run)"
    assert json.loads(done.stdout)["report"] == str(runs_dir / "older" / "report.html")


def test_a_damaged_run_is_skipped(runs_dir: Path) -> None:
    (runs_dir / "damaged").mkdir()
    (runs_dir / "damaged" / "recipe.toml").write_text("epochs = [")
    (runs_dir / "damaged" / "model.keras").write_text("no weights")
    (runs_dir / "damaged" / "metrics.json").write_text("{")
    done = seqtui("export", "--reviews", 20, "--json", "--runs-dir", runs_dir)
    assert json.loads(done.stdout)["model"] == str(runs_dir / "old" / "model.onnx")


def test_resume_uses_the_newest_run_that_can_be_resumed(tmp_path: Path) -> None:
    command = ("train", "--limit", 60, "--epochs", 1, "--max-length", 40)
    seqtui(*command, "--name", "stopped", cwd=tmp_path)
    run = Run(tmp_path / "runs" / "stopped")
    lines = run.events_path.read_bytes().splitlines(keepends=True)
    run.events_path.write_bytes(b"".join(lines[:-1]))  # as after a kill
    make_older(run, 2)
    make(tmp_path / "runs", "failed", 1, Failed(run="failed", reason="no such file", request=True))
    done = seqtui("train", "--resume", cwd=tmp_path)
    assert done.stderr.splitlines()[0] == "run: runs/stopped (the newest interrupted run)"
    assert isinstance(run.end(), Finished)


def test_nothing_is_deleted_without_a_name(runs_dir: Path) -> None:
    assert (
        "Missing argument 'RUN'" in seqtui("runs", "--runs-dir", runs_dir, "delete", "--yes", code=2).stderr
    )
    assert len(Run.all(runs_dir)) == 3


@pytest.mark.thorough
def test_suggested_commands_quote_spaces(tmp_path: Path) -> None:
    options = ("--limit", 60, "--epochs", 1, "--max-length", 40, "--name", "mine", "--runs-dir", "my runs")
    done = seqtui("train", *options, cwd=tmp_path)
    (next_line,) = (line for line in done.stdout.splitlines() if line.startswith("next: "))
    assert next_line == "next: seqtui export 'my runs/mine' --onnx"
    shown = seqtui("runs", "show", "my runs/mine", cwd=tmp_path).stdout
    assert shown.endswith("exported: not yet; seqtui export 'my runs/mine' --onnx\n")
    assert (
        "seqtui export 'my runs/mine' --onnx" in seqtui("report", "my runs/mine", cwd=tmp_path, code=2).stderr
    )
    arguments = shlex.split(next_line.removeprefix("next: seqtui "))
    seqtui(*arguments, "--reviews", "all", cwd=tmp_path)
    (tmp_path / "my runs" / "mine" / "model.onnx").unlink()
    error = seqtui("report", "--runs-dir", "my runs", cwd=tmp_path, code=2).stderr
    command = shlex.split(error.strip().partition("start with: seqtui ")[2])
    seqtui(*command, "--reviews", "all", cwd=tmp_path)
    assert (tmp_path / "my runs" / "mine" / "model.onnx").exists()


def test_completion_offers_runs_and_files_to_score(runs_dir: Path) -> None:
    environment = {
        **os.environ, "_SEQTUI_COMPLETE": "zsh_complete", "COMP_WORDS": "seqtui score ol",
        "COMP_CWORD": "2", "SEQTUI_RUNS_DIR": str(runs_dir),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-m", "seqtui"], env=environment, capture_output=True, text=True)
    assert {"older", "old", "file"} <= set(done.stdout.splitlines())
