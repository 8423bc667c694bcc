"""The exported file of a run."""

import shlex

import msgspec

from seqtui.errors import InputError
from seqtui.runs import Metrics, Run
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


def _metrics_of(scorer: Scorer) -> Metrics | None:
    try:
        return msgspec.json.decode(scorer.metadata.get("metrics", ""), type=Metrics)
    except msgspec.DecodeError:
        return None
