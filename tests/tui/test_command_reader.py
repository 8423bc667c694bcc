"""What a widget reads, when it changes its mind."""

import asyncio
import threading
from collections.abc import Iterator
from functools import partial

from textual.app import App, ComposeResult

from seqtui.tui.commands import Command, CommandResult
from seqtui.tui.widgets.command_reader import _PAUSE, CommandReader
from tests.tui.conftest import until


class Reader(CommandReader):
    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def note(self, call: str, *_: object) -> None:
        self.calls.append(call)

    async def change_late(self) -> None:
        """Read something else at the end of a message that takes longer than the pause."""
        self.read_after_pause(partial(self.note, "first"))
        await asyncio.sleep(2 * _PAUSE)
        self.stop()
        self.read_after_pause(partial(self.note, "second"))


class ReaderApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Reader()


class HeldCommand(Command):
    """Command with a result that comes when the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = threading.Event()

    def run(self) -> Iterator[str | CommandResult]:
        self.ready.wait()
        yield CommandResult(0, b"")


async def test_what_is_stopped_while_the_widget_is_busy_is_not_read() -> None:
    async with ReaderApp().run_test() as pilot:
        reader = pilot.app.query_one(Reader)
        reader.call_later(reader.change_late)
        await until(pilot, lambda: "second" in reader.calls)
        assert reader.calls == ["second"]


async def test_the_result_of_a_stopped_command_is_not_taken() -> None:
    async with ReaderApp().run_test() as pilot:
        reader = pilot.app.query_one(Reader)
        stopped, next_one = HeldCommand(), HeldCommand()
        reader.read(stopped, partial(reader.note, "stopped"))
        reader.stop()
        stopped.ready.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        reader.read(next_one, partial(reader.note, "next"))
        next_one.ready.set()
        await until(pilot, lambda: bool(reader.calls))
        assert reader.calls == ["next"]
