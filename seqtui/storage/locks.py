"""Locks on folders that a process works in."""

import os
from pathlib import Path

import filelock

from seqtui.storage.atomic import share_with_group


def file_lock(path: Path, timeout: float) -> filelock.BaseFileLock:
    """A lock that the system frees when its process dies, and that the folder's group may take.

    Args:
        path: The file; made if missing.
        timeout: Seconds to wait for it.

    Raises:
        OSError: If the file cannot be made.
    """
    if not path.exists():
        path.touch()
        share_with_group(path)
    return filelock.FileLock(path, timeout=timeout)


def is_held(path: Path) -> bool:
    """Whether a process holds the lock at a path. The system frees it when the process dies."""
    if not path.exists():
        return False
    if not os.access(path, os.W_OK):
        return _is_held_by_another_user(path)
    try:
        with filelock.FileLock(path, timeout=0):
            return False
    except filelock.Timeout:
        return True
    except OSError:  # on a file system without locks
        return False


def _is_held_by_another_user(path: Path) -> bool:
    """The same where this process may only read the file: a shared lock is refused while one is held."""
    try:
        import fcntl  # not on Windows

        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):  # not readable, or on a file system without locks
        return False
    return False
