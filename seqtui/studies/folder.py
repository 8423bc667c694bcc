"""A study's folder, beside the runs that are its trials. Needs no Optuna."""

from pathlib import Path

import filelock

from seqtui.errors import InputError, nearest
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
    def find(cls, name: str, runs_dir: Path) -> "StudyFolder":
        """Find a study by its name under ``runs_dir``.

        Raises:
            InputError: If there is none; the message names the nearest.
        """
        studies = cls.all(runs_dir)
        for study in studies:
            if study.name == name:
                return study
        names = [study.name for study in studies]
        hint = nearest(name, names) if names else "; there are none yet: 'seqtui search' makes one"
        raise InputError(f"--resume {name}: no such search in {runs_dir}{hint}")

    @classmethod
    def all(cls, runs_dir: Path) -> list["StudyFolder"]:
        """Return every study under ``runs_dir``, sorted by name."""
        return [cls(journal.parent) for journal in sorted(runs_dir.glob(f"*/{_JOURNAL}"))]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    @property
    def journal_path(self) -> Path:
        """Optuna's journal of the trials and their results, as JSON lines."""
        return self.path / _JOURNAL

    @property
    def recipe_path(self) -> Path:
        """Default path of the winning recipe."""
        return self.path / f"{self.name}.toml"

    @property
    def _lock_path(self) -> Path:
        return self.path / "lock"

    def lock(self) -> filelock.BaseFileLock:
        """Return the lock that a search holds while it runs. The system frees it when the process dies."""
        return file_lock(self._lock_path, timeout=0)

    @property
    def is_searching(self) -> bool:
        """Whether a search is running on the study now."""
        return is_held(self._lock_path)
