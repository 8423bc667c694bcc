"""A question before something that cannot be undone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from seqtui.terminal.sanitize import printable


class ConfirmScreen(ModalScreen[str | None]):
    """Ask; dismissed with the answer's key, or None for "no".

    Args:
        question: One sentence; it may hold names.
        answers: What each key would do, the safe one last; ``n`` or Escape is always "no".
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer('')", "No", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(id="ask"):
            yield Static(Content(printable(self._question)))
            with Horizontal():
                for key, label in self._answers.items():
                    yield Button(Content(f"{label} ({key})"), id=f"answer-{key}", variant="warning")
                yield Button(Content("No (n)"), id="answer-", variant="default")

    def on_mount(self) -> None:
        """Stand on the answer that does nothing."""
        self.query_one("#answer-", Button).focus()

    def on_key(self, event: object) -> None:
        """An answer's own key."""
        key = getattr(event, "key", "")
        if key in self._answers:
            self.action_answer(key)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A click, or Enter on a button."""
        self.action_answer((event.button.id or "").removeprefix("answer-"))

    def action_answer(self, key: str) -> None:
        """Give the answer, once."""
        if self.is_current:
            self.dismiss(key or None)
