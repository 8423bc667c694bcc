"""Keeping what C++ libraries print by themselves off the terminal: it may quote hostile files."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[int]:
    """Send what is written to file descriptor 2 nowhere; yields a descriptor of the true stderr."""
    sys.stderr.flush()
    terminal = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield terminal
    finally:
        sys.stderr.flush()
        os.dup2(terminal, 2)
        os.close(terminal)


@contextmanager
def screen_alone() -> Iterator[None]:
    """The same for the time of an app, which goes on drawing on the true stderr."""
    before = sys.__stderr__
    with quiet_libraries() as terminal, os.fdopen(os.dup(terminal), "w", encoding="utf-8") as screen:
        sys.__stderr__ = screen  # type: ignore[misc] # Textual draws there
        try:
            yield
        finally:
            sys.__stderr__ = before  # type: ignore[misc]
