"""A run's events as a file: one writer, many readers."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from seqtui.runs.events import ENDS, Event, from_line, to_line
from seqtui.storage.atomic import share_with_group

_LONGEST = 1 << 20  # bytes of a line
_RESERVED = 1 << 13  # bytes that the last word needs, given back when the disk is full


class EventTail:
    """Reads events as they are appended, each once; all of them again when the run was rewound.

    Args:
        path: The run's events; the file need not be there yet.
    """

    _MOST = 1 << 18  # bytes a look, so that a long past run does not hold a screen up

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 0
        self._pending = b""

    def read(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            if len(self._pending) > _LONGEST:
                self._pending = b"!"  # no event any more, and what follows of its line will not make one
            events = [event for line in lines if (event := from_line(line))]
        return events


class EventWriter:
    """Appends events, each line whole as it is written.

    Args:
        path: The run's events; the caller holds the run's lock.

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
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._give_back()
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def close(self) -> None:
        """Close the file; writing is over."""
        self._file.close()
        self._give_back()

    def _give_back(self) -> None:
        with suppress(OSError):  # gone, or its folder is read-only and may yet take the last word
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

    def _in_place(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return False
