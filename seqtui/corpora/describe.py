"""What is in a source of reviews, before anything is trained on it."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.corpora import Choices, load_corpus
from seqtui.corpora.findings import Findings
from seqtui.printable import printable
from seqtui.text import tokenize

_BINS = 24
_EXCERPT = 120  # characters
_WORDS = 5  # of an example at least
_IMBALANCED = 4  # times as frequent
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
        examples: The beginning of one short review of each label, for a terminal.
        findings: What was found on the way.
        notes: The same in words, a line each.
        warning: What to look out for, if there is something.
    """

    source: str
    train: int
    held_out: int
    labels: dict[str, int]
    median_tokens: float
    bin_tokens: int
    histogram: list[int]
    examples: dict[str, str]
    findings: Findings
    notes: list[str]
    warning: str | None


def describe(source: str, limit: int | None = None, choices: Choices | None = None) -> Description:
    """Read a source and count.

    Args:
        source: As for :func:`seqtui.corpora.load_corpus`.
        limit: Look only at so many reviews. Default: all.
        choices: How own reviews are read. Default: as they look.

    Raises:
        InputError: If it cannot be read.
    """
    corpus = load_corpus(source, limit, choices)
    texts = [*corpus.train.texts, *corpus.held_out.texts]
    labels = np.concatenate([corpus.train.labels, corpus.held_out.labels])
    lengths = np.array([len(tokenize(text)) for text in texts])
    counts = dict(zip(corpus.labels, np.bincount(labels).tolist(), strict=True))
    width = _LONGEST // _BINS
    histogram = np.bincount(np.minimum(lengths // width, _BINS - 1), minlength=_BINS)
    return Description(
        source=source,
        train=len(corpus.train),
        held_out=len(corpus.held_out),
        labels=counts,
        median_tokens=float(np.median(lengths)),
        bin_tokens=width,
        histogram=histogram.tolist(),
        examples={
            name: printable(texts[_short_one(lengths, labels == place)], _EXCERPT)
            for place, name in enumerate(corpus.labels)
        },
        findings=corpus.findings,
        notes=corpus.findings.lines(),
        warning=imbalance(counts),
    )


def imbalance(counts: dict[str, int]) -> str | None:
    """A warning if some label is much rarer than another, else None."""
    least, most = min(counts, key=lambda name: counts[name]), max(counts, key=lambda name: counts[name])
    if counts[most] < _IMBALANCED * counts[least]:
        return None
    return printable(
        f"imbalance: '{most}' is {counts[most] / counts[least]:.1f} times as frequent as '{least}'; accuracy "
        "says little then, look at each label; --class-weights balanced lets rare ones count more"
    )


def _short_one(lengths: NDArray[np.int64], wanted: NDArray[np.bool_]) -> int:
    """The place of the shortest of the wanted reviews that has some words, or of the longest."""
    places = np.flatnonzero(wanted)
    of_some_words = places[lengths[places] >= _WORDS]
    if len(of_some_words):
        return int(of_some_words[lengths[of_some_words].argmin()])
    return int(places[lengths[places].argmax()])
