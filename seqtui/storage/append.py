"""Append records to a file of JSON lines, so that none is lost once it is written."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from seqtui.errors import InputError
from seqtui.storage.atomic import share_with_group

_MAX_TAIL = 1 << 20  # bytes in which the last line end is looked for


def append_json(path: Path, record: Any) -> None:
    """Append one JSON object as a line and sync it to the disk.

    Several processes may append to the same file. The beginning of a line that a killed process left at the
    end of the file is removed first.

    Args:
        path: File to append to; created if missing.
        record: Value to encode.

    Raises:
        InputError: If the file ends with something else than JSON lines.
        OSError: If the file cannot be written. No part of the line is left in it.
    """
    line = msgspec.json.encode(record) + b"\n"
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        _lock(descriptor)  # until the file is closed
        tail = _last_line(descriptor)
        size = os.fstat(descriptor).st_size
        if is_torn(tail):
            size -= len(tail)
            file.truncate(size)
        elif tail and not is_json(tail):
            raise InputError(f"{path}: not a file of JSON lines")
        elif tail:
            line = b"\n" + line
        try:
            if file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(descriptor)
        except OSError:
            with suppress(OSError):
                file.truncate(size)
            raise
    if is_new:
        share_with_group(path)
        _sync_folder(path.parent)


def is_torn(line: bytes) -> bool:
    """Return whether a last line is only the beginning of a JSON object, which a killed process leaves."""
    return line.startswith(b"{") and not is_json(line)


def is_json(line: bytes) -> bool:
    """Return whether a line is complete JSON."""
    try:
        msgspec.json.decode(line)
    except (ValueError, RecursionError):
        return False
    return True


def _last_line(descriptor: int) -> bytes:
    """Return what follows the last line end; empty if the file ends with one."""
    size = os.fstat(descriptor).st_size
    start = max(0, size - _MAX_TAIL)
    return os.pread(descriptor, size - start, start).rpartition(b"\n")[2]


def _lock(descriptor: int) -> None:
    with suppress(ImportError, OSError):  # Windows; a file system without locks
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _sync_folder(folder: Path) -> None:
    """Sync the name of a new file; not every system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
