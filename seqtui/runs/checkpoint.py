"""The complete state of a training run, to go on from as if nothing had happened."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs.metrics import Metrics
from seqtui.storage.atomic import replacing

Arrays = list[NDArray[Any]]
_T = TypeVar("_T")


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Where in its work a trainer stands.

    Args:
        recipe: What it was doing; the reviews' order is a function of its seed and the epoch.
        epoch: The epoch that runs, from 1; one more than the recipe's when all are over.
        batch: Batches of it that are done.
        loss_sum: Of its reviews so far, in nats.
        right: Reviews so far that were labelled rightly.
        reviews: Reviews so far.
        seconds: Spent on it so far.
        total_seconds: Spent on the whole run so far, loading and validation included.
        val_losses: Validation loss after each whole epoch; empty without validation.
        best: The best whole epoch so far.
        ngrams: How many n-grams the network looks for. None: as many as it can, or none at all.
    """

    recipe: Recipe
    epoch: int = 1
    batch: int = 0
    loss_sum: float = 0.0
    right: int = 0
    reviews: int = 0
    seconds: float = 0.0
    total_seconds: float = 0.0
    val_losses: tuple[float, ...] = ()
    best: Metrics | None = None
    ngrams: int | None = None


@dataclass(frozen=True)
class Checkpoint:
    """A position with all that the next step depends on.

    Args:
        position: The position.
        state: Weights, random states and the optimizer's memory.
        best_weights: Those of the position's best epoch.
    """

    position: Position
    state: Arrays
    best_weights: Arrays = field(default_factory=list)

    def save(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(beside, allow_pickle=False, position=position, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        return _read(
            path,
            lambda kept: cls(
                _position(kept),
                [kept[name] for name in _numbered(kept.files, "state")],
                [kept[name] for name in _numbered(kept.files, "best")],
            ),
        )


def read_position(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    return _read(path, _position)


_DAMAGES = (
    OSError, ValueError, KeyError, EOFError, AttributeError, MemoryError, NotImplementedError, RuntimeError,
    struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What numpy and zipfile raise of damaged archives; the array that one claims may not fit the memory."""


def _read(path: Path, take: Callable[[Any], _T]) -> _T | None:
    """What ``take`` makes of the archive; None if there is none."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            return take(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        said = str(error).splitlines()
        why = said[0] if said else "damaged"
        raise InputError(f"{path}: not a checkpoint ({why}); remove it to train from the start") from error


def _position(kept: Any) -> Position:
    return msgspec.json.decode(kept["position"].tobytes(), type=Position)


def _numbered(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(f"{kind}-") for name in names)
    return [f"{kind}-{place}" for place in range(count)]
