"""The GRU, which has three gates where an LSTM has four."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING, UNITS
from seqtui.architectures.layers import Recurrent, classification_head
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, dropout: float = 0.2
) -> keras.Sequential:
    """Build one GRU over the words.

    Args:
        recipe: Sets the vocabulary size and the pooling.
        recurrent: Creates the recurrent layer.
        num_classes: Number of classes, at least 2.
        dropout: Dropout rate before and after the GRU. Default 0.2.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014. The dropout rate is
    that of Brownlee, Deep Learning With Python, chapter 26.
    """
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            Dropout(dropout),
            recurrent.gru(UNITS, pooling=recipe.pooling),
            Dropout(dropout),
            classification_head(num_classes),
        ]
    )
