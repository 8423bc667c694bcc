"""Text from reviews, file names and logs, made harmless for a terminal."""

import re

# C0 and C1 controls (escape sequences start with one), and the marks that turn the writing direction.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def printable(text: str, width: int | None = None) -> str:
    """One line that a terminal shows as it stands.

    Args:
        text: Anything.
        width: Cut to so many characters, with an ellipsis. Default: uncut.
    """
    line = _CONTROLS.sub(" ", text).strip()
    return line if width is None or len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"
