"""Report the phases of a trainer."""

import time
from collections.abc import Callable

from seqtui.runs.events import Event, Phase, PhaseBegan, PhaseProgress

_SECONDS = 0.5  # between two reports


def _ignore(_: Event) -> None:
    pass


class Phases:
    """Reports which phase a trainer is in, and how much of it is done.

    Args:
        report: Called with each event. Default: does nothing.
    """

    def __init__(self, report: Callable[[Event], None] = _ignore) -> None:
        self._report = report
        self._reported = time.monotonic()

    def begin(self, phase: Phase) -> None:
        """Report that a phase begins."""
        self._reported = time.monotonic()
        self._report(PhaseBegan(phase=phase))

    def share(self, done: float) -> None:
        """Report how much of the phase is done, at most twice a second.

        Args:
            done: Fraction of its work, 0 to 1.
        """
        if time.monotonic() - self._reported >= _SECONDS:
            self._reported = time.monotonic()
            self._report(PhaseProgress(share=min(1.0, done)))
