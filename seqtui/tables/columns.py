"""Detect the columns of texts, labels and splits."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from seqtui.errors import InputError, listed
from seqtui.tables.selection import find_column, is_missing, label_name

TEXT_NAMES = (
    "text", "review", "reviewtext", "reviewbody", "comment", "body", "content", "message", "sentence",
    "document", "description", "tweet",
)  # fmt: skip
LABEL_NAMES = (
    "label", "labels", "class", "category", "sentiment", "stars", "star", "starrating", "rating", "polarity",
    "target", "topic", "intent", "score",
)  # fmt: skip
SPLIT_NAMES = ("split", "part", "subset", "partition")

Part = Literal["train", "validation", "test"]
"""Name of the set in which a text is used."""

_PARTS: dict[str, Part] = {
    "train": "train", "training": "train",
    "validation": "validation", "valid": "validation", "val": "validation", "dev": "validation",
    "development": "validation", "eval": "validation", "evaluation": "validation",
    "test": "test", "testing": "test", "heldout": "test",
}  # fmt: skip
PARTS = "train, validation, dev, test"
"""Values of a split column, for messages."""

_MIN_PARTIAL = 5  # letters of a label name that is also searched within column names
_MAX_LABEL = 40  # characters
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]")
_MIN_MEAN_WIDTH = 20  # of a column of texts; names and codes are shorter


class Columns(NamedTuple):
    """Names of the columns; ``split`` is None if there is no such column."""

    text: str
    label: str
    split: str | None


def part_named(name: object) -> Part | None:
    """Return the set that a name such as ``dev`` means, or None if it is not the name of a set."""
    return _PARTS.get(_plain(str(name)))


def find_columns(
    name: str, sample: Mapping[str, Sequence[Any]], text: str | None, label: str | None, split: str | None
) -> Columns:
    """Detect the columns by their names, otherwise by their values.

    Args:
        name: Name of the file in messages.
        sample: First values of each column.
        text: Name of the text column; None to detect it.
        label: Name of the label column; None to detect it.
        split: Name of the split column; None to detect it.

    Raises:
        InputError: If a column is missing or cannot be detected; the message names an option.
    """
    found = find_text_column(name, sample, text)
    if label is None:
        candidates = label_candidates(sample, found)
        likely = [column for column in candidates if _varies(sample[column])] or candidates
        label = _named(LABEL_NAMES, candidates) or (likely[0] if len(likely) == 1 else None)
        if label is None:
            others = [column for column in sample if column not in (found, *likely)]
            first = f"; the likeliest is '{likely[0]}'" if likely else ""
            raise InputError(
                f"{name}: which column contains the labels? set it with --label-column{first}: "
                f"{listed([*likely, *others]) if len(sample) > 1 else 'there is no other column'}"
            )
    else:
        label = find_column(label, list(sample), f"{name}: no column", "--label-column")
    if split is not None:
        split = find_column(split, list(sample), f"{name}: no column", "--split-column")
    else:
        parts = [c for c in sample if all(part_named(value) is not None for value in sample[c])]
        split = _named(SPLIT_NAMES, [column for column in parts if column not in (found, label)])
    return Columns(found, label, split)


def unused_split_column(columns: Columns, names: Sequence[str]) -> str | None:
    """Return the column that has the name of a split column but was not taken for one, or None.

    Args:
        columns: Detected columns.
        names: All column names.
    """
    if columns.split is not None:
        return None
    return _named(SPLIT_NAMES, [name for name in names if name not in columns])


def find_text_column(name: str, sample: Mapping[str, Sequence[Any]], text: str | None) -> str:
    """Detect the text column by its name, otherwise take the one with the longest texts.

    Args:
        name: Name of the file in messages.
        sample: First values of each column.
        text: Name of the text column; None to detect it.

    Raises:
        InputError: If it is missing, or no column looks like text.
    """
    if text is not None:
        return find_column(text, list(sample), f"{name}: no column", "--text-column")
    if named := _named(TEXT_NAMES, [c for c in sample if _is_text(sample[c])]):
        return named
    widths = {
        column: sum(map(_width, filter(None, values))) / len(values)
        for column, values in sample.items()
        if _is_text(values)
    }
    widest = max(widths, key=lambda column: widths[column], default=None)
    if widest is not None and widths[widest] >= _MIN_MEAN_WIDTH:
        return widest
    likeliest = f" (the longest values are in '{widest}')" if len(widths) > 1 else ""
    raise InputError(
        f"{name}: no column looks like text; set it with --text-column{likeliest}: {listed(list(sample))}"
    )


def label_candidates(sample: Mapping[str, Sequence[Any]], text: str | None) -> list[str]:
    """Return the columns that may contain labels, most likely first: short values that recur.

    Args:
        sample: First values of each column.
        text: Name of the text column, which is excluded.
    """
    likely = [
        column
        for column in sample
        if column != text and (_is_label(sample[column]) or _has_label_name(column))
    ]

    def rank(column: str) -> tuple[bool, bool, bool, int]:
        names = _distinct_labels(sample[column])
        fractions = any("." in name and name.replace(".", "", 1).isdecimal() for name in names)
        return len(names) < 2, not _has_label_name(column), fractions, len(names)

    return sorted(likely, key=rank)


def named_label_column(sample: Mapping[str, Sequence[Any]], text: str) -> str | None:
    """Return the column of labels that has a usual name for it, or None.

    Args:
        sample: First values of each column.
        text: Name of the text column, which is excluded.
    """
    return _named(LABEL_NAMES, [column for column in label_candidates(sample, text) if sample[column]])


def _has_label_name(column: str) -> bool:
    """Return whether a column name contains a usual name for labels, as in ``airline_sentiment``."""
    return any(name in _plain(column) for name in LABEL_NAMES if len(name) >= _MIN_PARTIAL)


def _varies(values: Sequence[Any]) -> bool:
    """Return whether there is more than one label."""
    return len(_distinct_labels(values)) > 1


def _distinct_labels(values: Sequence[Any]) -> set[str]:
    """Return the different labels among values; several labels in a list count as one."""
    return {
        ", ".join(map(label_name, value)) if isinstance(value, list) else label_name(value)
        for value in values
        if not is_missing(value)
    }


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _named(names: Sequence[str], columns: Sequence[str]) -> str | None:
    """Return the first column that has one of the names; earlier names take precedence."""
    plain = {_plain(column): column for column in reversed(columns)}
    return next((plain[name] for name in names if name in plain), None)


def _is_text(values: Sequence[Any]) -> bool:
    present = [value for value in values if not is_missing(value)]
    return bool(present) and all(isinstance(value, str) for value in present)


def _width(text: str) -> int:
    """Return the number of characters; those of Chinese, Japanese and Korean count twice."""
    return len(text) + (0 if text.isascii() else len(_WIDE.findall(text)))


def _is_label(values: Sequence[Any]) -> bool:
    """Return whether values look like labels: short, and recurring or at most two different ones."""
    present = [value for value in values if not is_missing(value)]
    if not present or not all(isinstance(value, str | int | float | bool | list) for value in present):
        return False
    if any(isinstance(item, dict | list) for value in present if isinstance(value, list) for item in value):
        return False
    names = _distinct_labels(present)
    return max(map(len, names)) <= _MAX_LABEL and (2 * len(names) <= len(present) or len(names) <= 2)
