"""Choose a network, look at the reviews, set the recipe, start."""

import contextlib
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Label, OptionList, Select, Static
from textual.widgets.option_list import Option

from seqtui.architectures.catalogue import CATALOGUE, find_architecture
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import PRESETS, SOURCES, Recipe
from seqtui.runs import Run
from seqtui.runs.events import Finished
from seqtui.terminal.sanitize import has_controls, printable
from seqtui.tui.screens.base import BaseScreen
from seqtui.tui.screens.file_picker import browse
from seqtui.tui.widgets.safe_input import SafeInput
from seqtui.tui.widgets.source import SourcePanel

_FIELDS = {
    "class_weights": "Class weights",
    "limit": "Use only",
    "epochs": "Epochs",
    "patience": "Patience",
    "batch_size": "Batch size",
    "learning_rate": "Learning rate",
    "schedule": "Schedule",
    "clip_norm": "Clip norm",
    "pooling": "Pooling",
    "vocabulary_size": "Vocabulary",
    "max_length": "Longest",
    "seed": "Seed",
}
_WORDS = ("class_weights", "schedule", "pooling")  # the other settings are numbers


@dataclass(frozen=True)
class _Best:
    accuracy: float
    seconds: float | None


class TrainScreen(BaseScreen):
    """The first room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "start", "Start", priority=True),
        Binding("ctrl+o", "browse", "Open"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._best: dict[str, _Best] = {}
        self._suggested = CATALOGUE[Recipe().architecture].recommended

    def compose_body(self) -> ComposeResult:
        """Networks on the left; the chosen one, the reviews and the recipe on the right."""
        with Container(id="choose"):
            with VerticalScroll(id="networks-panel", classes="panel", can_focus=False):
                yield OptionList(*(Option(self._line(name), id=name) for name in CATALOGUE), id="networks")
                yield Static(id="network")
            with VerticalScroll(id="form", can_focus=False):
                with Vertical(id="source-panel", classes="panel"):
                    yield SourcePanel(ascii_only=self.seqtui.ascii_only)
                with Container(id="recipe", classes="panel"):
                    with Horizontal(classes="field whole"):
                        yield Label("Preset")
                        yield Select(
                            [(name, name) for name in PRESETS],
                            id="preset",
                            value="recommended",
                            allow_blank=True,
                        )
                    with Horizontal(classes="field whole"):
                        yield Label("Name")
                        yield SafeInput(id="name", placeholder="date, time and network")
                    for field, label in _FIELDS.items():
                        with Horizontal(classes="field"):
                            yield Label(label)
                            yield SafeInput(_written(getattr(Recipe(), field)), id=field, placeholder="all")
        with Horizontal(id="start-line"):
            yield Checkbox("Export when finished", value=True, id="export-after")
            yield Static(id="problem")
            yield Button("Start (F5)", id="start", variant="primary")

    def set_up(self) -> None:
        """Stand on the default network."""
        self.set_title("train")
        self.query_one("#networks-panel").border_title = Content("Networks")
        self.query_one("#source-panel").border_title = Content("Reviews")
        self.query_one("#recipe").border_title = Content("Recipe")
        networks = self.query_one("#networks", OptionList)
        networks.highlighted = list(CATALOGUE).index(Recipe().architecture)
        networks.focus()
        self._source.update_source()
        self._look_at_runs()

    def on_screen_resume(self) -> None:
        """Look at the runs again: there may be better ones now."""
        if self.is_ready:
            self._look_at_runs()

    def load_recipe(self, recipe: Recipe) -> None:
        """Take over another run's recipe."""
        if recipe.architecture in CATALOGUE:
            self.query_one("#networks", OptionList).highlighted = list(CATALOGUE).index(recipe.architecture)
        for field in _FIELDS:
            self.query_one(f"#{field}", Input).value = _written(getattr(recipe, field))
        self._source.load_recipe(recipe)

    @property
    def _source(self) -> SourcePanel:
        return self.query_one(SourcePanel)

    def action_browse(self) -> None:
        """Choose the source from a tree of files."""
        browse(self, self._source.field, folders=True)

    def _network(self) -> str:
        return list(CATALOGUE)[self.query_one("#networks", OptionList).highlighted or 0]

    def _line(self, name: str) -> Content:
        best = self._best.get(name)
        if best is None:
            return Content.assemble(f"{name:<18} ", ("not tried", "$text-muted"))
        seconds = f"  {best.seconds:.0f} s" if best.seconds else ""
        return Content.assemble(f"{name:<18} ", (f"{best.accuracy:.2%}{seconds}", "$success"))

    @work(thread=True, exclusive=True, group="runs", exit_on_error=False)
    def _look_at_runs(self) -> None:
        best: dict[str, _Best] = {}
        sources: dict[str, None] = {}
        for run in Run.all(self.seqtui.runs_dir):
            with contextlib.suppress(SeqtuiError, OSError):
                recipe, metrics = run.recipe, run.metrics
                network = recipe.architecture
                if recipe.data not in SOURCES and (has_magic(recipe.data) or Path(recipe.data).exists()):
                    sources[recipe.data] = None
                if metrics and (network not in best or metrics.val_accuracy > best[network].accuracy):
                    end = run.end()
                    seconds = end.seconds if isinstance(end, Finished) else None
                    best[network] = _Best(metrics.val_accuracy, seconds)
        self.call_later(self._show_runs, best, [source for source in sources if not has_controls(source)])

    def _show_runs(self, best: dict[str, _Best], sources: list[str]) -> None:
        self._best = best
        self._source.field.known = [*sources, *SOURCES]
        networks = self.query_one("#networks", OptionList)
        for place, name in enumerate(CATALOGUE):
            networks.replace_option_prompt_at_index(place, self._line(name))
        self._show_network()

    @on(OptionList.OptionHighlighted, "#networks")
    def _take_network(self) -> None:
        suggested, self._suggested = self._suggested, find_architecture(self._network()).recommended
        for field in suggested | self._suggested:
            written = self.query_one(f"#{field}", Input)
            default = getattr(Recipe(), field)
            if written.value == _written(suggested.get(field, default)):  # not what somebody typed
                written.value = _written(self._suggested.get(field, default))
        self._show_network()

    def _show_network(self) -> None:
        network = find_architecture(self._network())
        settings = self._settings()
        words = settings.get("vocabulary_size", Recipe().vocabulary_size)
        pooling = str(settings.get("pooling", Recipe().pooling))
        count = network.parameters(words, pooling, self._source.labels) if isinstance(words, int) else 0
        at_most = "up to " if network.most_ngrams else ""
        parameters = f"{at_most}{count:,} parameters" if count else ""
        best = self._best.get(network.name)
        lines = [
            Content.styled(f"{network.name}: {network.summary}", "bold"),
            Content.styled(f"{network.source}; {parameters}", "$text-muted"),
            *self._diagram(network.layers(self._source.labels)),
        ]
        if best:
            lines.append(Content.styled(f"your best run: {best.accuracy:.2%} held out", "$success"))
        self.query_one("#network", Static).update(Content("\n").join(lines))

    def _diagram(self, layers: tuple[str, ...]) -> list[Content]:
        left, right, down = ("[", "]", "  |") if self.seqtui.ascii_only else ("▐", "▌", "  │")
        lines: list[Content] = []
        for layer in ("words", *layers, "probability"):
            if lines:
                lines.append(Content.styled(down, "$text-muted"))
            inner = layer not in ("words", "probability")
            lines.append(
                Content.assemble((left, "$primary"), (f" {layer} ", "$primary"), (right, "$primary"))
                if inner
                else Content(f"  {layer}")
            )
        return lines

    @on(OptionList.OptionSelected, "#networks")
    def _to_form(self) -> None:
        self.query_one("#start", Button).focus()

    @on(Select.Changed, "#preset")
    def _take_preset(self, event: Select.Changed) -> None:
        if not self.is_ready:
            return
        for field, value in PRESETS.get(str(event.value), {}).items():
            self.query_one(f"#{field}", Input).value = _written(value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if not self.is_ready:
            return
        self._check()
        if event.input.id in ("vocabulary_size", "pooling"):
            self._show_network()

    @on(SourcePanel.Changed)
    def _take_source(self) -> None:
        line = self.query_one("#class_weights", Input).parent
        if isinstance(line, Horizontal):
            line.display = self._source.is_own
        self._check()
        self._show_network()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_start()

    @on(Button.Pressed, "#start")
    def _pressed(self) -> None:
        self.action_start()

    def _settings(self) -> dict[str, Any]:
        settings: dict[str, Any] = {"architecture": self._network(), **self._source.settings()}
        for field in _FIELDS:
            written = self.query_one(f"#{field}", Input).value.strip()
            if written and (field != "class_weights" or self._source.is_own):
                settings[field] = written if field in _WORDS else _number(written)
        return settings

    def _check(self) -> Recipe | None:
        """The recipe, if it is possible; what is wrong with it is shown."""
        recipe, problem = None, self._source.problem
        if not problem:
            try:
                recipe = Recipe.from_settings(self._settings())
            except InputError as error:
                problem = str(error)
        self.query_one("#problem", Static).update(Content(printable(problem, 200)))
        self.query_one("#start", Button).disabled = bool(problem)
        return recipe

    @work(exclusive=True, group="start", exit_on_error=False)
    async def action_start(self) -> None:
        """Start training, if the recipe is possible."""
        recipe = self._check()
        if recipe is None:
            return
        name = self.query_one("#name", Input).value.strip() or None
        try:
            await self.seqtui.train(
                recipe, name, export_when_finished=self.query_one("#export-after", Checkbox).value
            )
        except (SeqtuiError, OSError) as error:
            self.seqtui.show_error(error)
            return
        self.query_one("#name", Input).value = ""


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> int | float | str:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text
