"""What every screen shares: a title line, a footer, and a notice where there is no room."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from seqtui.tui.app import SeqtuiApp

SMALLEST = (60, 20)
_SOON = 0.01  # seconds


class BaseScreen(Screen[None]):
    """A screen of the app; its content comes from :meth:`compose_body` and is filled in by :meth:`set_up`."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = False

    @property
    def seqtui(self) -> "SeqtuiApp":
        """The app, by its own type."""
        from seqtui.tui.app import SeqtuiApp

        assert isinstance(self.app, SeqtuiApp)  # noqa: S101 - no other app has these screens
        return self.app

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(id="title")
        yield from self.compose_body()
        yield Static(id="small")
        yield Footer()

    def compose_body(self) -> ComposeResult:
        """What is between title and footer."""
        yield from ()

    def on_mount(self) -> None:
        """Begin as soon as all is there: a hurried screen is mounted before what its containers hold."""
        if not self.is_attached:
            return
        if all(widget.is_mounted for widget in self.walk_children(Widget)):
            self.set_up()
            self.is_ready = True
            self._fit()
            self.refresh_bindings()
        else:
            self.set_timer(_SOON, self.on_mount)

    def set_up(self) -> None:
        """Fill in what :meth:`compose_body` laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing before there is something to act on."""
        return super().check_action(action, parameters) if self.is_ready else None

    def set_title(self, *parts: str) -> None:
        """Say where one is; the parts may be hostile."""
        arrow = " > " if self.seqtui.ascii_only else " ▸ "
        words = arrow.join(["seqtui", *(printable(part, 60) for part in parts)])
        self.query_one("#title", Static).update(Content(words))

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size say so instead of showing a heap."""
        del event
        if self.is_ready:
            self._fit()

    def _fit(self) -> None:
        width, height = self.app.size
        small = width < SMALLEST[0] or height < SMALLEST[1]
        self.set_class(small, "-small")
        if small:
            text = f"{width}×{height} is too small: seqtui needs {SMALLEST[0]}×{SMALLEST[1]}"
            self.query_one("#small", Static).update(Content(text))
