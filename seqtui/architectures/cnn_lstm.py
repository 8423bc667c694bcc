"""A convolution before the LSTM, with or without dropout."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import MaskedConv1D, MaskedMaxPooling1D, Recurrent, classification_head
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, dropout: float = 0.0
) -> keras.Sequential:
    """Build 32 filters over three words each, max pooling over pairs, then an LSTM.

    Args:
        recipe: Sets the vocabulary size and the pooling.
        recurrent: Creates the recurrent layer.
        num_classes: Number of classes, at least 2.
        dropout: Dropout rate of whole words before the convolution (Iyyer et al., 2015) and of values before
            the last layer (Srivastava et al., 2014). Default 0.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Brownlee, Deep Learning With Python, listings 26.14 and 26.15; the text after listing 26.16
    suggests the dropout.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            *([Dropout(dropout, noise_shape=(None, None, 1))] if dropout else []),
            MaskedConv1D(32, 3, activation="relu"),
            MaskedMaxPooling1D(),
            recurrent.lstm(UNITS, pooling=recipe.pooling),
            *([Dropout(dropout)] if dropout else []),
            classification_head(num_classes),
        ]
    )
