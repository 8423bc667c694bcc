"""Panel of a review: what is known about it, its label and decision, and its text."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from seqtui.curation.mistakes import EvaluatedReview
from seqtui.curation.suspects import Suspect
from seqtui.terminal.sanitize import printable
from seqtui.tui.widgets.words import highlight_words

MAX_LABEL = 40
"""Characters of a label."""


class ReviewPanel(VerticalScroll):
    """Panel with one review."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="panel", can_focus=True)
        self._text: str | None = None

    def compose(self) -> ComposeResult:
        """Yield the decision and the words."""
        yield Static(id="decision")
        yield Static(id="words")

    def show_problem(self, problem: str) -> None:
        """Show why there is no review."""
        self.query_one("#decision", Static).update(Content.styled(printable(problem, 600), "$error"))

    def show_nothing(self) -> None:
        """Show that no review fits."""
        self.query_one("#decision", Static).update(Content.styled("No review fits.", "$text-muted"))
        self.query_one("#words", Static).update(Content(""))
        self._text = None

    def show_decision(
        self, review: EvaluatedReview | Suspect, about: list[Content], class_names: tuple[str, ...]
    ) -> None:
        """Show what is known about a review, the keys of its labels, and what was decided.

        Args:
            review: The review.
            about: Lines about it.
            class_names: The labels, in the order of their keys.
        """
        keys = "  ".join(f"{n} {printable(name, 20)}" for n, name in enumerate(class_names[:9], 1))
        lines = [*about, Content.styled(keys, "$text-muted")]
        if review.corrected is not None:
            what = "label kept" if review.corrected == review.label else "corrected"
            label = printable(review.corrected, MAX_LABEL)
            lines.append(Content.styled(f"{what}: {label}", "$success bold"))
        if review.note:
            lines.append(Content.styled(f"note: {printable(review.note)}", "$warning"))
        self.query_one("#decision", Static).update(Content("\n").join(lines))

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, unless it is shown already."""
        if text != self._text:
            self._text = text
            words = Content.assemble("\n", highlight_words(text, []))
            self.query_one("#words", Static).update(words)
            self.scroll_home(animate=False)
