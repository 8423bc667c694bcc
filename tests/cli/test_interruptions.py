"""The real command, interrupted, killed, or with a closed pipe."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from seqtui.runs import Run
from tests.conftest import TIMEOUT, representatives, seqtui

TRAIN = ("--architecture", "fasttext", "--limit", "600", "--epochs", "9000")
"""Options of a training that starts fast and lasts for minutes."""


def wait_for_batches(runs_dir: Path) -> Run:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        for run in Run.all(runs_dir):
            if any(b'"event":"batch"' in line for line in _lines(run)):
                return run
        time.sleep(0.1)
    raise AssertionError("the training did not start")


def _lines(run: Run) -> list[bytes]:
    path = run.path / "events.jsonl"
    return path.read_bytes().splitlines() if path.exists() else []


@pytest.mark.parametrize("number", representatives(signal.SIGINT, signal.SIGTERM, often=[signal.SIGINT]))
def test_an_interruption_saves_the_weights_and_stops_the_run(tmp_path: Path, number: int) -> None:
    command = [sys.executable, "-m", "seqtui", "train", *TRAIN, "--json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        run = wait_for_batches(tmp_path / "runs")
        process.send_signal(number)
        output, _ = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 130
    assert json.loads(output.splitlines()[-1])["event"] == "stopped"
    assert run.state == "stopped"
    assert run.model_path.exists()


@pytest.mark.thorough
def test_a_second_interruption_kills_the_trainer_and_reports_whether_weights_were_saved(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "seqtui", "train", "--limit", "20000", "--architecture", "lstm"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        run = wait_for_batches(tmp_path / "runs")
        trainer = psutil.Process(process.pid).children()[0]
        trainer.suspend()  # before it has saved weights
        process.send_signal(signal.SIGINT)
        while not run.stop_requested:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 130
    assert errors.splitlines()[-1].endswith(": killed; no weights were saved")
    assert not run.stop_requested
    assert run.state == "crashed"


@pytest.mark.thorough
def test_nohup_protects_a_training_from_sighup(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "seqtui", "train", *TRAIN, "--name", "mine"]
    with subprocess.Popen(
        ["nohup", *command], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        run = wait_for_batches(tmp_path / "runs")
        process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        assert not run.stop_requested
        assert process.poll() is None
        run.request_stop()
    assert process.returncode == 0


@pytest.mark.thorough
def test_a_closed_pipe_stops_the_training(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "seqtui", "train", *TRAIN, "--json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) as process:
        run = wait_for_batches(tmp_path / "runs")
        assert process.stdout
        process.stdout.close()
        process.wait(TIMEOUT)
    assert run.state == "stopped"


def test_score_ends_without_an_error_when_its_pipe_is_closed(trained: Run) -> None:
    score = f"{sys.executable} -m seqtui score {trained.onnx_path} --input -"
    script = f"yes good | head -20000 | {score} | head -1; echo ${{PIPESTATUS[2]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert done.stdout.splitlines()[1] == "0"
    assert done.stderr == ""


@pytest.mark.thorough  # as tests/tui/test_terminal.py, where the app is killed
def test_killing_the_command_leaves_the_run_training_and_watch_attaches(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "seqtui", "train", *TRAIN, "--name", "mine"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        run = wait_for_batches(tmp_path / "runs")
        process.kill()
    assert run.state == "running"
    assert "reading reviews" in seqtui("watch", "mine", "--once", cwd=tmp_path).stderr
    run.request_stop()
    done = seqtui("watch", "mine", cwd=tmp_path)
    assert "stopped after" in done.stdout
    assert run.state == "stopped"


def test_a_crashed_run_reports_the_reason(tmp_path: Path, trained: Run) -> None:
    dead = tmp_path / "runs" / "dead"
    dead.mkdir(parents=True)
    for name in ("recipe.toml", "events.jsonl"):
        (dead / name).write_bytes((trained.path / name).read_bytes())
    lines = (dead / "events.jsonl").read_bytes().splitlines(keepends=True)
    (dead / "events.jsonl").write_bytes(b"".join(lines[:20]))
    (dead / "trainer.log").write_text("fine so far\nout of \x1b[31mmemory\n")
    done = seqtui("watch", "dead", cwd=tmp_path, code=1)
    assert done.stderr.splitlines()[-1].endswith(
        "the trainer crashed (fine so far / out of  [31mmemory); no weights were saved; "
        "see runs/dead/trainer.log"
    )
    listed = json.loads(seqtui("runs", "list", "--json", cwd=tmp_path).stdout)
    assert (listed["state"], listed["reason"]) == ("crashed", "fine so far / out of  [31mmemory")
