"""Field for the Python file of a network of one's own."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from seqtui.architectures.network_file import NetworkFile
from seqtui.architectures.settings import Setting
from seqtui.errors import InputError
from seqtui.tui.commands import Command, CommandResult
from seqtui.tui.widgets.command_reader import CommandReader
from seqtui.tui.widgets.path_field import PathField


class OwnNetwork(Horizontal, CommandReader):
    """Field for the file, and the settings that the network in it declares.

    If the user trusts the file, a child process reads the settings, because that runs its code.

    Args:
        trust: Asks the user to trust a file, if they have not before; returns whether they do.
    """

    class Changed(Message):
        """Posted when the file, its settings or the problem has changed."""

    def __init__(self, trust: Callable[[NetworkFile], Awaitable[bool]]) -> None:
        super().__init__(classes="field", id="own-line")
        self._trust = trust
        self._digest: str | None = None
        self.declared: dict[str, Setting] = {}
        """Settings of the network by name; empty until they have been read."""
        self.note = "Choose the Python file of the network"
        """What to show about the file, in one line."""
        self.problem = ""
        """Why the file cannot be used for training, in one line; empty if there is no known problem."""

    def compose(self) -> ComposeResult:
        """Yield the field."""
        yield Label("File")
        yield PathField(placeholder="my_network.py", id="own")

    @property
    def field(self) -> PathField:
        """Input field of the path."""
        return self.query_one(PathField)

    @property
    def path(self) -> Path:
        """Absolute path of the file.

        Raises:
            InputError: If the field is empty or does not name a Python file.
        """
        path = self.field.path
        if not path.endswith(".py"):
            raise InputError("a network of your own is a Python file; its name ends in .py")
        return Path(path).absolute()

    def settings(self) -> dict[str, str]:
        """Return the settings of the recipe that this field sets.

        Raises:
            InputError: As for :attr:`path`.
        """
        digest = {"network_digest": self._digest} if self._digest else {}
        return {"architecture": str(self.path), **digest}

    @on(Input.Changed, "#own")
    def _on_path(self, event: Input.Changed) -> None:
        event.stop()
        self.stop()
        self._show()
        self.read_after_pause(self._read)

    @on(Input.Submitted, "#own")
    def _on_submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._ask()

    @work(exclusive=True, group="own", exit_on_error=False)
    async def _ask(self) -> None:
        await self.confirm()

    @work(exclusive=True, group="own", exit_on_error=False)
    async def _read(self) -> None:
        if file := await self._file():
            self._load(file)

    async def confirm(self) -> bool:
        """Read the file again, and ask the user if they have not trusted it before.

        Returns:
            Whether the network can be trained.
        """
        self.stop_pause()
        file = await self._file()
        if file is None or not await self._trust(file):
            return False
        if file.digest != self._digest:
            self._load(file)
        return True

    async def _file(self) -> NetworkFile | None:
        """Read the file; show the problem and return None if that fails."""
        try:
            return await asyncio.to_thread(NetworkFile.read, self.path)
        except InputError as error:
            self._show(problem=str(error))
            return None

    def _load(self, file: NetworkFile) -> None:
        if not file.is_trusted:
            self._show("Python code that you have not run before: Enter asks, then shows its settings")
            return
        self._show("reading the settings …")
        self._digest = file.digest
        command = Command("train", "--architecture", str(file.path), "--help-network", "--json")
        self.read(command, self._take)

    def _take(self, result: CommandResult, last: str) -> None:
        if result.code:
            self._show(problem=last)
            return
        self.declared = msgspec.json.decode(result.output, type=dict[str, Setting])
        self.note = "" if self.declared else "it declares no settings"
        self.post_message(self.Changed())

    def _show(self, note: str = "", *, problem: str = "") -> None:
        """Forget the file and show a note or a problem."""
        self._digest, self.declared, self.note, self.problem = None, {}, note, problem
        self.post_message(self.Changed())
