"""The errors that a user is meant to read: one line, naming what is wrong and what to do."""

from difflib import get_close_matches

_SHOWN = 16
_LONG = 80  # characters of a name


class SeqtuiError(Exception):
    """The work failed: a training run, an export, a check. The command exits with 1."""

    exit_code = 1


class InputError(SeqtuiError):
    """The request or its input was wrong. The command exits with 2."""

    exit_code = 2


def nearest(word: str, choices: list[str]) -> str:
    """Say which of ``choices`` was probably meant, as the end of an error line.

    Args:
        word: What the user wrote.
        choices: The valid names.

    Returns:
        ``; did you mean 'lstm'?`` or, with nothing near, ``; choose from lstm, cnn-lstm``.
    """
    matches = get_close_matches(word, choices, n=1)
    if matches:
        return f"; did you mean '{matches[0]}'?"
    return f"; choose from {listed(choices)}"


def listed(names: list[str]) -> str:
    """Names for an error line: the first of them, each cut where it is long; ``none`` for none."""
    more = ", …" if len(names) > _SHOWN else ""
    return ", ".join(name[:_LONG] for name in names[:_SHOWN]) + more if names else "none"
