"""Read a source twice: first for the types of its values, then for its rows."""

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seqtui.tables.streams import Source


@contextmanager
def rewindable(source: Source, folder: Path) -> Iterator[Callable[[], Source]]:
    """Make a source readable twice.

    A plain file is rewound. Pipes, compressed files and other encodings are copied, as UTF-8, to an unnamed
    temporary file that disappears with the context.

    Args:
        source: Source of which nothing has been read.
        folder: Folder of the temporary file.

    Yields:
        Function that returns a source with the same name and content, to call at the end of the first pass.
    """
    if source.file is source.raw and source.raw.seekable():
        start = source.raw.tell()

        def rewind() -> Source:
            source.raw.seek(start)
            source.file = source.raw
            return source

        yield rewind
        return
    with tempfile.TemporaryFile(dir=folder) as copy:
        source.file = io.BufferedReader(_Copying(source.file, copy))

        def reopen() -> Source:
            copy.seek(0)
            return Source(source.name, io.FileIO(copy.fileno(), closefd=False))

        yield reopen


class _Copying(io.RawIOBase):
    """A file that is copied as it is read."""

    def __init__(self, file: Any, copy: Any) -> None:
        self._file = file
        self._copy = copy

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        read: int = self._file.readinto1(buffer)
        self._copy.write(memoryview(buffer)[:read])
        return read
