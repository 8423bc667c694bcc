"""The LSTM and its two ways of dropout."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import Recurrent, decision
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, labels: int, *, dropout: float = 0.0, gate_dropout: float = 0.0
) -> keras.Sequential:
    """One LSTM over the words (Hochreiter and Schmidhuber, 1997).

    Args:
        recipe: Gives the vocabulary's size and the pooling.
        recurrent: Makes the recurrent layer.
        labels: How many labels there are.
        dropout: Share of values dropped before and after the LSTM (Srivastava et al., 2014). Default: none.
        gate_dropout: Share dropped, the same at every word, of the LSTM's inputs and of its recurrent state
            (Gal and Ghahramani, 2016). Default: none.

    Source: Brownlee, chapter 26: the first network, the one with layer-wise dropout, and listing 26.13.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            *([Dropout(dropout)] if dropout else []),
            recurrent.lstm(
                UNITS, dropout=gate_dropout, recurrent_dropout=gate_dropout, pooling=recipe.pooling
            ),
            *([Dropout(dropout)] if dropout else []),
            decision(labels),
        ]
    )
