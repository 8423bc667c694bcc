"""Write an exported file as a Hugging Face Hub repository: model card, config, ``onnx/model.onnx``.

Nothing is uploaded.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from seqtui import __version__
from seqtui.errors import InputError
from seqtui.recipe import SOURCES
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.runs.predictions import predictions_of
from seqtui.scoring import Scorer
from seqtui.scoring.calibration import BINS, calibrated, calibration_error
from seqtui.storage.atomic import make_folder, replacing
from seqtui.training.model import mean_loss


def write_hub_folder(folder: Path, run: Run, parity: Parity) -> None:
    """Write a verified export as a Hugging Face Hub folder.

    Other files in the folder, for example those of a clone, do not change.

    Args:
        folder: Folder to write, created if missing.
        run: The run that was exported.
        parity: Verification report of the export. Its file is copied.

    Raises:
        InputError: If the folder cannot be written.
    """
    scorer = Scorer(parity.model)
    model = folder / "onnx" / ("model_int8.onnx" if parity.float32 else "model.onnx")
    try:
        make_folder(model.parent, exist_ok=True)
        with replacing(model) as temporary:
            shutil.copyfile(parity.model, temporary)
        config = json.dumps(_config(scorer, run), indent=2, ensure_ascii=False) + "\n"
        for name, text in (("config.json", config), ("README.md", _card(scorer, run, parity, model.name))):
            with replacing(folder / name) as temporary:
                temporary.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"--hub {folder}: cannot be written: {error.strerror}") from error


def _config(scorer: Scorer, run: Run) -> dict[str, Any]:
    return {
        "problem_type": "single_label_classification",
        "id2label": {str(index): name for index, name in enumerate(scorer.class_names)},
        "label2id": {name: index for index, name in enumerate(scorer.class_names)},
        "seqtui": {
            "version": __version__,
            "format": scorer.metadata["seqtui_format"],
            "text_rule": scorer.metadata["text_rule"],
            "recipe": run.recipe.shareable().to_settings(),
        },
    }


def _card(scorer: Scorer, run: Run, parity: Parity, model: str) -> str:
    """Return the model card: YAML metadata for the Hub, then Markdown."""
    import yaml

    metadata = yaml.safe_dump(_metadata(run, parity), sort_keys=False, allow_unicode=True)
    recipe = run.recipe.shareable()
    return f"""---
{metadata}---

# {run.name}

A text classifier (`{recipe.architecture}`) in one ONNX file. It takes raw text and returns a label and the
probability of each label: tokenizer and vocabulary are part of the graph, so no other file and no
`transformers` is needed.

```python
import numpy as np
import onnxruntime

session = onnxruntime.InferenceSession("onnx/{model}")
texts = np.array(["A wonderful film", "Boring, and far too long"], dtype=object)
labels, probabilities = session.run(["label", "probabilities"], {{"text": texts}})
```

The labels, in the order of the probabilities:

```json
{json.dumps(scorer.class_names, ensure_ascii=False)}
```
{_decision(scorer)}
## Results

| | |
|---|---|
| accuracy on {_evaluated(run, parity)} | {_accuracy(run, parity):.4f} |
| same label as Keras, on {parity.reviews:,} of them | {parity.label_agreement:.2%} |
{_calibration(run, parity)}| size | {parity.megabytes:.2f} MB |

## Training

Trained with seqtui {__version__} on `{recipe.data.replace("`", "'")}` from this recipe:

```toml
{recipe.to_toml().rstrip()}
```
"""


def _decision(scorer: Scorer) -> str:
    """Return the section on the output ``label`` of a file with a threshold."""
    rule = scorer.rule
    if rule.threshold is None:
        return ""
    return f"""
The output `label` is decided by a threshold:

```text
{rule.describe()}
```
"""


def _calibration(run: Run, parity: Parity) -> str:
    """Return the rows on the calibration error on all test reviews; none without a temperature."""
    predictions = predictions_of(run, "test")
    if parity.temperature is None or parity.float32 or predictions is None:
        return ""
    before = predictions.probabilities
    after = calibrated(before, parity.temperature)
    name = f"calibration error (ECE, {BINS} bins of equal width)"
    return (
        f"| {name} | {calibration_error(predictions.y_true, after):.4f} |\n"
        f"| {name} before calibration with temperature {parity.temperature:g} | "
        f"{calibration_error(predictions.y_true, before):.4f} |\n"
    )


def _evaluated(run: Run, parity: Parity) -> str:
    """Return which reviews the accuracy is about."""
    unsure = "" if parity.unsure is None else f", without the {parity.unsure:.2%} that are unsure"
    return f"{_evaluated_reviews(run, parity):,} test reviews{unsure}"


def _metadata(run: Run, parity: Parity) -> dict[str, Any]:
    """Return the card's metadata, without a licence, which is unknown."""
    source = run.recipe.shareable().data
    metrics = [{"type": "accuracy", "name": "Test accuracy", "value": round(_accuracy(run, parity), 6)}]
    loss = _loss(run, parity)
    if loss is not None and not parity.float32:
        metrics.append({"type": "loss", "name": "Test cross-entropy", "value": round(loss, 6)})
    result = {
        "task": {"type": "text-classification", "name": "Text classification"},
        "dataset": {"type": source, "name": source, "split": "test"},
        "metrics": metrics,
    }
    return {
        **({"language": "en"} if run.recipe.data in SOURCES else {}),
        "library_name": "onnx",
        "pipeline_tag": "text-classification",
        "tags": ["seqtui", run.recipe.architecture],
        "model-index": [{"name": run.name, "results": [result]}],
    }


def _loss(run: Run, parity: Parity) -> float | None:
    """Return the cross-entropy on all test reviews after calibration; None if it is not known."""
    if parity.temperature is None:
        return run.metrics.test_loss if run.metrics else None
    predictions = predictions_of(run, "test")
    if predictions is None:
        return None
    return mean_loss(predictions.y_true, calibrated(predictions.probabilities, parity.temperature))


def _accuracy(run: Run, parity: Parity) -> float:
    """Return the weights' accuracy on all test reviews, or that of the verification."""
    metrics = run.metrics
    if metrics is None or metrics.test_accuracy is None or _has_own_labels(parity):
        return parity.accuracy_onnx
    return metrics.test_accuracy


def _has_own_labels(parity: Parity) -> bool:
    """Return whether 8-bit weights or a threshold give other labels than the weights of the run."""
    return parity.float32 is not None or parity.threshold is not None


def _evaluated_reviews(run: Run, parity: Parity) -> int:
    """Return the number of reviews behind :func:`_accuracy`."""
    metrics = run.metrics
    is_verified = metrics is None or metrics.test_accuracy is None or _has_own_labels(parity)
    return parity.reviews if metrics is None or is_verified else metrics.test
