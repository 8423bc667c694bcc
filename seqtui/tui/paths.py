"""Parse paths that are typed, pasted or dropped into a field."""

import os
import shlex
from pathlib import Path
from urllib.parse import unquote_to_bytes

from seqtui.errors import InputError
from seqtui.terminal.sanitize import has_controls

QUOTES = ("'", '"')
_FILE_URL = "file://"


def read_path(text: str) -> str:
    """Return the path in a field.

    The path of an existing file is returned unchanged; other text is parsed by :func:`parse_path`.

    Args:
        text: Content of the field.

    Raises:
        InputError: If the path has characters that a terminal cannot show.
    """
    path = text if text and Path(text).exists() else parse_path(text)
    if has_controls(path):
        raise InputError("the path has characters that cannot be shown; rename the file or folder")
    return "./-" if path == "-" else path  # a lone "-" means standard input elsewhere


def parse_path(text: str) -> str:
    """Parse a path with the quotes, escapes or URL that terminals and file managers put around it.

    Args:
        text: ``/a b``, ``'/a b'``, ``"/a b"``, ``/a\\ b``, ``file:///a%20b`` or ``~/a b``.

    Returns:
        The plain path, with ``~`` expanded. Other text is returned without outer spaces.
    """
    path = text.strip()
    if not _is_url(path) and any(mark in text for mark in (*QUOTES, "\\")):
        path = _unquoted(text)
    return _decoded(path) if _is_url(path) else _expanded(path)


def _unquoted(text: str) -> str:
    lexer = shlex.shlex(text, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    lexer.escape = "" if os.sep == "\\" else "\\"  # part of a path on Windows
    try:
        words = list(lexer)
    except ValueError:  # an apostrophe in a name, not a quote
        return text.strip()
    return words[0] if len(words) == 1 else text.strip()


def _is_url(text: str) -> bool:
    return text[: len(_FILE_URL)].lower() == _FILE_URL


def _expanded(path: str) -> str:
    try:
        return os.path.expanduser(path)  # noqa: PTH111 - leaves unknown users as they are
    except ValueError:  # no user name: it has a NUL or a lone surrogate
        return path


def _decoded(url: str) -> str:
    host, slash, path = url[len(_FILE_URL) :].partition("/")
    if not slash or host.lower() not in ("", "localhost"):
        return url  # a file of another machine
    return os.fsdecode(unquote_to_bytes(f"/{path}"))
