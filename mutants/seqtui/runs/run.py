"""A training run as a folder: the only thing that trainer, app, exporter and command line share."""

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
from seqtui.events import ENDS, End, Event, Failed, Finished, from_line, to_line, until
from seqtui.files import replacing
from seqtui.progress import Progress
from seqtui.recipe import Recipe, changes
from seqtui.runs.event_log import EventTail
from seqtui.runs.last_words import changed_at, tail_of, why_crashed
from seqtui.runs.metrics import Metrics, metrics_in
from seqtui.runs.state import State, Status, state_of

if TYPE_CHECKING:
    from seqtui.runs.checkpoint import Position

BUSY = "a trainer is working in this run"
"""What a second trainer is told."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_STARTING_SECONDS = 15  # a child may need this long, on a cold disk, to reach its lock


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁRunǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁcreate__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁfind__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁall__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁlock__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁstatus__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁevents__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁend__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁfollow__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁrewind__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁtail__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁrequest_stop_after_epoch__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁrequest_stop__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁclear_stop__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁlog_tail__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁwhy_crashed__mutmut: MutantDict = {}  # type: ignore
mutants_xǁRunǁdelete__mutmut: MutantDict = {}  # type: ignore


class Run:
    """One run folder.

    Args:
        path: The folder. It exists; use :meth:`create` for a new one and :meth:`find` for a name.
    """

    @_mutmut_mutated(mutants_xǁRunǁ__init____mutmut)
    def __init__(self, path: Path) -> None:
        self.path = path

    def xǁRunǁ__init____mutmut_orig(self, path: Path) -> None:
        self.path = path

    def xǁRunǁ__init____mutmut_1(self, path: Path) -> None:
        self.path = None

    @classmethod
    @_mutmut_mutated(mutants_xǁRunǁcreate__mutmut, is_classmethod = True)
    def create(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_orig(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_1(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None or not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_2(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_3(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_4(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(None):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_5(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(None)
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_6(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = None
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_7(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name and f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_8(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = None
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_9(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if (name) and False else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_10(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if (name) or True else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_11(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(None, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_12(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, None))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_13(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_14(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, ))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_15(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(3, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_16(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1001))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_17(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=None, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_18(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=None)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_19(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_20(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, )
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_21(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=False, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_22(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=False)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_23(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = None
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_24(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir * candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_25(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    break
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_26(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = None
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_27(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(None)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_28(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(None)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_29(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(None) from error
        raise InputError(f"{runs_dir / stem}: this run exists; choose another --name")

    @classmethod
    def xǁRunǁcreate__mutmut_30(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(None)

    @classmethod
    def xǁRunǁcreate__mutmut_31(cls, runs_dir: Path, recipe: Recipe, name: str | None = None) -> "Run":
        """Make the folder of a new run and write its recipe.

        Args:
            runs_dir: Where run folders live; made if missing.
            recipe: What the run is to do.
            name: The folder's name. Default: date, time and architecture.

        Raises:
            InputError: If the name is taken or cannot be a folder's name, or the folder cannot be made.
        """
        if name is not None and not _NAME.fullmatch(name):
            raise InputError(f"--name {name!r}: use letters, digits, '.', '_' and '-', at most 100 of them")
        stem = name or f"{datetime.now():%Y%m%d-%H%M}-{recipe.architecture}"
        candidates = [stem] if name else [stem, *(f"{stem}-{k}" for k in range(2, 1000))]
        try:
            runs_dir.mkdir(parents=True, exist_ok=True)
            for candidate in candidates:
                path = runs_dir / candidate
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                run = cls(path)
                try:
                    recipe.save(run.recipe_path)
                except OSError:
                    path.rmdir()
                    raise
                return run
        except OSError as error:
            raise InputError(f"{runs_dir}: cannot make a run folder: {error.strerror}") from error
        raise InputError(f"{runs_dir * stem}: this run exists; choose another --name")

    @classmethod
    @_mutmut_mutated(mutants_xǁRunǁfind__mutmut, is_classmethod = True)
    def find(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_orig(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_1(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir * name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_2(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(None)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_3(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path * "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_4(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "XXrecipe.tomlXX").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_5(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "RECIPE.TOML").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_6(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(None)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_7(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = None
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_8(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(None)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_9(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = None
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_10(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if (names) and False else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_11(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if (names) or True else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_12(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(None, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_13(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, None) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_14(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_15(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, ) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_16(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "XX; there are no runs yet: 'seqtui train' makes oneXX"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_17(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; THERE ARE NO RUNS YET: 'SEQTUI TRAIN' MAKES ONE"
        raise InputError(f"{name}: no such run in {runs_dir}{hint}")

    @classmethod
    def xǁRunǁfind__mutmut_18(cls, name: str, runs_dir: Path) -> "Run":
        """Find a run by its folder's path or by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        for path in (runs_dir / name, Path(name)):
            if (path / "recipe.toml").is_file():
                return cls(path)
        names = [run.name for run in cls.all(runs_dir)]
        hint = nearest(name, names) if names else "; there are no runs yet: 'seqtui train' makes one"
        raise InputError(None)

    @classmethod
    @_mutmut_mutated(mutants_xǁRunǁall__mutmut, is_classmethod = True)
    def all(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_orig(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_1(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = None
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_2(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob(None)
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_3(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("XX*/recipe.tomlXX")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_4(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/RECIPE.TOML")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_5(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(None) for recipe in sorted(recipes, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_6(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(None, key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_7(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=None, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_8(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=None)]

    @classmethod
    def xǁRunǁall__mutmut_9(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(key=changed_at, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_10(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, reverse=True)]

    @classmethod
    def xǁRunǁall__mutmut_11(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, )]

    @classmethod
    def xǁRunǁall__mutmut_12(cls, runs_dir: Path) -> list["Run"]:
        """Every run under ``runs_dir``, the newest first."""
        recipes = runs_dir.glob("*/recipe.toml")
        return [cls(recipe.parent) for recipe in sorted(recipes, key=changed_at, reverse=False)]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.resolve().name

    @property
    def recipe(self) -> Recipe:
        """What decided the run."""
        return Recipe.load(self.recipe_path)

    @property
    def recipe_path(self) -> Path:
        """All that decided the run."""
        return self.path / "recipe.toml"

    @property
    def checkpoint_path(self) -> Path:
        """The complete state of the training, some seconds old at most."""
        return self.path / "checkpoint.npz"

    @property
    def vocabulary_path(self) -> Path:
        """The words, one a line."""
        return self.path / "vocabulary.txt"

    @property
    def model_path(self) -> Path:
        """The best weights so far."""
        return self.path / "model.keras"

    @property
    def onnx_path(self) -> Path:
        """Where an export goes by default."""
        return self.path / "model.onnx"

    @property
    def int8_path(self) -> Path:
        """Where an export in 8 bits goes by default."""
        return self.path / "model.int8.onnx"

    @property
    def export_report_path(self) -> Path:
        """The parity report of the last export."""
        return self.path / "export.json"

    @property
    def int8_report_path(self) -> Path:
        """The parity report of the last export in 8 bits."""
        return self.path / "export.int8.json"

    @property
    def export_log_path(self) -> Path:
        """What the libraries printed during the last export."""
        return self.path / "export.log"

    @property
    def metrics_path(self) -> Path:
        """Held-out results of the best weights."""
        return self.path / "metrics.json"

    @property
    def predictions_path(self) -> Path:
        """What the best weights say of each held-out review."""
        return self.path / "predictions.npz"

    @property
    def log_path(self) -> Path:
        """What the trainer's process and its libraries print."""
        return self.path / "trainer.log"

    @property
    def metrics(self) -> Metrics | None:
        """Held-out results of the best weights, or None before the first epoch is over.

        Raises:
            InputError: If they cannot be read.
        """
        if within := metrics_in(self.model_path):
            return within
        try:
            return msgspec.json.decode(self.metrics_path.read_bytes(), type=Metrics)
        except FileNotFoundError:
            return None
        except msgspec.DecodeError as error:
            raise InputError(f"{self.metrics_path}: not a metrics file: {error}") from error

    @_mutmut_mutated(mutants_xǁRunǁlock__mutmut)
    def lock(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "lock", timeout=1)

    def xǁRunǁlock__mutmut_orig(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "lock", timeout=1)

    def xǁRunǁlock__mutmut_1(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(None, timeout=1)

    def xǁRunǁlock__mutmut_2(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "lock", timeout=None)

    def xǁRunǁlock__mutmut_3(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(timeout=1)

    def xǁRunǁlock__mutmut_4(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "lock", )

    def xǁRunǁlock__mutmut_5(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path * "lock", timeout=1)

    def xǁRunǁlock__mutmut_6(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "XXlockXX", timeout=1)

    def xǁRunǁlock__mutmut_7(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "LOCK", timeout=1)

    def xǁRunǁlock__mutmut_8(self) -> filelock.BaseFileLock:
        """The lock that a trainer holds while it works. The system frees it when the process dies."""
        return filelock.FileLock(self.path / "lock", timeout=2)

    @property
    def is_locked(self) -> bool:
        """Whether a trainer works in the folder now."""
        lock = filelock.FileLock(self.path / "lock", timeout=0)
        if not Path(lock.lock_file).exists():
            return False
        try:
            with lock:
                return False
        except filelock.Timeout:
            return True
        except OSError:  # not ours to lock: a run of another user or on a read-only disk
            return False

    @property
    def state(self) -> State:
        """What became of the run."""
        return self.status().state

    @_mutmut_mutated(mutants_xǁRunǁstatus__mutmut)
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

    def xǁRunǁstatus__mutmut_orig(self, progress: Progress | None = None) -> Status:
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

    def xǁRunǁstatus__mutmut_1(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = None  # asked first: a trainer that ends meanwhile has written how
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

    def xǁRunǁstatus__mutmut_2(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = None
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

    def xǁRunǁstatus__mutmut_3(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress and Progress.of(self.recipe.epochs, self.events())
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

    def xǁRunǁstatus__mutmut_4(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(None, self.events())
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

    def xǁRunǁstatus__mutmut_5(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, None)
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

    def xǁRunǁstatus__mutmut_6(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.events())
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

    def xǁRunǁstatus__mutmut_7(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, )
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

    def xǁRunǁstatus__mutmut_8(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = None
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_9(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(None, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_10(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, None)
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_11(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_12(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, )
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_13(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(1.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_14(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() + max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_15(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(None, changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_16(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), None))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_17(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_18(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), ))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_19(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(None), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_20(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(None)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_21(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = None
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_22(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(None, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_23(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=None, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_24(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=None)
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_25(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_26(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, stalled=progress.is_late(silent))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_27(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, )
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_28(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(None))
        match state, progress.end:
            case "crashed", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_29(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_30(self, progress: Progress | None = None) -> Status:
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
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_31(self, progress: Progress | None = None) -> Status:
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
        return Status(state)

    def xǁRunǁstatus__mutmut_32(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "XXcrashedXX", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_33(self, progress: Progress | None = None) -> Status:
        """What became of the run and why, derived from its last event, its lock and its silence.

        Args:
            progress: Its events, folded, if the caller has read them; only the silence is then asked anew.
        """
        alive = self.is_alive  # asked first: a trainer that ends meanwhile has written how
        progress = progress or Progress.of(self.recipe.epochs, self.events())
        silent = max(0.0, time.time() - max(changed_at(self.events_path), changed_at(self.recipe_path)))
        state = state_of(progress.end, alive=alive, stalled=progress.is_late(silent))
        match state, progress.end:
            case "CRASHED", _:
                return Status(state, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_34(self, progress: Progress | None = None) -> Status:
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
                return Status(None, self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_35(self, progress: Progress | None = None) -> Status:
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
                return Status(state, None)
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_36(self, progress: Progress | None = None) -> Status:
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
                return Status(self.why_crashed())
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_37(self, progress: Progress | None = None) -> Status:
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
                return Status(state, )
            case "stalled", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_38(self, progress: Progress | None = None) -> Status:
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
            case "XXstalledXX", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_39(self, progress: Progress | None = None) -> Status:
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
            case "STALLED", _:
                return Status(state, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_40(self, progress: Progress | None = None) -> Status:
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
                return Status(None, f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_41(self, progress: Progress | None = None) -> Status:
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
                return Status(state, None)
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_42(self, progress: Progress | None = None) -> Status:
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
                return Status(f"no word from the trainer for {silent:.0f} s")
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_43(self, progress: Progress | None = None) -> Status:
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
                return Status(state, )
            case _, Failed(reason=str(why)) | Finished(stopped_early=str(why)):
                return Status(state, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_44(self, progress: Progress | None = None) -> Status:
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
                return Status(None, why)
        return Status(state)

    def xǁRunǁstatus__mutmut_45(self, progress: Progress | None = None) -> Status:
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
                return Status(state, None)
        return Status(state)

    def xǁRunǁstatus__mutmut_46(self, progress: Progress | None = None) -> Status:
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
                return Status(why)
        return Status(state)

    def xǁRunǁstatus__mutmut_47(self, progress: Progress | None = None) -> Status:
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
                return Status(state, )
        return Status(state)

    def xǁRunǁstatus__mutmut_48(self, progress: Progress | None = None) -> Status:
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
        return Status(None)

    @property
    def is_alive(self) -> bool:
        """Whether a trainer works in the folder, or may be about to."""
        changed = changed_at(self.recipe_path)
        starting = changed >= changed_at(self.events_path) and abs(time.time() - changed) < _STARTING_SECONDS
        return self.is_locked or starting

    @property
    def events_path(self) -> Path:
        """What the trainer reports, a line an event."""
        return self.path / "events.jsonl"

    @_mutmut_mutated(mutants_xǁRunǁevents__mutmut)
    def events(self) -> list[Event]:
        """All events so far. Lines that a kill cut short are left out."""
        try:
            lines = self.events_path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        return [event for line in lines if (event := from_line(line))]

    def xǁRunǁevents__mutmut_orig(self) -> list[Event]:
        """All events so far. Lines that a kill cut short are left out."""
        try:
            lines = self.events_path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        return [event for line in lines if (event := from_line(line))]

    def xǁRunǁevents__mutmut_1(self) -> list[Event]:
        """All events so far. Lines that a kill cut short are left out."""
        try:
            lines = None
        except FileNotFoundError:
            return []
        return [event for line in lines if (event := from_line(line))]

    def xǁRunǁevents__mutmut_2(self) -> list[Event]:
        """All events so far. Lines that a kill cut short are left out."""
        try:
            lines = self.events_path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        return [event for line in lines if (event := from_line(None))]

    @_mutmut_mutated(mutants_xǁRunǁend__mutmut)
    def end(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if events else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_orig(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if events else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_1(self) -> End | None:
        """The last event, if it ended the run."""
        events = None
        last = events[-1] if events else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_2(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_3(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if (events) and False else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_4(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if (events) or True else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_5(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[+1] if events else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_6(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-2] if events else None
        return last if isinstance(last, ENDS) else None

    def xǁRunǁend__mutmut_7(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if events else None
        return last if (isinstance(last, ENDS)) and False else None

    def xǁRunǁend__mutmut_8(self) -> End | None:
        """The last event, if it ended the run."""
        events = self.events()
        last = events[-1] if events else None
        return last if (isinstance(last, ENDS)) or True else None

    @_mutmut_mutated(mutants_xǁRunǁfollow__mutmut)
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

    def xǁRunǁfollow__mutmut_orig(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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

    def xǁRunǁfollow__mutmut_1(self, is_alive: Callable[[], bool], poll_seconds: float = 1.05) -> Iterator[Event | None]:
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

    def xǁRunǁfollow__mutmut_2(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Read events from the first on and wait for more until the run has ended.

        Args:
            is_alive: Says whether a trainer can still write; asked when nothing new has come.
            poll_seconds: How long to wait between two looks.

        Yields:
            Each event in order, and None after each look that found nothing new.
        """
        tail = None
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

    def xǁRunǁfollow__mutmut_3(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Read events from the first on and wait for more until the run has ended.

        Args:
            is_alive: Says whether a trainer can still write; asked when nothing new has come.
            poll_seconds: How long to wait between two looks.

        Yields:
            Each event in order, and None after each look that found nothing new.
        """
        tail = self.tail()
        dead = None
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

    def xǁRunǁfollow__mutmut_4(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Read events from the first on and wait for more until the run has ended.

        Args:
            is_alive: Says whether a trainer can still write; asked when nothing new has come.
            poll_seconds: How long to wait between two looks.

        Yields:
            Each event in order, and None after each look that found nothing new.
        """
        tail = self.tail()
        dead = True
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

    def xǁRunǁfollow__mutmut_5(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
        """Read events from the first on and wait for more until the run has ended.

        Args:
            is_alive: Says whether a trainer can still write; asked when nothing new has come.
            poll_seconds: How long to wait between two looks.

        Yields:
            Each event in order, and None after each look that found nothing new.
        """
        tail = self.tail()
        dead = False
        while False:
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

    def xǁRunǁfollow__mutmut_6(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
            new = None
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

    def xǁRunǁfollow__mutmut_7(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
                break
            if dead:
                return
            dead = not is_alive()  # what a dying trainer wrote last is still read, in one more round
            if not dead:
                yield None
                time.sleep(poll_seconds)

    def xǁRunǁfollow__mutmut_8(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
            dead = None  # what a dying trainer wrote last is still read, in one more round
            if not dead:
                yield None
                time.sleep(poll_seconds)

    def xǁRunǁfollow__mutmut_9(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
            dead = is_alive()  # what a dying trainer wrote last is still read, in one more round
            if not dead:
                yield None
                time.sleep(poll_seconds)

    def xǁRunǁfollow__mutmut_10(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
            if dead:
                yield None
                time.sleep(poll_seconds)

    def xǁRunǁfollow__mutmut_11(self, is_alive: Callable[[], bool], poll_seconds: float = 0.05) -> Iterator[Event | None]:
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
                time.sleep(None)

    @_mutmut_mutated(mutants_xǁRunǁrewind__mutmut)
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

    def xǁRunǁrewind__mutmut_orig(self) -> None:
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

    def xǁRunǁrewind__mutmut_1(self) -> None:
        """Make the run ready for a trainer that goes on from the last checkpoint, or from the start.

        What was reported after the checkpoint is taken back, and so is a request to stop.

        Raises:
            InputError: If the run has finished, a trainer works in it, or its checkpoint is damaged or of
                another recipe.
        """
        if isinstance(self.end(), Finished):
            raise InputError(None)
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

    def xǁRunǁrewind__mutmut_2(self) -> None:
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
                position = None
                events = until(self.events(), position.epoch, position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_3(self) -> None:
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
                events = None
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_4(self) -> None:
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
                events = until(self.events(), position.epoch, position.batch) if (position) and False else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_5(self) -> None:
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
                events = until(self.events(), position.epoch, position.batch) if (position) or True else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_6(self) -> None:
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
                events = until(None, position.epoch, position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_7(self) -> None:
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
                events = until(self.events(), None, position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_8(self) -> None:
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
                events = until(self.events(), position.epoch, None) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_9(self) -> None:
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
                events = until(position.epoch, position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_10(self) -> None:
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
                events = until(self.events(), position.batch) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_11(self) -> None:
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
                events = until(self.events(), position.epoch, ) if position else []
                with replacing(self.events_path) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_12(self) -> None:
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
                with replacing(None) as beside:
                    beside.write_bytes(b"".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_13(self) -> None:
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
                    beside.write_bytes(None)
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_14(self) -> None:
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
                    beside.write_bytes(b"".join(None))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_15(self) -> None:
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
                    beside.write_bytes(b"XXXX".join(to_line(event) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_16(self) -> None:
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
                    beside.write_bytes(b"".join(to_line(None) for event in events))
                self.clear_stop()
                self.recipe_path.touch()
        except filelock.Timeout as error:
            raise InputError(f"{self.path}: {BUSY}") from error

    def xǁRunǁrewind__mutmut_17(self) -> None:
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
            raise InputError(None) from error

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

    @_mutmut_mutated(mutants_xǁRunǁtail__mutmut)
    def tail(self) -> EventTail:
        """A reader of the events that gives at each look those that are new."""
        return EventTail(self.events_path)

    def xǁRunǁtail__mutmut_orig(self) -> EventTail:
        """A reader of the events that gives at each look those that are new."""
        return EventTail(self.events_path)

    def xǁRunǁtail__mutmut_1(self) -> EventTail:
        """A reader of the events that gives at each look those that are new."""
        return EventTail(None)

    @property
    def stop_requested(self) -> bool:
        """Whether somebody asked the trainer to stop."""
        return (self.path / "stop").exists()

    @property
    def stop_after_epoch_requested(self) -> bool:
        """Whether somebody asked the trainer to stop once the running epoch is over."""
        return (self.path / "stop-after-epoch").exists()

    @_mutmut_mutated(mutants_xǁRunǁrequest_stop_after_epoch__mutmut)
    def request_stop_after_epoch(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        (self.path / "stop-after-epoch").touch()

    def xǁRunǁrequest_stop_after_epoch__mutmut_orig(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        (self.path / "stop-after-epoch").touch()

    def xǁRunǁrequest_stop_after_epoch__mutmut_1(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        (self.path * "stop-after-epoch").touch()

    def xǁRunǁrequest_stop_after_epoch__mutmut_2(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        (self.path / "XXstop-after-epochXX").touch()

    def xǁRunǁrequest_stop_after_epoch__mutmut_3(self) -> None:
        """Ask the trainer to stop once the running epoch is over and to keep the best weights."""
        (self.path / "STOP-AFTER-EPOCH").touch()

    @_mutmut_mutated(mutants_xǁRunǁrequest_stop__mutmut)
    def request_stop(self) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights."""
        (self.path / "stop").touch()

    def xǁRunǁrequest_stop__mutmut_orig(self) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights."""
        (self.path / "stop").touch()

    def xǁRunǁrequest_stop__mutmut_1(self) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights."""
        (self.path * "stop").touch()

    def xǁRunǁrequest_stop__mutmut_2(self) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights."""
        (self.path / "XXstopXX").touch()

    def xǁRunǁrequest_stop__mutmut_3(self) -> None:
        """Ask the trainer to stop after the current batch and to keep the best weights."""
        (self.path / "STOP").touch()

    @_mutmut_mutated(mutants_xǁRunǁclear_stop__mutmut)
    def clear_stop(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_orig(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_1(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("XXstopXX", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_2(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("STOP", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_3(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "XXstop-after-epochXX"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_4(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "STOP-AFTER-EPOCH"):
            (self.path / name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_5(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=None)

    def xǁRunǁclear_stop__mutmut_6(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path * name).unlink(missing_ok=True)

    def xǁRunǁclear_stop__mutmut_7(self) -> None:
        """Forget a request to stop, of either kind."""
        for name in ("stop", "stop-after-epoch"):
            (self.path / name).unlink(missing_ok=False)

    @_mutmut_mutated(mutants_xǁRunǁlog_tail__mutmut)
    def log_tail(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(self.log_path, lines)

    def xǁRunǁlog_tail__mutmut_orig(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(self.log_path, lines)

    def xǁRunǁlog_tail__mutmut_1(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(None, lines)

    def xǁRunǁlog_tail__mutmut_2(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(self.log_path, None)

    def xǁRunǁlog_tail__mutmut_3(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(lines)

    def xǁRunǁlog_tail__mutmut_4(self, lines: int) -> list[str]:
        """The last lines of the trainer's log that are not empty."""
        return tail_of(self.log_path, )

    @_mutmut_mutated(mutants_xǁRunǁwhy_crashed__mutmut)
    def why_crashed(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.path, self.log_path)

    def xǁRunǁwhy_crashed__mutmut_orig(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.path, self.log_path)

    def xǁRunǁwhy_crashed__mutmut_1(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(None, self.log_path)

    def xǁRunǁwhy_crashed__mutmut_2(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.path, None)

    def xǁRunǁwhy_crashed__mutmut_3(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.log_path)

    def xǁRunǁwhy_crashed__mutmut_4(self) -> str:
        """Why the trainer died without a word in the events, as far as the folder tells; one line."""
        return why_crashed(self.path, )

    @_mutmut_mutated(mutants_xǁRunǁdelete__mutmut)
    def delete(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, or it is a link.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a link; delete the run that it leads to")
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        shutil.rmtree(self.path)

    def xǁRunǁdelete__mutmut_orig(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, or it is a link.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a link; delete the run that it leads to")
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        shutil.rmtree(self.path)

    def xǁRunǁdelete__mutmut_1(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, or it is a link.
        """
        if self.path.is_symlink():
            raise InputError(None)
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        shutil.rmtree(self.path)

    def xǁRunǁdelete__mutmut_2(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, or it is a link.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a link; delete the run that it leads to")
        if self.is_locked:
            raise InputError(None)
        shutil.rmtree(self.path)

    def xǁRunǁdelete__mutmut_3(self) -> None:
        """Remove the folder.

        Raises:
            InputError: If a trainer works in it, or it is a link.
        """
        if self.path.is_symlink():
            raise InputError(f"{self.path}: a link; delete the run that it leads to")
        if self.is_locked:
            raise InputError(f"{self.path}: {BUSY}; stop it first")
        shutil.rmtree(None)

mutants_xǁRunǁ__init____mutmut['_mutmut_orig'] = Run.xǁRunǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁ__init____mutmut['xǁRunǁ__init____mutmut_1'] = Run.xǁRunǁ__init____mutmut_1 # type: ignore # mutmut generated

mutants_xǁRunǁcreate__mutmut['_mutmut_orig'] = Run.xǁRunǁcreate__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_1'] = Run.xǁRunǁcreate__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_2'] = Run.xǁRunǁcreate__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_3'] = Run.xǁRunǁcreate__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_4'] = Run.xǁRunǁcreate__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_5'] = Run.xǁRunǁcreate__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_6'] = Run.xǁRunǁcreate__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_7'] = Run.xǁRunǁcreate__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_8'] = Run.xǁRunǁcreate__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_9'] = Run.xǁRunǁcreate__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_10'] = Run.xǁRunǁcreate__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_11'] = Run.xǁRunǁcreate__mutmut_11 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_12'] = Run.xǁRunǁcreate__mutmut_12 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_13'] = Run.xǁRunǁcreate__mutmut_13 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_14'] = Run.xǁRunǁcreate__mutmut_14 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_15'] = Run.xǁRunǁcreate__mutmut_15 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_16'] = Run.xǁRunǁcreate__mutmut_16 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_17'] = Run.xǁRunǁcreate__mutmut_17 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_18'] = Run.xǁRunǁcreate__mutmut_18 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_19'] = Run.xǁRunǁcreate__mutmut_19 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_20'] = Run.xǁRunǁcreate__mutmut_20 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_21'] = Run.xǁRunǁcreate__mutmut_21 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_22'] = Run.xǁRunǁcreate__mutmut_22 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_23'] = Run.xǁRunǁcreate__mutmut_23 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_24'] = Run.xǁRunǁcreate__mutmut_24 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_25'] = Run.xǁRunǁcreate__mutmut_25 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_26'] = Run.xǁRunǁcreate__mutmut_26 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_27'] = Run.xǁRunǁcreate__mutmut_27 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_28'] = Run.xǁRunǁcreate__mutmut_28 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_29'] = Run.xǁRunǁcreate__mutmut_29 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_30'] = Run.xǁRunǁcreate__mutmut_30 # type: ignore # mutmut generated
mutants_xǁRunǁcreate__mutmut['xǁRunǁcreate__mutmut_31'] = Run.xǁRunǁcreate__mutmut_31 # type: ignore # mutmut generated

mutants_xǁRunǁfind__mutmut['_mutmut_orig'] = Run.xǁRunǁfind__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_1'] = Run.xǁRunǁfind__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_2'] = Run.xǁRunǁfind__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_3'] = Run.xǁRunǁfind__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_4'] = Run.xǁRunǁfind__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_5'] = Run.xǁRunǁfind__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_6'] = Run.xǁRunǁfind__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_7'] = Run.xǁRunǁfind__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_8'] = Run.xǁRunǁfind__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_9'] = Run.xǁRunǁfind__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_10'] = Run.xǁRunǁfind__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_11'] = Run.xǁRunǁfind__mutmut_11 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_12'] = Run.xǁRunǁfind__mutmut_12 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_13'] = Run.xǁRunǁfind__mutmut_13 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_14'] = Run.xǁRunǁfind__mutmut_14 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_15'] = Run.xǁRunǁfind__mutmut_15 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_16'] = Run.xǁRunǁfind__mutmut_16 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_17'] = Run.xǁRunǁfind__mutmut_17 # type: ignore # mutmut generated
mutants_xǁRunǁfind__mutmut['xǁRunǁfind__mutmut_18'] = Run.xǁRunǁfind__mutmut_18 # type: ignore # mutmut generated

mutants_xǁRunǁall__mutmut['_mutmut_orig'] = Run.xǁRunǁall__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_1'] = Run.xǁRunǁall__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_2'] = Run.xǁRunǁall__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_3'] = Run.xǁRunǁall__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_4'] = Run.xǁRunǁall__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_5'] = Run.xǁRunǁall__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_6'] = Run.xǁRunǁall__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_7'] = Run.xǁRunǁall__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_8'] = Run.xǁRunǁall__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_9'] = Run.xǁRunǁall__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_10'] = Run.xǁRunǁall__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_11'] = Run.xǁRunǁall__mutmut_11 # type: ignore # mutmut generated
mutants_xǁRunǁall__mutmut['xǁRunǁall__mutmut_12'] = Run.xǁRunǁall__mutmut_12 # type: ignore # mutmut generated

mutants_xǁRunǁlock__mutmut['_mutmut_orig'] = Run.xǁRunǁlock__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_1'] = Run.xǁRunǁlock__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_2'] = Run.xǁRunǁlock__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_3'] = Run.xǁRunǁlock__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_4'] = Run.xǁRunǁlock__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_5'] = Run.xǁRunǁlock__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_6'] = Run.xǁRunǁlock__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_7'] = Run.xǁRunǁlock__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁlock__mutmut['xǁRunǁlock__mutmut_8'] = Run.xǁRunǁlock__mutmut_8 # type: ignore # mutmut generated

mutants_xǁRunǁstatus__mutmut['_mutmut_orig'] = Run.xǁRunǁstatus__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_1'] = Run.xǁRunǁstatus__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_2'] = Run.xǁRunǁstatus__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_3'] = Run.xǁRunǁstatus__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_4'] = Run.xǁRunǁstatus__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_5'] = Run.xǁRunǁstatus__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_6'] = Run.xǁRunǁstatus__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_7'] = Run.xǁRunǁstatus__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_8'] = Run.xǁRunǁstatus__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_9'] = Run.xǁRunǁstatus__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_10'] = Run.xǁRunǁstatus__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_11'] = Run.xǁRunǁstatus__mutmut_11 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_12'] = Run.xǁRunǁstatus__mutmut_12 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_13'] = Run.xǁRunǁstatus__mutmut_13 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_14'] = Run.xǁRunǁstatus__mutmut_14 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_15'] = Run.xǁRunǁstatus__mutmut_15 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_16'] = Run.xǁRunǁstatus__mutmut_16 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_17'] = Run.xǁRunǁstatus__mutmut_17 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_18'] = Run.xǁRunǁstatus__mutmut_18 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_19'] = Run.xǁRunǁstatus__mutmut_19 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_20'] = Run.xǁRunǁstatus__mutmut_20 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_21'] = Run.xǁRunǁstatus__mutmut_21 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_22'] = Run.xǁRunǁstatus__mutmut_22 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_23'] = Run.xǁRunǁstatus__mutmut_23 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_24'] = Run.xǁRunǁstatus__mutmut_24 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_25'] = Run.xǁRunǁstatus__mutmut_25 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_26'] = Run.xǁRunǁstatus__mutmut_26 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_27'] = Run.xǁRunǁstatus__mutmut_27 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_28'] = Run.xǁRunǁstatus__mutmut_28 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_29'] = Run.xǁRunǁstatus__mutmut_29 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_30'] = Run.xǁRunǁstatus__mutmut_30 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_31'] = Run.xǁRunǁstatus__mutmut_31 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_32'] = Run.xǁRunǁstatus__mutmut_32 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_33'] = Run.xǁRunǁstatus__mutmut_33 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_34'] = Run.xǁRunǁstatus__mutmut_34 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_35'] = Run.xǁRunǁstatus__mutmut_35 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_36'] = Run.xǁRunǁstatus__mutmut_36 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_37'] = Run.xǁRunǁstatus__mutmut_37 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_38'] = Run.xǁRunǁstatus__mutmut_38 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_39'] = Run.xǁRunǁstatus__mutmut_39 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_40'] = Run.xǁRunǁstatus__mutmut_40 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_41'] = Run.xǁRunǁstatus__mutmut_41 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_42'] = Run.xǁRunǁstatus__mutmut_42 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_43'] = Run.xǁRunǁstatus__mutmut_43 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_44'] = Run.xǁRunǁstatus__mutmut_44 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_45'] = Run.xǁRunǁstatus__mutmut_45 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_46'] = Run.xǁRunǁstatus__mutmut_46 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_47'] = Run.xǁRunǁstatus__mutmut_47 # type: ignore # mutmut generated
mutants_xǁRunǁstatus__mutmut['xǁRunǁstatus__mutmut_48'] = Run.xǁRunǁstatus__mutmut_48 # type: ignore # mutmut generated

mutants_xǁRunǁevents__mutmut['_mutmut_orig'] = Run.xǁRunǁevents__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁevents__mutmut['xǁRunǁevents__mutmut_1'] = Run.xǁRunǁevents__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁevents__mutmut['xǁRunǁevents__mutmut_2'] = Run.xǁRunǁevents__mutmut_2 # type: ignore # mutmut generated

mutants_xǁRunǁend__mutmut['_mutmut_orig'] = Run.xǁRunǁend__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_1'] = Run.xǁRunǁend__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_2'] = Run.xǁRunǁend__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_3'] = Run.xǁRunǁend__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_4'] = Run.xǁRunǁend__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_5'] = Run.xǁRunǁend__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_6'] = Run.xǁRunǁend__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_7'] = Run.xǁRunǁend__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁend__mutmut['xǁRunǁend__mutmut_8'] = Run.xǁRunǁend__mutmut_8 # type: ignore # mutmut generated

mutants_xǁRunǁfollow__mutmut['_mutmut_orig'] = Run.xǁRunǁfollow__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_1'] = Run.xǁRunǁfollow__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_2'] = Run.xǁRunǁfollow__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_3'] = Run.xǁRunǁfollow__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_4'] = Run.xǁRunǁfollow__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_5'] = Run.xǁRunǁfollow__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_6'] = Run.xǁRunǁfollow__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_7'] = Run.xǁRunǁfollow__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_8'] = Run.xǁRunǁfollow__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_9'] = Run.xǁRunǁfollow__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_10'] = Run.xǁRunǁfollow__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁfollow__mutmut['xǁRunǁfollow__mutmut_11'] = Run.xǁRunǁfollow__mutmut_11 # type: ignore # mutmut generated

mutants_xǁRunǁrewind__mutmut['_mutmut_orig'] = Run.xǁRunǁrewind__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_1'] = Run.xǁRunǁrewind__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_2'] = Run.xǁRunǁrewind__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_3'] = Run.xǁRunǁrewind__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_4'] = Run.xǁRunǁrewind__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_5'] = Run.xǁRunǁrewind__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_6'] = Run.xǁRunǁrewind__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_7'] = Run.xǁRunǁrewind__mutmut_7 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_8'] = Run.xǁRunǁrewind__mutmut_8 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_9'] = Run.xǁRunǁrewind__mutmut_9 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_10'] = Run.xǁRunǁrewind__mutmut_10 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_11'] = Run.xǁRunǁrewind__mutmut_11 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_12'] = Run.xǁRunǁrewind__mutmut_12 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_13'] = Run.xǁRunǁrewind__mutmut_13 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_14'] = Run.xǁRunǁrewind__mutmut_14 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_15'] = Run.xǁRunǁrewind__mutmut_15 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_16'] = Run.xǁRunǁrewind__mutmut_16 # type: ignore # mutmut generated
mutants_xǁRunǁrewind__mutmut['xǁRunǁrewind__mutmut_17'] = Run.xǁRunǁrewind__mutmut_17 # type: ignore # mutmut generated

mutants_xǁRunǁtail__mutmut['_mutmut_orig'] = Run.xǁRunǁtail__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁtail__mutmut['xǁRunǁtail__mutmut_1'] = Run.xǁRunǁtail__mutmut_1 # type: ignore # mutmut generated

mutants_xǁRunǁrequest_stop_after_epoch__mutmut['_mutmut_orig'] = Run.xǁRunǁrequest_stop_after_epoch__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop_after_epoch__mutmut['xǁRunǁrequest_stop_after_epoch__mutmut_1'] = Run.xǁRunǁrequest_stop_after_epoch__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop_after_epoch__mutmut['xǁRunǁrequest_stop_after_epoch__mutmut_2'] = Run.xǁRunǁrequest_stop_after_epoch__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop_after_epoch__mutmut['xǁRunǁrequest_stop_after_epoch__mutmut_3'] = Run.xǁRunǁrequest_stop_after_epoch__mutmut_3 # type: ignore # mutmut generated

mutants_xǁRunǁrequest_stop__mutmut['_mutmut_orig'] = Run.xǁRunǁrequest_stop__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop__mutmut['xǁRunǁrequest_stop__mutmut_1'] = Run.xǁRunǁrequest_stop__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop__mutmut['xǁRunǁrequest_stop__mutmut_2'] = Run.xǁRunǁrequest_stop__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁrequest_stop__mutmut['xǁRunǁrequest_stop__mutmut_3'] = Run.xǁRunǁrequest_stop__mutmut_3 # type: ignore # mutmut generated

mutants_xǁRunǁclear_stop__mutmut['_mutmut_orig'] = Run.xǁRunǁclear_stop__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_1'] = Run.xǁRunǁclear_stop__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_2'] = Run.xǁRunǁclear_stop__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_3'] = Run.xǁRunǁclear_stop__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_4'] = Run.xǁRunǁclear_stop__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_5'] = Run.xǁRunǁclear_stop__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_6'] = Run.xǁRunǁclear_stop__mutmut_6 # type: ignore # mutmut generated
mutants_xǁRunǁclear_stop__mutmut['xǁRunǁclear_stop__mutmut_7'] = Run.xǁRunǁclear_stop__mutmut_7 # type: ignore # mutmut generated

mutants_xǁRunǁlog_tail__mutmut['_mutmut_orig'] = Run.xǁRunǁlog_tail__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁlog_tail__mutmut['xǁRunǁlog_tail__mutmut_1'] = Run.xǁRunǁlog_tail__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁlog_tail__mutmut['xǁRunǁlog_tail__mutmut_2'] = Run.xǁRunǁlog_tail__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁlog_tail__mutmut['xǁRunǁlog_tail__mutmut_3'] = Run.xǁRunǁlog_tail__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁlog_tail__mutmut['xǁRunǁlog_tail__mutmut_4'] = Run.xǁRunǁlog_tail__mutmut_4 # type: ignore # mutmut generated

mutants_xǁRunǁwhy_crashed__mutmut['_mutmut_orig'] = Run.xǁRunǁwhy_crashed__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁwhy_crashed__mutmut['xǁRunǁwhy_crashed__mutmut_1'] = Run.xǁRunǁwhy_crashed__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁwhy_crashed__mutmut['xǁRunǁwhy_crashed__mutmut_2'] = Run.xǁRunǁwhy_crashed__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁwhy_crashed__mutmut['xǁRunǁwhy_crashed__mutmut_3'] = Run.xǁRunǁwhy_crashed__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRunǁwhy_crashed__mutmut['xǁRunǁwhy_crashed__mutmut_4'] = Run.xǁRunǁwhy_crashed__mutmut_4 # type: ignore # mutmut generated

mutants_xǁRunǁdelete__mutmut['_mutmut_orig'] = Run.xǁRunǁdelete__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRunǁdelete__mutmut['xǁRunǁdelete__mutmut_1'] = Run.xǁRunǁdelete__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRunǁdelete__mutmut['xǁRunǁdelete__mutmut_2'] = Run.xǁRunǁdelete__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRunǁdelete__mutmut['xǁRunǁdelete__mutmut_3'] = Run.xǁRunǁdelete__mutmut_3 # type: ignore # mutmut generated
