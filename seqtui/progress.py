"""What a screen shows of a run: the events so far, folded into one value."""

from dataclasses import dataclass, replace

from seqtui.events import (
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
)

_SILENT_SECONDS = 60  # a trainer reports several times a second; loading TensorFlow takes a few
_FORWARD_SHARE = 1 / 3  # of a training step's work; used until a validation has been timed


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
        examples: What the network makes of a few held-out reviews by now.
        epochs: The epochs that are over.
        end: How it ended.
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
    end: End | None = None

    def after(self, event: Event) -> "Progress":
        """The progress once one more event has happened."""
        return replace(self._after(event), last_at=event.time)

    def _after(self, event: Event) -> "Progress":
        match event:
            case Started():
                before = self.epochs[: event.epochs_done]
                return Progress(
                    self.epochs_wanted, started_at=event.time, process_id=event.process_id, epochs=before
                )
            case PhaseBegan():
                return replace(self, phase=event.phase)
            case DataRead():
                return replace(self, data=event)
            case Batch():
                return replace(self, batch=event)
            case Examples():
                return replace(self, examples=event)
            case Epoch():
                return replace(self, epochs=(*self.epochs, event))
        return (
            replace(self, end=event, phase=type(event).__name__.lower()) if isinstance(event, ENDS) else self
        )

    def on_screen(self, rows: int) -> list[tuple[int, Epoch | None, Batch | None]]:
        """The epochs to show where there is room for ``rows`` of them, the running one among them.

        Returns:
            Each epoch's number, its result if it is over, its last batch if it runs.
        """
        last = min(self.epochs_wanted, max(len(self.epochs) + 1, rows))
        over = {epoch.epoch: epoch for epoch in self.epochs}
        running = {self.batch.epoch: self.batch} if self.batch else {}
        return [
            (number, over.get(number), running.get(number))
            for number in range(max(1, last - rows + 1), last + 1)
        ]

    @property
    def best(self) -> tuple[float, int] | None:
        """Held-out accuracy and epoch of the weights that are kept; a stopped epoch's count too."""
        if isinstance(self.end, Finished | Stopped) and self.end.held_out_accuracy and self.end.best_epoch:
            return self.end.held_out_accuracy, self.end.best_epoch
        kept = [(epoch.val_accuracy, epoch.epoch) for epoch in self.epochs if epoch.best]
        return kept[-1] if kept else None

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
            val_seconds = self.data.held_out / speed * _FORWARD_SHARE
        epochs_left = self.epochs_wanted - len(self.epochs)
        if not epochs_left:
            return 0.0
        running = self.batch if self.batch.epoch > len(self.epochs) else None
        done = train_seconds * (running.batch / running.batches) if running else 0.0
        since = now - self.batch.time if self.phase == "validating" else 0.0
        return max(0.0, epochs_left * (train_seconds + val_seconds) - done - max(0.0, since))

    def notices(self, now: float, *, alive: bool) -> list[str]:
        """What somebody who looks after the run should know.

        Args:
            now: Seconds since 1970.
            alive: Whether the trainer still works.
        """
        said = []
        if isinstance(self.end, Failed):
            said.append(f"failed: {self.end.reason}")
        if self.end is None and not alive:
            said.append("the trainer died; the log says more")
        silent = now - self.last_at if self.last_at else 0.0
        if self.end is None and alive and silent > _SILENT_SECONDS:
            said.append(f"no word from the trainer for {silent:.0f} s")
        if self.overfits:
            said.append("overfitting: the held-out loss rises while the training loss falls")
        return said

    @property
    def overfits(self) -> bool:
        """Whether the last epoch made the held-out loss worse and the training loss better."""
        if len(self.epochs) < 2:
            return False
        before, last = self.epochs[-2:]
        return last.val_loss > before.val_loss and last.loss < before.loss
