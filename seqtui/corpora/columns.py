"""Which columns of a table hold the reviews, their labels and their parts."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from seqtui.errors import InputError
from seqtui.tables.rows import is_missing, label_name

_TEXT_NAMES = (
    "text", "review", "reviewtext", "reviewbody", "comment", "body", "content", "message", "sentence",
    "document", "description", "tweet",
)  # fmt: skip
_LABEL_NAMES = (
    "label", "labels", "class", "category", "sentiment", "stars", "star", "starrating", "rating", "polarity",
    "target", "topic", "intent", "score",
)  # fmt: skip
_SPLIT_NAMES = ("split", "part", "subset", "partition")

_PARTS = {
    "train": False, "training": False,
    "test": True, "testing": True, "heldout": True, "validation": True, "valid": True, "val": True,
    "dev": True, "eval": True, "evaluation": True,
}  # fmt: skip
PARTS = "train, test, held-out, validation"
"""What a split is told with, for messages."""

_SHORT, _LONG = 40, 20  # characters: a label has at most, a text on average at least


class Columns(NamedTuple):
    """The names of the columns; no split where there is none."""

    text: str
    label: str
    split: str | None


def is_held_out(part: object) -> bool | None:
    """Whether a part's name says held out or training; None where it says neither."""
    return _PARTS.get(_plain(str(part)))


def find_columns(
    name: str, sample: Mapping[str, Sequence[Any]], text: str | None, label: str | None, split: str | None
) -> Columns:
    """Choose the columns by their names, else by what they hold.

    Args:
        name: How messages call the table.
        sample: The first values of each column.
        text: The column of the reviews, if it was named.
        label: The column of the labels, if it was named.
        split: The column of the parts, if it was named.

    Raises:
        InputError: If one was named that is not there, or cannot be told; the message says what to do.
    """
    for asked, option in ((text, "text"), (label, "label"), (split, "split")):
        if asked is not None and asked not in sample:
            raise InputError(
                f"{name}: no column '{asked}'; use --{option}-column with one of: {', '.join(sample)}"
            )
    text = text or _named(_TEXT_NAMES, [c for c in sample if _is_text(sample[c])]) or _longest(sample)
    if text is None:
        raise InputError(f"{name}: no column is like text; name it with --text-column: {', '.join(sample)}")
    if label is None:
        likely = [column for column in sample if column != text and _is_label(sample[column])]
        label = _named(_LABEL_NAMES, likely) or (likely[0] if len(likely) == 1 else None)
    if label is None:
        others = ", ".join(column for column in sample if column != text) or "there is no other column"
        raise InputError(f"{name}: which column holds the labels? name it with --label-column: {others}")
    if split is None:
        parts = [c for c in sample if all(is_held_out(value) is not None for value in sample[c])]
        split = _named(_SPLIT_NAMES, [column for column in parts if column not in (text, label)])
    return Columns(text, label, split)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _named(names: Sequence[str], columns: Sequence[str]) -> str | None:
    """The first column whose name is among the names, the earlier names first."""
    plain = {_plain(column): column for column in reversed(columns)}
    return next((plain[name] for name in names if name in plain), None)


def _is_text(values: Sequence[Any]) -> bool:
    there = [value for value in values if not is_missing(value)]
    return bool(there) and all(isinstance(value, str) for value in there)


def _longest(sample: Mapping[str, Sequence[Any]]) -> str | None:
    means = {
        column: sum(len(value) for value in values if value) / len(values)
        for column, values in sample.items()
        if _is_text(values)
    }
    best = max(means, key=lambda column: means[column], default=None)
    return best if best is not None and means[best] >= _LONG else None


def _is_label(values: Sequence[Any]) -> bool:
    """Whether values are short and recur."""
    there = [value for value in values if not is_missing(value)]
    if not there or not all(isinstance(value, str | int | float | bool) for value in there):
        return False
    names = {label_name(value) for value in there}
    return max(map(len, names)) <= _SHORT and (2 * len(names) <= len(there) or len(names) <= 2)
