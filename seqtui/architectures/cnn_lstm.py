"""A convolution before recurrent layers."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures import recurrent as recurrent_networks
from seqtui.architectures.settings import Filters, LayerSummary, Task, summarize_head

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(recurrent_networks.Settings):
    """Settings of a convolution followed by recurrent layers.

    ``dropout`` drops whole words before the convolution (Iyyer et al., 2015) and values elsewhere.
    """

    filters: Filters = 32
    kernel_size: Annotated[
        int, Meta(ge=1, le=100, description="Width of a filter, in words.", extra={"search": (3, 5)})
    ] = 3
    pool_size: Annotated[
        int, Meta(ge=1, le=100, description="Positions that max pooling merges.", extra={"search": (2, 4)})
    ] = 2


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order."""
    dim, filters, width = settings.embedding_dim, settings.filters, settings.kernel_size
    stack, features = recurrent_networks.describe_stack(settings, filters, task.pooling)
    rate = f"Dropout {settings.dropout:g}"
    return [
        LayerSummary(f"Embedding {dim}", task.vocabulary_size * dim),
        *([LayerSummary(f"{rate} of words")] if settings.dropout else []),
        LayerSummary(f"Conv1D {filters} × {width}, ReLU", filters * (width * dim + 1)),
        *([LayerSummary(f"MaxPooling1D {settings.pool_size}")] if settings.pool_size > 1 else []),
        *stack,
        *([LayerSummary(rate)] if settings.dropout else []),
        summarize_head(features, task),
    ]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build an embedding, a convolution with max pooling, recurrent layers and a logistic regression.

    Source: Brownlee, Deep Learning With Python, listings 26.14 and 26.15; the text after listing 26.16
    suggests the dropout.
    """
    import keras

    from seqtui.architectures.layers import MaskedConv1D, MaskedMaxPooling1D, classification_head

    dropout = settings.dropout
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(task.vocabulary_size, settings.embedding_dim, mask_zero=True),
            *([keras.layers.Dropout(dropout, noise_shape=(None, None, 1))] if dropout else []),
            MaskedConv1D(settings.filters, settings.kernel_size, activation="relu"),
            *([MaskedMaxPooling1D(settings.pool_size)] if settings.pool_size > 1 else []),
            *recurrent_networks.build_stack(settings, task.pooling, recurrent),
            *([keras.layers.Dropout(dropout)] if dropout else []),
            classification_head(task.num_classes),
        ]
    )
