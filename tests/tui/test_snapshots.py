"""Snapshots of every screen; CONTRIBUTING.md explains how to inspect differences."""

import csv
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, TextArea

from seqtui.curation.diagnosing import DiagnosisRequest
from seqtui.curation.labelling import Labelling
from seqtui.curation.labels import Answer, Labels
from seqtui.curation.suggestions import Suggester, Suggestions
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.explain import Influence
from seqtui.scoring.scorer import Score
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens import doctor, mistakes, score
from seqtui.tui.screens.label import LabelScreen
from seqtui.tui.widgets import evaluated
from tests.tui.conftest import (
    STATES,
    fake_diagnoser,
    fake_diagnosis,
    fake_reviews,
    fake_suspects,
    record,
    shown,
    until,
)

SIZES = [(60, 20), (80, 24), (120, 36)]


class _Network:
    path = Path("runs/finished/model.onnx")
    class_names = ("negative", "positive")
    rule = DecisionRule(("negative", "positive"))
    has_attention = False


@pytest.fixture(
    params=[
        (SIZES[0], "textual-dark"),
        pytest.param((SIZES[1], "textual-dark"), marks=pytest.mark.thorough),
        (SIZES[2], "textual-dark"),
        pytest.param((SIZES[2], "textual-light"), marks=pytest.mark.thorough),
    ],
    ids=lambda p: f"{p[0][0]}x{p[0][1]}-{p[1]}",
)
def size(request: pytest.FixtureRequest, app: SeqtuiApp) -> tuple[int, int]:
    """Size of the terminal; the fixture also sets the theme of the app."""
    terminal_size: tuple[int, int]
    terminal_size, app.theme = request.param
    app.animation_level = "none"
    return terminal_size


def test_train(snap_compare: Any, app: SeqtuiApp, size: tuple[int, int]) -> None:
    async def settle(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "median" in shown(app.screen, "#reviews"))
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


def test_own_file(snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], runs_dir: Path) -> None:
    with (runs_dir.absolute().parent / "hotels.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "review", "sentiment"])
        for row in range(100):
            words = " and ".join(["quiet", "clean", "wonderful", "close to the sea"][: row % 4 + 1])
            writer.writerow([row, f"Room {row} was {words}.", "good" if row % 3 else "bad"])

    async def settle(pilot: Pilot[None]) -> None:
        await pilot.pause()
        app.screen.query_one("#data", Input).value = "hotels.csv"
        await until(pilot, lambda: "100 reviews" in shown(app.screen, "#reviews"))
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.usefixtures("starts_on_runs")
@pytest.mark.parametrize("state", ["running", "finished", "failed"])
def test_live(
    snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], recorded: dict[str, Run], state: str
) -> None:
    async def settle(pilot: Pilot[None]) -> None:
        app.open_run(recorded[state])
        await pilot.pause(1.6)

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.usefixtures("starts_on_runs")
def test_runs(snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], runs_dir: Path) -> None:
    record(runs_dir, "finished", STATES["finished"])
    record(runs_dir, "stopped", STATES["stopped"], Recipe(architecture="lstm", seed=7))

    async def settle(pilot: Pilot[None]) -> None:
        app.action_go("runs")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("space", "down", "space")
        assert app.screen.query_one(DataTable).row_count == 2
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.usefixtures("starts_on_runs")
def test_export(snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], recorded: dict[str, Run]) -> None:
    async def settle(pilot: Pilot[None]) -> None:
        app.export(recorded["finished"])
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.usefixtures("starts_on_runs")
def test_score(
    snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], recorded: dict[str, Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    recorded["finished"].onnx_path.write_bytes(b"x")
    result = Score("positive", 0.9, {"negative": 0.1, "positive": 0.9})
    words = [Influence(0, 4, -0.1), Influence(9, 13, 0.3)]
    monkeypatch.setattr(score, "Scorer", lambda _: _Network())
    monkeypatch.setattr(score, "explain", lambda *_: (result, words))

    async def settle(pilot: Pilot[None]) -> None:
        app.action_go("score")
        await pilot.pause()
        review = app.screen.query_one(TextArea)
        review.cursor_blink = False
        review.text = "Dull but fine, in the end."
        await pilot.pause(0.4)
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.usefixtures("starts_on_runs")
def test_mistakes(
    snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], recorded: dict[str, Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    result = Score("positive", 0.9, {"negative": 0.1, "positive": 0.9})
    words = [Influence(0, 4, 0.3), Influence(10, 14, -0.1)]
    monkeypatch.setattr(mistakes, "evaluated_reviews", lambda run, _: fake_reviews(run))
    monkeypatch.setattr(evaluated, "scorer_of", lambda _: _Network())
    monkeypatch.setattr(evaluated, "explain", lambda *_: (result, words))

    async def settle(pilot: Pilot[None]) -> None:
        app.show_mistakes(recorded["finished"])
        await until(pilot, lambda: isinstance(app.screen, mistakes.MistakesScreen) and app.screen.is_ready)
        await until(pilot, lambda: app.screen.query_one("#list", DataTable).row_count == 30)
        await pilot.press("down")
        await until(pilot, lambda: "Film 1 " in shown(app.screen, "#words"))
        await until(pilot, lambda: "words that" in shown(app.screen, "#words"))
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


def test_label(
    snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        f"Film {n} is {('a delight', 'a bore')[n % 2]} from the first scene to the last." for n in range(90)
    ]
    names = ["negative", "positive"]
    labels = Labels.open(tmp_path / "films.csv.labels.jsonl", names)
    for number, text in enumerate(texts[:60]):
        guess = None if number < 20 else names[number % 7 != 0]
        labels.add(text, Answer(kind="label", label=names[number % 2 == 0], guess=guess))
    session = Labelling(texts, labels)
    session.take(Suggestions(labels=60, chosen=[60, 61, 62], predicted=[1] * 90, probabilities=[0.83] * 90))
    monkeypatch.setattr(Suggester, "prepare", lambda _: None)
    monkeypatch.setattr(session, "request", lambda: None)

    async def settle(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.push_screen(LabelScreen(session, "films.csv"))
        await until(pilot, lambda: "Film" in shown(app.screen, "#text"))
        await pilot.press("2", "g")
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


def test_doctor(
    snap_compare: Any, app: SeqtuiApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fake_suspects(30)
    found[1] = msgspec.structs.replace(found[1], corrected="negative", note="irony")
    monkeypatch.setattr(doctor, "Diagnoser", fake_diagnoser([], fake_diagnosis(found)))

    async def settle(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.push_screen(doctor.DoctorScreen(DiagnosisRequest(source="films.csv", runs_dir="runs")))
        await until(pilot, lambda: app.screen.query_one("#list", DataTable).row_count == 30)
        await pilot.press("down")
        await until(pilot, lambda: "Film 1 " in shown(app.screen, "#words"))
        app.clear_notifications()
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)
