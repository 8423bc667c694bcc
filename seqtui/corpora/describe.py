"""Describe a source of reviews: sizes, labels, lengths and examples."""

from itertools import count
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.corpora import Choices, load_corpus
from seqtui.corpora.corrected import corrected
from seqtui.corpora.corrections import read_corrections
from seqtui.corpora.findings import Findings
from seqtui.corpora.recommend import recommend
from seqtui.terminal.sanitize import printable
from seqtui.text import tokenize

_BINS = 24
_EXCERPT = 120  # characters
_WORDS = 5  # minimum of an example
_IMBALANCED = 4  # ratio of label frequencies that causes a warning
_TYPICAL = 99  # percent of the reviews; longer ones share the last bin


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a source.

    Args:
        source: Name or path.
        train: Number of training texts, before a run takes its validation set from them.
        test: Number of test texts.
        validation: Number of texts of the validation set, if the source has one. Default 0.
        labels: Number of texts of each label, in all sets.
        median_tokens: Median length.
        max_tokens: Length of the longest review.
        bin_tokens: Bin width of the histogram, in tokens.
        histogram: Reviews in each bin of length. The last bin also counts all longer reviews.
        examples: Beginning of one short review of each label, safe for a terminal.
        findings: Report on the source.
        notes: The report in words, one line per finding.
        warning: Warning of imbalanced labels, or None.
        network: The network of the catalogue that suits these reviews.
        reason: Why.
    """

    source: str
    train: int
    test: int
    validation: int = 0
    labels: dict[str, int]
    median_tokens: float
    max_tokens: int
    bin_tokens: int
    histogram: list[int]
    examples: dict[str, str]
    findings: Findings
    notes: list[str]
    warning: str | None
    network: str
    reason: str

    def ranges(self) -> list[tuple[str, int]]:
        """Return the bins of the histogram, without empty ones at its beginning.

        Returns:
            Lengths, such as ``20 to 39``, and number of reviews of each bin.
        """
        start = next(index for index, count in enumerate(self.histogram) if count)
        return [(self._lengths(index), count) for index, count in enumerate(self.histogram)][start:]

    def _lengths(self, index: int) -> str:
        first, last = index * self.bin_tokens, (index + 1) * self.bin_tokens - 1
        if index == len(self.histogram) - 1 and self.max_tokens > last:
            return f"from {first}"
        return f"{first} to {last}" if first < last else str(first)


def describe(
    source: str, limit: int | None = None, choices: Choices | None = None, corrections: Path | None = None
) -> Description:
    """Read and describe a source.

    Args:
        source: As for :func:`seqtui.corpora.load_corpus`.
        limit: Maximum number of reviews. Default: all.
        choices: Options for your own texts. Default: detect everything.
        corrections: File of corrected labels. Default: none.

    Raises:
        InputError: If the source or the corrections cannot be read.
    """
    corpus = load_corpus(source, limit, choices)
    if corrections is not None:
        corpus = corrected(corpus, read_corrections(corrections))
    texts = [text for part in corpus.parts.values() for text in part.texts]
    labels = np.concatenate([part.labels for part in corpus.parts.values()])
    lengths = np.array([len(tokenize(text)) for text in texts])
    counts = dict(zip(corpus.class_names, np.bincount(labels).tolist(), strict=True))
    width, histogram = length_histogram(lengths)
    median = float(np.median(lengths))
    recommendation = recommend(len(corpus.train), len(counts), median)
    return Description(
        source=source,
        train=len(corpus.train),
        test=len(corpus.test),
        validation=len(corpus.validation or ()),
        labels=counts,
        median_tokens=median,
        max_tokens=int(lengths.max()),
        bin_tokens=width,
        histogram=histogram,
        examples={
            name: printable(texts[_short_example(lengths, labels == index)], _EXCERPT)
            for index, name in enumerate(corpus.class_names)
        },
        findings=corpus.findings,
        notes=corpus.findings.lines(),
        warning=imbalance(counts),
        network=recommendation.network,
        reason=recommendation.reason,
    )


def length_histogram(lengths: NDArray[np.int64]) -> tuple[int, list[int]]:
    """Count lengths in at most 24 bins of a round width that fits the data.

    Args:
        lengths: Tokens of each review. At least one.

    Returns:
        The bin width (1, 2, 5, 10, 20, 50, ...) and the count of each bin. The first bin starts at 0 and the
        last one is not empty; it also counts the few reviews that are much longer than the others.
    """
    longest = int(lengths.max())
    typical = float(np.percentile(lengths, _TYPICAL))
    rounds = (step * 10**power for power in count() for step in (1, 2, 5))
    width = next(width for width in rounds if width * _BINS > typical)
    bins = min(_BINS, longest // width + 1)
    return width, np.bincount(np.minimum(lengths // width, bins - 1), minlength=bins).tolist()


def imbalance(counts: dict[str, int]) -> str | None:
    """Return a warning if the most frequent label is four times as frequent as the rarest, else None."""
    least, most = min(counts, key=lambda name: counts[name]), max(counts, key=lambda name: counts[name])
    if counts[most] < _IMBALANCED * counts[least]:
        return None
    return printable(
        f"imbalance: '{most}' is {counts[most] / counts[least]:.1f} times as frequent as '{least}'; accuracy "
        "is misleading then, compare the F1 of each label; --class-weights balanced helps rare labels"
    )


def _short_example(lengths: NDArray[np.int64], wanted: NDArray[np.bool_]) -> int:
    """Return the index of the shortest wanted review with at least five words, or of the longest one."""
    indices = np.flatnonzero(wanted)
    of_some_words = indices[lengths[indices] >= _WORDS]
    if len(of_some_words):
        return int(of_some_words[lengths[of_some_words].argmin()])
    return int(indices[lengths[indices].argmax()])
