"""Add the tokenizer of ``seqtui/text/tokenizer.py``, the vocabulary and the label to a network.

Uses only operators of stock onnxruntime, including its contrib operators, that do not depend on the locale.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.scorer import as_utf8
from seqtui.text import OUT_OF_VOCABULARY, PADDING, Vocabulary
from seqtui.text.tokenizer import CLASSES, EXPRESSION, EXPRESSION_BEYOND_ASCII

OPSET = 20
ML_OPSET = 2
IR_VERSION = 9
"""Lowest version of the file format. StringConcat and StringSplit need opset 20, LabelEncoder from strings to
integers needs ai.onnx.ml 2, and onnxruntime 1.17 is the first release with opset 20."""

_PADDING_TOKEN = "[padding]"  # noqa: S105 - no token of a review has brackets


def with_text_input(
    network: onnx.ModelProto,
    vocabulary: Vocabulary,
    max_length: int,
    rule: DecisionRule,
    head: int = 0,
) -> onnx.ModelProto:
    """Add tokenizer and vocabulary before a network and its label after it.

    Args:
        network: Model of opset 20. Input: ``ids``, int32 (reviews, tokens), padded with 0 at the end. Output:
            ``probabilities``, float32 (reviews, classes), and others, which the result has, too.
        vocabulary: Vocabulary of the run.
        max_length: Maximum number of tokens of a review.
        rule: How the label follows from the probabilities.
        head: How many of the tokens are the first ones; the others are the last ones. Default 0.

    Returns:
        A model. Input: ``text``, string (reviews). Outputs: ``label``, string (reviews), and
        ``probabilities``.
    """
    graph = _Graph()
    tokens = _tokens(graph)
    ids_of_tokens = {_PADDING_TOKEN: PADDING, **vocabulary.ids_of_tokens}
    every_id = graph.add(
        "LabelEncoder", [tokens], "text/every_id", "ai.onnx.ml",
        keys_strings=list(ids_of_tokens), values_int64s=list(ids_of_tokens.values()),
        default_int64=OUT_OF_VOCABULARY,
    )  # fmt: skip
    kept_ids = _truncated(graph, every_id, max_length, head)
    graph.add("Cast", [kept_ids], "ids", to=TensorProto.INT32)
    graph.nodes.extend(network.graph.node)
    graph.constants.extend(network.graph.initializer)
    _add_label(graph, rule)

    text = helper.make_tensor_value_info("text", TensorProto.STRING, ["reviews"])
    label = helper.make_tensor_value_info("label", TensorProto.STRING, ["reviews"])
    probabilities = helper.make_tensor_value_info(
        "probabilities", TensorProto.FLOAT, ["reviews", len(rule.class_names)]
    )
    others = [output for output in network.graph.output if output.name != "probabilities"]
    # onnx cannot infer the output type of Tokenizer, a contrib operator.
    token_info = helper.make_tensor_value_info(tokens, TensorProto.STRING, ["reviews", "longest"])
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "seqtui",
            [text],
            [label, probabilities, *others],
            graph.constants,
            value_info=[token_info],
        ),
        opset_imports=[
            helper.make_opsetid("", OPSET),
            helper.make_opsetid("ai.onnx.ml", ML_OPSET),
            helper.make_opsetid("com.microsoft", 1),
        ],
        ir_version=IR_VERSION,
    )


def ids_of(model: onnx.ModelProto) -> Callable[[list[str]], list[list[int]]]:
    """Return the text part of a model as a function, to compare it with ``Vocabulary.encode``.

    Args:
        model: Result of :func:`with_text_input`.

    Returns:
        A function from reviews, at least one, to the word ids of each, without padding.
    """
    part = onnx.ModelProto()
    part.CopyFrom(model)
    last = next(index for index, node in enumerate(part.graph.node) if node.output[0] == "ids")
    del part.graph.node[last + 1 :], part.graph.output[:]
    part.graph.output.append(helper.make_tensor_value_info("ids", TensorProto.INT32, ["reviews", "kept"]))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # or it would warn about every unused weight
    session = onnxruntime.InferenceSession(
        part.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )

    def ids(texts: list[str]) -> list[list[int]]:
        (rows,) = session.run(["ids"], {"text": np.array([as_utf8(text) for text in texts], object)})
        return [np.trim_zeros(row, "b").tolist() for row in rows]

    return ids


class _Graph:
    """Nodes and constants of a graph. Each node is named after its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def integers(self, name: str, value: int | list[int]) -> str:
        return self._constant(name, np.array(value, np.int64))

    def strings(self, name: str, value: Sequence[str]) -> str:
        return self._constant(name, np.array(value, object))

    def floats(self, name: str, value: NDArray[np.float32]) -> str:
        return self._constant(name, value)

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name


def _tokens(graph: _Graph) -> str:
    """Add the tokenizer; return its tokens, (reviews, longest), padded at the end."""
    # A review ends at its first NUL. Append one, so that every review has one, and prepend a space, since
    # StringSplit returns no columns for a batch of empty reviews.
    spaced = graph.add("StringConcat", [graph.strings("text/space", [" "]), "text"], "text/spaced")
    ended = graph.add("StringConcat", [spaced, graph.strings("text/nul", ["\0"])], "text/ended")
    parts = graph.add("StringSplit", [ended], "text/parts", delimiter="\0", maxsplit=1)
    graph.nodes[-1].output.append("text/number_of_parts")
    to_nul = graph.add("Gather", [parts, graph.integers("text/first", 0)], "text/to_nul", axis=1)

    classes = {
        name: "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in ranges)
        for name, ranges in CLASSES.items()
    }
    expression = (EXPRESSION + EXPRESSION_BEYOND_ASCII).replace("++", "+").replace("*+", "*")
    return graph.add(
        "Tokenizer", [to_nul], "text/tokens", "com.microsoft",
        tokenexp=expression.format(**classes), mark=0, mincharnum=1, pad_value=_PADDING_TOKEN,
    )  # fmt: skip


def _truncated(graph: _Graph, every_id: str, max_length: int, head: int) -> str:
    """Keep the first ``head`` and the last ids of each review; return them, (reviews, 1 to max_length)."""
    axis = graph.integers("text/axis", [1])
    zero, one = graph.integers("text/zero", 0), graph.integers("text/one", 1)
    most = graph.integers("text/max_length", max_length)

    lengths = graph.add("ReduceSum", [graph.add("Sign", [every_id], "text/is_token"), axis], "text/lengths")
    start = graph.add("Max", [graph.add("Sub", [lengths, most], "text/excess"), zero], "text/start")
    longest = graph.add("Squeeze", [graph.add("Shape", [every_id], "text/columns", start=1)], "text/longest")
    kept = graph.add("Clip", [longest, one, most], "text/kept")
    order = graph.add("Range", [zero, kept, one], "text/range")
    if head:
        tail = graph.add("GreaterOrEqual", [order, graph.integers("text/head", head)], "text/is_tail")
        start = graph.add(
            "Mul", [start, graph.add("Cast", [tail], "text/tail", to=TensorProto.INT64)], "text/skip"
        )
    indices = graph.add("Add", [start, order], "text/indices")
    # One more column of padding, so that a batch of empty reviews has one, too.
    border = graph.integers("text/border", [0, 0, 0, 1])
    padded = graph.add("Pad", [every_id, border], "text/padded")
    return graph.add("GatherElements", [padded, indices], "text/kept_ids", axis=1)


def _add_label(graph: _Graph, rule: DecisionRule) -> None:
    """Add :meth:`DecisionRule.choose`, from ``probabilities`` to ``label``."""
    names = list(rule.label_names)
    if rule.threshold is None:
        chosen = graph.add("ArgMax", ["probabilities"], "label/best", axis=1, keepdims=0)
    else:
        names = [names[0], *names[2:], names[1]]  # the label of unsure reviews is in the middle
        one, two = graph.integers("label/one", [1]), graph.integers("label/two", [2])
        second = graph.add("Slice", ["probabilities", one, two, one], "label/second")
        bounds = graph.floats("label/bounds", rule.bounds)
        reached = graph.add("GreaterOrEqual", [second, bounds], "label/reached")
        counted = graph.add("Cast", [reached], "label/counted", to=TensorProto.INT64)
        chosen = graph.add("ReduceSum", [counted, one], "label/chosen", keepdims=0)
    graph.add("Gather", [graph.strings("label/names", names), chosen], "label")
