"""Settings of the process that libraries read when they are imported."""

import logging
import os
from pathlib import Path


def ensure_home() -> None:
    """Set ``HOME`` where the user has no home folder, to a path where nothing can be written.

    Libraries would otherwise read and write a folder named ``~`` in the current one.
    """
    try:
        Path.home()
    except RuntimeError:  # no HOME, and the user id has no entry, as in many containers
        os.environ["HOME"] = os.devnull


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
