"""The settings of the Train screen: names, input fields and values."""

import contextlib
from pathlib import Path
from typing import get_args, get_type_hints

from textual.widgets import Select

from seqtui.recipe import SOURCES, Recipe
from seqtui.tui.paths import read_path
from seqtui.tui.widgets.safe_input import SafeInput

LABELS = {
    "corrections": "Corrections",
    "unlabelled": "Unlabelled",
    "vectors": "Word vectors",
    "class_weights": "Class weights",
    "patience": "Early stopping patience",
    "limit": "Limit",
    "epochs": "Epochs",
    "batch_size": "Batch size",
    "max_length": "Max length",
    "truncate": "Truncate",
    "learning_rate": "Learning rate",
    "schedule": "Schedule",
    "clip_norm": "Clip norm",
    "pooling": "Pooling",
    "vocabulary_size": "Vocabulary size",
    "vectors_trainable": "Train vectors",
    "seed": "Seed",
}
CHOICES: dict[str, tuple[str, ...]] = {
    field: get_args(get_type_hints(Recipe)[field])
    for field in ("class_weights", "schedule", "pooling", "truncate", "vectors_trainable")
}
"""Settings with a fixed set of values; the others are numbers."""
_PLACEHOLDERS = {
    "limit": "all",
    "epochs": "by size",
    "batch_size": "by size",
    "corrections": "none; or a file of corrected labels",
    "unlabelled": "none; or texts without labels",
    "vectors": "none; or a file of pre-trained vectors",
}
STYLES = {
    "corrections": "field whole",
    "unlabelled": "field whole",
    "vectors": "field whole",
    "class_weights": "field whole",
    "patience": "field whole long",
}


def setting_widget(field: str) -> Select[str] | SafeInput:
    """Return the widget of a setting, with its default value."""
    default = getattr(Recipe(), field)
    if choices := CHOICES.get(field):
        return Select([(choice, choice) for choice in choices], id=field, value=default, allow_blank=False)
    return SafeInput(as_text(default), id=field, placeholder=_PLACEHOLDERS.get(field, "default"))


def as_text(value: object) -> str:
    """Return a value as it is written in its field."""
    return "" if value is None else str(value)


def setting_value(field: str, text: str) -> int | float | str:
    """Return the value of the text in the field of a setting; paths become absolute.

    Raises:
        InputError: If a path has characters that cannot be shown.
    """
    if field in ("corrections", "unlabelled", "vectors") and text not in SOURCES:
        return str(Path(read_path(text)).absolute())
    return text if field in CHOICES else _number(text)


def _number(text: str) -> int | float | str:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text
