"""Open files, standard input and standard output, plain or compressed."""

import io
import os
import select
import stat
import sys
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from seqtui.errors import InputError
from seqtui.storage.atomic import replacing
from seqtui.storage.compression import READ_ERRORS, check_expansion, compressing, decompressed
from seqtui.tables.encoding import Transcoded
from seqtui.terminal.sanitize import escaped, printable

STANDARD = "-"
"""File name of standard input and output."""

_BUFFER = 1 << 20
_POLL_SECONDS = 0.2  # between checks for signals
_SAMPLE = 1 << 20  # maximum bytes that a format is detected from
_PIPE_SAMPLE = 1 << 15  # of a pipe: fewer, because its next rows may arrive late
_ZIP = b"PK\x03\x04"


class _Pipe(io.RawIOBase):
    """Raw pipe or terminal whose reads can be interrupted with Ctrl-C.

    A signal that arrives just before a blocking read is handled only when the read returns. With busy threads
    this happens one time in ten.
    """

    def __init__(self, file: io.FileIO) -> None:
        self._file = file
        self._read = 0

    def tell(self) -> int:
        return self._read

    def fileno(self) -> int:
        return self._file.fileno()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        while os.name == "posix" and not select.select([self._file], [], [], _POLL_SECONDS)[0]:
            pass
        read = self._file.readinto(buffer)
        self._read += read or 0
        return read


class Source:
    """An open file of texts, decompressed if necessary.

    Args:
        name: Name of the file in messages.
        raw: Raw binary file at its start.

    Attributes:
        file: Decompressed content, as UTF-8 after :meth:`read_as`.
        size: Bytes of a regular file; 0 for a pipe.
        is_compressed: Whether the file is compressed.

    Raises:
        InputError: If it is an archive that does not contain exactly one file.
    """

    def __init__(self, name: str, raw: io.FileIO) -> None:
        self.name = name
        status = os.fstat(raw.fileno())
        is_file = stat.S_ISREG(status.st_mode)
        self.size = status.st_size if is_file else 0
        self.raw = io.BufferedReader(raw if is_file else _Pipe(raw), _BUFFER)
        self._sample: bytes | None = None
        self._sample_size = _SAMPLE if is_file else _PIPE_SAMPLE
        self.file = decompressed(self.raw, _BUFFER)
        self.is_compressed = self.file is not self.raw
        if not self.is_compressed and self.raw.peek(len(_ZIP)).startswith(_ZIP):
            self._open_zip()

    def _open_zip(self) -> None:
        """Read the only member of a .zip archive; office files, also .zip archives, are not opened."""
        if not self.size:
            raise InputError(f"{self.name}: a .zip cannot be read from a pipe; unpack it first")
        try:
            archive = zipfile.ZipFile(self.raw)
            members = [
                member for member in archive.infolist()
                if not member.is_dir() and not member.filename.startswith(("__MACOSX/", "._"))
            ]  # fmt: skip
            names = [printable(member.filename, 60) for member in members]
            if "[Content_Types].xml" in names or "mimetype" in names:  # an office file
                self.raw.seek(0)
                return
            if len(members) != 1:
                raise InputError(
                    f"{self.name}: contains {len(members)} files ({', '.join(names[:4])}); "
                    "unpack it and name one of them"
                )
            if members[0].flag_bits & 1:
                raise InputError(f"{self.name}: is encrypted; unpack it first")
            self.file = io.BufferedReader(_ZipMember(archive, members[0]), _BUFFER)
        except (zipfile.BadZipFile, NotImplementedError, *READ_ERRORS) as error:
            raise InputError(f"{self.name}: not a readable .zip: {error}") from error
        self.is_compressed = True

    def read_as(self, encoding: str, *, cr_lines: bool = False) -> None:
        """Convert text of this encoding to UTF-8, and CR line ends to LF."""
        if encoding.lower() not in ("utf-8", "utf-8-sig") or cr_lines:  # the readers skip a byte order mark
            self.file = io.BufferedReader(Transcoded(self.file, encoding, cr_lines=cr_lines), _BUFFER)

    def sample(self) -> bytes:
        """Return the first MiB of content, without consuming it; less of a pipe or a damaged file."""
        if self._sample is None:
            pieces, size, error_found = list[bytes](), 0, None
            try:
                while size < self._sample_size and (piece := self.file.read1(self._sample_size - size)):
                    pieces.append(piece)
                    size += len(piece)
            except READ_ERRORS as error:  # raised again by the reader, which reports the line
                error_found = error
            self._sample = b"".join(pieces)
            if self.file is self.raw and self.size:
                self.raw.seek(0)
            else:
                self.file = io.BufferedReader(_Unread(self._sample, error_found, self.file), _BUFFER)
        return self._sample

    @property
    def is_sampled_whole(self) -> bool:
        """Whether :meth:`sample` is the whole content."""
        return len(self.sample()) < self._sample_size

    @property
    def share(self) -> float | None:
        """Fraction of the file read so far, 0 to 1; None if its size is unknown."""
        return min(1.0, self.raw.tell() / self.size) if self.size else None


class _ZipMember(io.RawIOBase):
    """A file in a .zip archive, checked for decompression bombs."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._file = archive.open(member)
        self._compressed = member.compress_size
        self._decompressed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            content = self._file.read(len(buffer))
        except zipfile.BadZipFile as error:
            raise OSError(str(error)) from error
        self._decompressed += len(content)
        check_expansion(self._compressed, self._decompressed)
        buffer[: len(content)] = content
        return len(content)


class MemorySource(Source):
    """Bytes in memory as a source.

    Args:
        name: Name of the source in messages.
        content: Its content.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.size = 0
        self.is_compressed = False
        self.file = self.raw = io.BufferedReader(cast(Any, io.BytesIO(content)))


class _Unread(io.RawIOBase):
    """Stream of bytes that were already read, followed by the rest of a file."""

    def __init__(self, start: bytes, error: Exception | None, rest: Any) -> None:
        self._start = start
        self._error = error
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._start and self._error is not None:
            raise self._error
        if not self._start:
            read: int = self._rest.readinto(buffer)
            return read
        count = min(len(buffer), len(self._start))
        buffer[:count], self._start = self._start[:count], self._start[count:]
        return count


@contextmanager
def open_source(path: str, option: str = "--input") -> Iterator[Source]:
    """Open a file of texts; compression is detected from its first bytes.

    Args:
        path: Path of a file, or ``-`` for standard input.
        option: Command-line option that named the file. Default: ``--input``.

    Yields:
        The source.

    Raises:
        InputError: If the file cannot be opened.
    """
    if path == STANDARD:
        yield Source("standard input", io.FileIO(sys.stdin.fileno(), closefd=False))
        return
    try:
        raw = io.FileIO(path)
    except OSError as error:
        raise InputError(f"{option} {path}: {error.strerror}") from error
    with raw:
        yield Source(path, raw)


@contextmanager
def open_destination(path: str, others: tuple[str, ...] = ()) -> Iterator[BinaryIO]:
    """Open a file for writing; it appears at its path only when it is complete.

    Args:
        path: Path of a file, compressed if it ends in .gz or .zst; or ``-`` for standard output.
        others: Files in use, which must not be overwritten. Default: none.

    Yields:
        Binary file to write to.

    Raises:
        InputError: If the file cannot be written.
    """
    if path == STANDARD:
        output = sys.stdout.buffer
        yield cast(BinaryIO, _SanitizedTerminal(output)) if output.isatty() else output
        output.flush()
        return
    target = Path(path).resolve()
    if any(other != STANDARD and target == Path(other).resolve() for other in others):
        raise InputError(f"{path}: this file is in use in the same command; choose another")
    if target.is_dir() or not target.parent.is_dir():
        raise InputError(f"{path}: {'a folder' if target.is_dir() else 'no such folder'}; name a file")
    with ExitStack() as stack:
        special = target.exists() and not target.is_file()  # a pipe or /dev/null must not be replaced
        temporary = target if special else stack.enter_context(replacing(target))
        try:
            raw = stack.enter_context(temporary.open("wb"))
        except OSError as error:
            raise InputError(f"{path}: cannot be written: {error.strerror}") from error
        yield stack.enter_context(compressing(raw, Path(path).suffix.lower()))


class _SanitizedTerminal:
    """A terminal; control characters are escaped before they reach it."""

    def __init__(self, terminal: BinaryIO) -> None:
        self._terminal = terminal

    def write(self, lines: bytes) -> int:
        return self._terminal.write(escaped(lines.decode()).encode())
