"""The LSTM, with layer-wise or gate dropout."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import Recurrent, classification_head
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, dropout: float = 0.0, gate_dropout: float = 0.0
) -> keras.Sequential:
    """Build one LSTM over the words (Hochreiter and Schmidhuber, 1997).

    Args:
        recipe: Sets the vocabulary size and the pooling.
        recurrent: Creates the recurrent layer.
        num_classes: Number of classes, at least 2.
        dropout: Dropout rate before and after the LSTM (Srivastava et al., 2014). Default 0.
        gate_dropout: Dropout rate of the LSTM's inputs and recurrent state, with one mask for all time steps
            (Gal and Ghahramani, 2016). Default 0.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Brownlee, Deep Learning With Python, chapter 26: the first network, the one with layer-wise
    dropout, and listing 26.13.
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
            classification_head(num_classes),
        ]
    )
