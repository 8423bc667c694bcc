"""What became of a run."""

from typing import Literal, NamedTuple

from seqtui.runs.events import End, Failed, Finished, Stopped

State = Literal["running", "stalled", "finished", "stopped", "pruned", "failed", "crashed", "damaged"]
ALIVE: tuple[State, ...] = ("running", "stalled")
"""The states in which a trainer still holds the run."""


class Status(NamedTuple):
    """A state and, where there is more to say, why."""

    state: State
    reason: str | None = None

    def __str__(self) -> str:
        return f"{self.state}: {self.reason}" if self.reason else self.state


def state_of(end: End | None, *, alive: bool, stalled: bool = False) -> State:
    """What became of a run.

    Args:
        end: Its last word, if it has ended.
        alive: Whether its trainer works, or may be about to.
        stalled: Whether the trainer has been silent for longer than its work explains. Default False.
    """
    match end:
        case Finished():
            return "finished"
        case Stopped():
            return "pruned" if end.pruned else "stopped"
        case Failed():
            return "failed"
        case None if alive:
            return "stalled" if stalled else "running"
        case None:
            return "crashed"
