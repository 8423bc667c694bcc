"""Verification of correct files and of files with one mistake, without TensorFlow."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from exporters import verify as verification
from exporters.text_input import IR_VERSION, OPSET, with_text_input
from exporters.verify import (
    check_attention,
    check_batch_invariance,
    check_labels,
    check_probabilities,
    check_word_ids,
    verify,
)
from seqtui.corpora import Reviews
from seqtui.runs.parity import Parity
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.scorer import FORMAT
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews

OTHER_IDS = "different word ids in file and tokenizer"
OTHER_LABEL = "the exported file returns a label that does not have the highest probability"
LABELS = ["dull", "fair", "fine"]
WORDS = ["good", "bad", "film", "plot", "great", "awful"]
VOCABULARY = Vocabulary.build(dict.fromkeys(WORDS, 1), 100)
MAX_LENGTH = 4
TEXTS = [" ".join(words) for words in itertools.product(WORDS, WORDS)] + [
    "",
    "good bad film plot great awful",
]

Table = NDArray[np.float32]


def table(seed: int = 1, noise: float = 0.0) -> Table:
    """Return what each word adds to the logit of each class; padding adds nothing."""
    weights = np.random.default_rng(seed).normal(size=(len(VOCABULARY), len(LABELS)))
    weights += noise * np.random.default_rng(seed + 1).normal(size=weights.shape)
    weights[0] = 0
    return weights.astype(np.float32)


class Network:
    """Network that sums the logits of words, in numpy; replaces the Keras network."""

    def __init__(self, weights: Table) -> None:
        self._weights = weights

    def predict(self, reviews: EncodedReviews) -> Table:
        bounds = reviews.offsets.tolist()
        logits = [self._weights[reviews.ids[a:b]].sum(0) for a, b in itertools.pairwise(bounds)]
        powers = np.exp(np.array(logits, np.float32))
        return (powers / powers.sum(1, keepdims=True)).astype(np.float32)


def exported(
    path: Path,
    weights: Table,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    max_length: int = MAX_LENGTH,
    labels: list[str] = LABELS,
    batch_effect: float = 0.0,
) -> Path:
    """Write the same network as a file, optionally with scores that depend on the batch."""
    info = helper.make_tensor_value_info
    nodes = [
        helper.make_node("Gather", ["weights", "ids"], ["words"]),
        helper.make_node("ReduceSum", ["words", "axis"], ["logits"], keepdims=0),
        helper.make_node("Softmax", ["logits"], ["shares"], axis=1),
        helper.make_node("Shape", ["ids"], ["reviews"], start=0, end=1),
        helper.make_node("Cast", ["reviews"], ["count"], to=TensorProto.FLOAT),
        helper.make_node("Reciprocal", ["count"], ["alone"]),
        helper.make_node("Mul", ["alone", "batch_effect"], ["moved"]),
        helper.make_node("Add", ["shares", "moved"], ["probabilities"]),
    ]
    moved = np.array([batch_effect, *[0.0] * (len(LABELS) - 2), -batch_effect], np.float32)
    network = helper.make_model(
        helper.make_graph(
            nodes, "g", [info("ids", TensorProto.INT32, ["n", "t"])],
            [info("probabilities", TensorProto.FLOAT, ["n", len(LABELS)])],
            [
                numpy_helper.from_array(weights, "weights"),
                numpy_helper.from_array(np.array([1], np.int64), "axis"),
                numpy_helper.from_array(moved, "batch_effect"),
            ],
        ),
        opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION,
    )  # fmt: skip
    model = with_text_input(network, vocabulary, max_length, DecisionRule(tuple(labels)))
    helper.set_model_props(model, {"seqtui_format": FORMAT, "labels": json.dumps(LABELS)})
    onnx.save_model(model, path)
    return path


def labelled(weights: Table, texts: list[str] = TEXTS, wrong: int = 0) -> Reviews:
    """Return reviews labelled by the network, with some wrong labels."""
    encoded = EncodedReviews.from_lists(VOCABULARY.encode(text, MAX_LENGTH) for text in texts)
    y_true = Network(weights).predict(encoded).argmax(1)
    y_true[:wrong] = (y_true[:wrong] + 1) % len(LABELS)
    return Reviews(texts, y_true.astype(np.int32))


def verify_file(path: Path, weights: Table, reviews: Reviews, float32: Parity | None = None) -> Parity:
    network: Any = Network(weights)
    return verify(path, network, VOCABULARY, MAX_LENGTH, reviews, float32=float32)


class Clock:
    """Clock that advances by the given pauses, in seconds, one per reading."""

    def __init__(self, *pauses: float) -> None:
        self._now = 100.0
        self._pauses = itertools.cycle(pauses)

    def perf_counter(self) -> float:
        self._now += next(self._pauses)
        return self._now


def test_a_correct_file_is_verified_with_all_measurements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "time", Clock(0.25))
    path = exported(tmp_path / "model.onnx", table())
    parity = verify_file(path, table(), labelled(table(), wrong=19))
    assert parity.max_abs_difference < 1e-6
    assert parity.batch_difference < 1e-6
    assert msgspec.structs.replace(parity, max_abs_difference=0.0, batch_difference=0.0) == Parity(
        model=str(path), reviews=38, max_abs_difference=0.0, label_agreement=1.0, accuracy_keras=0.5,
        accuracy_onnx=0.5, milliseconds_keras=250.0, milliseconds_onnx=250.0, reviews_per_second=38 / 0.25,
        batch_difference=0.0, attention_difference=None, megabytes=round(path.stat().st_size / 1e6, 2),
        verified=True, problem=None, float32=None,
    )  # fmt: skip
    assert parity.megabytes == 0.07


def test_both_sides_are_measured(tmp_path: Path) -> None:
    other = table(seed=7)
    parity = verify_file(exported(tmp_path / "model.onnx", other), table(), labelled(table()))
    encoded = EncodedReviews.from_lists(VOCABULARY.encode(text, MAX_LENGTH) for text in TEXTS)
    by_keras, by_onnx = Network(table()).predict(encoded), Network(other).predict(encoded)
    assert parity.max_abs_difference == pytest.approx(np.abs(by_keras - by_onnx).max(), abs=1e-6)
    agreement = np.mean(by_keras.argmax(1) == by_onnx.argmax(1))
    assert parity.label_agreement == agreement == parity.accuracy_onnx < 1
    assert parity.accuracy_keras == 1
    assert not parity.verified
    assert parity.problem
    assert parity.problem.startswith("onnxruntime and Keras differ by")


def _swapped() -> Vocabulary:
    words = list(VOCABULARY.words)
    words[-1], words[-2] = words[-2], words[-1]
    return Vocabulary(words)


@pytest.mark.parametrize(
    ("mistake", "problem"),
    [
        ({"vocabulary": _swapped()}, f"{OTHER_IDS} for a review that begins"),
        ({"max_length": 5}, f"{OTHER_IDS} for a review that begins 'good bad film"),
        ({"labels": ["dull", "fine", "fair"]}, OTHER_LABEL),
        ({"batch_effect": 8e-5}, "scores depend on the batch: a review scored alone differs by 7"),
    ],
)  # fmt: skip
def test_each_mistake_is_reported(tmp_path: Path, mistake: dict[str, Any], problem: str) -> None:
    path = exported(tmp_path / "model.onnx", table(), **mistake)
    parity = verify_file(path, table(), labelled(table()))
    assert parity.problem
    assert parity.problem.startswith(problem)
    assert not parity.verified


def test_an_int8_file_is_verified_by_its_accuracy_only(tmp_path: Path) -> None:
    reviews = labelled(table())
    float32 = verify_file(exported(tmp_path / "float32.onnx", table()), table(), reviews)
    near = verify_file(
        exported(tmp_path / "near.onnx", table(noise=1e-3), batch_effect=3e-5), table(), reviews, float32
    )
    assert near.max_abs_difference > verification.TOLERANCE
    assert near.batch_difference > verification.BATCH_TOLERANCE
    assert (near.verified, near.problem, near.float32) == (True, None, float32)
    far = verify_file(exported(tmp_path / "far.onnx", table(noise=1.0)), table(), reviews, float32)
    assert far.problem
    assert far.problem.startswith("8 bits cost")
    misread = exported(tmp_path / "misread.onnx", table(noise=1.0), vocabulary=_swapped())
    assert "different word ids" in str(verify_file(misread, table(), reviews, float32).problem)


def test_a_review_alone_is_timed_fifty_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "time", Clock(1, 2, 1, 5, 1, 3))
    calls: list[list[str]] = []

    def score(texts: list[str]) -> Table:
        calls.append(texts)
        return np.full((len(texts), 2), len(calls), np.float32)

    texts = [str(number) for number in range(60)]
    milliseconds, scores = verification._latency(score, texts)
    assert calls == [[text] for text in texts[:50]]
    assert milliseconds == 3000
    assert scores.dtype == np.float32
    assert scores.tolist() == [[number, number] for number in range(1, 51)]


@pytest.mark.parametrize(("reviews", "counted"), [(600, 500), (30, 30)])
def test_the_rate_is_the_median_of_three_measurements(
    monkeypatch: pytest.MonkeyPatch, reviews: int, counted: int
) -> None:
    monkeypatch.setattr(verification, "time", Clock(1, 9, 1, 2, 1, 4))
    calls: list[list[str]] = []
    texts = [str(number) for number in range(reviews)]
    assert verification._throughput(calls.append, texts) == counted / 4
    assert calls == [texts[:counted]] * 3


def _by_rule(texts: list[str]) -> list[list[int]]:
    return [VOCABULARY.encode(text, MAX_LENGTH) for text in texts]


def test_ids_are_compared_in_batches_of_100_and_for_every_token() -> None:
    batches: list[list[str]] = []

    def ids(texts: list[str]) -> list[list[int]]:
        batches.append(texts)
        return _by_rule(texts)

    texts = [f"film {number}" for number in range(230)]
    assert check_word_ids(ids, VOCABULARY, MAX_LENGTH, texts) is None
    assert [len(batch) for batch in batches[:-1]] == [100, 100]
    encoded = [text for batch in batches for text in batch]
    assert encoded[:230] == texts
    words = [text.split(" ") for text in encoded[230:]]
    assert list(itertools.chain(*words)) == list(VOCABULARY.ids_of_tokens)
    assert [len(group) for group in words] == [4, 4, 4, 4, 2]
    batches.clear()
    assert check_word_ids(ids, VOCABULARY, 1000, []) == (
        f"{OTHER_IDS} for a review that begins "
        f"{' '.join(VOCABULARY.ids_of_tokens)[:60]!r}"
    )  # fmt: skip
    assert [len(batch) for batch in batches] == [1]


def test_tokens_are_compared_in_batches_of_100_if_reviews_may_be_long() -> None:
    many = Vocabulary.build({f"word{number}": 1 for number in range(90)}, 1000)
    encoded: list[str] = []

    def ids(texts: list[str]) -> list[list[int]]:
        encoded.extend(texts)
        return [many.encode(text, 1000) for text in texts]

    assert check_word_ids(ids, many, 1000, []) is None
    assert [len(text.split()) for text in encoded] == [100, 100, 70]


@pytest.mark.parametrize("index", [0, 99, 100, 149])
def test_other_ids_of_one_review_are_detected_at_every_index(index: int) -> None:
    texts = [f"film {number} " + "plot " * 30 for number in range(150)]

    def ids(batch: list[str]) -> list[list[int]]:
        return [[1] if text == texts[index] else VOCABULARY.encode(text, MAX_LENGTH) for text in batch]

    assert check_word_ids(ids, VOCABULARY, MAX_LENGTH, texts) == (
        f"{OTHER_IDS} for a review that begins {texts[index][:60]!r}"
    )


@pytest.mark.parametrize("cut", [slice(0, -1), slice(0, 0)])
def test_a_file_that_gives_too_few_ids_is_an_error(cut: slice) -> None:
    with pytest.raises(ValueError, match="shorter"):
        check_word_ids(lambda texts: _by_rule(texts)[cut], VOCABULARY, MAX_LENGTH, ["good", "bad"])


def pair(positive: list[float]) -> Table:
    return np.array([[1 - one, one] for one in positive], np.float32)


@pytest.mark.parametrize(
    ("by_onnx", "problem"),
    [
        ([0.25, 0.9], None),
        ([0.25009, 0.9], None),
        ([0.25, 0.89991], None),
        ([0.25012, 0.9], "differ by 1.20e-04 on a test review (0.250120 and 0.250000)"),
        ([0.25, 0.75], "differ by 1.50e-01 on a test review (0.250000 and 0.100000)"),
        ([np.nan, 0.9], "differ by nan on a test review (nan and 0.750000)"),
    ],
)  # fmt: skip
def test_differences_within_the_tolerance_pass(by_onnx: list[float], problem: str | None) -> None:
    problem_found = check_probabilities(pair([0.25, 0.9]), pair(by_onnx))
    assert problem_found == (problem and f"onnxruntime and Keras {problem}; at most 0.0001 is allowed")


def test_exactly_the_tolerance_passes() -> None:
    zero: Any = np.zeros((1, 2))
    assert check_probabilities(zero, zero + 1e-4) is None
    assert check_probabilities(zero, zero + 1.0001e-4) is not None


@pytest.mark.parametrize(
    ("by_onnx", "named", "problem"),
    [
        ([0.2, 0.9], ["no", "yes"], None),
        ([0.2, 0.9], ["yes", "yes"], OTHER_LABEL),
        ([0.2, 0.9], ["no"], OTHER_LABEL),
        ([np.nan, 0.9], ["no", "yes"], "the exported file returns a probability that is not a number"),
        ([0.2, np.inf], ["no", "yes"], "the exported file returns a probability that is not a number"),
    ],
)  # fmt: skip
def test_labels_are_compared_with_the_probabilities(
    by_onnx: list[float], named: list[str], problem: str | None
) -> None:
    assert check_labels(pair(by_onnx), named, DecisionRule(("no", "yes"))) == problem


@pytest.mark.parametrize(("difference", "passes"), [(0.0, True), (1e-5, True), (1.1e-5, False), (1.0, False)])
def test_batch_invariance_is_checked(parity: Callable[..., Parity], difference: float, passes: bool) -> None:
    problem_found = check_batch_invariance(parity(batch_difference=difference))
    assert problem_found == (
        None if passes else f"scores depend on the batch: a review scored alone differs by {difference:.2e}"
    )


@pytest.mark.parametrize(
    ("difference", "passes"),
    [(None, True), (0.0, True), (1e-4, True), (1.1e-4, False), (np.inf, False), (np.nan, False)],
)
def test_attention_weights_are_checked(
    parity: Callable[..., Parity], difference: float | None, passes: bool
) -> None:
    problem_found = check_attention(parity(attention_difference=difference))
    assert problem_found == (
        None if passes else f"attention weights differ by {difference:.2e} between file and Keras"
    )


@pytest.fixture
def parity() -> Callable[..., Parity]:
    zeros: dict[str, Any] = {
        field: 0.0 for field in Parity.__struct_fields__ if field not in ("problem", "float32")
    }
    return lambda **changed: Parity(**(zeros | {"model": "m", "verified": False} | changed))
