"""The terminal app: its screens, the navigation between them and the processes it starts."""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import psutil
from platformdirs import user_downloads_path
from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.architectures.network_file import NetworkFile, is_network_file, question
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.terminal.sanitize import printable
from seqtui.training.own_networks import create_run_folder, network_of_run
from seqtui.training.process import Trainer, start_trainer, trainer_server
from seqtui.training.server import TrainerServer
from seqtui.tui.job_control import JobControl
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.train import TrainScreen
from seqtui.tui.themes import COLOUR_BLIND_SAFE

if TYPE_CHECKING:
    from seqtui.corpora.choices import Choices
    from seqtui.scoring.decision import DecisionRule
    from seqtui.tui.monitor import Monitor
    from seqtui.tui.screens.base import BaseScreen
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
        runs_dir: Folder for runs.
        theme: Name of a theme. Default: ``textual-dark``.
        ascii_only: Draw bars and curves with ASCII characters only. Default: False.
        first: Creates the screen of a command, such as the Label screen, which is shown first; F7 shows it
            again. Default: there is none.
        preload: Start a process that loads TensorFlow and forks trainers, which start sooner; not on a
            machine with little free memory. Default: False.

    Raises:
        InputError: If there is no such theme.
    """

    TITLE = "seqtui"
    CSS_PATH = "app.tcss"
    # Only the first screen is imported at start; the others on first use.
    MODES: ClassVar[dict[str, object]] = {"train": TrainScreen, "runs": _runs, "score": _score}  # type: ignore[assignment]
    DEFAULT_MODE = "train"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help"),
        Binding("f2", "go('train')", "Train"),
        Binding("f3", "go('runs')", "Runs"),
        Binding("f4", "go('score')", "Score"),
        Binding("f7", "go('first')", "First screen", show=False),
        Binding("escape", "hide_help_panel", "Close help", show=False, priority=True),
        Binding("ctrl+q", "quit", "Quit", priority=True),
        Binding("ctrl+z", "suspend_process", "Suspend", priority=True, show=False),
    ]

    def __init__(
        self,
        runs_dir: Path,
        *,
        theme: str | None = None,
        ascii_only: bool = False,
        first: "Callable[[], BaseScreen] | None" = None,
        preload: bool = False,
    ) -> None:
        if first:
            self.DEFAULT_MODE = "first"  # type: ignore[misc] # of this app, not of the class
        super().__init__()
        self._has_first = first is not None
        if first:
            self.add_mode("first", first)
        self.runs_dir = runs_dir
        self.ascii_only = ascii_only
        self.exit_messages: list[str] = []
        self._opened: dict[Path, Run] = {}
        self._trainers: list[Trainer] = []
        self._preload = preload and find_spec("tensorflow") is not None
        self._server: TrainerServer | None = None
        self._next_recipe: Recipe | None = None
        self._recipe_before: Recipe | None = None  # a second ago
        self._job_control: JobControl | None = None
        for colour_blind_theme in COLOUR_BLIND_SAFE:
            self.register_theme(colour_blind_theme)
        if theme is not None:
            if theme not in self.available_themes:
                raise InputError(
                    f"--theme {theme}: no such theme; choose from {', '.join(self.available_themes)}"
                )
            self.theme = theme

    def on_mount(self) -> None:
        """Exit cleanly on SIGTERM and SIGHUP, so that the terminal is restored."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
            for name in ("SIGTERM", "SIGHUP"):
                if number := getattr(signal, name, None):  # Windows has no SIGHUP
                    asyncio.get_running_loop().add_signal_handler(number, self.exit)
            if self._driver is not None and JobControl.is_supported(self._driver):
                self._job_control = JobControl(self._driver, lambda: self.refresh(layout=True))
                self._job_control.install()
        self.set_interval(1.0, self._reap)
        self.call_after_refresh(gc.enable)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer Ctrl-Z with job control, F7 if a command has a screen, and Escape while help is shown."""
        if action == "hide_help_panel":
            return bool(self.screen_stack and self.screen.query("HelpPanel"))
        if (action, parameters) == ("go", ("first",)):
            return self._has_first
        if action == "suspend_process":
            return self._job_control is not None
        return super().check_action(action, parameters)

    def action_suspend_process(self) -> None:
        """Stop the app until the shell continues it."""
        if self._job_control is not None:
            self._job_control.suspend()

    def _reap(self) -> None:
        self._trainers = [trainer for trainer in self._trainers if trainer.poll() is None]
        if self._preload and self._server is None and not self._trainers:
            self._server = trainer_server()
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Read the reviews of the recipe in the form, unless it has changed within the last second."""
        recipe, before = self._next_recipe, self._recipe_before
        self._recipe_before = recipe
        if recipe and recipe == before and self._server and self._server.is_ready:
            self._server.read_ahead(recipe)

    def expect(self, recipe: Recipe | None) -> None:
        """Prepare for the training of a recipe: its reviews are read where TensorFlow is loaded.

        Args:
            recipe: The recipe that is likely to be trained next; None if none is valid.
        """
        self._next_recipe = recipe

    def on_unmount(self) -> None:
        """End the process that forks trainers."""
        self._close_server()

    def _close_server(self) -> None:
        if self._server:
            self._server.close()
            self._server = None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Add the keys of the screen, the other screens and the newest runs to the command palette."""
        yield from super().get_system_commands(screen)
        shared = ("app.", "screen.")  # actions that every screen has
        commands = {
            binding.action: SystemCommand(
                binding.description,
                f"Key {self.get_key_display(binding)}",
                partial(self.run_action, binding.action, screen),
            )
            for node, binding, enabled, _ in screen.active_bindings.values()
            if node is screen and enabled and not binding.action.startswith(shared)
        }
        yield from commands.values()
        yield SystemCommand("Train", "Choose a network and train it", lambda: self.action_go("train"))
        yield SystemCommand("Runs", "List and compare runs", lambda: self.action_go("runs"))
        yield SystemCommand("Score", "Score reviews with an exported model", lambda: self.action_go("score"))
        for run in Run.all(self.runs_dir)[:30]:
            yield SystemCommand(
                f"Open {printable(run.name, 60)}",
                "Show the progress and curves of this run",
                lambda run=run: self.open_run(run),
            )

    def action_help(self) -> None:
        """Show or hide the key bindings of the current screen."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_go(self, mode: str) -> None:
        """Switch to another screen."""
        if not self.screen.is_modal:
            self.switch_mode(mode)

    async def train(self, recipe: Recipe, name: str | None, *, export_when_finished: bool) -> None:
        """Create a run, start its trainer and show it.

        Args:
            recipe: Recipe of the run.
            name: Name of the run. None: date, time and network.
            export_when_finished: Export the run once it has finished.

        Raises:
            InputError: If the name exists, the network file is not trusted, or TensorFlow is missing.
        """
        _need_tensorflow()
        run = await asyncio.to_thread(create_run_folder, self.runs_dir, recipe, name)
        await self._start(run, export_when_finished=export_when_finished)

    async def resume(self, run: Run) -> None:
        """Resume a run from its last checkpoint and show it.

        Raises:
            InputError: If it has finished, is being trained, its network file is missing, or TensorFlow is.
        """
        _need_tensorflow()
        if not await self._trust_network_of(run):
            return
        await asyncio.to_thread(run.rewind)
        await self._start(run)

    async def _start(self, run: Run, *, export_when_finished: bool = False) -> None:
        if self._server and not self._server.is_ready:  # a new process is not slower
            self._close_server()
        self._trainers.append(await asyncio.to_thread(start_trainer, run, server=self._server))
        self.open_run(run, export_when_finished=export_when_finished)

    def open_run(self, run: Run, *, export_when_finished: bool = False) -> None:
        """Show the screen of a run."""
        from seqtui.tui.screens.live import LiveScreen

        try:
            live = LiveScreen(run, export_when_finished=export_when_finished)
        except InputError as error:  # a damaged recipe
            self.show_error(error)
            return
        self._opened[run.path] = run
        self.push_screen(live)

    def close(self, screen: "Screen[None]") -> None:
        """Close a screen that was pushed on another one."""
        if screen.is_current and len(self.screen_stack) > 1:
            self.pop_screen()

    async def trust(self, file: NetworkFile) -> bool:
        """Ask the user to trust a network file, if they have not before.

        Args:
            file: The file.

        Returns:
            Whether the user trusts it.

        Raises:
            InputError: If this cannot be stored.
        """
        if await asyncio.to_thread(lambda: file.is_trusted):
            return True
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self.push_screen(ConfirmScreen(question(file), {"y": "Run it"}), answer.set_result)
        if not await answer:
            return False
        await asyncio.to_thread(file.trust)
        return True

    async def _trust_network_of(self, run: Run) -> bool:
        file = await asyncio.to_thread(network_of_run, run)
        return file is None or await self.trust(file)

    @work(exclusive=True, group="export", exit_on_error=False)
    async def export(self, run: Run, rule: "DecisionRule | None" = None) -> None:
        """Export the best weights of a run and show the progress.

        Args:
            run: The run.
            rule: Threshold of the exported label. Default: none.
        """
        from seqtui.tui.screens.export import ExportScreen

        if not run.model_path.exists():
            self.show_error("nothing to export yet: the first epoch has not finished")
            return
        try:
            if not await self._trust_network_of(run):
                return
        except (SeqtuiError, OSError) as error:
            self.show_error(error)
            return
        self._opened[run.path] = run
        self.push_screen(ExportScreen(run, rule))

    def show_mistakes(self, run: Run) -> None:
        """Show the reviews that a run gets wrong."""
        from seqtui.tui.screens.mistakes import MistakesScreen

        if not run.metrics_path.exists():
            self.show_error(f"{run.name}: no mistakes to show: its first epoch was not completed")
            return
        self.push_screen(MistakesScreen(run))

    def diagnose(self, source: str, choices: "Choices", corrections: str | None) -> None:
        """Examine a source and show the suspects.

        Args:
            source: The source.
            choices: Options for reading it.
            corrections: File of corrected labels to apply first, or None.
        """
        from seqtui.curation.diagnosing import DiagnosisRequest
        from seqtui.curation.doctor import require_extra
        from seqtui.tui.screens.doctor import DoctorScreen

        try:
            require_extra()
        except InputError as error:
            self.show_error(error)
            return
        folder = str(self.runs_dir)
        self.push_screen(
            DoctorScreen(
                DiagnosisRequest(source=source, runs_dir=folder, choices=choices, corrections=corrections)
            )
        )

    def train_again(self, recipe: Recipe) -> None:
        """Fill the form with a recipe and show it; screens over it are closed, except a running export."""
        from seqtui.tui.screens.export import ExportScreen

        if recipe.architecture not in CATALOGUE and not is_network_file(recipe.architecture):
            self.show_error(f"{recipe.network_name} is a network of a package: train it with 'seqtui train'")
            return
        self.switch_mode("train")

        async def load_recipe() -> None:
            if isinstance(self.screen, TrainScreen):
                await self.screen.load_recipe(recipe)

        def uncover_form() -> None:
            if any(isinstance(screen, ExportScreen) and screen.is_exporting for screen in self.screen_stack):
                self.show_error("an export is running over the form; try again when it has ended")
                return
            while len(self.screen_stack) > 1 and not isinstance(self.screen, TrainScreen):
                self.pop_screen()
            self.call_after_refresh(load_recipe)

        self.call_after_refresh(uncover_form)

    def score_with(self, model: Path) -> None:
        """Show the Score screen with an exported model."""
        from seqtui.tui.screens.score import ScoreScreen

        self.switch_mode("score")

        def select_model() -> None:
            if isinstance(self.screen, ScoreScreen):
                self.screen.select_model(model)

        self.call_after_refresh(select_model)

    def kill_trainer(self, monitor: "Monitor") -> None:
        """Kill the process that trains a run.

        Raises:
            SeqtuiError: If the process cannot be killed; the message contains the reason.
        """
        pid = monitor.progress.process_id
        if pid is None:
            raise SeqtuiError("the trainer has not started yet; try again in a moment")
        for trainer in self._trainers:
            if trainer.pid == pid:
                trainer.kill()
                return
        try:
            process = psutil.Process(pid)
            if "seqtui.training" not in process.cmdline():  # the pid may belong to another process by now
                raise SeqtuiError(
                    f"process {pid} is not a trainer; the run may be trained on another machine"
                )
            process.kill()
        except psutil.NoSuchProcess as error:
            raise SeqtuiError(
                f"there is no process {pid}; the run may be trained on another machine"
            ) from error
        except psutil.AccessDenied as error:
            raise SeqtuiError(f"cannot kill process {pid}: it belongs to another user") from error

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """Save a screenshot in the Downloads folder, or in the current folder if there is none.

        Args:
            filename: Name of the SVG file. Default: title, date and time.
            path: Folder for the file. Default: the Downloads folder, or the current one.
            time_format: Format of the date and time. Default: Textual's.

        Returns:
            Textual's key of the delivered file.
        """
        if path is None:
            downloads = user_downloads_path()
            path = str(downloads if downloads.is_dir() else Path.cwd())
        return super().deliver_screenshot(filename, path, time_format)

    def show_error(self, error: object) -> None:
        """Show an error in a notification."""
        self.notify(printable(str(error), 300), severity="error", markup=False)

    async def action_quit(self) -> None:
        """Quit; ask first if runs are still training. They continue unless they are stopped here."""
        training = [run for run in Run.all(self.runs_dir) if run.is_locked]
        if not training or isinstance(self.screen, ConfirmScreen):
            self.exit()
            return
        names = ", ".join(run.name for run in training[:3])

        def on_choice(answer: str | None) -> None:
            if answer == "s":
                try:
                    for run in training:
                        run.request_stop()
                except OSError as error:  # a run of another user
                    self.show_error(error)
                    return
            if answer:
                self.exit()

        self.push_screen(
            ConfirmScreen(
                f"Still training: {names}. Quit and let training continue?",
                {"y": "Quit, keep training", "s": "Stop, keep the best weights, quit"},
            ),
            on_choice,
        )

    def summary(self) -> list[str]:
        """Return the state of each opened run and file, one line each, to print after the app has closed."""
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
