"""Faults of trainers, exports and score files: each is injected and its result checked."""

import http.server
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import onnx

from seqtui.corpora import load_corpus
from seqtui.corpora.imdb import download_archive
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.events import Failed
from seqtui.scoring import Scorer
from tests.survive.kill_points import KillPoint, difference, folder_problem, fork, train, wait_for
from tests.survive.kills import recipe_of, reference

_ARCHITECTURE = "cnn-lstm-dropout"
_SECOND_EPOCH = KillPoint("during a batch", 7)


_NO_OUTPUT: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class FaultUnavailableError(Exception):
    """The fault cannot be injected on this machine or by this user."""


def inject(name: str, folder: Path) -> tuple[str, bool]:
    """Inject one fault.

    Returns:
        The result, and whether it is correct.
    """
    expected = Run(folder / f"reference-{_ARCHITECTURE}")
    if not expected.path.exists():
        expected = reference(folder, _ARCHITECTURE)
    try:
        return FAULTS[name](expected), True
    except FaultUnavailableError as error:
        return f"skipped: {error}", True
    except Exception as error:
        return f"**wrong**: {type(error).__name__}: {error}", False


def _resumed(expected: Run, run: Run) -> str:
    problem = folder_problem(run)
    assert problem is None, problem
    run.rewind()
    code = train(run)
    assert code == 0, run.log_tail(3)
    problem = difference(expected, run)
    assert problem is None, problem
    return "; resumed: identical"


def _new(expected: Run, name: str, folder: Path | None = None) -> Run:
    return Run.create(folder or expected.path.parent, recipe_of(_ARCHITECTURE), name)


def _command(*arguments: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "seqtui", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=600,
    )


def _last_line(done: "subprocess.CompletedProcess[str]", code: int) -> str:
    assert done.returncode == code, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stderr.strip().rpartition("\n")[2]


@contextmanager
def _small_disk(megabytes: int) -> Iterator[Path]:
    if os.geteuid() != 0:
        raise FaultUnavailableError("mounting a small disk needs root")
    mount_point = Path("/tmp") / f"seqtui-disk-{os.getpid()}"  # noqa: S108 - a new mount point
    mount_point.mkdir()
    try:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "seqtui", str(mount_point)]
        if subprocess.run(mount, capture_output=True).returncode:
            raise FaultUnavailableError("mounting is not possible")
        try:
            yield mount_point
        finally:
            subprocess.run(["umount", "-l", str(mount_point)], check=True)
    finally:
        mount_point.rmdir()


def _full_disk(expected: Run) -> str:
    with _small_disk(8) as disk:
        run = _new(expected, "full", disk)

        def fill() -> None:
            with (disk / "filler").open("wb", buffering=0) as filler:
                try:
                    while filler.write(bytes(4096)):
                        pass
                except OSError:
                    pass

        code = train(run, _SECOND_EPOCH, fill)
        end = run.end()
        assert code == 1, code
        assert isinstance(end, Failed), end
        left = [path.name for path in run.path.iterdir() if path.name.startswith(".")]
        assert not left, left
        (disk / "filler").unlink()
        return f"failed: {end.reason.partition(':')[0]}" + _resumed(expected, run)


def _locked_folder(expected: Run) -> str:
    run = _new(expected, "locked")

    def chattr(change: str) -> int:
        return subprocess.run(["chattr", change, str(run.path)], capture_output=True).returncode

    if shutil.which("chattr") is None or os.geteuid() != 0 or chattr("+i"):
        raise FaultUnavailableError("chattr does not work mount_point")
    try:
        chattr("-i")
        code = train(run, _SECOND_EPOCH, lambda: chattr("+i"))
        end = run.end()
    finally:
        chattr("-i")
    assert code == 1, code
    assert isinstance(end, Failed), end
    return f"failed: {end.reason.partition(':')[0]}" + _resumed(expected, run)


def _read_only(expected: Run) -> str:
    with _small_disk(8) as disk:
        run = _new(expected, "read-only", disk)
        train(run, _SECOND_EPOCH)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        line = _last_line(_command("train", "--resume", run.path, cwd=expected.path.parent), 1)
        listed = _command("runs", "--runs-dir", disk, cwd=expected.path.parent)
        assert "crashed" in listed.stdout, listed
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        return f"`{line.replace(str(disk), 'RUNS')}`" + _resumed(expected, run)


def _deleted_folder(expected: Run) -> str:
    run = _new(expected, "gone")
    code = train(run, _SECOND_EPOCH, lambda: shutil.rmtree(run.path))
    assert code == 1, code
    assert not run.path.exists(), "the trainer created its folder again"
    return "the trainer ends with exit code 1 and creates nothing"


def _two_trainers(expected: Run) -> str:
    run = _new(expected, "two")
    train(run, _SECOND_EPOCH)
    run.rewind()
    from seqtui.training import trainer
    from seqtui.training.process import EXIT_LOCKED

    both = [fork(run, lambda: trainer.train(run)) for _ in range(2)]
    codes = sorted(wait_for(process) for process in both)
    assert codes == [0, EXIT_LOCKED], codes
    problem = difference(expected, run)
    assert problem is None, problem
    return "one continues, the other is refused; identical"


def _signals(expected: Run) -> str:
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        run = _new(expected, f"signal-{number}")
        code = train(run, _SECOND_EPOCH, partial(signal.raise_signal, number))
        assert (code, run.state) == (0, "stopped"), (number, code, run.state)
        assert run.metrics, "no weights were saved"
        _resumed(expected, run)
    return "stopped, the best weights are saved; resumed: identical"


def _clock(expected: Run) -> str:
    run = _new(expected, "clock")
    real, offsets = time.time, random.Random(1)  # noqa: S311 - not a secret

    def wild() -> float:
        return real() + offsets.choice((-86_400.0, 0.0, 86_400.0))

    code = train(run, KillPoint("during a batch", 2), lambda: setattr(time, "time", wild))
    assert code == 0, code
    problem = difference(expected, run)
    assert problem is None, problem
    for year in (1980, 2100):
        moved = (year - 1970) * 31_556_952.0
        for path in run.path.iterdir():
            os.utime(path, (moved, moved))
        assert run.state == "finished", (year, run.state)
    return "training continues; identical"


def _suspended(expected: Run) -> str:
    from seqtui.training import trainer

    run = _new(expected, "frozen")
    process = fork(run, lambda: trainer.train(run))
    while not any(type(event).__name__ == "DataRead" for event in run.events()):
        time.sleep(0.01)
    os.kill(process, signal.SIGSTOP)
    try:
        long_ago = time.time() - 3600
        for path in (run.events_path, run.recipe_path):
            os.utime(path, (long_ago, long_ago))
        assert run.state == "stalled", run.state
        listed = _command("runs", "--json", "--runs-dir", run.path.parent, cwd=run.path.parent)
        assert '"stalled","reason":"no event from the trainer for' in listed.stdout, listed.stdout
    finally:
        os.kill(process, signal.SIGCONT)
    assert wait_for(process) == 0
    problem = difference(expected, run)
    assert problem is None, problem
    return "shown as stalled, then as running when it continues; identical"


def _download(expected: Run) -> str:
    cache = expected.path.parent / "cache"

    class Cutting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write(bytes(300_000))

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Cutting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    message = ""
    try:
        download_archive(f"http://127.0.0.1:{server.server_port}/a.tar.gz", "0" * 32, cache)
    except InputError as error:
        message = str(error)
    finally:
        server.shutdown()
        server.server_close()
    assert message, "half an archive was accepted"
    assert "\n" not in message, message
    left = [path.name for path in cache.rglob("*")]
    assert not left, left
    return "one line, and nothing remains in the cache"


def _export(expected: Run) -> str:
    from exporters.onnx import export_onnx

    def work() -> int:
        export_onnx(expected, reviews=40)
        return 0

    kills = 0
    for turn in range(10):
        process = fork(expected, work)
        time.sleep(0.3 + turn * 0.4)
        os.kill(process, signal.SIGKILL)
        kills += wait_for(process) == -signal.SIGKILL
        if expected.onnx_path.exists():
            onnx.checker.check_model(onnx.load(expected.onnx_path))
    texts, scores = load_corpus("imdb-25k", 120).test.texts, []
    for _ in range(2):
        assert wait_for(fork(expected, work)) == 0, expected.log_tail(3)
        scores.append(Scorer(expected.onnx_path).probabilities(texts).tobytes())
    assert scores[0] == scores[1], "the scores differ"
    left = [path.name for path in expected.path.iterdir() if path.name.startswith(".")]
    assert not left, left
    return f"{kills} kills: no file or a complete one; repeated: the same scores"


def _scores(expected: Run) -> str:
    folder = expected.path.parent / "scores"
    folder.mkdir()
    reviews = load_corpus("imdb-25k", 4000).train.texts
    (folder / "reviews.txt").write_text("\n".join(text.replace("\n", " ") for text in reviews))
    arguments = ["score", expected.onnx_path, "--input", "reviews.txt", "--output"]
    _last_line(_command(*arguments, "expected.csv", cwd=folder), 0)
    kills = 0
    for turn in range(10):
        command = [sys.executable, "-m", "seqtui", *map(str, arguments), "killed.csv"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        with subprocess.Popen(command, cwd=folder, env=environment, **_NO_OUTPUT) as process:
            time.sleep(0.2 + turn * 0.15)
            process.kill()
        kills += process.returncode == -signal.SIGKILL
        if (folder / "killed.csv").exists():
            assert (folder / "killed.csv").read_bytes() == (folder / "expected.csv").read_bytes(), (
                "a partial file"
            )
            (folder / "killed.csv").unlink()
    assert _command(*arguments, "killed.csv", cwd=folder).returncode == 0
    assert (folder / "killed.csv").read_bytes() == (folder / "expected.csv").read_bytes()
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert not left, left
    return f"{kills} kills: no file or a complete one; repeated: the same bytes"


FAULTS: dict[str, Callable[[Run], str]] = {
    "the disk is full in the second epoch": _full_disk,
    "the folder becomes immutable in the second epoch": _locked_folder,
    "the disk is read-only when the run is resumed": _read_only,
    "the run folder is deleted while the trainer runs": _deleted_folder,
    "two trainers in one folder": _two_trainers,
    "SIGTERM, SIGHUP, SIGINT": _signals,
    "the clock jumps forward and back by a day": _clock,
    "the trainer is suspended, its last event an hour old": _suspended,
    "the download is interrupted": _download,
    "exports are killed": _export,
    "scoring of files is killed": _scores,
}
"""Faults by name, with the functions that inject them; each takes an uninterrupted run."""
