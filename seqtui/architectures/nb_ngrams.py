"""Which phrases of one to three words occur, and nothing else: the strongest network for its cost."""

import keras
from keras.layers import Activation, Input

from seqtui.architectures.layers import Recurrent
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.recipe import Recipe


def build(
    recipe: Recipe, recurrent: Recurrent, labels: int, *, known: int, dropout: float = 0.5
) -> keras.Sequential:
    """Logistic regression on the n-grams of a review, weighted by naive Bayes: each label against the rest.

    It wants more words than the others: ``--vocabulary-size 30000 --max-length 2500``.

    Args:
        recipe: Gives the vocabulary's size.
        recurrent: Not used; this network has no recurrent layer.
        labels: How many labels there are.
        known: How many n-grams it looks for.
        dropout: Share of a review's n-grams dropped in training. Default 0.5.

    Source: Wang and Manning, Baselines and Bigrams, 2012 (NBSVM), here with the logistic loss; dropout as in
    their Fast dropout training, 2013; the sum divided by the square root of its length is this project's.
    """
    del recurrent
    return keras.Sequential(
        [
            Input((None,), dtype="int32"),
            WeightedNGrams(recipe.vocabulary_size, known, dropout, labels=labels),
            Activation("sigmoid" if labels == 2 else "softmax"),
        ]
    )
