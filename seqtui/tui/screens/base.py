"""Base class of the screens: title, footer, and a notice in a terminal that is too small."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from seqtui.terminal.sanitize import printable
from seqtui.tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from seqtui.tui.app import SeqtuiApp

MIN_SIZE = (60, 20)  # columns, lines
_RETRY_SECONDS = 0.01
_PALETTE_WIDTH = 80  # columns from which the footer shows the key of the command palette
_WIDE_FOOTER = 120  # columns from which the footer has space between its keys

HIDDEN_NAVIGATION: list[BindingType] = [
    Binding("f2", "app.go('train')", "Train", show=False),
    Binding("f3", "app.go('runs')", "Runs", show=False),
    Binding("f4", "app.go('score')", "Score", show=False),
]
"""The app's keys for other screens, not shown in the footer of a screen with many keys."""


class BaseScreen(Screen[None]):
    """Base class of the screens: :meth:`compose_body` yields the widgets, :meth:`set_up` fills them."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = False
        self._was_shown = False
        self._resized_to: Size | None = None

    @property
    def seqtui(self) -> "SeqtuiApp":
        """The app."""
        from seqtui.tui.app import SeqtuiApp

        assert isinstance(self.app, SeqtuiApp)  # noqa: S101 - no other app has these screens
        return self.app

    def compose(self) -> ComposeResult:
        """Yield title, body and footer."""
        self._resized_to = self.app.size
        width = self.app.size.width
        # Set before the widgets are styled for the first time; otherwise Textual styles all of them again.
        self.add_class([name for columns, name in self.HORIZONTAL_BREAKPOINTS if columns <= width][-1])
        yield Static(id="title")
        yield from self.compose_body()
        yield Static(id="small")
        yield KeyFooter(compact=width < _WIDE_FOOTER, show_command_palette=width >= _PALETTE_WIDTH)

    def compose_body(self) -> ComposeResult:
        """Yield the widgets between title and footer."""
        yield from ()

    @on(events.ScreenResume)
    def _style_once(self, event: events.ScreenResume) -> None:
        """Do not style the widgets of a new screen again; they were styled when they were mounted."""
        event.refresh_styles, self._was_shown = self._was_shown, True

    def on_mount(self) -> None:
        """Set up the screen after all its widgets are mounted, which may be later than the screen itself."""
        if not self.is_attached or not self.display:  # it is being closed, and widgets may be gone already
            return
        if all(widget.is_mounted for widget in self.walk_children(Widget)):
            self.set_up()
            self.is_ready = True
            self._fit()
            self.refresh_bindings()
        else:
            self.set_timer(_RETRY_SECONDS, self.on_mount)

    def set_up(self) -> None:
        """Fill the widgets of :meth:`compose_body`."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable all actions until the screen is set up."""
        return super().check_action(action, parameters) if self.is_ready else None

    def set_title(self, *parts: str) -> None:
        """Show the name of the screen in the title; unprintable characters in it are replaced."""
        arrow = " > " if self.seqtui.ascii_only else " ▸ "
        words = arrow.join(["seqtui", *(printable(part, 60) for part in parts)])
        self.query_one("#title", Static).update(Content(words), layout=False)

    def set_label_keys(self, names: Sequence[str], action: str) -> None:
        """Let the footer name the digits that there are labels for, and bind capital letters to labels.

        Args:
            names: Labels. The only one that begins with a letter, in either case, gets Shift and that letter.
            action: Name of the action, which takes the index of a label.
        """
        first, *others = self._bindings.key_to_bindings["1"]
        self._bindings.key_to_bindings["1"] = [replace(first, key_display=f"1-{min(9, len(names))}"), *others]
        initials = [name[:1].upper() for name in names]
        for number, initial in enumerate(initials):
            if initial.isupper() and initials.count(initial) == 1:
                binding = Binding(initial, f"{action}({number})", f"Label {number + 1}", show=False)
                self._bindings.key_to_bindings[initial] = [binding]
        self.refresh_bindings()

    def show_content(self, selector: str, content: Content) -> None:
        """Show a content in a ``Static``, unless it is shown already: an update lays out the whole screen."""
        static = self.query_one(selector, Static)
        if not (isinstance(static.content, Content) and static.content.is_same(content)):
            static.update(content)

    def on_resize(self, event: events.Resize) -> None:
        """Show a notice instead of the body if the terminal is too small."""
        if event.size == self._resized_to:
            event.prevent_default()  # Textual repeats the event, and would lay out all widgets again
            return
        self._resized_to = event.size
        if self.is_ready:
            self._fit()

    def _fit(self) -> None:
        width, height = self.app.size
        footer = self.query_one(KeyFooter)
        footer.compact = width < _WIDE_FOOTER
        if footer.show_command_palette != (width >= _PALETTE_WIDTH):
            footer.show_command_palette = width >= _PALETTE_WIDTH
            self.refresh_bindings()
        small = width < MIN_SIZE[0] or height < MIN_SIZE[1]
        self.set_class(small, "-small")
        if small:
            text = f"{width}×{height} is too small: seqtui needs {MIN_SIZE[0]}×{MIN_SIZE[1]}"
            self.query_one("#small", Static).update(Content(text))
