"""Entry point of the trainer process: ``python -m seqtui.training [RUN [TENSORBOARD]]``.

Its output goes to the run's ``trainer.log``; readers follow ``events.jsonl``.
"""

import faulthandler
import os
import sys
from pathlib import Path

from seqtui.runs import Run
from seqtui.storage.environment import ensure_folders, isolated_keras


def main() -> int:
    """Train the run in the folder of the first argument; write a TensorBoard log to the second, if given.

    Without arguments: load TensorFlow, read the run's folder from standard input until its end, and train it.

    Returns:
        The exit code of :func:`seqtui.training.trainer.train`; 0 if there is no run.
    """
    faulthandler.enable()  # also log a traceback if a library crashes
    ensure_folders()
    from seqtui.training.trainer import train

    if arguments := [Path(argument) for argument in sys.argv[1:]]:
        run, *tensorboard = arguments
        return train(Run(run), *tensorboard)
    waited_for = _wait_for_run()
    return train(waited_for) if waited_for else 0


def _wait_for_run() -> Run | None:
    """Load TensorFlow and wait for the folder of a run; from then on, write to its log."""
    with isolated_keras():
        import seqtui.training.model  # noqa: F401
    path = os.fsdecode(sys.stdin.buffer.read())
    if not path:
        return None
    run = Run(Path(path))
    with Path(os.devnull).open("rb") as nothing, run.log_path.open("ab") as log:
        for file, descriptor in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(file.fileno(), descriptor)
    return run


if __name__ == "__main__":
    sys.exit(main())
