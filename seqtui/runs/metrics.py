"""What the best weights of a run are worth, in one file with them."""

import zipfile
from pathlib import Path

import msgspec

MEMBER = "metrics.json"
_LARGEST = 1 << 16  # bytes


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """Held-out results of the best weights: part of ``model.keras``, and beside it as ``metrics.json``."""

    epoch: int
    val_loss: float
    val_accuracy: float
    held_out: int


def metrics_in(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None
