"""The errors that a user is meant to read: one line, naming what is wrong and what to do."""

from difflib import get_close_matches

_SHOWN = 16


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
    more = ", …" if len(choices) > _SHOWN else ""
    return f"; choose from {', '.join(choices[:_SHOWN])}{more}"
