"""Networks of one's own for the tests: the example of the docs, and variants of it."""

import re
from pathlib import Path

from seqtui.architectures.network_file import NetworkFile
from seqtui.recipe import Recipe

PAGE = Path(__file__).parents[2] / "docs" / "your-own-network.md"

WORKS = '''\
"""A convolution and its maximum."""
import keras
from seqtui.architectures.layers import MaskedConv1D, MaskedGlobalMaxPooling1D


def build(settings, task, recurrent):
    ids = keras.Input((None,), dtype="int32")
    words = keras.layers.Embedding(task.vocabulary_size, 8, mask_zero=True)(ids)
    words = MaskedConv1D(8, 3, activation="relu")(words)
    pooled = MaskedGlobalMaxPooling1D()(words)
    outputs = keras.layers.Dense(task.outputs, activation=task.activation)(pooled)
    return keras.Model(ids, outputs)
'''

MASKED_LSTM = """\
import keras


def build(settings, task, recurrent):
    return keras.Sequential([
        keras.Input((None,), dtype="int32"),
        keras.layers.Embedding(task.vocabulary_size, 8, mask_zero=True),
        keras.layers.LSTM(8),
        keras.layers.Dense(task.outputs, activation=task.activation),
    ])
"""


def example() -> str:
    """The network of the page."""
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return str(code)


def trusted(folder: Path, code: str, **settings: object) -> Recipe:
    """Write a network that the user trusts, and return a small recipe with it."""
    path = folder / "my_network.py"
    path.write_text(code, encoding="utf-8")
    file = NetworkFile.read(path)
    file.trust()
    small = {"vocabulary_size": 50, "max_length": 30}
    return Recipe.from_settings(
        {"architecture": str(path), "network_digest": file.digest, **small, **settings}
    )
