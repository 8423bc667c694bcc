"""A user's own texts: a table in one or more files, or a folder with one sub-folder a label."""

import re
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace

import numpy as np

from seqtui.corpora.choices import Choices
from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.findings import Findings, text_warnings
from seqtui.corpora.gather import Gathered, Review, gather, joined
from seqtui.errors import InputError
from seqtui.tables.rows import normalized_label
from seqtui.tables.streams import open_destination

HELD_OUT_SHARE = 0.2
MOST_LABELS = 1000


def read_own(source: str, choices: Choices) -> Corpus:
    """Read own texts and split them.

    Args:
        source: A file, a pattern of files, or a folder with one sub-folder a label.
        choices: What the user said.

    Raises:
        InputError: If something cannot be read or detected; the message names file and line.
    """
    with ExitStack() as stack:
        aside = None
        if choices.errors is not None:
            sources = (source, *([choices.held_out] if choices.held_out else []))
            aside = stack.enter_context(open_destination(choices.errors, sources))
        gathered, columns = gather(source, choices, aside)
        in_source = [review for review in gathered.reviews if review.held_out is not None]
        split = (
            "" if not in_source else f"the column '{columns.split}'" if columns else "the folders of its own"
        )
        if choices.held_out is not None:
            if split:
                raise InputError(f"--held-out {choices.held_out}: {source} has a split already: {split}")
            alike = columns and columns._replace(split=None)
            second, _ = gather(choices.held_out, choices, aside, alike, "--held-out")
            gathered = joined(gathered, second)
            split = f"all of {choices.held_out}"
    if split and choices.held_out_share:
        raise InputError(f"--held-out-share: {source} has a split already: {split}")
    if choices.normalize_labels:
        gathered = replace(gathered, reviews=_normalized(gathered.reviews))
    warnings = [*gathered.warnings, *_alike_labels(gathered.reviews)]
    train, held_out, labels = _split(source, gathered, choices.held_out_share if not split else None)
    if not split:
        split = f"{len(held_out) / (len(train) + len(held_out)):.1%} of each label, always the same ones"
    texts = [review.text.strip() for review in gathered.reviews]
    held_out_texts = {text.strip() for text in held_out.texts}
    alone = train.where([text.strip() not in held_out_texts for text in train.texts])
    found = Findings(
        files=gathered.files,
        layout="; ".join(gathered.layouts),
        text_column=columns and columns.text,
        label_column=columns and columns.label,
        split=split,
        missing_text=gathered.missing_text,
        missing_label=gathered.missing_label,
        set_aside=gathered.set_aside,
        repeated=len(texts) - len(set(texts)),
        leaked=len(train) - len(alone),
        leaked_removed=True,
        warnings=[*warnings, *text_warnings(alone.texts, held_out.texts)],
    )
    return Corpus(source, alone, held_out, labels, found)


def _spellings(reviews: list[Review]) -> list[list[str]]:
    """The labels' names, those together that differ in case and spaces only; the most frequent first."""
    groups = dict[str, Counter[str]]()
    for review in reviews:
        groups.setdefault(normalized_label(review.label), Counter())[review.label] += 1
    return [[name for name, _ in counts.most_common()] for counts in groups.values()]


def _normalized(reviews: list[Review]) -> list[Review]:
    """Each label in its most frequent spelling."""
    name_of = {name: names[0] for names in _spellings(reviews) for name in names}
    return [review._replace(label=name_of[review.label]) for review in reviews]


def _alike_labels(reviews: list[Review]) -> list[str]:
    return [
        f"the labels {', '.join(map(repr, names))} differ in case and spaces only; --normalize-labels makes "
        "them one"
        for names in _spellings(reviews)
        if len(names) > 1
    ]


def _split(source: str, gathered: Gathered, share: float | None) -> tuple[Reviews, Reviews, tuple[str, ...]]:
    counts = Counter(review.label for review in gathered.reviews)
    labels = tuple(sorted(counts, key=_in_natural_order))
    if len(labels) < 2:
        told = f"all reviews are '{labels[0]}'" if labels else "there is no review with one"
        raise InputError(f"{source}: two labels are the least, and {told}")
    if len(labels) > MOST_LABELS:
        raise InputError(
            f"{source}: {len(labels):,} different labels, {MOST_LABELS:,} are the most; --label-column names "
            "another column"
        )
    places = {label: place for place, label in enumerate(labels)}
    reviews = Reviews(
        [review.text for review in gathered.reviews],
        np.array([places[review.label] for review in gathered.reviews], np.int32),
    )
    if any(review.held_out is not None for review in gathered.reviews):
        held_out = [bool(review.held_out) for review in gathered.reviews]
        return reviews.where([not is_held_out for is_held_out in held_out]), reviews.where(held_out), labels
    if rare := [review for review in gathered.reviews if counts[review.label] < 2]:
        raise InputError(
            f"{rare[0].place}: nothing else is labelled '{rare[0].label}'; a label needs two reviews, one to "
            "learn from and one to be judged by"
        )
    second = round(len(reviews) * (share or HELD_OUT_SHARE))
    train, drawn = reviews.split(max(len(labels), min(second, len(reviews) - len(labels))), labels)
    return train, drawn, labels


def _in_natural_order(label: str) -> tuple[object, ...]:
    """Numbers by their value, in front of words; in words 9 before 10, capitals beside small letters."""
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", label):
        return (0, float(label), (), label)
    parts = tuple((part.isdecimal() and int(part), part.casefold()) for part in re.split(r"(\d+)", label))
    return (1, 0.0, parts, label)
