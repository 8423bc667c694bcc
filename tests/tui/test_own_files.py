"""The user's own files in the app: path fields, the file tree, columns and the preview."""

import csv
import shlex
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, DirectoryTree, Input, OptionList, Select

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.commands import CommandResult
from seqtui.tui.screens import score
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.file_picker import FilePickerScreen
from seqtui.tui.screens.score import ScoreScreen, default_scores_path
from seqtui.tui.screens.train import TrainScreen
from seqtui.tui.widgets import source
from seqtui.tui.widgets.preview import Preview
from seqtui.tui.widgets.source import SourcePanel
from tests.own_data import write_four_labels
from tests.tui.conftest import HOSTILE, STATES, FakeCommand, record, shown, until

HEADER = ["id", "review", "stars", "sentiment"]


def write_reviews(path: Path, header: list[str] = HEADER, per_label: int = 30) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in range(2 * per_label):
            writer.writerow([row, f"the room number {row} was fine", row % 5, ("bad", "good")[row % 2]])
    return path


def choices(select: Select[Any]) -> list[str]:
    return [str(prompt) for prompt, _ in select._options]


def option(select: Select[Any], column: str) -> Any:
    values: list[Any] = [value for _, value in select._options]
    return next(value for value in values if value[0] == column)


def drawn(app: SeqtuiApp) -> str:
    """Return the text on the screen, after checking that it contains no control characters."""
    lines = [line.text for line in app.screen._compositor.render_strips()]
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in "".join(lines))
    return "\n".join(lines)


async def name_source(pilot: Pilot[None], text: str, expected: str) -> SourcePanel:
    pilot.app.screen.query_one("#data", Input).value = text
    await until(pilot, lambda: expected in shown(pilot.app.screen, "#reviews"))
    return pilot.app.screen.query_one(SourcePanel)


async def test_a_file_fills_the_columns_the_preview_and_the_counts(app: SeqtuiApp, tmp_path: Path) -> None:
    write_reviews(tmp_path / "my data" / "hotels.csv")
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        panel = await name_source(pilot, "'my data/hotels.csv'", "60 reviews: 48 training")
        assert panel.settings() == {"data": str(tmp_path / "my data" / "hotels.csv")}
        assert shown(app.screen, "#layout") == "CSV, separator ',', encoding utf-8"
        assert choices(app.screen.query_one("#text_column", Select)) == ["detected: review", *HEADER]
        assert choices(app.screen.query_one("#label_column", Select)) == [
            "detected: sentiment", "sentiment", "id", "review", "stars",
        ]  # fmt: skip
        assert "review [text]" in drawn(app)
        assert "the room number 4 was fine" in drawn(app)
        assert "detected: sentiment" in drawn(app)


async def test_a_file_with_semicolons_is_read_by_the_real_commands(runs_dir: Path, tmp_path: Path) -> None:
    path = write_reviews(tmp_path / "hotels.csv")
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        await name_source(pilot, f"file://{path}", "60 reviews: 48 training")
        assert "separator ';'" in shown(app.screen, "#layout")
        await until(pilot, lambda: "sentiment [label]" in drawn(app))


async def test_a_chosen_label_column_is_counted_and_used_for_training(
    app: SeqtuiApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Recipe] = []

    async def train(recipe: Recipe, name: str | None, **_: object) -> None:
        del name
        started.append(recipe)

    monkeypatch.setattr(app, "train", train)
    path = write_reviews(tmp_path / "hotels.csv")
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        await name_source(pilot, "hotels.csv", "good")
        stars = app.screen.query_one("#label_column", Select)
        stars.value = option(stars, "stars")
        await until(pilot, lambda: "stars [label]" in drawn(app))
        await until(pilot, lambda: "Activation softmax" in shown(app.screen, "#network"))
        await pilot.press("f5")
        await until(pilot, lambda: bool(started))
        assert (started[0].data, started[0].text_column, started[0].label_column) == (
            str(path),
            None,
            "stars",
        )
        await name_source(pilot, "imdb-25k", "25,000 reviews")  # it has no columns, so the choice is cleared
        assert not app.screen.query_one("#label_column", Select).region
        networks = app.screen.query_one("#networks", OptionList)
        await until(pilot, lambda: networks.highlighted == list(CATALOGUE).index("cnn-lstm"))
        await pilot.press("f5")  # at once: its settings are taken, though they may not be shown yet
        await until(pilot, lambda: len(started) == 2)
        assert started[1].to_settings() == Recipe().to_settings()


@pytest.mark.parametrize(
    ("typed", "path"),
    [("~no-such-user/a.jsonl", "~no-such-user/a.jsonl"), ("'my labels.jsonl'", "my labels.jsonl")],
)
async def test_a_path_in_the_recipe_is_parsed_like_that_of_the_source(
    app: SeqtuiApp, tmp_path: Path, typed: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected: list[Recipe | None] = []
    monkeypatch.setattr(app, "expect", expected.append)
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        app.screen.query_one("#corrections", Input).value = typed
        await until(pilot, lambda: bool(expected and expected[-1] and expected[-1].corrections))
        assert expected[-1] is not None
        assert expected[-1].corrections == str(tmp_path / path)


async def test_control_characters_in_a_path_of_the_recipe_are_a_problem(app: SeqtuiApp) -> None:
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        app.screen.query_one("#corrections", Input).value = "file:///a%1bb"
        await until(pilot, lambda: "characters that cannot be shown" in shown(app.screen, "#problem"))
        assert app.screen.query_one("#start", Button).disabled
        await pilot.press("f8")
        await pilot.pause()
        assert isinstance(app.screen, TrainScreen)


async def test_a_column_that_is_not_detected_must_be_chosen(app: SeqtuiApp, tmp_path: Path) -> None:
    write_reviews(tmp_path / "hotels.csv", ["id", "review", "stars", "mood"])
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        await name_source(pilot, "hotels.csv", "which column contains the labels?")
        await until(pilot, lambda: "which column" in shown(app.screen, "#problem"))
        assert app.screen.query_one("#start", Button).disabled
        label = app.screen.query_one("#label_column", Select)
        assert choices(label)[0] == "choose a column"
        label.value = option(label, "review")
        await until(pilot, lambda: "are the same" in shown(app.screen, "#problem"))
        label.value = option(label, "mood")
        await until(pilot, lambda: "good" in shown(app.screen, "#reviews"))
        assert not app.screen.query_one("#start", Button).disabled


@pytest.mark.parametrize(
    ("name", "problem"), [("no-such.csv", "no such file"), ("empty.broken", "holds no reviews")]
)
async def test_an_unreadable_source_clears_the_previous_one(
    app: SeqtuiApp, tmp_path: Path, name: str, problem: str
) -> None:
    write_reviews(tmp_path / "hotels.csv")
    (tmp_path / "empty.broken").touch()
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        await name_source(pilot, "hotels.csv", "good")
        panel = await name_source(pilot, name, problem)
        await pilot.pause()
        assert "60 reviews" not in drawn(app)
        assert "room number" not in drawn(app)
        assert not panel.query_one(Preview).display
        assert not app.screen.query_one("#label_column", Select).region
        assert problem in shown(app.screen, "#problem")
        assert app.screen.query_one("#start", Button).disabled
        await name_source(pilot, "hotels.csv", "60 reviews")
        assert not app.screen.query_one("#start", Button).disabled


async def test_a_late_result_for_another_source_is_ignored(
    app: SeqtuiApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reviews(tmp_path / "first.csv", per_label=10)
    write_reviews(tmp_path / "second.csv", per_label=30)
    waiting: list[FakeCommand] = []

    class Delayed(FakeCommand):
        """Command that returns the result for the first file only after it was cancelled."""

        def run(self) -> Iterator[str | CommandResult]:
            if str(tmp_path / "first.csv") in self._arguments:
                waiting.append(self)
                while not self._cancelled:
                    time.sleep(0.01)
            yield from super().run()

    monkeypatch.setattr(source, "Command", Delayed)
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        app.screen.query_one("#data", Input).value = "first.csv"
        await until(pilot, lambda: bool(waiting))
        await name_source(pilot, "second.csv", "60 reviews")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "60 reviews" in shown(app.screen, "#reviews")


async def test_a_recipe_sets_the_source_and_its_columns(app: SeqtuiApp, tmp_path: Path) -> None:
    path = write_reviews(tmp_path / "hotels.csv")
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TrainScreen)
        await screen.load_recipe(Recipe(data=str(path), label_column="stars"))
        await until(pilot, lambda: screen.query_one(SourcePanel).labels == 5)
        assert "stars [label]" in drawn(app)
        await screen.load_recipe(Recipe(data=str(path), label_column="no\x1b[2Jne"))
        await until(pilot, lambda: "no column 'no [2Jne'" in shown(screen, "#layout"))
        await until(pilot, lambda: "good" in shown(screen, "#reviews"))
        drawn(app)


async def test_hostile_cells_columns_and_names_stay_text(app: SeqtuiApp, tmp_path: Path) -> None:
    odd = HOSTILE.replace("\ud800", "").replace("\x00", "").replace("\n", " ")
    path = write_reviews(tmp_path / "we[red]ird[@click=app.quit]x.csv", [odd, f"{odd} 2", "review", "label"])
    path.write_text(path.read_text().replace("the room", f"[/]{odd}"), encoding="utf-8")
    async with app.run_test(size=(130, 44)) as pilot:
        await pilot.pause()
        await name_source(pilot, path.name, "24 reviews:")
        assert "[/]" in drawn(app)
        for column in ("#text_column", "#label_column"):
            app.screen.query_one(column, Select).focus()
            await pilot.press("enter")
            assert "[/b][red]boo[/]" in drawn(app)
            await pilot.press("escape")
        app.screen.query_one("#data", Input).value = HOSTILE
        await pilot.pause()
        drawn(app)
        app.screen.query_one("#data", Input).value = ""
        app.screen.query_one("#data", Input).focus()
        await pilot.press("down")
        await until(pilot, lambda: "[@click=app.quit]" in drawn(app))


async def test_completions_are_chosen_with_the_keyboard(
    app: SeqtuiApp, tmp_path: Path, runs_dir: Path
) -> None:
    used = write_reviews(tmp_path / "old" / "hotels.csv")
    write_reviews(tmp_path / "tree" / "new hotels.csv")
    record(runs_dir, "finished", STATES["finished"], Recipe(data=str(used)))
    record(runs_dir, "stopped", STATES["stopped"], Recipe(data="/moved/away.csv"))
    async with app.run_test(size=(130, 44)) as pilot:
        await app.workers.wait_for_complete()
        data = app.screen.query_one("#data", Input)
        field = app.screen.query_one(SourcePanel).field
        offered = field.query_one(OptionList)
        data.focus()
        await pilot.press("down")
        await until(pilot, lambda: offered.option_count > 2)
        assert [str(offered.get_option_at_index(index).prompt) for index in range(4)] == [
            str(used), "imdb-25k", "imdb", "old/",
        ]  # fmt: skip
        await pilot.press("enter")
        await until(pilot, lambda: data.value == str(used))
        assert not offered.region

        data.value = ""
        await pilot.press("t")
        await until(pilot, lambda: offered.highlighted == 0)
        await pilot.press("tab")
        await until(pilot, lambda: data.value == "tree/" and offered.highlighted is None)
        await pilot.press("down", "down", "up", "enter")
        await until(pilot, lambda: data.value == "tree/new hotels.csv")
        assert data.has_focus
        assert not offered.region
        await until(pilot, lambda: "60 reviews" in shown(app.screen, "#reviews"))
        await pilot.press("backspace")
        await until(pilot, lambda: bool(offered.region))
        await pilot.press("escape")
        await pilot.pause()
        assert not offered.region
        await pilot.press("tab")
        assert not data.has_focus


async def test_a_file_is_picked_from_a_tree(app: SeqtuiApp, tmp_path: Path) -> None:
    write_reviews(tmp_path / "data" / "hotels.csv")
    (tmp_path / "data" / "picture.png").touch()
    (tmp_path / "data" / "bad\x1b[2J[b].csv").touch()
    (tmp_path / "data" / ".hidden").mkdir()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.screen.query_one("#data", Input).value = "data/"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, FilePickerScreen))
        tree = app.screen.query_one(DirectoryTree)
        await until(pilot, lambda: len(tree.root.children) == 2)
        assert "hotels.csv" in drawn(app)
        assert "bad [2J[b].csv" in drawn(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: any("rename it" in note.message for note in app._notifications))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        assert app.screen.query_one("#data", Input).value == "data/hotels.csv"
        await until(pilot, lambda: "60 reviews" in shown(app.screen, "#reviews"))


async def test_a_folder_is_picked_and_the_tree_goes_up(app: SeqtuiApp, tmp_path: Path) -> None:
    for label in ("pos", "neg"):
        (tmp_path / "tree" / label).mkdir(parents=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.screen.query_one("#data", Input).value = "tree/pos/"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, FilePickerScreen))
        await pilot.press("backspace")
        tree = app.screen.query_one(DirectoryTree)
        await until(pilot, lambda: len(tree.root.children) == 2)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        assert app.screen.query_one("#data", Input).value == "tree"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, FilePickerScreen))
        for key in sorted(set(app.screen.active_bindings) - {"ctrl+q", "ctrl+c", "escape"}):
            await pilot.press(key)
        while app.screen.is_modal:
            await pilot.press("escape")
            await pilot.pause()
        assert isinstance(app.screen, TrainScreen)


@pytest.mark.parametrize(
    ("source_name", "scores"),
    [
        ("a/reviews.csv", "a/reviews.scores.csv"),
        ("reviews.jsonl.gz", "reviews.scores.jsonl.gz"),
        ("reviews.json", "reviews.scores.jsonl"),
        ("reviews.v2.pq", "reviews.v2.scores.parquet"),
        ("reviews.txt.zst", "reviews.scores.csv"),
        ("reviews", "reviews.scores.csv"),
        ("/", "/.scores.csv"),
    ],
)
def test_scores_are_written_next_to_the_reviews(source_name: str, scores: str) -> None:
    assert default_scores_path(Path(source_name)) == Path(scores)


@pytest.mark.usefixtures("starts_on_runs")
async def test_existing_scores_are_overwritten_only_after_confirmation(
    app: SeqtuiApp, recorded: dict[str, Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded["finished"].onnx_path.write_bytes(b"x")
    calls: list[tuple[Path, Path]] = []
    monkeypatch.setattr(
        ScoreScreen, "_score_file", lambda _screen, _model, source, output: calls.append((source, output))
    )
    monkeypatch.setattr(score, "Scorer", lambda _: None)
    path = write_reviews(tmp_path / "my hotels.csv")
    (tmp_path / "my hotels.scores.csv").touch()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await until(pilot, lambda: isinstance(app.screen.query_one("#model", Select).value, str))
        app.screen.query_one("#source", Input).value = shlex.quote(str(path))
        await pilot.pause()
        placeholder = app.screen.query_one("#scores", Input).placeholder
        assert placeholder == str(tmp_path / "my hotels.scores.csv")
        for key in ("n", "o"):
            await pilot.press("f5")
            await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            assert calls == []
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await until(pilot, lambda: calls == [(path, tmp_path / "my hotels.scores.csv")])
        app.screen.query_one("#scores", Input).value = "other.csv"
        await pilot.press("f5")
        await until(pilot, lambda: calls[-1] == (path, Path("other.csv")))


async def test_the_recommended_network_is_selected_until_the_user_selects_one(
    app: SeqtuiApp, tmp_path: Path
) -> None:
    few, many = write_four_labels(tmp_path, 20), tmp_path / "many.csv"
    many.write_text("text,label\n" + "".join(f"good number {n},{n % 2}\n" for n in range(2000)))
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, TrainScreen)
        networks = screen.query_one("#networks", OptionList)

        def selected() -> str | None:
            assert networks.highlighted is not None
            return networks.get_option_at_index(networks.highlighted).id

        assert selected() == "cnn-lstm"
        for data, network in ((few, "nb-ngrams"), (many, "ngrams-gru")):
            screen.query_one("#data", Input).value = str(data)
            expected = f"recommended: {network}"
            await until(pilot, partial(lambda text: text in shown(screen, "#reviews"), expected))
            await until(pilot, partial(lambda name: selected() == name, network))
        networks.highlighted = 0
        await until(pilot, lambda: "one LSTM over the words" in shown(screen, "#network"))
        screen.query_one("#data", Input).value = str(few)
        await until(pilot, lambda: "recommended: nb-ngrams" in shown(screen, "#reviews"))
        assert selected() == "lstm"
