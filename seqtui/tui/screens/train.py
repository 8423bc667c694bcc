"""The Train screen: choose a network and the reviews, edit the recipe, start training."""

import contextlib
from collections.abc import Iterable
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

from seqtui.architectures.catalogue import CATALOGUE, Architecture, complete_recipe, find_architecture
from seqtui.architectures.network_file import is_network_file
from seqtui.architectures.settings import LayerSummary
from seqtui.corpora.choices import Choices
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import PRESETS, SOURCES, Recipe
from seqtui.runs import Run
from seqtui.runs.events import Finished
from seqtui.terminal.sanitize import has_controls, printable
from seqtui.tui.screens.base import BaseScreen
from seqtui.tui.screens.file_picker import browse
from seqtui.tui.widgets.network_form import NetworkForm
from seqtui.tui.widgets.own_network import OwnNetwork
from seqtui.tui.widgets.safe_input import SafeInput
from seqtui.tui.widgets.settings import CHOICES, LABELS, STYLES, as_text, setting_value, setting_widget
from seqtui.tui.widgets.source import SourcePanel

_OWN = "a file of your own"
"""Last entry of the list of networks."""


@dataclass(frozen=True)
class _Best:
    accuracy: float
    seconds: float | None


class TrainScreen(BaseScreen):
    """Form for a recipe and its source of reviews."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+s", "start", "Start", priority=True),
        Binding("ctrl+o", "browse", "Open"),
        Binding("f8", "doctor", "Check labels", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._best: dict[tuple[str, str], _Best] = {}  # by source and network
        self._suggested = CATALOGUE[Recipe().architecture].defaults
        self._preselected: str | None = Recipe().architecture  # None: the user has selected a network

    def compose_body(self) -> ComposeResult:
        """Yield the networks on the left, the reviews and the recipe on the right."""
        with Container(id="choose"):
            with VerticalScroll(id="networks-panel", classes="panel", can_focus=False):
                yield OptionList(
                    *(Option(self._option(name), id=name) for name in CATALOGUE), Option(_OWN), id="networks"
                )
                yield OwnNetwork(self.seqtui.trust)
                with Horizontal(classes="field", id="compare-line"):
                    yield Label("Compare with")
                    yield Select(
                        [(name, name) for name in CATALOGUE], id="compare", prompt="no other network"
                    )
                with Horizontal(id="diagrams"):
                    yield Static(id="network")
                    yield Static(id="compared")
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
                    for field, label in LABELS.items():
                        with Horizontal(classes=STYLES.get(field, "field")):
                            yield Label(label)
                            yield setting_widget(field)
                yield NetworkForm(Recipe().architecture, CATALOGUE[Recipe().architecture].declared)
        with Horizontal(id="start-line"):
            yield Checkbox("Export when finished", value=True, id="export-after")
            yield Static(id="problem")
            yield Button("Start (F5)", id="start", variant="primary")

    def set_up(self) -> None:
        """Select the default network and read the source and the runs."""
        self.set_title("train")
        self.query_one("#networks-panel").border_title = Content("Networks")
        self.query_one("#source-panel").border_title = Content("Reviews")
        self.query_one("#recipe").border_title = Content("Recipe")
        networks = self.query_one("#networks", OptionList)
        networks.highlighted = list(CATALOGUE).index(Recipe().architecture)
        networks.focus()
        self._source.update_source()
        self._read_runs()

    def on_screen_resume(self) -> None:
        """Read the runs again, because there may be new ones."""
        if self.is_ready:
            self._read_runs()

    async def load_recipe(self, recipe: Recipe) -> None:
        """Fill the form with a recipe."""
        self._preselected = None
        names = list(CATALOGUE)
        networks = self.query_one("#networks", OptionList)
        if recipe.architecture in CATALOGUE:
            networks.highlighted = names.index(recipe.architecture)
            await self._form.show(recipe.architecture, CATALOGUE[recipe.architecture].declared)
        else:
            networks.highlighted = len(names)
            self._own.field.take(recipe.architecture)
            await self._form.show(recipe.architecture, {})
        await self._form.load(recipe.network)
        for field in LABELS:
            self._set(field, getattr(recipe, field))
        self._source.load_recipe(recipe)

    @property
    def _form(self) -> NetworkForm:
        return self.query_one(NetworkForm)

    @property
    def _source(self) -> SourcePanel:
        return self.query_one(SourcePanel)

    @property
    def _own(self) -> OwnNetwork:
        return self.query_one(OwnNetwork)

    @property
    def _is_own(self) -> bool:
        """Whether the network is a file of the user's."""
        return self.query_one("#networks", OptionList).highlighted == len(CATALOGUE)

    def action_browse(self) -> None:
        """Choose the source from a tree of files."""
        browse(self, self._source.field, folders=True)

    def action_doctor(self) -> None:
        """Look for wrong labels in the source."""
        source: dict[str, Any] = self._source.settings()
        if problem := self._source.problem:
            self.seqtui.show_error(problem)
            return
        text = self._get("corrections")
        try:
            corrections = str(setting_value("corrections", text)) if text else None
        except InputError as error:
            self.seqtui.show_error(error)
            return
        self.seqtui.diagnose(source.pop("data", Recipe().data), Choices(**source), corrections)

    def _get(self, field: str) -> str:
        """Return the text of a setting; empty if it is not set."""
        if field in CHOICES:
            return str(self.query_one(f"#{field}", Select).value)
        return self.query_one(f"#{field}", Input).value.strip()

    def _set(self, field: str, value: object) -> None:
        """Show the value of a setting."""
        if field in CHOICES:
            self.query_one(f"#{field}", Select).value = value
        else:
            self.query_one(f"#{field}", Input).value = as_text(value)

    def _network(self) -> Architecture:
        """Return the selected network.

        Raises:
            InputError: If it is a file of the user's, but none has been chosen.
        """
        if self._is_own:
            return find_architecture(str(self._own.path))
        return list(CATALOGUE.values())[self.query_one("#networks", OptionList).highlighted or 0]

    def _best_of(self, network: str) -> _Best | None:
        """Return the best result of a network on the reviews in the form."""
        return self._best.get((self._source.settings().get("data", Recipe().data), network))

    def _option(self, name: str) -> Content:
        best = self._best_of(name) if self.is_ready else None
        if best is None:
            return Content.assemble(f"{name:<18} ", ("no run yet", "$text-muted"))
        seconds = f"  {best.seconds:.0f} s" if best.seconds else ""
        return Content.assemble(f"{name:<18} ", (f"{best.accuracy:.2%}{seconds}", "$success"))

    @work(thread=True, exclusive=True, group="runs", exit_on_error=False)
    def _read_runs(self) -> None:
        best: dict[tuple[str, str], _Best] = {}
        sources: dict[str, None] = {}
        files: dict[str, None] = {}
        for run in Run.all(self.seqtui.runs_dir):
            with contextlib.suppress(SeqtuiError, OSError):
                recipe, metrics = run.recipe, run.metrics
                network = recipe.architecture
                if recipe.data not in SOURCES and (has_magic(recipe.data) or Path(recipe.data).exists()):
                    sources[recipe.data] = None
                if is_network_file(network) and Path(network).exists():
                    files[network] = None
                if not metrics or not metrics.accuracy:
                    continue
                # The best run is selected by validation accuracy if there is one, not by test accuracy.
                accuracy = metrics.accuracy[1] if metrics.val_accuracy is None else metrics.val_accuracy
                trained = recipe.data, network
                if trained not in best or accuracy > best[trained].accuracy:
                    end = run.end()
                    seconds = end.seconds if isinstance(end, Finished) else None
                    best[trained] = _Best(accuracy, seconds)
        self.call_later(self._show_runs, best, _without_controls(sources), _without_controls(files))

    def _show_runs(self, best: dict[tuple[str, str], _Best], sources: list[str], files: list[str]) -> None:
        self._best = best
        self._source.field.known = [*sources, *SOURCES]
        self._own.field.known = files
        self._show_best()
        self._show_network()

    def _show_best(self) -> None:
        networks = self.query_one("#networks", OptionList)
        for index, name in enumerate(CATALOGUE):
            networks.replace_option_prompt_at_index(index, self._option(name))

    @on(OptionList.OptionHighlighted, "#networks")
    async def _on_network(self) -> None:
        """Show the settings of the highlighted network; nothing changes if they are shown already."""
        self._own.display = self._is_own
        if self._is_own or self._network().name != self._preselected:
            self._preselected = None
        await self._show_form()
        previous, self._suggested = self._suggested, {} if self._is_own else self._network().defaults
        for field in {**previous, **self._suggested}:
            default = getattr(Recipe(), field)
            if self._get(field) == as_text(previous.get(field, default)):  # not changed by the user
                self._set(field, self._suggested.get(field, default))
        self._check()
        self._show_network()

    async def _show_form(self) -> None:
        """Show the settings of the selected network."""
        if self._is_own:
            await self._form.show(self._own.field.input.value, self._own.declared)
        else:
            await self._form.show(self._network().name, self._network().declared)

    def _show_network(self) -> None:
        self.show_content("#network", self._selected())
        compared = self.query_one("#compared", Static)
        other = self.query_one("#compare", Select).value
        compared.display = isinstance(other, str)
        if isinstance(other, str):
            self.show_content(
                "#compared", self._summary(CATALOGUE[other], complete_recipe({"architecture": other}))
            )

    @on(OwnNetwork.Changed)
    async def _on_own_network(self) -> None:
        if self._is_own:
            await self._show_form()
            self._check()
            self._show_network()

    def _selected(self) -> Content:
        """Return the summary of the selected network, with the settings in the form if they are valid."""
        try:
            network = self._network()
        except InputError:  # no file has been chosen
            return Content.styled(self._own.note, "$text-muted")
        try:
            recipe = complete_recipe(self._settings())
        except InputError:  # shown below the form
            recipe = complete_recipe({"architecture": str(self._own.path) if self._is_own else network.name})
        return self._summary(network, recipe)

    def _summary(self, network: Architecture, recipe: Recipe) -> Content:
        """Return a network's name, source, parameters, diagram and best result so far."""
        layers = network.describe(recipe, self._source.labels)
        at_most = "up to " if network.max_ngrams(recipe) else ""
        parameters = f"{at_most}{sum(layer.parameters for layer in layers):,} parameters"
        about = self._own.note if network.is_own else f"{network.source}; {parameters}"
        best = self._best_of(recipe.architecture)
        lines = [
            Content.styled(f"{network.name}: {network.summary}", "bold"),
            *([Content.styled(about, "$text-muted")] if about else []),
            *self._diagram(layers),
        ]
        if best:
            lines.append(
                Content.styled(
                    f"your best validation accuracy on these reviews: {best.accuracy:.2%}", "$success"
                )
            )
        return Content("\n").join(lines)

    def _diagram(self, layers: tuple[LayerSummary, ...]) -> list[Content]:
        left, right, down = ("[", "]", "  |") if self.seqtui.ascii_only else ("▐", "▌", "  │")
        lines: list[Content] = []
        for layer in ("words", *(layer.text for layer in layers), "probability"):
            if lines:
                lines.append(Content.styled(down, "$text-muted"))
            is_layer = layer not in ("words", "probability")
            lines.append(
                Content.assemble((left, "$primary"), (f" {layer} ", "$primary"), (right, "$primary"))
                if is_layer
                else Content(f"  {layer}")
            )
        return lines

    @on(OptionList.OptionSelected, "#networks")
    def _focus_start(self) -> None:
        self.query_one("#start", Button).focus()

    @on(Select.Changed, "#preset")
    def _on_preset(self, event: Select.Changed) -> None:
        if not self.is_ready:
            return
        for field, value in PRESETS.get(str(event.value), {}).items():
            self._set(field, value)

    @on(Input.Changed)
    @on(Select.Changed)
    def _on_setting(self, event: Input.Changed | Select.Changed) -> None:
        if not self.is_ready:
            return
        self._check()
        if event.control.id in ("vocabulary_size", "pooling"):
            self._show_network()

    @on(Select.Changed, "#compare")
    def _on_compare(self) -> None:
        if self.is_ready:
            self._show_network()

    @on(NetworkForm.Changed)
    def _on_network_setting(self) -> None:
        self._check()
        self._show_network()

    @on(SourcePanel.Changed)
    def _on_source(self) -> None:
        suitable = self._source.recommended if self._source.is_own else Recipe().architecture
        selected = None if self._is_own else self._network().name
        if suitable and selected and selected == self._preselected:
            self._preselected = suitable
            self.query_one("#networks", OptionList).highlighted = list(CATALOGUE).index(self._preselected)
        line = self.query_one("#class_weights", Select).parent
        if isinstance(line, Horizontal):
            line.display = self._source.is_own
        self._show_best()
        self._check()
        self._show_network()

    @on(Input.Submitted)
    def _on_submit(self) -> None:
        self.action_start()

    @on(Button.Pressed, "#start")
    def _on_start_button(self) -> None:
        self.action_start()

    def _settings(self) -> dict[str, Any]:
        network = self._own.settings() if self._is_own else {"architecture": self._network().name}
        settings: dict[str, Any] = {**network, **self._source.settings()}
        for field in LABELS:
            text = self._get(field)
            if text and (field != "class_weights" or self._source.is_own):
                settings[field] = setting_value(field, text)
        if values := self._form.values():
            settings["network"] = values
        return settings

    def _check(self) -> Recipe | None:
        """Return the recipe if it is valid, otherwise show the error."""
        recipe, problem = None, self._source.problem
        if self._is_own:
            problem = problem or self._own.problem
        if not problem:
            try:
                recipe = complete_recipe(self._settings())
            except InputError as error:
                problem = str(error)
        self.query_one("#problem", Static).update(Content(printable(problem, 200)), layout=False)
        self.query_one("#start", Button).disabled = bool(problem)
        self.seqtui.expect(recipe)
        return recipe

    @work(exclusive=True, group="start", exit_on_error=False)
    async def action_start(self) -> None:
        """Start training if the recipe is valid."""
        await self._on_network()  # F5 may come before the message that another network is highlighted
        if self._is_own and not await self._own.confirm():
            return
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


def _without_controls(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if not has_controls(path)]
