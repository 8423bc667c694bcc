"""The networks that can be trained. Only :meth:`Architecture.build` imports TensorFlow.

To add a network, write its family's module in this package and add its entry here. A test compares what
every entry describes with the network that it builds.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from seqtui.architectures import nb_ngrams
from seqtui.architectures.network_file import is_network_file
from seqtui.architectures.own import OwnFamily, installed_networks, load_file, load_installed, package_of
from seqtui.architectures.settings import (
    LayerSummary,
    NetworkSettings,
    Setting,
    Task,
    declared,
    parse_settings,
)
from seqtui.errors import InputError, nearest
from seqtui.recipe import Recipe
from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


@dataclass(frozen=True)
class Architecture:
    """A network: its family, and the settings that it starts from.

    Args:
        name: The value of ``--architecture``.
        summary: One line for help texts and tables.
        source: The paper or listing that it reproduces.
        module: Module of the family, with ``Settings``, ``describe`` and ``build``. Default: see ``load``.
        preset: Network settings that override the defaults of the family. Default: none.
        pools: Whether ``pooling`` of the recipe applies. Default False.
        defaults: Recipe settings that override the defaults of :class:`Recipe`. Default: none.
        load: Loads the code of a network that is not in the catalogue. Default: none.
    """

    name: str
    summary: str
    source: str
    module: str = ""
    preset: Mapping[str, Any] = field(default_factory=dict)
    pools: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    load: Callable[[], OwnFamily] | None = None

    @property
    def is_own(self) -> bool:
        """Whether the network is a file of the user's, or of an installed package."""
        return self.load is not None

    @cached_property
    def declared(self) -> dict[str, Setting]:
        """The network's settings by name, with their defaults."""
        return declared(self._family.Settings, self.preset)

    def settings(self, changes: Mapping[str, Any] | None = None) -> NetworkSettings:
        """Check network settings and complete them with the defaults.

        Args:
            changes: Values by name, of their own type or as text. Default: none.

        Raises:
            InputError: If a setting does not exist or its value is invalid.

        Example:
            >>> CATALOGUE["lstm"].settings({"units": "64"}).units
            64
        """
        return parse_settings(self._family.Settings, {**self.preset, **(changes or {})}, self.name)

    def changes(self, changes: Mapping[str, Any]) -> dict[str, Any]:
        """Return the network settings that differ from the defaults, with checked values.

        Args:
            changes: As for :meth:`settings`.

        Raises:
            InputError: As for :meth:`settings`.

        Example:
            >>> CATALOGUE["lstm"].changes({"units": "64", "layers": 1})
            {'units': 64}
        """
        default, values = self.settings(), self.settings(changes)
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in msgspec.structs.asdict(values).items()
            if value != getattr(default, name)
        }

    def describe(
        self, recipe: Recipe, num_classes: int = 2, ngrams: int | None = None
    ) -> tuple[LayerSummary, ...]:
        """Describe the layers without building them, in order; a network of one's own is one entry.

        Args:
            recipe: Sets the network's settings, the vocabulary size, the pooling and the maximum length.
            num_classes: Number of classes, at least 2. Default 2.
            ngrams: Number of n-grams to look up. Default: the maximum of the settings.

        Raises:
            InputError: If a network setting is invalid.

        Example:
            >>> [layer.text for layer in CATALOGUE["lstm"].describe(Recipe())]
            ['Embedding 32', 'LSTM 100', 'Dense 1, sigmoid']
        """
        if self.is_own:
            return (LayerSummary(self.name),)
        task = _task(recipe, num_classes, ngrams)
        return tuple(self._family.describe(self.settings(recipe.network), task))

    def parameters(self, recipe: Recipe, num_classes: int = 2, ngrams: int | None = None) -> int:
        """Count the trainable parameters. Arguments: as for :meth:`describe`.

        Example:
            >>> CATALOGUE["lstm"].parameters(Recipe(pooling="last"))
            213301
        """
        return sum(layer.parameters for layer in self.describe(recipe, num_classes, ngrams))

    def recurrent_nodes(self, recipe: Recipe) -> list[str]:
        """Return the types of the recurrent nodes in the exported graph, one per layer and direction."""
        return [node for layer in self.describe(recipe) for node in layer.nodes]

    def max_ngrams(self, recipe: Recipe) -> int:
        """Return the maximum number of n-grams to look up; 0 if the network uses none."""
        if self.is_own:
            return 0
        settings = self.settings(recipe.network)
        return settings.max_ngrams if isinstance(settings, nb_ngrams.Settings) else 0

    def build(
        self, recipe: Recipe, recurrent: "Recurrent", num_classes: int = 2, ngrams: int | None = None
    ) -> "keras.Sequential":
        """Build the network. Imports TensorFlow.

        Args:
            recipe: As for :meth:`describe`.
            recurrent: Creates the recurrent layers: fused, Keras' own, or plain for export.
            num_classes: Number of classes, at least 2. Default 2.
            ngrams: Number of n-grams to look up. Default: the maximum of the settings.

        Returns:
            An uncompiled Keras model. Input: word ids of shape (reviews, tokens), int32, padded with 0 at the
            end. Output: probabilities, float32. For two classes, those of the second, shape (reviews, 1);
            for more, shape (reviews, num_classes).

        Raises:
            InputError: If ``ngrams`` is negative or too large, or a network setting is invalid.
        """
        settings = self.settings(recipe.network)
        most = self.max_ngrams(recipe)
        if ngrams is not None and not 0 <= ngrams <= most:
            raise InputError(f"{ngrams:,} n-grams: {self.name} looks up at most {most:,}")
        model: keras.Sequential = self._family.build(settings, _task(recipe, num_classes, ngrams), recurrent)
        return model

    def naming_lines(self) -> AbstractContextManager[None]:
        """Return a context in which an exception of a network of one's own names the line of its file."""
        return self.load().naming_lines() if self.load else nullcontext()

    @property
    def _family(self) -> Any:
        return self.load() if self.load else import_module(f"seqtui.architectures.{self.module}")


def _task(recipe: Recipe, num_classes: int, ngrams: int | None) -> Task:
    return Task(recipe.vocabulary_size, num_classes, recipe.max_length, recipe.pooling, ngrams)


_ENTRIES = (
    Architecture(
        name="lstm",
        summary="one LSTM over the words",
        source="Brownlee's chapter 26, the first network",
        module="recurrent",
        pools=True,
    ),
    Architecture(
        name="lstm-dropout",
        summary="the LSTM with dropout between the layers",
        source="Brownlee's chapter 26, layer-wise dropout",
        module="recurrent",
        preset={"dropout": 0.2},
        pools=True,
    ),
    Architecture(
        name="lstm-gate-dropout",
        summary="the LSTM with dropout on its inputs and its recurrent state",
        source="Brownlee's chapter 26, listing 26.13",
        module="recurrent",
        preset={"input_dropout": 0.2, "recurrent_dropout": 0.2},
        pools=True,
    ),
    Architecture(
        name="cnn-lstm",
        summary="a convolution finds phrases, an LSTM reads them",
        source="Brownlee's chapter 26, listings 26.14 and 26.15",
        module="cnn_lstm",
        pools=True,
    ),
    Architecture(
        name="cnn-lstm-dropout",
        summary="the convolution and the LSTM with dropout of words and before the last layer",
        source="Brownlee's chapter 26, after listing 26.16",
        module="cnn_lstm",
        preset={"dropout": 0.2},
        pools=True,
    ),
    Architecture(
        name="bilstm",
        summary="two LSTMs, one reads forwards and one backwards",
        source="Graves and Schmidhuber, 2005",
        module="recurrent",
        preset={"dropout": 0.2, "bidirectional": True},
        pools=True,
        defaults={"vocabulary_size": 20_000},
    ),
    Architecture(
        name="gru",
        summary="one GRU over the words, with dropout between the layers",
        source="Cho et al., 2014",
        module="recurrent",
        preset={"dropout": 0.2, "cell": "gru"},
        pools=True,
        defaults={"vocabulary_size": 20_000},
    ),
    Architecture(
        name="textcnn",
        summary="convolutions of three widths, the strongest answer of each filter",
        source="Kim, 2014",
        module="textcnn",
        defaults={"vocabulary_size": 20_000},
    ),
    Architecture(
        name="transformer",
        summary="self-attention: every word looks at all others",
        source="Vaswani et al., 2017, the encoder",
        module="transformer",
        pools=True,
        defaults={"pooling": "mean", "learning_rate": 0.001},
    ),
    Architecture(
        name="fasttext",
        summary="the average of the vectors of words and pairs of words",
        source="Joulin et al., 2017",
        module="fasttext",
        defaults={"vocabulary_size": 20_000, "max_length": 2500, "learning_rate": 0.02},
    ),
    Architecture(
        name="nb-ngrams",
        summary="phrases of one to three words, weighted by naive Bayes; the strongest on long texts",
        source="Wang and Manning, 2012",
        module="nb_ngrams",
        defaults={"vocabulary_size": 30_000, "max_length": 2500},
    ),
    Architecture(
        name="ngrams-gru",
        summary="nb-ngrams and a GRU, mixed; the strongest on short texts",
        source="Mesnil et al., 2015",
        module="ngrams_gru",
        pools=True,
        defaults={"vocabulary_size": 30_000, "max_length": 2500},
    ),
)

CATALOGUE = {entry.name: entry for entry in _ENTRIES}
"""All networks by name."""


def find_architecture(
    name: str, digest: str | None = None, *, option: str = "--architecture"
) -> Architecture:
    """Look up a network by name: in the catalogue, as a Python file, or among the installed packages.

    No code is loaded; a file is loaded when its settings or its layers are needed, and only if it is trusted.

    Args:
        name: The value of ``--architecture``.
        digest: Digest of the file. Default: none, and the file cannot be loaded.
        option: Option that set the name, for messages. Default: ``--architecture``.

    Raises:
        InputError: If there is no such network; the message suggests the closest name.
    """
    if name in CATALOGUE:
        return CATALOGUE[name]
    if is_network_file(name):
        file = printable(Path(name).name)
        return Architecture(file, "your own network", printable(name), load=partial(load_file, file, digest))
    installed = installed_networks()
    match installed.get(name, []):
        case [entry]:
            package = package_of(entry)
            load = partial(load_installed, name, entry)
            return Architecture(name, f"a network of the package {package}", package, load=load)
        case [one, other, *_]:
            packages = f"{package_of(one)} and {package_of(other)}"
            raise InputError(f"{option} {name}: the packages {packages} both have it; uninstall one")
    raise InputError(f"{option} {name}: no such network{nearest(name, [*CATALOGUE, *installed])}")


def architecture_of(recipe: Recipe) -> Architecture:
    """Return the network of a recipe.

    Raises:
        InputError: If there is no such network.
    """
    return find_architecture(recipe.architecture, recipe.network_digest)


def refuse_clash(name: str) -> None:
    """Check that no installed package has a network with the name of one of the catalogue.

    Raises:
        InputError: If one has.
    """
    if name in CATALOGUE:
        for entry in installed_networks().get(name, []):
            raise InputError(
                f"--architecture {name}: the package {package_of(entry)} has a network with this name of a "
                "built-in one; rename its entry point, or uninstall it"
            )


def complete_recipe(settings: dict[str, Any]) -> Recipe:
    """Complete settings to a recipe: first with the network's defaults, then with those of the recipe.

    Args:
        settings: Names and values of fields of :class:`seqtui.recipe.Recipe`.

    Raises:
        InputError: If a network or setting does not exist, or a value is invalid.

    Example:
        >>> complete_recipe({"architecture": "fasttext"}).learning_rate
        0.02
    """
    network = find_architecture(settings.get("architecture", Recipe().architecture))
    recipe = Recipe.from_settings({**network.defaults, **settings})
    if recipe.patience and not recipe.validation_split:
        raise InputError("patience needs validation reviews; leave out --validation-split 0 or the patience")
    if network.is_own:
        return recipe  # the trainer checks the network's settings, because that runs code
    network.describe(recipe)  # checks the network's settings
    return with_checked_network(recipe)


def with_checked_network(recipe: Recipe) -> Recipe:
    """Check the network's settings and leave out the defaults. Loads the code of a network of one's own.

    Raises:
        InputError: If a network setting is invalid, or the network cannot be loaded.
    """
    return msgspec.structs.replace(recipe, network=architecture_of(recipe).changes(recipe.network))
