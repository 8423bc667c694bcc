"""A run's events as a log for TensorBoard."""

from pathlib import Path
from typing import Any

from seqtui.events import Batch, Epoch, Event
from seqtui.printable import printable
from seqtui.recipe import Recipe

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
                    "loss/held_out": event.val_loss,
                    "accuracy/epoch": event.accuracy,
                    "accuracy/held_out": event.val_accuracy,
                }
                self._draw(event.epoch * self._drawn.batches, values)
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
        from seqtui.training.learner import WarmupCosine

        if self._recipe.schedule == "constant":
            return self._recipe.learning_rate
        return float(WarmupCosine(self._recipe.learning_rate, steps)(step - 1))

    def _draw(self, step: int, values: dict[str, float]) -> None:
        import tensorflow as tf  # by the first batch it is there

        if self._writer is None:
            self._writer = tf.summary.create_file_writer(str(self._folder))
            with self._writer.as_default(step=0):
                # Indented, it is code to Markdown: nothing in it is markup.
                lines = [f"    {printable(line)}" for line in self._recipe.to_toml().splitlines()]
                tf.summary.text("recipe", "\n".join(lines))
        with self._writer.as_default(step=step):
            for name, value in values.items():
                tf.summary.scalar(name, value)
