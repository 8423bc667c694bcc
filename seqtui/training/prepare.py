"""Read and encode the reviews of a recipe."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures import nb_ngrams, ngrams_gru
from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora import check_fingerprint
from seqtui.corpora.corrections import Corrections
from seqtui.recipe import Recipe
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews, RaggedReviews
from seqtui.training.phases import Phases
from seqtui.training.read_ahead import ReadAhead
from seqtui.training.source import encode_source


@dataclass(frozen=True)
class EvaluationSet:
    """A validation or test set.

    Args:
        reviews: Encoded reviews.
        labels: Class index of each review, shape (reviews,).
        texts: Texts of the reviews.
    """

    reviews: RaggedReviews
    labels: NDArray[np.int32]
    texts: list[str]

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True)
class PreparedData:
    """Encoded training, validation and test sets.

    Args:
        vocabulary: Vocabulary of the training set.
        train: Training reviews, encoded or as the inputs of a network.
        train_labels: Class index of each training review, shape (reviews,).
        validation: Validation set, or None.
        test: Test set.
        class_names: Class names, in the order of the class indices.
        fingerprint: Digest of reviews, labels and split.
        notes: Findings about the source, one line each.
        unlabelled: Texts without labels, encoded, or None if there are none or they are training reviews.
        unlabelled_digest: Their digest, or None.
    """

    vocabulary: Vocabulary
    train: RaggedReviews
    train_labels: NDArray[np.int32]
    validation: "EvaluationSet | None"
    test: "EvaluationSet"
    class_names: tuple[str, ...]
    fingerprint: str
    notes: list[str]
    unlabelled: EncodedReviews | None = None
    unlabelled_digest: str | None = None

    def ngrams(self, recipe: Recipe, on_share: Callable[[float], None] = lambda _: None) -> NGrams | None:
        """Count the n-grams of the training set; return None if the recipe's network uses none.

        Args:
            recipe: Sets the network and the vocabulary size.
            on_share: Called with the fraction that is done. Default: does nothing.
        """
        settings = architecture_of(recipe).settings(recipe.network)
        if not isinstance(settings, nb_ngrams.Settings):
            return None
        assert isinstance(self.train, EncodedReviews)  # noqa: S101 - not yet replaced by as_inputs
        ngrams = NGrams.of(
            self.train,
            self.train_labels,
            recipe.vocabulary_size,
            settings.max_ngrams,
            len(self.class_names),
            settings.ngram_range,
            on_share,
        )
        if ngrams.reviews is None or not isinstance(settings, ngrams_gru.Settings):
            return ngrams
        return replace(ngrams, reviews=ngrams.reviews.with_words(self.train))

    def as_inputs(self, inputs: Callable[[RaggedReviews], RaggedReviews]) -> "PreparedData":
        """Replace the training and validation reviews, which are used in each epoch, by a network's inputs.

        Args:
            inputs: Returns the network's inputs for encoded reviews.
        """
        validation = self.validation and replace(self.validation, reviews=inputs(self.validation.reviews))
        return replace(self, train=inputs(self.train), validation=validation)

    def class_weights(self, kind: str) -> NDArray[np.float32] | None:
        """Return the weight of each class in the loss, shape (classes,), or None if all are equal.

        Args:
            kind: ``"balanced"``: inversely proportional to the class frequency, as in scikit-learn.
                ``"none"``: equal.
        """
        if kind == "none":
            return None
        counts = np.bincount(self.train_labels, minlength=len(self.class_names)).clip(1)
        return (len(self.train) / (len(self.class_names) * counts)).astype(np.float32)


def prepare(
    recipe: Recipe,
    corrections: Corrections | None = None,
    pseudo_labels: NDArray[np.int32] | None = None,
    phases: Phases | None = None,
    ahead: ReadAhead | None = None,
) -> PreparedData:
    """Read the reviews of a recipe, build the vocabulary from the training set and encode all sets.

    Args:
        recipe: Sets the source, the split, the vocabulary size and the maximum length.
        corrections: As for :func:`read_corpus`. Default: those in the file of the recipe, if it names one.
        pseudo_labels: Class index of each text without labels, shape (texts,); the texts become training
            reviews, except those that are :data:`~seqtui.training.source.UNSURE`. Default: they are encoded
            as a set of their own; their words are counted for the vocabulary, too.
        phases: Reports the phases and their progress. Default: not reported.
        ahead: Reviews that were read before, used if they are those of the recipe. Default: none.

    Raises:
        InputError: If the reviews cannot be read, see :func:`read_corpus`, or the texts without labels
            differ from those of the recipe.
    """
    phases = phases or Phases()
    if ahead and ahead.is_of(recipe):
        phases.begin("encoding reviews")
        source = ahead.source
        check_fingerprint(recipe, source.fingerprint, again=False)
    else:
        source = encode_source(recipe, corrections, pseudo_labels, phases)
    encoded, tokens = source.encoded, source.tokens
    frequencies = encoded["train"].frequencies(len(tokens))
    if "unlabelled" in encoded:
        frequencies += encoded["unlabelled"].frequencies(len(tokens))
    counts = {token: count for token, count in zip(tokens, frequencies.tolist(), strict=True) if count}
    vocabulary = Vocabulary.build(counts, recipe.vocabulary_size)
    ids = np.array(vocabulary.ids(tokens, len(tokens)), np.int32)

    def encoded_set(name: str) -> EncodedReviews:
        return encoded[name].renumbered(ids, recipe.max_length, recipe.head)

    def evaluation_set(name: str) -> EvaluationSet:
        texts = source.others[name]
        return EvaluationSet(encoded_set(name), texts.labels, texts.texts)

    return PreparedData(
        vocabulary=vocabulary,
        train=encoded_set("train"),
        train_labels=source.train_labels,
        validation=evaluation_set("validation") if "validation" in encoded else None,
        test=evaluation_set("test"),
        class_names=source.class_names,
        fingerprint=source.fingerprint,
        notes=[*source.notes, *_truncation(encoded["train"], recipe)],
        unlabelled=encoded_set("unlabelled") if "unlabelled" in encoded else None,
        unlabelled_digest=source.unlabelled_digest,
    )


def _truncation(train: EncodedReviews, recipe: Recipe) -> list[str]:
    """Report how many training reviews are longer than the maximum."""
    share = float(np.mean(train.lengths > recipe.max_length))
    if not share:
        return []
    used = {"tail": "last", "head": "first", "head+tail": "first and last"}[recipe.truncate]
    return [
        f"truncated: {share:.1%} of the training reviews have more than {recipe.max_length:,} tokens; "
        f"their {used} ones are used"
    ]
