"""Read lines as bytes, with their line numbers and byte positions."""

from collections import deque

from seqtui.errors import InputError
from seqtui.storage.compression import READ_ERRORS
from seqtui.tables.rows import Span
from seqtui.tables.streams import Source

MAX_ROW_BYTES = 1 << 24
"""Maximum bytes of a row. Longer rows indicate a damaged file and would fill the memory."""

TOO_LONG = f"longer than {MAX_ROW_BYTES >> 20} MiB"
UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = b"\xff\xfe", b"\xfe\xff"


class TooLongError(Exception):
    """A line is longer than MAX_ROW_BYTES."""


class Lines:
    """Line reader that can push lines back.

    Args:
        source: File to read from.

    Attributes:
        number: Lines read so far.
        position: Bytes read so far.
    """

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.position = 0
        self._source = source
        self._pushed_back: deque[bytes] = deque()
        self._in_too_long = False
        self._end: int | None = None

    def restrict_to(self, span: Span | None) -> None:
        """Move to the start of a span, and stop at its end."""
        if span is not None:
            self._end = span.end
            if span.start > self.position:
                self._source.file.seek(span.start)
                self._pushed_back.clear()
            self.position, self.number = span.start, span.line

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the span is reached; a row that cannot be read may extend past it."""
        return self._end is not None and self.position >= self._end

    def read(self) -> bytes:
        """Return the next line with its line end; empty at the end of the file.

        Raises:
            TooLongError: If the line is longer than MAX_ROW_BYTES.
            InputError: If the file is damaged.
        """
        if self._pushed_back:
            line = self._pushed_back.popleft()
            self.number += 1
            self.position += len(line)
            return line
        try:
            while self._in_too_long:  # skip the rest only when the next line is needed
                rest = self._source.file.readline(MAX_ROW_BYTES)
                self.position += len(rest)
                self._in_too_long = bool(rest) and not rest.endswith(b"\n")
            line = self._source.file.readline(MAX_ROW_BYTES + 1)
            self.number += bool(line)
            self.position += len(line)
            if len(line) > MAX_ROW_BYTES:
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

    def push_back(self, lines: list[bytes]) -> None:
        """Push the last lines back, to be read again."""
        self._pushed_back.extendleft(reversed(lines))
        self.number -= len(lines)
        self.position -= sum(map(len, lines))


def not_utf8(error: UnicodeDecodeError, line: int) -> str:
    """Describe which byte of a line is not UTF-8."""
    byte = error.object[error.start]
    return (
        f"byte {error.start + 1} of line {line} is not UTF-8 (0x{byte:02x}); --encoding sets another encoding"
    )
