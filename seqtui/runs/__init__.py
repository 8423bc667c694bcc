"""The run folder: the only thing that trainer, app, exporter and command line share."""

from seqtui.runs.crash_reason import LOG_BEGINS
from seqtui.runs.event_log import EventTail, EventWriter
from seqtui.runs.metrics import Metrics
from seqtui.runs.newest import (
    newest_exported,
    newest_interrupted,
    newest_run,
    newest_to_watch,
    newest_trained,
)
from seqtui.runs.run import BUSY, Run
from seqtui.runs.state import ALIVE, State, Status, state_of

__all__ = [
    "ALIVE",
    "BUSY",
    "LOG_BEGINS",
    "EventTail",
    "EventWriter",
    "Metrics",
    "Run",
    "State",
    "Status",
    "newest_exported",
    "newest_interrupted",
    "newest_run",
    "newest_to_watch",
    "newest_trained",
    "state_of",
]
