"""Every key on every screen, and strings with control characters."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import DataTable, HelpPanel, Select

from seqtui.curation.mistakes import EvaluatedSet, ReviewFilter
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.commands import CommandResult
from seqtui.tui.screens import mistakes
from seqtui.tui.screens.export import ExportScreen
from seqtui.tui.screens.live import LiveScreen
from seqtui.tui.screens.mistakes import MistakesScreen
from seqtui.tui.screens.runs import RunsScreen
from seqtui.tui.screens.score import ScoreScreen
from seqtui.tui.screens.train import TrainScreen
from seqtui.tui.widgets.words import highlight_words
from tests.conftest import representatives
from tests.tui.conftest import (
    HOSTILE,
    STATES,
    FakeCommand,
    epochs,
    fake_reviews,
    first_events,
    live_screen,
    record,
    shown,
    until,
)

SCREENS: dict[str, type[Screen[Any]]] = {"train": TrainScreen, "runs": RunsScreen, "score": ScoreScreen}


async def test_hostile_strings_stay_text(app: SeqtuiApp, runs_dir: Path) -> None:
    run = record(runs_dir, "victim", [*first_events(HOSTILE.encode("utf-8", "replace").decode()), *epochs(1)])
    run.log_path.write_bytes(HOSTILE.encode("utf-8", "replace"))
    odd = runs_dir / "we[red]ird[@click=app.quit]\x1b[2Jname"
    run.path.rename(odd)
    (runs_dir / "broken").mkdir()
    (runs_dir / "broken" / "recipe.toml").write_text("epochs = '[/b]\\u001b[2J'", encoding="utf-8")
    async with app.run_test(size=(120, 36)) as pilot:

        async def check_screen() -> None:
            await pilot.pause(0.1)
            for line in app.screen._compositor.render_strips():  # the text sent to the terminal
                assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in line.text)

        await check_screen()
        await pilot.press("f3")
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count == 2)
        await check_screen()
        app.open_run(Run(odd))
        await live_screen(pilot)
        await pilot.press("l")
        await check_screen()
        assert "[/b][red]boo[/]" in shown(app.screen, "#examples")
        await pilot.press("escape", "ctrl+p")
        await check_screen()
        await pilot.press("escape", "d")
        await check_screen()
        await pilot.press("escape")
        app.show_error(HOSTILE)
        await check_screen()
    for line in app.summary():
        assert "victim" not in line
    assert "".join(highlight_words(HOSTILE, []).plain.split()) == "".join(
        ["[2J", "]0;owned", "[/b][red]boo[/]", "[@click=app.quit]x[/]", "gnp.exe", "line"]
    )


async def press_everything(
    pilot: Pilot[Any], screen_type: type[Screen[Any]], open_screen: Callable[[], Any]
) -> None:
    """Press each bound key twice on the same screen, while the size of the terminal changes."""
    sizes = itertools.cycle([(59, 19), (60, 20), (80, 24), (130, 40)])
    app = pilot.app
    open_screen()
    await until(pilot, lambda: isinstance(app.screen, screen_type))
    for index, key in enumerate(sorted(set(app.screen.active_bindings) - {"ctrl+q", "ctrl+c"})):
        app.simulate_key(key)
        app.simulate_key(key)
        if index % 4 == 0:
            await pilot.resize_terminal(*next(sizes))
        await pilot.pause()
        while app.screen.is_modal:
            await pilot.press("escape")
            await pilot.pause()
        if not isinstance(app.screen, screen_type):
            open_screen()
            await until(pilot, lambda: isinstance(app.screen, screen_type))


@pytest.fixture
def safe_app(app: SeqtuiApp, monkeypatch: pytest.MonkeyPatch) -> SeqtuiApp:
    """An app that starts no trainers, looks for no wrong labels and deletes no runs."""

    async def do_nothing(*_: object, **__: object) -> None:
        """Do nothing."""

    monkeypatch.setattr(app, "train", do_nothing)
    monkeypatch.setattr(app, "resume", do_nothing)
    monkeypatch.setattr(app, "diagnose", lambda *_: None)
    monkeypatch.setattr(Run, "delete", lambda _: None)
    return app


@pytest.mark.usefixtures("starts_on_runs")
@pytest.mark.parametrize("state", representatives(*STATES, often=["finished"]))
async def test_every_key_on_a_run_in_every_state(
    safe_app: SeqtuiApp, recorded: dict[str, Run], state: str
) -> None:
    run = recorded[state]
    async with safe_app.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, LiveScreen, lambda: safe_app.open_run(run))
        if state == "finished":
            await press_everything(pilot, ExportScreen, lambda: safe_app.export(run))


@pytest.mark.usefixtures("starts_on_runs")
@pytest.mark.parametrize(
    "state",
    representatives(
        "validation reviews", "no matching test reviews", "unreadable", often=["validation reviews"]
    ),
)
async def test_every_key_on_mistakes_in_every_state(
    safe_app: SeqtuiApp, recorded: dict[str, Run], state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = recorded["finished"]
    if state != "unreadable":
        monkeypatch.setattr(mistakes, "evaluated_reviews", lambda run, _: fake_reviews(run))
    if state == "no matching test reviews":
        monkeypatch.setattr(
            mistakes, "evaluated_reviews", lambda run, _: replace(fake_reviews(run), part="test")
        )
        monkeypatch.setattr(ReviewFilter, "fits", lambda *_: False)

    async with safe_app.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, MistakesScreen, lambda: safe_app.show_mistakes(run))


@pytest.mark.usefixtures("starts_on_runs")
async def test_hostile_texts_labels_and_notes_of_mistakes_stay_text(
    app: SeqtuiApp, recorded: dict[str, Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = HOSTILE.encode("utf-8", "replace").decode()

    def evaluated(run: Run, part: str) -> EvaluatedSet:
        del part
        found = fake_reviews(run, [f"{HOSTILE} {n}" for n in range(12)], (f"{hostile} 1", f"{hostile} 2"))
        noted = [msgspec.structs.replace(review, note=hostile) for review in found.reviews]
        return replace(found, reviews=noted)

    monkeypatch.setattr(mistakes, "evaluated_reviews", evaluated)
    async with app.run_test(size=(120, 36)) as pilot:
        app.show_mistakes(recorded["finished"])
        await until(pilot, lambda: isinstance(app.screen, MistakesScreen) and app.screen.is_ready)
        await until(pilot, lambda: "[red]boo[/]" in shown(app.screen, "#words"))
        assert "[red]boo[/]" in shown(app.screen, "#decision")
        screens = [app.screen]
        for keys in (["1"], ["9"], ["u"], ["n"], ["escape"], ["slash", "x"], ["escape"], ["x"]):
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            screens.append(app.screen)
            for line in app.screen._compositor.render_strips():
                assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in line.text)
    assert len({type(screen) for screen in screens}) == 3


@pytest.mark.usefixtures("starts_on_runs")
async def test_after_an_export_a_report_and_an_int8_file_can_be_written(
    safe_app: SeqtuiApp, recorded: dict[str, Run]
) -> None:
    run = recorded["finished"]
    async with safe_app.run_test(size=(100, 30)) as pilot:
        safe_app.export(run)
        await until(pilot, lambda: bool(safe_app.screen.query("#parity")))
        await until(pilot, lambda: "verified on" in shown(safe_app.screen, "#parity"))
        await pilot.press("w")
        await until(pilot, lambda: "88.00% (95 % interval" in shown(safe_app.screen, "#parity"))
        assert "runs/finished/report.html: open it" in shown(safe_app.screen, "#parity")
        await pilot.press("i")
        await until(pilot, lambda: "in 8 bits" in shown(safe_app.screen, "#parity"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(safe_app.screen, ScoreScreen))
        model = safe_app.screen.query_one("#model", Select)
        await until(pilot, lambda: model.value == str(run.int8_path))
    assert run.onnx_path.exists()


@pytest.mark.usefixtures("starts_on_runs")
async def test_keys_are_offered_only_where_they_work(
    safe_app: SeqtuiApp, recorded: dict[str, Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> set[str]:
        return {key.binding.action for key in safe_app.screen.active_bindings.values() if key.enabled}

    async with safe_app.run_test(size=(100, 30)) as pilot:
        runs = safe_app.screen
        assert isinstance(runs, RunsScreen)
        await until(pilot, lambda: runs.is_ready and bool(runs._rows))
        table = runs.query_one(DataTable)
        for state, is_resumable in (("finished", False), ("stopped", True), ("running", True)):
            table.move_cursor(row=table.get_row_index(recorded[state].name))
            await pilot.pause()
            assert ("resume" in offered()) is is_resumable, state
        monkeypatch.setattr(FakeCommand, "run", lambda _: iter(["no such review", CommandResult(1, b"")]))
        safe_app.export(recorded["finished"])
        await until(pilot, lambda: bool(safe_app.screen.query("#parity")))
        await until(pilot, lambda: "no such review" in shown(safe_app.screen, "#parity"))
        assert offered().isdisjoint({"score", "report"})


@pytest.mark.usefixtures("starts_on_runs")
async def test_escape_closes_the_list_of_keys_before_the_screen(
    safe_app: SeqtuiApp, recorded: dict[str, Run]
) -> None:
    async with safe_app.run_test(size=(100, 30)) as pilot:
        safe_app.open_run(recorded["finished"])
        live = await live_screen(pilot)
        await until(pilot, lambda: live.is_ready)
        await pilot.press("f1")
        await until(pilot, lambda: bool(safe_app.screen.query(HelpPanel)))
        await pilot.press("escape")
        await until(pilot, lambda: not safe_app.screen.query(HelpPanel))
        assert safe_app.screen is live
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(safe_app.screen, RunsScreen))


@pytest.mark.usefixtures("starts_on_runs")
async def test_8_bits_are_not_offered_to_a_network_without_lstm(
    safe_app: SeqtuiApp, recorded: dict[str, Run]
) -> None:
    run = recorded["finished"]
    msgspec.structs.replace(run.recipe, architecture="nb-ngrams").save(run.recipe_path)
    async with safe_app.run_test(size=(100, 30)) as pilot:
        safe_app.export(run)
        await until(pilot, lambda: bool(safe_app.screen.query("#parity")))
        await until(pilot, lambda: "verified on" in shown(safe_app.screen, "#parity"))
        assert "8-bit" not in shown(safe_app.screen, "#parity")
        await pilot.press("i")
        await pilot.pause()
        assert "verified on" in shown(safe_app.screen, "#parity")
        assert safe_app.screen.check_action("int8", ()) is False


@pytest.mark.usefixtures("starts_on_runs")
@pytest.mark.parametrize(
    ("screen", "filled"),
    representatives(
        *itertools.product(SCREENS, [True, False]),
        often=[("train", False), ("runs", True), ("score", False)],
    ),
)
async def test_every_key_on_every_screen(
    safe_app: SeqtuiApp, screen: str, filled: bool, request: pytest.FixtureRequest
) -> None:
    if filled:
        request.getfixturevalue("recorded")

    def open_screen() -> None:
        while len(safe_app.screen_stack) > 1:
            safe_app.pop_screen()
        safe_app.switch_mode(screen)

    async with safe_app.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, SCREENS[screen], open_screen)
