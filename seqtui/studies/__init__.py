"""Hyperparameter search: a study is a series of trials, and each trial is an ordinary run."""

from importlib.util import find_spec

from seqtui.errors import InputError


def require_extra() -> None:
    """Check that Optuna and TensorFlow are installed.

    Raises:
        InputError: If one of them is not; the message names the command that installs them.
    """
    if find_spec("optuna") is None or find_spec("tensorflow") is None:
        raise InputError("searching needs Optuna and TensorFlow; pip install 'seqtui[search,train]'")
