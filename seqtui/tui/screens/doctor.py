"""The Doctor screen: examines a source in a process and lists what to look at again."""

from collections.abc import Callable
from typing import ClassVar, get_args

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from seqtui.curation.diagnosing import Diagnoser, DiagnosisRequest, Progress, Step
from seqtui.curation.suspects import KINDS, Diagnosis, Kind, Suspect
from seqtui.errors import SeqtuiError
from seqtui.terminal.sanitize import printable
from seqtui.tui import monitor as monitors
from seqtui.tui.screens.review_list import MAX_NAME, ReviewListScreen, ReviewTable
from seqtui.tui.widgets.bars import bar
from seqtui.tui.widgets.review import MAX_LABEL, ReviewPanel
from seqtui.tui.widgets.safe_input import SafeInput
from seqtui.tui.widgets.steps import step_lines

_BAR = 40  # columns of the progress bar
_NOTES = 5  # shown at once
_KINDS: tuple[Kind, ...] = get_args(Kind)


class DoctorScreen(ReviewListScreen[Suspect]):
    """Progress, then list and text of the suspects of a source.

    Args:
        request: What to examine.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept suggestion", show=False),
        Binding("k", "kind", "Kind", show=False),
        Binding("r", "again", "Train", show=False),
    ]
    NEEDS_REVIEWS = ReviewListScreen.NEEDS_REVIEWS | {"accept", "kind", "again"}

    def __init__(self, request: DiagnosisRequest) -> None:
        super().__init__()
        self._request = request
        self._diagnoser = Diagnoser(request)
        self._found: Diagnosis | None = None
        self._kind: Kind | None = None
        self._steps: list[tuple[str, float]] = []
        self._progress: Progress | None = None
        self._has_ended = False

    def compose_body(self) -> ComposeResult:
        """Yield the progress; list and text of the suspects, which are hidden until there are any."""
        yield Static(id="status")
        with VerticalScroll(classes="panel", id="examining", can_focus=True):
            yield Static(id="steps")
        with Container(id="suspects"):
            with Vertical(classes="panel", id="list-panel"):
                yield ReviewTable(id="list", cursor_type="row")
            yield ReviewPanel(id="one")
        yield SafeInput(id="search", placeholder="search; Enter: keep, Escape: clear")

    def set_up(self) -> None:
        """Start the process."""
        self.set_title("doctor", self._request.source)
        self.query_one("#examining").border_title = Content("Looking for wrong labels")
        self.query_one("#examining").border_subtitle = Content("Escape interrupts; finished folds are kept")
        self.query_one("#one").border_title = Content("Review")
        self.query_one("#one").border_subtitle = Content("a: accept the suggestion  r: train")
        self.query_one("#examining").focus()
        self.set_interval(0.2, self._show_steps)
        self._examine()

    def on_unmount(self) -> None:
        """Interrupt the process."""
        self._diagnoser.cancel()
        super().on_unmount()

    @work(thread=True, exit_on_error=False)
    def _examine(self) -> None:
        worker = get_current_worker()
        try:
            for report in self._diagnoser.run():
                if not worker.is_cancelled:
                    self.call_later(self._take, report)
        except (SeqtuiError, OSError) as error:
            if not worker.is_cancelled:
                self.call_later(self._fail, str(error))

    def _take(self, report: Step | Progress | Diagnosis) -> None:
        if not self.is_attached:
            return
        match report:
            case Step(text):
                self._steps.append((printable(text, 60), monitors.now()))
                self._progress = None
            case Progress():
                self._progress = report
            case Diagnosis():
                self._show(report)
        self._show_steps()

    def _fail(self, problem: str) -> None:
        self._has_ended = True
        if self.is_attached:
            self.query_one("#status", Static).update(Content.styled("nothing to show", "$error"))
            steps = self.query_one("#steps", Static)
            steps.update(Content.styled(printable(problem, 600), "$error"))

    def _show_steps(self) -> None:
        """Show the steps, and a bar for the network that is being trained."""
        if self._has_ended:
            return
        ascii_only = self.seqtui.ascii_only
        lines = step_lines(self._steps, monitors.now(), has_ended=False, ascii_only=ascii_only)
        shown = Content("\n".join(lines))
        if self._progress is not None:
            bars = bar(self._progress.share, _BAR, "$primary", ascii_only)
            phase = printable(self._progress.phase, 30)
            shown = Content.assemble(shown, "\n    ", *bars, f" {self._progress.share:.0%}  {phase}")
        self.show_content("#steps", shown)

    def _show(self, found: Diagnosis) -> None:
        """Show what was found."""
        self._found, self._has_ended = found, True
        self.query_one("#examining").display = False
        self.query_one("#suspects").display = True
        self.start_list(found.suspects, found.class_names, found.corrections.path)
        if found.notes:
            notes = "\n".join(printable(note, 120) for note in found.notes[:_NOTES])
            more = f"\n{len(found.notes) - _NOTES} more" if len(found.notes) > _NOTES else ""
            self.seqtui.notify(notes + more, markup=False)
        self.table.focus()
        self.refresh_bindings()
        self._name_kinds()
        self.filter_list()

    def _name_kinds(self) -> None:
        kind = "all kinds" if self._kind is None else KINDS[self._kind]
        self.query_one("#list-panel").border_subtitle = Content(f"k: {kind}")

    def columns(self) -> dict[str, int]:
        """Return names and widths of the columns."""
        name = max(len(printable(label, MAX_NAME)) for label in self._class_names)
        return {"score": 5, "label": max(5, name), "suggested": max(9, name), "kind": 9}

    def cells(self, review: Suspect) -> list[Text]:
        """Return score, labels and kind of a suspect."""
        return [
            Text(f"{review.score:.3f}"),
            Text(printable(review.label, MAX_NAME)),
            Text(printable(review.suggested or "", MAX_NAME)),
            Text(review.kind),
        ]

    def name_list(self, count: str) -> str:
        """Return the title of the list."""
        return f"Most suspicious first: {count}"

    def fits(self) -> Callable[[Suspect], bool]:
        """Return the filter by kind and text."""
        kind, wanted = self._kind, self.wanted.casefold()

        def fits(review: Suspect) -> bool:
            return kind in (None, review.kind) and (not wanted or wanted in review.text.casefold())

        return fits

    def show_review(self, review: Suspect | None) -> None:
        """Show a suspect."""
        panel = self.query_one(ReviewPanel)
        if review is None:
            panel.show_nothing()
            return
        suggested = f" → {printable(review.suggested, MAX_LABEL)}" if review.suggested else ""
        if self.seqtui.ascii_only:
            suggested = suggested.replace("→", "->")
        about = [
            Content.assemble("label ", (f"{printable(review.label, MAX_LABEL)}{suggested}", "bold")),
            Content(printable(review.reason, 600)),
            Content.styled(printable(review.where, 300), "$text-muted"),
        ]
        panel.show_decision(review, about, self._class_names)
        panel.show_text(review.text)

    def show_status(self) -> None:
        """Show the number of reviews, suspects and decisions."""
        if self._found is None:
            return
        status = (
            f"{len(self._reviews):,} suspects in {self._found.examined:,} reviews, "
            f"{self.number_decided:,} decided"
        )
        self.show_content("#status", Content(status))

    def action_accept(self) -> None:
        """Decide for the suggested label and go to the next suspect."""
        review = self.current()
        if review is None:
            return
        if review.suggested is None:
            self.seqtui.notify("no label is suggested for this review", markup=False)
            return
        self.relabel(review, review.suggested)

    def action_kind(self) -> None:
        """List suspects of another kind."""
        if self._found is None:
            return
        kinds = [None, *(kind for kind in _KINDS if kind in self._found.counts)]
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._name_kinds()
        self.filter_list()

    def action_again(self) -> None:
        """Fill the form with the source and its corrections."""
        if self._found is not None:
            self.seqtui.close(self)  # it may cover the form
            self.seqtui.train_again(self._request.recipe(self._found.corrections.path))
