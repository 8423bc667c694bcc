"""Follow a run: its progress, curves, remaining time, and the CPU and memory of its trainer."""

import contextlib
import shlex
import time
from dataclasses import dataclass

import psutil

from seqtui.errors import SeqtuiError
from seqtui.runs import Run, State, state_of
from seqtui.runs.curves import Curves
from seqtui.runs.events import Finished, Started
from seqtui.runs.progress import Heartbeat, RunProgress

_DEFAULT_START = 8.0  # seconds from the trainer's start to its first batch, without an earlier run
_PACE_SETTINGS = ("architecture", "network", "data", "limit", "max_length")
_EXPORT_FACTOR = 1.3  # duration of an export / start of the trainer: both load TensorFlow


@dataclass(frozen=True)
class Pace:
    """Durations of a run, used to estimate the next one.

    Args:
        start: Seconds from the trainer's start to its first batch.
        epoch: Mean seconds of an epoch with its validation.
    """

    start: float
    epoch: float


class Monitor:
    """Follow one run.

    Args:
        run: Run to follow.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self.recipe = run.recipe
        self.progress = RunProgress(self.recipe.epochs)
        self.curves = Curves()
        self.alive = True
        self.heartbeat = Heartbeat()
        self.previous_pace: Pace | None = None
        self._tail = run.tail()
        self._process: psutil.Process | None = None
        self._first_batch_at: float | None = None

    def read_events(self) -> bool:
        """Read new events; return whether there were any."""
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
        """Check whether the trainer is alive."""
        self.alive = self.progress.end is None and self.run.is_alive

    def resources(self) -> tuple[float, int] | None:
        """Return the trainer's CPU use in percent of one core and its memory in bytes; None if unknown."""
        if not self.alive or self.progress.process_id is None:
            return None
        with contextlib.suppress(psutil.Error):
            if self._process is None or self._process.pid != self.progress.process_id:
                self._process = psutil.Process(self.progress.process_id)
            return self._process.cpu_percent(None), self._process.memory_info().rss
        return None

    def seconds_left(self, now: float) -> float | None:
        """Estimate the seconds until the model is exported: start, training, validation and export.

        Args:
            now: Current time in seconds since 1970.

        Returns:
            Seconds. None after the end, and before the first batch if there is no similar earlier run.
        """
        progress = self.progress
        if progress.end or progress.started_at is None:
            return None
        if self._first_batch_at is None:
            if self.previous_pace is None:
                return None
            epochs = (progress.epochs_expected - len(progress.epochs)) * self.previous_pace.epoch
            start = max(0.0, self.previous_pace.start - (now - progress.started_at))
            return start + epochs + self.previous_pace.start * _EXPORT_FACTOR
        start = self._first_batch_at - progress.started_at
        left = progress.seconds_left(now)
        return None if left is None else left + start * _EXPORT_FACTOR

    def seconds_to_first_batch(self, now: float) -> float | None:
        """Estimate the seconds until the first batch; None after the first batch."""
        if self._first_batch_at or self.progress.end or self.progress.started_at is None:
            return None
        usual = self.previous_pace.start if self.previous_pace else _DEFAULT_START
        return max(0.0, usual - (now - self.progress.started_at))

    @property
    def pace(self) -> Pace | None:
        """Durations of this run; None before its first epoch has ended."""
        progress = self.progress
        if not progress.epochs or progress.started_at is None or self._first_batch_at is None:
            return None
        seconds = [epoch.seconds + epoch.val_seconds for epoch in progress.epochs]
        return Pace(self._first_batch_at - progress.started_at, sum(seconds) / len(seconds))

    @property
    def state(self) -> State:
        """State of the run, from the events that have been read so far."""
        stalled = self.progress.is_stalled(self.heartbeat.seconds)
        return state_of(self.progress.end, alive=self.alive, stalled=stalled)

    def warnings(self) -> list[str]:
        """Return warnings to show for this run: overfitting, NaN loss, stalled or crashed trainer."""
        state = self.state
        crash_reason = self.run.crash_reason() if state == "crashed" else ""
        return self.progress.warnings(state, self.heartbeat.seconds, crash_reason)

    def summary(self) -> str:
        """Return one line on the state of the run, to print after the app has closed."""
        line = f"{self.run.path}: {self.state}"
        if result := self.progress.result:
            line += f", {result}"
        elif isinstance(self.progress.end, Finished):
            line += f" after {self.progress.end.seconds:.0f} s"
        if self.progress.end is None and self.alive:
            line += f"; still training: seqtui watch {shlex.quote(str(self.run.path))}"
        return line


def previous_pace(run: Run) -> Pace | None:
    """Return the pace of the newest other run of the same network on the same data; None without one."""
    recipe = run.recipe
    for other in Run.all(run.path.parent):
        with contextlib.suppress(SeqtuiError, OSError):
            equal = [getattr(other.recipe, name) == getattr(recipe, name) for name in _PACE_SETTINGS]
            if other.path != run.path and all(equal):
                monitor = Monitor(other)
                while monitor.read_events():
                    pass
                if monitor.pace:
                    return monitor.pace
    return None


def clock(seconds: float) -> str:
    """Format seconds as h:mm:ss."""
    whole = int(seconds + 0.5)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def now() -> float:
    """Return the seconds since 1970; tests replace this function."""
    return time.time()
