"""The Mistakes screen on a real run: its validation reviews, its exported file, a corrections file."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static

from seqtui.corpora.corrections import read_corrections
from seqtui.curation.mistakes import EvaluatedSet, ReviewFilter, evaluated_reviews
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.commands import Command
from seqtui.tui.screens import export, mistakes, review_list
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.export import ExportScreen
from seqtui.tui.screens.mistakes import MistakesScreen
from seqtui.tui.screens.note import NoteScreen
from seqtui.tui.screens.train import TrainScreen
from seqtui.tui.widgets.confusion import ConfusionMatrix
from tests.tui.conftest import STATES, fake_reviews, record, shown, until

pytestmark = pytest.mark.usefixtures("starts_on_runs")


@pytest.fixture
def run(trained: Run, runs_dir: Path) -> Run:
    return Run(shutil.copytree(trained.path, runs_dir / "small"))


async def mistakes_screen(pilot: Pilot[Any]) -> MistakesScreen:
    """Open the only run's mistakes with the key of the Runs screen, and wait for the list."""
    app = pilot.app
    await until(pilot, lambda: app.screen.query_one(DataTable).row_count == 1)
    await pilot.press("m")
    await until(pilot, lambda: isinstance(app.screen, MistakesScreen))
    screen = app.screen
    assert isinstance(screen, MistakesScreen)
    await until(pilot, lambda: listed(screen) > 0)
    return screen


def listed(screen: MistakesScreen) -> int:
    return screen.query_one("#list", DataTable).row_count


def title(screen: MistakesScreen) -> str:
    return str(screen.query_one("#list-panel").border_title)


def cells(found: EvaluatedSet) -> dict[tuple[str | None, str | None], int]:
    names = (None, *found.class_names)
    return {
        (label, predicted): len(ReviewFilter(label=label, predicted=predicted).apply(found.reviews))
        for label in names
        for predicted in names
    }


async def test_the_matrix_filters_by_keyboard_and_mouse(app: SeqtuiApp, run: Run) -> None:
    counts = cells(evaluated_reviews(run))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        matrix = screen.query_one(ConfusionMatrix)
        shown_counts = [[str(cell) for cell in matrix.get_row_at(row)] for row in range(3)]
        names = (None, "negative", "positive")
        assert shown_counts == [[str(counts[label, other]) for other in names] for label in names]
        await pilot.press("shift+tab", "down", "right", "right")
        wanted = counts["negative", "positive"]
        await until(pilot, lambda: title(screen) == f"Highest loss first: {wanted}")
        assert screen.query_one("#list", DataTable).row_count == wanted
        await pilot.click(
            matrix, offset=(14, 3)
        )  # the cell of positive reviews that are predicted as negative
        wanted = counts["positive", matrix._columns[matrix.cursor_coordinate.column]]
        await until(pilot, lambda: title(screen) == f"Highest loss first: {wanted}")
        assert matrix.cursor_coordinate.row == 2


async def test_the_words_of_a_review_are_tinted(app: SeqtuiApp, run: Run) -> None:
    worst = evaluated_reviews(run).reviews[0]
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        words = screen.query_one("#words", Static)
        await until(pilot, lambda: "words that raise and lower 'positive'" in str(words.content))
        assert {"$success", "$error"} <= {str(span.style).split()[0] for span in words.content.spans}  # type: ignore[union-attr]
        assert f"{worst.tokens} tokens" in shown(screen, "#decision")
        await pilot.press("down")
        second = evaluated_reviews(run).reviews[1]
        await until(pilot, lambda: f"{second.tokens} tokens" in shown(screen, "#decision"))


async def test_relabel_undo_and_note(app: SeqtuiApp, run: Run, runs_dir: Path) -> None:
    first, second, third = evaluated_reviews(run).reviews[:3]
    path = runs_dir / "imdb-25k.corrections.jsonl"
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        await pilot.press("1", "P", "n")  # negative, positive
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"a riddle P", "enter")
        await until(pilot, lambda: "3 decided" in shown(screen, "#status"))
        assert "note: a riddle P" in shown(screen, "#decision")
        read = read_corrections(path)
        decided = [
            (done.old, done.new, done.note)
            for done in map(read.of, (first.text, second.text, third.text))
            if done
        ]
        assert decided == [
            (first.label, "negative", None),
            (second.label, "positive", None),
            (third.label, third.label, "a riddle P"),
        ]
        await pilot.press("3")
        await pilot.pause()
        assert any("there are 2 labels" in note.message for note in app._notifications)
        await pilot.press("u", "u")
        await until(pilot, lambda: "1 decided" in shown(screen, "#status"))
        assert read_corrections(path).of(second.text) is None
        await pilot.press("escape")
        await pilot.press("m")  # the decisions are read again
        await until(pilot, lambda: isinstance(app.screen, MistakesScreen) and app.screen is not screen)
        again = app.screen
        await until(pilot, lambda: "1 decided" in shown(again, "#status"))
        await pilot.press("u")  # the selected review's, since nothing was decided on this screen
        await until(pilot, lambda: "0 decided" in shown(again, "#status"))
        await pilot.press("u")
        await until(pilot, lambda: any("no correction of this text" in n.message for n in app._notifications))
    assert read_corrections(path).of(first.text) is None


async def test_keys_that_are_typed_ahead_go_to_one_review_each(
    app: SeqtuiApp, run: Run, runs_dir: Path
) -> None:
    reviews = evaluated_reviews(run).reviews
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        for key in "12121uu":
            app.simulate_key(key)
        app.simulate_key("escape")  # the screen is closed while the decisions are written
        await until(pilot, lambda: app.screen is not screen)
        path = runs_dir / "imdb-25k.corrections.jsonl"
        await until(pilot, lambda: path.exists() and len(path.read_text().splitlines()) == 7)
    read = read_corrections(path)
    decided = [done.new if (done := read.of(review.text)) else None for review in reviews[:6]]
    assert decided == ["negative", "positive", "negative", None, None, None]


async def test_search_probability_and_length(app: SeqtuiApp, run: Run) -> None:
    reviews = evaluated_reviews(run).reviews
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        await pilot.press("slash", *"worst 1")
        wanted = len(ReviewFilter(search="worst 1").apply(reviews))
        await until(pilot, lambda: title(screen) == f"Highest loss first: {wanted}")
        assert "0 decided" in shown(screen, "#status")  # the digit is text
        await pilot.press("backspace", "backspace", "enter")
        wanted = len(ReviewFilter(search="worst").apply(reviews))
        await until(pilot, lambda: title(screen) == f"Highest loss first: {wanted}")
        await pilot.press("p", "l", "l")
        chosen = ReviewFilter(search="worst", min_probability=0.9, min_length=51, max_length=200)
        wanted = len(chosen.apply(reviews))
        await until(pilot, lambda: title(screen) == f"Highest loss first: {wanted}")
        assert str(screen.query_one("#list-panel").border_subtitle) == "p: ≥ 90 %  l: 51–200 tokens"
        await pilot.press("escape")
        assert screen.query_one("#search", Input).value == ""
        assert app.screen is screen


async def test_the_threshold_moves_with_its_figures_and_is_exported(
    app: SeqtuiApp, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[tuple[str, ...]] = []

    def command(*arguments: str) -> Command:
        commands.append(arguments)
        return Command("--help")

    monkeypatch.setattr(export, "Command", command)
    found = evaluated_reviews(run)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        assert not screen.query_one("#threshold").display
        await pilot.press(*["plus"] * 13, "minus", *["right_square_bracket"] * 11, "left_square_bracket")
        figures = found.figures(0.62, 0.1)
        assert shown(screen, "#threshold") == (
            f"positive from 0.62 ± 0.10, {figures.unsure} unsure: precision {figures.precision:.1%}, recall "
            f"{figures.recall:.1%}, F1 {figures.f1:.1%}"
        )
        decided = found.decided_by(0.62, 0.1)
        matrix = screen.query_one(ConfusionMatrix)
        await until(
            pilot, lambda: len(matrix.columns) == 4 and str(matrix.get_row_at(0)[3]) == str(figures.unsure)
        )
        shown_counts = [[int(str(cell)) for cell in matrix.get_row_at(row)[1:]] for row in (1, 2)]
        assert shown_counts == decided.confusion.tolist()
        wrong = sum(review.is_mistake for review in decided.reviews)
        await until(pilot, lambda: f"{wrong} mistakes" in shown(screen, "#status"))

        await pilot.press("shift+tab", "right", "right", "right")
        await until(pilot, lambda: title(screen) == f"Highest loss first: {figures.unsure}")
        await pilot.press("1")  # decided, and still so when the threshold moves again
        await until(pilot, lambda: "1 decided" in shown(screen, "#status"))
        await pilot.press("minus")
        fewer = found.figures(0.61, 0.1).unsure
        await until(pilot, lambda: title(screen) == f"Highest loss first: {fewer}")
        assert "1 decided" in shown(screen, "#status")
        await pilot.press(*["right_square_bracket"] * 30)
        assert any("must be above 0 and below 1" in note.message for note in app._notifications)
        assert "positive from 0.61 ± 0.38" in shown(screen, "#threshold")
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
    assert commands[0][-2:] == ("--threshold=0.61", "--abstain=0.38")


async def test_test_reviews_are_shown_after_asking(app: SeqtuiApp, run: Run) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("n")
        await until(pilot, lambda: app.screen is screen)
        assert not run.test_seen
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "1,320 test reviews" in shown(screen, "#status"))
        assert title(screen) == "Highest loss first: 200 of 1,320"
        assert run.test_seen
        await pilot.press("t")
        await until(pilot, lambda: "268 validation reviews" in shown(screen, "#status"))


async def test_without_an_exported_file_the_screen_says_how_to_make_one(app: SeqtuiApp, run: Run) -> None:
    run.onnx_path.unlink()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        await until(pilot, lambda: "seqtui export runs/small --onnx" in shown(screen, "#words"))
        assert "x: export it" in shown(screen, "#words")
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))


async def test_what_cannot_be_shown_or_written_is_reported(
    app: SeqtuiApp, runs_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = record(runs_dir, "finished", STATES["finished"])
    failed = record(runs_dir, "failed", STATES["failed"])
    async with app.run_test(size=(120, 36)) as pilot:
        app.show_mistakes(failed)
        await pilot.pause()
        assert any("failed: no mistakes to show" in note.message for note in app._notifications)
        app.show_mistakes(run)
        await until(pilot, lambda: isinstance(app.screen, MistakesScreen) and app.screen.is_ready)
        await until(pilot, lambda: "runs/finished: " in shown(app.screen, "#decision"))
        await pilot.press("1", "u", "n", "slash", "p", "t", "escape")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(mistakes, "evaluated_reviews", lambda run, _: fake_reviews(run))
        monkeypatch.setattr(review_list, "add_correction", full)
        app.show_mistakes(run)
        await until(pilot, lambda: isinstance(app.screen, MistakesScreen) and app.screen.is_ready)
        await until(pilot, lambda: "1 decided" in shown(app.screen, "#status"))
        await pilot.press("1")
        await until(pilot, lambda: any("No space left" in note.message for note in app._notifications))
        assert "1 decided" in shown(app.screen, "#status")


async def test_train_again_with_the_corrections(app: SeqtuiApp, run: Run, runs_dir: Path) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await mistakes_screen(pilot)
        await pilot.press("1")
        await until(pilot, lambda: "1 decided" in shown(screen, "#status"))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        file = str((runs_dir / "imdb-25k.corrections.jsonl").absolute())
        await until(pilot, lambda: app.screen.query_one("#corrections", Input).value == file)
        form = app.screen
        assert isinstance(form, TrainScreen)
        recipe = form._check()
        assert recipe is not None
        assert recipe.corrections == file
        assert recipe.limit == 4000
    assert run.recipe.corrections is None
