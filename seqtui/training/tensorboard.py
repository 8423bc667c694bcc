"""Write a run's events as a TensorBoard log."""

import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.recipe import Recipe
from seqtui.runs.events import Batch, DataRead, Epoch, Event
from seqtui.storage.atomic import make_folder
from seqtui.terminal.sanitize import printable

_POINTS = 100  # per epoch


class TensorBoardLog:
    """Writer of losses, accuracies and learning rates; the step is the number of batches since the start.

    Args:
        folder: Folder of the log. If it contains a log, this one continues it in a new file.
        recipe: Recipe of the run, logged as text.
    """

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self._folder = folder
        self._recipe = recipe
        self._writer: Any = None
        self._rates: NDArray[np.float32] = np.empty(0, np.float32)
        self._last: Batch | None = None  # the last logged batch

    def write(self, event: Event) -> None:
        """Log a batch or an epoch.

        Args:
            event: Event of the run.
        """
        match event:
            case DataRead():
                self._recipe = msgspec.structs.replace(
                    self._recipe, epochs=event.epochs, batch_size=event.batch_size
                )
            case Batch():
                every = max(1, event.batches // _POINTS)
                if event.batch % every == 0 or event.batch == event.batches:
                    self._write_batch(event)
            case Epoch() if self._last:
                values = {
                    "loss/epoch": event.loss,
                    "loss/validation": event.val_loss,
                    "accuracy/epoch": event.accuracy,
                    "accuracy/validation": event.val_accuracy,
                }
                known = {name: value for name, value in values.items() if value is not None}
                self._write_scalars(event.epoch * self._last.batches, known)
                self._writer.flush()

    def close(self) -> None:
        """Flush and close the log."""
        if self._writer is not None:
            self._writer.close()

    def _write_batch(self, now: Batch) -> None:
        """Log the means over the batches since the last logged one, from the running means of the epoch."""
        before = self._last if self._last and self._last.epoch == now.epoch else None
        done = before.batch if before else 0
        self._last = now

        def mean_since(mean_now: float, mean_before: float) -> float:
            return (mean_now * now.batch - mean_before * done) / (now.batch - done)

        step = (now.epoch - 1) * now.batches + now.batch
        values = {
            "loss/batch": mean_since(now.loss, before.loss if before else 0.0),
            "accuracy/batch": mean_since(now.accuracy, before.accuracy if before else 0.0),
            "learning_rate": self._learning_rate(step, (self._recipe.epochs or 1) * now.batches),
        }
        self._write_scalars(step, values)

    def _learning_rate(self, step: int, steps: int) -> float:
        if self._recipe.schedule == "constant":
            return self._recipe.learning_rate
        if len(self._rates) != steps:
            from seqtui.training.model import WarmupCosine  # TensorFlow is loaded by now

            self._rates = WarmupCosine(self._recipe.learning_rate, steps)(np.arange(steps)).numpy()
        return float(self._rates[step - 1])

    def _write_scalars(self, step: int, values: dict[str, float]) -> None:
        from tensorboard.compat.proto.event_pb2 import Event as Record
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.plugins.scalar.summary_v2 import scalar_pb
        from tensorboard.plugins.text.summary_v2 import text_pb
        from tensorboard.summary.writer.event_file_writer import EventFileWriter

        # TensorBoard's own writer is 15 times as fast as tf.summary.
        if self._writer is None:
            make_folder(self._folder, exist_ok=True)
            self._writer = EventFileWriter(str(self._folder))
            # Indented, so that Markdown treats it as code.
            lines = [f"    {printable(line)}" for line in self._recipe.to_toml().splitlines()]
            self._writer.add_event(
                Record(step=0, wall_time=time.time(), summary=text_pb("recipe", "\n".join(lines)))
            )
        summary = Summary()
        for name, value in values.items():
            summary.MergeFrom(scalar_pb(name, value))
        self._writer.add_event(Record(step=step, wall_time=time.time(), summary=summary))
