"""The Export screen: progress and verification of an export, and the report."""

import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from seqtui.architectures.catalogue import architecture_of
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.terminal.sanitize import printable
from seqtui.tui import monitor as monitors
from seqtui.tui.commands import Command, CommandResult
from seqtui.tui.screens.base import HIDDEN_NAVIGATION, BaseScreen
from seqtui.tui.widgets.steps import step_lines

if TYPE_CHECKING:
    from seqtui.scoring.decision import DecisionRule


class ExportScreen(BaseScreen):
    """Export a run to ONNX.

    Args:
        run: Run with weights.
        rule: Threshold of the exported label. Default: none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "score", "Score"),
        Binding("i", "int8", "Export 8-bit"),
        Binding("w", "report", "Write report"),
        Binding("escape", "back", "Back"),
        *HIDDEN_NAVIGATION,
    ]

    def __init__(self, run: Run, rule: "DecisionRule | None" = None) -> None:
        super().__init__()
        self._run = run
        self._rule = rule
        self._command = self._export()
        self._conclude: Callable[[bytes], None] = self._verified
        self._output = run.onnx_path
        self._steps: list[tuple[str, float]] = []
        self._ended: float | None = None
        self._exported = False
        network = architecture_of(run.recipe)  # only LSTMs get faster with 8 bits
        self._offers_int8 = network.is_own or "LSTM" in network.recurrent_nodes(run.recipe)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now, and 8 bits only where they can be exported."""
        if action in ("score", "report") and not self._is_exported:
            return False
        if action == "int8" and not self._can_export_int8:
            return False
        return super().check_action(action, parameters)

    @property
    def is_exporting(self) -> bool:
        """Whether an export, or a report, is being made."""
        return self._ended is None

    @property
    def _is_exported(self) -> bool:
        return self._exported and not self.is_exporting

    @property
    def _can_export_int8(self) -> bool:
        return self._offers_int8 and not self.is_exporting and self._output != self._run.int8_path

    def _export(self, *options: str) -> Command:
        if self._rule is not None:
            options += (f"--threshold={self._rule.threshold}", f"--abstain={self._rule.abstain}")
        return Command("export", str(self._run.path), "--onnx", "--json", *options)

    def compose_body(self) -> ComposeResult:
        """Yield the steps and the verification table."""
        with VerticalScroll(classes="panel", id="export", can_focus=True):
            yield Static(id="steps")
            yield Static(id="parity")

    def set_up(self) -> None:
        """Start the export."""
        self.set_title("export", self._run.name)
        self.query_one("#export").border_title = Content("Export to ONNX")
        self.set_interval(0.2, self._show_steps)
        self._follow()

    @work(thread=True, exit_on_error=False)
    def _follow(self) -> None:
        for output in self._command.run():
            self.call_later(self._take, output)

    def _take(self, output: str | CommandResult) -> None:
        if isinstance(output, str):
            self._steps.append((printable(output, 300), monitors.now()))
        else:
            self._ended = monitors.now()
            if output.code:
                self._show_failure()
            else:
                self._conclude(output.output)
            self.refresh_bindings()
        self._show_steps()

    def on_unmount(self) -> None:
        """Cancel a running export; it leaves no file."""
        self._command.cancel()

    def _show_failure(self) -> None:
        problem = self._steps.pop()[0] if self._steps else "the command ended without a message"
        result = "no report" if self._exported else "not exported"
        self.seqtui.exit_messages.append(f"{self._run.path}: {result}: {problem}")
        self.query_one("#parity", Static).update(Content.styled(f"\n{problem}", "$error"))

    def _verified(self, output: bytes) -> None:
        report = msgspec.json.decode(output, type=Parity)
        table = "\n".join(
            f"  {name:<20}" + "".join(f"{value:>14}" for value in values) for name, *values in report.rows()
        )
        self.query_one("#parity", Static).update(
            Content.assemble(
                f"\n{table}\n\n",
                (f"  verified on {report.reviews:,} test reviews", "$success"),
                f"\n  {printable(report.model)}",
                f"\n  {self._rule.describe()}" if self._rule else "",
                "\n\n  Enter: score a review that you type",
                ""
                if report.float32 or not self._offers_int8
                else "\n  i: export a smaller and faster file with 8-bit weights",
                "\n  w: write an HTML report with metrics and errors",
            )
        )
        self._exported = True
        self.seqtui.exit_messages.append(
            f"{report.model}: verified on {report.reviews:,} test reviews\n"
            f'next: seqtui score {shlex.quote(report.model)} "A wonderful film"'
        )

    def _reported(self, output: bytes) -> None:
        report = msgspec.json.decode(output)
        figures = (
            f"accuracy {report['accuracy']:.2%} (95 % interval {report['low']:.2%} to {report['high']:.2%}), "
            f"macro-F1 {report['macro_f1']:.2%}, {report['reviews']:,} reviews"
        )
        page = printable(report["report"])
        self.query_one("#parity", Static).update(
            Content.assemble(("\n  " + figures, "$success"), f"\n  {page}: open it in a browser")
        )
        self.seqtui.exit_messages.append(f"{page}: {figures}")

    def _show_steps(self) -> None:
        lines = step_lines(
            self._steps,
            self._ended or monitors.now(),
            has_ended=not self.is_exporting,
            ascii_only=self.seqtui.ascii_only,
        )
        self.show_content("#steps", Content("\n".join(lines)))

    def action_score(self) -> None:
        """Open the Score screen with the exported file."""
        self.seqtui.score_with(self._output)

    def action_int8(self) -> None:
        """Export again, with 8-bit weights."""
        self._output, self._exported = self._run.int8_path, False
        self._start(self._export("--int8"), self._verified)

    def action_report(self) -> None:
        """Write the report of the exported run."""
        self._start(Command("report", str(self._run.path), "--json"), self._reported)

    def _start(self, command: Command, conclude: Callable[[bytes], None]) -> None:
        self._command, self._conclude = command, conclude
        self._steps, self._ended = [], None
        self.query_one("#parity", Static).update(Content(""))
        self.refresh_bindings()
        self._follow()

    def action_back(self) -> None:
        """Close the screen; a running export is cancelled."""
        self.seqtui.close(self)
