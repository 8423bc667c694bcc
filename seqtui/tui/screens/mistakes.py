"""The Mistakes screen: the reviews that a run gets wrong, and corrections of their labels."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import ClassVar

import msgspec
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static
from textual.worker import get_current_worker

from seqtui.corpora.corrections import add_correction, undo_correction
from seqtui.curation.mistakes import EvaluatedReview, EvaluatedSet, ReviewFilter, evaluated_reviews
from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import Run
from seqtui.runs.predictions import Part
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.base import HIDDEN_NAVIGATION, BaseScreen
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.note import NoteScreen
from seqtui.tui.widgets.confusion import ConfusionMatrix
from seqtui.tui.widgets.evaluated import EvaluatedPanel
from seqtui.tui.widgets.safe_input import SafeInput

_SHOWN = 200  # reviews in the list
_EXCERPT = 160  # characters of a review in the list
_NAME = 14  # characters of a label in the list
_PROBABILITIES = (("any", 0.0, 1.0), ("≥ 90 %", 0.9, 1.0), ("70–90 %", 0.7, 0.9), ("< 70 %", 0.0, 0.7))
_LENGTHS = (("any", 0, None), ("≤ 50", 0, 50), ("51–200", 51, 200), ("> 200", 201, None))
_MIDDLE = 50  # hundredths, the threshold at first
_MARK = "mark"  # key of the first column, which shows what is decided


class _ReviewTable(DataTable[Text]):
    """The list of reviews."""


class MistakesScreen(BaseScreen):
    """Confusion matrix, list and text of the evaluated reviews of a run.

    Args:
        run: The run.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "relabel(0)", "Relabel", key_display="1-9"),
        *(Binding(str(n + 1), f"relabel({n})", f"Label {n + 1}", show=False) for n in range(1, 9)),
        Binding("u", "undo", "Undo"),
        Binding("n", "note", "Note"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("p", "probability", "Probability", show=False),
        Binding("l", "length", "Length", show=False),
        Binding("plus,equals_sign", "threshold(1)", "Threshold up", key_display="+", show=False),
        Binding("minus", "threshold(-1)", "Threshold down", key_display="-", show=False),
        Binding("right_square_bracket", "abstain(1)", "Wider band", key_display="]", show=False),
        Binding("left_square_bracket", "abstain(-1)", "Narrower band", key_display="[", show=False),
        Binding("t", "test", "Test set", show=False),
        Binding("x", "export", "Export", show=False),
        Binding("r", "again", "Train again", show=False),
        Binding("escape", "back", "Back"),
        *HIDDEN_NAVIGATION,
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._part: Part = "validation"
        self._found: EvaluatedSet | None = None
        self._positions: dict[int, int] = {}  # of the reviews in it, by index
        self._selected: EvaluatedReview | None = None
        self._filter = ReviewFilter()
        self._probability = self._length = 0
        self._threshold, self._abstain = _MIDDLE, 0  # in hundredths
        self._changes = 0  # of reviews of the set
        self._decided: list[str] = []  # texts, in this session
        self._writer = ThreadPoolExecutor(1)  # in order; Python waits for it at the end

    def compose_body(self) -> ComposeResult:
        """Yield matrix and list on the left, the review on the right, the search below."""
        yield Static(id="status")
        yield Static(id="threshold")
        with Container(id="mistakes"):
            with Vertical(id="found"):
                with Vertical(classes="panel", id="matrix-panel"):
                    yield ConfusionMatrix(id="matrix")
                with Vertical(classes="panel", id="list-panel"):
                    yield _ReviewTable(id="list", cursor_type="row")
            yield EvaluatedPanel(self._run, id="one")
        yield SafeInput(id="search", placeholder="search; Enter: keep, Escape: clear")

    def set_up(self) -> None:
        """Read the reviews."""
        self.set_title("mistakes", self._run.name)
        self._panel.border_title = Content("Review")
        self._panel.border_subtitle = Content("x: export  r: train again")
        self._list.focus()
        self._load("validation")

    @property
    def _list(self) -> _ReviewTable:
        return self.query_one(_ReviewTable)

    @property
    def _panel(self) -> EvaluatedPanel:
        return self.query_one(EvaluatedPanel)

    def on_unmount(self) -> None:
        """End the writing thread after the decisions that it has not written yet."""
        self._writer.shutdown(wait=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys for reviews only when there are some."""
        needs_reviews = (
            "relabel",
            "undo",
            "note",
            "search",
            "probability",
            "length",
            "test",
            "again",
            "threshold",
            "abstain",
        )
        if action in needs_reviews and self._found is None:
            return None
        return super().check_action(action, parameters)

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
            self._show_status()
        elif self.is_attached:
            self._say("no reviews to show")
            self._panel.show_problem(str(error))

    def _show_status(self) -> None:
        if self._found is not None:
            reviews = self._found.reviews
            wrong = sum(review.is_mistake for review in reviews)
            decided = sum(review.corrected is not None for review in reviews)
            self._say(
                f"{len(reviews):,} {self._part} reviews, {wrong:,} mistakes ({wrong / len(reviews):.1%}), "
                f"{decided:,} decided"
            )

    def _show(self, found: EvaluatedSet) -> None:
        if not self.is_attached:
            return
        self._add_columns(found.class_names)
        self._found, self._part = found, found.part
        self._positions = {review.index: position for position, review in enumerate(found.reviews)}
        self._filter = ReviewFilter(search=self.query_one("#search", Input).value)
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

    def _add_columns(self, class_names: tuple[str, ...]) -> None:
        table = self._list
        table.clear(columns=True)
        table.add_column(Text(""), key=_MARK, width=1)
        name = max(len(printable(label, _NAME)) for label in class_names)
        widths = {"loss": 5, "label": max(5, name), "predicted": max(9, name), "%": 4, "review": _EXCERPT}
        for column, width in widths.items():
            table.add_column(Text(column), width=width)

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
        self._select(self._found, self._filter)

    @work(thread=True, exclusive=True, group="filter", exit_on_error=False)
    def _select(self, found: EvaluatedSet, chosen: ReviewFilter) -> None:
        worker = get_current_worker()
        reviews = chosen.apply(found.reviews)
        if not worker.is_cancelled:
            self.call_later(self._show_list, found, len(reviews), reviews[:_SHOWN])

    def _show_list(self, found: EvaluatedSet, fitting: int, reviews: list[EvaluatedReview]) -> None:
        if not self.is_attached or found.part != self._part:
            return
        self._show_status()
        count = f"{len(reviews):,} of {fitting:,}" if len(reviews) < fitting else f"{fitting:,}"
        self.query_one("#list-panel").border_title = Content(f"Highest loss first: {count}")
        before = self._selected and self._selected.index
        table = self._list
        table.clear()
        reviews = [found.reviews[self._positions[review.index]] for review in reviews]  # decided since
        for review in reviews:
            table.add_row(*self._cells(review), key=str(review.index))
        row = next((row for row, review in enumerate(reviews) if review.index == before), 0)
        table.move_cursor(row=row)
        self._open(reviews[row] if reviews else None)

    def _cells(self, review: EvaluatedReview) -> list[Text]:
        mark = "" if review.corrected is None else "*" if self.seqtui.ascii_only else "✓"
        wrong = self.app.theme_variables.get("error", "") if review.is_mistake else ""
        return [
            Text(mark),
            Text(f"{review.loss:.2f}"),
            Text(printable(review.label, _NAME)),
            Text(printable(review.predicted, _NAME), style=wrong if wrong.startswith("#") else ""),
            Text(f"{review.probability:.0%}", justify="right"),
            Text(printable(review.text[:_EXCERPT], _EXCERPT)),
        ]

    @on(DataTable.RowHighlighted, "#list")
    def _on_row(self) -> None:
        self._open(self._current())

    def _current(self) -> EvaluatedReview | None:
        """Return the review under the cursor, which may be ahead of the one that is shown."""
        table = self._list
        if self._found is None or not table.is_valid_row_index(table.cursor_row):
            return None
        key = table.ordered_rows[table.cursor_row].key.value
        return self._found.reviews[self._positions[int(key or 0)]]

    def _open(self, review: EvaluatedReview | None) -> None:
        """Show a review."""
        self._selected = review
        self._panel.show(review, self._found.class_names if self._found else ())

    def on_screen_resume(self) -> None:
        """Explain the review, because the run may have been exported."""
        if self.is_ready:
            self._panel.explain()

    def action_relabel(self, number: int) -> None:
        """Decide that a label is correct and go to the next review."""
        review, names = self._current(), self._found.class_names if self._found else ()
        if review is None:
            return
        if number >= len(names):
            self.seqtui.notify(f"there are {len(names)} labels", markup=False)
            return
        self._decide(review, names[number], review.note)
        self._list.action_cursor_down()

    def action_note(self) -> None:
        """Add a note to a review."""
        review = self._current()
        if review is None:
            return

        def take(note: str | None) -> None:
            if note is not None:
                self._decide(review, review.corrected or review.label, note or None)

        self.app.push_screen(NoteScreen(review.note or ""), take)

    def _decide(self, review: EvaluatedReview, label: str, note: str | None) -> None:
        """Append a decision to the corrections file."""
        if self._found is None:
            return
        app, path = self.seqtui, self._found.corrections.path
        self._decided.append(review.text)

        def write() -> None:
            try:
                add_correction(path, review.text, review.label, label, note)
            except (SeqtuiError, OSError) as error:
                app.call_later(app.show_error, _reason(error, path))
                self.call_later(self._decided.remove, review.text)
            else:
                self.call_later(self._update, review.text, label, note)

        self._writer.submit(write)

    def action_undo(self) -> None:
        """Withdraw the last decision of this session, or else that about the selected review."""
        review = self._current()
        text = self._decided.pop() if self._decided else review and review.text
        if self._found is None or not isinstance(text, str):
            return
        app, path = self.seqtui, self._found.corrections.path

        def write() -> None:
            try:
                last = undo_correction(path, text)
            except (SeqtuiError, OSError) as error:
                app.call_later(app.show_error, _reason(error, path))
            else:
                self.call_later(self._update, text, last and last.new, last and last.note)
                app.call_later(partial(app.notify, f"undone: {printable(text, 60)}", markup=False))

        self._writer.submit(write)

    def _update(self, text: str, label: str | None, note: str | None) -> None:
        """Show a decision about a text."""
        if self._found is None or not self.is_attached:
            return
        reviews = self._found.reviews
        for position, review in enumerate(reviews):
            if review.text == text:
                reviews[position] = changed = msgspec.structs.replace(review, corrected=label, note=note)
                if str(changed.index) in self._list.rows:
                    self._list.update_cell(str(changed.index), _MARK, self._cells(changed)[0])
                if self._selected is not None and self._selected.index == changed.index:
                    self._open(changed)
        self._changes += 1
        self._show_status()

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
                f"{printable(figures.label, _NAME)} from {threshold / 100:.2f}{band}: precision "
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

    def action_search(self) -> None:
        """Show the field of the search."""
        field = self.query_one("#search", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#search")
    def _on_search(self, event: Input.Changed) -> None:
        self._filter = msgspec.structs.replace(self._filter, search=event.value)
        self._apply()

    @on(Input.Submitted, "#search")
    def _on_submit(self) -> None:
        self.query_one("#search", Input).display = bool(self._filter.search)
        self._list.focus()

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

    def action_back(self) -> None:
        """Clear the search, or close the screen."""
        field = self.query_one("#search", Input)
        if field.display:
            field.value = ""
            field.display = False
            self._list.focus()
        else:
            self.seqtui.close(self)


def _reason(error: Exception, path: Path) -> str:
    return str(error) if isinstance(error, SeqtuiError) else f"{path}: not written: {error}"
