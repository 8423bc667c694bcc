"""The Label screen: shows a text, takes a key, shows the next."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from seqtui.corpora.corrections import LABELS_SUFFIX
from seqtui.curation.labelling import Labelling
from seqtui.curation.labels import MAX_LABELS, export_labels, has_many_others
from seqtui.curation.suggestions import Request, Suggester, Suggestions
from seqtui.errors import SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs.metrics import wilson_interval
from seqtui.storage.append import append_json
from seqtui.terminal.plots import MUTED, Curve
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.base import HIDDEN_NAVIGATION, BaseScreen
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.widgets.plot import Plot
from seqtui.tui.widgets.words import highlight_words

_NAME = 30  # characters of a label
_MAX_TEXT = 20_000  # characters of a text that are shown


class LabelScreen(BaseScreen):
    """Text, keys, progress and estimated accuracy.

    Args:
        session: The session.
        source: Where the texts come from.
        unlabelled: Source of the texts for a training, if it can be read without options. Default: None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "label(0)", "Label", key_display="1-9"),
        *(Binding(str(n + 1), f"label({n})", f"Label {n + 1}", show=False) for n in range(1, MAX_LABELS)),
        Binding("0", "unsure", "Unsure"),
        Binding("s", "skip", "Skip"),
        Binding("u", "undo", "Undo"),
        Binding("g", "guess", "Guess"),
        Binding("x", "export", "Write table"),
        *HIDDEN_NAVIGATION,
    ]

    def __init__(self, session: Labelling, source: str, unlabelled: str | None = None) -> None:
        super().__init__()
        self._session = session
        self._source = source
        self._unlabelled = unlabelled
        self._suggester: Suggester | None = None
        self._is_busy = False
        self._guess_shown = False  # about the current text
        self._is_done = False
        self._last = ""
        self._writer = ThreadPoolExecutor(1)  # in order; Python waits for it at the end
        session.labels.append = self._append

    def compose_body(self) -> ComposeResult:
        """Yield the text on the left, keys, guess and accuracy on the right."""
        yield Static(id="status")
        with Container(id="labelling"):
            with VerticalScroll(id="text-panel", classes="panel"):
                yield Static(id="text")
            with Vertical(id="keys-panel", classes="panel"):
                yield Static(id="keys")
                yield Static(id="guess")
                yield Plot(ascii_only=self.seqtui.ascii_only, id="estimates")

    def set_up(self) -> None:
        """Show the first text and start the process that chooses texts."""
        self.set_title("label", self._source)
        self.query_one("#text-panel").border_title = Content("Text")
        self.query_one("#keys-panel").border_title = Content("Labels")
        self.query_one("#text-panel").focus()
        names = self._session.labels.names
        keys = [f"{number}  {printable(name, _NAME)}" for number, name in enumerate(names, 1)]
        self.query_one("#keys", Static).update(Content("\n".join([*keys, "0  unsure"])))
        self.set_label_keys(names, "label")
        self._suggester = Suggester(self._session.texts)
        self._start(self._suggester)
        self._show()
        self._draw()

    def on_unmount(self) -> None:
        """End the process; the writing thread ends after the answers that it has not written yet."""
        self._writer.shutdown(wait=False)
        if self._suggester:
            self._suggester.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys of an answer only while there is a text."""
        if action in ("label", "unsure", "skip", "guess") and self._session.current is None:
            return None
        return super().check_action(action, parameters)

    def _append(self, path: Path, record: Any) -> None:
        """Let the writing thread append a record."""
        app = self.seqtui

        def write() -> None:
            try:
                append_json(path, record)
            except (SeqtuiError, OSError) as error:
                app.call_later(self._not_written, f"{path}: not written: {_reason(error)}")

        self._writer.submit(write)

    def _not_written(self, problem: str) -> None:
        """Go back to what the file contains."""
        self.seqtui.show_error(problem)
        try:
            self._session.reload()
        except SeqtuiError as error:
            self.seqtui.show_error(error)
        if self.is_attached:
            self._show()

    def action_label(self, number: int) -> None:
        """Give the text a label and show the next one."""
        names = self._session.labels.names
        if number >= len(names):
            self.seqtui.notify(f"there are {len(names)} labels", markup=False)
            return
        label = names[number]
        self._answer(label, lambda: self._session.answer("label", label, shown=self._guess_shown))

    def action_unsure(self) -> None:
        """Note that the text has no clear label."""
        self._answer("unsure", lambda: self._session.answer("unsure", shown=self._guess_shown))

    def action_skip(self) -> None:
        """Leave the text for another session."""
        self._answer("skipped", lambda: self._session.answer("skip", shown=self._guess_shown))

    def _answer(self, what: str, record: Callable[[], None]) -> None:
        guess = self._session.guess
        record()
        compared = f"; the model's guess was {printable(guess[0], _NAME)}" if guess else ""
        self._last = f"last: {printable(what, _NAME)}{compared}"
        self._show()
        self._ask()

    def action_undo(self) -> None:
        """Go back to the text of the last answer."""
        if not self._session.undo():
            self.seqtui.notify("nothing to undo", markup=False)
            return
        self._last = "undone"
        self._show()
        self._guess_shown = self._session.guess is not None  # after the answer that was withdrawn
        self._show_guess()

    def action_guess(self) -> None:
        """Show the model's guess about the text."""
        if self._session.guess is None:
            self.seqtui.notify(f"no model yet: {self._waiting()}", markup=False)
            return
        self._guess_shown = True
        self._show_guess()

    def _waiting(self) -> str:
        labels = self._session.next_round
        return f"it needs {labels} more labels" if labels else "it needs two different labels, or a moment"

    def _show(self) -> None:
        """Show the current text."""
        session = self._session
        self._guess_shown = False
        if session.current is None:
            text = Content.styled(self._end(), "$success")
        else:
            whole = session.texts[session.current]
            text = highlight_words(whole[:_MAX_TEXT], [])
            if len(whole) > _MAX_TEXT:
                cut = f"\n… the first {_MAX_TEXT:,} of {len(whole):,} characters"
                text = Content.assemble(text, (cut, "$text-warning"))
        self.query_one("#text", Static).update(text)
        self.query_one("#text-panel", VerticalScroll).scroll_home(animate=False)
        self._show_status()
        self._show_guess()
        if (session.current is None) != self._is_done:
            self._is_done = session.current is None
            self.refresh_bindings()  # draws the footer again, which takes longer than the text

    def _end(self) -> str:
        if skipped := self._session.skipped:
            return f"No more texts. Skipped: {skipped:,}; they come again in the next session."
        return "All texts are done. x writes the table."

    def _show_status(self) -> None:
        session = self._session
        status = f"{session.labelled:,} of {len(session.texts):,} labelled"
        if estimates := session.estimates():
            last = estimates[-1]
            accuracy = last.correct / last.texts
            low, high = wilson_interval(accuracy, last.texts)
            guesses = f"{last.texts} guess{'es' if last.texts > 1 else ''}"
            status += f"; accuracy {accuracy:.0%} ({low:.0%} to {high:.0%}, {guesses})"
        self.show_content("#status", Content(status))

    def _show_guess(self) -> None:
        guess = self._session.guess
        if self._session.current is None:
            hint = ""
        elif guess is None:
            hint = f"no model yet: {self._waiting()}"
        elif self._guess_shown:
            hint = f"guess: {printable(guess[0], _NAME)}, {guess[1]:.0%}"
        else:
            hint = "g  show the model's guess"
        given = self._session.given
        now = f"label in the source: {printable(given, _NAME)}" if given else ""
        lines = "\n".join(["", *([now] if now else []), hint, self._last, ""])
        self.show_content("#guess", Content.styled(lines, "$text-muted"))

    @work(thread=True, exit_on_error=False)
    def _start(self, suggester: Suggester) -> None:
        try:
            suggester.prepare()
        except SeqtuiError:  # closed already; otherwise the first request reports it
            return
        self.call_later(self._ask)

    def _ask(self) -> None:
        """Let the process train and choose, if that pays."""
        if self._is_busy or self._suggester is None or not self.is_attached:
            return
        request = self._session.request()
        if request is not None:
            self._is_busy = True
            self._suggest(self._suggester, request)

    @work(thread=True, exit_on_error=False)
    def _suggest(self, suggester: Suggester, request: Request) -> None:
        worker = get_current_worker()
        try:
            suggestions = suggester.suggest(request)
        except SeqtuiError as error:
            if not worker.is_cancelled:
                self.call_later(self._fail, error)
            return
        if not worker.is_cancelled:
            self.call_later(self._take, suggestions)

    def _fail(self, error: SeqtuiError) -> None:
        """Go on without a model."""
        if self.is_attached and self._suggester:
            self._suggester.close()
            self._suggester = None
            self.seqtui.show_error(error)

    def _take(self, suggestions: Suggestions) -> None:
        if not self.is_attached:
            return
        self._is_busy = False
        self._session.take(suggestions)
        self._draw()
        self._show_guess()
        self._ask()

    def _draw(self) -> None:
        """Draw the estimated accuracy by the number of answers."""
        estimates = self._session.estimates()
        x = np.array([estimate.answers for estimate in estimates], np.float64)
        shares = np.array([estimate.correct / estimate.texts for estimate in estimates], np.float64)
        bounds = [
            wilson_interval(share, estimate.texts) for share, estimate in zip(shares, estimates, strict=True)
        ]
        low, high = np.array(bounds, np.float64).reshape(-1, 2).T
        marker = "o" if self.seqtui.ascii_only else "●"
        self.query_one(Plot).draw(
            [
                Curve("accuracy", x, shares, "$primary", marker),
                Curve("95 %", x, low, MUTED),  # both ends of the interval
                Curve("", x, high, MUTED),
            ]
        )

    def action_export(self) -> None:
        """Write the labels as a table and offer to train with it."""
        labels = str(self._session.labels.path)
        path = f"{labels.removesuffix(LABELS_SUFFIX)}.labelled.csv"
        if not Path(path).exists():
            self._export(path)
            return

        def on_choice(answer: str | None) -> None:
            if answer:
                self._export(path)

        self.app.push_screen(ConfirmScreen(f"{path} exists.", {"y": "Write it again"}), on_choice)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, path: str) -> None:
        try:
            notes = export_labels(self._session.texts, self._session.labels, path, self._source)
        except (SeqtuiError, OSError) as error:
            self.call_later(self.seqtui.show_error, _reason(error))
            return
        answers = self._session.labels
        labels = {answer.label for answer in answers.answers.values() if answer.label}
        if len(labels | set(answers.given.values())) > 1:
            more = self._unlabelled if has_many_others(self._session.texts, answers) else None
            self.call_later(self._offer_training, Recipe(data=path, unlabelled=more), notes)
        else:
            self.call_later(self.seqtui.notify, f"{path}: {'; '.join(notes)}", markup=False)

    def _offer_training(self, recipe: Recipe, notes: list[str]) -> None:
        if not self.is_current:
            return

        def on_choice(answer: str | None) -> None:
            if answer:
                self.seqtui.train_again(recipe)

        more = ", and learn from the other texts, too" if recipe.unlabelled else ""
        question = f"{recipe.data}: {'; '.join(notes)}. Train a network with it{more}?"
        self.app.push_screen(ConfirmScreen(question, {"y": "Open the form"}), on_choice)


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
