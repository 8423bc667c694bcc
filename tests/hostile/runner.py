"""Run commands on hostile input, each in a forked child with limits on time and memory.

``python -m tests.hostile.runner MODULE ...`` imports the modules once. Then it reads the folder and the
arguments of a command from each line of JSON on stdin and writes the outcome to stdout. A fork takes
milliseconds; a new Python would load onnxruntime or TensorFlow again.
"""

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import psutil

SECONDS = 5.0
"""Limit of a command's CPU time in seconds."""

_WAIT = 600.0  # seconds of wall-clock time; a busy machine must not count as a hang

MEGABYTES = 1000.0
"""Limit of a command's memory in MB, without the libraries that are loaded before it starts."""

_SHOWN = 20_000  # characters of output in an outcome


class Outcome(msgspec.Struct, kw_only=True):
    """Outcome of a command.

    Args:
        code: Exit code; negative, the signal that ended it.
        stdout: Start of standard output.
        stderr: End of standard error.
        seconds: Wall-clock time.
        megabytes: Peak memory.
        killed: ``time`` or ``memory`` if it exceeded that limit, else empty.
    """

    code: int
    stdout: str
    stderr: str
    seconds: float
    megabytes: float
    killed: str


class CommandRunner:
    """Process that runs commands; a context manager.

    Args:
        modules: Modules to import before the first command.
    """

    def __init__(self, *modules: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.runner", *modules],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2],
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        )  # fmt: skip

    def __enter__(self) -> "CommandRunner":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(self, folder: Path, arguments: Sequence[str]) -> Outcome:
        """Run ``seqtui`` with arguments in a folder; run it again if it was too slow."""
        outcome = self._run(folder, arguments)
        if outcome.killed != "time":
            return outcome
        for output in folder.glob(".out*"):
            output.unlink()
        return self._run(folder, arguments)

    def _run(self, folder: Path, arguments: Sequence[str]) -> Outcome:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(msgspec.json.encode([str(folder), list(arguments)]) + b"\n")
        self._process.stdin.flush()
        return msgspec.json.decode(self._process.stdout.readline(), type=Outcome)


def main() -> None:
    """Run the command of each line on stdin."""
    for module in ("seqtui.cli", "seqtui.cli.follow", *sys.argv[1:]):
        importlib.import_module(module)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # output of a library must not be read as an answer
    for line in sys.stdin.buffer:
        folder, arguments = msgspec.json.decode(line)
        answers.write(msgspec.json.encode(_run(Path(folder), arguments)) + b"\n")
        answers.flush()


def _run(folder: Path, arguments: list[str]) -> Outcome:
    outputs = [folder / ".stdout", folder / ".stderr"]
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _run_in_fork(folder, arguments, outputs)
    process = psutil.Process(child)
    libraries = psutil.Process().memory_info().rss / 1e6
    peak, killed = 0.0, ""
    while True:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            break
        seconds = time.monotonic() - start
        cpu_seconds = 0.0
        with suppress(psutil.Error):
            peak = max(peak, process.memory_info().rss / 1e6 - libraries)
            cpu_seconds = sum(process.cpu_times()[:2])
        if not killed and (cpu_seconds > SECONDS or seconds > _WAIT or peak > MEGABYTES):
            killed = "memory" if peak > MEGABYTES else "time"
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.002 if seconds < 0.1 else 0.01)
    peak = max(peak, used.ru_maxrss / 1e3 - libraries)
    if not killed and peak > MEGABYTES:
        killed = "memory"
    stdout, stderr = (path.read_bytes().decode("utf-8", "backslashreplace") for path in outputs)
    return Outcome(
        code=os.waitstatus_to_exitcode(status), stdout=stdout[:_SHOWN], stderr=stderr[-_SHOWN:],
        seconds=time.monotonic() - start, megabytes=peak, killed=killed,
    )  # fmt: skip


def _run_in_fork(folder: Path, arguments: list[str], outputs: list[Path]) -> None:
    """Run the command in this fork and exit."""

    def work() -> int:
        os.setsid()
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, path in enumerate(outputs, 1):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        return _command(arguments)

    _exit_with(work)


def _exit_with(work: Callable[[], int]) -> None:
    """Exit this fork with the exit code of the work, or with 70 and a traceback."""
    code = 70
    try:
        code = work()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _command(arguments: list[str]) -> int:
    from seqtui.cli import main
    from seqtui.training import supervise

    if arguments[0] == "app":
        from tests.hostile.open_screens import open_screens

        return open_screens(Path(arguments[1]))
    if "tensorflow" in sys.modules:
        supervise.start_trainer = _ForkedTrainer  # type: ignore[assignment, attr-defined]
    return main(arguments)


class _ForkedTrainer:
    """Trainer in a fork, which has TensorFlow loaded already; replaces a Popen object."""

    def __init__(self, run: Any, *_: object, **__: object) -> None:
        self._code: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _exit_with(lambda: self._work(run))

    @staticmethod
    def _work(run: Any) -> int:
        log = os.open(run.log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(log, 1)
        os.dup2(log, 2)
        from seqtui.training.trainer import train

        return train(run)

    @property
    def returncode(self) -> int | None:
        return self._code

    def poll(self) -> int | None:
        if self._code is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            self._code = os.waitstatus_to_exitcode(status) if ended else None
        return self._code

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.01)
        assert self._code is not None
        return self._code

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
