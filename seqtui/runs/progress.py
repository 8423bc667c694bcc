"""What a screen shows of a run: the events so far, folded into one value."""

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
    Started,
    Stopped,
    Tested,
    newer_than_this,
)

_PATIENCE = {
    "reading reviews": 600.0,  # a download
    "counting n-grams": 600.0,  # two minutes for a million reviews
    "loading TensorFlow": 180.0,  # a cold disk
    "compiling kernels": 180.0,
}
_SHORTEST_PATIENCE = 60.0  # seconds; a trainer reports several times a second
_USUAL_TIMES = 10  # so often the time that a batch or a validation should take
_FORWARD_SHARE = 1 / 3  # of a training step's work; used until a validation has been timed


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
class Progress:
    """A run at one moment.

    Args:
        epochs_wanted: The recipe's.
        started_at: When the trainer began, in seconds since 1970.
        last_at: When it last reported, in seconds since 1970.
        process_id: The trainer's.
        phase: What it does now.
        data: The reviews, once read.
        batch: The last batch of the running epoch.
        examples: What the network predicts for a few validation reviews by now.
        epochs: The epochs that are over.
        test: The result on the test reviews.
        end: How it ended.
        version: The trainer's.
    """

    epochs_wanted: int
    started_at: float | None = None
    last_at: float | None = None
    process_id: int | None = None
    phase: str = "starting"
    data: DataRead | None = None
    batch: Batch | None = None
    examples: Examples | None = None
    epochs: tuple[Epoch, ...] = ()
    test: Tested | None = None
    end: End | None = None
    version: str | None = None

    @classmethod
    def of(cls, epochs_wanted: int, events: Iterable[Event]) -> "Progress":
        """The progress after these events."""
        progress = cls(epochs_wanted)
        for event in events:
            progress = progress.after(event)
        return progress

    def after(self, event: Event) -> "Progress":
        """The progress once one more event has happened."""
        return replace(self._after(event), last_at=event.time)

    def _after(self, event: Event) -> "Progress":
        match event:
            case Started():
                return Progress(
                    self.epochs_wanted,
                    started_at=event.time,
                    process_id=event.process_id,
                    version=event.version,
                    epochs=self._epochs_before(event.epochs_done + 1),
                    batch=self._batch_at(event.epochs_done + 1, event.batches_done),
                )
            case PhaseBegan():
                return replace(self, phase=event.phase)
            case DataRead():
                return replace(self, data=event)
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
        return tuple(over for over in self.epochs if over.epoch < epoch)

    def _batch_at(self, epoch: int, batch: int) -> Batch | None:
        here = self.batch
        return here if here and (here.epoch, here.batch) == (epoch, batch) else None

    @property
    def epochs_expected(self) -> int:
        """How many epochs there will have been: those of the recipe, fewer once the run has ended early."""
        if isinstance(self.end, Finished | Stopped):
            return max(1, len(self.epochs), self.batch.epoch if self.batch else 0)
        return self.epochs_wanted

    def on_screen(self, rows: int) -> list[tuple[int, Epoch | None, Batch | None]]:
        """The epochs to show where there is room for ``rows`` of them, the running one among them.

        Returns:
            Each epoch's number, its result if it is over, its last batch if it runs.
        """
        last = min(self.epochs_expected, max(len(self.epochs) + 1, rows))
        over = {epoch.epoch: epoch for epoch in self.epochs}
        running = {self.batch.epoch: self.batch} if self.batch else {}
        return [
            (number, over.get(number), running.get(number))
            for number in range(max(1, last - rows + 1), last + 1)
        ]

    @property
    def best(self) -> tuple[float, int] | None:
        """Validation accuracy and epoch of the weights that are kept; a stopped epoch's count too."""
        if isinstance(self.end, Finished | Stopped) and self.end.val_accuracy and self.end.best_epoch:
            return self.end.val_accuracy, self.end.best_epoch
        kept = [
            (epoch.val_accuracy, epoch.epoch)
            for epoch in self.epochs
            if epoch.best and epoch.val_accuracy is not None
        ]
        return kept[-1] if kept else None

    @property
    def result(self) -> str:
        """The accuracy of the kept weights in words: of the test once it is over, else of the validation."""
        if self.test is not None:
            interval = f"95 % interval {self.test.low:.2%} to {self.test.high:.2%}"
            return f"test accuracy {self.test.accuracy:.2%} ({interval}, {self.test.reviews:,} reviews)"
        if isinstance(self.end, Finished | Stopped) and self.end.test_accuracy is not None:
            return f"test accuracy {self.end.test_accuracy:.2%}"
        return "validation accuracy {:.2%} (epoch {})".format(*self.best) if self.best else ""

    def seconds_left(self, now: float) -> float | None:
        """Estimate the seconds until the end, training and validation; None before the first batch.

        Args:
            now: Seconds since 1970.
        """
        if self.batch is None or self.data is None or self.end:
            return None
        speed = max(self.batch.reviews_per_second, 1e-9)
        train_seconds = self.data.train / speed
        if self.epochs:
            val_seconds = self.epochs[-1].val_seconds
        else:
            val_seconds = self.data.validation / speed * _FORWARD_SHARE
        epochs_left = self.epochs_wanted - len(self.epochs)
        if not epochs_left:
            return 0.0
        running = self.batch if self.batch.epoch > len(self.epochs) else None
        done = train_seconds * (running.batch / running.batches) if running else 0.0
        since = now - self.batch.time if self.phase == "validating" else 0.0
        return max(0.0, epochs_left * (train_seconds + val_seconds) - done - max(0.0, since))

    def is_late(self, silent: float) -> bool:
        """Whether a living trainer should have said something by now.

        Args:
            silent: Seconds since its last word.
        """
        patience = _PATIENCE.get(self.phase, _SHORTEST_PATIENCE)
        if self.batch and self.data:
            evaluated = {"validating": self.data.validation, "testing": self.data.test}
            reviews = evaluated.get(self.phase, self.data.train / self.batch.batches)
            patience = max(patience, _USUAL_TIMES * reviews / max(self.batch.reviews_per_second, 1e-9))
        return self.end is None and silent > patience

    def notices(self, state: str, silent: float, why_crashed: str = "") -> list[str]:
        """What somebody who looks after the run should know.

        Args:
            state: The run's.
            silent: Seconds since the trainer's last word.
            why_crashed: What is known of a trainer's death. Default: nothing.
        """
        said = []
        match self.end:
            case Failed(reason=reason):
                said.append(f"failed: {reason}")
            case Finished(stopped_early=str(why)):
                said.append(f"stopped early: {why}")
            case Stopped(pruned=True):
                said.append("pruned by the search: other recipes did better")
        if state == "crashed":
            said.append(f"the trainer died: {why_crashed}")
        if state == "stalled":
            said.append(f"stalled: no word from the trainer for {silent:.0f} s")
        if self.version and newer_than_this(self.version):
            said.append(f"a newer version of seqtui ({self.version}) reports; not all of it is understood")
        if self.overfits:
            said.append("overfitting: the validation loss rises while the training loss falls")
        return said

    @property
    def overfits(self) -> bool:
        """Whether the last epoch made the validation loss worse and the training loss better."""
        if len(self.epochs) < 2:
            return False
        before, last = self.epochs[-2:]
        if before.val_loss is None or last.val_loss is None:
            return False
        return last.val_loss > before.val_loss and last.loss < before.loss


def validation_result(epoch: Epoch) -> str:
    """Return loss and accuracy of an epoch's validation in words; empty without validation."""
    if epoch.val_loss is None or epoch.val_accuracy is None:
        return ""
    return f"  validation loss {epoch.val_loss:.4f}  validation accuracy {epoch.val_accuracy:.2%}"
