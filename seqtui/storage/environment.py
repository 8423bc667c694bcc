"""Environment variables and settings that libraries read when they are imported."""

import logging
import os
import tempfile
from pathlib import Path

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


def isolate_keras() -> None:
    """Make Keras use TensorFlow and its default settings, and write nothing to the home folder.

    ``~/.keras/keras.json`` may name another backend or float type. Without a home folder Keras reads
    ``/tmp/.keras``, which may belong to another user.
    """
    os.environ |= {"KERAS_BACKEND": "tensorflow", "KERAS_HOME": os.devnull}
    quiet_matplotlib()  # Keras imports it if it is installed


def quiet_matplotlib() -> None:
    """Turn off Matplotlib's warnings about its cache."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
