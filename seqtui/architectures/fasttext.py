"""A bag of words and word pairs, as in fastText."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures.settings import EmbeddingDim, LayerSummary, NetworkSettings, Task, summarize_head

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(NetworkSettings):
    """Settings of a bag of words and word pairs."""

    embedding_dim: EmbeddingDim = 16
    buckets: Annotated[
        int,
        Meta(ge=1, le=5_000_000, description="Number of vectors that the word pairs share, by their hash.",
             extra={"search": (50_000, 100_000, 300_000)}),
    ] = 100_000  # fmt: skip
    dropout: Annotated[
        float,
        Meta(ge=0, lt=1, description="Dropout rate of the mean vector.", extra={"search": (0.0, 0.2, 0.5)}),
    ] = 0.2


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order."""
    dim = settings.embedding_dim
    return [
        LayerSummary(
            f"Embedding {dim} of words and pairs, mean", (task.vocabulary_size + settings.buckets) * dim
        ),
        *([LayerSummary(f"Dropout {settings.dropout:g}")] if settings.dropout else []),
        summarize_head(dim, task),
    ]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build a logistic regression on the mean vector of a review's words and word pairs.

    Source: Joulin, Grave, Bojanowski and Mikolov, Bag of Tricks for Efficient Text Classification, 2017, who
    use no dropout.
    """
    del recurrent
    import keras

    from seqtui.architectures.layers import classification_head
    from seqtui.architectures.word_pairs import MeanOfWordsAndPairs

    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            MeanOfWordsAndPairs(task.vocabulary_size, settings.buckets, settings.embedding_dim),
            *([keras.layers.Dropout(settings.dropout)] if settings.dropout else []),
            classification_head(task.num_classes),
        ]
    )
