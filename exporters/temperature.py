"""Divide the logits of a network by a temperature."""

from typing import Any

import keras

from seqtui.errors import SeqtuiError


def divide_logits(model: keras.Model, temperature: float) -> None:
    """Divide the logits of a model by a temperature, before its sigmoid or softmax, in place.

    It applies to graphs that are traced after the call.

    Args:
        model: A network of the catalogue.
        temperature: The temperature.

    Raises:
        SeqtuiError: If the last layer applies neither a sigmoid nor a softmax.
    """
    layer = model.layers[-1]
    activation = getattr(layer, "activation", None)
    if activation not in (keras.activations.sigmoid, keras.activations.softmax):
        raise SeqtuiError(f"the layer {layer.name} has no logits to calibrate; --no-calibration exports it")

    def scaled(logits: Any) -> Any:
        return activation(logits / temperature)

    layer.activation = scaled
