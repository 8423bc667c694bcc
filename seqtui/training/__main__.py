"""The trainer's process: ``python -m seqtui.training RUN [TENSORBOARD]``.

Its output goes to the run's ``trainer.log``; whoever watches reads ``events.jsonl``.
"""

import faulthandler
import os
import sys
from pathlib import Path

from seqtui.runs import Run
from seqtui.storage.environment import ensure_folders, isolate_keras


def main() -> int:
    """Train the run whose folder is the first argument; a log for TensorBoard goes to the second.

    Returns:
        The command's exit code.
    """
    faulthandler.enable()  # a crash inside a library leaves its last words too
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    ensure_folders()
    isolate_keras()
    from seqtui.training.trainer import train

    run, *tensorboard = (Path(argument) for argument in sys.argv[1:])
    return train(Run(run), *tensorboard)


if __name__ == "__main__":
    sys.exit(main())
