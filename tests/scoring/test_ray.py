"""Ray Data: the same rows and scores as on this machine alone, whatever becomes of a worker."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil
import pytest

from seqtui.runs import Run
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.folders import score_folder
from tests.conftest import PATIENCE, seqtui
from tests.scoring.conftest import read_rows, write_rows
from tests.scoring.score_folders import assert_same_scores, read_folder, write_folder

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="the extra 'ray' is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]) -> Path:
    """4,000 reviews in eight files."""
    return write_folder(tmp_path_factory.mktemp("ray") / "reviews", rows, 8, ".jsonl")


def start(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "seqtui", "score", *map(str, arguments), "--engine", "ray"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def stop_two_workers(command: "subprocess.Popen[str]", output: Path) -> list[psutil.Process]:
    """Catch two workers in the middle of a part each."""
    give_up = time.monotonic() + PATIENCE
    while command.poll() is None and time.monotonic() < give_up:
        workers = [
            child for child in psutil.Process(command.pid).children(True) if "MapWorker" in name(child)
        ]
        for worker in workers:
            worker.suspend()
        begun = {
            note.name.removesuffix(".attempts")[1:] for note in output.parent.glob(".*/.part-*.attempts")
        }
        if len(workers) == 2 and len(begun - {part.name for part in output.parent.glob(".*/part-*")}) == 2:
            return workers
        for worker in workers:
            worker.resume()
        time.sleep(0.02)
    raise AssertionError(command.communicate(timeout=1))


def name(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


@needs_ray
def test_a_killed_workers_part_is_scored_again(
    tmp_path: Path, trained: Run, scorer: Scorer, rows: list[dict[str, Any]], folder: Path
) -> None:
    one = tmp_path / "one.parquet"
    expected = score_file(scorer, write_rows(tmp_path / "one.jsonl", rows), one, label_column="sentiment")
    output = tmp_path / "out" / "scores.parquet"
    output.parent.mkdir()
    asked = ["--input", folder, "--output", output, "--label-column", "sentiment", "--json"]
    command = start(trained.onnx_path, *asked)
    first, second = stop_two_workers(command, output)
    first.kill()
    second.resume()
    told, complaint = command.communicate(timeout=PATIENCE)
    done = json.loads(told)
    assert (command.returncode, done["reviews"], done["parts"]) == (0, 4000, 8)
    assert (done["parts_again"], complaint) == (1, "1 part scored again: a worker was lost\n")
    assert done["confusion"] == expected.evaluation.counts.tolist()
    assert_same_scores(read_folder(output), read_rows(one))
    assert list(output.parent.iterdir()) == [output]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A cluster of two cores, which this process is connected to; its address."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    ray.init("local", num_cpus=2, object_store_memory=1 << 27, include_dashboard=False, log_to_driver=False)
    yield ray.get_runtime_context().gcs_address
    ray.shutdown()


@needs_ray
def test_ctrl_c_leaves_a_cluster_as_it_was(tmp_path: Path, trained: Run, folder: Path, cluster: str) -> None:
    output = tmp_path / "out" / "scores"
    output.parent.mkdir()
    command = start(trained.onnx_path, "--input", folder, "--output", output, "--address", cluster)
    give_up = time.monotonic() + PATIENCE
    while not list(output.parent.glob(".*/part-*")) and time.monotonic() < give_up:
        time.sleep(0.05)
    command.send_signal(signal.SIGINT)
    assert command.communicate(timeout=PATIENCE) == ("", "\nseqtui: interrupted\n")
    assert (command.returncode, list(output.parent.iterdir())) == (130, [])

    (tmp_path / "few").mkdir()
    (tmp_path / "few" / "a.csv").write_text("text,id\ngood,1\n")
    (tmp_path / "few" / "b.csv").write_text("text,id\nbad\n")
    errors = tmp_path / "errors"
    done = score_folder(trained.onnx_path, tmp_path / "few", output, engine="ray", errors=errors)
    assert (done.reviews, done.set_aside, len(read_folder(output))) == (1, 1, 1)
    assert json.loads(errors.read_text())["file"].endswith("b.csv")


def test_ray_is_asked_for_in_words_that_can_be_followed(tmp_path: Path, trained: Run) -> None:
    (tmp_path / "a.csv").write_text("text\ngood\n")

    def said(*arguments: object) -> str:
        done = seqtui("score", trained.onnx_path, *arguments, cwd=tmp_path, code=2)
        assert done.stderr.count("\n") == 1
        return done.stderr

    assert "--address goes with --engine ray" in said("--input", "a.csv", "--address", "auto")
    assert "--engine ray goes with --input" in said("good", "--engine", "ray")
    assert "from --input FILE or FOLDER to --output FOLDER" in said("--input", "a.csv", "--engine", "ray")
    assert "--explain prints" in said("--input", "a.csv", "--output", "b", "--explain", "--engine", "ray")
    hidden = (
        "import sys; sys.modules['ray'] = None; from seqtui.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    asked = ["score", trained.onnx_path, "--input", "a.csv", "--output", "b", "--engine", "ray"]
    done = subprocess.run([sys.executable, "-c", hidden, *map(str, asked)], cwd=tmp_path, capture_output=True)
    assert (done.returncode, done.stderr) == (
        2,
        b"seqtui: --engine ray needs Ray; pip install 'seqtui[ray]'\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
