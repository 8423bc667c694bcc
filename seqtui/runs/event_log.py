"""Write a run's events to a file and read them while it grows: one writer, many readers."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from seqtui.runs.events import ENDS, Event, from_line, to_line
from seqtui.storage.atomic import share_with_group

_MAX_LINE = 1 << 20  # bytes
_RESERVED = 1 << 13  # bytes on disk, freed for the last event in case the disk is full


class EventTail:
    """Reader that returns each event once, as events are appended; all of them again after a rewind.

    Args:
        path: Event log of a run. The file need not exist yet.
    """

    _MAX_READ = 1 << 18  # bytes per call, so that a long run does not block a screen

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inode = 0
        self._position = 0
        self._pending = b""

    def read(self) -> list[Event]:
        """Return the events since the last call. An incomplete line is returned when it is complete."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._inode or found.st_size < self._position:
                        self._inode, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MAX_READ)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            if len(self._pending) > _MAX_LINE:
                self._pending = b"!"  # makes the rest of the line invalid, so it is skipped
            events = [event for line in lines if (event := from_line(line))]
        return events


class EventWriter:
    """Writer that appends each event as one complete line.

    Args:
        path: Event log of a run. The caller holds the run's lock.

    Raises:
        OSError: If the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        share_with_group(self._reserve)
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        share_with_group(path)
        if cut_short:
            self._append(b"\n")

    def write(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full or the file was removed. No partial line is left.
        """
        if isinstance(event, ENDS):
            self._free_reserve()
        if not self._exists():
            raise FileNotFoundError(errno.ENOENT, "the run folder was removed", str(self._path.parent))
        self._append(to_line(event))

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._free_reserve()

    def _free_reserve(self) -> None:
        with suppress(OSError):  # already removed, or a read-only folder, whose open log can still be written
            self._reserve.unlink()

    def _append(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def _exists(self) -> bool:
        """Return whether the path still leads to the open file."""
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return False
