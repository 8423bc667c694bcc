"""The Runs screen: list, compare, resume, export and delete runs."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Static

from seqtui.errors import SeqtuiError
from seqtui.recipe import Recipe, differing, flat_settings
from seqtui.runs import ALIVE, Run, Status
from seqtui.runs.events import Finished, Stopped
from seqtui.runs.progress import RunProgress
from seqtui.studies.folder import StudyFolder
from seqtui.terminal.palette import curve_style
from seqtui.terminal.plots import Curve
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.base import BaseScreen
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.widgets.plot import Plot

_COLUMNS = ("", "run", "state", "network", "validation", "test", "best", "epochs", "seconds", "onnx")


class _RunsTable(DataTable[Text]):
    """Table of runs; the footer shows Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Open")]


@dataclass(frozen=True)
class _Row:
    run: Run
    status: Status
    recipe: Recipe | None
    accuracy: float | None
    best: int | None
    done: str
    seconds: float | None
    exported: bool
    test: float | None
    by_epoch: tuple[tuple[int, float], ...]

    def cells(self) -> tuple[str, ...]:
        return (
            self.run.name,
            str(self.status),
            printable(self.recipe.network_label, 60) if self.recipe else "",
            f"{self.accuracy:.2%}" if self.accuracy is not None else "",
            f"{self.test:.2%}" if self.test is not None else "",
            f"epoch {self.best}" if self.best else "",
            self.done,
            f"{self.seconds:.0f}" if self.seconds is not None else "",
            "yes" if self.exported else "",
        )


class RunsScreen(BaseScreen):
    """Table of all runs, with the curves and recipes of the selected ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "overlay", "Overlay", show=False),
        Binding("p", "pin", "Pin", show=False),
        Binding("o", "sort", "Sort", show=False),
        Binding("c", "resume", "Resume"),
        Binding("r", "again", "Train again", show=False),
        Binding("x", "export", "Export"),
        Binding("m", "mistakes", "Mistakes", show=False),
        Binding("d", "delete", "Delete"),
        Binding("f3", "app.go('runs')", "Runs", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._known: dict[Path, tuple[tuple[int, int], _Row]] = {}
        self._styles: dict[str, int] = {}  # index of the run's colour and marker
        self._overlaid: list[str] = []
        self._pinned: str | None = None
        self._sort = 0
        self._descending = False

    def compose_body(self) -> ComposeResult:
        """Yield the table, and below it the curves and differences of the selected runs."""
        with Vertical(classes="panel", id="runs-panel"):
            yield _RunsTable(id="runs", cursor_type="row", zebra_stripes=True)
        with Container(id="compare"):
            with Vertical(classes="panel", id="overlay-panel"):
                yield Plot(ascii_only=self.seqtui.ascii_only, id="overlay")
            with VerticalScroll(classes="panel", id="differences-panel"):
                yield Static(id="differences")

    def set_up(self) -> None:
        """Read the runs now and every second."""
        folder = str(self.seqtui.runs_dir)
        self.set_title("runs", *([] if folder == "runs" else [folder]))
        self.query_one("#runs-panel").border_title = Content("Runs")
        self.query_one("#overlay-panel").border_title = Content("Validation accuracy by epoch")
        self.query_one("#overlay-panel").border_subtitle = Content("Space: add or remove a run")
        self.query_one("#differences-panel").border_title = Content("Settings that differ")
        self.query_one("#differences-panel").border_subtitle = Content("m: mistakes of the run")
        table = self._table
        for column in _COLUMNS:
            table.add_column(Text(column), key=column or "mark")
        table.focus()
        self._read()
        self.set_interval(1.0, self._read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do not offer to resume a finished run; one that is shown as running may have stopped meanwhile."""
        if action == "resume" and self.is_ready:
            row = self._selected_row()
            if row is None or row.status.state == "finished":
                return False
        return super().check_action(action, parameters)

    @property
    def _table(self) -> _RunsTable:
        return self.query_one(_RunsTable)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self) -> None:
        rows = {}
        for run in Run.all(self.seqtui.runs_dir):
            with contextlib.suppress(OSError):
                rows[run.name] = self._row(run)
        searches = [study.name for study in StudyFolder.all(self.seqtui.runs_dir) if study.is_searching]
        self.call_later(self._show, rows)
        self.call_later(self._show_searches, searches)

    def _row(self, run: Run) -> _Row:
        """Return the row of a run; runs that have ended are read only once."""
        events_path = run.path / "events.jsonl"
        stamp = (
            events_path.stat().st_mtime_ns if events_path.exists() else 0,
            run.onnx_path.stat().st_mtime_ns if run.onnx_path.exists() else 0,
        )
        if run.path in self._known and self._known[run.path][0] == stamp:
            row = self._known[run.path][1]
            if row.status.state not in ALIVE:
                return row
        row = _read_row(run)
        self._known[run.path] = (stamp, row)
        return row

    def _show(self, rows: dict[str, _Row]) -> None:
        if not self.is_attached:
            return
        chosen = self._selected_name()
        self._rows = rows
        self._overlaid = [name for name in self._overlaid if name in rows]
        if self._pinned not in rows:
            self._pinned = None
        for name in sorted(rows):
            self._styles.setdefault(name, len(self._styles))
        table, wanted = self._table, self._sorted()
        if [str(key.value) for key in table.rows] == wanted:
            for name in wanted:
                for column, cell in zip(_COLUMNS, self._cells(name), strict=True):
                    table.update_cell(name, column or "mark", cell)
        else:
            table.clear()
            for name in wanted:
                table.add_row(*self._cells(name), key=name)
            if chosen in wanted:
                table.move_cursor(row=wanted.index(chosen))
        self._compare()
        self.refresh_bindings()

    def _show_searches(self, names: list[str]) -> None:
        if self.is_attached:
            line = f"searching: {', '.join(names)}" if names else ""
            self.query_one("#runs-panel").border_subtitle = Content(printable(line, 60))

    def _sorted(self) -> list[str]:
        names = list(self._rows)  # the newest first
        if self._sort:

            def rank(name: str) -> tuple[bool, float | str]:
                row = self._rows[name]
                value: float | str | None = {
                    3: row.accuracy, 4: row.test, 5: row.best, 7: row.seconds
                }.get(self._sort - 1, row.cells()[self._sort - 1])  # fmt: skip
                return value is None, "" if value is None else value

            present = sorted((name for name in names if not rank(name)[0]), key=lambda n: rank(n)[1],
                             reverse=self._descending)  # fmt: skip
            names = present + [name for name in names if rank(name)[0]]
        if self._pinned in names:
            names.remove(self._pinned)
            names.insert(0, self._pinned)
        return names

    def _cells(self, name: str) -> list[Text]:
        mark, colour = self._style(name)
        shown = name in self._overlaid or name == self._pinned
        pin = "P" if name == self._pinned else ""
        first = Text(f"{mark if shown else ''}{pin}", style=self._rich(colour))
        return [first, *(Text(printable(cell, 50)) for cell in self._rows[name].cells())]

    def _rich(self, colour: str) -> str:
        value = self.app.theme_variables.get(colour[1:], "")
        return value if value.startswith("#") else ""

    def _style(self, name: str) -> tuple[str, str]:
        return curve_style(self._styles.get(name, 0), ansi=False, ascii_only=self.seqtui.ascii_only)

    def _compared(self) -> list[str]:
        names = [*([self._pinned] if self._pinned else []), *self._overlaid]
        chosen = self._selected_name()
        return list(dict.fromkeys(names if names else [chosen] if chosen else []))

    def _compare(self) -> None:
        names = self._compared()
        curves = []
        for name in names:
            marker, colour = self._style(name)
            points = np.array(self._rows[name].by_epoch, float).reshape(-1, 2)
            curves.append(Curve(printable(name, 24), points[:, 0], points[:, 1], colour, marker))
        self.query_one("#overlay", Plot).draw(curves)
        recipes = [(name, self._rows[name].recipe) for name in names]
        self.query_one("#differences", Static).update(
            differences([(name, recipe) for name, recipe in recipes if recipe])
        )

    def _selected_name(self) -> str | None:
        table = self._table
        keys = list(table.rows)
        return str(keys[table.cursor_row].value) if 0 <= table.cursor_row < len(keys) else None

    def _selected_row(self) -> _Row | None:
        return self._rows.get(self._selected_name() or "")

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        self._compare()
        self.refresh_bindings()

    @on(DataTable.RowSelected)
    def _selected(self) -> None:
        self.action_open()

    @on(DataTable.HeaderSelected)
    def _header(self, event: DataTable.HeaderSelected) -> None:
        self._descending = not self._descending if self._sort == event.column_index else True
        self._sort = event.column_index
        self._show(self._rows)

    def action_sort(self) -> None:
        """Sort by the next column in descending order; after the last one, by date."""
        self._sort, self._descending = (self._sort + 1) % len(_COLUMNS), True
        self._show(self._rows)
        by = _COLUMNS[self._sort] if self._sort else "date"
        self.query_one("#runs-panel").border_title = Content(f"Runs by {by}")

    def action_open(self) -> None:
        """Open the selected run."""
        if row := self._selected_row():
            self.seqtui.open_run(row.run)

    def action_overlay(self) -> None:
        """Add the selected run to the plot or remove it."""
        if name := self._selected_name():
            (self._overlaid.remove if name in self._overlaid else self._overlaid.append)(name)
            self._show(self._rows)

    def action_pin(self) -> None:
        """Pin the selected run to the top and to every comparison, or unpin it."""
        name = self._selected_name()
        self._pinned = None if self._pinned == name else name
        self._show(self._rows)

    @work(exclusive=True, group="resume", exit_on_error=False)
    async def action_resume(self) -> None:
        """Resume the selected run from its last checkpoint."""
        if row := self._selected_row():
            try:
                await self.seqtui.resume(row.run)
            except (SeqtuiError, OSError) as error:
                self.seqtui.show_error(error)

    def action_again(self) -> None:
        """Fill the form with the recipe of the selected run."""
        if (row := self._selected_row()) and row.recipe:
            self.seqtui.train_again(row.recipe)

    def action_export(self) -> None:
        """Export the selected run."""
        if row := self._selected_row():
            self.seqtui.export(row.run)

    def action_mistakes(self) -> None:
        """Show the reviews that the selected run gets wrong."""
        if row := self._selected_row():
            self.seqtui.show_mistakes(row.run)

    def action_delete(self) -> None:
        """Ask for confirmation, then delete the selected run."""
        row = self._selected_row()
        if row is None:
            return

        def on_choice(answer: str | None) -> None:
            if answer:
                try:
                    row.run.delete()
                except (SeqtuiError, OSError) as error:
                    self.seqtui.show_error(error)
                self._read()

        self.app.push_screen(
            ConfirmScreen(f"Delete {row.run.path} and its weights?", {"y": "Delete"}), on_choice
        )


def _read_row(run: Run) -> _Row:
    """Return the row of a run; the row of a damaged run contains the error."""
    try:
        recipe, metrics = run.recipe, run.metrics
    except SeqtuiError as error:
        return _Row(
            run,
            Status("damaged", str(error)),
            None,
            None,
            None,
            "",
            None,
            run.onnx_path.exists(),
            None,
            (),
        )
    progress = RunProgress.of(recipe.epochs, run.events())
    status, epochs = run.status(progress), progress.epochs
    total = progress.total_epochs or "?"
    is_within = status.state in ALIVE and progress.epochs_done > len(epochs)
    done = f"{progress.epochs_done:.2f}/{total}" if is_within else f"{len(epochs)}/{total}"
    return _Row(
        run, status, recipe,
        metrics.val_accuracy if metrics else None, metrics.epoch if metrics else None, done,
        _seconds(progress), run.onnx_path.exists(),
        metrics.test_accuracy if metrics else None,
        tuple((e.epoch, e.val_accuracy) for e in epochs if e.val_accuracy is not None),
    )  # fmt: skip


def _seconds(progress: RunProgress) -> float | None:
    if isinstance(progress.end, Finished | Stopped):
        return progress.end.seconds
    if progress.started_at is None or progress.last_at is None:
        return None
    return progress.last_at - progress.started_at


def differences(recipes: list[tuple[str, Recipe]]) -> Content:
    """Return a table of the settings that differ, one column per run.

    Args:
        recipes: Names of runs and their recipes. For a single run, the settings that are set are shown.
    """
    if not recipes:
        return Content("Press Space to add the selected run.")
    flat = [flat_settings(recipe) for _, recipe in recipes]
    if len(recipes) > 1:
        shown = differing([recipe for _, recipe in recipes])
    else:
        shown = [
            name
            for name, value in flat[0].items()
            if name == "limit" or (value is not None and name != "data_fingerprint")
        ]
    if not shown:
        return Content("The recipes are the same.")
    lines = [f"{'':<16} " + " ".join(f"{printable(name, 20):>20}" for name, _ in recipes)]
    for field in shown:
        missing = "all" if field == "limit" else "default" if field.startswith("network.") else "none"
        values = (missing if (v := settings.get(field)) is None else str(v) for settings in flat)
        lines.append(f"{field:<16} " + " ".join(f"{printable(value, 20):>20}" for value in values))
    return Content("\n".join(lines))
