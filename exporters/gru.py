"""Convert each GRU to one ONNX GRU node; tf2onnx alone would write a Loop or lose the bias."""

from typing import Any

import numpy as np


def to_gru_node(context: Any, node: Any, *_: Any) -> None:
    """Replace the CudnnRNN operation of :class:`seqtui.architectures.layers.PlainGRU` by a GRU node.

    Args:
        context: Graph of tf2onnx.
        node: CudnnRNN operation. Its inputs are the time-major inputs (tokens, reviews, channels), the
            initial states (1, reviews, units), unused cell states and the weights, concatenated in ONNX's
            order.
    """
    words, states, _, weights = node.input
    flat = context.get_node_by_output(weights).get_tensor_value(as_list=False)
    units, channels = context.get_shape(states)[2], context.get_shape(words)[2]
    rows = 3 * units
    parts = np.split(flat, np.cumsum([rows * channels, rows * units]))
    shapes = ((1, rows, channels), (1, rows, units), (1, 2 * rows))
    constants = [
        context.make_const(f"{node.name}_{name}", part.reshape(shape)).output[0]
        for name, part, shape in zip(("W", "R", "B"), parts, shapes, strict=True)
    ]
    time_major, outputs = f"{node.name}_Y", node.output
    context.remove_node(node.name)
    context.make_node(
        "GRU",
        [words, *constants, "", states],
        outputs=[time_major, outputs[1]],
        # Keras and CuDNN apply the reset gate after the matrix product.
        attr={"hidden_size": units, "linear_before_reset": 1},
    )
    axes = context.make_const(f"{node.name}_directions", np.array([1], np.int64)).output[0]
    context.make_node("Squeeze", [time_major, axes], outputs=[outputs[0]])
