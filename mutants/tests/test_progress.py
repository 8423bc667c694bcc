import pytest

from seqtui.events import Batch, DataRead, Epoch, Finished, PhaseBegan, Started, Stopped
from seqtui.progress import Progress

DATA = DataRead(
    train=1000, held_out=500, labels=["n", "p"], vocabulary=9, tokens=5.0, fingerprint="", time=0.0
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
    progress = Progress(2)
    for event in (Started(run="r", process_id=1, version="0"), PhaseBegan(phase="reading reviews"), DATA):
        progress = progress.after(event)
        assert progress.seconds_left(0.0) is None


def test_the_estimate_counts_validation() -> None:
    half = Progress(2).after(DATA).after(batch(1, 5))
    guessed_validation = 500 / 100 / 3
    assert half.seconds_left(50.0) == pytest.approx(2 * (10 + guessed_validation) - 5)
    second = half.after(epoch(1, 0.8, best=True)).after(batch(2, 5))
    assert second.seconds_left(50.0) == pytest.approx(10 + 3 - 5)
    validating = second.after(batch(2, 10)).after(PhaseBegan(phase="validating"))
    assert validating.seconds_left(51.0) == pytest.approx(2.0)


def test_nothing_is_left_at_the_end() -> None:
    over = Progress(1).after(DATA).after(batch(1, 10)).after(epoch(1, 0.8, best=True))
    assert over.seconds_left(99.0) == 0.0
    ended = over.after(Finished(run="r", held_out_accuracy=0.8, best_epoch=1, seconds=20.0))
    assert ended.seconds_left(99.0) is None
    assert ended.phase == "finished"


def test_the_best_epoch_is_the_one_whose_weights_were_kept_last() -> None:
    progress = Progress(3).after(epoch(1, 0.7, best=True)).after(epoch(2, 0.9, best=True))
    progress = progress.after(epoch(3, 0.8, best=False))
    assert progress.best == (0.9, 2)
    stopped = Stopped(run="r", held_out_accuracy=0.95, best_epoch=4, seconds=1.0)
    assert progress.after(stopped).best == (0.95, 4)  # weights of an epoch that was not finished
    nothing = Stopped(run="r", held_out_accuracy=None, best_epoch=None, seconds=1.0)
    assert Progress(3).after(nothing).best is None
