"""A threshold in the exported file: its label, and the same label wherever the file is used."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import onnxruntime
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from onnx import TensorProto, helper

from exporters.text_input import with_text_input
from seqtui.corpora import Corpus
from seqtui.curation.mistakes import evaluated_reviews
from seqtui.errors import InputError
from seqtui.reporting.report import Report
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.folders import score_folder
from seqtui.text import Vocabulary
from tests.conftest import seqtui

RULE = DecisionRule(("negative", "positive"), 0.62, 0.1)


def label_part(rule: DecisionRule) -> onnxruntime.InferenceSession:
    """Return the graph from ``probabilities`` to ``label``, without the rest."""
    model = with_text_input(onnx.ModelProto(), Vocabulary.build({}, 10), 4, rule)
    first = next(i for i, node in enumerate(model.graph.node) if "probabilities" in node.input)
    del model.graph.node[:first], model.graph.input[:], model.graph.output[1:], model.graph.value_info[:]
    shape: list[str | int | None] = ["reviews", len(rule.class_names)]
    model.graph.input.append(helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, shape))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # or it would warn about every constant of the tokenizer
    return onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])


@st.composite
def rules(draw: st.DrawFn) -> DecisionRule:
    threshold = draw(st.floats(0.001, 0.999))
    widest = 0.999 * min(threshold, 1 - threshold)
    return DecisionRule(("bad", "good"), threshold, draw(st.just(0.0) | st.floats(0, widest)))


@given(rules(), st.lists(st.floats(0, 1, width=32), max_size=20))
@settings(max_examples=200)
def test_the_graph_decides_as_python_does(rule: DecisionRule, others: list[float]) -> None:
    bounds = rule.bounds
    at_bounds = [np.nextafter(bounds, np.float32(0)), bounds, np.nextafter(bounds, np.float32(1))]
    second = np.concatenate([*at_bounds, np.array([0, 0.5, 1, *others], np.float32)])
    rows = np.stack([1 - second, second], axis=1)
    (found,) = label_part(rule).run(["label"], {"probabilities": rows})
    assert found.tolist() == [rule.label_names[index] for index in rule.choose(rows)]


@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=3, max_size=3), min_size=1, max_size=9))
@settings(max_examples=50)
def test_the_graph_chooses_the_most_probable_label_without_a_threshold(rows: list[list[float]]) -> None:
    rule, probabilities = DecisionRule(("a", "b", "c")), np.array(rows, np.float32)
    (found,) = label_part(rule).run(["label"], {"probabilities": probabilities})
    assert found.tolist() == [rule.label_names[index] for index in rule.choose(probabilities)]


@pytest.fixture(scope="module")
def exported(trained: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, dict[str, Any]]:
    """A copy of the trained run, exported with a threshold, and what the command printed."""
    folder = tmp_path_factory.mktemp("threshold")
    run = Run(shutil.copytree(trained.path, folder / "run"))
    done = seqtui(
        "export", run.path, "--threshold", "0.62", "--abstain", "0.1", "--reviews", "300",
        "--hub", folder / "hub", "--json",
    )  # fmt: skip
    return run, json.loads(done.stdout)


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> list[str]:
    return corpus.limited(4000).test.texts[:300]


@pytest.fixture(scope="module")
def probabilities(trained: Run, texts: list[str]) -> NDArray[np.float32]:
    """Those of the file without a threshold."""
    return Scorer(trained.onnx_path).probabilities(texts)


@pytest.fixture(scope="module")
def expected(probabilities: NDArray[np.float32]) -> list[str]:
    found = [RULE.label_names[index] for index in RULE.choose(probabilities)]
    assert set(found) == {"negative", "positive", "unsure"}
    return found


def test_the_file_has_the_rule_and_the_same_probabilities(
    exported: tuple[Run, dict[str, Any]],
    texts: list[str],
    probabilities: NDArray[np.float32],
    expected: list[str],
) -> None:
    run, printed = exported
    scorer = Scorer(run.onnx_path)
    assert scorer.rule == RULE
    assert json.loads(scorer.metadata["decision"]) == {"threshold": 0.62, "abstain": 0.1, "unsure": "unsure"}
    assert scorer.metadata["seqtui_format"] == "3"  # seqtui 0.2 refuses it instead of ignoring the rule
    assert np.array_equal(scorer.probabilities(texts), probabilities)
    assert scorer.predict_labels(texts) == expected
    assert [score.label for score in scorer.score(texts)] == expected

    parity = msgspec.json.decode(run.export_report_path.read_bytes(), type=Parity)
    assert (parity.threshold, parity.abstain, parity.verified) == (0.62, 0.1, True)
    assert printed["unsure"] == parity.unsure
    assert parity.unsure is not None
    assert 0 < parity.unsure < 0.5
    assert parity.accuracy_onnx == parity.accuracy_keras


@pytest.mark.thorough
def test_a_file_without_a_threshold_is_as_before(trained: Run) -> None:
    scorer = Scorer(trained.onnx_path)
    assert "decision" not in scorer.metadata
    assert scorer.metadata["seqtui_format"] == "2"
    assert scorer.rule == DecisionRule(("negative", "positive"))
    kinds = [node.op_type for node in onnx.load(trained.onnx_path).graph.node]
    assert kinds[-2:] == ["ArgMax", "Gather"]


def test_the_model_card_states_the_rule(exported: tuple[Run, dict[str, Any]]) -> None:
    run, printed = exported
    card = (run.path.parent / "hub" / "README.md").read_text()
    assert (
        "label: 'positive' if its probability is 0.72 or more, 'negative' if it is below 0.52, otherwise "
        "'unsure'"
    ) in card
    share, accuracy = printed["unsure"], printed["accuracy_onnx"]
    assert f"accuracy on 300 test reviews, without the {share:.2%} that are unsure | {accuracy:.4f} |" in card


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_every_format_has_the_label_of_the_graph(
    exported: tuple[Run, dict[str, Any]], tmp_path: Path, suffix: str, texts: list[str], expected: list[str]
) -> None:
    source, output = tmp_path / "texts.jsonl", tmp_path / f"scores.{suffix}"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    scorer = Scorer(exported[0].onnx_path)
    score_file(scorer, source, output)
    if suffix == "parquet":
        rows = pq.read_table(output).to_pylist()
    elif suffix == "jsonl":
        rows = [json.loads(line) for line in output.read_text().split("\n")[:-1]]
    else:
        rows = list(csv.DictReader(output.open(newline="")))
    assert [row["label"] for row in rows] == expected
    for row, score in zip(rows, scorer.score(texts), strict=True):
        assert float(row["probability"]) == pytest.approx(score.probability, abs=1e-6)
        if score.label != "unsure":
            assert score.probability == score.probabilities[score.label]


def test_the_command_prints_and_counts_unsure_reviews(
    exported: tuple[Run, dict[str, Any]],
    tmp_path: Path,
    corpus: Corpus,
    texts: list[str],
    expected: list[str],
) -> None:
    run, _ = exported
    y_true = [corpus.class_names[label] for label in corpus.limited(4000).test.labels[:300]]
    source = tmp_path / "texts.csv"
    with source.open("w", newline="") as file:
        csv.writer(file).writerows([("text", "truth"), *zip(texts, y_true, strict=True)])
    unsure = expected.count("unsure")
    pairs = list(zip(y_true, expected, strict=True))
    accuracy = sum(true == label for true, label in pairs) / (300 - unsure)
    confusion = [[pairs.count((true, label)) for label in RULE.label_names] for true in RULE.class_names]

    options = ("--input", source, "--label-column", "truth", "--output", tmp_path / "out.csv")
    printed = json.loads(seqtui("score", run.onnx_path, *options, "--json").stdout)
    assert (printed["confusion"], printed["unsure"], printed["reviews"]) == (confusion, unsure, 300)
    assert printed["accuracy"] == pytest.approx(accuracy)
    shown = seqtui("score", run.onnx_path, *options).stdout
    assert f"accuracy {accuracy:.2%} (300 reviews with a label, without {unsure:,} unsure ones)" in shown
    assert "otherwise 'unsure'" in shown
    folder = score_folder(run.onnx_path, source, tmp_path / "folder", label_column="truth")
    assert folder.evaluation is not None
    assert folder.evaluation.counts.tolist() == confusion

    printed_lines = seqtui("score", run.onnx_path, "--input", source, "--json").stdout.splitlines()
    lines = [json.loads(line) for line in printed_lines]
    assert [line["label"] for line in lines] == expected
    one = expected.index("unsure")
    explained = json.loads(seqtui("score", run.onnx_path, "--json", "--explain", "--", texts[one]).stdout)
    assert (explained["label"], explained["explained"]) == ("unsure", "positive")


def test_the_report_has_the_same_labels(exported: tuple[Run, dict[str, Any]]) -> None:
    run, _ = exported
    found = evaluated_reviews(run, "test").decided_by(0.62, 0.1)
    printed = seqtui("report", run.path).stdout
    report = msgspec.json.decode((run.path / "report.json").read_bytes(), type=Report)
    figures = report.figures
    assert figures.confusion == found.confusion.tolist()
    assert figures.unsure
    assert figures.unsure == found.confusion[:, 2].sum()
    assert figures.overall.reviews == len(found.reviews) - figures.unsure
    assert figures.overall.correct == found.confusion.trace()
    of_second = found.figures(0.62, 0.1)
    second = figures.labels[1]
    assert (second.precision, second.recall) == pytest.approx((of_second.precision, of_second.recall))
    assert second.f1 == pytest.approx(of_second.f1)
    assert f"without {figures.unsure:,} unsure ones" in printed
    assert all(mistake.predicted != "unsure" for mistake in report.mistakes)
    page = (run.path / "report.html").read_text()
    assert "<th>unsure</th>" in page
    assert "0.72 or more" in page
    without = evaluated_reviews(run, "test").confusion
    assert without.shape == (2, 2)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--threshold", "1.5"), "--threshold 1.5: must be above 0 and below 1"),
        (
            ("--threshold", "0.9", "--abstain", "0.2"),
            "--abstain 0.2: the band around the threshold 0.9 is from",
        ),
    ],
)
def test_what_is_out_of_range_is_refused_before_anything_is_read(
    trained: Run, options: tuple[str, ...], problem: str
) -> None:
    before = trained.onnx_path.read_bytes()
    assert problem in seqtui("export", trained.path, *options, code=2).stderr
    assert trained.onnx_path.read_bytes() == before


@pytest.mark.parametrize(
    "decision",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"threshold": 0.62, "abstain": 0.1}',
        '{"threshold": 1e400, "abstain": 0.1, "unsure": "unsure"}',
        '{"threshold": 0.62, "abstain": 0.1, "unsure": "negative"}',
        '{"threshold": NaN, "abstain": 0.0, "unsure": null}',
        '{"threshold": "x", "abstain": 0, "unsure": null}',
    ],
)
def test_damaged_rules_are_refused(
    exported: tuple[Run, dict[str, Any]], tmp_path: Path, decision: str
) -> None:
    model = onnx.load(exported[0].onnx_path)
    next(entry for entry in model.metadata_props if entry.key == "decision").value = decision
    onnx.save(model, tmp_path / "damaged.onnx")
    with pytest.raises(InputError, match="its metadata is damaged"):
        Scorer(tmp_path / "damaged.onnx")
