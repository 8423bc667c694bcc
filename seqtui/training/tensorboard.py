"""A run's events as a log for TensorBoard."""

import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seqtui.recipe import Recipe
from seqtui.runs.events import Batch, Epoch, Event
from seqtui.storage.atomic import make_folder
from seqtui.terminal.sanitize import printable

_POINTS = 100  # an epoch; TensorBoard thins what it draws anyway


class TensorBoardLog:
    """Writes what TensorBoard draws; the step is the number of batches since the run began.

    Args:
        folder: Where to; a log that is there already is continued in a file beside it.
        recipe: The run's, shown as text.
    """

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self._folder = folder
        self._recipe = recipe
        self._writer: Any = None
        self._rates: NDArray[np.float32] = np.empty(0, np.float32)
        self._drawn: Batch | None = None  # the batch of the last point

    def write(self, event: Event) -> None:
        """Draw a batch or an epoch; other events are passed over."""
        match event:
            case Batch():
                every = max(1, event.batches // _POINTS)
                if event.batch % every == 0 or event.batch == event.batches:
                    self._draw_batch(event)
            case Epoch() if self._drawn:
                values = {
                    "loss/epoch": event.loss,
                    "loss/validation": event.val_loss,
                    "accuracy/epoch": event.accuracy,
                    "accuracy/validation": event.val_accuracy,
                }
                known = {name: value for name, value in values.items() if value is not None}
                self._draw(event.epoch * self._drawn.batches, known)
                self._writer.flush()

    def close(self) -> None:
        """Write what is not on the disk yet."""
        if self._writer is not None:
            self._writer.close()

    def _draw_batch(self, now: Batch) -> None:
        """Draw the mean over the batches since the last point, from means over all of the epoch's."""
        before = self._drawn if self._drawn and self._drawn.epoch == now.epoch else None
        done = before.batch if before else 0
        self._drawn = now

        def since(whole: float, part: float) -> float:
            return (whole * now.batch - part * done) / (now.batch - done)

        step = (now.epoch - 1) * now.batches + now.batch
        values = {
            "loss/batch": since(now.loss, before.loss if before else 0.0),
            "accuracy/batch": since(now.accuracy, before.accuracy if before else 0.0),
            "learning_rate": self._learning_rate(step, self._recipe.epochs * now.batches),
        }
        self._draw(step, values)

    def _learning_rate(self, step: int, steps: int) -> float:
        if self._recipe.schedule == "constant":
            return self._recipe.learning_rate
        if len(self._rates) != steps:
            from seqtui.training.model import WarmupCosine  # by the first batch TensorFlow is there

            self._rates = WarmupCosine(self._recipe.learning_rate, steps)(np.arange(steps)).numpy()
        return float(self._rates[step - 1])

    def _draw(self, step: int, values: dict[str, float]) -> None:
        from tensorboard.compat.proto.event_pb2 import Event as Record
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.plugins.scalar.summary_v2 import scalar_pb
        from tensorboard.plugins.text.summary_v2 import text_pb
        from tensorboard.summary.writer.event_file_writer import EventFileWriter

        # TensorBoard's writer in Python costs a fifteenth of what tf.summary does.
        if self._writer is None:
            make_folder(self._folder, exist_ok=True)
            self._writer = EventFileWriter(str(self._folder))
            # Indented, it is code to Markdown: nothing in it is markup.
            lines = [f"    {printable(line)}" for line in self._recipe.to_toml().splitlines()]
            self._writer.add_event(
                Record(step=0, wall_time=time.time(), summary=text_pb("recipe", "\n".join(lines)))
            )
        summary = Summary()
        for name, value in values.items():
            summary.MergeFrom(scalar_pb(name, value))
        self._writer.add_event(Record(step=step, wall_time=time.time(), summary=summary))
