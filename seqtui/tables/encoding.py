"""How text is encoded: by its user's word, by its mark, or by its bytes."""

import codecs
import io
import re
from typing import Any, BinaryIO

from seqtui.errors import InputError

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEVERAL = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_WINDOWS = re.compile(rb"[\x80-\x9f]")  # letters and quotes in cp1252, controls in latin-1
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CHUNK = 1 << 20


def check_encoding(name: str) -> str:
    """See that there is such an encoding.

    Raises:
        InputError: If not.
    """
    try:
        b"a".decode(name)
    except UnicodeDecodeError:  # of more bytes
        return name
    except (LookupError, ValueError) as error:
        raise InputError(
            f"--encoding {name}: no such encoding; say utf-8, utf-16, latin-1 or cp1252"
        ) from error
    return name


def marked_encoding(start: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning names."""
    return next((name for mark, name in _MARKS.items() if start.startswith(mark)), None)


def detect_encoding(file: BinaryIO) -> str:
    """Tell the encoding of a whole text: UTF-8 if it is, UTF-16 by its mark, else a Western one of one byte.

    A text that is UTF-8 but for fewer spoiled bytes than letters stays UTF-8: its readers then name the line.

    Args:
        file: The text, read from where it stands to its end.

    Returns:
        ``utf-8``, ``utf-8-sig``, ``utf-16``, ``latin-1`` or ``cp1252``.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, several, alone, windows, latin = True, 0, 0, False, False
    first = True
    while chunk := file.read(_CHUNK):
        if first and (marked := marked_encoding(chunk)):
            return marked
        first = False
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        if not chunk.isascii():
            rest, found = _SEVERAL.subn(b"", chunk)
            several, alone = several + found, alone + len(_HIGH.findall(rest))
            windows = windows or _WINDOWS.search(chunk) is not None
            latin = latin or _NOT_WINDOWS.search(chunk) is not None
    if is_utf8 or several >= alone:
        return "utf-8"
    return "cp1252" if windows and not latin else "latin-1"


class Recoded(io.RawIOBase):
    """A text as UTF-8, whatever it was.

    Args:
        file: The text.
        encoding: Its encoding; what that does not have raises UnicodeDecodeError.
    """

    def __init__(self, file: Any, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as there is text."""
        while not self._ready:
            chunk = self._file.read(_CHUNK)
            self._ready = self._decoder.decode(chunk, final=not chunk).encode("utf-8", "surrogatepass")
            if not chunk:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count
