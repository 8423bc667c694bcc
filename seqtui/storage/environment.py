"""Settings of the process that libraries read when they are imported."""

import logging
import os
import tempfile
from pathlib import Path

_SHARED_MEMORY = "/dev/shm"  # noqa: S108 - tempfile makes names in it that nobody can guess


def ensure_folders() -> None:
    """Set ``HOME`` and ``TMPDIR`` where a container has neither, before libraries look for them.

    Without a home folder ``HOME`` becomes a path where nothing can be written: libraries would otherwise read
    and write a folder named ``~`` in the current one. Where nothing but volumes can be written to, temporary
    files go to shared memory, which containers have.
    """
    try:
        Path.home()
    except RuntimeError:  # no HOME, and the user id has no entry, as in many containers
        os.environ["HOME"] = os.devnull
    try:
        tempfile.gettempdir()
    except FileNotFoundError:
        if os.access(_SHARED_MEMORY, os.W_OK):
            os.environ["TMPDIR"] = _SHARED_MEMORY


def isolate_keras() -> None:
    """Have Keras use TensorFlow and its own defaults, and write nothing to the home folder.

    ``~/.keras/keras.json`` may name another backend or number type. Without a home folder Keras reads
    ``/tmp/.keras``, which may be another user's.
    """
    os.environ |= {"KERAS_BACKEND": "tensorflow", "KERAS_HOME": os.devnull}
    quiet_matplotlib()  # Keras imports it where it is installed


def quiet_matplotlib() -> None:
    """Turn off Matplotlib's warnings that its cache is temporary or being built."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
