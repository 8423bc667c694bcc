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

_TRUSTED = 1 << 18  # bytes that may be packed as tightly as they like
_OPENERS: dict[bytes, Callable[[Any], Any]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
}


class UnpackingError(OSError):
    """A file that unpacks to far more than any text does."""


def check_growth(packed: int, unpacked: int) -> None:
    """See that a file does not grow beyond reason.

    Args:
        packed: Bytes of the file that have been read.
        unpacked: Bytes that they held.

    Raises:
        UnpackingError: If it does.
    """
    if unpacked > max(_TRUSTED, MOST_FOLD * packed):
        raise UnpackingError(
            f"it unpacks to more than {MOST_FOLD} times its size; if that is right, unpack it first"
        )


class Unpacked(io.RawIOBase):
    """What a compressed file holds.

    Args:
        file: Gives it.
        packed: Says how many bytes of the compressed file have been read.
    """

    def __init__(self, file: Any, packed: Callable[[], int]) -> None:
        self._file = file
        self._packed = packed
        self._unpacked = 0

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
        check_growth(self._packed(), self._unpacked)
        return read


def unpacked(raw: "io.BufferedReader[Any]") -> "io.BufferedReader[Any]":
    """A file as it is, or what is in it if it is one of gzip, bzip2 or xz.

    Args:
        raw: It, on a disk.
    """
    start = raw.peek(6)
    for magic, opener in _OPENERS.items():
        if start.startswith(magic):
            return io.BufferedReader(Unpacked(opener(raw), raw.tell), 1 << 20)
    return raw
