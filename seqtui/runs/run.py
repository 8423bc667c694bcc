"""A training run as a folder: the only thing that trainer, app, exporter and command line share."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import msgspec

from seqtui.errors import InputError, nearest
from seqtui.recipe import Recipe, changes
from seqtui.runs.crash_reason import changed_at, tail_of, why_crashed
from seqtui.runs.event_log import EventTail
from seqtui.runs.events import ENDS, End, Event, Failed, Finished, to_line, until
from seqtui.runs.files import RunFiles
from seqtui.runs.metrics import Metrics, metrics_in
from seqtui.runs.progress import Progress
from seqtui.runs.state import State, Status, state_of
from seqtui.storage.atomic import make_folder, replacing, share_with_group
from seqtui.storage.locks import file_lock, is_held

if TYPE_CHECKING:
    from seqtui.runs.checkpoint import Position

BUSY = "a trainer is working in this run"
"""What a second trainer is told."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_PRUNED = "pruned"
_STARTING_SECONDS = 15  # a child may need this long, on a cold disk, to reach its lock


class Run(RunFiles):
    """One run folder.

    Args:
        path: The folder. It exists; use :meth:`create` for a new one and :meth:`find` for a name.
    """

    @classmethod
    def create(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not cls.is_name(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            make_folder(runs_dir, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    make_folder(path)
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except (OSError, UnicodeEncodeError):
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @staticmethod
    def is_name(name: str) -> bool:
        """Whether a run may be called that: a name never leads out of the folder of runs."""
        return _NAME.fullmatch(name) is not None

    @classmethod
    def find(cls, name: str, runs_dir: str | os.PathLike[str] = "runs") -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Args:
            name: Name or path of the run folder.
            runs_dir: Folder of the run folders. Default "runs".

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        runs_dir = Path(runs_dir)
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        if Path(name).exists():
            raise InputError(_not_a_run(Path(name)))
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def all(cls, runs_dir: str | os.PathLike[str] = "runs") -> list["Run"]:
        """Return every run under ``runs_dir``, the newest first."""
        recipes = Path(runs_dir).glob("*/recipe.toml")
        by_age = sorted(recipes, key=lambda recipe: (changed_at(recipe), recipe), reverse=True)
        return [cls(recipe.parent) for recipe in by_age]

    @property
    def recipe(self) -> Recipe:
        """What decided the run."""
        return Recipe.load(self.recipe_path)

    @property
    def metrics(self) -> Metrics | None:
        """Results of the best weights, or None before the first epoch is over.

        Raises:
            InputError: If they cannot be read.
        """
        if within := metrics_in(self.model_path):
            return within
        try:
            return msgspec.json.decode(self.metrics_path.read_bytes(), type=Metrics)
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError) as error:
            raise InputError(f"{self.metrics_path}: not a metrics file: {error}") from error

    def lock(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return file_lock(self.lock_path, timeout=1)

    @property
    def is_locked(self) -> bool:
        """Whether a trainer works in the folder now."""
        return is_held(self.lock_path)

    @property
    def state(self) -> State:
        """What became of the run."""
        return self.status().state

    def status(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    @property
    def is_alive(self) -> bool:
        """Whether a trainer works in the folder, or may be about to."""
        changed = changed_at(self.recipe_path)
        starting = changed >= changed_at(self.events_path) and abs(time.time() - changed) < _STARTING_SECONDS
        return self.is_locked or starting

    def events(self) -> list[Event]:
        """All events so far. Lines that a kill cut short are left out."""
        tail, events = self.tail(), list[Event]()
        while new := tail.read():
            events += new
        return events

    def end(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if events else None
        return last if isinstance(last, ENDS) else None

    def follow(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Read events from the first on and wait for more until the run has ended.

        Args:
            is_alive: Says whether a trainer can still write; asked when nothing new has come.
            poll_seconds: How long to wait between two looks.

        Yields:
            Each event in order, and None after each look that found nothing new.
        """
        tail = self.tail()
        dead = False
        while True:
            new = tail.read()
            for event in new:
                yield event
                if isinstance(event, ENDS):
                    return
            if new:
                continue
            if dead:
                return
            dead = not is_alive()  # what a dying trainer wrote last is still read, in one more round
            if not dead:
                yield None
                time.sleep(poll_seconds)

    def rewind(self) -> None:
        """Make the run ready for a trainer that goes on from the last checkpoint, or from the start.

        What was reported after the checkpoint is taken back, and so is a request to stop.

        Raises:
            InputError: If the run has finished, a trainer works in it, or its checkpoint is damaged or of
                another recipe.
        """
        if isinstance(self.end(), Finished):
            raise InputError(f"{self.path}: this run has finished; there is nothing to resume")
        try:
            with self.lock():
                position = self.position
                events = until(self.events(), position.epoch, position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    @property
    def position(self) -> "Position | None":
        """Where the checkpoint stands; None if there is none.

        Raises:
            InputError: If it is damaged, or of another recipe.
        """
        from seqtui.runs.checkpoint import (
            read_position,  # loads numpy, which the app's first picture need not
        )

        position = read_position(self.checkpoint_path)
        if position and (changed := changes(position.recipe, self.recipe)):
            raise InputError(
                f"{self.recipe_path}: changed since the checkpoint was written ({changed}); "
                "change it back, or train a new run"
            )
        return position

    def tail(self) -> EventTail:
        """A reader of the events that gives at each look those that are new."""
        return EventTail(self.events_path)

    @property
    def stop_requested(self) -> bool:
        """Whether somebody asked the trainer to stop."""
        return (self.path / "stop").exists()

    @property
    def stop_after_epoch_requested(self) -> bool:
        """Whether somebody asked the trainer to stop once the running epoch is over."""
        return (self.path / "stop-after-epoch").exists()

    def request_stop_after_epoch(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        self._request("stop-after-epoch")

    @property
    def pruning_requested(self) -> bool:
        """Whether it was a search that asked the trainer to stop."""
        try:
            return (self.path / "stop").read_text() == _PRUNED
        except FileNotFoundError:
            return False

    def request_stop(self, *, pruned: bool = False) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights.

        Args:
            pruned: A search asks, as other recipes do better. Default: a person does.
        """
        self._request("stop", _PRUNED if pruned else "")

    def _request(self, name: str, content: str = "") -> None:
        path = self.path / name
        path.write_text(content)
        share_with_group(path)

    def clear_stop(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def log_tail(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(self.log_path, lines)

    def why_crashed(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.path, self.log_path)

    def delete(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, it is a link, or a part of it is another user's alone.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a link; delete the run that it leads to")
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        for folder, _, _ in os.walk(self.path):  # asked before, so that nothing is left half deleted
            if not os.access(folder, os.W_OK | os.X_OK):
                raise InputError(f"{folder}: another user's; only the owner may delete it")
        if not os.access(self.path.parent, os.W_OK):
            raise InputError(f"{self.path.parent}: cannot be written to; the run cannot be deleted")
        shutil.rmtree(self.path)


def _not_a_run(path: Path) -> str:
    if path.is_dir():
        return f"{path}: not a run folder (no recipe.toml in it)"
    inside = "; the run is its folder" if (path.parent / "recipe.toml").is_file() else ""
    return f"{path}: a file, not a run{inside}; 'seqtui runs' lists the runs"
