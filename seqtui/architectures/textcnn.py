"""Convolutions without a recurrent layer: which phrases occur, at any position."""

import keras
from keras.layers import Dropout, Embedding, Input

from seqtui.architectures.catalogue import EMBEDDING
from seqtui.architectures.layers import (
    MaskedGlobalMaxPooling1D,
    ParallelConv1D,
    Recurrent,
    classification_head,
)
from seqtui.recipe import Recipe

FILTERS = 100
"""Filters of each width."""

WIDTHS = (3, 4, 5)
"""Kernel sizes, in words."""


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, dropout: float = 0.5
) -> keras.Sequential:
    """Build 100 filters of each of three widths, with global max pooling.

    Args:
        recipe: Sets the vocabulary size.
        recurrent: Not used: this network has no recurrent layer.
        num_classes: Number of classes, at least 2.
        dropout: Dropout rate before the last layer. Default 0.5, as in the paper.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Kim, Convolutional Neural Networks for Sentence Classification, 2014, variant CNN-rand. Unlike the
    paper, word vectors have 32 values instead of 300, and the norm of the weights is not limited.
    """
    del recurrent
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            Embedding(recipe.vocabulary_size, EMBEDDING, mask_zero=True),
            ParallelConv1D(FILTERS, WIDTHS),
            MaskedGlobalMaxPooling1D(),
            Dropout(dropout),
            classification_head(num_classes),
        ]
    )
