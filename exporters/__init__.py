"""Export trained runs: one ONNX file that takes raw text, verified against its Keras network."""

import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.storage.environment import isolated_keras
from seqtui.training.own_networks import always, never, trust_run

__all__ = ["export_onnx"]

_REVIEWS = 1000  # enough to compare probabilities; an accuracy loss of 8 bits shows on all reviews only


def export_onnx(
    run: Run,
    output: str | os.PathLike[str] | None = None,
    reviews: int | Literal["all"] | None = None,
    *,
    int8: bool = False,
    hub: str | os.PathLike[str] | None = None,
    web: str | os.PathLike[str] | None = None,
    threshold: float | None = None,
    abstain: float | None = None,
    calibrate: bool = True,
    trust_network: bool = False,
    on_step: Callable[[str], None] = lambda _: None,
) -> Parity:
    """Write a run's best weights as one ONNX file and verify it, as ``seqtui export`` does.

    Loads TensorFlow. The file takes ``text``, string (batch,), and returns ``label``, string (batch,), and
    ``probabilities``, float32 (batch, classes). Tokenizer and vocabulary are part of the graph.

    Args:
        run: A run with trained weights.
        output: File to write. Default: ``model.onnx`` or ``model.int8.onnx`` in the run folder.
        reviews: Number of test reviews to verify the file with, or "all". Default 1,000; with ``int8``, all.
        int8: Whether to store the weights as 8-bit integers. Default False.
        hub: Folder for a Hugging Face Hub repository with a model card. Nothing is uploaded. Default: none.
        web: Folder for a web page that scores texts in the browser. Default: none.
        threshold: For two classes: probability of the second one from which it is the ``label``, above 0 and
            below 1. Default: the class with the highest probability; 0.5 with ``abstain``.
        abstain: For two classes: half the width of the band around the threshold in which the label is
            "unsure". Default: no band.
        calibrate: Whether to divide the logits by a temperature that is fitted on the validation reviews, so
            that the probabilities agree with the accuracy. It does not change the most probable label.
            Default True. It is left out if it is not significantly better on these reviews, for networks of
            your own, and for runs of seqtui 0.2, which store no predictions to fit it on.
        trust_network: Whether to run the file of your own network if you have not run it before. Default:
            False, which is an error then.
        on_step: Called with the name of each step as it begins, and with warnings. Default: does nothing.

    Returns:
        The verification report. It is also stored in the file and in the run folder, as ``export.json`` or
        ``export.int8.json``.

    Raises:
        InputError: If the run has no weights, its texts cannot be read, the output cannot be written,
            ``int8`` is set for a network without LSTM, ``threshold`` and ``abstain`` are not possible,
            TensorFlow is not installed, or onnxruntime-web for ``web`` is neither installed nor can be
            downloaded.
        SeqtuiError: If the probabilities of the file and of the Keras network differ by more than 0.0001, or
            8 bits cost more than 0.3 percentage points of accuracy. No file is written then.

    Example:
        >>> import seqtui
        >>> from exporters import export_onnx
        >>> export_onnx(seqtui.Run.find("mine")).verified  # doctest: +SKIP
        True
    """
    if find_spec("tensorflow") is None or find_spec("tf2onnx") is None:
        raise InputError("exporting needs TensorFlow and tf2onnx; pip install 'seqtui[train]'")
    keras = sys.modules.get("keras")
    if keras is not None and keras.backend.backend() != "tensorflow":
        raise InputError(
            f"exporting needs Keras with TensorFlow, but this process has loaded it with "
            f"{keras.backend.backend()}; set KERAS_BACKEND=tensorflow before the first import of keras"
        )
    if isinstance(reviews, int) and reviews < 2:
        raise InputError(f"reviews {reviews}: at least 2 are needed to verify a file")
    trust_run(run, always if trust_network else never)
    from exporters import web as page  # loads onnxruntime

    runtime = None if web is None else page.find_runtime()
    on_step("loading TensorFlow")
    with isolated_keras():
        from exporters import hub as hub_folder
        from exporters import onnx

    if reviews is None:
        reviews = "all" if int8 else _REVIEWS
    parity = onnx.export_onnx(
        run,
        None if output is None else Path(output),
        None if reviews == "all" else reviews,
        int8=int8,
        threshold=threshold,
        abstain=abstain,
        calibrate=calibrate,
        on_step=on_step,
    )
    if hub is not None:
        hub_folder.write_hub_folder(Path(hub), run, parity)
    if web is not None and runtime is not None:
        on_step("writing the web page")
        page.write_web_folder(Path(web), run.name, Path(parity.model), runtime)
    return parity
