"""Compressed files: one table of formats, and protection against decompression bombs."""

import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, cast

READ_ERRORS = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""Errors of reading a truncated or damaged compressed file; also :class:`DecompressionBombError`."""

MAX_RATIO = 200
"""Largest accepted ratio of decompressed to compressed size. Text usually reaches 3 to 10."""

MAX_BYTES = 1 << 27
"""Bytes that any file may decompress to, at any ratio: identical rows compress a thousandfold."""

_UNCHECKED_BYTES = 1 << 17  # decompressed bytes for which any ratio is accepted
_FIRST_READ, _FIRST_READS_END = 1 << 9, 1 << 16  # bytes
_BLOCK = 1 << 20
_SKIPPABLE_FRAME = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")  # a Zstandard frame without data, as pzstd writes


class Compression(NamedTuple):
    """A compression format.

    Args:
        extension: Its file extension, such as ``.gz``.
        magic: The first bytes of a file.
        open: Makes a decompressing file from a binary file.
    """

    extension: str
    magic: bytes
    open: Callable[[Any], Any]


def _open_zstd(file: Any) -> Any:
    import pyarrow

    return pyarrow.CompressedInputStream(file, "zstd")


COMPRESSIONS = (
    Compression(".gz", b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    Compression(".zst", b"\x28\xb5\x2f\xfd", _open_zstd),
    Compression(".bz2", b"BZh", bz2.BZ2File),
    Compression(".xz", b"\xfd7zXZ\0", lzma.LZMAFile),
)
"""Compression formats of input files."""

_MAGIC_BYTES = max(len(compression.magic) for compression in COMPRESSIONS)


class DecompressionBombError(OSError):
    """A file decompresses to far more data than any text does."""


def is_suspicious(compressed: int, decompressed: int) -> bool:
    """Return whether a file expands like a decompression bomb, even if it is still small.

    Args:
        compressed: Bytes read from the file.
        decompressed: Bytes that they expanded to.
    """
    return decompressed > max(_UNCHECKED_BYTES, MAX_RATIO * compressed)


def check_expansion(compressed: int, decompressed: int, remedy: str = "unpack it first") -> None:
    """Raise an error for a decompression bomb.

    Args:
        compressed: Bytes read from the file.
        decompressed: Bytes that they expanded to.
        remedy: Advice for a valid file. Default: ``"unpack it first"``.

    Raises:
        DecompressionBombError: If there are more than MAX_BYTES and more than MAX_RATIO times the compressed
            size.
    """
    if decompressed > max(MAX_BYTES, MAX_RATIO * compressed):
        raise DecompressionBombError(
            f"it unpacks to more than {MAX_BYTES >> 20} MiB and {MAX_RATIO} times its size; if it is "
            f"a valid file, {remedy}"
        )


class Decompressed(io.RawIOBase):
    """The decompressed content of a file.

    If a file looks like a bomb, the rest of it is decompressed once up to MAX_BYTES and discarded. So a bomb
    is rejected before its rows are used. A pipe cannot be read twice; it is rejected at the limit.

    Args:
        opener: Makes a decompressing file from a binary file, as :attr:`Compression.open`.
        raw: The compressed file.
    """

    def __init__(self, opener: Callable[[Any], Any], raw: Any) -> None:
        self._opener = opener
        self._raw = raw
        self._start = raw.tell() if raw.seekable() else 0
        self._compressed = _SmallFirstReads(raw)
        self._file = opener(self._compressed)
        self._decompressed = 0
        self._is_checked = not raw.seekable()

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and return the number of bytes.

        Raises:
            DecompressionBombError: If the file expands beyond the limits.
        """
        read: int = self._file.readinto(buffer)
        self._decompressed += read
        check_expansion(self._compressed.position, self._decompressed)
        if not self._is_checked and is_suspicious(self._compressed.position, self._decompressed):
            self._is_checked = True
            self._check_whole_file()
        return read

    def _check_whole_file(self) -> None:
        """Decompress the file from its start, up to MAX_BYTES, and discard the content."""
        position = self._raw.tell()
        self._raw.seek(self._start)
        ahead = Decompressed(self._opener, self._raw)
        ahead._is_checked = True
        buffer = bytearray(_BLOCK)
        try:
            while ahead._decompressed <= MAX_BYTES and ahead.readinto(buffer):
                pass
        except DecompressionBombError:
            raise
        except READ_ERRORS:
            pass  # the reader reports this error, with its line
        finally:
            self._raw.seek(position)


class _SmallFirstReads:
    """Raw file wrapper that reads small blocks first, so a decompression bomb is detected early."""

    closed = False

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.position = 0

    def read(self, size: int) -> bytes:
        content: bytes = self._raw.read(min(_FIRST_READ, size) if self.position < _FIRST_READS_END else size)
        self.position += len(content)
        return content

    def close(self) -> None:
        """Do nothing: the caller owns the raw file."""


def decompressed(raw: "io.BufferedReader[Any]", buffer_size: int = _BLOCK) -> "io.BufferedReader[Any]":
    """Return the decompressed content of a file, or the file itself if it is not compressed.

    The format is detected from the first bytes, not from the file name.

    Args:
        raw: Buffered binary file at its start.
        buffer_size: Bytes to decompress at once. Default: 1 MiB.
    """
    start = raw.peek(_MAGIC_BYTES)
    if _SKIPPABLE_FRAME.match(start):
        return io.BufferedReader(Decompressed(_open_zstd, raw), buffer_size)
    for compression in COMPRESSIONS:
        if start.startswith(compression.magic):
            return io.BufferedReader(Decompressed(compression.open, raw), buffer_size)
    return raw


@contextmanager
def compressing(raw: BinaryIO, extension: str) -> Iterator[BinaryIO]:
    """Compress the data that is written to a file.

    Args:
        raw: Binary file, opened for writing.
        extension: ``.gz`` or ``.zst``; any other extension writes uncompressed.

    Yields:
        The file to write to.
    """
    if extension == ".gz":
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file:
            yield cast(BinaryIO, file)
    elif extension == ".zst":
        import pyarrow

        with pyarrow.CompressedOutputStream(raw, "zstd") as file:
            yield file
    else:
        yield raw
