from dataclasses import replace

import msgspec
import pytest

from seqtui.runs.events import (
    Batch,
    DataRead,
    Epoch,
    Finished,
    Phase,
    PhaseBegan,
    PhaseProgress,
    Started,
    Stopped,
)
from seqtui.runs.progress import RunProgress

DATA = DataRead(
    train=1000,
    test=500,
    validation=500,
    class_names=["n", "p"],
    vocabulary=9,
    tokens=5.0,
    fingerprint="",
    time=0.0,
)


def batch(epoch: int, number: int) -> Batch:
    return Batch(
        epoch=epoch, batch=number, batches=10, loss=0.5, accuracy=0.7, reviews_per_second=100.0, time=50.0
    )


def epoch(number: int, accuracy: float, best: bool) -> Epoch:
    return Epoch(
        epoch=number, seconds=10.0, loss=0.5, accuracy=0.7, val_loss=0.6, val_accuracy=accuracy,
        val_seconds=3.0, reviews_per_second=100.0, best=best,
    )  # fmt: skip


def test_no_estimate_before_the_first_batch() -> None:
    progress = RunProgress(2)
    for event in (Started(run="r", process_id=1, version="0"), PhaseBegan(phase="reading reviews"), DATA):
        progress = progress.after(event)
        assert progress.seconds_left(0.0) is None


def test_the_rest_of_a_phase_is_estimated() -> None:
    reading = RunProgress(2).after(PhaseBegan(phase="reading reviews", time=100.0))
    assert reading.phase_status(101.0) == "reading reviews"
    assert reading.after(PhaseProgress(share=0.01, time=101.0)).phase_status(101.0) == "reading reviews, 1%"
    quarter = reading.after(PhaseProgress(share=0.25, time=110.0))
    assert quarter.phase_status(110.0) == "reading reviews, 25%, 30 s left"
    assert quarter.phase_status(112.0) == "reading reviews, 25%, 28 s left"
    assert quarter.phase_status(999.0) == "reading reviews, 25%, 0 s left"
    assert quarter.after(PhaseBegan(phase="encoding reviews")).phase_status(130.0) == "encoding reviews"


def test_the_estimate_counts_validation() -> None:
    half = RunProgress(2).after(DATA).after(batch(1, 5))
    estimated_validation = 500 / 100 / 3
    assert half.seconds_left(50.0) == pytest.approx(2 * (10 + estimated_validation) - 5)
    second = half.after(epoch(1, 0.8, best=True)).after(batch(2, 5))
    assert second.seconds_left(50.0) == pytest.approx(10 + 3 - 5)
    validating = second.after(batch(2, 10)).after(PhaseBegan(phase="validating"))
    assert validating.seconds_left(51.0) == pytest.approx(2.0)


def test_no_time_is_left_at_the_end() -> None:
    over = RunProgress(1).after(DATA).after(batch(1, 10)).after(epoch(1, 0.8, best=True))
    assert over.seconds_left(99.0) == 0.0
    ended = over.after(Finished(run="r", val_accuracy=0.8, best_epoch=1, seconds=20.0))
    assert ended.seconds_left(99.0) is None
    assert ended.phase == "finished"


def test_the_best_epoch_is_the_last_one_that_saved_weights() -> None:
    progress = RunProgress(3).after(epoch(1, 0.7, best=True)).after(epoch(2, 0.9, best=True))
    progress = progress.after(epoch(3, 0.8, best=False))
    assert progress.best == (0.9, 2)
    stopped = Stopped(run="r", val_accuracy=0.95, best_epoch=4, seconds=1.0)
    assert progress.after(stopped).best == (0.95, 4)  # weights of an epoch that was not finished
    nothing = Stopped(run="r", val_accuracy=None, best_epoch=None, seconds=1.0)
    assert RunProgress(3).after(nothing).best is None


@pytest.mark.parametrize(
    ("phase", "seconds"),
    [("reading reviews", 300), ("loading TensorFlow", 120), ("training", 30), ("validating", 30)],
)
def test_a_trainer_is_late_when_it_reports_nothing_for_longer_than_its_work_takes(
    phase: Phase, seconds: float
) -> None:
    progress = RunProgress(2).after(DATA).after(PhaseBegan(phase=phase))
    assert not progress.is_stalled(seconds)
    assert progress.is_stalled(3600)
    slow = replace(progress, batch=with_speed(batch(1, 1), 0.5))  # 200 s a batch, 1,000 s a validation
    assert not slow.is_stalled(1500)


def with_speed(event: Batch, reviews_per_second: float) -> Batch:
    return msgspec.structs.replace(event, reviews_per_second=reviews_per_second)


def test_a_resumed_run_shows_the_progress_at_its_checkpoint() -> None:
    before = RunProgress(3).after(DATA).after(epoch(1, 0.8, best=True)).after(batch(2, 5))
    resumed = before.after(Started(run="r", process_id=2, version="0", epochs_done=1, batches_done=5))
    assert (len(resumed.epochs), resumed.batch, resumed.process_id) == (1, batch(2, 5), 2)
    further = before.after(batch(2, 6)).after(epoch(2, 0.9, best=True))
    again = further.after(Started(run="r", process_id=2, version="0", epochs_done=1, batches_done=5))
    assert [over.epoch for over in again.epochs] == [1]
    assert again.batch is None


def test_a_run_that_stopped_early_is_finished() -> None:
    over = RunProgress(10).after(DATA).after(batch(1, 10)).after(epoch(1, 0.8, best=True))
    early = over.after(
        Finished(run="r", val_accuracy=0.8, best_epoch=1, seconds=20.0, stopped_early="reason")
    )
    assert [number for number, *_ in early.visible_epochs(9)] == [1]
    assert early.seconds_left(0.0) is None
    assert "stopped early: reason" in early.warnings("finished", 0.0)
