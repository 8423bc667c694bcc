"""Environment variables and settings that libraries read when they are imported."""

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPTIONAL_FOR_KERAS = ("PIL", "matplotlib", "pandas", "scipy", "sklearn")  # a third of the time of its import
_SHARED_MEMORY = "/dev/shm"  # noqa: S108 - tempfile creates unpredictable names in it


def ensure_folders() -> None:
    """Set ``HOME`` and ``TMPDIR`` in a container that has neither, before libraries read them.

    Without a home folder, ``HOME`` becomes a path that is not writable; libraries would otherwise use a
    folder named ``~`` in the working directory. If only volumes are writable, temporary files go to shared
    memory.
    """
    try:
        Path.home()
    except RuntimeError:  # no HOME, and no entry for the user id, as in many containers
        os.environ["HOME"] = os.devnull
    try:
        tempfile.gettempdir()
    except FileNotFoundError:
        if os.access(_SHARED_MEMORY, os.W_OK):
            os.environ["TMPDIR"] = _SHARED_MEMORY


@contextmanager
def isolated_keras() -> Iterator[None]:
    """Import Keras in this context: with TensorFlow, its default settings and nothing that it can do without.

    ``~/.keras/keras.json`` may name another backend or float type. Without a home folder Keras reads
    ``/tmp/.keras``, which may belong to another user.
    """
    os.environ |= {"KERAS_BACKEND": "tensorflow", "KERAS_HOME": os.devnull}
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    hidden = [name for name in _OPTIONAL_FOR_KERAS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # with None, an import fails
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def quiet_matplotlib() -> None:
    """Turn off Matplotlib's warnings about its cache."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
