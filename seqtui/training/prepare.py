"""Read and encode the reviews of a recipe."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seqtui.architectures import nb_ngrams, ngrams_gru
from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora import read_corpus
from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.corrections import Corrections
from seqtui.corpora.unlabelled import UnlabelledTexts, read_unlabelled
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews, RaggedReviews
from seqtui.training.phases import Phases

_SHOWN = 8  # labels in a note
_ROWS = 0.6  # of the time of reading; the rest finds duplicates, splits the reviews and computes their digest
_TOKENS = 0.75  # of the time of encoding; the rest builds the vocabulary and the ids

UNSURE = -1
"""Pseudo-label of a text that is not used."""


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
) -> PreparedData:
    """Read the reviews of a recipe, build the vocabulary from the training set and encode all sets.

    Args:
        recipe: Sets the source, the split, the vocabulary size and the maximum length.
        corrections: As for :func:`read_corpus`. Default: those in the file of the recipe, if it names one.
        pseudo_labels: Class index of each text without labels, shape (texts,); the texts become training
            reviews, except those that are :data:`UNSURE`. Default: they are encoded as a set of their own;
            their words are counted for the vocabulary, too.
        phases: Reports the phases and their progress. Default: not reported.

    Raises:
        InputError: If the reviews cannot be read, see :func:`read_corpus`, or the texts without labels
            differ from those of the recipe.
    """
    phases = phases or Phases()
    phases.begin("reading reviews")
    corpus, fingerprint = read_corpus(
        recipe, again=False, corrections=corrections, on_share=lambda done: phases.share(_ROWS * done)
    )
    parts, class_names, notes = corpus.parts, corpus.class_names, corpus.findings.lines()
    digest = None
    if recipe.unlabelled is not None:
        phases.begin("reading unlabelled texts")
        unlabelled = _read_unlabelled(recipe, corpus, phases)
        digest = unlabelled.digest
        notes = [*notes, *unlabelled.notes]
        if pseudo_labels is None:
            parts["unlabelled"] = Reviews(unlabelled.texts, np.zeros(len(unlabelled.texts), np.int32))
        else:
            train, used = parts["train"], np.flatnonzero(pseudo_labels != UNSURE)
            labels = np.concatenate([train.labels, pseudo_labels[used]])
            parts["train"] = Reviews(train.texts + [unlabelled.texts[index] for index in used], labels)
            notes.append(_shares(class_names, pseudo_labels[used]))
        del unlabelled
    phases.begin("encoding reviews")
    every, tokens = EncodedReviews.from_texts(
        [text for part in parts.values() for text in part.texts],
        lambda done: phases.share(_TOKENS * done),
    )
    ends = np.cumsum([len(part) for part in parts.values()]).tolist()
    encoded = {
        name: every.part(start, end) for name, start, end in zip(parts, [0, *ends], ends, strict=False)
    }
    train_labels = parts.pop("train").labels
    del corpus  # the training texts can be larger than everything that follows
    frequencies = encoded["train"].frequencies(len(tokens))
    if "unlabelled" in encoded:
        frequencies += encoded["unlabelled"].frequencies(len(tokens))
    counts = {token: count for token, count in zip(tokens, frequencies.tolist(), strict=True) if count}
    vocabulary = Vocabulary.build(counts, recipe.vocabulary_size)
    ids = np.array(vocabulary.ids(tokens, len(tokens)), np.int32)

    def encoded_set(name: str) -> EncodedReviews:
        return encoded[name].renumbered(ids, recipe.max_length, recipe.head)

    def evaluation_set(name: str) -> EvaluationSet:
        return EvaluationSet(encoded_set(name), parts[name].labels, parts[name].texts)

    return PreparedData(
        vocabulary=vocabulary,
        train=encoded_set("train"),
        train_labels=train_labels,
        validation=evaluation_set("validation") if "validation" in parts else None,
        test=evaluation_set("test"),
        class_names=class_names,
        fingerprint=fingerprint,
        notes=[*notes, *_truncation(encoded["train"], recipe)],
        unlabelled=encoded_set("unlabelled") if "unlabelled" in parts else None,
        unlabelled_digest=digest,
    )


def _shares(class_names: tuple[str, ...], pseudo_labels: NDArray[np.int32]) -> str:
    """Describe how many texts have which predicted label."""
    counts = np.bincount(pseudo_labels, minlength=len(class_names)).tolist()
    pairs = [f"'{name}' {count:,}" for name, count in zip(class_names, counts, strict=True)]
    shown = ", ".join([*pairs[:_SHOWN], *(["…"] if len(pairs) > _SHOWN else [])])
    return f"unlabelled: those with the surest labels are training reviews: {shown}"


def _read_unlabelled(recipe: Recipe, corpus: Corpus, phases: Phases) -> UnlabelledTexts:
    """Read the texts without labels and check their digest."""
    assert recipe.unlabelled is not None  # noqa: S101 - see prepare
    known = {text for reviews in corpus.parts.values() for text in reviews.texts}
    found = read_unlabelled(recipe.unlabelled, known, phases.share)
    if recipe.unlabelled_digest not in (None, found.digest):
        raise InputError(
            f"--unlabelled {recipe.unlabelled}: these texts differ from those of the recipe "
            f"({found.digest[:19]}… instead of {str(recipe.unlabelled_digest)[:19]}…); remove "
            "unlabelled_digest from the recipe to train with them anyway"
        )
    return found


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
