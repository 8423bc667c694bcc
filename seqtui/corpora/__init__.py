"""Sources of labelled texts, one module each.

Use ``fetch_reviews``, ``load_corpus`` and ``read_corpus``; the latter two return a :class:`Corpus`.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from seqtui.corpora.choices import Choices
from seqtui.corpora.corpus import CLASS_NAMES, Corpus, Reviews
from seqtui.corpora.corrected import corrected
from seqtui.corpora.corrections import Corrections, read_corrections
from seqtui.corpora.gather import check_columns, expand
from seqtui.corpora.imdb import download_archive, is_official, read_archive, read_folder
from seqtui.corpora.installed import installed_file, read_installed
from seqtui.corpora.own import read_own
from seqtui.corpora.unlabelled import check_unlabelled
from seqtui.errors import InputError, nearest
from seqtui.recipe import SOURCES, Recipe

__all__ = [
    "CLASS_NAMES",
    "SOURCES",
    "Choices",
    "Corpus",
    "Reviews",
    "check_fingerprint",
    "fetch_reviews",
    "fetch_source",
    "load_corpus",
    "read_corpus",
]

_ARCHIVES = (".tar", ".tgz", ".tbz2", ".txz")


def fetch_source(source: str) -> None:
    """Check that a source exists; download it if necessary, with a progress bar on stderr.

    Raises:
        InputError: If there is no such source or it cannot be downloaded.
    """
    if source == "imdb":
        download_archive()
    elif source == "imdb-25k":
        installed_file()
    elif not expand(source):
        raise InputError(
            f"--data {source}: no such file or folder, nor a source{nearest(source, [*SOURCES])}"
        )


def fetch_reviews(recipe: Recipe) -> None:
    """Check that a recipe's source, corrections and texts without labels exist, as :func:`fetch_source` does.

    Raises:
        InputError: If one of them does not exist or is empty, its columns are not found, or the corrections
            cannot be read.
    """
    fetch_source(recipe.data)
    files = (
        [] if recipe.data in SOURCES else [path for path in map(Path, expand(recipe.data)) if path.is_file()]
    )
    if files and not any(path.stat().st_size for path in files):
        raise InputError(f"--data {recipe.data}: the file is empty")
    if files and not _is_archive(Path(recipe.data)):
        check_columns(recipe.data, Choices.of(recipe))
    if recipe.test is not None and not expand(recipe.test):
        raise InputError(f"--test {recipe.test}: no such file or folder")
    if recipe.corrections is not None:
        read_corrections(Path(recipe.corrections))
    if recipe.unlabelled is not None:
        check_unlabelled(recipe.unlabelled)


def load_corpus(
    source: str,
    limit: int | None = None,
    choices: Choices | None = None,
    on_share: Callable[[float], None] = lambda _: None,
) -> Corpus:
    """Read a source of reviews and split it.

    Args:
        source: A name of :data:`SOURCES`; the path of the official archive or of the folder in it; or own
            reviews, see :func:`seqtui.corpora.own.read_own`.
        limit: Maximum number of reviews. Default: all.
        choices: Options for your own texts. Default: detect everything.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Raises:
        InputError: If there is no such source or it cannot be read.
    """
    choices = choices or Choices()
    fetch_source(source)
    corpus = _official(source, on_share)
    if corpus is None:
        corpus = read_own(source, choices, on_share)
    elif chosen := choices.options():
        raise InputError(f"{chosen[0]} is for your own reviews; {source} has fixed columns and a fixed split")
    return corpus if limit is None else corpus.limited(limit)


def read_corpus(
    recipe: Recipe,
    *,
    again: bool = True,
    corrections: Corrections | None = None,
    on_share: Callable[[float], None] = lambda _: None,
) -> tuple[Corpus, str]:
    """Read the reviews of a recipe and check their fingerprint.

    Args:
        recipe: The recipe.
        again: Whether they were read before. If so, rows that cannot be read are not written to the file of
            ``errors`` again. Default: True.
        corrections: Corrected labels. Default: those in the file of the recipe, if it names one.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Returns:
        The corpus and its fingerprint.

    Raises:
        InputError: If the reviews cannot be read, or do not match the fingerprint of the recipe.
    """
    choices = Choices.of(recipe)
    if choices.errors is not None and again:
        choices = msgspec.structs.replace(choices, errors=os.devnull)
    corpus = load_corpus(recipe.data, recipe.limit, choices, on_share)
    corpus = corpus.with_validation(recipe.validation_split)
    if corrections is None and recipe.corrections is not None:
        corrections = read_corrections(Path(recipe.corrections))
    if corrections is not None:
        corpus = corrected(corpus, corrections)
    fingerprint = corpus.fingerprint()
    check_fingerprint(recipe, fingerprint, again=again)
    return corpus, fingerprint


def check_fingerprint(recipe: Recipe, fingerprint: str, *, again: bool) -> None:
    """Check that reviews are those of a recipe.

    Args:
        recipe: The recipe.
        fingerprint: Fingerprint of the reviews.
        again: Whether they were read before, by the run that the recipe is of.

    Raises:
        InputError: If the recipe has another fingerprint.
    """
    if recipe.data_fingerprint not in (None, fingerprint):
        advice = (
            "the run needs those that it was trained on"
            if again
            else "remove data_fingerprint from the recipe to train on them anyway"
        )
        also = f" with --corrections {recipe.corrections}" if recipe.corrections else ""
        raise InputError(
            f"--data {recipe.data}{also}: these reviews differ from those of the recipe "
            f"({fingerprint[:19]}… instead of {str(recipe.data_fingerprint)[:19]}…); "
            f"{advice}"
        )


def _is_archive(path: Path) -> bool:
    return any(suffix.lower() in _ARCHIVES for suffix in path.suffixes)


def _official(source: str, on_share: Callable[[float], None]) -> Corpus | None:
    """Read a source with known columns and split, and count duplicates; None for other sources."""
    path = Path(source)
    if source == "imdb":
        corpus = read_archive(download_archive(), on_share)
    elif source == "imdb-25k":
        corpus = read_installed()
    elif path.is_dir() and is_official(path):
        corpus = read_folder(path, on_share)
    elif path.is_file() and _is_archive(path):
        corpus = read_archive(path, on_share)
    else:
        return None
    test = set(corpus.test.texts)
    findings = msgspec.structs.replace(
        corpus.findings,
        repeated=len(corpus) - len(test.union(corpus.train.texts)),
        leaked=sum(text in test for text in corpus.train.texts),
    )
    return replace(corpus, findings=findings)
