"""Events that a trainer reports, one JSON object per line of ``events.jsonl`` in the run folder."""

import re
import time
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from seqtui import __version__

Phase = Literal[
    "reading reviews",
    "reading unlabelled texts",
    "encoding reviews",
    "reading word vectors",
    "learning text vectors",
    "labelling unlabelled texts",
    "counting n-grams",
    "loading TensorFlow",
    "compiling kernels",
    "training",
    "validating",
    "testing",
]


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    """Base class of the events.

    Args:
        time: When the event happened, in seconds since 1970. Default: now.
    """

    time: float = msgspec.field(default_factory=time.time)


class Started(_Event, frozen=True, tag="started"):
    """A trainer has started.

    Args:
        run: Path of the run folder.
        process_id: Process id of the trainer.
        version: Version of seqtui.
        epochs_done: Epochs completed before, if it resumes a run. Default 0.
        batches_done: Batches of the next epoch completed before. Default 0.
    """

    run: str
    process_id: int
    version: str
    epochs_done: Annotated[int, Meta(ge=0)] = 0
    batches_done: Annotated[int, Meta(ge=0)] = 0


class PhaseBegan(_Event, frozen=True, tag="phase"):
    """The trainer has started another phase of its work."""

    phase: Phase


class PhaseProgress(_Event, frozen=True, tag="progress"):
    """A part of the current phase is done.

    Args:
        share: Fraction of its work, 0 to 1.
    """

    share: Annotated[float, Meta(ge=0, le=1)]


class DataRead(_Event, frozen=True, tag="data"):
    """The reviews have been read, split and encoded.

    Args:
        train: Number of training reviews.
        class_names: Class names, in the order of the probabilities.
        vocabulary: Size of the vocabulary.
        tokens: Mean number of tokens of a training review, after truncation.
        fingerprint: Digest of reviews, labels and split.
        validation: Number of validation reviews. Default 0.
        test: Number of test reviews. Default 0.
        epochs: Number of epochs. Default: None, in events of earlier versions.
        batch_size: Maximum number of reviews per step. Default: None, in events of earlier versions.
        notes: Findings about the source, one line each, safe to print in a terminal. Default: none.
        held_out: Number of test reviews in events of seqtui before 0.2.
    """

    train: int
    class_names: list[str] = msgspec.field(name="labels")  # the name in stored events
    vocabulary: int
    tokens: float
    fingerprint: str
    validation: int = 0
    test: int = 0
    epochs: int | None = None
    batch_size: int | None = None
    notes: list[str] = []
    held_out: int | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        if self.held_out is not msgspec.UNSET:
            msgspec.structs.force_setattr(self, "test", self.held_out)
            msgspec.structs.force_setattr(self, "held_out", msgspec.UNSET)


class Batch(_Event, frozen=True, tag="batch"):
    """One optimizer step is done.

    Args:
        epoch: Current epoch, from 1.
        batch: Completed batches of the epoch.
        batches: Batches per epoch.
        loss: Mean loss of the epoch so far, in nats.
        accuracy: Accuracy of the epoch so far, 0 to 1.
        reviews_per_second: Training speed of the epoch so far.
    """

    epoch: Annotated[int, Meta(ge=1)]
    batch: Annotated[int, Meta(ge=0)]
    batches: Annotated[int, Meta(ge=1)]
    loss: float
    accuracy: float
    reviews_per_second: float


class Example(msgspec.Struct, frozen=True):
    """Prediction for one validation review.

    Args:
        text: Beginning of the review.
        label: Name of the true label.
        predicted: Name of the predicted label.
        probability: Probability of the predicted label, 0 to 1.
    """

    text: str
    label: str
    predicted: str
    probability: float


class Examples(_Event, frozen=True, tag="examples"):
    """Current predictions for a few validation reviews.

    Args:
        epoch: Current epoch, from 1.
        batch: Completed batches of the epoch.
        examples: The predictions.
    """

    epoch: int
    batch: int
    examples: list[Example]


class Epoch(_Event, frozen=True, tag="epoch"):
    """An epoch and its validation are complete.

    Args:
        epoch: The epoch, from 1.
        seconds: Training time of the epoch, without validation.
        loss: Mean training loss, in nats.
        accuracy: Training accuracy, 0 to 1.
        val_loss: Mean validation loss, in nats; None without validation set.
        val_accuracy: Validation accuracy, 0 to 1; None without validation set.
        val_seconds: Time of the validation.
        reviews_per_second: Training speed.
        best: Whether these are the best weights so far, which are saved.
    """

    epoch: Annotated[int, Meta(ge=1)]
    seconds: float
    loss: float
    accuracy: float
    val_loss: float | None
    val_accuracy: float | None
    val_seconds: float
    reviews_per_second: float
    best: bool


class Tested(_Event, frozen=True, tag="test"):
    """The best weights have been evaluated on the test set.

    Args:
        loss: Mean cross-entropy, in nats.
        accuracy: Accuracy, 0 to 1.
        low: Lower bound of the 95 % confidence interval of the accuracy.
        high: Upper bound.
        reviews: Number of test reviews.
    """

    loss: float
    accuracy: float
    low: float
    high: float
    reviews: int


class Finished(_Event, frozen=True, tag="finished"):
    """The training is complete.

    Args:
        run: Path of the run folder.
        best_epoch: Epoch of the saved weights, from 1.
        seconds: Time of the run, including loading and validation.
        val_accuracy: Validation accuracy of the saved weights. Default: None, without validation set.
        test_accuracy: Test accuracy of the saved weights. Default: None, not evaluated.
        stopped_early: Why early stopping ended the training. Default: None, all epochs were trained.
        held_out_accuracy: Test accuracy in events of seqtui before 0.2.
    """

    run: str
    best_epoch: int
    seconds: float
    val_accuracy: float | None = None
    test_accuracy: float | None = None
    stopped_early: str | None = None
    held_out_accuracy: float | msgspec.UnsetType | None = msgspec.UNSET

    def __post_init__(self) -> None:
        _take_held_out(self)


class Stopped(_Event, frozen=True, tag="stopped"):
    """The training was stopped on request; the best weights so far are saved.

    Args:
        run: Path of the run folder.
        best_epoch: Epoch of the saved weights; None if there are none.
        seconds: Time of the run, including loading and validation.
        val_accuracy: Validation accuracy of the saved weights. Default: None, not evaluated.
        test_accuracy: Test accuracy of the saved weights. Default: None, not evaluated.
        pruned: Whether a search stopped the run because other recipes were better. Default False.
        held_out_accuracy: Test accuracy in events of seqtui before 0.2.
    """

    run: str
    best_epoch: int | None
    seconds: float
    val_accuracy: float | None = None
    test_accuracy: float | None = None
    pruned: bool = False
    held_out_accuracy: float | msgspec.UnsetType | None = msgspec.UNSET

    def __post_init__(self) -> None:
        _take_held_out(self)


class Failed(_Event, frozen=True, tag="failed"):
    """The training failed.

    Args:
        run: Path of the run folder.
        reason: The error, in one line.
        request: Whether the recipe or its data is wrong; False for an error during training.
        resumable: Whether an interrupted run could not be continued because of that and stays interrupted.
            Default False.
    """

    run: str
    reason: str
    request: bool
    resumable: bool = False


def is_newer_version(version: str) -> bool:
    """Return whether a version of seqtui, as in :class:`Started`, is newer than the installed one."""
    return _numbers(version) > _numbers(__version__)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", version)[:3]]


def _take_held_out(end: "Finished | Stopped") -> None:
    """Use the held-out accuracy of a run of seqtui before 0.2 as the test accuracy."""
    if end.held_out_accuracy is not msgspec.UNSET:
        msgspec.structs.force_setattr(end, "test_accuracy", end.held_out_accuracy)
        msgspec.structs.force_setattr(end, "held_out_accuracy", msgspec.UNSET)


Event = (
    Started
    | PhaseBegan
    | PhaseProgress
    | DataRead
    | Batch
    | Examples
    | Epoch
    | Tested
    | Finished
    | Stopped
    | Failed
)
End = Finished | Stopped | Failed
ENDS = (Finished, Stopped, Failed)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def to_line(event: Event) -> bytes:
    r"""Return an event as a line of JSON, including the ``\n``."""
    return _encoder.encode(event) + b"\n"


def from_line(line: bytes) -> Event | None:
    """Parse a line; return None if it is incomplete or not an event of this version."""
    try:
        return _decoder.decode(line)
    except (ValueError, RecursionError):  # also for bytes that are not UTF-8
        return None


def events_until(events: list[Event], epoch: int, batch: int) -> list[Event]:
    """Return the events up to a position, which remain valid if the training resumes there.

    Args:
        events: Events of a run, in order.
        epoch: Epoch of the position, from 1.
        batch: Completed batches of the epoch.
    """
    for index in range(len(events) - 1, -1, -1):
        match events[index]:
            case Batch() as done if (done.epoch, done.batch) == (epoch, batch):
                return events[: index + 1]
            case Epoch() as completed if (completed.epoch + 1, 0) == (epoch, batch):
                return events[: index + 1]
    return []
