"""A convolution before the LSTM, with and without dropout."""

import keras
from keras.layers import Dense, Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import MaskedConv1D, MaskedMaxPooling1D, RecurrentLayer
from seqtui.recipe import Recipe


def build(recipe: Recipe, lstm: RecurrentLayer, *, dropout: float = 0.0) -> keras.Sequential:
    """Thirty-two filters over three words each, the stronger of every two neighbours, then an LSTM.

    Args:
        recipe: Gives the vocabulary's size.
        lstm: Makes the recurrent layer.
        dropout: Share of values dropped after the embedding, the pooling and the LSTM. Default: none.

    Source: Brownlee, chapter 26, listings 26.14 and 26.15; the dropout is what it suggests after 26.16.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            *([Dropout(dropout)] if dropout else []),
            MaskedConv1D(32, 3, activation="relu"),
            MaskedMaxPooling1D(),
            *([Dropout(dropout)] if dropout else []),
            lstm(UNITS),
            *([Dropout(dropout)] if dropout else []),
            Dense(1, activation="sigmoid"),
        ]
    )
