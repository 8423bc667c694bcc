"""Redirect messages of native libraries, which may quote untrusted files, away from the terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path


@contextmanager
def redirect_stderr_descriptor(path: Path | str = os.devnull) -> Iterator[TextIOWrapper]:
    """Redirect file descriptor 2, which native code writes to, into a file.

    Args:
        path: The file; it is overwritten. Default: the null device.

    Yields:
        The original stderr, as text.
    """
    sys.stderr.flush()
    with (
        os.fdopen(os.dup(2), "w", encoding=sys.stderr.encoding, errors=sys.stderr.errors) as original,
        Path(path).open("wb") as file,
    ):
        os.dup2(file.fileno(), 2)
        try:
            yield original
        finally:
            sys.stderr.flush()
            original.flush()
            os.dup2(original.fileno(), 2)


@contextmanager
def redirect_stderr_for_app() -> Iterator[None]:
    """Redirect stderr while an app runs; Textual still draws on the original stderr."""
    before = sys.__stderr__
    with redirect_stderr_descriptor() as original:
        original.reconfigure(encoding="utf-8", errors="strict")
        sys.__stderr__ = original  # type: ignore[misc] # Textual draws there
        try:
            yield
        finally:
            sys.__stderr__ = before  # type: ignore[misc]
