"""Read and tokenize the reviews of a recipe."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqtui.corpora import read_corpus
from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.corrections import Corrections
from seqtui.corpora.unlabelled import UnlabelledTexts, read_unlabelled
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.text.encoded import EncodedReviews
from seqtui.training.phases import Phases

_SHOWN = 8  # labels in a note
_ROWS = 0.6  # of the time of reading; the rest finds duplicates, splits the reviews and computes their digest
_TOKENS = 0.75  # of the time of encoding; the rest builds the vocabulary and the ids

UNSURE = -1
"""Pseudo-label of a text that is not used."""


@dataclass(frozen=True)
class EncodedSource:
    """The reviews of a recipe with a number for each token, before there is a vocabulary.

    Args:
        encoded: Reviews of each set, not truncated: ``train``, ``validation``, ``test`` and ``unlabelled``.
        tokens: Token of each number.
        train_labels: Class index of each training review, shape (reviews,).
        others: Texts and labels of the sets except ``train``.
        class_names: Class names, in the order of the class indices.
        fingerprint: Digest of reviews, labels and split.
        notes: Findings about the source, one line each.
        unlabelled_digest: Digest of the texts without labels, or None.
    """

    encoded: dict[str, EncodedReviews]
    tokens: list[str]
    train_labels: NDArray[np.int32]
    others: dict[str, Reviews]
    class_names: tuple[str, ...]
    fingerprint: str
    notes: list[str]
    unlabelled_digest: str | None = None


def encode_source(
    recipe: Recipe,
    corrections: Corrections | None,
    pseudo_labels: NDArray[np.int32] | None,
    phases: Phases,
) -> EncodedSource:
    """Read the reviews of a recipe and number their tokens.

    Args:
        recipe: Sets the source and the split.
        corrections: As for :func:`read_corpus`.
        pseudo_labels: As for :func:`seqtui.training.prepare.prepare`.
        phases: Reports the phases and their progress.

    Raises:
        InputError: If the reviews cannot be read, see :func:`read_corpus`, or the texts without labels
            differ from those of the recipe.
    """
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
    # Without the training texts, which can be larger than everything that follows.
    train_labels = parts.pop("train").labels
    return EncodedSource(encoded, tokens, train_labels, parts, class_names, fingerprint, notes, digest)


def _shares(class_names: tuple[str, ...], pseudo_labels: NDArray[np.int32]) -> str:
    """Describe how many texts have which predicted label."""
    counts = np.bincount(pseudo_labels, minlength=len(class_names)).tolist()
    pairs = [f"'{name}' {count:,}" for name, count in zip(class_names, counts, strict=True)]
    shown = ", ".join([*pairs[:_SHOWN], *(["…"] if len(pairs) > _SHOWN else [])])
    return f"unlabelled: those with the surest labels are training reviews: {shown}"


def _read_unlabelled(recipe: Recipe, corpus: Corpus, phases: Phases) -> UnlabelledTexts:
    """Read the texts without labels and check their digest."""
    assert recipe.unlabelled is not None  # noqa: S101 - see encode_source
    known = {text for reviews in corpus.parts.values() for text in reviews.texts}
    found = read_unlabelled(recipe.unlabelled, known, phases.share)
    if recipe.unlabelled_digest not in (None, found.digest):
        raise InputError(
            f"--unlabelled {recipe.unlabelled}: these texts differ from those of the recipe "
            f"({found.digest[:19]}… instead of {str(recipe.unlabelled_digest)[:19]}…); remove "
            "unlabelled_digest from the recipe to train with them anyway"
        )
    return found
