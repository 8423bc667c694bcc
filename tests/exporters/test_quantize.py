import json
from pathlib import Path

import numpy as np
import onnx
import pytest

from exporters import onnx as exporting
from exporters.quantize import quantize
from seqtui.cli import main
from seqtui.corpora import Corpus
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.scoring import Scorer
from tests.conftest import seqtui


def test_an_int8_export_is_compared_with_the_float32_file(
    trained: Run, corpus: Corpus, tmp_path: Path
) -> None:
    output = tmp_path / "small.onnx"
    done = seqtui("export", trained.path, "--onnx", "--int8", "--output", output, "--json")
    parity = json.loads(done.stdout)
    assert (parity["model"], parity["reviews"], parity["verified"]) == (str(output), 1320, True)
    assert parity["accuracy_onnx"] >= parity["whole"]["accuracy_onnx"] - 0.003
    assert parity["megabytes"] < parity["whole"]["megabytes"] / 2
    assert parity["max_abs_difference"] > parity["whole"]["max_abs_difference"]
    assert parity["label_agreement"] > 0.97
    assert parity["company_difference"] > parity["whole"]["company_difference"]
    scorer = Scorer(output)
    assert scorer.metadata["precision"] == "int8"
    assert json.loads(scorer.metadata["parity"]) == parity
    model = onnx.load(output)
    assert "DynamicQuantizeLSTM" in [node.op_type for node in model.graph.node]
    assert (model.ir_version, model.opset_import[0].version) == (9, 20)
    texts = corpus.test.texts[:50]
    difference = scorer.probabilities(texts) - Scorer(trained.onnx_path).probabilities(texts)
    assert 0 < np.median(np.abs(difference)) < 0.05


@pytest.mark.thorough
def test_an_int8_file_with_lower_accuracy_is_deleted(
    trained: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ruinous(path: Path) -> None:
        quantize(path)
        model = onnx.load(path)
        scale = next(constant for constant in model.graph.initializer if constant.name.endswith("_scale"))
        scale.CopyFrom(onnx.numpy_helper.from_array(-onnx.numpy_helper.to_array(scale), scale.name))
        onnx.save(model, path)

    monkeypatch.setattr(exporting, "quantize", ruinous)
    output = tmp_path / "small.onnx"
    output.write_bytes(b"an older one")
    options = ["--onnx", "--int8", "--reviews", "400", "--output", str(output)]
    assert main(["export", str(trained.path), *options]) == 1
    assert "small.onnx: not written: 8 bits cost" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    assert trained.onnx_path.exists()


def test_int8_is_refused_for_a_network_without_an_lstm(
    trained: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run.create(tmp_path, Recipe(architecture="nb-ngrams"))
    for name in ("model.keras", "metrics.json"):
        (run.path / name).write_bytes((trained.path / name).read_bytes())
    assert main(["export", str(run.path), "--onnx", "--int8"]) == 2
    assert (
        "--int8: nb-ngrams has no LSTM, and 8 bits make nothing else much faster" in capsys.readouterr().err
    )
