"""The best weights of a run and the files that store them."""

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seqtui.runs import Metrics, Run
from seqtui.runs.checkpoint import Arrays
from seqtui.runs.metrics import MEMBER
from seqtui.runs.predictions import Predictions
from seqtui.storage.atomic import replacing

if TYPE_CHECKING:
    from seqtui.training.model import Learner


@dataclass(frozen=True)
class Best:
    """Weights and their metrics.

    Args:
        metrics: Metrics on the validation set, if there is one.
        weights: Result of :meth:`Learner.weights`.
        predictions: Their predictions for the validation set. Default: None, without validation set or not
            known.
    """

    metrics: Metrics
    weights: Arrays
    predictions: Predictions | None = None

    def is_better_than(self, other: Metrics | None) -> bool:
        """Compare by validation accuracy, then by validation loss.

        Args:
            other: Metrics of other weights, or None.

        Returns:
            Whether these weights are better; True if either has no validation results.
        """
        rank, other_rank = _rank(self.metrics), _rank(other)
        return other_rank is None or rank is None or rank > other_rank


def _rank(metrics: Metrics | None) -> tuple[float, float] | None:
    if metrics is None or metrics.val_accuracy is None or metrics.val_loss is None:
        return None
    return metrics.val_accuracy, -metrics.val_loss


def save_best(run: Run, learner: "Learner", best: Best, predictions: Predictions | None = None) -> None:
    """Write weights, metrics and predictions to the run folder.

    The metrics are part of ``model.keras``, so weights and metrics always belong together. The copy in
    ``metrics.json`` and the predictions are deleted before the weights are replaced.

    Args:
        run: The run.
        learner: The network. Its weights do not change.
        best: Weights, metrics and validation predictions to save.
        predictions: Predictions of the weights for the test set. Default: None, not evaluated yet.
    """
    metrics = msgspec.json.format(msgspec.json.encode(best.metrics)) + b"\n"
    with replacing(run.model_path) as temporary:
        learner.save(temporary, best.weights)
        _add_metrics(temporary, metrics)
        for path in (run.metrics_path, run.predictions_path, run.validation_predictions_path):
            path.unlink(missing_ok=True)
    if best.predictions is not None:
        best.predictions.save(run.validation_predictions_path)
    if predictions is not None:
        predictions.save(run.predictions_path)
    with replacing(run.metrics_path) as temporary:
        temporary.write_bytes(metrics)


def _add_metrics(archive: Path, metrics: bytes) -> None:
    """Add the metrics to a file of weights and make it reproducible, without times and memory addresses."""
    with zipfile.ZipFile(archive) as saved:
        members = {name: saved.read(name) for name in saved.namelist()}
    metadata = json.loads(members["metadata.json"])
    metadata.pop("date_saved", None)
    config = _renumber_objects(members["config.json"].decode()).encode()
    members |= {"metadata.json": json.dumps(metadata).encode(), "config.json": config, MEMBER: metrics}
    with zipfile.ZipFile(archive, "w") as reproducible:
        for name, content in members.items():
            reproducible.writestr(zipfile.ZipInfo(name), content)


def _renumber_objects(config: str) -> str:
    """Number the shared objects of a Keras configuration from 1 instead of by their memory addresses."""
    numbers: dict[str, int] = {}
    return re.sub(
        r'("shared_object_id": )(\d+)',
        lambda found: found[1] + str(numbers.setdefault(found[2], len(numbers) + 1)),
        config,
    )
