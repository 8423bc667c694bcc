"""Bytes in and out: files, standard input and output, plain or compressed."""

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
from seqtui.tables.encoding import Recoded
from seqtui.terminal.sanitize import escaped, printable

STANDARD = "-"
"""What stands for standard input or output where a file may be named."""

_BUFFER = 1 << 20
_PATIENCE = 0.2  # seconds without a look for signals
_SAMPLE = 1 << 20  # bytes that a format is detected from
_ZIP = b"PK\x03\x04"


class _Pipe(io.RawIOBase):
    """A pipe or terminal whose reader hears Ctrl-C.

    A signal that arrives between Python's last look for one and the system call would wait as long as the
    call does. With busy threads beside the reader that happens one time in ten.
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
        while os.name == "posix" and not select.select([self._file], [], [], _PATIENCE)[0]:
            pass
        read = self._file.readinto(buffer)
        self._read += read or 0
        return read


class Source:
    """An open file of texts, unpacked if it is compressed.

    Args:
        name: How messages call it.
        raw: The file, readable from its beginning.

    Raises:
        InputError: If it is an archive that does not hold exactly one file.
    """

    def __init__(self, name: str, raw: io.FileIO) -> None:
        self.name = name
        status = os.fstat(raw.fileno())
        is_file = stat.S_ISREG(status.st_mode)
        self.size = status.st_size if is_file else 0
        self.raw = io.BufferedReader(raw if is_file else _Pipe(raw), _BUFFER)
        self._sample: bytes | None = None
        self.file = decompressed(self.raw, _BUFFER)
        self.is_compressed = self.file is not self.raw
        if not self.is_compressed and self.raw.peek(len(_ZIP)).startswith(_ZIP):
            self._open_zip()

    def _open_zip(self) -> None:
        """Read the only member of an archive; other files of this kind, such as .xlsx, stay as they are."""
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
                    f"{self.name}: holds {len(members)} files ({', '.join(names[:4])}); unpack it, name one"
                )
            if members[0].flag_bits & 1:
                raise InputError(f"{self.name}: is encrypted; unpack it first")
            self.file = io.BufferedReader(_Member(archive, members[0]), _BUFFER)
        except (zipfile.BadZipFile, NotImplementedError, *READ_ERRORS) as error:
            raise InputError(f"{self.name}: not a readable .zip: {error}") from error
        self.is_compressed = True

    def read_as(self, encoding: str, *, cr_lines: bool = False) -> None:
        """Read text of this encoding as UTF-8, and lines that end in CR as lines that end in LF."""
        if encoding.lower() not in ("utf-8", "utf-8-sig") or cr_lines:  # the readers know its mark
            self.file = io.BufferedReader(Recoded(self.file, encoding, cr_lines=cr_lines), _BUFFER)

    def sample(self) -> bytes:
        """The first bytes of what is in it, a MiB at most or up to a damage; they stay to be read."""
        if self._sample is None:
            pieces, size, damage = list[bytes](), 0, None
            try:
                while size < _SAMPLE and (piece := self.file.read1(_SAMPLE - size)):
                    pieces.append(piece)
                    size += len(piece)
            except READ_ERRORS as error:  # raised again where the reader, which knows the line, comes to it
                damage = error
            self._sample = b"".join(pieces)
            if self.file is self.raw and self.size:
                self.raw.seek(0)
            else:
                self.file = io.BufferedReader(_Again(self._sample, damage, self.file), _BUFFER)
        return self._sample

    @property
    def is_sampled_whole(self) -> bool:
        """Whether :meth:`sample` is all there is."""
        return len(self.sample()) < _SAMPLE

    @property
    def share(self) -> float | None:
        """How much of it has been read, 0 to 1; None where nobody knows how much there is."""
        return min(1.0, self.raw.tell() / self.size) if self.size else None


class _Member(io.RawIOBase):
    """A file in an archive, which may be a bomb."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._file = archive.open(member)
        self._packed = member.compress_size
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            content = self._file.read(len(buffer))
        except zipfile.BadZipFile as error:
            raise OSError(str(error)) from error
        self._unpacked += len(content)
        check_expansion(self._packed, self._unpacked)
        buffer[: len(content)] = content
        return len(content)


class TextSource(Source):
    """A text in memory as a source.

    Args:
        name: How messages call it.
        text: The text.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.size = 0
        self.is_compressed = False
        self.file = self.raw = io.BufferedReader(cast(Any, io.BytesIO(text.encode("utf-8", "replace"))))


class _Again(io.RawIOBase):
    """A stream whose first bytes have been read already, from its beginning."""

    def __init__(self, start: bytes, damage: Exception | None, rest: Any) -> None:
        self._start = start
        self._damage = damage
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._start and self._damage is not None:
            raise self._damage
        if not self._start:
            read: int = self._rest.readinto(buffer)
            return read
        count = min(len(buffer), len(self._start))
        buffer[:count], self._start = self._start[:count], self._start[count:]
        return count


@contextmanager
def open_source(path: str, option: str = "--input") -> Iterator[Source]:
    """Open a file of texts; its first bytes tell what it is compressed with.

    Args:
        path: A file, or ``-`` for standard input.
        option: What the user named it with.

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
    """Open a file to write; it is there only when it is whole, and compressed if it ends in .gz or .zst.

    Args:
        path: A file, or ``-`` for standard output.
        others: Files that are in use and must not be written over.

    Raises:
        InputError: If it cannot be written to.
    """
    if path == STANDARD:
        output = sys.stdout.buffer
        yield cast(BinaryIO, _Shown(output)) if output.isatty() else output
        output.flush()
        return
    target = Path(path).resolve()
    if any(other != STANDARD and target == Path(other).resolve() for other in others):
        raise InputError(f"{path}: this file is in use in the same command; choose another")
    if target.is_dir() or not target.parent.is_dir():
        raise InputError(f"{path}: {'a folder' if target.is_dir() else 'no such folder'}; name a file")
    with ExitStack() as stack:
        special = target.exists() and not target.is_file()  # a pipe or /dev/null is not to be replaced
        beside = target if special else stack.enter_context(replacing(target))
        try:
            raw = stack.enter_context(beside.open("wb"))
        except OSError as error:
            raise InputError(f"{path}: cannot be written: {error.strerror}") from error
        yield stack.enter_context(compressing(raw, Path(path).suffix.lower()))


class _Shown:
    """A terminal, which must not obey what the reviews say."""

    def __init__(self, terminal: BinaryIO) -> None:
        self._terminal = terminal

    def write(self, lines: bytes) -> int:
        return self._terminal.write(escaped(lines.decode()).encode())
