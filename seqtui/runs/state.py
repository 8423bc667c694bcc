"""State of a run."""

from typing import Literal, NamedTuple

from seqtui.runs.events import End, Failed, Finished, Stopped

State = Literal["running", "stalled", "finished", "stopped", "pruned", "failed", "crashed", "damaged"]
ALIVE: tuple[State, ...] = ("running", "stalled")
"""States in which the trainer is alive."""


class Status(NamedTuple):
    """State of a run and, if known, the reason."""

    state: State
    reason: str | None = None

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state


def state_of(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """Return the state of a run.

    Args:
        end: The event that ended the run, or None.
        alive: Whether a trainer is working, or may be starting.
        stalled: Whether the trainer has not reported for too long. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "pruned" if end.pruned else "stopped"
        case Failed():
            return "stopped" if end.resumable else "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"
