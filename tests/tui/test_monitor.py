from pathlib import Path
from typing import Any

import pytest

from seqtui.recipe import Recipe
from seqtui.tui.monitor import Monitor, Pace, previous_pace
from tests.tui.conftest import START, STATES, record


def test_before_the_first_batch_the_time_left_is_estimated_from_a_similar_run(runs_dir: Path) -> None:
    record(runs_dir, "other-network", STATES["finished"], Recipe(architecture="lstm", epochs=3))
    new = record(runs_dir, "new", STATES["reading"], Recipe(epochs=4))
    assert previous_pace(new) is None
    record(runs_dir, "similar", STATES["finished"])
    monitor = Monitor(new)
    monitor.read_events()
    assert monitor.seconds_left(START + 2) is None
    monitor.previous_pace = previous_pace(new)
    expected: Any = pytest.approx(5.05), pytest.approx(1.1)
    assert monitor.previous_pace == Pace(start=expected[0], epoch=expected[1])
    assert monitor.seconds_left(START + 2) == pytest.approx(5.05 - 2 + 4 * 1.1 + 5.05 * 1.3)
