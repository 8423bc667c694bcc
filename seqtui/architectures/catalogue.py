"""What there is to train. Reading it does not import TensorFlow; building a network does.

To add a network, write its file beside the others and its entry here; a test holds every entry against the
network that its file builds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from seqtui.errors import InputError, nearest
from seqtui.recipe import Recipe

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent

EMBEDDING = 32
UNITS = 100


@dataclass(frozen=True)
class Architecture:
    """One network.

    Args:
        name: What the user types.
        summary: One line.
        source: The listing or paper that it reproduces.
        module: The file with its ``build`` function.
        layers: Its layers in order, as a reader would draw them.
        count: Trainable parameters apart from the embedding, with the last states alone.
        settings: What ``build`` is given beside the recipe.
        nodes: Recurrent nodes of the exported file.
        embedding: Values of a word's vector.
        recommended: What its recipe should set otherwise than the defaults do.
    """

    name: str
    summary: str
    source: str
    module: str
    layers: tuple[str, ...]
    count: int
    settings: tuple[tuple[str, Any], ...] = ()
    nodes: tuple[str, ...] = ("LSTM",)
    embedding: int = EMBEDDING
    recommended: dict[str, Any] = field(default_factory=dict)

    def parameters(self, vocabulary_size: int, pooling: str) -> int:
        """Trainable parameters, the embedding of ``vocabulary_size`` words included."""
        pooled = UNITS * len(self.nodes) if pooling == "last+max" else 0
        return vocabulary_size * self.embedding + self.count + pooled

    def build(self, recipe: Recipe, recurrent: "Recurrent") -> "keras.Sequential":
        """Build the network. This imports TensorFlow.

        Args:
            recipe: Gives the vocabulary's size and the pooling.
            recurrent: Makes the recurrent layers: those for training or those for export.

        Returns:
            A Keras model from ids of shape (reviews, tokens), int32, padded with 0 at the end, to the
            probability of the positive label, shape (reviews, 1).
        """
        build: Callable[..., keras.Sequential] = import_module(self.module).build
        return build(recipe, recurrent, **dict(self.settings))


_LSTM_COUNT = 4 * UNITS * (EMBEDDING + UNITS + 1)
_DENSE_COUNT = UNITS + 1
_CONV_COUNT = EMBEDDING * (3 * EMBEDDING + 1)
_NGRAMS = 2**19 - 1
_BUCKETS = 100_000

_ENTRIES = (
    Architecture(
        name="lstm",
        summary="one LSTM over the words",
        source="Brownlee's chapter 26, the first network",
        module="seqtui.architectures.lstm",
        layers=("Embedding 32", "LSTM 100", "Dense 1, sigmoid"),
        count=_LSTM_COUNT + _DENSE_COUNT,
    ),
    Architecture(
        name="lstm-dropout",
        summary="the LSTM with dropout between the layers",
        source="Brownlee's chapter 26, layer-wise dropout",
        module="seqtui.architectures.lstm",
        layers=("Embedding 32", "Dropout 0.2", "LSTM 100", "Dropout 0.2", "Dense 1, sigmoid"),
        count=_LSTM_COUNT + _DENSE_COUNT,
        settings=(("dropout", 0.2),),
    ),
    Architecture(
        name="lstm-gate-dropout",
        summary="the LSTM with dropout on its inputs and its recurrent state",
        source="Brownlee's chapter 26, listing 26.13",
        module="seqtui.architectures.lstm",
        layers=("Embedding 32", "LSTM 100, input dropout 0.2, recurrent dropout 0.2", "Dense 1, sigmoid"),
        count=_LSTM_COUNT + _DENSE_COUNT,
        settings=(("gate_dropout", 0.2),),
    ),
    Architecture(
        name="cnn-lstm",
        summary="a convolution finds phrases, an LSTM reads them",
        source="Brownlee's chapter 26, listings 26.14 and 26.15",
        module="seqtui.architectures.cnn_lstm",
        layers=("Embedding 32", "Conv1D 32 × 3, ReLU", "MaxPooling1D 2", "LSTM 100", "Dense 1, sigmoid"),
        count=_CONV_COUNT + _LSTM_COUNT + _DENSE_COUNT,
    ),
    Architecture(
        name="cnn-lstm-dropout",
        summary="the convolution and the LSTM with dropout of words and before the last layer",
        source="Brownlee's chapter 26, after listing 26.16",
        module="seqtui.architectures.cnn_lstm",
        layers=(
            "Embedding 32", "Dropout 0.2 of words", "Conv1D 32 × 3, ReLU", "MaxPooling1D 2", "LSTM 100",
            "Dropout 0.2", "Dense 1, sigmoid",
        ),
        count=_CONV_COUNT + _LSTM_COUNT + _DENSE_COUNT,
        settings=(("dropout", 0.2),),
    ),
    Architecture(
        name="bilstm",
        summary="two LSTMs, one reads forwards and one backwards",
        source="Graves and Schmidhuber, 2005",
        module="seqtui.architectures.bilstm",
        layers=(
            "Embedding 32", "Dropout 0.2", "LSTM 100 forwards and 100 backwards", "Dropout 0.2",
            "Dense 1, sigmoid",
        ),
        count=2 * _LSTM_COUNT + 2 * UNITS + 1,
        nodes=("LSTM", "LSTM"),
    ),
    Architecture(
        name="gru",
        summary="one GRU over the words, with dropout between the layers",
        source="Cho et al., 2014",
        module="seqtui.architectures.gru",
        layers=("Embedding 32", "Dropout 0.2", "GRU 100", "Dropout 0.2", "Dense 1, sigmoid"),
        count=3 * UNITS * (EMBEDDING + UNITS + 2) + _DENSE_COUNT,
        nodes=("GRU",),
    ),
    Architecture(
        name="textcnn",
        summary="convolutions of three widths, the strongest answer of each filter",
        source="Kim, 2014",
        module="seqtui.architectures.textcnn",
        layers=(
            "Embedding 32", "Conv1D 100 × 3, 4 and 5, ReLU", "GlobalMaxPooling1D", "Dropout 0.5",
            "Dense 1, sigmoid",
        ),
        count=sum(100 * (width * EMBEDDING + 1) for width in (3, 4, 5)) + 300 + 1,
        nodes=(),
    ),
    Architecture(
        name="fasttext",
        summary="the average of the vectors of words and pairs of words",
        source="Joulin et al., 2017",
        module="seqtui.architectures.fasttext",
        layers=("Embedding 16 of words and pairs, mean", "Dropout 0.2", "Dense 1, sigmoid"),
        count=16 * _BUCKETS + 16 + 1,
        settings=(("buckets", _BUCKETS),),
        nodes=(),
        embedding=16,
        recommended={"vocabulary_size": 20_000, "learning_rate": 0.01},
    ),
    Architecture(
        name="nb-ngrams",
        summary="phrases of one to three words, weighted by naive Bayes; the strongest",
        source="Wang and Manning, 2012",
        module="seqtui.architectures.nb_ngrams",
        layers=("WeightedNGrams of 1, 2 and 3 words, Dropout 0.5", "Activation sigmoid"),
        count=_NGRAMS + 1 + 1,
        settings=(("known", _NGRAMS),),
        nodes=(),
        embedding=0,
        recommended={"vocabulary_size": 30_000, "max_length": 2500},
    ),
)  # fmt: skip

CATALOGUE = {entry.name: entry for entry in _ENTRIES}


def find_architecture(name: str) -> Architecture:
    """Look a network up by its name.

    Raises:
        InputError: If there is none; the message names the nearest.
    """
    if name not in CATALOGUE:
        raise InputError(f"--architecture {name}: no such network{nearest(name, list(CATALOGUE))}")
    return CATALOGUE[name]
