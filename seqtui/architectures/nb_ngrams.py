"""Logistic regression on naive Bayes features: which phrases of one to three words occur."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from seqtui.architectures.settings import LayerSummary, NetworkSettings, Task
from seqtui.errors import InputError

if TYPE_CHECKING:
    import keras

    from seqtui.architectures.layers import Recurrent


class Settings(NetworkSettings):
    """Settings of a network of n-grams."""

    ngram_range: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=5)], Annotated[int, Meta(ge=1, le=5)]],
        Meta(description="Words of the shortest and of the longest n-grams, such as 1,3.",
             extra={"search": ((1, 2), (1, 3), (1, 4))}),
    ] = (1, 3)  # fmt: skip
    max_ngrams: Annotated[
        int, Meta(ge=1, le=2**24, description="Maximum number of n-grams, the most frequent ones.")
    ] = 2**19 - 1
    dropout: Annotated[
        float,
        Meta(
            ge=0, lt=1, description="Dropout rate of a review's n-grams.", extra={"search": (0.3, 0.5, 0.7)}
        ),
    ] = 0.5

    def __post_init__(self) -> None:
        if self.ngram_range[0] > self.ngram_range[1]:
            raise ValueError("ngram_range: the shortest n-grams are longer than the longest")


def describe(settings: Settings, task: Task) -> list[LayerSummary]:
    """Describe the layers that :func:`build` creates, in order.

    Raises:
        InputError: If the vocabulary is too large for n-grams of this length.
    """
    if task.vocabulary_size ** settings.ngram_range[1] >= 2**63:  # the key of an n-gram is an int64
        raise InputError(
            f"vocabulary_size = {task.vocabulary_size}: too large for n-grams of {settings.ngram_range[1]} "
            f"words; use at most {int((2**63 - 1) ** (1 / settings.ngram_range[1])):,}"
        )
    known = settings.max_ngrams if task.ngrams is None else task.ngrams
    low, high = settings.ngram_range
    words = f"{low} word{'s' if low > 1 else ''}" if low == high else f"{low} to {high} words"
    dropout = f", Dropout {settings.dropout:g}" if settings.dropout else ""
    return [
        LayerSummary(f"WeightedNGrams of {words}{dropout}", (known + 2) * task.outputs),
        LayerSummary(f"Activation {task.activation}"),
    ]


def build(settings: Settings, task: Task, recurrent: "Recurrent") -> "keras.Sequential":
    """Build a logistic regression on n-grams weighted by naive Bayes, one class against the rest.

    This network needs a larger vocabulary than the others: ``--vocabulary-size 30000 --max-length 2500``.

    Source: Wang and Manning, Baselines and Bigrams, 2012 (NBSVM), with the logistic loss instead of the hinge
    loss; dropout as in their Fast dropout training, 2013. Dividing the sum by the square root of the number
    of n-grams is specific to seqtui.
    """
    del recurrent
    known = settings.max_ngrams if task.ngrams is None else task.ngrams
    import keras

    from seqtui.architectures.ngrams import WeightedNGrams

    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            WeightedNGrams(
                task.vocabulary_size, known, settings.dropout, labels=task.num_classes,
                ngram_range=settings.ngram_range,
            ),
            keras.layers.Activation(task.activation),
        ]
    )  # fmt: skip
