"""Bytes in and out: files, standard input and output, as they are or in gzip or Zstandard."""

import gzip
import io
import os
import select
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from seqtui.errors import InputError
from seqtui.files import replacing
from seqtui.printable import escaped
from seqtui.tables.encoding import Recoded
from seqtui.unpacking import DAMAGED, Unpacked

STANDARD = "-"
"""What stands for standard input or output where a file may be named."""

_BUFFER = 1 << 20
_PATIENCE = 0.2  # seconds without a look for signals
_GZIP, _ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_COMPRESSED = (".gz", ".zst")


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
    """An open file of reviews.

    Args:
        name: How messages call it.
        raw: The file as it lies on the disk, readable from its beginning.
    """

    def __init__(self, name: str, raw: io.FileIO) -> None:
        self.name = name
        status = os.fstat(raw.fileno())
        is_file = stat.S_ISREG(status.st_mode)
        self.size = status.st_size if is_file else 0
        self.raw = io.BufferedReader(raw if is_file else _Pipe(raw), _BUFFER)
        self.file: io.BufferedReader[Any]
        self.is_compressed = True
        magic = self.raw.peek(4)
        if magic.startswith(_GZIP):
            self.file = io.BufferedReader(Unpacked(_gunzip, self.raw), _BUFFER)
        elif magic.startswith(_ZSTANDARD):
            self.file = io.BufferedReader(Unpacked(_unzstd, self.raw), _BUFFER)
        else:
            self.file, self.is_compressed = self.raw, False

    def read_as(self, encoding: str) -> None:
        """Read text of this encoding as UTF-8, from the beginning."""
        if encoding.lower() not in ("utf-8", "utf-8-sig"):  # the readers know its mark
            self.file = io.BufferedReader(Recoded(self.file, encoding), _BUFFER)

    def start(self) -> bytes:
        """The first bytes of what is in it; they stay to be read.

        Raises:
            InputError: If it is damaged.
        """
        try:
            return self.file.peek(64)
        except (*DAMAGED, UnicodeDecodeError) as error:
            raise InputError(f"{self.name}: cannot be read: {error}") from error

    @property
    def share(self) -> float | None:
        """How much of it has been read, 0 to 1; None where nobody knows how much there is."""
        return min(1.0, self.raw.tell() / self.size) if self.size else None


def _gunzip(packed: Any) -> Any:
    return gzip.GzipFile(fileobj=packed)


def _unzstd(packed: Any) -> Any:
    import pyarrow

    return pyarrow.CompressedInputStream(packed, "zstd")


@contextmanager
def open_source(path: str, option: str = "--input", encoding: str | None = None) -> Iterator[Source]:
    """Open reviews to read; what they are compressed with is seen from their first bytes.

    Args:
        path: A file, or ``-`` for standard input.
        option: What the user named it with.
        encoding: That of its text. Default: UTF-8.

    Raises:
        InputError: If the file cannot be opened.
    """
    if path == STANDARD:
        yield _source("standard input", io.FileIO(sys.stdin.fileno(), closefd=False), encoding)
        return
    try:
        raw = io.FileIO(path)
    except OSError as error:
        raise InputError(f"{option} {path}: {error.strerror}") from error
    with raw:
        yield _source(path, raw, encoding)


def _source(name: str, raw: io.FileIO, encoding: str | None) -> Source:
    source = Source(name, raw)
    if encoding is not None:
        source.read_as(encoding)
    return source


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
        yield stack.enter_context(_compressing(raw, Path(path).suffix.lower()))


class _Shown:
    """A terminal, which must not obey what the reviews say."""

    def __init__(self, terminal: BinaryIO) -> None:
        self._terminal = terminal

    def write(self, lines: bytes) -> int:
        return self._terminal.write(escaped(lines.decode()).encode())


@contextmanager
def _compressing(raw: BinaryIO, ending: str) -> Iterator[BinaryIO]:
    if ending == ".gz":
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file:
            yield cast(BinaryIO, file)
    elif ending == ".zst":
        import pyarrow

        with pyarrow.CompressedOutputStream(raw, "zstd") as file:
            yield file
    else:
        yield raw


def ending(path: str) -> str:
    """The ending that tells a file's format: ``.csv`` of ``reviews.CSV.gz``."""
    name = path.lower()
    for compressed in _COMPRESSED:
        name = name.removesuffix(compressed)
    return Path(name).suffix
