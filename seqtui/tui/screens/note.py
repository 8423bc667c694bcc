"""Ask for a note."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from seqtui.tui.widgets.safe_input import SafeInput

_MAX_NOTE = 500  # characters


class NoteScreen(ModalScreen[str | None]):
    """Modal field for a note. The result is its text, or None if it was cancelled.

    Args:
        note: Note to start from.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        """Yield the field."""
        with Vertical(id="note"):
            yield SafeInput(self._note, max_length=_MAX_NOTE)

    def on_mount(self) -> None:
        """Name the keys."""
        self.query_one("#note").border_title = Content("Note")
        self.query_one("#note").border_subtitle = Content("Enter: save, Escape: cancel")
        self.query_one(SafeInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the note."""
        event.stop()
        if self.is_current:
            self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        """Close without a note."""
        if self.is_current:
            self.dismiss(None)
