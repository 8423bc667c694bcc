"""A training run, stored as a folder."""

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
from seqtui.runs.crash_reason import find_crash_reason, last_lines, modified_at
from seqtui.runs.event_log import EventTail
from seqtui.runs.events import ENDS, End, Event, Failed, Finished, events_until, to_line
from seqtui.runs.files import RunFiles
from seqtui.runs.metrics import Metrics, metrics_in
from seqtui.runs.progress import RunProgress
from seqtui.runs.state import State, Status, state_of
from seqtui.storage.atomic import make_folder, replacing, share_with_group
from seqtui.storage.locks import file_lock, is_held
from seqtui.text import RULE_VERSION

if TYPE_CHECKING:
    from seqtui.runs.checkpoint import Position

BUSY = "a trainer is working in this run"
"""Error message for a locked run."""


class RunBusyError(InputError):
    """A trainer is working in the run folder."""


_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_PRUNED = "pruned"
_STARTING_SECONDS = 15  # a trainer may take so long to lock the run if the disk is cold


class Run(RunFiles):
    """A run folder.

    Args:
        path: Path of the folder, which exists. Use :meth:`create` for a new run and :meth:`find` for a name.
    """

    @classmethod
    def create(
        cls, runs_dir: Path, recipe: Recipe, name: str | None = None, network: bytes | None = None
    ) -> "Run":
        """Create the folder of a new run and write its recipe.

        Args:
            runs_dir: Folder of the run folders, created if missing.
            recipe: Recipe of the run.
            name: Name of the run folder. Default: date, time and architecture.
            network: Content of the file of a network of one's own. Default: none.

        Raises:
            InputError: If the name is invalid or exists, or the folder cannot be created.
        """
        if name is not None and not cls.is_name(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{_name_of(recipe)}"
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
                    if network is not None:
                        with replacing(run.network_path) as temporary:
                            temporary.write_bytes(network)
                    recipe.save(run.recipe_path)
                except (OSError, UnicodeEncodeError):
                    shutil.rmtree(path)
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot create a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @staticmethod
    def is_name(name: str) -> bool:
        """Return whether a name is valid; a valid name cannot lead out of the folder of runs."""
        return _NAME.fullmatch(name) is not None

    @classmethod
    def find(cls, name: str, runs_dir: str | os.PathLike[str] = "runs") -> "Run":
        """Find a run by the path of its folder or by its name under ``runs_dir``.

        Args:
            name: Name or path of the run folder.
            runs_dir: Folder of the run folders. Default "runs".

        Raises:
            InputError: If there is no such run; the message suggests the closest name.
        """
        runs_dir = Path(runs_dir)
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        if Path(name).exists():
            raise InputError(_not_a_run(Path(name)))
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' creates one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def all(cls, runs_dir: str | os.PathLike[str] = "runs") -> list["Run"]:
        """Return every run under ``runs_dir``, the newest first."""
        recipes = Path(runs_dir).glob("*/recipe.toml")
        newest_first = sorted(recipes, key=lambda recipe: (modified_at(recipe), recipe), reverse=True)
        return [cls(recipe.parent) for recipe in newest_first]

    @property
    def recipe(self) -> Recipe:
        """Recipe of the run."""
        return Recipe.load(self.recipe_path)

    @property
    def reading_recipe(self) -> Recipe:
        """Recipe to read the run's reviews again: with the corrections that it was trained with.

        The corrections file itself may have grown since.
        """
        recipe = self.recipe
        if recipe.corrections is None or not self.corrections_path.exists():
            return recipe
        return msgspec.structs.replace(recipe, corrections=str(self.corrections_path))

    @property
    def metrics(self) -> Metrics | None:
        """Metrics of the best weights; None before the first epoch is complete.

        Raises:
            InputError: If they cannot be read.
        """
        if metrics := metrics_in(self.model_path):
            return metrics
        try:
            return msgspec.json.decode(self.metrics_path.read_bytes(), type=Metrics)
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError) as error:
            raise InputError(f"{self.metrics_path}: not a metrics file: {error}") from error

    @property
    def test_seen(self) -> bool:
        """Whether somebody looked at the test reviews and their predictions, see :meth:`note_test_seen`."""
        return self.test_seen_path.exists()

    def note_test_seen(self) -> None:
        """Note that somebody looks at the test reviews: what is decided then makes their accuracy worth less.

        Raises:
            OSError: If the note cannot be written.
        """
        if not self.test_seen:
            with replacing(self.test_seen_path) as temporary:
                temporary.write_text(f"{datetime.now().astimezone():%Y-%m-%dT%H:%M:%S%z}\n", encoding="utf-8")

    def lock(self) -> filelock.BaseFileLock:
        """Return the lock that a trainer holds while it works. The system frees it when the process dies."""
        return file_lock(self.lock_path, timeout=1)

    @property
    def is_locked(self) -> bool:
        """Whether a trainer is working in the folder."""
        return is_held(self.lock_path)

    @property
    def state(self) -> State:
        """State of the run."""
        return self.status().state

    def status(self, progress: RunProgress | None = None) -> Status:
        """Return the state of the run and its reason, from the last event, the lock and the heartbeat.

        Args:
            progress: Progress after all events. Default: read the events.
        """
        alive = self.is_alive  # check this first: a trainer that ends in between has written its last event
        progress = progress or RunProgress.of(self.recipe.epochs, self.events())
        last_sign = max(modified_at(self.events_path), modified_at(self.recipe_path))
        seconds = max(0.0, time.time() - last_sign)
        state = state_of(progress.end, alive=alive, stalled=progress.is_stalled(seconds))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.crash_reason())
            case "stalled", _:
                return Status(state, f"no event from the trainer for {seconds:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    @property
    def is_alive(self) -> bool:
        """Whether a trainer is working in the folder, or may be starting."""
        modified = modified_at(self.recipe_path)
        is_new = modified >= modified_at(self.events_path)
        return self.is_locked or (is_new and abs(time.time() - modified) < _STARTING_SECONDS)

    def events(self) -> list[Event]:
        """Return all events so far, without incomplete lines."""
        tail, events = self.tail(), list[Event]()
        while new := tail.read():
            events += new
        return events

    def end(self) -> End | None:
        """Return the last event if it ended the run, else None."""
        events = self.events()
        last = events[-1] if events else None
        return last if isinstance(last, ENDS) else None

    def follow(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Yield all events from the first one, waiting for new ones until the run has ended.

        Args:
            is_alive: Returns whether a trainer can still write. Called when there is no new event.
            poll_seconds: Seconds to wait between two reads. Default 0.05.

        Yields:
            Each event in order, and None after each read without a new event.
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
            dead = not is_alive()  # read once more: the trainer may have written events before it died
            if not dead:
                yield None
                time.sleep(poll_seconds)

    def rewind(self) -> None:
        """Prepare the run for a trainer that resumes from the last checkpoint, or from the start.

        Removes the events after the checkpoint and any request to stop.

        Raises:
            RunBusyError: If a trainer is working in the run.
            InputError: If the run has finished, or its checkpoint is damaged or belongs to another recipe.
        """
        if isinstance(self.end(), Finished):
            raise InputError(f"{self.path}: this run has finished; there is nothing to resume")
        try:
            with self.lock():
                position = self.position
                events = events_until(self.events(), position.epoch, position.batch) if position else []
                with replacing(self.events_path) as temporary:
                    temporary.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise RunBusyError(f"{self.path}: {BUSY}") from error

    @property
    def position(self) -> "Position | None":
        """Position of the checkpoint, or None if there is no checkpoint.

        Raises:
            InputError: If the checkpoint is damaged or belongs to another recipe.
        """
        from seqtui.runs.checkpoint import read_position  # imports numpy, which would delay the app's start

        position = read_position(self.checkpoint_path)
        if position is None:
            return None
        self.require_text_rule(position.text_rule)
        if changed := changes(position.recipe, self.recipe):
            raise InputError(
                f"{self.recipe_path}: changed since the checkpoint was written ({changed}); "
                "change it back, or train a new run"
            )
        return position

    def require_text_rule(self, version: int) -> None:
        """Check that the run was trained with the text rule of this version of seqtui.

        Args:
            version: The rule of the run.

        Raises:
            InputError: If it is another one.
        """
        if version != RULE_VERSION:
            raise InputError(
                f"{self.path}: trained with text rule {version}, but this version of seqtui uses rule "
                f"{RULE_VERSION}; train it again: seqtui train {self.recipe_path}"
            )

    def tail(self) -> EventTail:
        """Return a reader of new events."""
        return EventTail(self.events_path)

    @property
    def stop_requested(self) -> bool:
        """Whether a stop was requested."""
        return (self.path / "stop").exists()

    @property
    def stop_after_epoch_requested(self) -> bool:
        """Whether a stop after the current epoch was requested."""
        return (self.path / "stop-after-epoch").exists()

    def request_stop_after_epoch(self) -> None:
        """Ask the trainer to stop after the current epoch and to save the best weights."""
        self._request("stop-after-epoch")

    @property
    def pruning_requested(self) -> bool:
        """Whether a search requested the stop."""
        try:
            return (self.path / "stop").read_text() == _PRUNED
        except FileNotFoundError:
            return False

    def request_stop(self, *, pruned: bool = False) -> None:
        """Ask the trainer to stop after the current batch and to save the best weights.

        Args:
            pruned: Whether a search stops the run because other recipes are better. Default False.
        """
        self._request("stop", _PRUNED if pruned else "")

    def _request(self, name: str, content: str = "") -> None:
        path = self.path / name
        path.write_text(content)
        share_with_group(path)

    def clear_stop(self) -> None:
        """Remove all requests to stop."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def log_tail(self, lines: int) -> list[str]:
        """Return the last non-empty lines of the trainer's log.

        Args:
            lines: Maximum number of lines.
        """
        return last_lines(self.log_path, lines)

    def crash_reason(self) -> str:
        """Return why the trainer crashed, in one line, as far as the folder and the log show it."""
        return find_crash_reason(self.path, self.log_path)

    def delete(self) -> None:
        """Delete the folder.

        Raises:
            InputError: If a trainer is working in it, it is a symbolic link, or another user owns a part.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a symbolic link; delete the run that it points to")
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        for folder, _, _ in os.walk(self.path):  # check all folders first, to delete everything or nothing
            if not os.access(folder, os.W_OK | os.X_OK):
                raise InputError(f"{folder}: another user's; only the owner may delete it")
        if not os.access(self.path.parent, os.W_OK):
            raise InputError(f"{self.path.parent}: not writable; the run cannot be deleted")
        shutil.rmtree(self.path)


def _name_of(recipe: Recipe) -> str:
    """Return the network's name as a part of a run's name, in which not every character is valid."""
    name = recipe.network_name.removesuffix(".py")
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name)[:80]


def _not_a_run(path: Path) -> str:
    if path.is_dir():
        return f"{path}: not a run folder (no recipe.toml in it)"
    hint = "; the run is its folder" if (path.parent / "recipe.toml").is_file() else ""
    return f"{path}: a file, not a run{hint}; 'seqtui runs' lists the runs"
