"""The Mistakes screen: the reviews that a run gets wrong, and corrections of their labels."""

from collections.abc import Callable
from typing import ClassVar

import msgspec
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from seqtui.curation.mistakes import EvaluatedReview, EvaluatedSet, ReviewFilter, evaluated_reviews
from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import Run
from seqtui.runs.predictions import Part
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.review_list import MAX_NAME, ReviewListScreen, ReviewTable
from seqtui.tui.widgets.confusion import ConfusionMatrix
from seqtui.tui.widgets.evaluated import EvaluatedPanel
from seqtui.tui.widgets.safe_input import SafeInput

_PROBABILITIES = (("any", 0.0, 1.0), ("≥ 90 %", 0.9, 1.0), ("70–90 %", 0.7, 0.9), ("< 70 %", 0.0, 0.7))
_LENGTHS = (("any", 0, None), ("≤ 50", 0, 50), ("51–200", 51, 200), ("> 200", 201, None))
_MIDDLE = 50  # hundredths, the threshold at first


class MistakesScreen(ReviewListScreen[EvaluatedReview]):
    """Confusion matrix, list and text of the evaluated reviews of a run.

    Args:
        run: The run.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "probability", "Probability", show=False),
        Binding("l", "length", "Length", show=False),
        Binding("plus,equals_sign", "threshold(1)", "Threshold up", key_display="+", show=False),
        Binding("minus", "threshold(-1)", "Threshold down", key_display="-", show=False),
        Binding("right_square_bracket", "abstain(1)", "Wider band", key_display="]", show=False),
        Binding("left_square_bracket", "abstain(-1)", "Narrower band", key_display="[", show=False),
        Binding("t", "test", "Test set", show=False),
        Binding("x", "export", "Export", show=False),
        Binding("r", "again", "Train again", show=False),
    ]
    NEEDS_REVIEWS = ReviewListScreen.NEEDS_REVIEWS | {
        "probability", "length", "test", "again", "threshold", "abstain"
    }  # fmt: skip

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._part: Part = "validation"
        self._found: EvaluatedSet | None = None
        self._filter = ReviewFilter()
        self._probability = self._length = 0
        self._threshold, self._abstain = _MIDDLE, 0  # in hundredths
        self._changes = 0  # of reviews of the set

    def compose_body(self) -> ComposeResult:
        """Yield matrix and list on the left, the review on the right, the search below."""
        yield Static(id="status")
        yield Static(id="threshold")
        with Container(id="mistakes"):
            with Vertical(id="found"):
                with Vertical(classes="panel", id="matrix-panel"):
                    yield ConfusionMatrix(id="matrix")
                with Vertical(classes="panel", id="list-panel"):
                    yield ReviewTable(id="list", cursor_type="row")
            yield EvaluatedPanel(self._run, id="one")
        yield SafeInput(id="search", placeholder="search; Enter: keep, Escape: clear")

    def set_up(self) -> None:
        """Read the reviews."""
        self.set_title("mistakes", self._run.name)
        self._panel.border_title = Content("Review")
        self._panel.border_subtitle = Content("x: export  r: train again")
        self.table.focus()
        self._load("validation")

    @property
    def _panel(self) -> EvaluatedPanel:
        return self.query_one(EvaluatedPanel)

    def _load(self, part: Part) -> None:
        self._say(f"reading the {part} reviews …", "$text-muted")
        self._read(part)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self, part: Part) -> None:
        worker = get_current_worker()
        try:
            found = evaluated_reviews(self._run, part)
        except (SeqtuiError, OSError) as error:
            if not worker.is_cancelled:
                self.call_later(self._fail, error)
            return
        if not worker.is_cancelled:
            self.call_later(self._show, found)

    def _say(self, text: str, style: str = "") -> None:
        if self.is_attached:
            self.query_one("#status", Static).update(Content.styled(text, style))

    def _fail(self, error: Exception) -> None:
        """Report that the reviews of a set cannot be shown."""
        if self._found is not None:
            self.seqtui.show_error(error)
            self.show_status()
        elif self.is_attached:
            self._say("no reviews to show")
            self._panel.show_problem(str(error))

    def show_status(self) -> None:
        """Show the number of reviews, mistakes and decisions."""
        reviews = self._reviews
        wrong = sum(review.is_mistake for review in reviews)
        self._say(
            f"{len(reviews):,} {self._part} reviews, {wrong:,} mistakes ({wrong / len(reviews):.1%}), "
            f"{self.number_decided:,} decided"
        )

    def _show(self, found: EvaluatedSet) -> None:
        if not self.is_attached:
            return
        self._found, self._part = found, found.part
        self.start_list(found.reviews, found.class_names, found.corrections.path)
        self._filter = ReviewFilter()
        self._probability = self._length = 0
        self._threshold, self._abstain = _MIDDLE, 0
        self.query_one("#threshold").display = False
        panel = self.query_one("#matrix-panel")
        panel.border_title = Content(
            "Label by prediction" if self.seqtui.ascii_only else "Label ↓ prediction →"
        )
        keys = "  +/-: threshold  [/]: band" if len(found.class_names) == 2 else ""
        panel.border_subtitle = Content(("t: validation" if found.part == "test" else "t: test") + keys)
        self.query_one(ConfusionMatrix).show(found)
        self.refresh_bindings()
        self._apply()

    def columns(self) -> dict[str, int]:
        """Return names and widths of the columns."""
        name = max(len(printable(label, MAX_NAME)) for label in self._class_names)
        return {"loss": 5, "label": max(5, name), "predicted": max(9, name), "%": 4}

    def cells(self, review: EvaluatedReview) -> list[Text]:
        """Return loss, labels and probability of a review."""
        wrong = self.app.theme_variables.get("error", "") if review.is_mistake else ""
        return [
            Text(f"{review.loss:.2f}"),
            Text(printable(review.label, MAX_NAME)),
            Text(printable(review.predicted, MAX_NAME), style=wrong if wrong.startswith("#") else ""),
            Text(f"{review.probability:.0%}", justify="right"),
        ]

    def name_list(self, count: str) -> str:
        """Return the title of the list."""
        return f"Highest loss first: {count}"

    @on(ConfusionMatrix.CellChosen)
    def _on_cell(self, event: ConfusionMatrix.CellChosen) -> None:
        chosen = msgspec.structs.replace(self._filter, label=event.label, predicted=event.predicted)
        if chosen != self._filter:
            self._filter = chosen
            self._apply()

    def _apply(self) -> None:
        """Filter the reviews."""
        if self._found is None:
            return
        name, low, high = _PROBABILITIES[self._probability]
        tokens, least, most = _LENGTHS[self._length]
        self._filter = msgspec.structs.replace(
            self._filter, min_probability=low, max_probability=high, min_length=least, max_length=most
        )
        self.query_one("#list-panel").border_subtitle = Content(f"p: {name}  l: {tokens} tokens")
        self.filter_list()

    def fits(self) -> Callable[[EvaluatedReview], bool]:
        """Return the filter, with the text of the search."""
        return msgspec.structs.replace(self._filter, search=self.wanted).fits

    def show_review(self, review: EvaluatedReview | None) -> None:
        """Show a review and explain it."""
        self._panel.show(review, self._class_names)

    def on_screen_resume(self) -> None:
        """Explain the review, because the run may have been exported."""
        if self.is_ready:
            self._panel.explain()

    def was_decided(self) -> None:
        """Count the changes, so that figures computed in the meantime are computed again."""
        self._changes += 1

    def action_threshold(self, step: int) -> None:
        """Move the threshold of the second of two labels by one hundredth."""
        self._move(self._threshold + step, self._abstain)

    def action_abstain(self, step: int) -> None:
        """Make the band of unsure reviews around the threshold wider or narrower by a hundredth each side."""
        self._move(self._threshold, self._abstain + step)

    def _move(self, threshold: int, abstain: int) -> None:
        """Show the figures of another threshold, and the reviews with the labels that it predicts."""
        found = self._found
        if found is None or abstain < 0:
            return
        try:
            figures = found.figures(threshold / 100, abstain / 100)
        except InputError as error:
            self.seqtui.notify(printable(str(error)), markup=False)
            return
        self._threshold, self._abstain = threshold, abstain
        sign = "+/-" if self.seqtui.ascii_only else "±"
        band = f" {sign} {abstain / 100:.2f}, {figures.unsure:,} unsure" if abstain else ""
        self.query_one("#threshold").display = True
        self.query_one("#threshold", Static).update(
            Content(
                f"{printable(figures.label, MAX_NAME)} from {threshold / 100:.2f}{band}: precision "
                f"{figures.precision:.1%}, recall {figures.recall:.1%}, F1 {figures.f1:.1%}"
            )
        )
        self._predict(found, threshold, abstain, self._changes)

    @work(thread=True, exclusive=True, group="predict", exit_on_error=False)
    def _predict(self, found: EvaluatedSet, threshold: int, abstain: int, changes: int) -> None:
        worker = get_current_worker()
        decided = found.decided_by(threshold / 100, abstain / 100)
        if not worker.is_cancelled:
            self.call_later(self._show_predicted, decided, changes)

    def _show_predicted(self, decided: EvaluatedSet, changes: int) -> None:
        found = self._found
        if not self.is_attached or found is None or found.predictions is not decided.predictions:
            return
        if changes != self._changes:  # the label of a review was decided in the meantime
            self._predict(found, self._threshold, self._abstain, self._changes)
            return
        self._found = decided
        self.take_again(decided.reviews)
        matrix = self.query_one(ConfusionMatrix)
        row, column = matrix.cursor_coordinate
        matrix.show(decided)
        matrix.move_cursor(row=row, column=column)
        self._apply()

    def action_probability(self) -> None:
        """Show reviews of another range of probabilities."""
        self._probability = (self._probability + 1) % len(_PROBABILITIES)
        self._apply()

    def action_length(self) -> None:
        """Show reviews of another range of lengths."""
        self._length = (self._length + 1) % len(_LENGTHS)
        self._apply()

    def action_test(self) -> None:
        """Show the test reviews, after asking, or the validation reviews again."""
        if self._part == "test":
            self._load("validation")
            return
        if self._run.test_seen:
            self._load("test")
            return

        def on_choice(answer: str | None) -> None:
            if answer:
                self._load("test")

        question = (
            "Show the test reviews? Decisions that depend on them make the test accuracy worth less. "
            "The run notes that they were looked at."
        )
        self.app.push_screen(ConfirmScreen(question, {"y": "Show"}), on_choice)

    def action_export(self) -> None:
        """Export the run, with the threshold if it was moved, so that reviews can be explained."""
        rule = self._found.rule if self._found else None
        self.seqtui.export(self._run, rule if rule and rule.threshold is not None else None)

    def action_again(self) -> None:
        """Fill the form with the recipe of the run and its corrections."""
        if self._found is None:
            return
        path = self._found.corrections.path
        try:
            recipe = self._run.recipe
        except InputError as error:
            self.seqtui.show_error(error)
            return
        corrections = str(path.absolute()) if path.exists() else recipe.corrections
        self.seqtui.train_again(msgspec.structs.replace(recipe, corrections=corrections))
