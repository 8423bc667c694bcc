"""Ask for confirmation."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from seqtui.terminal.sanitize import printable


class ConfirmScreen(ModalScreen[str | None]):
    """Modal question. The result is the key of the chosen answer, or None for "no".

    Args:
        question: Question to show; unprintable characters in it are replaced.
        answers: Button labels by key. ``n`` and Escape always mean "no".
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
        """Yield the question and its buttons."""
        with Vertical(id="ask"):
            yield Static(Content(printable(self._question)))
            with Horizontal():
                for key, label in self._answers.items():
                    yield Button(Content(f"{label} ({key})"), id=f"answer-{key}", variant="warning")
                yield Button(Content("No (n)"), id="answer-", variant="default")

    def on_mount(self) -> None:
        """Focus the button that changes nothing."""
        self.query_one("#answer-", Button).focus()

    def on_key(self, event: object) -> None:
        """Choose an answer by its key."""
        key = getattr(event, "key", "")
        if key in self._answers:
            self.action_answer(key)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose an answer by its button."""
        self.action_answer((event.button.id or "").removeprefix("answer-"))

    def action_answer(self, key: str) -> None:
        """Return an answer and close the screen."""
        if self.is_current:
            self.dismiss(key or None)
