import json
from pathlib import Path
from typing import Literal

import keras
import msgspec
import numpy as np
import onnx
import pytest

from exporters import onnx as exporting
from exporters.onnx import export_onnx
from exporters.text_input import with_text_input
from exporters.verify import verify
from seqtui.architectures.catalogue import CATALOGUE
from seqtui.corpora import CLASS_NAMES, Corpus, read_corpus
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.parity import Parity
from seqtui.scoring import Scorer
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.scorer import FORMAT
from seqtui.text import RULE, RULE_VERSION, Vocabulary
from seqtui.text.encoded import Ids
from seqtui.training.model import Learner
from seqtui.training.network import Network, load_network
from seqtui.training.prepare import prepare
from tests.conftest import representatives


def untrained(tmp_path: Path, architecture: str, recurrent: Literal["fused", "keras"] = "fused") -> Run:
    """Create a run whose probabilities vary between reviews, unlike those of initial weights."""
    recipe = Recipe(architecture=architecture, recurrent=recurrent, limit=200, max_length=100)
    run = Run.create(tmp_path, recipe)
    data = prepare(run.recipe)
    data.vocabulary.save(run.vocabulary_path)
    learner = Learner(run.recipe, ngrams=data.ngrams(run.recipe))
    if isinstance(learner.model.layers[-1], keras.layers.Dense):
        spread_out(learner, data.train.padded(np.arange(50)))
    learner.model.save(run.model_path)
    metrics = Metrics(
        epoch=1,
        val_loss=0.7,
        val_accuracy=0.5,
        validation=66,
        class_names=CLASS_NAMES,
        ngrams=learner.ngrams,
        text_rule=RULE_VERSION,
    )
    run.metrics_path.write_bytes(msgspec.json.encode(metrics))
    return run


def spread_out(learner: Learner, ids: Ids) -> None:
    embedding, *others, dense, bias = learner.model.get_weights()
    learner.model.set_weights([embedding * 10, *others, dense, bias])
    before_last = keras.Model(learner.model.inputs[0], learner.model.layers[-2].output)
    logits = before_last(ids).numpy() @ dense
    dense, bias = dense / logits.std(), -logits.mean(0) / logits.std()
    learner.model.set_weights([embedding * 10, *others, dense, bias])


@pytest.mark.parametrize(
    ("architecture", "recurrent"),
    representatives(
        *((name, "fused") for name in CATALOGUE),
        ("lstm-gate-dropout", "keras"),
        ("gru", "keras"),
        often=[(name, "fused") for name in ("lstm-gate-dropout", "transformer", "nb-ngrams")],
    ),
)
def test_every_network_exports_without_a_loop_and_predicts_the_same(
    tmp_path: Path, architecture: str, recurrent: Literal["fused", "keras"]
) -> None:
    run = untrained(tmp_path, architecture, recurrent)
    parity = export_onnx(run, reviews=None)
    assert parity.verified
    assert parity.reviews == 66
    assert parity.max_abs_difference <= 1e-5
    assert parity.label_agreement == 1.0
    assert parity.accuracy_keras == parity.accuracy_onnx
    model = onnx.load(run.onnx_path)
    assert (model.ir_version, {opset.domain: opset.version for opset in model.opset_import}) == (
        9,
        {"": 20, "ai.onnx.ml": 2, "com.microsoft": 1},
    )
    kinds = [node.op_type for node in model.graph.node]
    assert [kind for kind in kinds if kind in ("LSTM", "GRU")] == CATALOGUE[architecture].recurrent_nodes(
        run.recipe
    )
    assert not {"Loop", "Scan", "If"} & set(kinds)
    spread = Scorer(run.onnx_path).probabilities(prepare_texts(run))[:, 1]
    assert np.ptp(spread) > 0.05  # equal scores for all reviews would agree with anything


def prepare_texts(run: Run) -> list[str]:
    return read_corpus(run.recipe)[0].test.texts


def test_the_file_contains_all_that_scoring_needs(trained: Run) -> None:
    metadata = Scorer(trained.onnx_path).metadata
    assert metadata["seqtui_format"] == FORMAT
    assert metadata["text_rule"] == RULE
    assert json.loads(metadata["labels"]) == ["negative", "positive"]
    assert metadata["recipe"] == trained.recipe.to_toml()
    assert metadata["data_fingerprint"] == trained.recipe.data_fingerprint
    assert msgspec.json.decode(metadata["metrics"], type=Metrics) == trained.metrics
    parity = msgspec.json.decode(metadata["parity"], type=Parity)
    assert parity == msgspec.json.decode(trained.export_report_path.read_bytes(), type=Parity)
    assert parity.verified
    assert parity.reviews == 1000


def test_the_file_has_the_accuracy_that_the_trainer_measured(trained: Run, corpus: Corpus) -> None:
    test = corpus.limited(4000).test
    labels = Scorer(trained.onnx_path).probabilities(test.texts)[:, 1] > 0.5
    assert trained.metrics
    assert np.mean(labels == test.labels) == pytest.approx(trained.metrics.test_accuracy, abs=0.001)


def test_a_file_with_other_predictions_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = untrained(tmp_path, "cnn-lstm")
    correct_model = exporting.inference_model

    def wrong_model(recipe: Recipe, trained: object) -> object:
        model = correct_model(recipe, trained)
        weights = model.get_weights()
        weights[-1] = weights[-1] + 0.01
        model.set_weights(weights)
        return model

    output = tmp_path / "shipped.onnx"
    export_onnx(run, output)
    monkeypatch.setattr(exporting, "inference_model", wrong_model)
    with pytest.raises(
        SeqtuiError, match=r"shipped\.onnx: not written: onnxruntime and Keras differ by"
    ) as raised:
        export_onnx(run, output)
    assert raised.value.exit_code == 1
    assert not output.exists()
    assert not list(tmp_path.glob(".*"))


@pytest.fixture(scope="module")
def network(trained: Run) -> Network:
    return load_network(trained)


def export_with(
    run: Run, network: Network, path: Path, words: list[str], max_length: int, labels: list[str]
) -> Path:
    """Write the run's file as an exporter with one mistake would."""
    converted = exporting.convert(exporting.inference_model(run.recipe, network.model))
    model = with_text_input(converted, Vocabulary(words), max_length, DecisionRule(tuple(labels)))
    model.metadata_props.extend(onnx.load(run.onnx_path).metadata_props)
    onnx.save(model, path)
    return path


@pytest.mark.parametrize(
    "mistake",
    representatives(
        "none",
        "two words",
        "two rare words",
        "one token fewer",
        "labels",
        "names of the labels",
        often=["none", "two rare words", "one token fewer", "names of the labels"],
    ),
)
def test_verify_detects_a_mistake_at_any_step_from_text_to_label(
    tmp_path: Path, trained: Run, network: Network, corpus: Corpus, mistake: str
) -> None:
    vocabulary = Vocabulary.load(trained.vocabulary_path)
    words, max_length, labels = list(vocabulary.words), 500, ["negative", "positive"]
    match mistake:
        case "two words":
            great, bad = words.index("great"), words.index("bad")
            words[great], words[bad] = words[bad], words[great]
        case "two rare words":
            words[-1], words[-2] = words[-2], words[-1]
        case "one token fewer":
            max_length = 499
        case "labels":
            labels.reverse()
    path = export_with(trained, network, tmp_path / "model.onnx", words, max_length, labels)
    if mistake == "names of the labels":
        model = onnx.load(path)
        next(
            entry for entry in model.metadata_props if entry.key == "labels"
        ).value = '["positive", "negative"]'
        onnx.save(model, path)
    test = corpus.limited(4000).test.limited(200)
    try:
        problem = verify(path, network, vocabulary, 500, test).problem
    except InputError as error:  # detected by the scorer already
        problem = str(error)
    assert (problem is None) == (mistake == "none")


def test_a_run_without_weights_is_refused(tmp_path: Path) -> None:
    run = Run.create(tmp_path, Recipe())
    with pytest.raises(InputError, match="no weights to export; train the run"):
        export_onnx(run)


def test_a_run_of_an_older_text_rule_is_not_exported(tmp_path: Path, trained: Run) -> None:
    run = Run.create(tmp_path, trained.recipe)
    for name in ("vocabulary.txt", "metrics.json"):
        (run.path / name).write_bytes((trained.path / name).read_bytes())
    run.model_path.write_bytes(b"weights")
    older = msgspec.json.decode(run.metrics_path.read_bytes())
    del older["text_rule"]  # as before there was a third rule
    run.metrics_path.write_bytes(msgspec.json.encode(older))
    with pytest.raises(InputError, match="trained with text rule 2, but this version of seqtui uses rule 3"):
        export_onnx(run)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04"])
def test_damaged_weights_are_refused(tmp_path: Path, trained: Run, content: bytes) -> None:
    run = Run.create(tmp_path, trained.recipe)
    for name in ("vocabulary.txt", "metrics.json"):
        (run.path / name).write_bytes((trained.path / name).read_bytes())
    run.model_path.write_bytes(content)
    with pytest.raises(InputError, match=r"model\.keras: not the weights of this run"):
        export_onnx(run)


def test_an_older_run_without_an_ngram_count_still_opens(tmp_path: Path) -> None:
    run = Run.create(tmp_path, Recipe(architecture="nb-ngrams"))
    Learner(run.recipe).model.save(run.model_path)
    metrics = Metrics(epoch=1, val_loss=0.7, val_accuracy=0.5, validation=66, class_names=CLASS_NAMES)
    run.metrics_path.write_bytes(msgspec.json.encode(metrics))
    assert b"ngrams" not in run.metrics_path.read_bytes()
    assert load_network(run).ngrams == 2**19 - 1
