"""Settings of a network: each family declares its own, with type, default, range and help.

A declaration is a class of msgspec. Recipes, options, the app's form, the search space and the docs read it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec
from msgspec import Meta
from msgspec.inspect import BoolType, FloatType, IntType, LiteralType, Metadata, TupleType, type_info

from seqtui.errors import InputError, nearest

_Settings = TypeVar("_Settings", bound="NetworkSettings")


class NetworkSettings(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Base class of the settings of a network.

    A field is annotated with its range, a line of help, and optionally the values that a search draws from.

    Example:
        >>> class Settings(NetworkSettings):
        ...     units: Annotated[int, Meta(ge=4, description="Size.", extra={"search": (32, 64)})] = 32
        >>> declared(Settings)["units"].search
        (32, 64)
    """


EmbeddingDim = Annotated[
    int,
    Meta(ge=1, le=4096, description="Size of a word vector.", extra={"search": (16, 32, 64, 128)}),
]
Units = Annotated[
    int,
    Meta(ge=4, le=1024, description="Size of a recurrent state.", extra={"search": (32, 64, 100, 128, 256)}),
]
Layers = Annotated[
    int, Meta(ge=1, le=4, description="Number of layers on top of each other.", extra={"search": (1, 2)})
]
Filters = Annotated[
    int, Meta(ge=1, le=4096, description="Number of filters.", extra={"search": (32, 64, 128)})
]


class LayerSummary(NamedTuple):
    """A layer, described without building it.

    Args:
        text: Readable name, such as ``LSTM 100``.
        parameters: Number of trainable parameters. Default 0.
        nodes: Types of its recurrent nodes in an ONNX graph. Default: none.
    """

    text: str
    parameters: int = 0
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """What a network is built for.

    Args:
        vocabulary_size: Number of word ids, including padding and out-of-vocabulary. Default 5000.
        num_classes: Number of classes, at least 2. Default 2.
        max_length: Maximum number of tokens of a review. Default 500.
        pooling: How the states of all tokens become one vector; see :class:`seqtui.recipe.Recipe`. Default
            ``"last+max"``.
        ngrams: Number of n-grams to look up. Default: the maximum of the network's settings.
    """

    vocabulary_size: int = 5000
    num_classes: int = 2
    max_length: int = 500
    pooling: str = "last+max"
    ngrams: int | None = None

    @property
    def outputs(self) -> int:
        """Number of outputs: one probability for two classes, else one per class."""
        return 1 if self.num_classes == 2 else self.num_classes

    @property
    def activation(self) -> str:
        """Activation of the last layer."""
        return "sigmoid" if self.num_classes == 2 else "softmax"


def summarize_head(features: int, task: Task) -> LayerSummary:
    """Describe the last layer, a logistic regression.

    Args:
        features: Number of its inputs.
        task: Sets the number of classes.
    """
    return LayerSummary(f"Dense {task.outputs}, {task.activation}", (features + 1) * task.outputs)


def summarize_pooling(channels: int, pooling: str) -> LayerSummary:
    """Describe a layer that pools the outputs for all tokens.

    Args:
        channels: Size of an output.
        pooling: See :class:`seqtui.recipe.Recipe`.
    """
    if pooling == "attention":
        return LayerSummary("AttentionPooling", channels * channels + 2 * channels)
    return LayerSummary(f"Pooling {pooling}")


@dataclass(frozen=True)
class Setting:
    """A declared setting.

    Args:
        name: Its name.
        default: Its default.
        help: One line that describes it.
        values: Readable range, such as ``4 to 1024``.
        choices: All values of a choice; empty for numbers.
        search: Values that a search draws from, with the default; empty if a search leaves it as it is.
    """

    name: str
    default: Any
    help: str
    values: str
    choices: tuple[Any, ...] = ()
    search: tuple[Any, ...] = ()


def declared(kind: type[NetworkSettings], preset: Mapping[str, Any] | None = None) -> dict[str, Setting]:
    """Return the declared settings by name.

    Args:
        kind: Class of the settings.
        preset: Defaults that differ from those of the class. Default: none.
    """
    settings = {}
    for field in type_info(kind).fields:  # type: ignore[attr-defined]
        metadata = field.type if isinstance(field.type, Metadata) else Metadata(field.type)
        values, choices = _values(_inner(field.type))
        default = (preset or {}).get(field.name, field.default)
        search = (metadata.extra or {}).get("search", ())
        settings[field.name] = Setting(
            name=field.name,
            default=default,
            help=(metadata.extra_json_schema or {}).get("description", ""),
            values=values,
            choices=choices,
            search=tuple(sorted({*search, default})) if search else (),
        )
    return settings


def parse_settings(kind: type[_Settings], values: Mapping[str, Any], network: str) -> _Settings:
    """Check the values of settings and complete them with the defaults.

    Args:
        kind: Class of the settings.
        values: Values by name, of their own type or as text.
        network: Name of the network, for messages.

    Raises:
        InputError: If a setting does not exist or its value is invalid.

    Example:
        >>> class Settings(NetworkSettings):
        ...     kernel_sizes: tuple[int, ...] = (3,)
        >>> parse_settings(Settings, {"kernel_sizes": "3,4"}, "mine").kernel_sizes
        (3, 4)
    """
    known = declared(kind)
    for name in values:
        if name not in known:
            hint = nearest(name, list(known)) if known else "; it has no settings"
            raise InputError(f"network setting '{name}': {network} has no such setting{hint}")
    typed = {name: _typed(value, known[name]) for name, value in values.items()}
    try:
        return msgspec.convert(typed, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(_readable(str(error), values, known)) from error


def _typed(value: Any, setting: Setting) -> Any:
    if isinstance(value, str) and isinstance(setting.default, tuple):
        return [part.strip() for part in value.strip("[]() ").split(",")]
    if isinstance(value, str) and isinstance(setting.default, bool):
        return {"yes": True, "no": False}.get(value.lower(), value)
    return value


def _inner(kind: Any) -> Any:
    return kind.type if isinstance(kind, Metadata) else kind


def _values(kind: Any) -> tuple[str, tuple[Any, ...]]:
    if isinstance(kind, BoolType):
        return "yes or no", (True, False)
    if isinstance(kind, LiteralType):
        return ", ".join(map(str, kind.values)), tuple(kind.values)
    if isinstance(kind, IntType | FloatType):
        low, high = kind.ge if kind.ge is not None else kind.gt, kind.le if kind.le is not None else kind.lt
        below = "below " if kind.le is None and kind.lt is not None else ""
        return f"{low:,} to {below}{high:,}" if None not in (low, high) else "a number", ()
    if isinstance(kind, TupleType):
        return ", ".join(_values(_inner(item))[0] for item in kind.item_types), ()
    return "numbers, separated by commas", ()


def _readable(error: str, values: Mapping[str, Any], known: Mapping[str, Setting]) -> str:
    """Rewrite msgspec's message with the name, the value and the range of the setting."""
    found = re.search(r"`\$\.(\w+)", error)
    if not found:
        return error
    setting = known[found[1]]
    return f"{setting.name} = {values[setting.name]!r} is invalid: use {setting.values}"
