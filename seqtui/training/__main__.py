"""Entry point of the trainer process: ``python -m seqtui.training [RUN [TENSORBOARD]]``.

Its output goes to the run's ``trainer.log``; readers follow ``events.jsonl``.
"""

import faulthandler
import os
import socket
import sys
from pathlib import Path

from seqtui.runs import Run
from seqtui.storage.environment import ensure_folders
from seqtui.training.server import serve


def main() -> int:
    """Train the run in the folder of the first argument; write a TensorBoard log to the second, if given.

    Without arguments: load TensorFlow and fork a trainer for each request, see
    :class:`seqtui.training.server.TrainerServer`; standard input is its socket.

    Returns:
        The exit code of :func:`seqtui.training.trainer.train`; 0 of the process that forks trainers.
    """
    faulthandler.enable()  # also log a traceback if a library crashes
    ensure_folders()
    from seqtui.training.trainer import train

    if arguments := [Path(argument) for argument in sys.argv[1:]]:
        run, *tensorboard = arguments
        return train(Run(run), *tensorboard)
    forked = serve(socket.socket(fileno=os.dup(0)))
    return train(forked.run, ahead=forked.ahead) if forked else 0


if __name__ == "__main__":
    sys.exit(main())
