"""Trainers that are forked from a process with TensorFlow loaded: each starts some five seconds sooner.

They run the code of ``python -m seqtui.training`` with the same arguments, environment and log.
"""

import functools
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.context import ForkServerProcess
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from seqtui.corpora.installed import read_installed
from seqtui.training import process
from seqtui.training.server import TrainerServer

_FORKS = multiprocessing.get_context("forkserver")


def start_fork(work: Callable[..., None], *arguments: object, env: dict[str, str]) -> ForkServerProcess:
    """Call a function in a process with TensorFlow loaded.

    Args:
        work: Function of a module.
        *arguments: Its arguments.
        env: Environment variables that libraries read when they are loaded, before the first fork.
    """
    _FORKS.set_forkserver_preload(["tests.preloaded"])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stderr", sys.__stderr__)  # the app's has no descriptor to inherit
        ensure_running()
    process = _FORKS.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def end_forks() -> None:
    """Kill the forked processes that still run."""
    for child in multiprocessing.active_children():
        if isinstance(child, ForkServerProcess):
            child.kill()
            child.join()


class ForkedTrainer:
    """Stands for the ``subprocess.Popen`` of a trainer."""

    def __init__(self, command: list[str], *, stdout: IO[bytes], env: dict[str, str], **_: object) -> None:
        arguments = command[command.index("seqtui.training") :]
        self._process = start_fork(_train, arguments, stdout.name, env, str(Path.cwd()), env=env)

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int | None:
        self._process.join(timeout)
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()

    def terminate(self) -> None:
        self._process.terminate()

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)


def fork_trainers(patch: pytest.MonkeyPatch) -> None:
    """Let ``start_trainer`` fork trainers instead of starting processes."""
    patch.setattr(process, "subprocess", SimpleNamespace(Popen=ForkedTrainer, DEVNULL=None))
    patch.setattr(TrainerServer, "is_useful", lambda: False)


def read_once(patch: pytest.MonkeyPatch) -> None:
    """Keep the 25,000 reviews in memory after they were read, in this process and for forked trainers."""
    patch.setattr("seqtui.corpora.read_installed", functools.cache(read_installed))


def _train(arguments: list[str], log: str, env: dict[str, str], folder: str) -> None:
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    with Path(os.devnull).open("rb") as nothing, Path(log).open("ab") as output:
        for file, descriptor in ((nothing, 0), (output, 1), (output, 2)):
            os.dup2(file.fileno(), descriptor)
    sys.argv = arguments
    from seqtui.training.__main__ import main

    sys.exit(main())
