"""Restore the terminal even if the app is killed with SIGKILL."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# Waits for a line from the app. End of input without a line means that the app was killed.
# TTOU is ignored because the script may run in the background by then.
_SCRIPT = r"""
trap '' TTOU INT HUP TERM
if ! read -r _; then
  stty "$1" < /dev/tty
  printf '\033[?1049l\033[?1000l\033[?1002l\033[?1003l\033[?1006l' > /dev/tty
  printf '\033[?1004l\033[?2004l\033[?2026l\033[<u' > /dev/tty
  printf '\033[?25h\033[0m\nseqtui was killed; its trainers continue: seqtui runs\n' > /dev/tty
fi
"""


@contextmanager
def guarded_terminal() -> Iterator[None]:
    """Start a shell script that restores the terminal if the app is killed inside this context."""
    if os.name != "posix" or not (sys.stdin.isatty() and sys.stderr.isatty()):
        yield
        return
    saved = subprocess.run(["stty", "-g"], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S607
    if not saved:
        yield
        return
    with subprocess.Popen(
        ["/bin/sh", "-c", _SCRIPT, "sh", saved],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    ) as guard:
        try:
            yield
        finally:
            assert guard.stdin is not None  # noqa: S101 - it is a pipe
            with suppress(OSError):
                guard.stdin.write(b"done\n")
                guard.stdin.flush()
