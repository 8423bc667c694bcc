"""Compressed files, read so that a small one cannot fill the memory or take for ever."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import Any

DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading raises where a compressed file is cut off or spoiled, or a bomb."""

MOST_FOLD = 200
"""How many times its own size a file may unpack to; text is packed to a third or a tenth."""

MOST_BYTES = 1 << 27
"""Bytes that a file may unpack to however small it is: equal rows are packed to a thousandth."""

_TRUSTED = 1 << 17  # bytes that may be packed as tightly as they like
_SIP, _BEGINNING = 1 << 9, 1 << 16  # bytes
_BLOCK = 1 << 20
_OPENERS: dict[bytes, Callable[[Any], Any]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
}


class UnpackingError(OSError):
    """A file that unpacks to far more than any text does."""


def is_suspicious(packed: int, unpacked: int) -> bool:
    """Whether a file grows as a decompression bomb does, though perhaps not far.

    Args:
        packed: Bytes of the file that have been read.
        unpacked: Bytes that they held.
    """
    return unpacked > max(_TRUSTED, MOST_FOLD * packed)


def check_growth(packed: int, unpacked: int, remedy: str = "unpack it first") -> None:
    """Refuse a decompression bomb.

    Args:
        packed: Bytes of the file that have been read.
        unpacked: Bytes that they held.
        remedy: What to do if the file is sound. Default: unpack it.

    Raises:
        UnpackingError: If the file unpacks to more than MOST_BYTES and more than MOST_FOLD times its size.
    """
    if unpacked > max(MOST_BYTES, MOST_FOLD * packed):
        raise UnpackingError(
            f"it unpacks to more than {MOST_BYTES >> 20} MiB and {MOST_FOLD} times its size; if that is "
            f"right, {remedy}"
        )


class Unpacked(io.RawIOBase):
    """What a compressed file holds.

    A file that looks like a bomb is first unpacked as far as it may go, without using what it holds. So a
    bomb is refused at once, and not after millions of its rows. A pipe cannot be read twice and is refused
    where it has gone too far.

    Args:
        opener: Makes the unpacking file out of the packed one.
        raw: The packed one.
    """

    def __init__(self, opener: Callable[[Any], Any], raw: Any) -> None:
        self._opener = opener
        self._raw = raw
        self._start = raw.tell() if raw.seekable() else 0
        self._packed = _Sips(raw)
        self._file = opener(self._packed)
        self._unpacked = 0
        self._is_weighed = not raw.seekable()

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read on.

        Raises:
            UnpackingError: If the file grows beyond reason.
        """
        read: int = self._file.readinto(buffer)
        self._unpacked += read
        check_growth(self._packed.place, self._unpacked)
        if not self._is_weighed and is_suspicious(self._packed.place, self._unpacked):
            self._is_weighed = True
            self._weigh()
        return read

    def _weigh(self) -> None:
        place = self._raw.tell()
        self._raw.seek(self._start)
        ahead = Unpacked(self._opener, self._raw)
        ahead._is_weighed = True
        buffer = bytearray(_BLOCK)
        try:
            while ahead._unpacked <= MOST_BYTES and ahead.readinto(buffer):
                pass
        except UnpackingError:
            raise
        except DAMAGED:
            pass  # whoever reads that far says which line it is behind
        finally:
            self._raw.seek(place)


class _Sips:
    """A file that is read in sips in its beginning, so that a bomb is weighed before it goes off."""

    closed = False

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.place = 0

    def read(self, size: int) -> bytes:
        content: bytes = self._raw.read(min(_SIP, size) if self.place < _BEGINNING else size)
        self.place += len(content)
        return content

    def close(self) -> None:
        """Leave it open: it belongs to others."""


def unpacked(raw: "io.BufferedReader[Any]") -> "io.BufferedReader[Any]":
    """A file as it is, or what is in it if it is one of gzip, bzip2 or xz.

    Args:
        raw: It, on a disk.
    """
    start = raw.peek(6)
    for magic, opener in _OPENERS.items():
        if start.startswith(magic):
            return io.BufferedReader(Unpacked(opener, raw), 1 << 20)
    return raw
