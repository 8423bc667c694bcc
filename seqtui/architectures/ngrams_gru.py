"""N-grams beside a GRU: two networks whose logits are mixed."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures import nb_ngrams, recurrent
from seqtui.architectures.settings import EmbeddingDim, LayerSummary, Task, Units

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(nb_ngrams.Settings, kw_only=True):
    """Settings of the n-grams and of the GRU."""

    embedding_dim: EmbeddingDim = 32
    units: Units = 100
    gru_dropout: Annotated[
        float,
        Meta(
            ge=0,
            lt=1,
            description="Dropout rate before and after the GRU.",
            extra={"search": (0.0, 0.2, 0.5)},
        ),
    ] = 0.2


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates: the n-grams, the GRU, and how they are mixed."""
    ngrams, activation = nb_ngrams.describe(settings, task)
    *layers, head = recurrent.describe(_of_gru(settings), task)
    logits = LayerSummary(f"Dense {task.outputs}", head.parameters)
    return [ngrams, *layers, logits, LayerSummary("MixedLogits"), activation]


def build(settings: Settings, task: Task, recurrent_layers: "Recurrent") -> "keras.Model":
    """Build a logistic regression on n-grams beside a GRU over the words.

    Each is trained on its own loss. Their logits are mixed with the share that has the lowest loss on the
    validation reviews; see :class:`seqtui.architectures.mixed_logits.MixedLogits`.

    Source: Mesnil et al., Ensemble of generative and discriminative techniques for sentiment analysis, 2015:
    a linear combination of n-grams weighted by naive Bayes with a recurrent network.
    """
    import keras

    from seqtui.architectures.mixed_logits import MixedLogits

    ngrams, activation = nb_ngrams.build(settings, task, recurrent_layers).layers
    *layers, _ = recurrent.build(_of_gru(settings), task, recurrent_layers).layers
    logits = keras.layers.Dense(task.outputs, name="words")
    ids = keras.Input((None,), dtype="int32")
    words = ids
    for layer in [*layers, logits]:
        words = layer(words)
    return keras.Model(ids, activation(MixedLogits()([ngrams(ids), words])))


def _of_gru(settings: Settings) -> recurrent.Settings:
    return recurrent.Settings(
        embedding_dim=settings.embedding_dim, cell="gru", units=settings.units, dropout=settings.gru_dropout
    )
