"""The LSTM that reads a review in both directions."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import BothDirections, Recurrent, decision
from seqtui.recipe import Recipe


def build(recipe: Recipe, recurrent: Recurrent, labels: int, *, dropout: float = 0.2) -> keras.Sequential:
    """Two LSTMs, one from the first word to the last and one from the last to the first.

    Args:
        recipe: Gives the vocabulary's size and the pooling.
        recurrent: Makes the recurrent layers.
        labels: How many labels there are.
        dropout: Share of values dropped before and after the LSTMs. Default 0.2, as the chapter has it.

    Source: Graves and Schmidhuber, Framewise phoneme classification with bidirectional LSTM, 2005.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            Dropout(dropout),
            BothDirections(
                recurrent.lstm(UNITS, pooling=recipe.pooling, name="forward"),
                recurrent.lstm(UNITS, pooling=recipe.pooling, name="backward"),
            ),
            Dropout(dropout),
            decision(labels),
        ]
    )
