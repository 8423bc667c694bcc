"""The bidirectional LSTM."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import BothDirections, Recurrent, classification_head
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, dropout: float = 0.2
) -> keras.Sequential:
    """Build two LSTMs, one over the words in order and one over the words in reverse.

    Args:
        recipe: Sets the vocabulary size and the pooling.
        recurrent: Creates the recurrent layers.
        num_classes: Number of classes, at least 2.
        dropout: Dropout rate before and after the LSTMs. Default 0.2.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Graves and Schmidhuber, Framewise phoneme classification with bidirectional LSTM, 2005. The
    dropout rate is that of Brownlee, Deep Learning With Python, chapter 26.
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
            classification_head(num_classes),
        ]
    )
