"""Run seqtui commands as child processes of the app."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile


@dataclass(frozen=True)
class CommandResult:
    """Result of a command.

    Args:
        code: Exit code.
        output: Standard output.
    """

    code: int
    output: bytes


class Command:
    """A ``seqtui`` command, run in a new session by a worker thread.

    Args:
        arguments: Arguments of ``seqtui``.
    """

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments
        self._process: subprocess.Popen[str] | None = None
        self._cancelled = False

    def run(self) -> Iterator[str | CommandResult]:
        """Run the command.

        Yields:
            Each line of stderr as it is printed, then the result. After :meth:`cancel`, nothing.
        """
        with TemporaryFile() as output:
            with subprocess.Popen(
                [sys.executable, "-P", "-m", "seqtui", *self._arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            ) as process:
                self._process = process
                if self._cancelled:
                    self.cancel()
                assert process.stderr is not None  # noqa: S101 - it is a pipe
                for line in process.stderr:
                    if not self._cancelled:
                        yield line.rstrip("\n")
            if not self._cancelled:
                output.seek(0)
                yield CommandResult(process.returncode, output.read())

    def cancel(self) -> None:
        """Interrupt the command, which then removes its partial files."""
        self._cancelled = True
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGINT)
