import io

import msgspec
import pytest
from rich.console import Console

from seqtui.cli.live import bars
from seqtui.runs.events import Batch, DataRead, Epoch, Event, Finished, PhaseBegan, Started
from seqtui.runs.progress import RunProgress

EVENTS: list[Event] = [
    Started(run="r", process_id=1, version="0"),
    PhaseBegan(phase="reading reviews"),
    DataRead(
        train=1000, validation=100, test=500, class_names=["n", "p"], vocabulary=5000, tokens=1.0,
        fingerprint="",
    ),
    PhaseBegan(phase="training"),
    Batch(epoch=1, batch=8, batches=16, loss=0.5, accuracy=0.75, reviews_per_second=2610.0),
    Epoch(epoch=1, seconds=9.6, loss=0.48, accuracy=0.755, val_loss=0.3, val_accuracy=0.881, val_seconds=1.0,
          reviews_per_second=2600.0, best=True),
    Batch(epoch=2, batch=4, batches=16, loss=0.3, accuracy=0.88, reviews_per_second=2000.0),
    Finished(run="r", val_accuracy=0.881, best_epoch=1, seconds=20.0),
]  # fmt: skip


def drawn(count: int, width: int = 80, hint: str = "", height: int = 24) -> list[str]:
    progress = RunProgress(3)
    for event in EVENTS[:count]:
        progress = progress.after(event)
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(bars(progress, 0.0, hint, height))
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue().splitlines()


def test_the_display_fits_the_width_after_every_event() -> None:
    for width in (40, 60, 80, 120):
        for count in range(len(EVENTS) + 1):
            assert all(len(line) <= width for line in drawn(count, width))


def test_before_the_first_batch_the_phase_is_shown() -> None:
    assert drawn(0)[-1].strip() == "starting"
    assert drawn(2)[-1].strip() == "reading reviews"
    assert "1,000 training, 100 validation and 500 test reviews" in drawn(3, 120)[-1]


def test_running_and_finished_epochs_are_shown() -> None:
    lines = drawn(7)
    assert "0.4800" in lines[1]
    assert "88.10% ★" in lines[1]
    assert "4/16" in lines[2]
    assert "s left · best 88.10% (epoch 1)" in lines[4]


def test_the_hint_is_shown_until_the_end() -> None:
    assert drawn(7, hint="Ctrl-C detaches")[-1].strip().endswith("(epoch 1) · Ctrl-C detaches")
    assert drawn(8, hint="Ctrl-C detaches")[-1].strip() == "finished · validation accuracy 88.10% (epoch 1)"


@pytest.mark.parametrize(("height", "first"), [(24, 20), (10, 25), (2, 31)])
def test_the_running_epoch_stays_visible_among_many(height: int, first: int) -> None:
    epoch, batch = EVENTS[5], EVENTS[6]
    assert isinstance(epoch, Epoch)
    assert isinstance(batch, Batch)
    progress = RunProgress(50)
    for number in range(1, 31):
        progress = progress.after(msgspec.structs.replace(epoch, epoch=number))
    progress = progress.after(msgspec.structs.replace(batch, epoch=31))
    console = Console(file=io.StringIO(), width=80, color_system=None)
    with console.capture() as captured:
        console.print(bars(progress, 0.0, height=height))
    numbers = [int(line.split()[0]) for line in captured.get().splitlines()[1:-1]]
    assert numbers == list(range(first, 32))
