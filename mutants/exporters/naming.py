"""Names that a reader of the graph can follow: a layer, and what is done in it."""

import re
from posixpath import dirname

import onnx

_NUMBERED = re.compile(r"(_\d+)+$")
_WEIGHTS = {1: "input_weights", 2: "recurrent_weights", 3: "biases"}  # of an LSTM or a GRU


def rename(model: onnx.ModelProto) -> None:
    """Shorten TensorFlow's names in place; a node is named after what it makes.

    Inputs and outputs of the graph keep theirs.
    """
    graph = model.graph
    names = {value.name: value.name for value in (*graph.input, *graph.output)}
    taken = {*names.values(), ""}

    def give(old: str, wanted: str) -> None:
        if not old or old in names:
            return
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}_{number}"
        taken.add(name)
        names[old] = name

    for node in graph.node:
        if node.op_type in ("LSTM", "GRU"):
            layer = dirname(_short(node.input[0]))
            for place, what in _WEIGHTS.items():
                give(node.input[place], f"{layer}/{what}")
            give(node.output[0], f"{layer}/output")
        for value in (*node.input, *node.output):
            give(value, _short(value))
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
