"""Widget that reads something with a command."""

from collections.abc import Callable
from functools import partial

from textual import work
from textual.timer import Timer
from textual.widget import Widget

from seqtui.tui.commands import Command, CommandResult

_PAUSE = 0.3  # seconds without another change before something is read


class CommandReader(Widget):
    """Widget that reads something in a child process. What is read later cancels what is read before."""

    _command: Command | None = None
    _timer: Timer | None = None
    _waiting: Callable[[], object] | None = None

    def read_after_pause(self, read: Callable[[], object]) -> None:
        """Call a function when nothing else is read for a moment."""
        self.stop_pause()
        self._waiting = read
        self._timer = self.set_timer(_PAUSE, partial(self._end_pause, read))

    def _end_pause(self, read: Callable[[], object]) -> None:
        if read is self._waiting:  # a timer that is stopped while the widget is busy calls all the same
            self._waiting = None
            read()

    def read(self, command: Command, take: Callable[[CommandResult, str], None]) -> None:
        """Run a command.

        Args:
            command: The command.
            take: Called with its result and its last line on stderr, unless :meth:`stop` or another command
                came before.
        """
        self._command = command
        self._follow(command, take)

    @work(thread=True, exit_on_error=False)
    def _follow(self, command: Command, take: Callable[[CommandResult, str], None]) -> None:
        last = ""
        for output in command.run():
            if isinstance(output, str):
                last = output
            else:
                self.call_later(self._end, command, partial(take, output, last))

    def _end(self, command: Command, take: Callable[[], None]) -> None:
        if command is self._command:
            take()

    def stop(self) -> None:
        """Cancel the running command, and what is to be read after a pause."""
        if self._command:
            self._command.cancel()
            self._command = None  # its result may be waiting to be taken already
        self.stop_pause()

    def stop_pause(self) -> None:
        """Cancel what is to be read after a pause."""
        self._waiting = None
        if self._timer:
            self._timer.stop()

    def on_unmount(self) -> None:
        """Cancel the running command."""
        self.stop()
