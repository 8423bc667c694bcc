"""A small transformer: encoder blocks over the words and their positions."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures.settings import (
    EmbeddingDim,
    Layers,
    LayerSummary,
    NetworkSettings,
    Task,
    summarize_head,
    summarize_pooling,
)
from seqtui.errors import InputError

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(NetworkSettings):
    """Settings of a transformer."""

    embedding_dim: EmbeddingDim = 32
    layers: Layers = 1
    heads: Annotated[
        int, Meta(ge=1, le=64, description="Number of attention heads.", extra={"search": (2, 4)})
    ] = 2
    feedforward_dim: Annotated[
        int,
        Meta(ge=1, le=8192, description="Size of the hidden layer of a block.", extra={"search": (64, 128)}),
    ] = 64
    dropout: Annotated[
        float,
        Meta(
            ge=0, lt=1, description="Dropout rate of the embedding and in the blocks.",
            extra={"search": (0.0, 0.1, 0.2, 0.3)},
        ),
    ] = 0.1  # fmt: skip


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order.

    Raises:
        InputError: If ``embedding_dim`` is not a multiple of ``heads``.
    """
    dim, hidden = settings.embedding_dim, settings.feedforward_dim
    if dim % settings.heads:
        raise InputError(f"embedding_dim = {dim} is invalid: use a multiple of heads = {settings.heads}")
    attention = 4 * dim * (dim + 1)
    feedforward = 2 * dim * hidden + hidden + dim
    dropout = f", dropout {settings.dropout:g}" if settings.dropout else ""
    heads = f"{settings.heads} heads" if settings.heads > 1 else "1 head"
    block = LayerSummary(f"EncoderBlock {heads}, {hidden}{dropout}", attention + feedforward + 4 * dim)
    return [
        LayerSummary(f"Embedding {dim}", task.vocabulary_size * dim),
        LayerSummary(f"PositionEmbedding {task.max_length} × {dim}", task.max_length * dim),
        *([LayerSummary(f"Dropout {settings.dropout:g}")] if settings.dropout else []),
        *[block] * settings.layers,
        LayerSummary("LayerNormalization", 2 * dim),
        summarize_pooling(dim, task.pooling),
        summarize_head(dim * 2 if task.pooling == "last+max" else dim, task),
    ]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build embeddings of words and positions, encoder blocks, pooling and a logistic regression.

    Source: Vaswani et al., Attention is all you need, 2017, the encoder; the normalisation comes before each
    part of a block, as in Xiong et al., On layer normalization in the transformer architecture, 2020.
    Positions are learned, as in Devlin et al., BERT, 2019.
    """
    del recurrent
    import keras

    from seqtui.architectures.encoder import EncoderBlock, PositionEmbedding
    from seqtui.architectures.layers import AttentionPooling, MaskedPooling, classification_head

    dim = settings.embedding_dim
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(task.vocabulary_size, dim, mask_zero=True),
            PositionEmbedding(task.max_length),
            *([keras.layers.Dropout(settings.dropout)] if settings.dropout else []),
            *(
                EncoderBlock(settings.heads, settings.feedforward_dim, settings.dropout)
                for _ in range(settings.layers)
            ),
            keras.layers.LayerNormalization(),
            AttentionPooling() if task.pooling == "attention" else MaskedPooling(task.pooling),
            classification_head(task.num_classes),
        ]
    )
