"""What is in a source of reviews, before anything is trained on it."""

import msgspec
import numpy as np

from seqtui.corpora import LABELS, load_corpus
from seqtui.text import tokenize

_BINS = 24
_LONGEST = 1200  # tokens; what is longer counts into the last bin


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """A source in figures.

    Args:
        source: Its name or path.
        train: Training reviews.
        held_out: Held-out reviews.
        labels: Reviews of each label, in both parts.
        median_tokens: Half of the reviews are shorter.
        bin_tokens: Tokens that one bar of the histogram spans.
        histogram: Reviews in each bin of length, the last one open.
    """

    source: str
    train: int
    held_out: int
    labels: dict[str, int]
    median_tokens: float
    bin_tokens: int
    histogram: list[int]


def describe(source: str, limit: int | None = None) -> Description:
    """Read a source and count.

    Args:
        source: As for :func:`seqtui.corpora.load_corpus`.
        limit: Look only at so many reviews. Default: all.

    Raises:
        InputError: If it cannot be read.
    """
    corpus = load_corpus(source, limit)
    labels = np.concatenate([corpus.train.labels, corpus.held_out.labels])
    lengths = np.array([len(tokenize(text)) for text in [*corpus.train.texts, *corpus.held_out.texts]])
    width = _LONGEST // _BINS
    histogram = np.bincount(np.minimum(lengths // width, _BINS - 1), minlength=_BINS)
    return Description(
        source=source,
        train=len(corpus.train),
        held_out=len(corpus.held_out),
        labels={name: int(np.sum(labels == place)) for place, name in enumerate(LABELS)},
        median_tokens=float(np.median(lengths)),
        bin_tokens=width,
        histogram=histogram.tolist(),
    )
