"""The best weights of a run, and the files in which they are kept."""

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
    """Weights and what they are worth.

    Args:
        metrics: On the validation reviews, if there are any.
        weights: As :meth:`Learner.weights` gives them.
    """

    metrics: Metrics
    weights: Arrays

    def beats(self, other: Metrics | None) -> bool:
        """Whether the validation accuracy is higher, or as high at a lower loss; True without validation."""
        ours, theirs = _rank(self.metrics), _rank(other)
        return theirs is None or ours is None or ours > theirs


def _rank(metrics: Metrics | None) -> tuple[float, float] | None:
    if metrics is None or metrics.val_accuracy is None or metrics.val_loss is None:
        return None
    return metrics.val_accuracy, -metrics.val_loss


def keep(run: Run, learner: "Learner", best: Best, predictions: Predictions | None = None) -> None:
    """Write weights and metrics, and the predictions of the test reviews if there are any, to the run folder.

    The metrics are part of ``model.keras``, so that both are there or neither; the copy in ``metrics.json``
    and the predictions are taken away before they would be those of other weights.

    Args:
        run: Its folder.
        learner: The network; its weights are as before afterwards.
        best: What to keep.
        predictions: What the weights predict for the test reviews. Default: they are not evaluated yet.
    """
    written = msgspec.json.format(msgspec.json.encode(best.metrics)) + b"\n"
    with replacing(run.model_path) as beside:
        learner.save(beside, best.weights)
        _settle(beside, written)
        for path in (run.metrics_path, run.predictions_path):
            path.unlink(missing_ok=True)
    if predictions is not None:
        predictions.save(run.predictions_path)
    with replacing(run.metrics_path) as beside:
        beside.write_bytes(written)


def _settle(archive: Path, metrics: bytes) -> None:
    """Add the metrics to a file of weights; take time and addresses out: the same weights, the same bytes."""
    with zipfile.ZipFile(archive) as saved:
        members = {name: saved.read(name) for name in saved.namelist()}
    about = json.loads(members["metadata.json"])
    about.pop("date_saved", None)
    config = _numbered(members["config.json"].decode()).encode()
    members |= {"metadata.json": json.dumps(about).encode(), "config.json": config, MEMBER: metrics}
    with zipfile.ZipFile(archive, "w") as settled:
        for name, content in members.items():
            settled.writestr(zipfile.ZipInfo(name), content)


def _numbered(config: str) -> str:
    """Keras' configuration with objects numbered from 1 instead of by their addresses in memory."""
    numbers: dict[str, int] = {}
    return re.sub(
        r'("shared_object_id": )(\d+)',
        lambda found: found[1] + str(numbers.setdefault(found[2], len(numbers) + 1)),
        config,
    )
