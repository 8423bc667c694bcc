"""Form for the source of reviews: path, columns, preview and summary."""

from collections.abc import Callable, Iterable
from functools import partial
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Input, Label, Select, Static

from seqtui.errors import InputError
from seqtui.recipe import SOURCES, Recipe
from seqtui.terminal.sanitize import printable
from seqtui.tui.commands import Command, CommandResult
from seqtui.tui.widgets.command_reader import CommandReader
from seqtui.tui.widgets.description import describe_source
from seqtui.tui.widgets.path_field import PathField
from seqtui.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from seqtui.corpora.describe import Description
    from seqtui.corpora.head import Head

_COLUMNS = {"text_column": "Text column", "label_column": "Label column"}
_INVALID_INPUT = 2  # exit code


class _Choice(NamedTuple):
    """Value of a select box: a chosen column, or None and the detected column."""

    column: str | None
    detected: str | None


class SourcePanel(Vertical, CommandReader):
    """Form for the source of a recipe.

    Two commands read it in child processes: ``data head`` for the columns and the first rows, then
    ``data show`` for counts and lengths. A later change cancels both.

    Args:
        ascii_only: Use ASCII characters only.
    """

    DEFAULT_CSS = "SourcePanel { height: auto; }"

    class Changed(Message):
        """Posted when the source, a column or the problem has changed."""

    def __init__(self, *, ascii_only: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._ascii = ascii_only
        self._source: str | None = None
        self._chosen: dict[str, str | None] = dict.fromkeys(_COLUMNS)
        self._head: Head | None = None
        self._about: Description | None = None
        self.problem = ""
        """Why the source cannot be used for training, in one line; empty if there is no known problem."""
        self.labels = 2
        """Number of labels; 2 until the source has been counted."""
        self.recommended: str | None = None
        """The network that suits texts of one's own, once they have been counted."""

    def compose(self) -> ComposeResult:
        """Yield the fields, the preview and the summary."""
        with Horizontal(classes="field"):
            yield Label("Source")
            yield PathField(Recipe().data, "a file, a folder, a pattern or a named source", id="data")
        for column, label in _COLUMNS.items():
            with Horizontal(classes="field own"):
                yield Label(label)
                yield Select([("", _Choice(None, None))], id=column, allow_blank=False)
        yield Static(id="layout")
        yield Preview(id="preview")
        yield Static(id="reviews")

    @property
    def field(self) -> PathField:
        """Input field of the path."""
        return self.query_one(PathField)

    @property
    def is_own(self) -> bool:
        """Whether the reviews are the user's own, not a named source."""
        return bool(self._source) and self._source not in SOURCES

    def settings(self) -> dict[str, str]:
        """Return the settings of the recipe that this form sets."""
        settings = {"data": self._source} if self._source else {}
        return settings | {column: name for column, name in self._chosen.items() if name is not None}

    def load_recipe(self, recipe: Recipe) -> None:
        """Fill the form with the source and columns of a recipe."""
        with self.prevent(Input.Changed):
            self.field.input.value = recipe.data
        self._source = None
        self.update_source()
        self._chosen = {column: getattr(recipe, column) for column in _COLUMNS}

    @on(Input.Changed, "#data")
    def update_source(self) -> None:
        """Read the source in the field, unless it has been read already."""
        problem = ""
        try:
            source = self.field.path
            if source and source not in SOURCES:
                if not has_magic(source):  # expanding a pattern may take long; the command does it
                    _check_exists(source)
                source = str(Path(source).absolute())
        except InputError as error:
            source, problem = self.field.input.value, str(error).removeprefix("--data ")
        if source == self._source:
            return
        self._clear()
        self._source, self.problem = source, problem
        if source == "imdb":
            self._show("the official archive, 50,000 reviews; downloaded when training starts")
        elif problem:
            self._show(printable(problem, 300), "$error")
        else:
            self._show(f"reading {printable(source or Recipe().data, 60)} …", "$text-muted")
            self.read_after_pause(self._read_head if self.is_own else self._count)
        self.post_message(self.Changed())

    def _clear(self) -> None:
        self.stop()
        self._head, self.problem, self.labels, self.recommended = None, "", 2, None
        self._chosen = dict.fromkeys(_COLUMNS)
        self._show_head()
        self._show("")

    def _show(self, text: str, style: str = "") -> None:
        self._about = None
        self.query_one("#reviews", Static).update(Content.styled(text, style))

    def _read_head(self) -> None:
        self._start(Command("data", "head", "--json", "--", self._source or ""), self._take_head)

    def _count(self) -> None:
        """Count labels and lengths, with the chosen columns."""
        self.stop()
        self.problem = self._column_problem()
        if not self.problem:
            options = [
                word
                for column, name in self._chosen.items()
                if name is not None
                for word in (f"--{column.replace('_', '-')}", name)
            ]
            source = self._source or Recipe().data
            self._show(f"counting {printable(source, 60)} …", "$text-muted")
            self._start(Command("data", "show", *options, "--json", "--", source), self._take_description)
        else:
            self._show(printable(self.problem, 300), "$error")
        self.post_message(self.Changed())

    def _column_problem(self) -> str:
        if self._head is None or not self._head.columns:
            return self._head.problem or "" if self._head else ""
        text, label = self._columns()
        if self._head.problem and (None in (text, label) or not any(self._chosen.values())):
            return self._head.problem
        return "text and label column are the same; choose another" if text == label else ""

    def _columns(self) -> tuple[str | None, str | None]:
        """Return the text and the label column: chosen, else detected."""
        if self._head is None:
            return None, None
        return (
            self._chosen["text_column"] or self._head.text_column,
            self._chosen["label_column"] or self._head.label_column,
        )

    def _start(self, command: Command, take: Callable[[CommandResult], None]) -> None:
        self.read(command, partial(self._take, take))

    def _take(self, take: Callable[[CommandResult], None], result: CommandResult, last: str) -> None:
        if result.code and self._head is None and take == self._take_head:
            self._count()  # an archive of reviews has no columns
        elif result.code:
            self._show(printable(last, 300), "$error")
            if result.code == _INVALID_INPUT:
                self.problem = last
        else:
            take(result)
        self.post_message(self.Changed())

    def _take_head(self, result: CommandResult) -> None:
        from seqtui.corpora.head import Head  # loads numpy; imported late for a fast start

        self._head = head = msgspec.json.decode(result.output, type=Head)
        missing = [name for name in self._chosen.values() if name is not None and name not in head.columns]
        if missing:
            self._chosen = dict.fromkeys(_COLUMNS)
        self._show_head(f"no column '{name}' in this source" for name in missing)
        self._count()

    def _show_head(self, notes: Iterable[str] = ()) -> None:
        head = self._head
        lines: list[Content] = []
        if head is not None:
            lines = [Content.styled(printable(head.layout, 200), "$text-muted")]
            lines += [
                Content.styled(f"! {printable(note, 300)}", "$warning") for note in (*notes, *head.warnings)
            ]
        layout = self.query_one("#layout", Static)
        layout.display = bool(lines)
        layout.update(Content("\n").join(lines))
        self._fill_select("text_column", head.columns if head else [], head.text_column if head else None)
        labels = [*head.label_candidates, *head.columns] if head else []
        self._fill_select("label_column", list(dict.fromkeys(labels)), head.label_column if head else None)
        self._show_preview()

    def _fill_select(self, column: str, names: list[str], detected: str | None) -> None:
        select: Select[_Choice] = self.query_one(f"#{column}", Select)
        found = f"detected: {printable(detected, 40)}" if detected is not None else "choose a column"
        options = {_Choice(None, detected): found, **{_Choice(name, None): name for name in names}}
        chosen = self._chosen[column]
        with self.prevent(Select.Changed):
            select.set_options([(Content(printable(shown, 60)), choice) for choice, shown in options.items()])
            select.value = _Choice(chosen, None if chosen is not None else detected)
        if select.parent:
            select.parent.display = bool(names)

    def _show_preview(self) -> None:
        self.query_one(Preview).show(self._head, *self._columns())

    @on(Select.Changed)
    def _on_column(self, event: Select.Changed) -> None:
        event.stop()
        column, choice = str(event.select.id), event.value
        if not isinstance(choice, _Choice) or choice.column == self._chosen[column]:
            return
        self._chosen[column] = choice.column
        self._show_preview()
        self._count()

    def _take_description(self, result: CommandResult) -> None:
        from seqtui.corpora.describe import Description

        self._about = about = msgspec.json.decode(result.output, type=Description)
        self.labels = len(about.labels)
        self.recommended = about.network if self.is_own else None
        self._show_description()

    @on(Resize)
    def _show_description(self) -> None:
        """Draw the bars for the current width."""
        if self._about is not None:
            text = describe_source(self._about, width=self.size.width, ascii_only=self._ascii)
            self.query_one("#reviews", Static).update(text)


def _check_exists(source: str) -> None:
    from seqtui.corpora import fetch_source  # loads numpy

    fetch_source(source)
