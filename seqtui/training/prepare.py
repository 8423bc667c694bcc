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
class EvaluationPart:
    """The reviews of a part that is evaluated.

    Args:
        reviews: Their ids.
        labels: The index of each one's label, shape (reviews,).
        texts: As they were written.
    """

    reviews: EncodedReviews
    labels: NDArray[np.int32]
    texts: list[str]

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True)
class Prepared:
    """A corpus as a network takes it.

    Args:
        vocabulary: Built from the training reviews alone.
        train: Training reviews.
        train_labels: Their labels.
        validation: Validation reviews; None if the run has none.
        test: Test reviews.
        labels: The labels' names, in order.
        fingerprint: The corpus' digest.
        notes: What was found in its source, a line each.
    """

    vocabulary: Vocabulary
    train: EncodedReviews
    train_labels: NDArray[np.int32]
    validation: "EvaluationPart | None"
    test: "EvaluationPart"
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
    """Read a recipe's reviews, build the vocabulary from the training part and encode all parts.

    Raises:
        InputError: As :func:`read_corpus`.
    """
    corpus, fingerprint = read_corpus(recipe, again=False)
    parts = corpus.parts
    every, tokens = EncodedReviews.from_texts([text for part in parts.values() for text in part.texts])
    ends = np.cumsum([len(part) for part in parts.values()]).tolist()
    encoded = {
        name: every.part(start, end) for name, start, end in zip(parts, [0, *ends], ends, strict=False)
    }
    times = np.bincount(encoded["train"].ids, minlength=len(tokens)).tolist()
    counts = {token: count for token, count in zip(tokens, times, strict=True) if count}
    vocabulary = Vocabulary.build(counts, recipe.vocabulary_size)
    ids = np.array(vocabulary.ids(tokens, len(tokens)), np.int32)

    def part(name: str) -> EvaluationPart:
        reviews = encoded[name].renumbered(ids, recipe.max_length)
        return EvaluationPart(reviews, parts[name].labels, parts[name].texts)

    return Prepared(
        vocabulary=vocabulary,
        train=encoded["train"].renumbered(ids, recipe.max_length),
        train_labels=corpus.train.labels,
        validation=part("validation") if "validation" in parts else None,
        test=part("test"),
        labels=corpus.labels,
        fingerprint=fingerprint,
        notes=corpus.findings.lines(),
    )
