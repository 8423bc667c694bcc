"""Text from reviews, file names and logs, made harmless for a terminal."""

import json
import re
import sys

import msgspec

# C0 and C1 controls (escape sequences start with one), and the marks that turn the writing direction.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def printable(text: str, width: int | None = None) -> str:
    """One line that a terminal shows as it stands.

    Args:
        text: Anything.
        width: Cut to so many characters, with an ellipsis. Default: uncut.
    """
    line = _CONTROLS.sub(" ", text).strip()
    return line if width is None or len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"


def has_controls(text: str) -> bool:
    """Whether a text holds characters that a terminal might obey or cannot show."""
    return _CONTROLS.search(text) is not None


def without_controls(text: str) -> str:
    """Text with each run of such characters replaced by a space; other spaces stay."""
    return _CONTROLS.sub(" ", text)


def printable_lines(text: str) -> str:
    """Several lines, indented as they were, that a terminal shows as they stand."""
    return "\n".join(_CONTROLS.sub(" ", line).rstrip() for line in text.split("\n"))


def printable_json(value: object) -> str:
    """A value as one line of JSON with every character escaped that a terminal might obey or cannot show."""
    line = escaped(msgspec.json.encode(value).decode())
    if not (sys.stdout.encoding or "utf-8").lower().startswith("utf"):
        line = _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], line)
    return line


def escaped(text: str) -> str:
    """Text with each of those characters as JSON would escape it, line ends and tabs excepted."""
    return _CONTROLS.sub(
        lambda found: "".join(one if one in "\t\r\n" else f"\\u{ord(one):04x}" for one in found[0]), text
    )
