"""The last layer of a network."""

import keras


def classification_head(num_classes: int) -> keras.layers.Dense:
    """Create the last layer, a logistic regression.

    Args:
        num_classes: Number of classes, at least 2.

    Returns:
        A ``Dense`` layer. For two classes, one sigmoid output: the probability of the second class. For more
        classes, one softmax output per class.
    """
    if num_classes == 2:
        return keras.layers.Dense(1, activation="sigmoid")
    return keras.layers.Dense(num_classes, activation="softmax")
