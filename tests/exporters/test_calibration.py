"""Calibrated files: the temperature is in the graph, and no label changes."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import onnx
import pytest
from huggingface_hub import ModelCard

from exporters.onnx import export_onnx
from exporters.temperature import divide_logits
from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora import Corpus
from seqtui.curation.mistakes import evaluated_reviews
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.reporting.report import Report
from seqtui.runs import Run
from seqtui.runs.predictions import predictions_of
from seqtui.scoring import Scorer
from seqtui.scoring.calibration import calibrated, calibration_error
from seqtui.scoring.exported import calibration_of
from seqtui.text.encoded import EncodedReviews
from seqtui.training.network import Network
from tests.conftest import representatives, seqtui

_REVIEWS = EncodedReviews.from_lists([[2, 3, 4], [5, 6], [7, 8, 9, 10, 11, 12], [], [3, 3, 3, 2]])


@pytest.mark.parametrize("num_classes", [2, 3])
@pytest.mark.parametrize(
    "architecture", representatives(*CATALOGUE, often=["cnn-lstm", "nb-ngrams", "ngrams-gru"])
)
def test_every_network_divides_its_logits(architecture: str, num_classes: int) -> None:
    recipe = Recipe(architecture=architecture, vocabulary_size=50, max_length=20)
    ngrams = min(20, CATALOGUE[architecture].max_ngrams(recipe)) or None
    network = Network(recipe, num_classes=num_classes, ngrams=ngrams)
    random = np.random.default_rng(1)
    weights = network.model.get_weights()
    moved = [w if w.dtype.kind == "i" else w + random.normal(0, 0.3, w.shape).astype("f") for w in weights]
    network.model.set_weights(moved)
    ids = _REVIEWS.padded(np.arange(len(_REVIEWS)))
    before = np.asarray(network.model(ids, training=False))
    before = np.hstack([1 - before, before]) if num_classes == 2 else before
    divide_logits(network.model, 2.5)
    after = network.predict(_REVIEWS)
    assert after == pytest.approx(calibrated(before, 2.5), abs=2e-6)
    assert np.ptp(after) > 1e-3


@pytest.fixture(scope="module")
def run(trained: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A copy of the trained run, exported with a temperature above 1.

    Its stored validation predictions are twice as confident as the network is.
    """
    run = Run(shutil.copytree(trained.path, tmp_path_factory.mktemp("calibration") / "run"))
    stored = predictions_of(run, "validation")
    assert stored is not None
    replace(stored, probabilities=calibrated(stored.probabilities, 0.5)).save(run.validation_predictions_path)
    hub = run.path.parent / "hub"
    parity = json.loads(seqtui("export", run.path, "--reviews", 300, "--hub", hub, "--json").stdout)
    calibration = calibration_of(run)
    assert calibration is not None
    assert parity["temperature"] == calibration.temperature > 1.3
    assert parity["max_abs_difference"] < 1e-5
    return run


def test_the_temperature_is_in_the_graph(run: Run, trained: Run, corpus: Corpus) -> None:
    texts = corpus.limited(4000).test.texts
    scorer, without = Scorer(run.onnx_path), Scorer(trained.onnx_path)
    assert scorer.calibration == calibration_of(run)
    assert scorer.calibration is not None
    assert trained.metrics is not None
    assert scorer.calibration.reviews == trained.metrics.validation
    before, after = without.probabilities(texts), scorer.probabilities(texts)
    assert np.array_equal(before.argmax(axis=1), after.argmax(axis=1))
    assert after == pytest.approx(calibrated(before, scorer.calibration.temperature), abs=1e-5)
    assert np.abs(after - before).max() > 0.05
    kinds = [sorted(node.op_type for node in onnx.load(r.onnx_path).graph.node) for r in (run, trained)]
    assert kinds[0] in (sorted([*kinds[1], "Div"]), sorted([*kinds[1], "Mul"]))


def test_mistakes_and_threshold_have_the_probabilities_of_the_file(run: Run, corpus: Corpus) -> None:
    texts = corpus.limited(4000).test.texts
    found = evaluated_reviews(run, "test").predictions.probabilities
    assert found == pytest.approx(Scorer(run.onnx_path).probabilities(texts), abs=1e-5)


def test_report_and_model_card_have_the_error_before_and_after(run: Run) -> None:
    stored = predictions_of(run, "test")
    calibration = calibration_of(run)
    assert stored is not None
    assert calibration is not None
    scaled = calibrated(stored.probabilities, calibration.temperature)
    before, after = (calibration_error(stored.y_true, p) for p in (stored.probabilities, scaled))
    assert f"({before:.2%} before calibration)" in seqtui("report", run.path).stdout
    report = msgspec.json.decode((run.path / "report.json").read_bytes(), type=Report)
    assert report.temperature == calibration.temperature
    assert report.figures.calibration_error == pytest.approx(after, abs=1e-3)
    assert report.figures.uncalibrated_error == pytest.approx(before, abs=1e-3)
    assert f"{100 * before:.2f} % before calibration" in (run.path / "report.html").read_text()

    card = ModelCard.load(run.path.parent / "hub" / "README.md", ignore_metadata_errors=False)
    assert f"| calibration error (ECE, 15 bins of equal width) | {after:.4f} |" in card.text
    assert f"before calibration with temperature {calibration.temperature:g} | {before:.4f} |" in card.text
    loss = card.data.eval_results[1].metric_value
    of_labels = scaled[np.arange(len(scaled)), stored.y_true]
    assert loss == pytest.approx(-np.log(of_labels).mean(), abs=1e-5)


@pytest.mark.parametrize("how", ["without calibration", "a run of seqtui 0.2"])
def test_without_a_temperature_the_scores_are_those_of_the_network(
    run: Run, trained: Run, corpus: Corpus, tmp_path: Path, how: str
) -> None:
    copy = Run(shutil.copytree(run.path, tmp_path / "run"))
    if how != "without calibration":
        copy.validation_predictions_path.unlink()
    steps: list[str] = []
    parity = export_onnx(copy, reviews=100, calibrate=how != "without calibration", on_step=steps.append)
    assert parity.temperature is None
    assert any(step.startswith("not calibrated: ") for step in steps) == (how != "without calibration")
    texts = corpus.limited(4000).test.texts[:200]
    scorer = Scorer(copy.onnx_path)
    assert "calibration" not in scorer.metadata
    assert np.array_equal(scorer.probabilities(texts), Scorer(trained.onnx_path).probabilities(texts))


def test_a_temperature_that_is_no_better_is_left_out(trained: Run) -> None:
    assert calibration_of(trained) is None  # 0.91 on 268 reviews, which would be worse on the test reviews
    assert "calibration" not in Scorer(trained.onnx_path).metadata


def test_a_damaged_temperature_is_refused(run: Run, tmp_path: Path) -> None:
    model = onnx.load(run.onnx_path)
    next(entry for entry in model.metadata_props if entry.key == "calibration").value = '{"temperature":0}'
    onnx.save(model, tmp_path / "damaged.onnx")
    with pytest.raises(InputError, match="its metadata is damaged"):
        Scorer(tmp_path / "damaged.onnx")
