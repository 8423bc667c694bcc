"""Give the nodes and tensors of a graph readable names: layer/operation."""

import re
from posixpath import dirname

import onnx

_NUMBERED = re.compile(r"(_\d+)+$")
_WEIGHTS = {1: "input_weights", 2: "recurrent_weights", 3: "biases"}  # inputs of an LSTM or GRU node


def rename(model: onnx.ModelProto) -> None:
    """Shorten TensorFlow's names in place; name each node after its first output.

    Inputs and outputs of the graph keep their names.

    Args:
        model: Model to change.
    """
    graph = model.graph
    names = {value.name: value.name for value in (*graph.input, *graph.output)}
    used = {*names.values(), ""}

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
    for constant in graph.initializer:
        constant.name = names[constant.name]
    del graph.value_info[:]


def _short(name: str) -> str:
    parts = name.removesuffix(":0").replace("__", "_").split("/")
    if parts[0].startswith("sequential") and len(parts) > 1:
        del parts[0]
    return "/".join(_NUMBERED.sub("", part) or part for part in parts)
