"""The exported file of a run, and the calibration that it has."""

import shlex

import msgspec

from seqtui.errors import InputError
from seqtui.runs import Metrics, Run
from seqtui.runs.predictions import predictions_of
from seqtui.scoring.calibration import Calibration, fit_temperature, is_significant
from seqtui.scoring.scorer import Scorer


def scorer_of(run: Run) -> Scorer:
    """Return a scorer of the exported file of a run.

    Args:
        run: A run that was exported after its last epoch.

    Raises:
        InputError: If it was not exported, or before its weights were saved; the message names the command.
    """
    export = shlex.join(["seqtui", "export", str(run.path), "--onnx"])
    if not run.onnx_path.exists():
        raise InputError(f"{run.path}: not exported yet; first: {export}")
    scorer = Scorer(run.onnx_path)
    if _metrics_of(scorer) != run.metrics:
        raise InputError(f"{run.onnx_path}: older than the weights of the run; first: {export}")
    return scorer


def calibration_of(run: Run) -> Calibration | None:
    """Fit the temperature of a run's weights on the predictions that it stores for its validation reviews.

    Args:
        run: A run of a network of the catalogue; the logits of other networks are not known.

    Returns:
        The temperature, always the same for the same weights; None if there are no such predictions, as for
        runs of seqtui 0.2, or if it does not lower their log loss significantly.

    Raises:
        InputError: If the file of the predictions is damaged.
    """
    found = predictions_of(run, "validation")
    if found is None:
        return None
    temperature = fit_temperature(found.y_true, found.probabilities)
    if not is_significant(found.y_true, found.probabilities, temperature):
        return None
    return Calibration(temperature, len(found.y_true))


def _metrics_of(scorer: Scorer) -> Metrics | None:
    try:
        return msgspec.json.decode(scorer.metadata.get("metrics", ""), type=Metrics)
    except msgspec.DecodeError:
        return None
