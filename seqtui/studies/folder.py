"""The folder of a study, next to the runs of its trials. Does not import Optuna."""

from pathlib import Path

import filelock

from seqtui.errors import InputError, nearest
from seqtui.runs.crash_reason import modified_at
from seqtui.storage.locks import file_lock, is_held

_JOURNAL = "study.journal"


class StudyFolder:
    """Folder of a study, ``RUNS/STUDY``. Its trials are the runs ``RUNS/STUDY-01`` and so on.

    Args:
        path: The folder, which exists. Use :meth:`find` for a name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def find(cls, name: str, runs_dir: Path, option: str = "--resume") -> "StudyFolder":
        """Find a study by its name under ``runs_dir``.

        Args:
            name: Name of the study.
            runs_dir: Folder of the runs and studies.
            option: The option that names it, for the error. Default ``"--resume"``.

        Raises:
            InputError: If there is no such study; the message suggests the closest name.
        """
        studies = cls.all(runs_dir)
        for study in studies:
            if study.name == name:
                return study
        names = [study.name for study in studies]
        hint = nearest(name, names) if names else "; there are none yet: 'seqtui search' creates one"
        raise InputError(f"{option} {name}: no such search in {runs_dir}{hint}")

    @classmethod
    def all(cls, runs_dir: Path) -> list["StudyFolder"]:
        """Return every study under ``runs_dir``, sorted by name."""
        return [cls(journal.parent) for journal in sorted(runs_dir.glob(f"*/{_JOURNAL}"))]

    @classmethod
    def newest(cls, runs_dir: Path) -> "StudyFolder | None":
        """Return the study that changed last, without those that a search is running on; None if none."""
        idle = [study for study in cls.all(runs_dir) if not study.is_searching]
        return max(idle, key=lambda study: modified_at(study.journal_path), default=None)

    @property
    def name(self) -> str:
        """Name of the folder."""
        return self.path.name

    @property
    def journal_path(self) -> Path:
        """Optuna's journal with the trials and their results, as JSON lines."""
        return self.path / _JOURNAL

    @property
    def recipe_path(self) -> Path:
        """Default path of the winning recipe."""
        return self.path / f"{self.name}.toml"

    def run_path(self, suffix: str) -> Path:
        """Return the path of the run ``STUDY-SUFFIX``.

        Args:
            suffix: End of its name, for example ``"01"``.
        """
        return self.path.with_name(f"{self.name}-{suffix}")

    def lock(self) -> filelock.BaseFileLock:
        """Return the lock that the first worker holds; a second one needs --join."""
        return file_lock(self._lock_path, timeout=0)

    def choice_lock(self) -> filelock.BaseFileLock:
        """Return the lock that a worker holds while it chooses its next trial."""
        return file_lock(self.path / "choice.lock", timeout=-1)

    def trial_lock(self, number: int) -> filelock.BaseFileLock:
        """Return the lock that a worker holds while it runs a trial. The system frees it if the worker dies.

        Args:
            number: Number of the trial, from 1.
        """
        return file_lock(self.path / f"trial-{number:02}.lock", timeout=0)

    def winner_lock(self) -> filelock.BaseFileLock:
        """Return the lock that a worker holds while it trains the winning recipe."""
        return file_lock(self.path / "winner.lock", timeout=0)

    @property
    def is_searching(self) -> bool:
        """Whether a worker is running on the study."""
        return is_held(self._lock_path) or any(map(is_held, self.path.glob("trial-*.lock")))

    @property
    def _lock_path(self) -> Path:
        return self.path / "lock"
