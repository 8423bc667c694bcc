"""What the best weights of a run are worth, in one file with them."""

import zipfile
import zlib
from pathlib import Path

import msgspec

MEMBER = "metrics.json"
_LARGEST = 1 << 20  # bytes; a thousand labels have their names in it


class Metrics(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Held-out results of the best weights: part of ``model.keras``, and beside it as ``metrics.json``.

    Args:
        epoch: The one that the weights are of.
        val_loss: Mean cross-entropy, in nats.
        val_accuracy: Share of the held-out reviews that is labelled rightly.
        held_out: How many they are.
        labels: The labels' names, in the order of the network's probabilities.
        ngrams: How many n-grams the weights are for. None: as many as the network can look for, or none.
    """

    epoch: int
    val_loss: float
    val_accuracy: float
    held_out: int
    labels: tuple[str, ...]
    ngrams: int | None = None


def metrics_in(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return None
