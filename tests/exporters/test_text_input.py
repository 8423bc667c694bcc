import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporters.text_input import IR_VERSION, ML_OPSET, OPSET, with_text_input
from exporters.text_input import ids_of as ids_in
from seqtui.runs import Run
from seqtui.scoring import Scorer
from seqtui.scoring.decision import DecisionRule
from seqtui.text import Vocabulary
from seqtui.text.tokenizer import CLASSES
from tests.exporters.texts import VOCABULARY, WORDS, IdsOf, fuzz, graphs_ids

_MAX_LENGTH = 7


@pytest.fixture(scope="module")
def ids_of() -> IdsOf:
    return graphs_ids(_MAX_LENGTH)


def by_python(texts: list[str]) -> list[list[int]]:
    return [VOCABULARY.encode(text, _MAX_LENGTH) for text in texts]


TEXTS = st.text(
    st.characters()
    | st.sampled_from("'<>/ aAzZ09brBR\u2019\u00e9\u00c9\u0130\u212a\u0301\ud800\0\u0436\u0416")
)


@settings(max_examples=300)
@given(st.lists(TEXTS, min_size=1, max_size=6))
@example([""])
@example(["", "..."])
@example(["film\0film", "\0", "FILM Film fILM film McCoy MCCOY mccoy Mccoy"])
@example(
    ["\ud83d film \ude00", "\U0001f600" * 9, "\U00020000" * 9, "STRASSE STRA\u00dfE \u00c9LAN \u00e9lan"]
)
def test_the_graph_gives_the_ids_of_python(ids_of: IdsOf, texts: list[str]) -> None:
    assert ids_of(texts) == by_python(texts)


def test_thousands_of_difficult_texts(ids_of: IdsOf) -> None:
    texts = [fuzz(number) for number in range(8000)]
    assert sum(map(len, by_python(texts))) > 20_000  # enough tokens to compare
    for start in range(0, len(texts), 100):
        batch = texts[start : start + 100]
        assert ids_of(batch) == by_python(batch)


def test_the_ends_of_all_ranges_of_letters(ids_of: IdsOf) -> None:
    """Put each code point between two letters, which it joins or separates."""
    borders = {
        point + step
        for ranges in CLASSES.values()
        for pair in ranges
        for point in pair
        for step in (-1, 0, 1)
    }
    texts = [f"a{chr(point)}b" for point in sorted(borders)]
    assert ids_of(texts) == by_python(texts)


@pytest.mark.parametrize("piece", ["word ", "<br />", "<", "<a", "'", "a'", "\u0301", "\U0001f600", "x"])
def test_a_review_of_a_megabyte_in_a_batch_with_short_ones(ids_of: IdsOf, piece: str) -> None:
    texts = ["film", piece * (1_000_000 // len(piece)) + " film", ""]
    assert ids_of(texts) == by_python(texts)


def test_each_review_of_a_batch_keeps_its_last_tokens(ids_of: IdsOf) -> None:
    texts = ["a " * count + "film" for count in range(20)]
    assert ids_of(texts) == by_python(texts)
    assert all(ids[-1] == VOCABULARY.ids_of_tokens["film"] for ids in ids_of(texts))


@pytest.mark.parametrize("head", [1, 3, _MAX_LENGTH])
def test_the_graph_truncates_as_python_does(head: int) -> None:
    graph = ids_in(with_text_input(onnx.ModelProto(), VOCABULARY, _MAX_LENGTH, DecisionRule(()), head))
    texts = ["", *(" ".join(WORDS[:count]) for count in range(1, 20))]
    assert graph(texts) == [VOCABULARY.encode(text, _MAX_LENGTH, head) for text in texts]


def test_the_file_requires_the_oldest_possible_versions_and_has_readable_names(trained: Run) -> None:
    model = onnx.load(trained.onnx_path)
    versions = {opset.domain: opset.version for opset in model.opset_import}
    assert versions == {"": OPSET, "ai.onnx.ml": ML_OPSET, "com.microsoft": 1}
    assert (model.ir_version, OPSET, ML_OPSET) == (IR_VERSION, 20, 2) == (9, 20, 2)
    needed = {
        (node.domain, onnx.defs.get_schema(node.op_type, versions[node.domain], node.domain).since_version)
        for node in model.graph.node
        if node.domain != "com.microsoft"
    }
    assert {domain: max(since for d, since in needed if d == domain) for domain, _ in needed} == {
        "": OPSET,
        "ai.onnx.ml": ML_OPSET,
    }
    session = onnxruntime.InferenceSession(trained.onnx_path, providers=["CPUExecutionProvider"])
    assert [(value.name, value.type, value.shape) for value in session.get_inputs()] == [
        ("text", "tensor(string)", ["reviews"])
    ]
    assert [(value.name, value.type, value.shape) for value in session.get_outputs()] == [
        ("label", "tensor(string)", ["reviews"]),
        ("probabilities", "tensor(float)", ["reviews", 2]),
    ]
    names = [node.name for node in model.graph.node]
    assert len(set(names)) == len(names)
    assert [node.name.split("/")[0] for node in model.graph.node if node.op_type == "LSTM"] == ["plain_lstm"]
    assert not [name for name in names if "sequential" in name or ":" in name or "__" in name]


def test_the_file_contains_the_vocabulary_once(trained: Run) -> None:
    content = trained.onnx_path.read_bytes()
    rare = Vocabulary.load(trained.vocabulary_path).words[-20:]
    assert any(len(word) > 6 and content.count(word.encode()) == 1 for word in rare)


def test_labels_and_probabilities_go_together(trained: Run) -> None:
    session = onnxruntime.InferenceSession(trained.onnx_path, providers=["CPUExecutionProvider"])
    texts = ["wonderful excellent best", "worst awful boring", ""]
    labels, probabilities = session.run(None, {"text": np.array(texts, object)})
    assert labels[:2].tolist() == ["positive", "negative"]
    assert probabilities.sum(1) == pytest.approx(1)
    assert labels.tolist() == [("negative", "positive")[best] for best in probabilities.argmax(1)]
    assert Scorer(trained.onnx_path).probabilities(texts) == pytest.approx(probabilities, abs=1e-6)
