import csv
import os
import shutil
import signal
from pathlib import Path

import msgspec
import onnx
import psutil
import pytest
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Button, DataTable, Input, OptionList, Select, TextArea
from textual.widgets._footer import FooterKey

from exporters.text_input import _add_label, _Graph
from seqtui.architectures.catalogue import complete_recipe
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Finished, PhaseBegan, Started
from seqtui.scoring.decision import DecisionRule
from seqtui.studies.folder import StudyFolder
from seqtui.training.server import TrainerServer
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens import mistakes
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.export import ExportScreen
from seqtui.tui.screens.live import LiveScreen
from seqtui.tui.screens.runs import RunsScreen
from seqtui.tui.screens.score import ScoreScreen
from seqtui.tui.screens.train import TrainScreen
from tests.own_data import write_four_labels
from tests.tui.conftest import FINISHED, STATES, fake_reviews, live_screen, record, shown, until

HOSTILE_LABEL = r"\u001b[2J[/] no"


async def test_the_form_shows_the_detected_labels_and_sizes(app: SeqtuiApp, tmp_path: Path) -> None:
    data = write_four_labels(tmp_path, 20)
    data.write_text(data.read_text().replace("imdb negative", HOSTILE_LABEL))
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        screen = app.screen
        label_column = screen.query_one("#label_column", Select)
        assert not label_column.region  # a built-in source has no columns to choose
        screen.query_one("#data", Input).value = str(data)
        await until(pilot, lambda: "rotten_tomatoes neg" in shown(screen, "#reviews"))
        assert "64 training, 16 test" in shown(screen, "#reviews")
        assert "[/]" in shown(screen, "#reviews")
        assert "\x1b" not in shown(screen, "#reviews")
        await until(pilot, lambda: "Activation softmax" in shown(screen, "#network"))
        assert label_column.region


async def test_the_form_validates_while_typing(app: SeqtuiApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen = app.screen
        for field, value, problem in (
            ("epochs", "0", "epochs = 0"),
            ("epochs", "three", "epochs = 'three'"),
            ("learning_rate", "2", "learning_rate = 2"),
            ("patience", "-1", "patience = -1"),
            ("data", "/no/such/file", "no such file"),
        ):
            box = screen.query_one(f"#{field}", Input)
            before, box.value = box.value, value
            await pilot.pause()
            assert problem in shown(screen, "#problem")
            assert screen.query_one("#start", Button).disabled
            assert app._next_recipe is None
            box.value = before
            await pilot.pause()
            assert shown(screen, "#problem") == ""
            assert app._next_recipe == complete_recipe({})  # whose reviews are read meanwhile
        await pilot.press("f5")


async def test_a_preset_fills_the_form(app: SeqtuiApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.screen.query_one("#preset", Select).value = "the chapter's listing"
        await pilot.pause()
        values = {name: app.screen.query_one(f"#{name}", Select).value for name in ("schedule", "pooling")}
        assert values == {"schedule": "constant", "pooling": "last"}


async def test_a_network_sets_its_recommended_recipe_and_keeps_typed_values(app: SeqtuiApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        networks = app.screen.query_one("#networks", OptionList)

        async def values_with(network: str) -> list[str]:
            networks.highlighted = networks.get_option_index(network)
            await pilot.pause()
            return [
                app.screen.query_one(f"#{field}", Input).value for field in ("vocabulary_size", "max_length")
            ]

        assert await values_with("nb-ngrams") == ["30000", "2500"]
        assert await values_with("lstm") == ["5000", "500"]
        app.screen.query_one("#max_length", Input).value = "300"
        assert await values_with("nb-ngrams") == ["30000", "300"]


async def test_the_train_screen_shows_reviews_and_best_runs(app: SeqtuiApp, recorded: dict[str, Run]) -> None:
    del recorded
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "on these reviews: 85.00%" in shown(app.screen, "#network"))
        await until(pilot, lambda: "25,000 reviews" in shown(app.screen, "#reviews"))
        assert "216,505 parameters" in shown(app.screen, "#network")
        networks = app.screen.query_one("#networks", OptionList)
        assert "85.00%" in str(networks.get_option("cnn-lstm").prompt)
        app.screen.query_one("#data", Input).value = "imdb"  # other reviews: not comparable
        await until(pilot, lambda: "no run yet" in str(networks.get_option("cnn-lstm").prompt))
        networks.highlighted = 0
        await until(pilot, lambda: "Conv1D" not in shown(app.screen, "#network"))


async def test_the_score_screen_shows_the_label_of_a_threshold(
    app: SeqtuiApp, trained: Run, runs_dir: Path
) -> None:
    run = Run(shutil.copytree(trained.path, runs_dir / "small"))
    rule = DecisionRule(("negative", "positive"), 0.5, 0.49)
    model, label = onnx.load(run.onnx_path), _Graph()
    _add_label(label, rule)
    del model.graph.node[-2:]  # those of the most probable label
    names = next(constant for constant in model.graph.initializer if constant.name == "label/names")
    model.graph.initializer.remove(names)
    model.graph.node.extend(label.nodes)
    model.graph.initializer.extend(label.constants)
    onnx.helper.set_model_props(
        model, {"seqtui_format": "3", "labels": '["negative", "positive"]', "decision": rule.to_json()}
    )
    onnx.save(model, run.onnx_path)
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_go("score")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen) and app.screen.is_ready)
        await until(pilot, lambda: isinstance(app.screen.query_one("#model", Select).value, str))
        app.screen.query_one("#review", TextArea).text = "A wonderful film"
        await until(pilot, lambda: "label: unsure" in shown(app.screen, "#result"))


async def test_choose_train_export_and_score_with_the_real_trainer(
    runs_dir: Path,
) -> None:
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.screen.query_one("#limit", Input).value = "400"
        app.screen.query_one("#epochs", Input).value = "1"
        app.screen.query_one("#name", Input).value = "mine"
        app.screen.query_one("#pooling", Select).value = "attention"
        await pilot.press("f5")
        # On a busy machine, training may end before the test sees its screen.
        await until(pilot, lambda: isinstance(app.screen, LiveScreen | ExportScreen))
        await until(pilot, lambda: isinstance(Run.find("mine").end(), Finished))
        phases = [event.phase for event in Run.find("mine").events() if isinstance(event, PhaseBegan)]
        assert "loading TensorFlow" in phases
        await until(pilot, lambda: isinstance(app.screen, ExportScreen) and bool(app.screen.query("#parity")))
        await until(pilot, lambda: "verified on" in shown(app.screen, "#parity"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScoreScreen))
        await until(pilot, lambda: isinstance(app.screen.query_one("#model", Select).value, str))
        app.screen.query_one("#review", TextArea).text = "A wonderful film"
        await until(pilot, lambda: "words that raise" in shown(app.screen, "#result"))
        assert shown(app.screen, "#words") == "A wonderful film"
        await pilot.press("f6")
        await until(pilot, lambda: "much attention (F6: influence)" in shown(app.screen, "#result"))
        Path("reviews.txt").write_text("good\nbad\n", encoding="utf-8")
        app.screen.query_one("#source", Input).value = "reviews.txt"
        await pilot.press("f5")
        await until(pilot, lambda: "2 reviews scored" in shown(app.screen, "#file-progress"))
        with Path("reviews.scores.csv").open(newline="", encoding="utf-8") as file:
            assert [row["text"] for row in csv.DictReader(file)] == ["good", "bad"]
    summary = "\n".join(app.summary())
    assert "mine: finished, test accuracy" in summary
    assert "next: seqtui score" in summary
    assert "2 reviews scored" in summary


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_process_that_has_loaded_tensorflow_forks_trainers(
    runs_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrainerServer, "is_useful", lambda: True)
    recipe = Recipe.from_settings({"architecture": "fasttext", "limit": 60, "epochs": 1, "max_length": 20})
    app = SeqtuiApp(runs_dir, preload=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app._server is not None and app._server.is_ready)
        server = app._server
        assert server
        app.expect(recipe)
        await until(pilot, lambda: bool(server._read_ahead))
        await app.train(recipe, "forked", export_when_finished=False)
        run = Run((runs_dir / "forked").absolute())
        await until(pilot, lambda: run.state == "finished")
        (started,) = (event for event in run.events() if isinstance(event, Started))
        assert started.process_id != server._process.pid
        phases = [event.phase for event in run.events() if isinstance(event, PhaseBegan)]
        assert "reading reviews" not in phases  # they were read when TensorFlow was loaded
        assert app._server is server  # it can fork another one
    assert not server.is_alive  # the app has ended it


async def test_a_trainer_killed_from_outside_is_reported(runs_dir: Path) -> None:
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.train(
            Recipe(architecture="fasttext", limit=400, epochs=9000), "mine", export_when_finished=False
        )
        live = await live_screen(pilot)
        await until(pilot, lambda: live.monitor.progress.process_id is not None)
        pid = live.monitor.progress.process_id
        assert pid
        os.kill(pid, signal.SIGKILL)
        await until(pilot, lambda: "the trainer crashed" in shown(live, "#status"))
        await pilot.press("s", "e", "k")
        assert app.screen is live
    assert "crashed" in "".join(app.summary())


@pytest.mark.usefixtures("starts_on_runs")
async def test_stopping_after_the_epoch_is_confirmed_and_the_run_resumes(runs_dir: Path) -> None:
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.train(
            Recipe(architecture="fasttext", limit=400, epochs=9000), "mine", export_when_finished=False
        )
        live = await live_screen(pilot)
        await until(pilot, lambda: bool(live.monitor.progress.epochs))
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        await pilot.pause()
        assert not live.monitor.run.stop_after_epoch_requested
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: live.monitor.progress.end is not None)
        assert live.monitor.state == "stopped"
        assert 0 < len(live.monitor.progress.epochs) < 9000
        done = len(live.monitor.progress.epochs)
        await pilot.press("escape", "f3")
        await until(pilot, lambda: isinstance(app.screen, RunsScreen))
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count == 1)
        await pilot.press("c")
        again = await live_screen(pilot)
        await until(pilot, lambda: len(again.monitor.progress.epochs) > done)
        again.monitor.run.request_stop()
        await until(pilot, lambda: again.monitor.progress.end is not None)


@pytest.mark.usefixtures("starts_on_runs")
async def test_the_runs_screen_shows_a_running_search(
    app: SeqtuiApp, recorded: dict[str, Run], runs_dir: Path
) -> None:
    del recorded
    study = StudyFolder(runs_dir / "mine")
    study.path.mkdir()
    study.journal_path.touch()
    async with app.run_test(size=(120, 36)) as pilot:
        with study.lock():
            await pilot.press("f3")
            await until(pilot, lambda: isinstance(app.screen, RunsScreen))
            panel = app.screen.query_one("#runs-panel")
            await until(pilot, lambda: panel.border_subtitle == "searching: mine")
        await until(pilot, lambda: not panel.border_subtitle)
        assert app.screen.query_one(DataTable).row_count == len(STATES)  # a study is not a run


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_trial_of_a_search_shows_its_validation_accuracy(app: SeqtuiApp, runs_dir: Path) -> None:
    end = msgspec.structs.replace(FINISHED, test_accuracy=None)
    trial = record(
        runs_dir, "trial", [*STATES["finished"][:-1], end], Recipe(validation_split=0.2, evaluate_test=False)
    )
    async with app.run_test(size=(120, 36)) as pilot:
        app.open_run(trial)
        screen = await live_screen(pilot)
        await until(pilot, lambda: screen.is_mounted and "validation, " in shown(screen, "#facts"))
        assert str(screen.query_one("#examples-panel").border_title) == "Validation reviews"
    assert any("validation accuracy" in line for line in app.summary())


@pytest.mark.usefixtures("starts_on_runs")
async def test_the_runs_screen_compares_pins_sorts_and_deletes(
    app: SeqtuiApp, recorded: dict[str, Run], runs_dir: Path
) -> None:
    record(runs_dir, "lstm", STATES["finished"], Recipe(architecture="lstm", seed=7))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, RunsScreen))
        table = app.screen.query_one(DataTable)
        await until(pilot, lambda: table.row_count == len(STATES) + 1)

        def select(name: str) -> None:
            table.move_cursor(row=[str(key.value) for key in table.rows].index(name))

        states = {str(table.get_row(name)[1]): str(table.get_row(name)[2]) for name in STATES}
        assert states["running"] == "running"
        assert states["crashed"].startswith("crashed: killed, or out of memory")
        assert states["failed"].startswith("failed: the loss became nan")
        for name in ("lstm", "finished"):
            select(name)
            await pilot.pause()
            await pilot.press("space")
        await pilot.pause()
        differences = shown(app.screen, "#differences")
        assert "architecture" in differences
        assert "seed" in differences
        assert "epochs" not in differences
        select("stopped")
        await pilot.press("p")
        await pilot.pause()
        assert str(next(iter(table.rows)).value) == "stopped"
        await pilot.press("o", "o", "o", "o", "o")
        await pilot.pause()
        assert [str(key.value) for key in table.rows][:2] == ["stopped", "lstm"]
        select("failed")
        await pilot.pause()
        await pilot.press("d", "n")
        await pilot.pause()
        assert recorded["failed"].path.exists()
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: not recorded["failed"].path.exists())
        select("running")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert recorded["running"].path.exists()


@pytest.mark.parametrize("over_the_form", [False, True])
async def test_train_again_fills_the_form_with_the_recipe(
    app: SeqtuiApp, runs_dir: Path, over_the_form: bool
) -> None:
    run = record(runs_dir, "lstm", STATES["finished"], Recipe(architecture="lstm", seed=7))
    async with app.run_test(size=(120, 36)) as pilot:
        if over_the_form:
            app.open_run(run)
            await live_screen(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: app.screen.query_one(DataTable).row_count == 1)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        await until(pilot, lambda: app.screen.query_one("#seed", Input).value == "7")
        assert app.screen.query_one("#networks", OptionList).highlighted == 0


@pytest.mark.usefixtures("starts_on_runs")
async def test_quitting_while_a_run_trains_is_confirmed(app: SeqtuiApp, recorded: dict[str, Run]) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, RunsScreen)
        app.open_run(recorded["running"])
        await pilot.press("ctrl+q")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
    assert not recorded["running"].stop_requested
    assert "still training: seqtui watch" in "".join(app.summary())


async def test_a_terminal_that_is_too_small_shows_a_notice(app: SeqtuiApp) -> None:
    async with app.run_test(size=(50, 15)) as pilot:
        await pilot.pause()
        assert "50×15 is too small" in shown(app.screen, "#small")
        assert not app.screen.query_one("#choose").display
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert app.screen.query_one("#choose").display


def footer_keys(app: SeqtuiApp) -> list[str]:
    return [key.description for key in app.screen.query(FooterKey)]


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_run_that_has_ended_cannot_be_stopped(app: SeqtuiApp, recorded: dict[str, Run]) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        for state, offered in (("running", True), ("finished", False), ("crashed", False)):
            app.open_run(recorded[state])
            await live_screen(pilot)
            await until(pilot, lambda: "View" in footer_keys(app))
            for description in ("Stop", "Kill"):
                assert (description in footer_keys(app)) == offered
            for key in ("s", "e", "k"):
                assert (key in app.screen.active_bindings) == offered
            await pilot.press("escape")


@pytest.mark.usefixtures("starts_on_runs")
@pytest.mark.parametrize(
    ("screen", "offered"),
    [
        ("train", {"Start", "Open", "Train", "Runs", "Score"}),
        ("score", {"Score file", "Open", "Train", "Runs", "Score"}),
        ("runs", {"Open", "Resume", "Export", "Delete", "Train", "Score"}),
        ("running", {"Stop", "Kill", "View", "Log", "Export", "Back"}),
        ("export", {"Score", "Export 8-bit", "Write report", "Back"}),
        ("mistakes", {"Relabel", "Undo", "Note", "Search", "Back"}),
    ],
)
async def test_the_footer_fits_into_80_columns(
    app: SeqtuiApp, recorded: dict[str, Run], screen: str, offered: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        match screen:
            case "running":
                app.open_run(recorded[screen])
            case "export":
                app.export(recorded["finished"])
            case "mistakes":
                monkeypatch.setattr(mistakes, "evaluated_reviews", lambda run, _: fake_reviews(run))
                app.show_mistakes(recorded["finished"])
            case _:
                app.action_go(screen)
        await until(pilot, lambda: offered <= set(footer_keys(app)))
        *keys, palette = app.screen.query(FooterKey)
        assert {key.description for key in keys} == offered | {"Help", "Quit"}
        assert max(key.region.right for key in keys) <= palette.region.x


def has_found(pilot: Pilot[None], title: str) -> bool:
    """Return whether the command palette has found a command, which Enter runs."""
    found = list(pilot.app.screen.query(CommandList))
    return bool(found) and found[0].highlighted == 0 and title in str(found[0].get_option_at_index(0).prompt)


@pytest.mark.usefixtures("starts_on_runs")
async def test_the_command_palette_runs_actions_that_the_footer_does_not_show(
    app: SeqtuiApp, recorded: dict[str, Run]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_run(recorded["running"])
        await until(pilot, lambda: "Stop" in footer_keys(app))
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert {"Stop after epoch", "Smooth", "Log axis"} <= set(titles)
        await pilot.press("ctrl+p", *"log axis")
        await until(pilot, lambda: has_found(pilot, "Log axis"))
        await pilot.press("enter")
        await until(
            pilot,
            lambda: any("log axis" in str(panel.border_title) for panel in app.screen.query("#loss-panel")),
        )


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_failed_kill_or_stop_is_reported(
    app: SeqtuiApp, recorded: dict[str, Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise psutil.AccessDenied

    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "stop")

    messages: list[str] = []
    monkeypatch.setattr(app, "show_error", lambda error: messages.append(str(error)))
    async with app.run_test(size=(120, 36)) as pilot:
        app.open_run(recorded["running"])
        await live_screen(pilot)

        async def confirm(key: str) -> None:
            await until(pilot, lambda: "Stop" in footer_keys(app))
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            await pilot.press("y")
            await until(pilot, lambda: not isinstance(app.screen, ConfirmScreen))

        await confirm("k")
        assert "there is no process" in messages[-1]
        monkeypatch.setattr(psutil.Process, "__init__", denied)
        await confirm("k")
        assert "it belongs to another user" in messages[-1]
        monkeypatch.setattr(Run, "request_stop", read_only)
        await confirm("s")
        assert "Permission denied" in messages[-1]


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_screenshot_needs_no_downloads_folder(
    app: SeqtuiApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.deliver_screenshot()
        await until(pilot, lambda: bool(list(tmp_path.glob("seqtui*.svg"))))


async def test_the_title_does_not_repeat_the_default_folder(app: SeqtuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: shown(app.screen, "#title") == "seqtui ▸ runs")
