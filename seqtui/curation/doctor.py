"""Look for wrong labels, duplicates, leaks and odd texts in a source: ``seqtui data doctor``."""

import os
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from seqtui.corpora import Choices, Corpus, Reviews, load_corpus
from seqtui.corpora.corrected import corrected
from seqtui.corpora.corrections import (
    Corrections,
    default_corrections,
    read_corrections,
    read_corrections_if_any,
)
from seqtui.corpora.own import find_texts
from seqtui.curation.duplicates import near_duplicates, same_words
from seqtui.curation.folds import Display, Events, OutOfFold, out_of_fold
from seqtui.curation.suspects import Diagnosis, Kind, Suspect
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring.calibration import calibrated, fit_temperature, is_significant
from seqtui.text.encoded import EncodedReviews

DEFAULTS = {"architecture": "nb-ngrams"}
"""Default settings of the network: the one that is trained fastest and the most accurate."""

_KINDS_OF_TEXT = ("empty", "outlier", "leak")  # listed after those that a corrected label solves
_MIN_WORDS = 5  # of an outlier
_MIN_UNIQUE = 0.5  # share of an outlier's words that are in no other text
_SHOWN = 3  # occurrences of a text


@dataclass
class _Finding:
    """What was found about one text."""

    kinds: list[Kind] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    suggested: int | None = None

    def add(self, kind: Kind, reason: str, score: float, suggested: int | None = None) -> None:
        self.kinds.append(kind)
        self.reasons.append(reason)
        self.scores.append(score)
        self.suggested = suggested if self.suggested is None else self.suggested

    @property
    def kind(self) -> Kind:
        """The first kind, in the order of :data:`Kind`."""
        return min(self.kinds, key=get_args(Kind).index)

    @property
    def is_about_label(self) -> bool:
        return self.kind not in _KINDS_OF_TEXT

    @property
    def score(self) -> float:
        """The lowest score; if the label is suspicious, of the reasons for that only."""
        found = zip(self.kinds, self.scores, strict=True)
        return min(score for kind, score in found if (kind not in _KINDS_OF_TEXT) == self.is_about_label)


class _Texts:
    """The texts of all sets in one sequence, the test set last, with the findings about each.

    Args:
        corpus: The corpus.
        choices: Options with which it was read.
        with_test: Whether the labels of the test set are examined.
    """

    def __init__(self, corpus: Corpus, choices: Choices, with_test: bool) -> None:
        self.source, self.names = corpus.source, corpus.class_names
        self.texts = [text for part in corpus.parts.values() for text in part.texts]
        self.labels = np.concatenate([part.labels for part in corpus.parts.values()])
        self.positions = [(name, row) for name, part in corpus.parts.items() for row in range(len(part))]
        self.test = len(self.texts) - len(corpus.test)
        self.examined = len(self.texts) if with_test else self.test
        self.encoded, _ = EncodedReviews.from_texts([text.casefold() for text in self.texts])
        self.findings: dict[int, _Finding] = {}
        self._lines = find_texts(corpus.source, choices, set(self.texts)) if corpus.is_own else {}

    @property
    def reviews(self) -> Reviews:
        """The texts whose labels are examined."""
        return Reviews(self.texts[: self.examined], self.labels[: self.examined])

    def of(self, index: int) -> _Finding:
        """Return the finding about a text."""
        return self.findings.setdefault(index, _Finding())

    def name(self, label: int) -> str:
        """Return a label in quotes."""
        return f"'{self.names[label]}'"

    def where(self, index: int) -> str:
        """Return files and lines with a text; for a named source, its set and its row."""
        if lines := self._lines.get(self.texts[index]):
            return "; ".join(lines[:_SHOWN]) + ("; …" if len(lines) > _SHOWN else "")
        part, row = self.positions[index]
        return f"{self.source}, {part} review {row + 1}"


def require_extra() -> None:
    """Check that cleanlab, datasketch and TensorFlow are installed.

    Raises:
        InputError: If one of them is not; the message names the command that installs them.
    """
    if any(find_spec(package) is None for package in ("cleanlab", "datasketch", "tensorflow")):
        raise InputError(
            "data doctor needs cleanlab, datasketch and TensorFlow; pip install 'seqtui[doctor,train]'"
        )


def diagnose(
    source: str,
    *,
    choices: Choices | None = None,
    corrections: str | os.PathLike[str] | None = None,
    settings: Mapping[str, Any] | None = None,
    with_test: bool = False,
    runs_dir: str | os.PathLike[str] = "runs",
    on_step: Callable[[str], None] = lambda _: None,
    interrupted: list[int] | None = None,
    display: Display | None = None,
) -> Diagnosis:
    """Look for wrong labels, duplicates, leaks and odd texts, as ``seqtui data doctor`` does.

    Wrong labels are found by confident learning (Northcutt et al., 2021) with cleanlab, from the
    probabilities of five networks, each trained on four fifths of the texts and used for the others.

    Args:
        source: As for ``--data``.
        choices: Options for reading your own texts. Default: detect everything.
        corrections: File of corrected labels to apply first. Default: none is applied.
        settings: Network and training settings. Default: ``{"architecture": "nb-ngrams"}``.
        with_test: Whether to examine the labels of the test set, too. Default: False.
        runs_dir: Folder in which the predictions are stored, so that an interrupted call continues. Default
            "runs".
        on_step: Called with the name of each step. Default: does nothing.
        interrupted: Signals received so far, see :func:`seqtui.training.supervise.interruptions`. Default:
            none are collected.
        display: Shows the run of each fold. Default: shows nothing.

    Returns:
        The suspects, the most suspicious first. To correct a label: :func:`seqtui.add_correction`.

    Raises:
        InputError: If the source, the corrections or a setting is wrong, or a package is not installed.
        SeqtuiError: If no network could be trained.
        OSError: If the predictions cannot be stored.

    Example:
        >>> import seqtui
        >>> found = seqtui.diagnose("reviews.csv")  # doctest: +SKIP
        >>> found.suspects[0].label, found.suspects[0].suggested  # doctest: +SKIP
        ('negative', 'positive')
    """
    require_extra()
    on_step("reading reviews")
    choices = choices or Choices()
    corpus = load_corpus(source, choices=choices)
    if corrections is None:
        decisions = read_corrections_if_any(default_corrections(source, Path(runs_dir)))
    else:
        decisions = read_corrections(corrections)
        corpus = corrected(corpus, decisions)
    texts = _Texts(corpus, choices, with_test)
    predicted = out_of_fold(
        texts.reviews,
        corpus.class_names,
        settings or DEFAULTS,
        Path(runs_dir),
        [] if interrupted is None else interrupted,
        display or _show_nothing,
    )
    on_step("looking for wrong labels")
    own = _find_wrong_labels(texts, predicted)
    on_step("looking for duplicates")
    _find_duplicates(texts, own)
    _find_odd_texts(texts)
    accuracy = np.mean(
        predicted.classes[predicted.probabilities.argmax(axis=1)] == texts.labels[predicted.rows]
    )
    return Diagnosis(
        source,
        corpus.class_names,
        texts.examined,
        float(accuracy),
        _suspects(texts, decisions),
        [*corpus.findings.lines(), *_not_examined(texts), *predicted.problems, *decisions.warnings],
        decisions,
    )


def _not_examined(texts: _Texts) -> list[str]:
    count = len(texts.texts) - texts.examined
    return [f"not examined: {count:,} test reviews; --with-test examines them, too"] if count else []


def _show_nothing(_: Run, __: str, events: Events) -> None:
    deque(events, maxlen=0)


def _find_wrong_labels(texts: _Texts, predicted: OutOfFold) -> dict[int, float]:
    """Add labels that are probably wrong; return the probability of the label of each predicted text."""
    from cleanlab.filter import find_label_issues

    labels = np.searchsorted(predicted.classes, texts.labels[predicted.rows]).astype(np.int32)
    probabilities = _calibrated(labels, predicted.probabilities)
    own = probabilities[np.arange(len(labels)), labels]
    issues = find_label_issues(labels, probabilities, return_indices_ranked_by="self_confidence", n_jobs=1)
    for issue in issues.tolist():
        best = int(probabilities[issue].argmax())
        likely = int(predicted.classes[best])
        texts.of(int(predicted.rows[issue])).add(
            "label",
            f"predicted {texts.name(likely)} with {probabilities[issue, best]:.1%}, "
            f"its label with {own[issue]:.1%}",
            float(own[issue]),
            likely,
        )
    return dict(zip(predicted.rows.tolist(), own.tolist(), strict=True))


def _calibrated(labels: NDArray[np.int32], probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return probabilities that agree with the accuracy, as confident learning assumes; they add up to 1."""
    temperature = fit_temperature(labels, probabilities)
    if is_significant(labels, probabilities, temperature):
        probabilities = calibrated(probabilities, temperature)
    exact = probabilities.astype(np.float64)
    return np.asarray(exact / exact.sum(axis=1, keepdims=True))


def _find_duplicates(texts: _Texts, own: dict[int, float]) -> None:
    """Add texts with the same or nearly the same words as one with another label, or in the test set.

    Args:
        texts: The texts.
        own: Probability of the label of each predicted text.
    """
    groups: dict[int, list[int]] = {}
    for index, first in enumerate(same_words(texts.encoded).tolist()):
        if texts.encoded.lengths[index]:
            groups.setdefault(first, []).append(index)
    for group in groups.values():
        _compare(texts, own, group, group, 1.0)
    for first, second, similarity in near_duplicates(texts.encoded, list(groups)):
        _compare(texts, own, groups[first], groups[second], similarity)
        _compare(texts, own, groups[second], groups[first], similarity)


def _compare(
    texts: _Texts, own: dict[int, float], group: list[int], others: list[int], similarity: float
) -> None:
    """Add the texts of a group that have another label than most similar ones, or that the test set has."""
    alike = "the same words as" if similarity == 1 else f"{similarity:.0%} the same as"
    labels = Counter(texts.labels[other] for other in others if other < texts.examined)
    leaked = next((other for other in others if other >= texts.test), None)
    for index in group:
        label = texts.labels[index]
        other_label, most = max(
            ((name, count) for name, count in labels.items() if name != label),
            key=lambda item: item[1],
            default=(label, 0),
        )
        if index < texts.examined and most >= max(1, labels[label]):
            other = next(other for other in others if texts.labels[other] == other_label)
            is_same = texts.texts[other] == texts.texts[index]  # where it is lists both
            texts.of(index).add(
                "duplicate",
                f"the same text also has the label {texts.name(other_label)}"
                if is_same
                else f"{alike} {texts.where(other)}, which is {texts.name(other_label)}",
                min(own.get(index, 0.5), 0.5),
                int(other_label),
            )
        if leaked is not None and index < texts.test:
            texts.of(index).add("leak", f"{alike} the test review {texts.where(leaked)}", 1 - similarity)


def _find_odd_texts(texts: _Texts) -> None:
    """Add texts without words, with mostly words that no other text has, and with an unusual length."""
    encoded = texts.encoded
    lengths = encoded.lengths
    text_of = np.repeat(np.arange(len(encoded)), lengths)
    pairs = np.unique(text_of * (int(encoded.ids.max(initial=0)) + 1) + encoded.ids)
    in_texts = np.bincount(pairs % (int(encoded.ids.max(initial=0)) + 1))
    unique = np.bincount(text_of, in_texts[encoded.ids] == 1, len(encoded)) / np.maximum(lengths, 1)
    mostly_unique = max(_MIN_UNIQUE, _far_out(unique[lengths > 0]))
    too_long = np.exp(_far_out(np.log(lengths[lengths > 0])))
    for index in np.flatnonzero(lengths[: texts.examined] == 0).tolist():
        texts.of(index).add("empty", "no words", 0.0)
    odd = (lengths >= _MIN_WORDS) & ((unique > mostly_unique) | (lengths > too_long))
    for index in np.flatnonzero(odd[: texts.examined]).tolist():
        if unique[index] > mostly_unique:
            reason = f"{unique[index]:.0%} of its words are in no other text"
            texts.of(index).add("outlier", reason, 1 - float(unique[index]))
        if lengths[index] > too_long:
            reason = f"{lengths[index]:,} words, the median is {np.median(lengths):,.0f}"
            texts.of(index).add("outlier", reason, float(too_long / lengths[index]))


def _far_out(values: NDArray[np.floating[Any]]) -> float:
    """Return the upper outer fence of values (Tukey, 1977): the third quartile plus 3 times their range."""
    low, high = np.percentile(values, (25, 75))
    return float(high + 3 * (high - low))


def _suspects(texts: _Texts, decisions: Corrections) -> list[Suspect]:
    def order(item: tuple[int, _Finding]) -> tuple[bool, float, int]:
        index, finding = item
        return not finding.is_about_label, finding.score, index

    suspects = []
    for index, finding in sorted(texts.findings.items(), key=order):
        text, (part, row) = texts.texts[index], texts.positions[index]
        decision = decisions.of(text) if decisions.by_text else None
        suspects.append(
            Suspect(
                row=row,
                set=part,
                where=texts.where(index),
                text=text,
                label=texts.names[texts.labels[index]],
                suggested=None if finding.suggested is None else texts.names[finding.suggested],
                score=finding.score,
                kind=finding.kind,
                reason="; ".join(finding.reasons),
                corrected=decision.new if decision else None,
                note=decision.note if decision else None,
            )
        )
    return suspects
