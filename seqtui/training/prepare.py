"""From a recipe to encoded reviews: the same steps for the trainer and for whoever checks its work."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import find_architecture
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora import read_corpus
from seqtui.recipe import Recipe
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews


@dataclass(frozen=True)
class Prepared:
    """A corpus as a network takes it.

    Args:
        vocabulary: Built from the training reviews alone.
        train: Training reviews.
        train_labels: Their labels.
        held_out: Held-out reviews.
        held_out_labels: Their labels.
        held_out_texts: As they were written.
        labels: The labels' names, in order.
        fingerprint: The corpus' digest.
        notes: What was found in its source, a line each.
    """

    vocabulary: Vocabulary
    train: EncodedReviews
    train_labels: NDArray[np.int32]
    held_out: EncodedReviews
    held_out_labels: NDArray[np.int32]
    held_out_texts: list[str]
    labels: tuple[str, ...]
    fingerprint: str
    notes: list[str]

    def ngrams(self, recipe: Recipe) -> NGrams | None:
        """Find the n-grams of the training reviews; None if the recipe's network looks for none."""
        most = find_architecture(recipe.architecture).most_ngrams
        if not most:
            return None
        return NGrams.of(self.train, self.train_labels, recipe.vocabulary_size, most, len(self.labels))

    def class_weights(self, kind: str) -> NDArray[np.float32] | None:
        """What a review of each label counts in the loss, (labels,); None where all count the same.

        Args:
            kind: The recipe's ``class_weights``.
        """
        if kind == "none":
            return None
        counts = np.bincount(self.train_labels, minlength=len(self.labels))
        return (len(self.train) / (len(self.labels) * counts)).astype(np.float32)


def prepare(recipe: Recipe) -> Prepared:
    """Read a recipe's reviews, build the vocabulary from the training part and encode both parts.

    Raises:
        InputError: As :func:`read_corpus`.
    """
    corpus, fingerprint = read_corpus(recipe, again=False)
    both, tokens = EncodedReviews.from_texts([*corpus.train.texts, *corpus.held_out.texts])
    train = both.part(0, len(corpus.train))
    held_out = both.part(len(corpus.train), len(both))
    times = np.bincount(train.ids, minlength=len(tokens)).tolist()
    counts = {token: count for token, count in zip(tokens, times, strict=True) if count}
    vocabulary = Vocabulary.build(counts, recipe.vocabulary_size)
    ids = np.array(vocabulary.ids(tokens, len(tokens)), np.int32)
    return Prepared(
        vocabulary,
        train.renumbered(ids, recipe.max_length),
        corpus.train.labels,
        held_out.renumbered(ids, recipe.max_length),
        corpus.held_out.labels,
        corpus.held_out.texts,
        corpus.labels,
        fingerprint,
        corpus.findings.lines(),
    )
