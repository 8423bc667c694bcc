"""Logistic regression on naive Bayes features: which phrases of one to three words occur."""

import keras
from keras.layers import Activation, Input

from seqtui.architectures.layers import Recurrent
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, num_classes: int, *, known: int, dropout: float = 0.5
) -> keras.Sequential:
    """Build a logistic regression on n-grams weighted by naive Bayes, one class against the rest.

    This network needs a larger vocabulary than the others: ``--vocabulary-size 30000 --max-length 2500``.

    Args:
        recipe: Sets the vocabulary size.
        recurrent: Not used: this network has no recurrent layer.
        num_classes: Number of classes, at least 2.
        known: Number of n-grams to look up.
        dropout: Dropout rate of a review's n-grams. Default 0.5.

    Returns:
        An uncompiled model; see :meth:`Architecture.build`.

    Source: Wang and Manning, Baselines and Bigrams, 2012 (NBSVM), with the logistic loss instead of the hinge
    loss; dropout as in their Fast dropout training, 2013. Dividing the sum by the square root of the number
    of n-grams is specific to seqtui.
    """
    del recurrent
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            WeightedNGrams(recipe.vocabulary_size, known, dropout, labels=num_classes),
            Activation("sigmoid" if num_classes == 2 else "softmax"),
        ]
    )
