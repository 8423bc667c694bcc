"""Sanitize text from reviews, file names and logs before it is printed to a terminal."""

import json
import re
import sys

import msgspec

# C0 and C1 controls (escape sequences start with one), bidirectional marks, and surrogates.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def printable(text: str, width: int | None = None) -> str:
    """Return text as one line without control characters.

    Args:
        text: Any text.
        width: Maximum characters; longer text ends with an ellipsis. Default: no limit.

    Example:
        >>> printable("a\\x1b[31m film", 6)
        'a [31…'
    """
    line = _CONTROLS.sub(" ", text).strip()
    return line if width is None or len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"


def has_controls(text: str) -> bool:
    """Return whether text contains control characters."""
    return _CONTROLS.search(text) is not None


def without_controls(text: str) -> str:
    """Return text in which each run of control characters is a space; other spaces are not changed."""
    return _CONTROLS.sub(" ", text)


def printable_lines(text: str) -> str:
    """Return several lines without control characters, with their indentation."""
    return "\n".join(_CONTROLS.sub(" ", line).rstrip() for line in text.split("\n"))


def printable_json(value: object) -> str:
    """Encode a value as one line of JSON, with control characters escaped."""
    line = escaped(msgspec.json.encode(value).decode())
    if not (sys.stdout.encoding or "utf-8").lower().startswith("utf"):
        line = _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], line)
    return line


def escaped(text: str) -> str:
    """Escape control characters as JSON does, except line ends and tabs."""
    return _CONTROLS.sub(
        lambda found: "".join(c if c in "\t\r\n" else f"\\u{ord(c):04x}" for c in found[0]), text
    )
