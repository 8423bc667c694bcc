"""The networks that can be trained. Only :meth:`Architecture.build` imports TensorFlow.

To add a network, write its module in this package and add its entry here. A test compares every entry with
the network that its module builds.
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
"""Size of a word vector."""

UNITS = 100
"""Size of a recurrent state."""


@dataclass(frozen=True)
class Architecture:
    """An entry of the catalogue.

    Args:
        name: The value of ``--architecture``.
        summary: One line for help texts and tables.
        source: The paper or listing that it reproduces.
        module: Module with the ``build`` function.
        inner: Readable names of all layers but the last, in order.
        count: Number of trainable parameters between the embedding and the last layer. Default 0.
        features: Number of inputs of the last layer with ``pooling="last"``. Default 100.
        settings: Further keyword arguments of ``build``. Default: none.
        nodes: Recurrent nodes of the exported ONNX graph. Default: one LSTM.
        embedding: Size of a word vector, 0 if there is none. Default 32.
        last: Type of the last layer. Default ``"Dense"``.
        defaults: Recipe settings that override the defaults of :class:`Recipe`. Default: none.
        max_ngrams: Maximum number of n-grams to look up; 0 if the network uses none. Default 0.
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
    defaults: dict[str, Any] = field(default_factory=dict)
    max_ngrams: int = 0

    def layers(self, num_classes: int = 2) -> tuple[str, ...]:
        """Return readable names of the layers, in order.

        Args:
            num_classes: Number of classes, at least 2. Default 2.

        Example:
            >>> CATALOGUE["lstm"].layers()
            ('Embedding 32', 'LSTM 100', 'Dense 1, sigmoid')
        """
        size = f" {_outputs(num_classes)}," if self.last == "Dense" else ""
        return *self.inner, f"{self.last}{size} {'sigmoid' if num_classes == 2 else 'softmax'}"

    def parameters(
        self, vocabulary_size: int, pooling: str, num_classes: int = 2, ngrams: int | None = None
    ) -> int:
        """Count the trainable parameters, including the embedding.

        Args:
            vocabulary_size: Number of word ids.
            pooling: ``"last"`` or ``"last+max"``; see :class:`seqtui.recipe.Recipe`.
            num_classes: Number of classes, at least 2. Default 2.
            ngrams: Number of n-grams to look up. Default: ``max_ngrams``.

        Example:
            >>> CATALOGUE["lstm"].parameters(5000, "last")
            213301
        """
        pooled = UNITS * len(self.nodes) if pooling == "last+max" else 0
        features = self.features + (self.max_ngrams if ngrams is None else ngrams)
        last = (features + pooled + 1) * _outputs(num_classes)
        return vocabulary_size * self.embedding + self.count + last

    def build(
        self, recipe: Recipe, recurrent: "Recurrent", num_classes: int = 2, ngrams: int | None = None
    ) -> "keras.Sequential":
        """Build the network. Imports TensorFlow.

        Args:
            recipe: Sets the vocabulary size and the pooling.
            recurrent: Creates the recurrent layers: fused, Keras' own, or plain for export.
            num_classes: Number of classes, at least 2. Default 2.
            ngrams: Number of n-grams to look up. Default: ``max_ngrams``.

        Returns:
            An uncompiled Keras model. Input: word ids of shape (reviews, tokens), int32, padded with 0 at the
            end. Output: probabilities, float32. For two classes, those of the second, shape (reviews, 1);
            for more, shape (reviews, num_classes).

        Raises:
            InputError: If ``ngrams`` is negative or above ``max_ngrams``.
        """
        settings = dict(self.settings)
        if ngrams is not None and not 0 <= ngrams <= self.max_ngrams:
            raise InputError(f"{ngrams:,} n-grams: {self.name} looks up at most {self.max_ngrams:,}")
        if self.max_ngrams:
            settings["known"] = self.max_ngrams if ngrams is None else ngrams
        build: Callable[..., keras.Sequential] = import_module(self.module).build
        return build(recipe, recurrent, num_classes, **settings)


def _outputs(num_classes: int) -> int:
    return 1 if num_classes == 2 else num_classes


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
        defaults={"vocabulary_size": 20_000, "learning_rate": 0.01},
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
        defaults={"vocabulary_size": 30_000, "max_length": 2500},
        max_ngrams=2**19 - 1,
    ),
)  # fmt: skip

CATALOGUE = {entry.name: entry for entry in _ENTRIES}
"""All networks by name."""


def find_architecture(name: str) -> Architecture:
    """Look up a network by name.

    Args:
        name: The value of ``--architecture``.

    Raises:
        InputError: If there is no such network; the message suggests the closest name.
    """
    if name not in CATALOGUE:
        raise InputError(f"--architecture {name}: no such network{nearest(name, list(CATALOGUE))}")
    return CATALOGUE[name]


def complete_recipe(settings: dict[str, Any]) -> Recipe:
    """Complete settings to a recipe: first with the network's defaults, then with those of the recipe.

    Args:
        settings: Names and values of fields of :class:`seqtui.recipe.Recipe`.

    Raises:
        InputError: If a network or setting does not exist, or a value is invalid.

    Example:
        >>> complete_recipe({"architecture": "fasttext"}).learning_rate
        0.01
    """
    network = find_architecture(settings.get("architecture", Recipe().architecture))
    recipe = Recipe.from_settings(network.defaults | settings)
    if recipe.patience and not recipe.validation_split:
        raise InputError("patience needs validation reviews; leave out --validation-split 0 or the patience")
    return recipe
