"""Give the nodes and tensors of a graph readable names: layer/operation."""

import re
from posixpath import dirname

import onnx

_NUMBERED = re.compile(r"(_\d+)+$")
_WEIGHTS = {1: "input_weights", 2: "recurrent_weights", 3: "biases"}  # inputs of an LSTM or GRU node


def rename(model: onnx.ModelProto) -> None:
    """Shorten TensorFlow's names in place; name each node after its first output.

    Inputs and outputs of the graph keep their names, and so do the tensors inside a loop.

    Args:
        model: Model to change.
    """
    graph = model.graph
    names = {value.name: value.name for value in (*graph.input, *graph.output)}
    used = {*names.values(), "", *(name for part in _subgraphs(graph) for name in _defined(part))}

    def assign(old: str, new: str) -> None:
        if not old or old in names:
            return
        name, number = new, 1
        while name in used:
            number += 1
            name = f"{new}_{number}"
        used.add(name)
        names[old] = name

    for node in graph.node:
        if node.op_type in ("LSTM", "GRU"):
            layer = dirname(_short(node.input[0]))
            for index, weights in _WEIGHTS.items():
                assign(node.input[index], f"{layer}/{weights}")
            assign(node.output[0], f"{layer}/output")
        for value in (*node.input, *node.output):
            assign(value, _short(value))
    for node in graph.node:
        for values in (node.input, node.output):
            values[:] = [names.get(value, value) for value in values]
        node.name = node.output[0]
    for part in _subgraphs(graph):  # they also use tensors of the whole graph
        inside = _defined(part)
        for node in part.node:
            node.input[:] = [value if value in inside else names.get(value, value) for value in node.input]
        for value in part.output:
            value.name = value.name if value.name in inside else names.get(value.name, value.name)
    for constant in graph.initializer:
        constant.name = names[constant.name]
    del graph.value_info[:]


def _subgraphs(graph: onnx.GraphProto) -> list[onnx.GraphProto]:
    """Return the bodies of the graph's loops and conditions, also the nested ones."""
    parts = [attribute.g for node in graph.node for attribute in node.attribute if attribute.HasField("g")]
    return [nested for part in parts for nested in (part, *_subgraphs(part))]


def _defined(part: onnx.GraphProto) -> set[str]:
    """Return the tensors that a subgraph defines."""
    names = {value.name for value in (*part.input, *part.initializer)}
    return names.union(*(node.output for node in part.node))


def _short(name: str) -> str:
    parts = name.removesuffix(":0").replace("__", "_").split("/")
    if parts[0].startswith(("sequential", "functional")) and len(parts) > 1:
        del parts[0]
    return "/".join(_NUMBERED.sub("", part) or part for part in parts)
