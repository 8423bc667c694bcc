"""Colours and markers of the curves in the app and on the command line."""

THEME_COLOURS = ("$primary", "$warning", "$success", "$accent", "$error", "$secondary")
"""Colours of curves in the app; the theme defines them."""

ANSI_COLOURS = ("cyan", "yellow", "green", "magenta", "red", "blue")
"""The same colours on the command line; the terminal defines them."""

TRAINING, EVALUATION = THEME_COLOURS[:2]
"""Colours of the training curve and of the curve it is compared with."""

_MARKERS, _ASCII_MARKERS = "●■▲◆✚★", "o#^x+*"


def curve_style(index: int, *, ansi: bool, ascii_only: bool) -> tuple[str, str]:
    """Return the marker and the colour of a curve.

    Args:
        index: Index of the curve. The first 36 curves all differ.
        ansi: Use the colours of the terminal instead of the theme's.
        ascii_only: Use ASCII markers.

    Example:
        >>> curve_style(0, ansi=True, ascii_only=True)
        ('o', 'cyan')
    """
    colours = ANSI_COLOURS if ansi else THEME_COLOURS
    markers = _ASCII_MARKERS if ascii_only else _MARKERS
    # After each round of colours the markers are shifted by one.
    return markers[(index + index // len(colours)) % len(markers)], colours[index % len(colours)]
