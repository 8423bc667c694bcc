"""Complete a path while it is typed."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from seqtui.terminal.sanitize import has_controls
from seqtui.tui.paths import QUOTES, parse_path

_MAX_COMPLETIONS = 200


class Completion(NamedTuple):
    """A completion: the text in the list, and the value of the field after it is chosen."""

    shown: str
    value: str


def complete(text: str, known: Sequence[str]) -> list[Completion]:
    """List completions of a path; folders end with a slash.

    Args:
        text: Content of the field; quotes, escapes and URLs are understood.
        known: Sources that are offered in addition to files: named ones and those of earlier runs.

    Returns:
        Matching known sources first, then the matching entries of the folder, at most 200. Names with control
        characters are omitted; hidden files are omitted unless a dot is typed.
    """
    typed = text.strip().lower()
    found = [
        Completion(source, source)
        for source in known
        if source != text and any(name.lower().startswith(typed) for name in (source, Path(source).name))
    ]
    prefix, folder, partial = _split(text)
    for name, is_folder in _entries(folder or os.curdir, partial):
        value = prefix + name + (os.sep if is_folder else "")
        if value != text and value not in known:
            found.append(Completion(value[len(prefix) :], value))
    return found[:_MAX_COMPLETIONS]


def _split(text: str) -> tuple[str, str, str]:
    """Split into the text to keep, the folder to list and the beginning of a name."""
    text = text.strip()
    if text == "~":
        return "~/", parse_path("~"), ""
    if text.startswith(QUOTES) and not text.endswith(text[0], 1):
        text += text[0]  # the closing quote is not typed yet
    path = parse_path(text)
    folder, partial = os.path.split(path)
    if text.endswith(partial) and not any(mark in text for mark in (*QUOTES, "\\", "://")):
        return text[: len(text) - len(partial)], folder, partial
    return path[: len(path) - len(partial)], folder, partial


def _entries(folder: str, partial: str) -> list[tuple[str, bool]]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                hidden = entry.name.startswith(".") and not partial.startswith(".")
                matches = entry.name.lower().startswith(partial.lower())
                if matches and not hidden and not has_controls(entry.name):
                    found.append((entry.name, entry.is_dir()))
    except (OSError, ValueError):  # no such folder, or a null byte in its name
        return []
    return sorted(found, key=lambda entry: entry[0].lower())
