"""Starting a trainer as a process of its own. Does not import TensorFlow."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from seqtui.runs import LOG_BEGINS, Run
from seqtui.storage.atomic import share_with_group

TURNED_AWAY = 75
"""The exit code of a trainer that finds another one at work; EX_TEMPFAIL of sysexits.h."""

_SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1",  # a branch of the graph a core: a product must not take the others as well
    # glibc keeps freed memory: large gradients would otherwise be mapped and zeroed anew at each step.
    "MALLOC_TRIM_THRESHOLD_": str(1 << 36),
    "MALLOC_MMAP_MAX_": "0",
}


def start_trainer(run: Run, tensorboard: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start the trainer of a run and return at once.

    It gets its own session, so that neither the terminal's Ctrl-C nor its end reaches it: ask it to stop with
    :meth:`Run.request_stop`. Everything that it and its libraries print goes to the run's log.

    Args:
        run: Its folder.
        tensorboard: Where a log for TensorBoard goes. Default: nowhere.
    """
    with run.log_path.open("ab") as log:
        share_with_group(run.log_path)
        log.write(f"{LOG_BEGINS}, {datetime.now():%Y-%m-%d %H:%M:%S}\n".encode())
        log.flush()
        return subprocess.Popen(
            # -P: a random.py or keras.py in the current folder is not imported
            [
                sys.executable,
                "-P",
                "-m",
                "seqtui.training",
                str(run.path),
                *([str(tensorboard)] if tensorboard else []),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **_SETTINGS},
        )
