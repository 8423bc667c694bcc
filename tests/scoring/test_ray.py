"""Ray Data: the same rows and scores as the local engine, also if a worker is killed."""

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
from tests.conftest import TIMEOUT, seqtui
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
    """Suspend two workers while each is scoring a part."""
    deadline = time.monotonic() + TIMEOUT
    while command.poll() is None and time.monotonic() < deadline:
        workers = [
            child for child in psutil.Process(command.pid).children(True) if "MapWorker" in name(child)
        ]
        for worker in workers:
            worker.suspend()
        started = {
            note.name.removesuffix(".attempts")[1:] for note in output.parent.glob(".*/.part-*.attempts")
        }
        if len(workers) == 2 and len(started - {part.name for part in output.parent.glob(".*/part-*")}) == 2:
            return workers
        for worker in workers:
            worker.resume()
        time.sleep(0.02)
    raise AssertionError(command.communicate(timeout=1))


def name(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


@pytest.mark.thorough
@needs_ray
def test_the_part_of_a_killed_worker_is_scored_again(
    tmp_path: Path, trained: Run, scorer: Scorer, rows: list[dict[str, Any]], folder: Path
) -> None:
    one = tmp_path / "one.parquet"
    expected = score_file(scorer, write_rows(tmp_path / "one.jsonl", rows), one, label_column="sentiment")
    output = tmp_path / "out" / "scores.parquet"
    output.parent.mkdir()
    options = ["--input", folder, "--output", output, "--label-column", "sentiment", "--json"]
    command = start(trained.onnx_path, *options)
    first, second = stop_two_workers(command, output)
    first.kill()
    second.resume()
    output_text, errors = command.communicate(timeout=TIMEOUT)
    done = json.loads(output_text)
    assert (command.returncode, done["reviews"], done["parts"]) == (0, 4000, 8)
    assert (done["parts_again"], errors) == (1, "1 part scored again: a worker was lost\n")
    assert expected.evaluation is not None
    assert done["confusion"] == expected.evaluation.counts.tolist()
    assert_same_scores(read_folder(output), read_rows(one))
    assert list(output.parent.iterdir()) == [output]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Address of a cluster of two cores that this process is connected to."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    ray.init("local", num_cpus=2, object_store_memory=1 << 27, include_dashboard=False, log_to_driver=False)
    yield ray.get_runtime_context().gcs_address
    ray.shutdown()


@pytest.mark.thorough
@needs_ray
def test_ctrl_c_leaves_a_cluster_usable(tmp_path: Path, trained: Run, folder: Path, cluster: str) -> None:
    output = tmp_path / "out" / "scores"
    output.parent.mkdir()
    command = start(trained.onnx_path, "--input", folder, "--output", output, "--address", cluster)
    deadline = time.monotonic() + TIMEOUT
    while not list(output.parent.glob(".*/part-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    command.send_signal(signal.SIGINT)
    assert command.communicate(timeout=TIMEOUT) == ("", "\nseqtui: interrupted\n")
    assert (command.returncode, list(output.parent.iterdir())) == (130, [])

    (tmp_path / "few").mkdir()
    (tmp_path / "few" / "a.csv").write_text("text,id\ngood,1\n")
    (tmp_path / "few" / "b.csv").write_text("text,id\nbad\n")
    errors = tmp_path / "errors"
    done = score_folder(trained.onnx_path, tmp_path / "few", output, engine="ray", errors=errors)
    assert (done.reviews, done.rejected, len(read_folder(output))) == (1, 1, 1)
    assert json.loads(errors.read_text())["file"].endswith("b.csv")


def test_errors_about_ray_show_a_remedy(tmp_path: Path, trained: Run) -> None:
    (tmp_path / "a.csv").write_text("text\ngood\n")

    def error_of(*arguments: object) -> str:
        done = seqtui("score", trained.onnx_path, *arguments, cwd=tmp_path, code=2)
        assert done.stderr.count("\n") == 1
        return done.stderr

    assert "--address requires --engine ray" in error_of("--input", "a.csv", "--address", "auto")
    assert "--engine ray requires --input" in error_of("good", "--engine", "ray")
    assert "from --input FILE or FOLDER to --output FOLDER" in error_of("--input", "a.csv", "--engine", "ray")
    assert "--explain prints" in error_of("--input", "a.csv", "--output", "b", "--explain", "--engine", "ray")
    script = (
        "import sys; sys.modules['ray'] = None; from seqtui.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    arguments = ["score", trained.onnx_path, "--input", "a.csv", "--output", "b", "--engine", "ray"]
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], cwd=tmp_path, capture_output=True
    )
    assert (done.returncode, done.stderr) == (
        2,
        b"seqtui: --engine ray needs Ray; pip install 'seqtui[ray]'\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
