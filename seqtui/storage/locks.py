"""File locks for folders that a process writes to."""

import os
from pathlib import Path

import filelock

from seqtui.storage.atomic import share_with_group


def file_lock(path: Path, timeout: float) -> filelock.BaseFileLock:
    """Return a lock that is released when its process dies, and that the folder's group can acquire.

    Args:
        path: Lock file; created if missing.
        timeout: Seconds to wait for the lock.

    Raises:
        OSError: If the file cannot be created.
    """
    if not path.exists():
        path.touch()
        share_with_group(path)
    return filelock.FileLock(path, timeout=timeout)


def is_held(path: Path) -> bool:
    """Return whether a process holds the lock at a path."""
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
    """Like :func:`is_held` for a read-only file: a shared lock fails while a process holds the lock."""
    try:
        import fcntl  # not on Windows

        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):  # not readable, or on a file system without locks
        return False
    return False
