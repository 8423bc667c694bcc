"""The folder for the Hugging Face Hub, read with the library of the Hub, without network access."""

import json
from pathlib import Path

import msgspec
import pytest
from huggingface_hub import ModelCard

from exporters.hub import write_hub_folder
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.scoring import Scorer


@pytest.fixture
def parity(trained: Run) -> Parity:
    return msgspec.json.decode(trained.export_report_path.read_bytes(), type=Parity)


def test_the_hub_library_reads_the_folder(trained: Run, parity: Parity, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write_hub_folder(tmp_path, trained, parity)
    assert trained.metrics is not None
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"README.md", "config.json", "onnx/model.onnx"}
    assert Scorer(tmp_path / "onnx" / "model.onnx").score(["A wonderful film"])[0].label == "positive"

    card = ModelCard.load(tmp_path / "README.md", ignore_metadata_errors=False)
    assert card.data.pipeline_tag == "text-classification"
    assert card.data.library_name == "onnx"
    assert card.data.license is None
    accuracy, loss = card.data.eval_results
    assert (accuracy.metric_type, accuracy.dataset_name) == ("accuracy", "imdb-25k")
    assert accuracy.metric_value == pytest.approx(trained.metrics.test_accuracy, abs=1e-6)
    assert loss.metric_value == pytest.approx(trained.metrics.test_loss, abs=1e-6)

    config = json.loads((tmp_path / "config.json").read_text())
    assert config["id2label"] == {"0": "negative", "1": "positive"}
    assert config["label2id"] == {"negative": 0, "positive": 1}
    assert config["seqtui"]["recipe"]["limit"] == 4000


def test_an_int8_folder_reports_the_accuracy_of_the_file(
    trained: Run, parity: Parity, tmp_path: Path
) -> None:
    small = msgspec.structs.replace(parity, float32=parity, accuracy_onnx=0.75)
    write_hub_folder(tmp_path / "new" / "folder", trained, small)
    card = ModelCard.load(tmp_path / "new" / "folder" / "README.md", ignore_metadata_errors=False)
    assert [result.metric_value for result in card.data.eval_results] == [0.75]
    assert (tmp_path / "new" / "folder" / "onnx" / "model_int8.onnx").is_file()


def test_the_folder_of_the_reviews_is_not_published(trained: Run, parity: Parity, tmp_path: Path) -> None:
    run = Run(tmp_path / "run")
    run.path.mkdir()
    msgspec.structs.replace(trained.recipe, data="/home/user/secret/mine: `reviews`.csv").save(
        run.recipe_path
    )
    run.metrics_path.write_bytes(trained.metrics_path.read_bytes())
    write_hub_folder(tmp_path / "hub", run, parity)
    text = (tmp_path / "hub" / "README.md").read_text() + (tmp_path / "hub" / "config.json").read_text()
    assert "secret" not in text
    card = ModelCard.load(tmp_path / "hub" / "README.md", ignore_metadata_errors=False)
    assert card.data.eval_results[0].dataset_name == "mine: `reviews`.csv"
    assert card.data.language is None


def test_a_folder_that_cannot_be_written_is_reported(trained: Run, parity: Parity, tmp_path: Path) -> None:
    (tmp_path / "onnx").write_text("a file")
    with pytest.raises(InputError, match=r"--hub .*: cannot be written: File exists"):
        write_hub_folder(tmp_path, trained, parity)
