"""What else may happen to a trainer, an export, a score file: each mishap, and what must become of it."""

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
from pathlib import Path
from typing import Any

import onnx

from seqtui.corpora import load_corpus
from seqtui.corpora.imdb import download_archive
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.events import Failed
from seqtui.scoring import Scorer
from tests.survive.deaths import Death, complaint_of, difference, fork, train, wait_for
from tests.survive.kills import recipe_of, reference

_NETWORK = "cnn-lstm-dropout"
_IN_THE_SECOND_EPOCH = Death("in a batch", 7)


_SILENT: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class CannotTryError(Exception):
    """This machine or this user cannot bring the mishap about."""


def try_one(name: str, folder: Path) -> tuple[str, bool]:
    """Let one happen.

    Returns:
        What became of it, and whether that is fine.
    """
    whole = Run(folder / f"whole-{_NETWORK}")
    if not whole.path.exists():
        whole = reference(folder, _NETWORK)
    try:
        return MISHAPS[name](whole), True
    except CannotTryError as error:
        return f"not tried: {error}", True
    except Exception as error:
        return f"**wrong**: {type(error).__name__}: {error}", False


def _resumed(whole: Run, run: Run) -> str:
    problem = complaint_of(run)
    assert problem is None, problem
    run.rewind()
    code = train(run)
    assert code == 0, run.log_tail(3)
    problem = difference(whole, run)
    assert problem is None, problem
    return "; resumed: identical"


def _new(whole: Run, name: str, folder: Path | None = None) -> Run:
    return Run.create(folder or whole.path.parent, recipe_of(_NETWORK), name)


def _command(*arguments: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "seqtui", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=600,
    )


def _said(done: "subprocess.CompletedProcess[str]", code: int) -> str:
    assert done.returncode == code, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stderr.strip().rpartition("\n")[2]


@contextmanager
def _small_disk(megabytes: int) -> Iterator[Path]:
    if os.geteuid() != 0:
        raise CannotTryError("mounting a small disk needs a superuser")
    here = Path("/tmp") / f"seqtui-disk-{os.getpid()}"  # noqa: S108 - a mount point of our own
    here.mkdir()
    try:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "seqtui", str(here)]
        if subprocess.run(mount, capture_output=True).returncode:
            raise CannotTryError("nothing can be mounted here")
        try:
            yield here
        finally:
            subprocess.run(["umount", "-l", str(here)], check=True)
    finally:
        here.rmdir()


def _full_disk(whole: Run) -> str:
    with _small_disk(8) as disk:
        run = _new(whole, "full", disk)

        def fill() -> None:
            with (disk / "filler").open("wb", buffering=0) as filler:
                try:
                    while filler.write(bytes(4096)):
                        pass
                except OSError:
                    pass

        code = train(run, _IN_THE_SECOND_EPOCH, fill)
        end = run.end()
        assert code == 1, code
        assert isinstance(end, Failed), end
        left = [path.name for path in run.path.iterdir() if path.name.startswith(".")]
        assert not left, left
        (disk / "filler").unlink()
        return f"failed: {end.reason.partition(':')[0]}" + _resumed(whole, run)


def _locked_folder(whole: Run) -> str:
    run = _new(whole, "locked")

    def chattr(change: str) -> int:
        return subprocess.run(["chattr", change, str(run.path)], capture_output=True).returncode

    if shutil.which("chattr") is None or os.geteuid() != 0 or chattr("+i"):
        raise CannotTryError("chattr does not work here")
    try:
        chattr("-i")
        code = train(run, _IN_THE_SECOND_EPOCH, lambda: chattr("+i"))
        end = run.end()
    finally:
        chattr("-i")
    assert code == 1, code
    assert isinstance(end, Failed), end
    return f"failed: {end.reason.partition(':')[0]}" + _resumed(whole, run)


def _read_only(whole: Run) -> str:
    with _small_disk(8) as disk:
        run = _new(whole, "read-only", disk)
        train(run, _IN_THE_SECOND_EPOCH)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        said = _said(_command("train", "--resume", run.path, cwd=whole.path.parent), 1)
        listed = _command("runs", "--runs-dir", disk, cwd=whole.path.parent)
        assert "crashed" in listed.stdout, listed
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        return f"`{said.replace(str(disk), 'RUNS')}`" + _resumed(whole, run)


def _taken_away(whole: Run) -> str:
    run = _new(whole, "gone")
    code = train(run, _IN_THE_SECOND_EPOCH, lambda: shutil.rmtree(run.path))
    assert code == 1, code
    assert not run.path.exists(), "it made its folder again"
    return "the trainer ends with 1 and makes nothing anew"


def _two_trainers(whole: Run) -> str:
    run = _new(whole, "two")
    train(run, _IN_THE_SECOND_EPOCH)
    run.rewind()
    from seqtui.training import trainer
    from seqtui.training.process import TURNED_AWAY

    both = [fork(run, lambda: trainer.train(run)) for _ in range(2)]
    codes = sorted(wait_for(process) for process in both)
    assert codes == [0, TURNED_AWAY], codes
    problem = difference(whole, run)
    assert problem is None, problem
    return "one goes on, the other is turned away; identical"


def _signals(whole: Run) -> str:
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        run = _new(whole, f"signal-{number}")
        code = train(run, _IN_THE_SECOND_EPOCH, lambda number=number: os.kill(os.getpid(), number))
        assert (code, run.state) == (0, "stopped"), (number, code, run.state)
        assert run.metrics, "nothing was kept"
        _resumed(whole, run)
    return "stopped, the best weights kept; resumed: identical"


def _clock(whole: Run) -> str:
    run = _new(whole, "clock")
    real, offsets = time.time, random.Random(1)  # noqa: S311 - not a secret

    def wild() -> float:
        return real() + offsets.choice((-86_400.0, 0.0, 86_400.0))

    code = train(run, Death("in a batch", 2), lambda: setattr(time, "time", wild))
    assert code == 0, code
    problem = difference(whole, run)
    assert problem is None, problem
    for year in (1980, 2100):
        moved = (year - 1970) * 31_556_952.0
        for path in run.path.iterdir():
            os.utime(path, (moved, moved))
        assert run.state == "finished", (year, run.state)
    return "goes on; identical"


def _frozen(whole: Run) -> str:
    from seqtui.training import trainer

    run = _new(whole, "frozen")
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
        assert '"stalled","reason":"no word from the trainer for' in listed.stdout, listed.stdout
    finally:
        os.kill(process, signal.SIGCONT)
    assert wait_for(process) == 0
    problem = difference(whole, run)
    assert problem is None, problem
    return "shown as stalled, and as running when it goes on; identical"


def _download(whole: Run) -> str:
    cache = whole.path.parent / "cache"

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
    said = ""
    try:
        download_archive(f"http://127.0.0.1:{server.server_port}/a.tar.gz", "0" * 32, cache)
    except InputError as error:
        said = str(error)
    finally:
        server.shutdown()
        server.server_close()
    assert said, "half an archive was taken for a whole one"
    assert "\n" not in said, said
    left = [path.name for path in cache.rglob("*")]
    assert not left, left
    return "one line, nothing is left in the cache"


def _export(whole: Run) -> str:
    from exporters.onnx import export_onnx

    def work() -> int:
        export_onnx(whole, reviews=40)
        return 0

    kills = 0
    for turn in range(10):
        process = fork(whole, work)
        time.sleep(0.3 + turn * 0.4)
        os.kill(process, signal.SIGKILL)
        kills += wait_for(process) == -signal.SIGKILL
        if whole.onnx_path.exists():
            onnx.checker.check_model(onnx.load(whole.onnx_path))
    texts, scores = load_corpus("imdb-25k", 120).test.texts, []
    for _ in range(2):
        assert wait_for(fork(whole, work)) == 0, whole.log_tail(3)
        scores.append(Scorer(whole.onnx_path).probabilities(texts).tobytes())
    assert scores[0] == scores[1], "it scores otherwise"
    left = [path.name for path in whole.path.iterdir() if path.name.startswith(".")]
    assert not left, left
    return f"{kills} kills: no file or a whole one; then the same scores"


def _scores(whole: Run) -> str:
    folder = whole.path.parent / "scores"
    folder.mkdir()
    reviews = load_corpus("imdb-25k", 4000).train.texts
    (folder / "reviews.txt").write_text("\n".join(text.replace("\n", " ") for text in reviews))
    arguments = ["score", whole.onnx_path, "--input", "reviews.txt", "--output"]
    _said(_command(*arguments, "whole.csv", cwd=folder), 0)
    kills = 0
    for turn in range(10):
        command = [sys.executable, "-m", "seqtui", *map(str, arguments), "killed.csv"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        with subprocess.Popen(command, cwd=folder, env=environment, **_SILENT) as process:
            time.sleep(0.2 + turn * 0.15)
            process.kill()
        kills += process.returncode == -signal.SIGKILL
        if (folder / "killed.csv").exists():
            assert (folder / "killed.csv").read_bytes() == (folder / "whole.csv").read_bytes(), "a half file"
            (folder / "killed.csv").unlink()
    assert _command(*arguments, "killed.csv", cwd=folder).returncode == 0
    assert (folder / "killed.csv").read_bytes() == (folder / "whole.csv").read_bytes()
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert not left, left
    return f"{kills} kills: no file or a whole one; then the same bytes"


MISHAPS: dict[str, Callable[[Run], str]] = {
    "the disk is full in the second epoch": _full_disk,
    "the folder becomes immutable in the second epoch": _locked_folder,
    "the disk is read-only when the run is resumed": _read_only,
    "the run folder is removed under its trainer": _taken_away,
    "two trainers in one folder": _two_trainers,
    "SIGTERM, SIGHUP, SIGINT": _signals,
    "the clock jumps by a day, forth and back": _clock,
    "the trainer is frozen, its last word an hour old": _frozen,
    "the download breaks off": _download,
    "exports are killed": _export,
    "score files are killed": _scores,
}
"""What may happen, and who tries it; each is given a run that nobody interrupted."""
