"""The complete state of a training run, to go on from as if nothing had happened."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.errors import InputError
from seqtui.files import replacing
from seqtui.recipe import Recipe
from seqtui.runs.metrics import Metrics

Arrays = list[NDArray[Any]]


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


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
        val_losses: Held-out loss after each whole epoch.
        best: The best whole epoch so far.
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
mutants_xǁCheckpointǁsave__mutmut: MutantDict = {}  # type: ignore
mutants_xǁCheckpointǁload__mutmut: MutantDict = {}  # type: ignore


@dataclass(frozen=True)
class Checkpoint:
    """A position with all that the next step depends on.

    Args:
        position: The position.
        state: Weights, random states and the optimizer's memory.
        best_weights: Those of the position's best epoch.
        best_probabilities: What they say of each held-out review; empty if there is no best yet.
    """

    position: Position
    state: Arrays
    best_weights: Arrays = field(default_factory=list)
    best_probabilities: NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))

    @_mutmut_mutated(mutants_xǁCheckpointǁsave__mutmut)
    def save(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_orig(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_1(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = None
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_2(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(None)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_3(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays = {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_4(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays &= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_5(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(None)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_6(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = None
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_7(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(None, np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_8(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), None)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_9(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_10(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), )
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_11(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(None), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_12(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(None) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_13(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                None, allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_14(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=None, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_15(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=None, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_16(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=None, **arrays
            )

    def xǁCheckpointǁsave__mutmut_17(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                allow_pickle=False, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_18(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, position=position, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_19(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, probabilities=self.best_probabilities, **arrays
            )

    def xǁCheckpointǁsave__mutmut_20(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, **arrays
            )

    def xǁCheckpointǁsave__mutmut_21(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=False, position=position, probabilities=self.best_probabilities, )

    def xǁCheckpointǁsave__mutmut_22(self, path: Path) -> None:
        """Write it; the old one stays until the new one is whole."""
        arrays = {f"state-{place}": array for place, array in enumerate(self.state)}
        arrays |= {f"best-{place}": array for place, array in enumerate(self.best_weights)}
        position = np.frombuffer(msgspec.json.encode(self.position), np.uint8)
        with replacing(path) as beside:
            np.savez(
                beside, allow_pickle=True, position=position, probabilities=self.best_probabilities, **arrays
            )

    @classmethod
    @_mutmut_mutated(mutants_xǁCheckpointǁload__mutmut, is_classmethod = True)
    def load(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_orig(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_1(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(None, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_2(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=None) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_3(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_4(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, ) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_5(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=True) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_6(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    None,
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_7(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    None,
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_8(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    None,
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_9(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    None,
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_10(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_11(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_12(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_13(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_14(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(None),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_15(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(None, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_16(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, None)],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_17(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered("state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_18(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, )],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_19(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "XXstateXX")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_20(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "STATE")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_21(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(None, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_22(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, None)],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_23(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered("best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_24(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, )],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_25(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "XXbestXX")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_26(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "BEST")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_27(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["XXprobabilitiesXX"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_28(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["PROBABILITIES"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_29(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(None) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_30(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(None, error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_31(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, None)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_32(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(error)) from error

    @classmethod
    def xǁCheckpointǁload__mutmut_33(cls, path: Path) -> "Checkpoint | None":
        """Read it; None if there is none.

        Raises:
            InputError: If it is damaged.
        """
        try:
            with np.load(path, allow_pickle=False) as kept:
                return cls(
                    _position(kept),
                    [kept[name] for name in _numbered(kept.files, "state")],
                    [kept[name] for name in _numbered(kept.files, "best")],
                    kept["probabilities"],
                )
        except FileNotFoundError:
            return None
        except _DAMAGES as error:
            raise InputError(_damaged(path, )) from error

mutants_xǁCheckpointǁsave__mutmut['_mutmut_orig'] = Checkpoint.xǁCheckpointǁsave__mutmut_orig # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_1'] = Checkpoint.xǁCheckpointǁsave__mutmut_1 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_2'] = Checkpoint.xǁCheckpointǁsave__mutmut_2 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_3'] = Checkpoint.xǁCheckpointǁsave__mutmut_3 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_4'] = Checkpoint.xǁCheckpointǁsave__mutmut_4 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_5'] = Checkpoint.xǁCheckpointǁsave__mutmut_5 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_6'] = Checkpoint.xǁCheckpointǁsave__mutmut_6 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_7'] = Checkpoint.xǁCheckpointǁsave__mutmut_7 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_8'] = Checkpoint.xǁCheckpointǁsave__mutmut_8 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_9'] = Checkpoint.xǁCheckpointǁsave__mutmut_9 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_10'] = Checkpoint.xǁCheckpointǁsave__mutmut_10 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_11'] = Checkpoint.xǁCheckpointǁsave__mutmut_11 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_12'] = Checkpoint.xǁCheckpointǁsave__mutmut_12 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_13'] = Checkpoint.xǁCheckpointǁsave__mutmut_13 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_14'] = Checkpoint.xǁCheckpointǁsave__mutmut_14 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_15'] = Checkpoint.xǁCheckpointǁsave__mutmut_15 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_16'] = Checkpoint.xǁCheckpointǁsave__mutmut_16 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_17'] = Checkpoint.xǁCheckpointǁsave__mutmut_17 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_18'] = Checkpoint.xǁCheckpointǁsave__mutmut_18 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_19'] = Checkpoint.xǁCheckpointǁsave__mutmut_19 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_20'] = Checkpoint.xǁCheckpointǁsave__mutmut_20 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_21'] = Checkpoint.xǁCheckpointǁsave__mutmut_21 # type: ignore # mutmut generated
mutants_xǁCheckpointǁsave__mutmut['xǁCheckpointǁsave__mutmut_22'] = Checkpoint.xǁCheckpointǁsave__mutmut_22 # type: ignore # mutmut generated

mutants_xǁCheckpointǁload__mutmut['_mutmut_orig'] = Checkpoint.xǁCheckpointǁload__mutmut_orig # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_1'] = Checkpoint.xǁCheckpointǁload__mutmut_1 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_2'] = Checkpoint.xǁCheckpointǁload__mutmut_2 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_3'] = Checkpoint.xǁCheckpointǁload__mutmut_3 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_4'] = Checkpoint.xǁCheckpointǁload__mutmut_4 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_5'] = Checkpoint.xǁCheckpointǁload__mutmut_5 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_6'] = Checkpoint.xǁCheckpointǁload__mutmut_6 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_7'] = Checkpoint.xǁCheckpointǁload__mutmut_7 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_8'] = Checkpoint.xǁCheckpointǁload__mutmut_8 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_9'] = Checkpoint.xǁCheckpointǁload__mutmut_9 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_10'] = Checkpoint.xǁCheckpointǁload__mutmut_10 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_11'] = Checkpoint.xǁCheckpointǁload__mutmut_11 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_12'] = Checkpoint.xǁCheckpointǁload__mutmut_12 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_13'] = Checkpoint.xǁCheckpointǁload__mutmut_13 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_14'] = Checkpoint.xǁCheckpointǁload__mutmut_14 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_15'] = Checkpoint.xǁCheckpointǁload__mutmut_15 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_16'] = Checkpoint.xǁCheckpointǁload__mutmut_16 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_17'] = Checkpoint.xǁCheckpointǁload__mutmut_17 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_18'] = Checkpoint.xǁCheckpointǁload__mutmut_18 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_19'] = Checkpoint.xǁCheckpointǁload__mutmut_19 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_20'] = Checkpoint.xǁCheckpointǁload__mutmut_20 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_21'] = Checkpoint.xǁCheckpointǁload__mutmut_21 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_22'] = Checkpoint.xǁCheckpointǁload__mutmut_22 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_23'] = Checkpoint.xǁCheckpointǁload__mutmut_23 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_24'] = Checkpoint.xǁCheckpointǁload__mutmut_24 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_25'] = Checkpoint.xǁCheckpointǁload__mutmut_25 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_26'] = Checkpoint.xǁCheckpointǁload__mutmut_26 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_27'] = Checkpoint.xǁCheckpointǁload__mutmut_27 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_28'] = Checkpoint.xǁCheckpointǁload__mutmut_28 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_29'] = Checkpoint.xǁCheckpointǁload__mutmut_29 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_30'] = Checkpoint.xǁCheckpointǁload__mutmut_30 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_31'] = Checkpoint.xǁCheckpointǁload__mutmut_31 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_32'] = Checkpoint.xǁCheckpointǁload__mutmut_32 # type: ignore # mutmut generated
mutants_xǁCheckpointǁload__mutmut['xǁCheckpointǁload__mutmut_33'] = Checkpoint.xǁCheckpointǁload__mutmut_33 # type: ignore # mutmut generated
mutants_x_read_position__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_read_position__mutmut)
def read_position(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_orig(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_1(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(None, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_2(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=None) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_3(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_4(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, ) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_5(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=True) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_6(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(None)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, error)) from error


def x_read_position__mutmut_7(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(None) from error


def x_read_position__mutmut_8(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(None, error)) from error


def x_read_position__mutmut_9(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, None)) from error


def x_read_position__mutmut_10(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(error)) from error


def x_read_position__mutmut_11(path: Path) -> Position | None:
    """The position of a checkpoint, without its arrays; None if there is none.

    Raises:
        InputError: If it is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _position(kept)
    except FileNotFoundError:
        return None
    except _DAMAGES as error:
        raise InputError(_damaged(path, )) from error

mutants_x_read_position__mutmut['_mutmut_orig'] = x_read_position__mutmut_orig # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_1'] = x_read_position__mutmut_1 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_2'] = x_read_position__mutmut_2 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_3'] = x_read_position__mutmut_3 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_4'] = x_read_position__mutmut_4 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_5'] = x_read_position__mutmut_5 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_6'] = x_read_position__mutmut_6 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_7'] = x_read_position__mutmut_7 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_8'] = x_read_position__mutmut_8 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_9'] = x_read_position__mutmut_9 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_10'] = x_read_position__mutmut_10 # type: ignore # mutmut generated
mutants_x_read_position__mutmut['x_read_position__mutmut_11'] = x_read_position__mutmut_11 # type: ignore # mutmut generated


_DAMAGES = (OSError, ValueError, KeyError, EOFError, AttributeError, zipfile.BadZipFile)
mutants_x__damaged__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__damaged__mutmut)
def _damaged(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if said else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_orig(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if said else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_1(path: Path, error: Exception) -> str:
    said = None
    return f"{path}: not a checkpoint ({said[0] if said else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_2(path: Path, error: Exception) -> str:
    said = str(None).splitlines()
    return f"{path}: not a checkpoint ({said[0] if said else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_3(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if (said) and False else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_4(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if (said) or True else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_5(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[1] if said else 'damaged'}); remove it to train from the start"


def x__damaged__mutmut_6(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if said else 'XXdamagedXX'}); remove it to train from the start"


def x__damaged__mutmut_7(path: Path, error: Exception) -> str:
    said = str(error).splitlines()
    return f"{path}: not a checkpoint ({said[0] if said else 'DAMAGED'}); remove it to train from the start"

mutants_x__damaged__mutmut['_mutmut_orig'] = x__damaged__mutmut_orig # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_1'] = x__damaged__mutmut_1 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_2'] = x__damaged__mutmut_2 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_3'] = x__damaged__mutmut_3 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_4'] = x__damaged__mutmut_4 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_5'] = x__damaged__mutmut_5 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_6'] = x__damaged__mutmut_6 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_7'] = x__damaged__mutmut_7 # type: ignore # mutmut generated
mutants_x__position__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__position__mutmut)
def _position(kept: Any) -> Position:
    return msgspec.json.decode(kept["position"].tobytes(), type=Position)


def x__position__mutmut_orig(kept: Any) -> Position:
    return msgspec.json.decode(kept["position"].tobytes(), type=Position)


def x__position__mutmut_1(kept: Any) -> Position:
    return msgspec.json.decode(None, type=Position)


def x__position__mutmut_2(kept: Any) -> Position:
    return msgspec.json.decode(kept["position"].tobytes(), type=None)


def x__position__mutmut_3(kept: Any) -> Position:
    return msgspec.json.decode(type=Position)


def x__position__mutmut_4(kept: Any) -> Position:
    return msgspec.json.decode(kept["position"].tobytes(), )


def x__position__mutmut_5(kept: Any) -> Position:
    return msgspec.json.decode(kept["XXpositionXX"].tobytes(), type=Position)


def x__position__mutmut_6(kept: Any) -> Position:
    return msgspec.json.decode(kept["POSITION"].tobytes(), type=Position)

mutants_x__position__mutmut['_mutmut_orig'] = x__position__mutmut_orig # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_1'] = x__position__mutmut_1 # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_2'] = x__position__mutmut_2 # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_3'] = x__position__mutmut_3 # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_4'] = x__position__mutmut_4 # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_5'] = x__position__mutmut_5 # type: ignore # mutmut generated
mutants_x__position__mutmut['x__position__mutmut_6'] = x__position__mutmut_6 # type: ignore # mutmut generated
mutants_x__numbered__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__numbered__mutmut)
def _numbered(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(f"{kind}-") for name in names)
    return [f"{kind}-{place}" for place in range(count)]


def x__numbered__mutmut_orig(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(f"{kind}-") for name in names)
    return [f"{kind}-{place}" for place in range(count)]


def x__numbered__mutmut_1(names: list[str], kind: str) -> list[str]:
    count = None
    return [f"{kind}-{place}" for place in range(count)]


def x__numbered__mutmut_2(names: list[str], kind: str) -> list[str]:
    count = sum(None)
    return [f"{kind}-{place}" for place in range(count)]


def x__numbered__mutmut_3(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(None) for name in names)
    return [f"{kind}-{place}" for place in range(count)]


def x__numbered__mutmut_4(names: list[str], kind: str) -> list[str]:
    count = sum(name.startswith(f"{kind}-") for name in names)
    return [f"{kind}-{place}" for place in range(None)]

mutants_x__numbered__mutmut['_mutmut_orig'] = x__numbered__mutmut_orig # type: ignore # mutmut generated
mutants_x__numbered__mutmut['x__numbered__mutmut_1'] = x__numbered__mutmut_1 # type: ignore # mutmut generated
mutants_x__numbered__mutmut['x__numbered__mutmut_2'] = x__numbered__mutmut_2 # type: ignore # mutmut generated
mutants_x__numbered__mutmut['x__numbered__mutmut_3'] = x__numbered__mutmut_3 # type: ignore # mutmut generated
mutants_x__numbered__mutmut['x__numbered__mutmut_4'] = x__numbered__mutmut_4 # type: ignore # mutmut generated
