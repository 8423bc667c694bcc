"""The facts that a trainer reports; each is one line of JSON in the run folder's ``events.jsonl``."""

import re
import time
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from seqtui import __version__

Phase = Literal[
    "reading reviews",
    "counting n-grams",
    "loading TensorFlow",
    "compiling kernels",
    "training",
    "validating",
    "testing",
]


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    """Args: time: when it happened, in seconds since 1970."""

    time: float = msgspec.field(default_factory=time.time)


class Started(_Event, frozen=True, tag="started"):
    """A trainer took the run folder.

    Where it resumes, ``epochs_done`` were over before, and ``batches_done`` of the epoch after them.
    """

    run: str
    process_id: int
    version: str
    epochs_done: Annotated[int, Meta(ge=0)] = 0
    batches_done: Annotated[int, Meta(ge=0)] = 0


class PhaseBegan(_Event, frozen=True, tag="phase"):
    """The trainer turned to another kind of work."""

    phase: Phase


class DataRead(_Event, frozen=True, tag="data"):
    """The reviews are read, split and encoded.

    Args:
        train: Number of training reviews.
        validation: Number of validation reviews.
        test: Number of test reviews.
        labels: The labels' names, in the order of the probabilities.
        vocabulary: Word ids.
        tokens: Of a training review, the mean after truncation.
        fingerprint: A digest of reviews, labels and split.
        notes: What was found in their source, a line each, safe for a terminal.
        held_out: The number of test reviews in events of seqtui before 0.2.
    """

    train: int
    labels: list[str]
    vocabulary: int
    tokens: float
    fingerprint: str
    validation: int = 0
    test: int = 0
    notes: list[str] = []
    held_out: int | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        if self.held_out is not msgspec.UNSET:
            msgspec.structs.force_setattr(self, "test", self.held_out)
            msgspec.structs.force_setattr(self, "held_out", msgspec.UNSET)


class Batch(_Event, frozen=True, tag="batch"):
    """One optimizer step is done; loss, accuracy and speed are those of the epoch so far."""

    epoch: Annotated[int, Meta(ge=1)]
    batch: Annotated[int, Meta(ge=0)]
    batches: Annotated[int, Meta(ge=1)]
    loss: float
    accuracy: float
    reviews_per_second: float


class Example(msgspec.Struct, frozen=True):
    """The beginning of a validation review, its true label, the likeliest one now and its probability."""

    text: str
    label: str
    predicted: str
    probability: float


class Examples(_Event, frozen=True, tag="examples"):
    """What the network predicts for a few validation reviews by now; without validation, training reviews."""

    epoch: int
    batch: int
    examples: list[Example]


class Epoch(_Event, frozen=True, tag="epoch"):
    """One pass and its validation are done. ``seconds`` counts the training part alone.

    ``val_loss`` and ``val_accuracy`` are None without validation reviews. ``best`` says whether its weights
    are kept.
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
    """The kept weights are evaluated on the test reviews.

    Args:
        loss: Mean cross-entropy, in nats.
        accuracy: Share of the reviews whose label is correct.
        low: Lower bound of the accuracy's 95 % interval.
        high: Its upper bound.
        reviews: Number of test reviews.
    """

    loss: float
    accuracy: float
    low: float
    high: float
    reviews: int


class Finished(_Event, frozen=True, tag="finished"):
    """All epochs are done, or ``stopped_early`` says why those that are left would be of no use.

    ``seconds`` counts from the start, loading and validation included.
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
    """Ended early on request; the best weights so far are kept, if ``best_epoch`` is given.

    ``pruned`` says that a search asked for it, as other recipes did better.
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
    """Ended by an error. ``request`` says that the recipe or its data was wrong, not the work."""

    run: str
    reason: str
    request: bool


def newer_than_this(version: str) -> bool:
    """Whether a version of seqtui, as :class:`Started` names it, is later than this one."""
    return _numbers(version) > _numbers(__version__)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", version)[:3]]


def _take_held_out(end: "Finished | Stopped") -> None:
    """Read the accuracy of a run of seqtui before 0.2 as the test accuracy."""
    if end.held_out_accuracy is not msgspec.UNSET:
        msgspec.structs.force_setattr(end, "test_accuracy", end.held_out_accuracy)
        msgspec.structs.force_setattr(end, "held_out_accuracy", msgspec.UNSET)


Event = Started | PhaseBegan | DataRead | Batch | Examples | Epoch | Tested | Finished | Stopped | Failed
End = Finished | Stopped | Failed
ENDS = (Finished, Stopped, Failed)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def to_line(event: Event) -> bytes:
    """One event as a line of JSON, the line's end included."""
    return _encoder.encode(event) + b"\n"


def from_line(line: bytes) -> Event | None:
    """Read one line back; None for a line that a kill cut short or a newer version wrote."""
    try:
        return _decoder.decode(line)
    except (ValueError, RecursionError):  # also of bytes that are not UTF-8
        return None


def until(events: list[Event], epoch: int, batch: int) -> list[Event]:
    """The events up to a position: what a trainer that goes on from there must not contradict.

    Args:
        events: Of one run, in order.
        epoch: The epoch that runs at the position.
        batch: Batches of it that are done.
    """
    for place in range(len(events) - 1, -1, -1):
        match events[place]:
            case Batch() as done if (done.epoch, done.batch) == (epoch, batch):
                return events[: place + 1]
            case Epoch() as over if (over.epoch + 1, 0) == (epoch, batch):
                return events[: place + 1]
    return []
