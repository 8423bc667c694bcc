"""The screen of one run: progress, curves, sample predictions and log."""

from itertools import pairwise
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from seqtui.errors import SeqtuiError
from seqtui.runs import ALIVE, Run
from seqtui.runs.curves import VIEWS, Quantity
from seqtui.runs.events import Example, Finished, Stopped
from seqtui.terminal.palette import EVALUATION, TRAINING
from seqtui.terminal.plots import Curve
from seqtui.terminal.sanitize import printable
from seqtui.tui import monitor as monitors
from seqtui.tui.monitor import Monitor, clock, previous_pace
from seqtui.tui.screens.base import HIDDEN_NAVIGATION, BaseScreen
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.widgets.bars import EpochBars
from seqtui.tui.widgets.plot import Plot

_LOG_LINES = 200


class LiveScreen(BaseScreen):
    """Show a run.

    Args:
        run: Run to show; it may be training or have ended.
        export_when_finished: Start the export when the run finishes. Default: False.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "stop('batch')", "Stop"),
        Binding("e", "stop('epoch')", "Stop after epoch", show=False),
        Binding("k", "kill", "Kill"),
        Binding("v", "view", "View"),
        Binding("m", "smooth", "Smooth", show=False),
        Binding("g", "log_axis", "Log axis", show=False),
        Binding("l", "log", "Log"),
        Binding("x", "export", "Export"),
        Binding("escape", "back", "Back"),
        *HIDDEN_NAVIGATION,
    ]

    def __init__(self, run: Run, *, export_when_finished: bool = False) -> None:
        super().__init__()
        self.monitor = Monitor(run)
        self._export_when_finished = export_when_finished
        self._view = VIEWS[0]
        self._smooth = True
        self._log_axis = False
        self._stale = True
        self._resources = ""
        self._status = ""
        self._can_stop = False

    def compose_body(self) -> ComposeResult:
        """Yield progress and sample predictions on the left, plots on the right, the log below."""
        ascii_only = self.seqtui.ascii_only
        yield Static(id="status")
        with Container(id="live"):
            with VerticalScroll(id="left", can_focus=True):
                with Vertical(id="progress", classes="panel"):
                    yield EpochBars(ascii_only=ascii_only)
                    yield Static(id="facts")
                    yield Static(id="warnings")
                with Vertical(id="examples-panel", classes="panel"):
                    yield Static(id="examples")
            with Vertical(id="plots"):
                with Vertical(classes="panel", id="accuracy-panel"):
                    yield Plot(ascii_only=ascii_only, id="accuracy")
                with Vertical(classes="panel", id="loss-panel"):
                    yield Plot(ascii_only=ascii_only, id="loss")
        with VerticalScroll(id="log-panel", classes="panel"):
            yield Static(id="log")

    def set_up(self) -> None:
        """Read the run and start the timers."""
        self.set_title(printable(self.monitor.recipe.network_label, 60), self.monitor.run.name)
        for panel, title in (
            ("#progress", "Progress"),
            ("#examples-panel", "Validation reviews"),
            ("#log-panel", "Trainer's log"),
        ):
            self.query_one(panel).border_title = Content(title)
        self.query_one("#log-panel").display = False
        self._load_pace()
        self._caption()
        self._read_events()
        self._check_trainer()
        # Drawing takes CPU time from the trainer: redraw no faster than needed.
        self.set_interval(0.2, self._read_events)
        self.set_interval(1.0, self._redraw_plots)
        self.set_interval(1.0, self._check_trainer)

    @work(thread=True, exit_on_error=False)
    def _load_pace(self) -> None:
        self.monitor.previous_pace = previous_pace(self.monitor.run)

    def _read_events(self) -> None:
        before = self.monitor.progress.end
        if self.monitor.read_events():
            self._stale = True
            self.query_one(EpochBars).draw(self.monitor.progress)
            self._show_examples()
        self._show_status()
        if before is None and self.monitor.progress.end:
            self._redraw_plots()
            self._update_keys()
            self._on_end()

    def _check_trainer(self) -> None:
        self.monitor.check_trainer()
        self._update_keys()
        used = self.monitor.resources()
        self._resources = f"CPU {used[0]:.0f} %  memory {used[1] / 1e9:.1f} GB" if used else ""
        self._show_facts()
        if self.query_one("#log-panel").display:
            self._show_log()

    def _show_status(self) -> None:
        progress, now = self.monitor.progress, monitors.now()
        state = self.monitor.state
        parts = [
            {"crashed": "the trainer crashed", "stalled": f"{progress.phase}, stalled"}.get(
                state, progress.phase_status(now)
            )
        ]
        if progress.batch and not progress.end:
            parts.append(f"epoch {progress.batch.epoch} of {progress.epochs_expected}")
        if progress.started_at and not progress.end and self.monitor.alive:
            parts.append(f"running for {clock(now - progress.started_at)}")
            if (left := self.monitor.seconds_left(now)) is not None:
                parts.append(f"done and exported in {clock(left)}")
            if start := self.monitor.seconds_to_first_batch(now):
                parts.append(f"first batch in about {start:.0f} s")
        if isinstance(progress.end, Finished | Stopped):
            parts.append(f"after {clock(progress.end.seconds)}")
        status = " · ".join(parts)
        if status != self._status:
            self._status = status
            self.query_one("#status", Static).update(Content(status), layout=False)

    def _show_facts(self) -> None:
        progress = self.monitor.progress
        best = "best  {:.2%} (epoch {})".format(*progress.best) if progress.best else "best  none yet"
        if progress.test or progress.end:
            best = progress.result or best
        facts = ["  ".join(filter(None, [best, self._resources]))]
        if data := progress.data:
            parts = f"{data.train:,} training, {data.validation:,} validation, {data.test:,} test"
            facts.append(f"data  {parts}, {data.vocabulary:,} words")
        self.show_content("#facts", Content("\n".join(facts)))
        warnings = self.monitor.warnings()
        self.query_one("#warnings").display = bool(warnings)
        self.show_content(
            "#warnings", Content("\n".join("! " + printable(warning, 300) for warning in warnings))
        )

    def _show_examples(self) -> None:
        shown = self.monitor.progress.examples
        if shown is None:
            text: Content = Content.styled("Available after the first batches.", "$text-muted")
        else:
            text = Content("\n").join(map(self._example, shown.examples))
        self.show_content("#examples", text)

    def _example(self, example: Example) -> Content:
        """Show a prediction: the probability of the second of two labels, or of the most probable label."""
        data = self.monitor.progress.data
        class_names = data.class_names if data else []
        prediction, colour = f"{printable(example.predicted, 16):<16} {example.probability:.2f} ", "$primary"
        if len(class_names) == 2:
            second = example.predicted == class_names[1]
            marks = ("^", "v") if self.seqtui.ascii_only else ("▲", "▼")
            probability = example.probability if second else 1 - example.probability
            prediction = f"{marks[not second]} {probability:.2f} "
            colour = "$success" if second else "$error"
        correct = example.predicted == example.label
        return Content.assemble(
            (prediction, colour), ("  " if correct else "! ", "$warning"), printable(example.text)
        )

    def _redraw_plots(self) -> None:
        if not self._stale:
            return
        self._stale = False
        quantities: list[Quantity] = ["accuracy", "loss"]
        for quantity in quantities:
            widget = self.query_one(f"#{quantity}", Plot)
            curves = self.monitor.curves
            width = max(10, widget.size.width * 2)
            widget.draw(
                [
                    Curve(
                        "training",
                        *curves.train(quantity, view=self._view, smooth=self._smooth, width=width),
                        TRAINING,
                    ),
                    Curve(
                        "validation",
                        *curves.validation(quantity, view=self._view),
                        EVALUATION,
                        "o" if self.seqtui.ascii_only else "●",
                    ),
                ],
                log=self._log_axis and quantity == "loss",
            )

    def _caption(self) -> None:
        smooth = ", smoothed" if self._smooth else ""
        self.query_one("#accuracy-panel").border_title = Content(f"Accuracy ({self._view}{smooth})")
        axis = ", log axis" if self._log_axis else ""
        self.query_one("#loss-panel").border_title = Content(f"Loss ({self._view}{smooth}{axis})")
        self._stale = True
        self._redraw_plots()

    def _show_log(self) -> None:
        lines = self.monitor.run.log_tail(_LOG_LINES)
        text = "\n".join(printable(line, 300) for line in lines) or "The log is empty."
        self.show_content("#log", Content(text))

    def _update_keys(self) -> None:
        """Update the footer when the run ends."""
        if self._can_stop != (can_stop := self.monitor.state in ALIVE):
            self._can_stop = can_stop
            self.refresh_bindings()

    def _on_end(self) -> None:
        if self._export_when_finished and isinstance(self.monitor.progress.end, Finished):
            self._export_when_finished = False
            self.action_export()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys that stop the run only while it trains."""
        if action in ("stop", "kill") and self.monitor.state not in ALIVE:
            return False
        return super().check_action(action, parameters)

    def action_stop(self, when: str) -> None:
        """Ask for confirmation, then request a stop after this batch or epoch."""

        def on_choice(answer: str | None) -> None:
            if answer and self.monitor.state in ALIVE:
                try:
                    if when == "epoch":
                        self.monitor.run.request_stop_after_epoch()
                    else:
                        self.monitor.run.request_stop()
                except OSError as error:  # a run of another user
                    self.seqtui.show_error(error)

        self.app.push_screen(
            ConfirmScreen(f"Stop after this {when} and keep the best weights?", {"y": "Stop"}), on_choice
        )

    def action_kill(self) -> None:
        """Ask for confirmation, then kill the trainer."""

        def on_choice(answer: str | None) -> None:
            if answer and self.monitor.state in ALIVE:
                try:
                    self.seqtui.kill_trainer(self.monitor)
                except SeqtuiError as error:
                    self.seqtui.show_error(error)

        self.app.push_screen(
            ConfirmScreen(
                "Kill the trainer? A resumed run loses at most the last half minute.", {"y": "Kill"}
            ),
            on_choice,
        )

    def action_view(self) -> None:
        """Switch the range of the plots: all, last quarter, running epoch."""
        next_view = dict(pairwise([*VIEWS, VIEWS[0]]))
        self._view = next_view[self._view]
        self._caption()

    def action_smooth(self) -> None:
        """Turn smoothing of the training curves on or off."""
        self._smooth = not self._smooth
        self._caption()

    def action_log_axis(self) -> None:
        """Turn the logarithmic axis of the loss on or off."""
        self._log_axis = not self._log_axis
        self._caption()

    def action_log(self) -> None:
        """Show or hide the trainer's log."""
        panel = self.query_one("#log-panel")
        panel.display = not panel.display
        if panel.display:
            self._show_log()
            panel.scroll_end(animate=False)

    def action_export(self) -> None:
        """Export the best weights."""
        self.seqtui.export(self.monitor.run)

    def action_back(self) -> None:
        """Close the screen; training continues."""
        self.seqtui.close(self)
