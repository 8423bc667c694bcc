"""Checkpoints: the complete state of a training run, to resume it without any difference in the result."""

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
    """Position of a trainer within its run.

    Args:
        recipe: Recipe of the run. The order of the reviews depends on its seed and the epoch only.
        epoch: Current epoch, from 1; the number of epochs plus 1 after the last one.
        batch: Completed batches of the current epoch. Default 0.
        loss_sum: Sum of the losses of the epoch's reviews so far, in nats. Default 0.
        correct: Correct predictions of the epoch so far. Default 0.
        reviews: Reviews of the epoch so far. Default 0.
        seconds: Training time of the epoch so far. Default 0.
        total_seconds: Time of the run so far, including loading and validation. Default 0.
        val_losses: Validation loss after each completed epoch; empty without validation set. Default empty.
        best: Metrics of the best completed epoch so far. Default: None, no epoch is complete.
        ngrams: Number of n-grams that the network looks up. Default: None, the architecture's maximum.
        text_rule: Version of the text rule. Default 2, as in checkpoints of seqtui before 0.2.
    """

    recipe: Recipe
    epoch: int = 1
    batch: int = 0
    loss_sum: float = 0.0
    correct: int = msgspec.field(default=0, name="right")  # the name in stored checkpoints
    reviews: int = 0
    seconds: float = 0.0
    total_seconds: float = 0.0
    val_losses: tuple[float, ...] = ()
    best: Metrics | None = None
    ngrams: int | None = None
    text_rule: int = 2


@dataclass(frozen=True)
class Checkpoint:
    """A position with the state of network and optimizer.

    Args:
        position: Position of the trainer.
        state: Weights, random states and optimizer variables.
        best_weights: Weights of the best epoch. Default: empty, no epoch is complete.
    """

    position: Position
    state: Arrays
    best_weights: Arrays = field(default_factory=list)

    def save(self, path: Path) -> None:
        """Write the checkpoint; replace an older one only when the new file is complete.

        Args:
            path: File to write.
        """
        arrays = {f"state-{index}": array for index, array in enumerate(self.state)}
        arrays |= {f"best-{index}": array for index, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as temporary:
            np.savez(temporary, allow_pickle=False, position=position, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Checkpoint | None":
        """Read a checkpoint; return None if there is none.

        Args:
            path: File to read.

        Raises:
            InputError: If the file is damaged.
        """
        return _read(
            path,
            lambda archive: cls(
                _position(archive),
                [archive[name] for name in _numbered(archive.files, "state")],
                [archive[name] for name in _numbered(archive.files, "best")],
            ),
        )


def read_position(path: Path) -> Position | None:
    """Read the position of a checkpoint without its arrays; return None if there is no checkpoint.

    Args:
        path: File to read.

    Raises:
        InputError: If the file is damaged.
    """
    return _read(path, _position)


DAMAGED = (
    OSError, ValueError, KeyError, EOFError, AttributeError, MemoryError, NotImplementedError, RuntimeError,
    struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""Exceptions of numpy and zipfile for damaged archives; a damaged header can request too much memory."""


def _read(path: Path, parse: Callable[[Any], _T]) -> _T | None:
    """Parse an archive; return None if there is none."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return parse(archive)
    except FileNotFoundError:
        return None
    except DAMAGED as error:
        lines = str(error).splitlines()
        reason = lines[0] if lines else "damaged"
        raise InputError(f"{path}: not a checkpoint ({reason}); remove it to train from the start") from error


def _position(archive: Any) -> Position:
    return msgspec.json.decode(archive["position"].tobytes(), type=Position)


def _numbered(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(f"{kind}-") for name in names)
    return [f"{kind}-{index}" for index in range(count)]
