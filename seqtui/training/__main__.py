"""Entry point of the trainer process: ``python -m seqtui.training RUN [TENSORBOARD]``.

Its output goes to the run's ``trainer.log``; readers follow ``events.jsonl``.
"""

import faulthandler
import sys
from pathlib import Path

from seqtui.runs import Run
from seqtui.storage.environment import ensure_folders


def main() -> int:
    """Train the run in the folder of the first argument; write a TensorBoard log to the second, if given.

    Returns:
        The exit code of :func:`seqtui.training.trainer.train`.
    """
    faulthandler.enable()  # also log a traceback if a library crashes
    ensure_folders()
    from seqtui.training.trainer import train

    run, *tensorboard = (Path(argument) for argument in sys.argv[1:])
    return train(Run(run), *tensorboard)


if __name__ == "__main__":
    sys.exit(main())
