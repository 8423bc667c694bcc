"""Hyperparameter search: a study is a series of trials, and each trial is an ordinary run."""

from importlib.util import find_spec

from seqtui.errors import InputError


def require_extra() -> None:
    """Check that Optuna, scikit-learn and TensorFlow are installed.

    Raises:
        InputError: If one of them is not; the message names the command that installs them.
    """
    if any(find_spec(package) is None for package in ("optuna", "sklearn", "tensorflow")):
        raise InputError(
            "searching needs Optuna, scikit-learn and TensorFlow; pip install 'seqtui[search,train]'"
        )
