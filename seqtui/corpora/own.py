"""Read a user's own texts: tables, or a folder with one sub-folder per label."""

import re
from collections import Counter
from collections.abc import Callable, Container
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from itertools import compress
from typing import BinaryIO

import numpy as np

from seqtui.corpora.choices import Choices
from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.findings import Findings, text_warnings
from seqtui.corpora.gather import Gathered, combined, expand, gather
from seqtui.errors import InputError
from seqtui.tables.columns import Columns
from seqtui.tables.inputs import shares_of
from seqtui.tables.selection import normalized_label
from seqtui.tables.streams import open_destination

TEST_SPLIT = 0.2
MAX_LABELS = 1000


def read_own(source: str, choices: Choices, on_share: Callable[[float], None] = lambda _: None) -> Corpus:
    """Read and split a user's own texts.

    Args:
        source: A file, a pattern of files, or a folder with one sub-folder per label.
        choices: Options that the user set.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Raises:
        InputError: If a row cannot be read or a column cannot be detected; the message names file and line.
    """
    with ExitStack() as stack:
        rejected = None
        if choices.errors is not None:
            sources = (source, *([choices.test] if choices.test else []))
            rejected = stack.enter_context(open_destination(choices.errors, sources))
        gathered, columns, split = _all_rows(source, choices, rejected, on_share)
    has_test = "test" in gathered.parts
    if has_test and choices.test_split:
        raise InputError(f"--test-split: {source} already has a test set: {split}")
    if choices.normalize_labels:
        gathered = replace(gathered, labels=_normalized(gathered.labels))
    warnings = [*gathered.warnings, *_similar_label_warnings(gathered.labels)]
    class_names = _class_names(source, gathered)
    train, validation, test = _sets(gathered, class_names, has_test, choices.test_split)
    if not has_test:
        split = f"{len(test) / (len(train) + len(test)):.1%} of each label, always the same ones"
    texts = [text.strip() for text in gathered.texts]
    evaluated = {text.strip() for text in test.texts}
    validation = validation and validation.where([text.strip() not in evaluated for text in validation.texts])
    if validation:
        evaluated |= {text.strip() for text in validation.texts}
    without_leaks = train.where([text.strip() not in evaluated for text in train.texts])
    found = Findings(
        files=gathered.files,
        layout="; ".join(gathered.layouts),
        text_column=columns and columns.text,
        label_column=columns and columns.label,
        split=split,
        missing_text=gathered.missing_text,
        missing_label=gathered.missing_label,
        rejected=gathered.rejected,
        repeated=len(texts) - len(set(texts)),
        leaked=len(train) - len(without_leaks),
        leaked_removed=True,
        warnings=[*warnings, *text_warnings(without_leaks.texts, test.texts)],
    )
    return Corpus(source, without_leaks, test, class_names, found, validation or None)


def find_texts(source: str, choices: Choices, texts: Container[str]) -> dict[str, list[str]]:
    """Find texts in the source that :func:`read_own` has read them from.

    Args:
        source: As for :func:`read_own`.
        choices: As for :func:`read_own`; no rows are written to the file of ``errors``.
        texts: Texts to find.

    Returns:
        For each text, file and line or row of each of its occurrences, such as ``reviews.csv, line 12``.

    Raises:
        InputError: As for :func:`read_own`.
    """
    gathered, *_ = _all_rows(source, choices, None if choices.errors is None else BytesIO())
    found: dict[str, list[str]] = {}
    for index, text in enumerate(gathered.texts):
        if text in texts:
            found.setdefault(text, []).append(gathered.where(index))
    return found


def _all_rows(
    source: str,
    choices: Choices,
    rejected: BinaryIO | None,
    on_share: Callable[[float], None] = lambda _: None,
) -> tuple[Gathered, Columns | None, str]:
    """Return the rows of a source and of its separate test set, their columns, and what assigns the sets."""
    train_share = 1.0
    if choices.test is not None:
        train_share, _ = shares_of([*(expand(source) or [source]), choices.test])[-1]
    gathered, columns = gather(source, choices, rejected, on_share=lambda done: on_share(train_share * done))
    in_source = set(gathered.parts) - {None}
    split = "" if not in_source else f"the column '{columns.split}'" if columns else "its own folders"
    if choices.test is None:
        return gathered, columns, split
    if "test" in in_source:
        raise InputError(f"--test {choices.test}: {source} already has a test set: {split}")
    second, _ = gather(
        choices.test,
        choices,
        rejected,
        columns and columns._replace(split=None),
        "--test",
        lambda done: on_share(train_share + (1 - train_share) * done),
    )
    return combined(gathered, second), columns, f"all of {choices.test}"


def _spellings(labels: list[str]) -> list[list[str]]:
    """Group label names that differ only in case and spaces, the most frequent spelling first."""
    groups = dict[str, Counter[str]]()
    for name, count in Counter(labels).items():
        groups.setdefault(normalized_label(name), Counter())[name] = count
    return [[name for name, _ in counts.most_common()] for counts in groups.values()]


def _normalized(labels: list[str]) -> list[str]:
    """Rename each label to its most frequent spelling."""
    name_of = {name: names[0] for names in _spellings(labels) for name in names}
    return [name_of[label] for label in labels]


def _similar_label_warnings(labels: list[str]) -> list[str]:
    return [
        f"the labels {', '.join(map(repr, names))} differ in case and spaces only; --normalize-labels merges "
        "them"
        for names in _spellings(labels)
        if len(names) > 1
    ]


def _class_names(source: str, gathered: Gathered) -> tuple[str, ...]:
    """Return the class names in their order.

    Raises:
        InputError: If there are fewer than 2 or more than 1,000.
    """
    class_names = tuple(sorted(set(gathered.labels), key=_in_natural_order))
    if len(class_names) < 2:
        found = f"all reviews are '{class_names[0]}'" if class_names else "no review has one"
        raise InputError(f"{source}: at least two labels are needed, and {found}")
    if len(class_names) > MAX_LABELS:
        raise InputError(
            f"{source}: {len(class_names):,} different labels, at most {MAX_LABELS:,}; --label-column "
            "sets another column"
        )
    return class_names


def _sets(
    gathered: Gathered, class_names: tuple[str, ...], has_test: bool, share: float | None
) -> tuple[Reviews, Reviews | None, Reviews]:
    """Return training, validation and test set. Without a given test set, one is drawn.

    Raises:
        InputError: If a label has too few texts for training and test.
    """
    indices = {label: index for index, label in enumerate(class_names)}
    reviews = Reviews(gathered.texts, np.array([indices[label] for label in gathered.labels], np.int32))
    parts = gathered.parts
    validation = reviews.where([part == "validation" for part in parts]) if "validation" in parts else None
    if has_test:
        train = reviews.where([part not in ("validation", "test") for part in parts])
        return train, validation, reviews.where([part == "test" for part in parts])
    in_rest = [part != "validation" for part in parts]
    counts = Counter(compress(gathered.labels, in_rest))
    for index in compress(range(len(parts)), in_rest):
        if counts[gathered.labels[index]] < 2:
            raise InputError(
                f"{gathered.where(index)}: the only text with the label '{gathered.labels[index]}'; a label "
                "needs two texts, one for training and one for the test set"
            )
    reviews = reviews.where(in_rest)
    second = round(len(reviews) * (share or TEST_SPLIT))
    train, test = reviews.split(
        max(len(class_names), min(second, len(reviews) - len(class_names))), class_names
    )
    return train, validation, test


def _in_natural_order(label: str) -> tuple[object, ...]:
    """Sort key: numbers by value, then words, with numbers in them by value and case ignored."""
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", label):
        return (0, float(label), (), label)
    parts = tuple((part.isdecimal() and int(part), part.casefold()) for part in re.split(r"(\d+)", label))
    return (1, 0.0, parts, label)
