"""Where labelled reviews come from.

``fetch_source`` and ``load_corpus`` are the doors. Each source is a module of its own that returns a
:class:`Corpus`.
"""

from pathlib import Path

from seqtui.corpora.corpus import LABELS, Corpus, Reviews
from seqtui.corpora.imdb import download_archive, read_archive, read_folder
from seqtui.corpora.installed import installed_file, read_installed
from seqtui.errors import InputError, nearest
from seqtui.recipe import SOURCES

__all__ = ["LABELS", "SOURCES", "Corpus", "Reviews", "fetch_source", "load_corpus"]


def fetch_source(source: str) -> None:
    """Make sure that a source can be read: download what must be downloaded, with a bar on stderr.

    Raises:
        InputError: If there is no such source or it cannot be had.
    """
    if source == "imdb":
        download_archive()
    elif source == "imdb-25k":
        installed_file()
    elif not Path(source).exists():
        raise InputError(
            f"--data {source}: no such file or folder, nor a source{nearest(source, [*SOURCES])}"
        )


def load_corpus(source: str, limit: int | None = None) -> Corpus:
    """Read the reviews of a source, split into training and held-out ones.

    Args:
        source: A name of :data:`SOURCES`, or the path of the official archive or of the folder in it.
        limit: Keep only so many reviews in all. Default: all of them.

    Raises:
        InputError: If there is no such source, or it cannot be read; the message says what to do.
    """
    if source == "imdb":
        corpus = read_archive(download_archive())
    elif source == "imdb-25k":
        corpus = read_installed()
    elif Path(source).is_dir():
        corpus = read_folder(Path(source))
    else:
        fetch_source(source)
        corpus = read_archive(Path(source))
    return corpus if limit is None else corpus.limited(limit)
