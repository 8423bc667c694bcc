"""The app: its rooms, the ways between them, and what it starts."""

import asyncio
import gc
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import psutil
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.terminal.sanitize import printable
from seqtui.training.process import start_trainer
from seqtui.tui.job_control import JobControl
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.train import TrainScreen
from seqtui.tui.themes import COLOUR_BLIND_SAFE

if TYPE_CHECKING:
    from seqtui.tui.monitor import Monitor
    from seqtui.tui.screens.runs import RunsScreen
    from seqtui.tui.screens.score import ScoreScreen


def _runs() -> "RunsScreen":
    from seqtui.tui.screens.runs import RunsScreen

    return RunsScreen()


def _score() -> "ScoreScreen":
    from seqtui.tui.screens.score import ScoreScreen

    return ScoreScreen()


def _need_tensorflow() -> None:
    if find_spec("tensorflow") is None:
        raise InputError("training needs TensorFlow; pip install 'seqtui[train]'")


class SeqtuiApp(App[None]):
    """The terminal app.

    Args:
        runs_dir: Where run folders live.
        theme: A theme's name. Default: Textual's dark one.
        ascii_only: Draw bars and curves with ASCII characters only.
    """

    TITLE = "seqtui"
    CSS_PATH = "app.tcss"
    # Only the first room is imported at once; the others when somebody enters them.
    MODES: ClassVar[dict[str, object]] = {"train": TrainScreen, "runs": _runs, "score": _score}  # type: ignore[assignment]
    DEFAULT_MODE = "train"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help"),
        Binding("f2", "go('train')", "Train"),
        Binding("f3", "go('runs')", "Runs"),
        Binding("f4", "go('score')", "Score"),
        Binding("ctrl+q", "quit", "Quit", priority=True),
        Binding("ctrl+z", "suspend_process", "Suspend", priority=True, show=False),
    ]

    def __init__(self, runs_dir: Path, *, theme: str | None = None, ascii_only: bool = False) -> None:
        super().__init__()
        self.runs_dir = runs_dir
        self.ascii_only = ascii_only
        self.exit_messages: list[str] = []
        self._opened: dict[Path, Run] = {}
        self._trainers: list[subprocess.Popen[bytes]] = []
        self._job_control: JobControl | None = None
        for safe in COLOUR_BLIND_SAFE:
            self.register_theme(safe)
        if theme is not None:
            if theme not in self.available_themes:
                raise InputError(
                    f"--theme {theme}: no such theme; choose from {', '.join(self.available_themes)}"
                )
            self.theme = theme

    def on_mount(self) -> None:
        """End in order on a signal to end; the terminal is then restored."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # no such loop, or not the main thread
            for ending in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(ending, self.exit)
            if self._driver is not None and JobControl.is_supported(self._driver):
                self._job_control = JobControl(self._driver, lambda: self.refresh(layout=True))
                self._job_control.install()
        self.set_interval(1.0, self._reap)
        self.call_after_refresh(gc.enable)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer Ctrl-Z only where the terminal has job control."""
        if action == "suspend_process":
            return self._job_control is not None
        return super().check_action(action, parameters)

    def action_suspend_process(self) -> None:
        """Stop the app until the shell continues it."""
        if self._job_control is not None:
            self._job_control.suspend()

    def _reap(self) -> None:
        self._trainers = [trainer for trainer in self._trainers if trainer.poll() is None]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers beside the keys."""
        yield from super().get_system_commands(screen)
        yield SystemCommand("Train", "Choose a network and start", lambda: self.action_go("train"))
        yield SystemCommand("Runs", "All runs, live and past", lambda: self.action_go("runs"))
        yield SystemCommand("Score", "Score reviews with an exported file", lambda: self.action_go("score"))
        for run in Run.all(self.runs_dir)[:30]:
            yield SystemCommand(
                f"Open {printable(run.name, 60)}", "This run's curves", lambda run=run: self.open_run(run)
            )

    def action_help(self) -> None:
        """Show or hide the keys of the place where one is."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_go(self, mode: str) -> None:
        """Go to another room."""
        if not self.screen.is_modal:
            self.switch_mode(mode)

    async def train(self, recipe: Recipe, name: str | None, *, export_when_finished: bool) -> None:
        """Make a run, start its trainer and show it.

        Raises:
            InputError: If the name is taken, or TensorFlow is missing.
        """
        _need_tensorflow()
        await self._start(Run.create(self.runs_dir, recipe, name), export_when_finished=export_when_finished)

    async def resume(self, run: Run) -> None:
        """Go on with a run from its last checkpoint and show it.

        Raises:
            InputError: If it has finished, a trainer works in it, or TensorFlow is missing.
        """
        _need_tensorflow()
        await asyncio.to_thread(run.rewind)
        await self._start(run)

    async def _start(self, run: Run, *, export_when_finished: bool = False) -> None:
        self._trainers.append(await asyncio.to_thread(start_trainer, run))
        self.open_run(run, export_when_finished=export_when_finished)

    def open_run(self, run: Run, *, export_when_finished: bool = False) -> None:
        """Show a run, live or past."""
        from seqtui.tui.screens.live import LiveScreen

        try:
            live = LiveScreen(run, export_when_finished=export_when_finished)
        except InputError as error:  # a damaged recipe
            self.show_error(error)
            return
        self._opened[run.path] = run
        self.push_screen(live)

    def close(self, screen: "Screen[None]") -> None:
        """Close a screen that lies on a room."""
        if screen.is_current and len(self.screen_stack) > 1:
            self.pop_screen()

    def export(self, run: Run) -> None:
        """Export a run's best weights and show how it goes."""
        from seqtui.tui.screens.export import ExportScreen

        if not run.model_path.exists():
            self.show_error("no weights to export yet; they come with the first epoch")
            return
        self._opened[run.path] = run
        self.push_screen(ExportScreen(run))

    def train_again(self, recipe: Recipe) -> None:
        """Go to the form with a run's recipe in it."""
        self.switch_mode("train")

        def load_recipe() -> None:
            if isinstance(self.screen, TrainScreen):
                self.screen.load_recipe(recipe)

        self.call_after_refresh(load_recipe)

    def score_with(self, model: Path) -> None:
        """Go and try an exported file."""
        from seqtui.tui.screens.score import ScoreScreen

        self.switch_mode("score")

        def choose() -> None:
            if isinstance(self.screen, ScoreScreen):
                self.screen.choose(model)

        self.call_after_refresh(choose)

    def kill_trainer(self, monitor: "Monitor") -> None:
        """Kill the process that trains a run."""
        pid = monitor.progress.process_id
        for trainer in self._trainers:
            if trainer.pid == pid:
                trainer.kill()
                return
        if pid is not None:
            with suppress(psutil.Error):
                process = psutil.Process(pid)
                if "seqtui.training" in process.cmdline():  # the number may long be another's
                    process.kill()

    def show_error(self, problem: object) -> None:
        """Say what went wrong, for a moment."""
        self.notify(printable(str(problem), 300), severity="error", markup=False)

    async def action_quit(self) -> None:
        """Leave the app; with runs still training it asks, and leaves them to it."""
        training = [run for run in Run.all(self.runs_dir) if run.is_locked]
        if not training or isinstance(self.screen, ConfirmScreen):
            self.exit()
            return
        names = ", ".join(run.name for run in training[:3])

        def on_choice(answer: str | None) -> None:
            if answer == "s":
                for run in training:
                    run.request_stop()
            if answer:
                self.exit()

        self.push_screen(
            ConfirmScreen(
                f"{names} is still training. Quit and leave it training?",
                {"y": "Quit, it goes on", "s": "Stop it, keep the best, quit"},
            ),
            on_choice,
        )

    def summary(self) -> list[str]:
        """What happened, a line each, to be printed when the app is gone."""
        from seqtui.tui.monitor import Monitor

        lines = []
        for run in self._opened.values():
            with suppress(InputError, OSError):
                monitor = Monitor(run)
                while monitor.read_events():
                    pass
                monitor.check_trainer()
                lines.append(monitor.summary())
        return [*lines, *self.exit_messages]
