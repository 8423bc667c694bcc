"""Errors to show to the user: one line with the problem and its solution."""

from difflib import get_close_matches

_MAX_NAMES = 16
_MAX_NAME = 80  # characters


class SeqtuiError(Exception):
    """A training run, an export or a check failed. The command exits with code 1."""

    exit_code = 1


class InputError(SeqtuiError):
    """An option or an input is invalid. The command exits with code 2."""

    exit_code = 2


def nearest(word: str, choices: list[str]) -> str:
    """Return a suggestion for a misspelled name, as the end of an error message.

    Args:
        word: Name from the user.
        choices: Valid names.

    Example:
        >>> nearest("lstn", ["gru", "lstm"]), nearest("x", ["gru", "lstm"])
        ("; did you mean 'lstm'?", '; choose from gru, lstm')
    """
    matches = get_close_matches(word, choices, n=1)
    if matches:
        return f"; did you mean '{matches[0]}'?"
    return f"; choose from {listed(choices)}"


def listed(names: list[str]) -> str:
    """Return names for an error message: at most 16, each truncated to 80 characters; ``none`` for none."""
    more = ", …" if len(names) > _MAX_NAMES else ""
    return ", ".join(name[:_MAX_NAME] for name in names[:_MAX_NAMES]) + more if names else "none"
