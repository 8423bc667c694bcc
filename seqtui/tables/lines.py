"""Lines of a file in bytes, with their numbers and positions."""

from collections import deque

from seqtui.errors import InputError
from seqtui.storage.compression import READ_ERRORS
from seqtui.tables.rows import Span
from seqtui.tables.streams import Source

LONGEST = 1 << 24
"""Bytes of the longest row: what goes on for longer is a broken file, and must not fill the memory."""

TOO_LONG = f"longer than {LONGEST >> 20} MiB"
UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = b"\xff\xfe", b"\xfe\xff"


class TooLongError(Exception):
    """A line of more than LONGEST bytes."""


class Lines:
    """Lines in bytes, numbered from 1, none longer than LONGEST; the last ones read can be given back.

    ``number`` lines and ``position`` bytes have been read.
    """

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.position = 0
        self._source = source
        self._again: deque[bytes] = deque()
        self._in_too_long = False
        self._end: int | None = None

    def keep_to(self, span: Span | None) -> None:
        """Go on at the beginning of a part of the file, and end with it."""
        if span is not None:
            self._end = span.end
            if span.start > self.position:
                self._source.file.seek(span.start)
                self._again.clear()
            self.position, self.number = span.start, span.line

    @property
    def is_at_end(self) -> bool:
        """Whether the part of the file ends here; a row that cannot be read may look further."""
        return self._end is not None and self.position >= self._end

    def read(self) -> bytes:
        """The next line with its end; empty where there is none."""
        if self._again:
            line = self._again.popleft()
            self.number += 1
            self.position += len(line)
            return line
        try:
            while self._in_too_long:  # not before somebody wants what is behind it
                rest = self._source.file.readline(LONGEST)
                self.position += len(rest)
                self._in_too_long = bool(rest) and not rest.endswith(b"\n")
            line = self._source.file.readline(LONGEST + 1)
            self.number += bool(line)
            self.position += len(line)
            if len(line) > LONGEST:
                self._in_too_long = not line.endswith(b"\n")
                raise TooLongError
        except (*READ_ERRORS, UnicodeDecodeError) as error:
            raise InputError(
                f"{self._source.name}, after line {self.number}: cannot be read: {error}"
            ) from error
        if self.number == 1:
            if line.startswith(_UTF16_MARKS):
                raise InputError(f"{self._source.name}: is UTF-16; read it with --encoding utf-16")
            return line.removeprefix(UTF8_MARK)
        return line

    def give_back(self, lines: list[bytes]) -> None:
        """Take the last lines back, to be read again."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)
        self.position -= sum(map(len, lines))


def not_utf8(error: UnicodeDecodeError, line: int) -> str:
    """Which byte of a line is wrong."""
    return f"byte {error.start + 1} of line {line} is not UTF-8 (0x{error.object[error.start]:02x})"
