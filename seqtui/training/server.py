"""A process that loads TensorFlow once and forks a trainer for each run."""

import gc
import os
import selectors
import signal
import socket
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import msgspec

from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.storage.environment import isolated_keras

if TYPE_CHECKING:
    from seqtui.training.read_ahead import ReadAhead

_FREE_MEMORY = 4 << 30  # bytes; the process needs 0.7 GB, most of which it shares with its trainers
_MESSAGE = 1 << 16  # bytes, more than a path has
_PAUSE = 0.05  # seconds between two looks whether a trainer has ended


class ForkedTrainer:
    """A trainer that a :class:`TrainerServer` has forked, with the methods of ``subprocess.Popen``.

    Args:
        pid: Its process id.
        pipe: Receives its exit code from the server when it ends.
    """

    def __init__(self, pid: int, pipe: IO[bytes]) -> None:
        self.pid = pid
        self._pipe = pipe
        self._code: int | None = None

    def poll(self) -> int | None:
        """Return the exit code; None while it works."""
        if self._code is None and _is_readable(self._pipe):
            if line := self._pipe.readline():
                self._code = int(line)
            elif not _exists(self.pid):  # the server was killed before, so nobody knows
                self._code = 1
            if self._code is not None:
                self._pipe.close()
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended and return the exit code.

        Args:
            timeout: Maximum seconds. Default: no maximum.

        Raises:
            subprocess.TimeoutExpired: If it still works after that time.
        """
        start = time.monotonic()
        while (code := self.poll()) is None:
            if timeout is not None and time.monotonic() - start > timeout:
                raise subprocess.TimeoutExpired(f"trainer {self.pid}", timeout)
            time.sleep(_PAUSE)
        return code

    def kill(self) -> None:
        """Kill it, unless it has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class TrainerServer:
    """A process that has loaded TensorFlow, from which trainers are forked, so that they start at once.

    Each trainer has its own process and session: if one crashes, the others and the server continue, and its
    memory is free when it ends. The server ends when it is closed, and also when this process ends; its
    trainers continue.

    Args:
        command: Starts the trainer's module without arguments.
        environment: Environment variables of all trainers.
    """

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._read_ahead: Recipe | None = None
        self._requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=environment,
            )

    @staticmethod
    def is_useful() -> bool:
        """Return whether trainers can be forked here, and the machine has enough free memory.

        On macOS, libraries that TensorFlow uses do not work in a forked process.
        """
        import psutil  # slow to import

        return hasattr(os, "pidfd_open") and psutil.virtual_memory().available > _FREE_MEMORY

    @property
    def is_alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    @property
    def is_ready(self) -> bool:
        """Whether TensorFlow is loaded."""
        return self.is_alive and _is_readable(self._requests)

    def start(self, run: Run, log: IO[bytes]) -> ForkedTrainer | None:
        """Start the trainer of a run; wait until TensorFlow is loaded, if necessary.

        Args:
            run: The run to train.
            log: Receives the trainer's output.

        Returns:
            The trainer; None if the server has ended.
        """
        reader, writer = os.pipe()
        pipe = os.fdopen(reader, "rb", buffering=0)
        with suppress(OSError):  # the server has ended, and the pipe is empty
            socket.send_fds(self._requests, [os.fsencode(run.path)], [writer, log.fileno()])
        os.close(writer)
        if pid := pipe.readline():
            return ForkedTrainer(int(pid), pipe)
        pipe.close()
        return None

    def read_ahead(self, recipe: Recipe) -> None:
        """Let the process read the source of a recipe, so that trainers that need the same reviews have them.

        What it read before is forgotten, unless these are the same reviews. Large sources, and those with
        corrections or texts without labels, are left to the trainers. A trainer does not use what was read if
        a file has changed since.

        Args:
            recipe: The recipe of the trainings.
        """
        if recipe != self._read_ahead:
            self._read_ahead = recipe
            with suppress(OSError):  # the process has ended, or has not read many requests yet
                self._requests.send(msgspec.json.encode(recipe.to_settings()), socket.MSG_DONTWAIT)

    def close(self) -> None:
        """End the process; its trainers continue."""
        self._requests.close()
        self._process.kill()  # it may still be loading TensorFlow
        self._process.wait()


def load_libraries() -> None:
    """Load what every trainer needs, before it is forked."""
    with isolated_keras():
        import seqtui.training.model  # noqa: F401
    from seqtui.text.numbering import number_tokens

    number_tokens(["a"])  # loads its compiled loops
    gc.freeze()  # trainers need not search what is loaded for garbage


class Forked(NamedTuple):
    """What a forked trainer is to do.

    Args:
        run: The run to train.
        ahead: Reviews that the server has read, or None.
    """

    run: Run
    ahead: "ReadAhead | None"


def serve(requests: socket.socket) -> Forked | None:
    """Load TensorFlow and fork a trainer for each request.

    Args:
        requests: Receives folders of runs, each with a pipe for the trainer's process id and exit code, and
            with a log; and without these, recipes whose source is to be read.

    Returns:
        In a forked process, what it is to do; None in the server, when there will be no more requests.
    """
    load_libraries()
    ahead = None
    running: dict[int, tuple[int, int]] = {}  # descriptor of each trainer: its process id and its pipe
    with selectors.DefaultSelector() as events, suppress(OSError):  # the other process has ended
        requests.send(b"ready")
        events.register(requests, selectors.EVENT_READ)
        while True:
            for key, _ in events.select():
                if key.fileobj is not requests:
                    events.unregister(key.fd)
                    _report_end(key.fd, *running.pop(key.fd))
                    continue
                path, descriptors, *_ = socket.recv_fds(requests, _MESSAGE, 2)
                if not path:
                    return None
                if not descriptors:
                    recipe = Recipe.from_settings(msgspec.json.decode(path))
                    if not (ahead and ahead.is_of(recipe)):
                        ahead = None  # its memory is free before the next source is read
                        ahead = _read_source(recipe)
                    continue
                pipe, log = descriptors
                pid = os.fork()
                if pid == 0:
                    pipes = [pipe, *(pipe for _, pipe in running.values())]
                    _become_trainer(log, [requests.detach(), *running, *pipes])
                    return Forked(Run(Path(os.fsdecode(path))), ahead)
                os.close(log)
                os.write(pipe, b"%d\n" % pid)
                trainer = os.pidfd_open(pid)
                running[trainer] = pid, pipe
                events.register(trainer, selectors.EVENT_READ)
    return None


def _read_source(recipe: Recipe) -> "ReadAhead | None":
    """Read the source of a recipe; return None if that is not possible, which its trainer will report."""
    from seqtui.training.read_ahead import ReadAhead

    with suppress(Exception):
        return ReadAhead.of(recipe)
    return None


def _report_end(trainer: int, pid: int, pipe: int) -> None:
    """Write the exit code of a trainer that has ended, and close its descriptors."""
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with suppress(OSError):  # nobody waits for it
        os.write(pipe, b"%d\n" % code)
    os.close(pipe)
    os.close(trainer)


def _become_trainer(log: int, others: Iterable[int]) -> None:
    """Give a forked process its own session and log, and close the descriptors of the server."""
    os.setsid()
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    for descriptor in (log, *others):
        os.close(descriptor)


def _is_readable(file: IO[bytes] | socket.socket) -> bool:
    """Return whether a pipe or a socket has data or has ended."""
    with selectors.DefaultSelector() as events:
        events.register(file, selectors.EVENT_READ)
        return bool(events.select(0))


def _exists(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False
