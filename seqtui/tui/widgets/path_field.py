"""Input field for a path, with completions."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.worker import get_current_worker

from seqtui.errors import InputError
from seqtui.tui.completion import Completion, complete
from seqtui.tui.paths import read_path
from seqtui.tui.widgets.safe_input import SafeInput


class PathField(Vertical):
    """Input field for a path.

    Typing opens a list of completions. Down and Up highlight one, Tab or Enter accepts it, Escape closes the
    list. If nothing is highlighted, Tab and Enter work as in any other field.

    Args:
        value: Initial content. Default: empty.
        placeholder: Shown while the field is empty. Default: nothing.
        id: Id of the input itself.
    """

    DEFAULT_CSS = """
    PathField { height: 1; width: 1fr; }
    PathField > OptionList {
        overlay: screen; constrain: inside inflect; display: none;
        width: 1fr; min-width: 40; height: auto; max-height: 10; padding: 0;
        border: round $accent; background: $surface;
    }
    PathField.-open > OptionList { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Completions", show=False),
        Binding("up", "move(-1)", "Previous completion", show=False),
        Binding("tab", "accept", "Complete", show=False),
        Binding("escape", "close", "Close the list", show=False),
    ]

    def __init__(self, value: str = "", placeholder: str = "", *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__()
        self._input = SafeInput(value, placeholder=placeholder, id=id)
        self._list = OptionList()
        self._list.can_focus = False
        self._completions: list[Completion] = []
        self._accepted: str | None = None
        self.known: Sequence[str] = ()
        """Sources offered in addition to files, newest first."""

    def compose(self) -> ComposeResult:
        """Yield the input and the list of completions."""
        yield self._input
        yield self._list

    @property
    def input(self) -> Input:
        """The input widget."""
        return self._input

    @property
    def path(self) -> str:
        """Parsed path; empty if the field is empty.

        Raises:
            InputError: If it has characters that cannot be shown.
        """
        return read_path(self._input.value)

    @property
    def folder(self) -> Path:
        """Nearest existing folder of the path."""
        try:
            path = Path(self.path).absolute()
            return next(folder for folder in (path, *path.parents) if folder.is_dir())
        except (InputError, OSError):
            return Path.cwd()

    def take(self, value: str) -> None:
        """Set the path as if it had been chosen from the list."""
        self._accepted = value
        self._input.value = value
        self._input.cursor_position = len(value)
        self._input.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Handle the keys only while the list is open."""
        is_open = self.has_class("-open")
        if action == "accept":
            return is_open and self._list.highlighted is not None
        if action == "close" or parameters == (-1,):
            return is_open
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Highlight another completion; open the list first if it is closed."""
        if not self.has_class("-open"):
            self._search("" if self._is_complete() else self._input.value)
        elif step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_accept(self) -> None:
        """Accept the highlighted completion."""
        if self._list.highlighted is not None:
            self.take(self._completions[self._list.highlighted].value)
            self.action_close()

    def action_close(self) -> None:
        """Close the list."""
        self.remove_class("-open")
        self.workers.cancel_node(self)

    def _is_complete(self) -> bool:
        value = self._input.value
        try:
            return value in self.known or (not value.endswith("/") and Path(self.path).exists())
        except InputError:
            return True

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        accepted, self._accepted = self._accepted, None
        if self._input.has_focus and event.value and (event.value != accepted or accepted.endswith("/")):
            self._search(event.value)
        else:
            self.action_close()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self.check_action("accept", ()):
            event.stop()
            self.action_accept()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._list.highlighted = event.option_index
        self.action_accept()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Close the list when the field loses the focus."""
        del event
        self.action_close()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _search(self, text: str) -> None:
        completions = complete(text, self.known)
        if not get_current_worker().is_cancelled:
            self.call_later(self._show, text, completions)

    def _show(self, text: str, completions: list[Completion]) -> None:
        if not self._input.has_focus or text not in ("", self._input.value):
            return
        self._completions = completions
        self._list.clear_options()
        self._list.add_options([Content(completion.shown) for completion in completions])
        self.set_class(bool(completions), "-open")
        if completions:  # highlight nothing if a folder may be the complete path
            self._list.highlighted = None if text.endswith("/") or (text and self._is_complete()) else 0
