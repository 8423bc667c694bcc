"""Base class of the screens with a list of reviews whose labels can be corrected."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

import msgspec
from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable, Input
from textual.worker import get_current_worker

from seqtui.corpora.corrections import add_correction, undo_correction
from seqtui.curation.mistakes import EvaluatedReview
from seqtui.curation.suspects import Suspect
from seqtui.errors import SeqtuiError
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.base import HIDDEN_NAVIGATION, BaseScreen
from seqtui.tui.screens.note import NoteScreen

MAX_NAME = 14
"""Characters of a label in the list."""

_CHUNK = 200  # reviews that are added to the list at once
_AHEAD = 20  # reviews below the cursor before more are added
_EXCERPT = 160  # characters of a review in the list
_MARK = "mark"  # key of the first column, which shows what is decided

_Review = TypeVar("_Review", EvaluatedReview, Suspect)


class ReviewTable(DataTable[Text]):
    """The list of reviews."""


class ReviewListScreen(BaseScreen, Generic[_Review]):
    """Base class: list, search, and keys that append decisions to a corrections file.

    A subclass yields a :class:`ReviewTable` with the id ``list`` in a panel ``list-panel``, and a field
    ``search``. It calls :meth:`start_list` with its reviews, and :meth:`filter_list` to show those that fit.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "relabel(0)", "Relabel", key_display="1-9"),
        *(Binding(str(n + 1), f"relabel({n})", f"Label {n + 1}", show=False) for n in range(1, 9)),
        Binding("u", "undo", "Undo"),
        Binding("n", "note", "Note"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("escape", "back", "Back"),
        *HIDDEN_NAVIGATION,
    ]
    NEEDS_REVIEWS: ClassVar[frozenset[str]] = frozenset({"relabel", "undo", "note", "search"})
    """Actions that are enabled when there are reviews."""

    def __init__(self) -> None:
        super().__init__()
        self._reviews: list[_Review] = []
        self._class_names: tuple[str, ...] = ()
        self._corrections: Path | None = None  # None until there are reviews
        self._fitting: list[int] = []  # positions of the reviews that fit the filter
        self._selected: int | None = None
        self._decided: list[str] = []  # texts, in this session
        self._writer = ThreadPoolExecutor(1)  # in order; Python waits for it at the end

    def columns(self) -> dict[str, int]:
        """Return names and widths of the columns between the mark and the text."""
        raise NotImplementedError

    def cells(self, review: _Review) -> list[Text]:
        """Return the cells of a review in these columns."""
        raise NotImplementedError

    def fits(self) -> Callable[[_Review], bool]:
        """Return a function that decides whether a review is listed; a worker thread calls it."""
        raise NotImplementedError

    def show_review(self, review: _Review | None) -> None:
        """Show the selected review; None if none fits."""
        raise NotImplementedError

    def show_status(self) -> None:
        """Show the number of reviews and of decisions."""
        raise NotImplementedError

    def name_list(self, count: str) -> str:
        """Return the title of the list.

        Args:
            count: Number of listed reviews, such as ``200 of 1,320``.
        """
        raise NotImplementedError

    @property
    def table(self) -> ReviewTable:
        """The list."""
        return self.query_one(ReviewTable)

    @property
    def number_decided(self) -> int:
        """Number of reviews about which there is a decision."""
        return sum(review.corrected is not None for review in self._reviews)

    def on_unmount(self) -> None:
        """End the writing thread after the decisions that it has not written yet."""
        self._writer.shutdown(wait=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys for reviews only when there are some."""
        if action in self.NEEDS_REVIEWS and self._corrections is None:
            return None
        return super().check_action(action, parameters)

    def start_list(self, reviews: list[_Review], class_names: tuple[str, ...], corrections: Path) -> None:
        """Take reviews, their labels and their corrections file.

        Args:
            reviews: The reviews. Decisions replace its items.
            class_names: The labels, in the order of their keys.
            corrections: The corrections file.
        """
        self._reviews, self._class_names, self._corrections = reviews, class_names, corrections
        table = self.table
        table.clear(columns=True)
        table.add_column(Text(""), key=_MARK, width=1)
        for column, width in {**self.columns(), "review": _EXCERPT}.items():
            table.add_column(Text(column), width=width)
        self.set_label_keys(class_names, "relabel")

    def take_again(self, reviews: list[_Review]) -> None:
        """Take the same reviews with other values."""
        self._reviews = reviews

    def filter_list(self) -> None:
        """List the reviews that fit."""
        if self._corrections is not None:
            self._filter_reviews(self._reviews, self.fits())

    @work(thread=True, exclusive=True, group="filter", exit_on_error=False)
    def _filter_reviews(self, reviews: list[_Review], fits: Callable[[_Review], bool]) -> None:
        worker = get_current_worker()
        fitting = [position for position, review in enumerate(reviews) if fits(review)]
        if not worker.is_cancelled:
            self.call_later(self._show_list, reviews, fitting)

    def _show_list(self, reviews: list[_Review], fitting: list[int]) -> None:
        if not self.is_attached or reviews is not self._reviews:
            return
        self.show_status()
        self._fitting, before = fitting, self._selected
        table = self.table
        table.clear()
        self._add_rows()
        row = fitting.index(before) if before in fitting[: table.row_count] else 0
        table.move_cursor(row=row)
        self._open(fitting[row] if fitting else None)

    def _add_rows(self) -> None:
        """Add the next reviews to the list."""
        table = self.table
        for position in self._fitting[table.row_count : table.row_count + _CHUNK]:
            review = self._reviews[position]
            text = Text(printable(review.text[:_EXCERPT], _EXCERPT))
            table.add_row(self._mark(review), *self.cells(review), text, key=str(position))
        fitting = len(self._fitting)
        count = f"{table.row_count:,} of {fitting:,}" if table.row_count < fitting else f"{fitting:,}"
        self.query_one("#list-panel").border_title = Content(self.name_list(count))

    def _mark(self, review: _Review) -> Text:
        return Text("" if review.corrected is None else "*" if self.seqtui.ascii_only else "✓")

    @on(DataTable.RowHighlighted, "#list")
    def _on_row(self) -> None:
        table = self.table
        if table.cursor_row + _AHEAD >= table.row_count < len(self._fitting):
            self._add_rows()
        self._open(self._position())

    def _position(self) -> int | None:
        """Return the position of the review under the cursor, which may be ahead of the one shown."""
        table = self.table
        if self._corrections is None or not table.is_valid_row_index(table.cursor_row):
            return None
        return int(table.ordered_rows[table.cursor_row].key.value or 0)

    def current(self) -> _Review | None:
        """Return the review under the cursor."""
        position = self._position()
        return None if position is None else self._reviews[position]

    def _open(self, position: int | None) -> None:
        self._selected = position
        self.show_review(None if position is None else self._reviews[position])

    def action_relabel(self, number: int) -> None:
        """Decide that a label is correct and go to the next review."""
        review = self.current()
        if review is None:
            return
        if number >= len(self._class_names):
            self.seqtui.notify(f"there are {len(self._class_names)} labels", markup=False)
            return
        self.relabel(review, self._class_names[number])

    def relabel(self, review: _Review, label: str) -> None:
        """Decide about the label of the review under the cursor, and go to the next one."""
        self._decide(review, label, review.note)
        self.table.action_cursor_down()

    def action_note(self) -> None:
        """Add a note to a review."""
        review = self.current()
        if review is None:
            return

        def take(note: str | None) -> None:
            if note is not None:
                self._decide(review, review.corrected or review.label, note or None)

        self.app.push_screen(NoteScreen(review.note or ""), take)

    def _decide(self, review: _Review, label: str, note: str | None) -> None:
        """Append a decision to the corrections file."""
        if self._corrections is None:
            return
        app, path, text, old = self.seqtui, self._corrections, review.text, review.label
        self._decided.append(text)

        def write() -> None:
            try:
                add_correction(path, text, old, label, note)
            except (SeqtuiError, OSError) as error:
                app.call_later(app.show_error, _reason(error, path))
                self.call_later(self._decided.remove, text)
            else:
                self.call_later(self._update, text, label, note)

        self._writer.submit(write)

    def action_undo(self) -> None:
        """Withdraw the last decision of this session, or else that about the selected review."""
        review = self.current()
        text = self._decided.pop() if self._decided else review and review.text
        if self._corrections is None or not isinstance(text, str):
            return
        app, path = self.seqtui, self._corrections

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
        if not self.is_attached:
            return
        for position, review in enumerate(self._reviews):
            if review.text == text:
                changed = msgspec.structs.replace(review, corrected=label, note=note)
                self._reviews[position] = changed
                if str(position) in self.table.rows:
                    self.table.update_cell(str(position), _MARK, self._mark(changed))
                if self._selected == position:
                    self._open(position)
        self.was_decided()
        self.show_status()

    def was_decided(self) -> None:
        """Note that a review has been replaced by one with another decision."""

    def action_search(self) -> None:
        """Show the field of the search."""
        field = self.query_one("#search", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#search")
    def _on_search(self) -> None:
        self.filter_list()

    @on(Input.Submitted, "#search")
    def _on_submit(self) -> None:
        field = self.query_one("#search", Input)
        field.display = bool(field.value)
        self.table.focus()

    @property
    def wanted(self) -> str:
        """Text to search for."""
        return self.query_one("#search", Input).value

    def action_back(self) -> None:
        """Clear the search, or close the screen."""
        field = self.query_one("#search", Input)
        if field.display:
            field.value = ""
            field.display = False
            self.table.focus()
        else:
            self.seqtui.close(self)


def _reason(error: Exception, path: Path) -> str:
    return str(error) if isinstance(error, SeqtuiError) else f"{path}: not written: {error}"
