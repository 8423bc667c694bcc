"""Run folders, through which trainer, app, exporter and command line exchange their data."""

from seqtui.runs.crash_reason import LOG_HEADER
from seqtui.runs.event_log import EventTail, EventWriter
from seqtui.runs.metrics import Metrics
from seqtui.runs.newest import (
    newest_exported,
    newest_interrupted,
    newest_run,
    newest_to_watch,
    newest_trained,
)
from seqtui.runs.run import BUSY, Run, RunBusyError
from seqtui.runs.state import ALIVE, State, Status, state_of

__all__ = [
    "ALIVE",
    "BUSY",
    "LOG_HEADER",
    "EventTail",
    "EventWriter",
    "Metrics",
    "Run",
    "RunBusyError",
    "State",
    "Status",
    "newest_exported",
    "newest_interrupted",
    "newest_run",
    "newest_to_watch",
    "newest_trained",
    "state_of",
]
