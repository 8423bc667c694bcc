"""Standard output and error in encodings that lack some of the characters written."""

import codecs
import io
import sys

_SIMILAR = str.maketrans("█–—…→★\u2018\u2019“”", "#--.>*''\"\"")


def configure_output() -> None:
    """Make stdout and stderr replace characters that their encoding lacks, instead of failing.

    ASCII, the encoding of the C locale, is taken for UTF-8, as Python and click do by default. Bytes written
    to ``sys.stdout.buffer`` stay as they are.
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
