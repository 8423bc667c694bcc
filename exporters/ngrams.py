"""Look up n-grams in the graph with one LabelEncoder node, a hash table, instead of a binary search."""

from typing import Any

import numpy as np

from seqtui.architectures.ngrams import UNKNOWN, WeightedNGrams


def look_up_in_a_table(layer: WeightedNGrams) -> None:
    """Let a layer of the inference model look n-grams up with an operation that becomes a LabelEncoder.

    Args:
        layer: Layer with its weights, changed in place. It cannot be trained any more.
    """
    if not layer.known:  # a LabelEncoder cannot be empty
        return
    keys = layer.keys.numpy()[1:]
    if layer.labels == 2:
        values = layer.ratios.numpy() * layer.weights_of.numpy()
    else:
        values = np.arange(layer.known + 1, dtype=np.float32)  # exact: there are at most 2**24 n-grams
    layer.table = keys, values[1:]


def to_label_encoder(context: Any, node: Any, *_: Any) -> None:
    """Replace the PyFuncStateless operation of :class:`WeightedNGrams` by a LabelEncoder node.

    Args:
        context: Graph of tf2onnx.
        node: PyFuncStateless operation. Its inputs are the keys to look up, the known keys and their values.
    """
    searched, *table = node.input
    keys, values = (context.get_node_by_output(name).get_tensor_value(as_list=False) for name in table)
    outputs, shapes, dtypes = node.output, node.output_shapes, node.output_dtypes
    context.remove_node(node.name)
    context.make_node(
        "LabelEncoder",
        [searched],
        outputs=outputs,
        shapes=shapes,
        dtypes=dtypes,
        domain="ai.onnx.ml",
        attr={"keys_int64s": keys.tolist(), "values_floats": values.tolist(), "default_float": UNKNOWN},
    )
