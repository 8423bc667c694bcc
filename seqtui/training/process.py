"""Start a trainer in a separate process, and manage its memory. Does not import TensorFlow."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from seqtui.runs import LOG_HEADER, Run
from seqtui.storage.atomic import share_with_group
from seqtui.training.server import ForkedTrainer, TrainerServer

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


Trainer = subprocess.Popen[bytes] | ForkedTrainer
"""Process of a trainer."""


def trainer_server() -> TrainerServer | None:
    """Start a process that forks trainers; return None if that is not useful on this machine."""
    return TrainerServer(_COMMAND, {**os.environ, **_SETTINGS}) if TrainerServer.is_useful() else None


@contextmanager
def forking_trainers() -> Iterator[TrainerServer | None]:
    """Provide such a process for several trainings, and end it."""
    server = trainer_server()
    try:
        yield server
    finally:
        if server:
            server.close()


def start_trainer(
    run: Run, tensorboard: Path | None = None, *, server: TrainerServer | None = None
) -> Trainer:
    """Start the trainer of a run and do not wait for its end.

    The trainer has its own session: neither Ctrl-C nor closing the terminal stops it. To stop it, call
    :meth:`Run.request_stop`. All output of the trainer and its libraries is appended to the run's log.

    Args:
        run: The run to train.
        tensorboard: Folder for a TensorBoard log. Default: no log.
        server: Forks the trainer, unless it has ended or there is a TensorBoard log. Default: the trainer is
            a new process.

    Returns:
        The process. Its exit code is that of :func:`seqtui.training.trainer.train`.
    """
    with run.log_path.open("ab") as log:
        share_with_group(run.log_path)
        log.write(f"{LOG_HEADER}, {datetime.now():%Y-%m-%d %H:%M:%S}\n".encode())
        log.flush()
        if server and not tensorboard and (forked := server.start(run, log)):
            return forked
        return subprocess.Popen(
            [*_COMMAND, str(run.path), *([str(tensorboard)] if tensorboard else [])],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **_SETTINGS},
        )
