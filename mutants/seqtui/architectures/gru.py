"""The GRU, which does with three gates what an LSTM does with four."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import Recurrent, decision
from seqtui.recipe import Recipe


def build(recipe: Recipe, recurrent: Recurrent, labels: int, *, dropout: float = 0.2) -> keras.Sequential:
    """One GRU over the words.

    Args:
        recipe: Gives the vocabulary's size and the pooling.
        recurrent: Makes the recurrent layer.
        labels: How many labels there are.
        dropout: Share of values dropped before and after the GRU. Default 0.2, as the chapter has it.

    Source: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            Dropout(dropout),
            recurrent.gru(UNITS, pooling=recipe.pooling),
            Dropout(dropout),
            decision(labels),
        ]
    )
