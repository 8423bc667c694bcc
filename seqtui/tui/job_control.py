"""Ctrl-Z, ``fg`` and ``kill -CONT``: release the terminal to the shell and take it back."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable

from textual.driver import Driver


class JobControl:
    """Suspend an app and redraw it when it continues.

    Textual's own handlers start a second reader of the keys when another process sends SIGSTOP and SIGCONT,
    and do not redraw.

    Args:
        driver: The app's driver.
        redraw: Called once the terminal shows the app again.
    """

    def __init__(self, driver: Driver, redraw: Callable[[], object]) -> None:
        import termios  # not on Windows

        self._driver = driver
        self._redraw = redraw
        self._terminal = sys.stdin.fileno()
        self._attributes = termios.tcgetattr(self._terminal)

    @staticmethod
    def is_supported(driver: Driver | None) -> bool:
        """Whether the app runs in a terminal that has job control."""
        return os.name == "posix" and driver is not None and driver.can_suspend and sys.stdin.isatty()

    def install(self) -> None:
        """Handle SIGTSTP and SIGCONT; call it in the app's event loop, in the main thread."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self.suspend)
        loop.add_signal_handler(signal.SIGCONT, self._after_stop)

    def suspend(self) -> None:
        """Restore the terminal, stop until a shell continues the process, then redraw the app."""
        self._driver.suspend_application_mode()
        self._restore_default_handlers()
        os.killpg(os.getpgrp(), signal.SIGTSTP)  # a wrapper such as 'uv run' is stopped with it
        self._resume()

    def _after_stop(self) -> None:
        """Redraw the app after a SIGSTOP, which no process can handle."""
        import termios

        self._restore_default_handlers()
        self._wait_for_foreground()
        # Textual's thread may wait for input that the shell has read; a reply of the terminal frees it.
        termios.tcsetattr(self._terminal, termios.TCSANOW, self._attributes)
        self._driver.write("\x1b[6n")
        self._driver.suspend_application_mode()
        self._resume()

    def _restore_default_handlers(self) -> None:
        loop = asyncio.get_running_loop()
        loop.remove_signal_handler(signal.SIGTSTP)
        loop.remove_signal_handler(signal.SIGCONT)

    def _resume(self) -> None:
        self._wait_for_foreground()
        self._driver.resume_application_mode()
        self.install()
        self._redraw()

    def _wait_for_foreground(self) -> None:
        """Stop again as long as the shell has continued the process in the background only."""
        while os.tcgetpgrp(self._terminal) != os.getpgrp():
            os.kill(os.getpid(), signal.SIGSTOP)
