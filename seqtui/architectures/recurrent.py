"""Recurrent networks: LSTM and GRU, stacked, in one direction or in both, with dropout."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta

from seqtui.architectures.settings import (
    EmbeddingDim,
    Layers,
    LayerSummary,
    NetworkSettings,
    Task,
    Units,
    summarize_head,
    summarize_pooling,
)

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent

_POOLED_BY_LAYER = ("last", "last+max")  # the last recurrent layer does it
_DROPOUT = {"search": (0.0, 0.1, 0.2, 0.3, 0.5)}


class Settings(NetworkSettings):
    """Settings of a recurrent network.

    Sources of the dropout rates: Srivastava et al., 2014, for ``dropout``; Gal and Ghahramani, 2016, for
    ``input_dropout`` and ``recurrent_dropout``.
    """

    embedding_dim: EmbeddingDim = 32
    cell: Annotated[Literal["lstm", "gru"], Meta(description="Type of the recurrent layers.")] = "lstm"
    units: Units = 100
    layers: Layers = 1
    bidirectional: Annotated[
        bool,
        Meta(
            description="Whether a second layer reads the words in reverse.", extra={"search": (False, True)}
        ),
    ] = False
    dropout: Annotated[
        float,
        Meta(ge=0, lt=1, description="Dropout rate before, between and after the layers.", extra=_DROPOUT),
    ] = 0.0
    input_dropout: Annotated[
        float, Meta(ge=0, lt=1, description="Dropout rate of the gates' inputs (Keras: LSTM(dropout=...)).")
    ] = 0.0
    recurrent_dropout: Annotated[
        float, Meta(ge=0, lt=1, description="Dropout rate of the gates' recurrent state.")
    ] = 0.0


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order."""
    dropout = [LayerSummary(f"Dropout {settings.dropout:g}")] if settings.dropout else []
    embedding = LayerSummary(
        f"Embedding {settings.embedding_dim}", task.vocabulary_size * settings.embedding_dim
    )
    stack, features = describe_stack(settings, settings.embedding_dim, task.pooling)
    return [embedding, *dropout, *stack, *dropout, summarize_head(features, task)]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build an embedding, recurrent layers and a logistic regression.

    Source: Brownlee, Deep Learning With Python, chapter 26, for the networks with one LSTM; Hochreiter and
    Schmidhuber, 1997 (LSTM); Cho et al., 2014 (GRU); Graves and Schmidhuber, 2005 (both directions).
    """
    import keras

    from seqtui.architectures.layers import classification_head

    dropout = settings.dropout
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(task.vocabulary_size, settings.embedding_dim, mask_zero=True),
            *([keras.layers.Dropout(dropout)] if dropout else []),
            *build_stack(settings, task.pooling, recurrent),
            *([keras.layers.Dropout(dropout)] if dropout else []),
            classification_head(task.num_classes),
        ]
    )


def describe_stack(settings: Settings, channels: int, pooling: str) -> tuple[list[LayerSummary], int]:
    """Describe the recurrent layers and the pooling.

    Args:
        settings: Their settings.
        channels: Size of the inputs of the first layer.
        pooling: See :class:`seqtui.recipe.Recipe`.

    Returns:
        The layers, and the number of features that the last one returns.
    """
    units, directions = settings.units, 2 if settings.bidirectional else 1
    kind, width = settings.cell.upper(), settings.units * directions
    text = f"{kind} {units} forwards and {units} backwards" if settings.bidirectional else f"{kind} {units}"
    for name, rate in (("input", settings.input_dropout), ("recurrent", settings.recurrent_dropout)):
        text += f", {name} dropout {rate:g}" if rate else ""
    layers: list[LayerSummary] = []
    for layer in range(settings.layers):
        if layer and settings.dropout:
            layers.append(LayerSummary(f"Dropout {settings.dropout:g}"))
        inputs = width if layer else channels
        of_gate = inputs + units + (1 if kind == "LSTM" else 2)
        parameters = directions * units * of_gate * (4 if kind == "LSTM" else 3)
        layers.append(LayerSummary(text, parameters, (kind,) * directions))
    if pooling not in _POOLED_BY_LAYER:
        layers.append(summarize_pooling(width, pooling))
    return layers, width * 2 if pooling == "last+max" else width


def build_stack(settings: Settings, pooling: str, recurrent: "Recurrent") -> "list[keras.layers.Layer]":
    """Create the recurrent layers and the pooling.

    Args:
        settings: Their settings.
        pooling: See :class:`seqtui.recipe.Recipe`. The last layer pools its own states, except for ``"mean"``
            and ``"attention"``, which are layers of their own.
        recurrent: Creates the recurrent layers.
    """
    import keras

    from seqtui.architectures.layers import AttentionPooling, BothDirections, MaskedPooling

    create = recurrent.lstm if settings.cell == "lstm" else recurrent.gru

    def layer(is_top: bool, **name: str) -> keras.layers.Layer:
        output: dict[str, Any] = (
            {"pooling": pooling} if is_top and pooling in _POOLED_BY_LAYER else {"return_sequences": True}
        )
        return create(
            settings.units,
            dropout=settings.input_dropout,
            recurrent_dropout=settings.recurrent_dropout,
            **output,
            **name,
        )

    layers: list[keras.layers.Layer] = []
    for index in range(settings.layers):
        is_top = index == settings.layers - 1
        if index and settings.dropout:
            layers.append(keras.layers.Dropout(settings.dropout))
        layers.append(
            BothDirections(layer(is_top, name="forward"), layer(is_top, name="backward"))
            if settings.bidirectional
            else layer(is_top)
        )
    if pooling not in _POOLED_BY_LAYER:
        layers.append(AttentionPooling() if pooling == "attention" else MaskedPooling(pooling))
    return layers
