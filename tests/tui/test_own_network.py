"""A network of one's own in the app: its file, its settings, and the question before its code runs."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, OptionList

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.architectures.network_file import NetworkFile
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.export import ExportScreen
from tests.architectures.own_networks import WORKS
from tests.tui.conftest import STATES, record, shown, until

UNTRUSTED = "Python code that you have not run before"


@pytest.fixture
def network(runs_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network file of a user who has trusted none."""
    del runs_dir
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "my_network.py"
    path.write_text(WORKS, encoding="utf-8")
    return path


@pytest.fixture
def started(app: SeqtuiApp, monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """Runs that the app has started; no trainer is started."""
    runs: list[Run] = []

    async def start(run: Run, **_: object) -> None:
        runs.append(run)

    monkeypatch.setattr(app, "_start", start)
    return runs


async def choose(pilot: Pilot[None], path: Path) -> None:
    """Choose the last entry of the list of networks and enter the path of a file."""
    pilot.app.screen.query_one("#networks", OptionList).highlighted = len(CATALOGUE)
    await pilot.pause()
    field = pilot.app.screen.query_one("#own", Input)
    field.focus()
    field.value = path.name
    await until(pilot, lambda: path.name in shown(pilot.app.screen, "#network"))
    await until(pilot, lambda: UNTRUSTED in shown(pilot.app.screen, "#network") or has_form(pilot))


def has_form(pilot: Pilot[None]) -> bool:
    return bool(pilot.app.screen.query("#set-units"))


async def answer(pilot: Pilot[None], key: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
    await pilot.press(key)
    await until(pilot, lambda: not isinstance(pilot.app.screen, ConfirmScreen))


def has_runs(pilot: Pilot[None]) -> bool:
    """Return whether the Runs screen is on top and has read the runs."""
    return any(table.row_count for table in pilot.app.screen.query("#runs").results(DataTable))


async def test_its_settings_are_shown_once_it_is_trusted_and_it_trains(
    app: SeqtuiApp, network: Path, started: list[Run]
) -> None:
    file = NetworkFile.read(network)
    async with app.run_test(size=(120, 44)) as pilot:
        await choose(pilot, network)
        assert UNTRUSTED in shown(app.screen, "#network")
        await pilot.press("enter")
        await answer(pilot, "n")
        assert not file.is_trusted
        assert not has_form(pilot)
        await pilot.press("f5")  # asks, too
        await answer(pilot, "n")
        assert (started, file.is_trusted) == ([], False)

        await pilot.press("enter")
        await answer(pilot, "y")
        await until(pilot, lambda: has_form(pilot))
        assert file.is_trusted
        app.screen.query_one("#set-units", Input).value = "16"
        await pilot.press("f5")
        await until(pilot, lambda: bool(started))
        (run,) = started
        assert (run.recipe.architecture, run.recipe.network_digest) == (str(network), file.digest)
        assert run.recipe.network == {"units": "16"}  # the trainer turns it into a number
        assert run.network_path.read_text(encoding="utf-8") == WORKS

        network.write_text(WORKS + "# changed", encoding="utf-8")
        await pilot.press("f5")
        await answer(pilot, "y")
        await until(pilot, lambda: len(started) == 2)
        assert started[1].network_path.read_text(encoding="utf-8").endswith("# changed")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.py", "none.py: cannot read the network: No such file or directory"),
        ("notes.txt", "a network of your own is a Python file; its name ends in .py"),
        ("", "a network of your own is a Python file; its name ends in .py"),
    ],
)
async def test_a_file_that_cannot_be_read_is_reported(
    app: SeqtuiApp, started: list[Run], name: str, problem: str
) -> None:
    async with app.run_test(size=(120, 44)) as pilot:
        app.screen.query_one("#networks", OptionList).highlighted = len(CATALOGUE)
        app.screen.query_one("#own", Input).value = name
        await until(pilot, lambda: shown(app.screen, "#problem").endswith(problem))
        await pilot.press("f5")
        await pilot.pause()
    assert not started


@pytest.mark.usefixtures("starts_on_runs")
async def test_a_run_of_someone_else_asks_before_it_is_resumed_or_exported(
    app: SeqtuiApp, network: Path, started: list[Run], runs_dir: Path
) -> None:
    file = NetworkFile.read(network)
    recipe = Recipe(architecture="/not/here/my_network.py", network_digest=file.digest)
    run = record(runs_dir, "stopped", STATES["stopped"], recipe)
    run.network_path.write_bytes(file.content)
    async with app.run_test(size=(120, 44)) as pilot:
        for key in ("c", "x"):
            await until(pilot, lambda: has_runs(pilot))
            await pilot.press(key)
            await answer(pilot, "n")
        assert (started, file.is_trusted) == ([], False)
        await pilot.press("x")
        await answer(pilot, "y")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        await pilot.press("escape")
        await until(pilot, lambda: has_runs(pilot))
        await pilot.press("c")  # does not ask again
        await until(pilot, lambda: bool(started))
    assert [run.name for run in started] == ["stopped"]


async def test_train_again_chooses_the_file(app: SeqtuiApp, network: Path, started: list[Run]) -> None:
    file = NetworkFile.read(network)
    file.trust()
    recipe = Recipe(architecture=str(network), network_digest=file.digest, network={"units": 16}, seed=7)
    async with app.run_test(size=(120, 44)) as pilot:
        await pilot.pause()
        app.train_again(recipe)
        await until(pilot, lambda: app.screen.query_one("#seed", Input).value == "7")
        await until(
            pilot, lambda: [field.value for field in app.screen.query("#set-units").results(Input)] == ["16"]
        )
        await pilot.press("f5")
        await until(pilot, lambda: bool(started))
    assert started[0].recipe.network == {"units": "16"}
