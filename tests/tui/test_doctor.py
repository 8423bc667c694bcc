"""The Doctor screen: progress, list, keys that correct labels, and what can go wrong."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from seqtui.corpora.corrections import Corrections, add_correction, read_corrections
from seqtui.curation.diagnosing import DiagnosisRequest, Progress, Step
from seqtui.curation.suspects import Diagnosis, Suspect
from seqtui.errors import SeqtuiError
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens import doctor
from seqtui.tui.screens.doctor import DoctorScreen
from seqtui.tui.screens.note import NoteScreen
from seqtui.tui.screens.train import TrainScreen
from tests.conftest import representatives
from tests.tui.conftest import HOSTILE, Outcome, fake_diagnoser, fake_diagnosis, fake_suspects, shown, until
from tests.tui.test_every_key import press_everything

Use = Callable[..., None]


@pytest.fixture
def requests() -> list[DiagnosisRequest]:
    """The requests to the fake process."""
    return []


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, requests: list[DiagnosisRequest]) -> Use:
    """Replaces the process by one with given answers."""

    def use(*outcomes: Outcome) -> None:
        monkeypatch.setattr(doctor, "Diagnoser", fake_diagnoser(requests, *outcomes))

    return use


def doctor_app(folder: Path) -> SeqtuiApp:
    request = DiagnosisRequest(source="films.csv", runs_dir=str(folder))
    return SeqtuiApp(folder, first=lambda: DoctorScreen(request))


async def doctor_screen(pilot: Pilot[Any]) -> DoctorScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, DoctorScreen) and pilot.app.screen.is_ready)
    assert isinstance(pilot.app.screen, DoctorScreen)
    return pilot.app.screen


async def test_labels_are_corrected(runs_dir: Path, answers: Use) -> None:
    path = Path("films.csv.corrections.jsonl")
    found = fake_suspects(9)
    answers(Step("reading reviews"), Step("fold 1 of 5"), Progress("training", 0.5), fake_diagnosis(found))
    app = doctor_app(runs_dir)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await doctor_screen(pilot)
        table = screen.query_one("#list", DataTable)
        await until(pilot, lambda: table.row_count == 9)
        assert any("not examined: 9" in note.message for note in app._notifications)
        assert "9 suspects in 2,000 reviews, 0 decided" in shown(screen, "#status")
        for words in ("positive → negative", "with 98.0%", "films.csv, line 2", "1 negative  2 positive"):
            assert words in shown(screen, "#decision")
        assert shown(screen, "#words").strip() == "Film 0 is dull."
        await pilot.press("1", "2", "a", "a")  # no label is suggested for the fourth, so nothing is decided
        await until(pilot, lambda: "3 decided" in shown(screen, "#status"))
        assert table.cursor_row == 3
        assert any("no label is suggested" in note.message for note in app._notifications)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"leak", "enter")
        await until(pilot, lambda: "note: leak" in shown(screen, "#decision"))
        decided = [read_corrections(path).of(suspect.text) for suspect in found[:5]]
        assert [one and (one.old, one.new) for one in decided] == [
            ("positive", "negative"), ("positive", "positive"), ("positive", "negative"),
            ("positive", "positive"), None,
        ]  # fmt: skip
        await pilot.press("u", "u")
        await until(pilot, lambda: "2 decided" in shown(screen, "#status"))
        await pilot.press("k", "k")
        await until(pilot, lambda: table.row_count == 2)
        assert "k: duplicates with another label" in str(screen.query_one("#list-panel").border_subtitle)
        await pilot.press("k", "k", "slash", *"film 7")
        await until(pilot, lambda: shown(screen, "#words").strip() == "Film 7 is dull.")


async def test_a_long_list_is_walked_to_its_end(tmp_path: Path, answers: Use) -> None:
    answers(fake_diagnosis(fake_suspects(450)))
    app = doctor_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await doctor_screen(pilot)
        table = screen.query_one("#list", DataTable)
        await until(pilot, lambda: table.row_count == 200)
        assert str(screen.query_one("#list-panel").border_title) == "Most suspicious first: 200 of 450"
        table.move_cursor(row=199)
        await until(pilot, lambda: table.row_count == 400)
        table.move_cursor(row=399)
        await until(pilot, lambda: table.row_count == 450)
        assert str(screen.query_one("#list-panel").border_title) == "Most suspicious first: 450"
        table.move_cursor(row=449)
        await until(pilot, lambda: "Film 449" in shown(screen, "#words"))


async def test_progress_and_problems(tmp_path: Path, answers: Use) -> None:
    answers(Step("fold 2 of 5"), Progress("training", 0.25))
    async with doctor_app(tmp_path).run_test(size=(80, 24)) as pilot:
        screen = await doctor_screen(pilot)
        await until(pilot, lambda: "25%  training" in shown(screen, "#steps"))
        assert "▸ fold 2 of 5" in shown(screen, "#steps")
        await pilot.press("1", "u", "n", "slash", "a", "k", "r", "escape")
        assert not screen.query_one("#search").display
    answers(Step("reading reviews"), SeqtuiError("films.csv: no [/b] \x1b[2J such file"))
    async with doctor_app(tmp_path).run_test(size=(80, 24)) as pilot:
        screen = await doctor_screen(pilot)
        await until(pilot, lambda: "no [/b]  [2J such file" in shown(screen, "#steps"))
        await pilot.press("1", "u", "n", "slash", "a", "k", "r", "escape")


@pytest.mark.parametrize("state", representatives("examining", "listed", "nothing found", often=["listed"]))
async def test_every_key_in_every_state(
    runs_dir: Path, answers: Use, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes: dict[str, list[Outcome]] = {
        "examining": [Step("fold 1 of 5"), Progress("training", 0.3)],
        "listed": [fake_diagnosis(fake_suspects(9, HOSTILE))],
        "nothing found": [fake_diagnosis([])],
    }
    answers(*outcomes[state])
    app = doctor_app(runs_dir)
    monkeypatch.setattr(app, "train_again", lambda _: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await press_everything(pilot, DoctorScreen, lambda: app.action_go("first"))


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_hostile_strings_stay_text(runs_dir: Path, answers: Use, size: tuple[int, int]) -> None:
    hostile = HOSTILE.encode("utf-8", "replace").decode()
    found = [
        Suspect(
            row=row, set="train", where=HOSTILE, text=f"{HOSTILE} {row}", label=hostile,
            suggested=f"{hostile} 2", score=0.1, kind="label", reason=HOSTILE, corrected=hostile,
            note=hostile,
        )
        for row in range(3)
    ]  # fmt: skip
    path = runs_dir / "c.jsonl"
    answers(
        Step(HOSTILE),
        Progress(HOSTILE, 0.5),
        Diagnosis(HOSTILE, (hostile, f"{hostile} 2"), 3, 0.5, found, [HOSTILE] * 9, Corrections(path)),
    )
    app = SeqtuiApp(runs_dir, first=lambda: DoctorScreen(DiagnosisRequest(source=HOSTILE, runs_dir="runs")))
    async with app.run_test(size=size) as pilot:
        screen = await doctor_screen(pilot)
        await until(pilot, lambda: "[red]boo[/]" in shown(screen, "#words"))
        for keys in itertools.chain(
            [[]], (["1"], ["a"], ["u"], ["n"], ["escape"], ["slash", "x"], ["escape"])
        ):
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            for line in app.screen._compositor.render_strips():
                assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in line.text)


async def test_from_the_form_and_back(
    app: SeqtuiApp,
    answers: Use,
    requests: list[DiagnosisRequest],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers(fake_diagnosis(fake_suspects(3)))
    path = Path("films.csv.corrections.jsonl")
    add_correction(path, "a", "b", "c")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, TrainScreen) and app.screen.is_ready)
        with monkeypatch.context() as patch:
            patch.setattr("seqtui.curation.doctor.find_spec", lambda _: None)
            await pilot.press("f8")
            await until(
                pilot, lambda: any("seqtui[doctor,train]" in note.message for note in app._notifications)
            )
        await pilot.press("f8")
        screen = await doctor_screen(pilot)
        await until(pilot, lambda: screen.query_one("#list", DataTable).row_count == 3)
        assert requests == [DiagnosisRequest(source="imdb-25k", runs_dir="runs")]
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        await until(pilot, lambda: app.screen.query_one("#corrections", Input).value == str(path.absolute()))


def test_the_recipe_has_the_corrections_only_if_there_are_any(tmp_path: Path) -> None:
    request = DiagnosisRequest(source="films.csv", runs_dir="runs")
    path = tmp_path / "c.jsonl"
    assert request.recipe(path).corrections is None
    add_correction(path, "a", "b", "c")
    assert request.recipe(path).corrections == str(path)
