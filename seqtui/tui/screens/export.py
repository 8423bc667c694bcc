"""An export, step by step, and its proof."""

from typing import ClassVar

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from seqtui.printable import printable
from seqtui.runs import Parity, Run
from seqtui.tui import monitor as monitors
from seqtui.tui.children import Command, Ended
from seqtui.tui.screens.room import Room


class ExportScreen(Room):
    """Exports a run.

    Args:
        run: One with weights.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "score", "Score with it"),
        Binding("escape", "back", "Back"),
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._command = Command("export", str(run.path), "--onnx", "--json")
        self._steps: list[tuple[str, float]] = []
        self._ended: float | None = None
        self._report: Content | None = None
        self._exported = False

    def body(self) -> ComposeResult:
        """The steps, then the table."""
        with VerticalScroll(classes="panel", id="export", can_focus=True):
            yield Static(id="steps")
            yield Static(id="parity")

    def begin(self) -> None:
        """Start the export."""
        self.title_line("export", self._run.name)
        self.query_one("#export").border_title = Content("Export to ONNX")
        self.set_interval(0.2, self._show_steps)
        self._export()

    @work(thread=True, exit_on_error=False)
    def _export(self) -> None:
        for said in self._command.run():
            self.call_later(self._hear, said)

    def _hear(self, said: str | Ended) -> None:
        if isinstance(said, str):
            self._steps.append((printable(said, 300), monitors.now()))
        else:
            self._ended = monitors.now()
            self._conclude(said)
        self._show_steps()

    def on_unmount(self) -> None:
        """Give an export on its way up; it leaves no file."""
        self._command.give_up()

    def _conclude(self, ended: Ended) -> None:
        panel = self.query_one("#parity", Static)
        if ended.code:
            problem = self._steps.pop()[0] if self._steps else "the export died"
            self.seqtui.done.append(f"{self._run.path}: not exported: {problem}")
            panel.update(Content.styled(f"\n{problem}", "$error"))
            return
        report = msgspec.json.decode(ended.output, type=Parity)
        size = self._run.onnx_path.stat().st_size / 1e6
        rows = [
            ("", "Keras", "onnxruntime"),
            ("accuracy", f"{report.accuracy_keras:.2%}", f"{report.accuracy_onnx:.2%}"),
            (
                "one review, median",
                f"{report.milliseconds_keras:.2f} ms",
                f"{report.milliseconds_onnx:.2f} ms",
            ),
            ("largest difference", "", f"{report.max_abs_difference:.1e}"),
            ("same label", "", f"{report.label_agreement:.2%}"),
            ("size", "", f"{size:.2f} MB"),
        ]
        table = "\n".join(f"  {name:<20}{keras:>12}{onnx:>14}" for name, keras, onnx in rows)
        panel.update(
            Content.assemble(
                f"\n{table}\n\n",
                (f"  verified on {report.reviews:,} held-out reviews", "$success"),
                f"\n  {printable(report.model)}\n\n  Enter: type a review and see its score",
            )
        )
        self._exported = True
        self.seqtui.done.append(
            f"{report.model}: verified on {report.reviews:,} held-out reviews\n"
            f'next: seqtui score {report.model} "A wonderful film"'
        )

    def _show_steps(self) -> None:
        done, doing = ("+", ">") if self.seqtui.ascii_only else ("✓", "▸")
        now = self._ended or monitors.now()
        lines = []
        for place, (step, began) in enumerate(self._steps):
            last = place == len(self._steps) - 1
            until = now if last else self._steps[place + 1][1]
            mark = doing if last and self._ended is None else done
            lines.append(f"  {mark} {step}  {until - began:.1f} s")
        self.query_one("#steps", Static).update(Content("\n".join(lines) or "  starting"))

    def action_score(self) -> None:
        """Try the file."""
        if self._exported:
            self.seqtui.score_with(self._run.onnx_path)

    def action_back(self) -> None:
        """Go back; an export on its way is given up."""
        self.seqtui.leave(self)
