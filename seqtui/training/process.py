"""Start a trainer in a separate process, and manage its memory. Does not import TensorFlow."""

import ctypes
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from seqtui.runs import LOG_HEADER, Run
from seqtui.storage.atomic import share_with_group

EXIT_LOCKED = 75
"""Exit code of a trainer if another one has locked the run folder; EX_TEMPFAIL of sysexits.h."""

_SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1",  # each shard has one core, so a matrix product must not use more
    # glibc keeps freed memory. Otherwise large gradients would be mapped and zeroed in each step.
    "MALLOC_TRIM_THRESHOLD_": str(1 << 36),
    "MALLOC_MMAP_MAX_": "0",
}


def release_freed_memory() -> None:
    """Return freed memory to the operating system, which glibc keeps with the settings of a trainer."""
    if trim := getattr(ctypes.CDLL(None) if os.name == "posix" else None, "malloc_trim", None):
        trim(0)


# -P: do not import a random.py or keras.py from the current folder
_COMMAND = [sys.executable, "-P", "-m", "seqtui.training"]


class WaitingTrainer:
    """A trainer process that loads TensorFlow and then waits for a run.

    It ends when it is closed, and also when this process ends.
    """

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **_SETTINGS},
        )

    def train(self, run: Run) -> bool:
        """Let the process train a run, whose log it then writes to; return False if it has ended."""
        assert self.process.stdin is not None  # noqa: S101 - it is a pipe
        try:
            with self.process.stdin as pipe:
                pipe.write(os.fsencode(run.path))
        except OSError:
            return False
        return self.process.poll() is None

    def close(self) -> None:
        """End the process, which has no run."""
        assert self.process.stdin is not None  # noqa: S101 - it is a pipe
        self.process.stdin.close()
        self.process.kill()  # it may still be loading TensorFlow
        self.process.wait()


def start_trainer(
    run: Run, tensorboard: Path | None = None, *, waiting: WaitingTrainer | None = None
) -> "subprocess.Popen[bytes]":
    """Start the trainer of a run and return immediately.

    The trainer has its own session: neither Ctrl-C nor closing the terminal stops it. To stop it, call
    :meth:`Run.request_stop`. All output of the trainer and its libraries is appended to the run's log.

    Args:
        run: The run to train.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        waiting: A process to use, without a TensorBoard log. Default: a new one.

    Returns:
        The process. Its exit code is that of :func:`seqtui.training.trainer.train`.
    """
    with run.log_path.open("ab") as log:
        share_with_group(run.log_path)
        log.write(f"{LOG_HEADER}, {datetime.now():%Y-%m-%d %H:%M:%S}\n".encode())
        log.flush()
        if waiting and not tensorboard and waiting.train(run):
            return waiting.process
        return subprocess.Popen(
            [*_COMMAND, str(run.path), *([str(tensorboard)] if tensorboard else [])],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **_SETTINGS},
        )
