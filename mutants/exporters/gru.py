"""One GRU node for each GRU of a network; tf2onnx by itself would make a loop of it, or forget its bias."""

from typing import Any

import numpy as np


def to_gru_node(context: Any, node: Any, *_: Any) -> None:
    """Put a GRU in the place of the CudnnRNN that :class:`seqtui.architectures.layers.PlainGRU` leaves.

    Args:
        context: tf2onnx's graph.
        node: The operation: words (tokens, reviews, channels), states before the first word (1, reviews,
            units), a second such that is not used, and all weights in ONNX's order in one array.
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
    by_word, outputs = f"{node.name}_Y", node.output
    context.remove_node(node.name)
    context.make_node(
        "GRU",
        [words, *constants, "", states],
        outputs=[by_word, outputs[1]],
        # Keras multiplies by the reset gate after the product, as CuDNN does
        attr={"hidden_size": units, "linear_before_reset": 1},
    )
    axes = context.make_const(f"{node.name}_directions", np.array([1], np.int64)).output[0]
    context.make_node("Squeeze", [by_word, axes], outputs=[outputs[0]])
