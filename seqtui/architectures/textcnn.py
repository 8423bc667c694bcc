"""Convolutions without a recurrent layer: which phrases occur, at any position."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures.settings import (
    EmbeddingDim,
    Filters,
    LayerSummary,
    NetworkSettings,
    Task,
    summarize_head,
)

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(NetworkSettings):
    """Settings of a convolutional network."""

    embedding_dim: EmbeddingDim = 32
    filters: Filters = 100
    kernel_sizes: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=100)], ...],
        Meta(min_length=1, max_length=8, description="Widths of the filters, in words, such as 3,4,5."),
    ] = (3, 4, 5)
    dropout: Annotated[
        float,
        Meta(
            ge=0, lt=1, description="Dropout rate before the last layer.", extra={"search": (0.2, 0.5, 0.7)}
        ),
    ] = 0.5


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order."""
    dim, filters, widths = settings.embedding_dim, settings.filters, settings.kernel_sizes
    named = ", ".join(map(str, widths[:-1])) + (" and " if widths[:-1] else "") + str(widths[-1])
    return [
        LayerSummary(f"Embedding {dim}", task.vocabulary_size * dim),
        LayerSummary(f"Conv1D {filters} × {named}, ReLU", sum(filters * (w * dim + 1) for w in widths)),
        LayerSummary("GlobalMaxPooling1D"),
        *([LayerSummary(f"Dropout {settings.dropout:g}")] if settings.dropout else []),
        summarize_head(filters * len(widths), task),
    ]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build filters of several widths with global max pooling, and a logistic regression.

    Source: Kim, Convolutional Neural Networks for Sentence Classification, 2014, variant CNN-rand. Unlike the
    paper, word vectors have 32 values by default instead of 300, and the norm of the weights is not limited.
    """
    del recurrent
    import keras

    from seqtui.architectures.layers import MaskedGlobalMaxPooling1D, ParallelConv1D, classification_head

    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(task.vocabulary_size, settings.embedding_dim, mask_zero=True),
            ParallelConv1D(settings.filters, settings.kernel_sizes),
            MaskedGlobalMaxPooling1D(),
            *([keras.layers.Dropout(settings.dropout)] if settings.dropout else []),
            classification_head(task.num_classes),
        ]
    )
