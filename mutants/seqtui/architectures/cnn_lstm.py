"""A convolution before the LSTM, with and without dropout."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import MaskedConv1D, MaskedMaxPooling1D, Recurrent, decision
from seqtui.recipe import Recipe


def build(recipe: Recipe, recurrent: Recurrent, labels: int, *, dropout: float = 0.0) -> keras.Sequential:
    """Thirty-two filters over three words each, the stronger of every two neighbours, then an LSTM.

    Args:
        recipe: Gives the vocabulary's size and the pooling.
        recurrent: Makes the recurrent layer.
        labels: How many labels there are.
        dropout: Share of whole words dropped before the convolution (Iyyer et al., 2015), and of values
            before the last layer (Srivastava et al., 2014). Default: none.

    Source: Brownlee, chapter 26, listings 26.14 and 26.15; dropout is what it suggests after 26.16.
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
            decision(labels),
        ]
    )
