"""The settings of the selected network, as a form."""

from collections.abc import Mapping
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Input, Label, Select

from seqtui.architectures.settings import Setting
from seqtui.recipe import as_text
from seqtui.tui.widgets.safe_input import SafeInput


class NetworkForm(Container):
    """Form with the settings that a network declares. What was entered for other networks is kept.

    Args:
        network: Name of the network.
        declared: Its settings by name.
    """

    class Changed(Message):
        """A setting has changed."""

    def __init__(self, network: str, declared: Mapping[str, Setting]) -> None:
        super().__init__(classes="panel")
        self.border_title = "Network"
        self._network = network
        self._declared = declared
        self._entered: dict[str, dict[str, str]] = {}

    def compose(self) -> ComposeResult:
        """Yield a line for each setting."""
        entered = self._entered.get(self._network, {})
        for setting in self._declared.values():
            with Horizontal(classes="field"):
                yield Label(setting.name.replace("_", " ").capitalize())
                yield _widget(setting, entered.get(setting.name, as_text(setting.default)))

    async def show(self, network: str, declared: Mapping[str, Setting]) -> None:
        """Show the settings of a network."""
        if (network, declared) != (self._network, self._declared):
            self._network, self._declared = network, declared
            await self.recompose()

    async def load(self, values: Mapping[str, Any]) -> None:
        """Fill the form with the settings of a recipe; the others get their defaults."""
        self._entered[self._network] = {name: as_text(value) for name, value in values.items()}
        await self.recompose()

    def values(self) -> dict[str, str]:
        """Return the settings that differ from the defaults."""
        return {
            name: text
            for name, text in self._entered.get(self._network, {}).items()
            if text and name in self._declared and text != as_text(self._declared[name].default)
        }

    @on(Input.Changed)
    @on(Select.Changed)
    def _on_change(self, event: Input.Changed | Select.Changed) -> None:
        event.stop()
        name = (event.control.id or "").removeprefix("set-")
        if name in self._declared:
            self._entered.setdefault(self._network, {})[name] = str(event.value).strip()
            self.post_message(self.Changed())


def _widget(setting: Setting, text: str) -> Select[str] | SafeInput:
    """Return the widget of a setting with its value."""
    name = f"set-{setting.name}"
    if setting.choices:
        choices = [as_text(choice) for choice in setting.choices]
        return Select(
            [(choice, choice) for choice in choices],
            id=name,
            value=text if text in choices else choices[0],
            allow_blank=False,
            tooltip=setting.help,
        )
    field = SafeInput(text, id=name, placeholder=as_text(setting.default))
    field.tooltip = f"{setting.help} {setting.values}"
    return field
