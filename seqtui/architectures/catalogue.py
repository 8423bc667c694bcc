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
        inner: Its layers before the last one, as a reader would draw them.
        count: Trainable parameters between the embedding and the last layer.
        features: What the last layer weighs, with the last states alone.
        settings: What ``build`` is given beside the recipe.
        nodes: Recurrent nodes of the exported file.
        embedding: Values of a word's vector.
        last: The kind of its last layer.
        recommended: What its recipe should set otherwise than the defaults do.
        most_ngrams: How many n-grams of the training reviews it looks for at most; 0 if it looks for none.
    """

    name: str
    summary: str
    source: str
    module: str
    inner: tuple[str, ...]
    count: int = 0
    features: int = UNITS
    settings: tuple[tuple[str, Any], ...] = ()
    nodes: tuple[str, ...] = ("LSTM",)
    embedding: int = EMBEDDING
    last: str = "Dense"
    recommended: dict[str, Any] = field(default_factory=dict)
    most_ngrams: int = 0

    def layers(self, labels: int = 2) -> tuple[str, ...]:
        """Its layers in order, as a reader would draw them, for so many labels."""
        size = f" {_outputs(labels)}," if self.last == "Dense" else ""
        return *self.inner, f"{self.last}{size} {'sigmoid' if labels == 2 else 'softmax'}"

    def parameters(
        self, vocabulary_size: int, pooling: str, labels: int = 2, ngrams: int | None = None
    ) -> int:
        """Count the trainable parameters, the embedding included.

        Args:
            vocabulary_size: Word ids of the embedding.
            pooling: The recipe's.
            labels: How many labels there are, at least 2. Default 2.
            ngrams: How many n-grams it looks for. Default: ``most_ngrams``.
        """
        pooled = UNITS * len(self.nodes) if pooling == "last+max" else 0
        features = self.features + (self.most_ngrams if ngrams is None else ngrams)
        last = (features + pooled + 1) * _outputs(labels)
        return vocabulary_size * self.embedding + self.count + last

    def build(
        self, recipe: Recipe, recurrent: "Recurrent", labels: int = 2, ngrams: int | None = None
    ) -> "keras.Sequential":
        """Build the network. This imports TensorFlow.

        Args:
            recipe: Gives the vocabulary's size and the pooling.
            recurrent: Makes the recurrent layers: those for training or those for export.
            labels: How many labels there are, at least 2. Default 2.
            ngrams: How many n-grams it looks for. Default: ``most_ngrams``.

        Returns:
            A Keras model from ids of shape (reviews, tokens), int32, padded with 0 at the end, to
            probabilities: of the second label, shape (reviews, 1), where there are two, else of every label,
            shape (reviews, labels).

        Raises:
            InputError: If ``ngrams`` is impossible for this network.
        """
        settings = dict(self.settings)
        if ngrams is not None and not 0 <= ngrams <= self.most_ngrams:
            raise InputError(f"{ngrams:,} n-grams: {self.name} looks for at most {self.most_ngrams:,}")
        if self.most_ngrams:
            settings["known"] = self.most_ngrams if ngrams is None else ngrams
        build: Callable[..., keras.Sequential] = import_module(self.module).build
        return build(recipe, recurrent, labels, **settings)


def _outputs(labels: int) -> int:
    return 1 if labels == 2 else labels


_LSTM_COUNT = 4 * UNITS * (EMBEDDING + UNITS + 1)
_CONV_COUNT = EMBEDDING * (3 * EMBEDDING + 1)
_BUCKETS = 100_000

_ENTRIES = (
    Architecture(
        name="lstm",
        summary="one LSTM over the words",
        source="Brownlee's chapter 26, the first network",
        module="seqtui.architectures.lstm",
        inner=("Embedding 32", "LSTM 100"),
        count=_LSTM_COUNT,
    ),
    Architecture(
        name="lstm-dropout",
        summary="the LSTM with dropout between the layers",
        source="Brownlee's chapter 26, layer-wise dropout",
        module="seqtui.architectures.lstm",
        inner=("Embedding 32", "Dropout 0.2", "LSTM 100", "Dropout 0.2"),
        count=_LSTM_COUNT,
        settings=(("dropout", 0.2),),
    ),
    Architecture(
        name="lstm-gate-dropout",
        summary="the LSTM with dropout on its inputs and its recurrent state",
        source="Brownlee's chapter 26, listing 26.13",
        module="seqtui.architectures.lstm",
        inner=("Embedding 32", "LSTM 100, input dropout 0.2, recurrent dropout 0.2"),
        count=_LSTM_COUNT,
        settings=(("gate_dropout", 0.2),),
    ),
    Architecture(
        name="cnn-lstm",
        summary="a convolution finds phrases, an LSTM reads them",
        source="Brownlee's chapter 26, listings 26.14 and 26.15",
        module="seqtui.architectures.cnn_lstm",
        inner=("Embedding 32", "Conv1D 32 × 3, ReLU", "MaxPooling1D 2", "LSTM 100"),
        count=_CONV_COUNT + _LSTM_COUNT,
    ),
    Architecture(
        name="cnn-lstm-dropout",
        summary="the convolution and the LSTM with dropout of words and before the last layer",
        source="Brownlee's chapter 26, after listing 26.16",
        module="seqtui.architectures.cnn_lstm",
        inner=(
            "Embedding 32", "Dropout 0.2 of words", "Conv1D 32 × 3, ReLU", "MaxPooling1D 2", "LSTM 100",
            "Dropout 0.2",
        ),
        count=_CONV_COUNT + _LSTM_COUNT,
        settings=(("dropout", 0.2),),
    ),
    Architecture(
        name="bilstm",
        summary="two LSTMs, one reads forwards and one backwards",
        source="Graves and Schmidhuber, 2005",
        module="seqtui.architectures.bilstm",
        inner=(
            "Embedding 32", "Dropout 0.2", "LSTM 100 forwards and 100 backwards", "Dropout 0.2",
        ),
        count=2 * _LSTM_COUNT,
        features=2 * UNITS,
        nodes=("LSTM", "LSTM"),
    ),
    Architecture(
        name="gru",
        summary="one GRU over the words, with dropout between the layers",
        source="Cho et al., 2014",
        module="seqtui.architectures.gru",
        inner=("Embedding 32", "Dropout 0.2", "GRU 100", "Dropout 0.2"),
        count=3 * UNITS * (EMBEDDING + UNITS + 2),
        nodes=("GRU",),
    ),
    Architecture(
        name="textcnn",
        summary="convolutions of three widths, the strongest answer of each filter",
        source="Kim, 2014",
        module="seqtui.architectures.textcnn",
        inner=(
            "Embedding 32", "Conv1D 100 × 3, 4 and 5, ReLU", "GlobalMaxPooling1D", "Dropout 0.5",
        ),
        count=sum(100 * (width * EMBEDDING + 1) for width in (3, 4, 5)),
        features=300,
        nodes=(),
    ),
    Architecture(
        name="fasttext",
        summary="the average of the vectors of words and pairs of words",
        source="Joulin et al., 2017",
        module="seqtui.architectures.fasttext",
        inner=("Embedding 16 of words and pairs, mean", "Dropout 0.2"),
        count=16 * _BUCKETS,
        features=16,
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
        inner=("WeightedNGrams of 1, 2 and 3 words, Dropout 0.5",),
        features=1,
        last="Activation",
        nodes=(),
        embedding=0,
        recommended={"vocabulary_size": 30_000, "max_length": 2500},
        most_ngrams=2**19 - 1,
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


def whole_recipe(asked: dict[str, Any]) -> Recipe:
    """A recipe from some of its settings: the network recommends the others.

    Raises:
        InputError: If there is no such network or setting, or a value is impossible.
    """
    network = find_architecture(asked.get("architecture", Recipe().architecture))
    recipe = Recipe.from_settings(network.recommended | asked)
    if recipe.patience and not recipe.validation_split:
        raise InputError("patience needs validation reviews; leave out --validation-split 0 or the patience")
    return recipe
