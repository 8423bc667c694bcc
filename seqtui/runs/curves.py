"""Learning curves of a run, from its events."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seqtui.runs.events import Batch, Epoch, Event, Started

View = Literal["full", "recent", "epoch"]
Quantity = Literal["loss", "accuracy"]
Points = tuple[NDArray[np.float64], NDArray[np.float64]]

VIEWS: tuple[View, ...] = ("full", "recent", "epoch")
_RECENT = 0.25  # fraction of the training so far
_SMOOTHING = 0.9  # weight of the previous average in the exponential moving average


@dataclass
class _Series:
    x: list[float]
    loss: list[float]
    accuracy: list[float]

    def points(self, quantity: Quantity) -> Points:
        return np.array(self.x), np.array(getattr(self, quantity))


class Curves:
    """Loss and accuracy of training and validation by epoch."""

    def __init__(self) -> None:
        self._train = _Series([], [], [])
        self._validation = _Series([], [], [])
        self._before = Batch(epoch=0, batch=0, batches=1, loss=0.0, accuracy=0.0, reviews_per_second=0.0)

    def add(self, events: Iterable[Event]) -> None:
        """Add events, in order."""
        for event in events:
            match event:
                case Started(epochs_done=0, batches_done=0):
                    self.__init__()  # type: ignore[misc] # the run was restarted
                case Batch():
                    self._add_batch(event)
                case Epoch(val_loss=float(loss), val_accuracy=float(accuracy)):
                    _append(self._validation, float(event.epoch), loss, accuracy)

    def _add_batch(self, batch: Batch) -> None:
        """Compute a batch's own loss and accuracy from the running means of the epoch."""
        before = self._before if self._before.epoch == batch.epoch else None
        done = before.batch if before else 0
        count = max(1, batch.batch - done)

        def mean_since(mean: float, mean_before: float) -> float:
            return (mean * batch.batch - mean_before * done) / count

        _append(
            self._train,
            batch.epoch - 1 + batch.batch / batch.batches,
            mean_since(batch.loss, before.loss if before else 0.0),
            mean_since(batch.accuracy, before.accuracy if before else 0.0),
        )
        self._before = batch

    def train(
        self, quantity: Quantity, *, view: View = "full", smooth: bool = True, width: int = 100
    ) -> Points:
        """Return the training curve, averaged over intervals.

        Args:
            quantity: ``"loss"`` in nats, or ``"accuracy"``, 0 to 1.
            view: The full curve, its last quarter (``"recent"``), or the current epoch. Default ``"full"``.
            smooth: Whether to return the exponential moving average. Default True.
            width: Maximum number of points. Default 100.

        Returns:
            Epochs and values, each of shape (points,).
        """
        return _thinned(*self._cut(*self._train.points(quantity), view), width, smooth)

    def validation(self, quantity: Quantity, *, view: View = "full") -> Points:
        """Return the validation curve, one point per completed epoch.

        Args:
            quantity: As for :meth:`train`.
            view: As for :meth:`train`.

        Returns:
            Epochs and values, each of shape (points,).
        """
        return self._cut(*self._validation.points(quantity), view)

    def _cut(self, x: NDArray[np.float64], y: NDArray[np.float64], view: View) -> Points:
        last = max([*self._train.x[-1:], *self._validation.x[-1:], 0.0])
        first = {"full": 0.0, "recent": last * (1 - _RECENT), "epoch": float(np.ceil(last)) - 1}[view]
        keep = x >= first
        return x[keep], y[keep]


def _append(series: _Series, x: float, loss: float, accuracy: float) -> None:
    series.x.append(x)
    series.loss.append(loss)
    series.accuracy.append(accuracy)


def _thinned(x: NDArray[np.float64], y: NDArray[np.float64], width: int, smooth: bool) -> Points:
    if len(x) > width:
        edges = np.linspace(0, len(x), width + 1).astype(int)[:-1]
        counts = np.diff([*edges, len(x)])
        x, y = np.add.reduceat(x, edges) / counts, np.add.reduceat(y, edges) / counts
    if smooth and len(y):
        averaged, mean, weight = [], 0.0, 0.0
        for value in y.tolist():
            mean, weight = _SMOOTHING * mean + (1 - _SMOOTHING) * value, _SMOOTHING * weight + 1 - _SMOOTHING
            averaged.append(mean / weight)
        y = np.array(averaged)
    return x, y
