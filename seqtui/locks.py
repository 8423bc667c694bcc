"""Locks on folders that a process works in."""

from pathlib import Path

import filelock


def is_held(path: Path) -> bool:
    """Whether a process holds the lock at a path. The system frees it when the process dies."""
    if not path.exists():
        return False
    try:
        with filelock.FileLock(path, timeout=0):
            return False
    except filelock.Timeout:
        return True
    except OSError:  # not ours to lock: of another user or on a read-only disk
        return False
