"""Progress of a run, computed from its events, for screens and reports."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from seqtui.runs.events import (
    ENDS,
    Batch,
    DataRead,
    End,
    Epoch,
    Event,
    Examples,
    Failed,
    Finished,
    PhaseBegan,
    PhaseProgress,
    Started,
    Stopped,
    Tested,
    is_newer_version,
)

_STALL_SECONDS = {
    "reading reviews": 600.0,  # a download
    "reading unlabelled texts": 600.0,
    "encoding reviews": 600.0,
    "reading word vectors": 600.0,  # millions of words
    "counting n-grams": 600.0,  # a minute for a million reviews
    "learning text vectors": 600.0,  # counts n-grams first
    "labelling unlabelled texts": 600.0,  # many labels, a regression for each fold
    "loading TensorFlow": 180.0,  # a cold disk
    "compiling kernels": 180.0,
}
_MIN_STALL_SECONDS = 60.0  # a trainer reports several times per second
_STALL_FACTOR = 10  # multiple of the expected time of a batch or a validation
_MIN_SHARE = 0.02  # of a phase; less does not show how long it takes
_FORWARD_SHARE = 1 / 3  # of the time of a training step; used until a validation has been timed


class Heartbeat:
    """Seconds since the trainer last reported, measured with a monotonic clock."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def record(self, event_time: float, now: float) -> None:
        """Record an event of the trainer.

        Args:
            event_time: When the event was written, in seconds since 1970.
            now: Current time of the same clock.
        """
        self._last = time.monotonic() - max(0.0, now - event_time)

    @property
    def seconds(self) -> float:
        """Seconds since the last event."""
        return time.monotonic() - self._last


@dataclass(frozen=True)
class RunProgress:
    """Progress of a run at one moment.

    Args:
        total_epochs: Number of epochs; None if it depends on the number of reviews, which have not been read.
        started_at: When the trainer started, in seconds since 1970. Default: None, not started.
        last_at: When it last reported, in seconds since 1970. Default: None, not started.
        process_id: Process id of the trainer. Default: None, not started.
        phase: Current phase. Default ``"starting"``.
        phase_at: When it began, in seconds since 1970. Default: None, not started.
        phase_done: Last report of how much of it is done. Default: None, unknown.
        data: Sizes of the data. Default: None, not read yet.
        batch: Last completed batch of the current epoch. Default: None.
        examples: Current predictions for a few validation reviews. Default: None.
        epochs: Completed epochs. Default: none.
        test: Result on the test set. Default: None, not evaluated yet.
        end: Event that ended the run. Default: None, not ended.
        version: Version of seqtui that trains. Default: None, not started.
    """

    total_epochs: int | None
    started_at: float | None = None
    last_at: float | None = None
    process_id: int | None = None
    phase: str = "starting"
    phase_at: float | None = None
    phase_done: PhaseProgress | None = None
    data: DataRead | None = None
    batch: Batch | None = None
    examples: Examples | None = None
    epochs: tuple[Epoch, ...] = ()
    test: Tested | None = None
    end: End | None = None
    version: str | None = None

    @classmethod
    def of(cls, total_epochs: int | None, events: Iterable[Event]) -> "RunProgress":
        """Return the progress after some events, in order."""
        progress = cls(total_epochs)
        for event in events:
            progress = progress.after(event)
        return progress

    def after(self, event: Event) -> "RunProgress":
        """Return the progress after one more event."""
        return replace(self._after(event), last_at=event.time)

    def _after(self, event: Event) -> "RunProgress":
        match event:
            case Started():
                return RunProgress(
                    self.total_epochs,
                    started_at=event.time,
                    process_id=event.process_id,
                    version=event.version,
                    epochs=self._epochs_before(event.epochs_done + 1),
                    batch=self._batch_at(event.epochs_done + 1, event.batches_done),
                )
            case PhaseBegan():
                return replace(self, phase=event.phase, phase_at=event.time, phase_done=None)
            case PhaseProgress():
                return replace(self, phase_done=event)
            case DataRead():
                return replace(self, data=event, total_epochs=event.epochs or self.total_epochs)
            case Batch():
                return replace(self, batch=event)
            case Examples():
                return replace(self, examples=event)
            case Tested():
                return replace(self, test=event)
            case Epoch():
                return replace(self, epochs=(*self._epochs_before(event.epoch), event))
        return (
            replace(self, end=event, phase=type(event).__name__.lower()) if isinstance(event, ENDS) else self
        )

    def _epochs_before(self, epoch: int) -> tuple[Epoch, ...]:
        return tuple(completed for completed in self.epochs if completed.epoch < epoch)

    def _batch_at(self, epoch: int, batch: int) -> Batch | None:
        last = self.batch
        return last if last and (last.epoch, last.batch) == (epoch, batch) else None

    @property
    def epochs_expected(self) -> int:
        """Number of epochs in the recipe, or of epochs trained if the run has ended."""
        if isinstance(self.end, Finished | Stopped):
            return max(1, len(self.epochs), self.batch.epoch if self.batch else 0)
        return self.total_epochs or 1

    @property
    def epochs_done(self) -> float:
        """Number of completed epochs, with the completed part of the current one."""
        done, batch = len(self.epochs), self.batch
        return done + batch.batch / batch.batches if batch and batch.epoch > done else float(done)

    def visible_epochs(self, rows: int) -> list[tuple[int, Epoch | None, Batch | None]]:
        """Return the epochs to show in a number of rows, including the current one.

        Args:
            rows: Maximum number of epochs.

        Returns:
            For each epoch its number, its result if it is complete, and its last batch if it is the current
            one.
        """
        last = min(self.epochs_expected, max(len(self.epochs) + 1, rows))
        completed = {epoch.epoch: epoch for epoch in self.epochs}
        current = {self.batch.epoch: self.batch} if self.batch else {}
        return [
            (number, completed.get(number), current.get(number))
            for number in range(max(1, last - rows + 1), last + 1)
        ]

    @property
    def best(self) -> tuple[float, int] | None:
        """Validation accuracy and epoch of the saved weights, or None; a stopped epoch counts, too."""
        if isinstance(self.end, Finished | Stopped) and self.end.val_accuracy and self.end.best_epoch:
            return self.end.val_accuracy, self.end.best_epoch
        saved = [
            (epoch.val_accuracy, epoch.epoch)
            for epoch in self.epochs
            if epoch.best and epoch.val_accuracy is not None
        ]
        return saved[-1] if saved else None

    @property
    def result(self) -> str:
        """Accuracy of the saved weights in words: on the test set if evaluated, or the validation set."""
        if self.test is not None:
            interval = f"95 % interval {self.test.low:.2%} to {self.test.high:.2%}"
            return f"test accuracy {self.test.accuracy:.2%} ({interval}, {self.test.reviews:,} reviews)"
        if isinstance(self.end, Finished | Stopped) and self.end.test_accuracy is not None:
            return f"test accuracy {self.end.test_accuracy:.2%}"
        return "validation accuracy {:.2%} (epoch {})".format(*self.best) if self.best else ""

    def phase_status(self, now: float) -> str:
        """Return the current phase in words and, if known, how much of it is done and when it will end.

        Args:
            now: Current time, in seconds since 1970.
        """
        if self.phase_done is None or self.phase_at is None or self.end:
            return self.phase
        done, at = self.phase_done.share, self.phase_done.time
        if done < _MIN_SHARE:
            return f"{self.phase}, {done:.0%}"
        left = max(0.0, (at - self.phase_at) * (1 - done) / done - max(0.0, now - at))
        return f"{self.phase}, {done:.0%}, {left:.0f} s left"

    def seconds_left(self, now: float) -> float | None:
        """Estimate the remaining seconds of training and validation; None before the first batch.

        Args:
            now: Current time, in seconds since 1970.
        """
        if self.batch is None or self.data is None or self.end:
            return None
        speed = max(self.batch.reviews_per_second, 1e-9)
        train_seconds = self.data.train / speed
        if self.epochs:
            val_seconds = self.epochs[-1].val_seconds
        else:
            val_seconds = self.data.validation / speed * _FORWARD_SHARE
        epochs_left = self.epochs_expected - len(self.epochs)
        if not epochs_left:
            return 0.0
        current = self.batch if self.batch.epoch > len(self.epochs) else None
        done = train_seconds * (current.batch / current.batches) if current else 0.0
        since = now - self.batch.time if self.phase == "validating" else 0.0
        return max(0.0, epochs_left * (train_seconds + val_seconds) - done - max(0.0, since))

    def is_stalled(self, seconds: float) -> bool:
        """Return whether the trainer has not reported for too long for its current phase.

        Args:
            seconds: Seconds since its last event.
        """
        limit = _STALL_SECONDS.get(self.phase, _MIN_STALL_SECONDS)
        if self.batch and self.data:
            evaluated = {"validating": self.data.validation, "testing": self.data.test}
            reviews = evaluated.get(self.phase, self.data.train / self.batch.batches)
            limit = max(limit, _STALL_FACTOR * reviews / max(self.batch.reviews_per_second, 1e-9))
        return self.end is None and seconds > limit

    def warnings(self, state: str, seconds: float, crash_reason: str = "") -> list[str]:
        """Return the warnings to show for the run: failed, pruned, crashed, stalled or overfitting.

        Args:
            state: State of the run.
            seconds: Seconds since the trainer's last event.
            crash_reason: Why the trainer crashed. Default: unknown.
        """
        warnings = []
        match self.end:
            case Failed(reason=reason):
                warnings.append(f"{'not resumed' if self.end.resumable else 'failed'}: {reason}")
            case Finished(stopped_early=str(why)):
                warnings.append(f"stopped early: {why}")
            case Stopped(pruned=True):
                warnings.append("pruned by the search: other recipes were better")
        if state == "crashed":
            warnings.append(f"the trainer crashed: {crash_reason}")
        if state == "stalled":
            warnings.append(f"stalled: no event from the trainer for {seconds:.0f} s")
        if self.version and is_newer_version(self.version):
            warnings.append(f"a newer seqtui ({self.version}) trains this run; some events may not be shown")
        if self.overfits:
            warnings.append("overfitting: the validation loss rises while the training loss falls")
        return warnings

    @property
    def overfits(self) -> bool:
        """Whether the validation loss rose in the last epoch while the training loss fell."""
        if len(self.epochs) < 2:
            return False
        before, last = self.epochs[-2:]
        if before.val_loss is None or last.val_loss is None:
            return False
        return last.val_loss > before.val_loss and last.loss < before.loss


def validation_result(epoch: Epoch) -> str:
    """Return validation loss and accuracy of an epoch in words; empty without validation set."""
    if epoch.val_loss is None or epoch.val_accuracy is None:
        return ""
    return f"  validation loss {epoch.val_loss:.4f}  validation accuracy {epoch.val_accuracy:.2%}"
