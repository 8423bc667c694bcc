"""Convolutions alone: which phrases occur, wherever they stand."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING
from seqtui.architectures.layers import MaskedGlobalMaxPooling1D, ParallelConv1D, Recurrent, decision
from seqtui.recipe import Recipe

FILTERS = 100
WIDTHS = (3, 4, 5)


def build(recipe: Recipe, recurrent: Recurrent, labels: int, *, dropout: float = 0.5) -> keras.Sequential:
    """A hundred filters over each three, four and five words; the strongest answer of each decides.

    Args:
        recipe: Gives the vocabulary's size.
        recurrent: Not used; this network has no recurrent layer.
        labels: How many labels there are.
        dropout: Share of values dropped before the last layer. Default: the paper's.

    Source: Kim, Convolutional Neural Networks for Sentence Classification, 2014, CNN-rand, with this
    project's word vectors of 32 instead of 300 values and without its limit on the norm of the weights.
    """
    del recurrent
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            ParallelConv1D(FILTERS, WIDTHS),
            MaskedGlobalMaxPooling1D(),
            Dropout(dropout),
            decision(labels),
        ]
    )
