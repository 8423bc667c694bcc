"""A run as the app follows it: its events folded, its curves, and what its trainer's process takes."""

import contextlib
import shlex
import time
from dataclasses import dataclass

import psutil

from seqtui.errors import SeqtuiError
from seqtui.runs import Run, State, state_of
from seqtui.runs.curves import Curves
from seqtui.runs.events import Finished, Started
from seqtui.runs.progress import Heartbeat, Progress

_USUAL_START = 8.0  # seconds from the trainer's start to its first batch, where no run tells
_PACE_SETTERS = ("architecture", "data", "limit", "batch_size", "max_length")
_EXPORT_STARTS = 1.3  # an export loads TensorFlow too, and then converts and verifies


@dataclass(frozen=True)
class Pace:
    """How fast a run went, as a measure for the next.

    Args:
        start: Seconds from the trainer's start to its first batch.
        epoch: Seconds for an epoch and its validation, mean.
    """

    start: float
    epoch: float


class Monitor:
    """Follows one run.

    Args:
        run: The run.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self.recipe = run.recipe
        self.progress = Progress(self.recipe.epochs)
        self.curves = Curves()
        self.alive = True
        self.heartbeat = Heartbeat()
        self.previous_pace: Pace | None = None
        self._tail = run.tail()
        self._process: psutil.Process | None = None
        self._first_batch_at: float | None = None

    def read_events(self) -> bool:
        """Take in what is new; says whether anything was."""
        events = self._tail.read()
        for event in events:
            self.progress = self.progress.after(event)
            if isinstance(event, Started):
                self._first_batch_at = None
            if self._first_batch_at is None and self.progress.batch:
                self._first_batch_at = event.time
        self.curves.add(events)
        if events:
            self.heartbeat.record(events[-1].time, now())
        return bool(events)

    def check_trainer(self) -> None:
        """ConfirmScreen, now and then, whether the trainer still works."""
        self.alive = self.progress.end is None and self.run.is_alive

    def resources(self) -> tuple[float, int] | None:
        """The trainer's use of the CPU in percent of one core, and its memory in bytes."""
        if not self.alive or self.progress.process_id is None:
            return None
        with contextlib.suppress(psutil.Error):
            if self._process is None or self._process.pid != self.progress.process_id:
                self._process = psutil.Process(self.progress.process_id)
            return self._process.cpu_percent(None), self._process.memory_info().rss
        return None

    def seconds_left(self, now: float) -> float | None:
        """Until the file is exported: start-up, training, validation and the export.

        None when it is over, and before the first batch of a run like which there was none.
        """
        progress = self.progress
        if progress.end or progress.started_at is None:
            return None
        if self._first_batch_at is None:
            if self.previous_pace is None:
                return None
            epochs = (progress.epochs_wanted - len(progress.epochs)) * self.previous_pace.epoch
            start = max(0.0, self.previous_pace.start - (now - progress.started_at))
            return start + epochs + self.previous_pace.start * _EXPORT_STARTS
        start = self._first_batch_at - progress.started_at
        left = progress.seconds_left(now)
        return None if left is None else left + start * _EXPORT_STARTS

    def seconds_to_first_batch(self, now: float) -> float | None:
        """Until the first batch, by what is usual."""
        if self._first_batch_at or self.progress.end or self.progress.started_at is None:
            return None
        usual = self.previous_pace.start if self.previous_pace else _USUAL_START
        return max(0.0, usual - (now - self.progress.started_at))

    @property
    def pace(self) -> Pace | None:
        """How fast the run went; None if it has no whole epoch."""
        progress = self.progress
        if not progress.epochs or progress.started_at is None or self._first_batch_at is None:
            return None
        seconds = [epoch.seconds + epoch.val_seconds for epoch in progress.epochs]
        return Pace(self._first_batch_at - progress.started_at, sum(seconds) / len(seconds))

    @property
    def state(self) -> State:
        """One word for the run, without asking the disk again."""
        late = self.progress.is_late(self.heartbeat.seconds)
        return state_of(self.progress.end, alive=self.alive, stalled=late)

    def notices(self) -> list[str]:
        """What somebody who looks after the run should know."""
        state = self.state
        why_crashed = self.run.why_crashed() if state == "crashed" else ""
        return self.progress.notices(state, self.heartbeat.seconds, why_crashed)

    def summary(self) -> str:
        """One line on how the run stands, for after the app."""
        line = f"{self.run.path}: {self.state}"
        if best := self.progress.best:
            line += f", {self.recipe.judged_by} accuracy {best[0]:.2%} (epoch {best[1]})"
        elif isinstance(self.progress.end, Finished):
            line += f" after {self.progress.end.seconds:.0f} s"
        if self.progress.end is None and self.alive:
            line += f"; it goes on: seqtui watch {shlex.quote(str(self.run.path))}"
        return line


def previous_pace(run: Run) -> Pace | None:
    """The pace of the latest other run of the same network on as many of the same reviews."""
    recipe = run.recipe
    for other in Run.all(run.path.parent):
        with contextlib.suppress(SeqtuiError, OSError):
            alike = [getattr(other.recipe, name) == getattr(recipe, name) for name in _PACE_SETTERS]
            if other.path != run.path and all(alike):
                monitor = Monitor(other)
                while monitor.read_events():
                    pass
                if monitor.pace:
                    return monitor.pace
    return None


def clock(seconds: float) -> str:
    """Seconds as h:mm:ss."""
    whole = int(seconds + 0.5)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def now() -> float:
    """Seconds since 1970; tests stop this clock."""
    return time.time()
