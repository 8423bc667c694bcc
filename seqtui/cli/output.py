"""Replace characters that the encoding of stdout or stderr does not support."""

import codecs
import io
import sys

_SIMILAR = str.maketrans("█–—…→★\u2018\u2019“”", "#--.>*''\"\"")


def configure_output() -> None:
    """Make stdout and stderr replace characters that their encoding does not support, instead of failing.

    ASCII, the encoding of the C locale, is treated as UTF-8, as Python and click do by default. Bytes written
    to ``sys.stdout.buffer`` are not changed.
    """
    codecs.register_error("similar", _similar)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors="similar")


def _similar(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    replaced = error.object[error.start : error.end].translate(_SIMILAR)
    return "".join(c if c.isascii() else "?" for c in replaced), error.end
