"""Choose a network, look at the reviews, set the recipe, start."""

import contextlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Checkbox, Input, Label, OptionList, Select, Static
from textual.widgets.option_list import Option

from seqtui.architectures.catalogue import CATALOGUE, find_architecture
from seqtui.errors import InputError, SeqtuiError
from seqtui.events import Finished
from seqtui.printable import printable
from seqtui.recipe import PRESETS, SOURCES, Recipe
from seqtui.runs import Run
from seqtui.tui.children import Command, Ended
from seqtui.tui.screens.room import Room
from seqtui.tui.widgets.reviews import described

_FIELDS = {
    "data": "Reviews",
    "text_column": "Text column",
    "label_column": "Label column",
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
_OWN = ("text_column", "label_column", "class_weights")  # shown with a path alone
_WORDS = ("data", *_OWN, "schedule", "pooling")  # the other settings are numbers
_PAUSE = 0.3  # seconds without another source before its reviews are counted


@dataclass(frozen=True)
class _Best:
    accuracy: float
    seconds: float | None


class TrainScreen(Room):
    """The first room."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,f5", "start", "Start", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self._best: dict[str, _Best] = {}
        self._described: list[str] = []
        self._labels = 2
        self._suggested = CATALOGUE[Recipe().architecture].recommended
        self._counting = Command("data", "show")
        self._waiting: Timer | None = None

    def body(self) -> ComposeResult:
        """Networks on the left; the chosen one, the reviews and the recipe on the right."""
        with Container(id="choose"):
            with VerticalScroll(id="networks-panel", classes="panel", can_focus=False):
                yield OptionList(*(Option(self._line(name), id=name) for name in CATALOGUE), id="networks")
                yield Static(id="network")
            with VerticalScroll(id="form", classes="panel", can_focus=False):
                with Horizontal(classes="field"):
                    yield Label("Preset")
                    yield Select(
                        [(name, name) for name in PRESETS], id="preset", value="recommended", allow_blank=True
                    )
                for field, label in _FIELDS.items():
                    with Horizontal(classes="field") as line:
                        line.display = field not in _OWN
                        yield Label(label)
                        hint = "found" if field.endswith("_column") else "all"
                        yield Input(_written(getattr(Recipe(), field)), id=field, placeholder=hint)
                with Horizontal(classes="field"):
                    yield Label("Name")
                    yield Input(id="name", placeholder="date, time and network")
                yield Static(id="reviews")
        with Horizontal(id="start-line"):
            yield Checkbox("Export when finished", value=True, id="export-after")
            yield Static(id="problem")
            yield Button("Start (F5)", id="start", variant="primary")

    def begin(self) -> None:
        """Stand on the default network."""
        self.title_line("train")
        self.query_one("#networks-panel").border_title = Content("Networks")
        self.query_one("#form").border_title = Content("Recipe")
        networks = self.query_one("#networks", OptionList)
        networks.highlighted = list(CATALOGUE).index(Recipe().architecture)
        networks.focus()
        self._check()
        self._look_at_runs()

    def on_screen_resume(self) -> None:
        """Look at the runs again: there may be better ones now."""
        if self.begun:
            self._look_at_runs()

    def fill_in(self, recipe: Recipe) -> None:
        """Take over another run's recipe."""
        if recipe.architecture in CATALOGUE:
            self.query_one("#networks", OptionList).highlighted = list(CATALOGUE).index(recipe.architecture)
        for field in _FIELDS:
            self.query_one(f"#{field}", Input).value = _written(getattr(recipe, field))

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
        for run in Run.all(self.seqtui.runs_dir):
            with contextlib.suppress(SeqtuiError, OSError):
                metrics, network = run.metrics, run.recipe.architecture
                if metrics and (network not in best or metrics.val_accuracy > best[network].accuracy):
                    end = run.end()
                    seconds = end.seconds if isinstance(end, Finished) else None
                    best[network] = _Best(metrics.val_accuracy, seconds)
        self.call_later(self._show_best, best)

    def _show_best(self, best: dict[str, _Best]) -> None:
        self._best = best
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
        count = network.parameters(words, pooling, self._labels) if isinstance(words, int) else 0
        at_most = "up to " if network.most_ngrams else ""
        parameters = f"{at_most}{count:,} parameters" if count else ""
        best = self._best.get(network.name)
        lines = [
            Content.styled(f"{network.name}: {network.summary}", "bold"),
            Content.styled(f"{network.source}; {parameters}", "$text-muted"),
            *self._diagram(network.layers(self._labels)),
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
        if not self.begun:
            return
        for field, value in PRESETS.get(str(event.value), {}).items():
            self.query_one(f"#{field}", Input).value = _written(value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if not self.begun:
            return
        if event.input.id == "data":
            own = event.value.strip() not in ("", *SOURCES)
            for field in _OWN:
                line = self.query_one(f"#{field}", Input).parent
                assert isinstance(line, Horizontal)  # noqa: S101 - compose made it
                line.display = own
        self._check()
        if event.input.id in ("vocabulary_size", "pooling"):
            self._show_network()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_start()

    @on(Button.Pressed, "#start")
    def _pressed(self) -> None:
        self.action_start()

    def _settings(self) -> dict[str, Any]:
        settings: dict[str, Any] = {"architecture": self._network()}
        for field in _FIELDS:
            written = self.query_one(f"#{field}", Input).value.strip()
            if written and not (field in _OWN and settings.get("data", "imdb-25k") in SOURCES):
                settings[field] = written if field in _WORDS else _number(written)
        return settings

    def _recipe(self) -> Recipe:
        settings = self._settings()
        recipe = Recipe.from_settings(settings)
        if recipe.data not in SOURCES:
            from seqtui.corpora import fetch_source  # loads numpy, which the first picture need not wait for

            fetch_source(recipe.data)
            recipe = msgspec.structs.replace(recipe, data=str(Path(recipe.data).absolute()))
        return recipe

    def _check(self) -> Recipe | None:
        try:
            recipe = self._recipe()
        except InputError as error:
            self._say(str(error))
            return None
        self._say("")
        self._describe(recipe)
        return recipe

    def _say(self, problem: str) -> None:
        self.query_one("#problem", Static).update(Content(printable(problem, 200)))
        self.query_one("#start", Button).disabled = bool(problem)

    def _describe(self, recipe: Recipe) -> None:
        asked = [recipe.data]
        for field in ("text_column", "label_column"):
            if value := getattr(recipe, field):
                asked += [f"--{field.replace('_', '-')}", value]
        if asked != self._described:
            self._described = asked
            if self._waiting:
                self._waiting.stop()
            self._waiting = self.set_timer(_PAUSE, partial(self._show_reviews, *asked))

    def _show_reviews(self, source: str, *options: str) -> None:
        self._counting.give_up()
        panel = self.query_one("#reviews", Static)
        if source == "imdb":
            panel.update(Content("the official archive, 50,000 reviews; downloaded when training starts"))
            return
        panel.update(Content.styled(f"counting {printable(source, 60)} …", "$text-muted"))
        self._counting = Command("data", "show", *options, "--json", "--", source)
        self._count(self._counting)

    @work(thread=True, exit_on_error=False)
    def _count(self, command: Command) -> None:
        last = ""
        for said in command.run():
            if isinstance(said, str):
                last = said
            else:
                self.call_later(self._show_description, command, said, last)

    def _show_description(self, command: Command, ended: Ended, last: str) -> None:
        if command is self._counting:
            self.query_one("#reviews", Static).update(self._description(ended, last))

    def on_unmount(self) -> None:
        """Stop counting."""
        self._counting.give_up()

    def _description(self, ended: Ended, last: str) -> Content:
        if ended.code:
            return Content.styled(printable(last, 300), "$error")
        from seqtui.corpora.describe import Description

        about = msgspec.json.decode(ended.output, type=Description)
        self._labels = len(about.labels)
        self._show_network()
        return described(about, ascii_only=self.seqtui.ascii_only)

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
            self.seqtui.complain(error)
            return
        self.query_one("#name", Input).value = ""


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> int | float | str:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text
