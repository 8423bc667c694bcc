"""The trainer's process: ``python -m seqtui.training RUN``.

Its output goes to the run's ``trainer.log``; whoever watches reads ``events.jsonl``.
"""

import faulthandler
import os
import sys
from pathlib import Path

from seqtui.runs import Run


def main() -> int:
    """Train the run whose folder is the first argument; the exit code is the command's."""
    faulthandler.enable()  # a crash inside a library leaves its last words too
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    from seqtui.training.trainer import train

    return train(Run(Path(sys.argv[1])))


if __name__ == "__main__":
    sys.exit(main())
