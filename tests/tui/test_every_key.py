"""Every key on every screen, and strings with control characters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import DataTable, Select

from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.export import ExportScreen
from seqtui.tui.screens.live import LiveScreen
from seqtui.tui.screens.runs import RunsScreen
from seqtui.tui.screens.score import ScoreScreen, highlight_words
from seqtui.tui.screens.train import TrainScreen
from tests.tui.conftest import HOSTILE, STATES, beginning, epochs, live_screen, record, shown, until


async def test_hostile_strings_stay_text(app: SeqtuiApp, runs_dir: Path) -> None:
    run = record(runs_dir, "victim", [*beginning(HOSTILE.encode("utf-8", "replace").decode()), *epochs(1)])
    run.log_path.write_bytes(HOSTILE.encode("utf-8", "replace"))
    odd = runs_dir / "we[red]ird[@click=app.quit]\x1b[2Jname"
    run.path.rename(odd)
    (runs_dir / "broken").mkdir()
    (runs_dir / "broken" / "recipe.toml").write_text("epochs = '[/b]\\u001b[2J'", encoding="utf-8")
    async with app.run_test(size=(120, 36)) as pilot:

        async def harmless() -> None:
            await pilot.pause(0.1)
            for line in app.screen._compositor.render_strips():  # what would go to the terminal
                assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in line.text)

        await harmless()
        await pilot.press("f3")
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count == 2)
        await harmless()
        app.open_run(Run(odd))
        await live_screen(pilot)
        await pilot.press("l")
        await harmless()
        assert "[/b][red]boo[/]" in shown(app.screen, "#examples")
        await pilot.press("escape", "ctrl+p")
        await harmless()
        await pilot.press("escape", "d")
        await harmless()
        await pilot.press("escape")
        app.show_error(HOSTILE)
        await harmless()
    for line in app.summary():
        assert "victim" not in line
    assert "".join(highlight_words(HOSTILE, []).plain.split()) == "".join(
        ["[2J", "]0;owned", "[/b][red]boo[/]", "[@click=app.quit]x[/]", "gnp.exe", "line"]
    )


async def press_everything(pilot: Pilot[Any], where: type[Screen[Any]], go: Callable[[], Any]) -> None:
    """Each bound key twice, with the terminal's size changing, always on the same screen."""
    app = pilot.app
    go()
    await until(pilot, lambda: isinstance(app.screen, where))
    for index, key in enumerate(sorted(set(app.screen.active_bindings) - {"ctrl+q", "ctrl+c"})):
        app.simulate_key(key)
        app.simulate_key(key)
        if index % 4 == 0:
            await pilot.resize_terminal(*((59, 19), (60, 20), (80, 24), (130, 40))[index // 4 % 4])
        await pilot.pause()
        while app.screen.is_modal:
            await pilot.press("escape")
            await pilot.pause()
        if not isinstance(app.screen, where):
            go()
            await until(pilot, lambda: isinstance(app.screen, where))


@pytest.fixture
def tame(app: SeqtuiApp, monkeypatch: pytest.MonkeyPatch) -> SeqtuiApp:
    """An app that starts no real trainer and deletes nothing."""

    async def do_nothing(*_: object, **__: object) -> None:
        """Start no trainer."""

    monkeypatch.setattr(app, "train", do_nothing)
    monkeypatch.setattr(app, "resume", do_nothing)
    monkeypatch.setattr(Run, "delete", lambda _: None)
    return app


@pytest.mark.parametrize("state", STATES)
async def test_every_key_on_a_run_in_every_state(
    tame: SeqtuiApp, recorded: dict[str, Run], state: str
) -> None:
    run = recorded[state]
    async with tame.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, LiveScreen, lambda: tame.open_run(run))
        if state == "finished":
            await press_everything(pilot, ExportScreen, lambda: tame.export(run))


async def test_after_an_export_come_a_report_and_8_bits(tame: SeqtuiApp, recorded: dict[str, Run]) -> None:
    run = recorded["finished"]
    async with tame.run_test(size=(100, 30)) as pilot:
        tame.export(run)
        await until(pilot, lambda: bool(tame.screen.query("#parity")))
        await until(pilot, lambda: "verified on" in shown(tame.screen, "#parity"))
        await pilot.press("w")
        await until(pilot, lambda: "88.00% (95 % interval" in shown(tame.screen, "#parity"))
        assert "runs/finished/report.html: open it" in shown(tame.screen, "#parity")
        await pilot.press("i")
        await until(pilot, lambda: "in 8 bits" in shown(tame.screen, "#parity"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(tame.screen, ScoreScreen))
        model = tame.screen.query_one("#model", Select)
        await until(pilot, lambda: model.value == str(run.int8_path))
    assert run.onnx_path.exists()


@pytest.mark.parametrize("screen", [("train", TrainScreen), ("runs", RunsScreen), ("score", ScoreScreen)])
@pytest.mark.parametrize("filled", [True, False])
async def test_every_key_on_every_screen(
    tame: SeqtuiApp, screen: tuple[str, type[Screen[Any]]], filled: bool, request: pytest.FixtureRequest
) -> None:
    if filled:
        request.getfixturevalue("recorded")
    mode, where = screen

    def go() -> None:
        while len(tame.screen_stack) > 1:
            tame.pop_screen()
        tame.switch_mode(mode)

    async with tame.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, where, go)
