"""Runs side by side: where their recipes differ, how good they are, and whether that is more than chance."""

from itertools import combinations
from typing import Any

import msgspec
import numpy as np

from seqtui.errors import InputError
from seqtui.recipe import differing
from seqtui.reporting.figures import Share, share_of
from seqtui.runs import Run
from seqtui.runs.curves import Curves
from seqtui.runs.events import Epoch
from seqtui.runs.predictions import Predictions


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One of the runs.

    Args:
        run: Its name.
        architecture: Its network.
        part: The part that the accuracy is of: ``test``, or ``validation`` before the end of the run.
        accuracy: The accuracy of its kept weights there, with its interval.
        macro_f1: The mean of the labels' F1; None where the run keeps no predictions.
        loss: The cross-entropy of its kept weights there, in nats.
        best_epoch: Theirs.
        epochs: How many are over.
        seconds: Of training, validation not counted.
        accuracy_by_epoch: Places on the x axis, then the validation accuracy there.
        loss_by_epoch: Likewise.
    """

    run: str
    architecture: str
    part: str
    accuracy: Share
    macro_f1: float | None
    loss: float
    best_epoch: int
    epochs: int
    seconds: float
    accuracy_by_epoch: tuple[list[float], list[float]]
    loss_by_epoch: tuple[list[float], list[float]]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two runs on the same test reviews.

    Args:
        first: A run's name.
        second: The other's.
        both_right: Reviews that both label rightly.
        only_first: That only the first labels rightly.
        only_second: That only the second labels rightly.
        neither: That none of them labels rightly.
        difference: The first's accuracy less the second's.
        p_value: Of McNemar's test, exact and two-sided.
    """

    first: str
    second: str
    both_right: int
    only_first: int
    only_second: int
    neither: int
    difference: float
    p_value: float


class Untested(msgspec.Struct, frozen=True, kw_only=True):
    """Two runs that cannot be tested against each other, and why."""

    first: str
    second: str
    reason: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a comparison says.

    Args:
        runs: The runs, in the order they were named.
        recipe: The settings that differ: a value for each run.
        pairs: Each two of them that were evaluated on the same test reviews.
        untested: The others.
    """

    runs: list[Compared]
    recipe: dict[str, list[Any]]
    pairs: list[Pair]
    untested: list[Untested]


def compare(runs: list[Run]) -> Comparison:
    """Compare runs.

    Args:
        runs: Two or more, each with an epoch behind it.

    Raises:
        InputError: If there are fewer, one stands there twice, or one has no results.
    """
    names = [run.name for run in runs]
    if len(runs) < 2:
        raise InputError("runs compare needs two runs or more")
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{name}: stands there twice; name different runs")
    recipes = [run.recipe for run in runs]
    kept = [_predictions(run) for run in runs]
    pairs: list[Pair] = []
    untested: list[Untested] = []
    for (first, one), (second, other) in combinations(zip(names, kept, strict=True), 2):
        if (reason := _why_not(first, one, second, other)) or one is None or other is None:
            untested.append(Untested(first=first, second=second, reason=reason))
        else:
            pairs.append(mcnemar(first, one.right, second, other.right))
    return Comparison(
        runs=[_compared(run, predictions) for run, predictions in zip(runs, kept, strict=True)],
        recipe={field: [getattr(recipe, field) for recipe in recipes] for field in differing(recipes)},
        pairs=pairs,
        untested=untested,
    )


def mcnemar(first: str, first_right: Any, second: str, second_right: Any) -> Pair:
    """Test whether two networks err equally often on the same reviews (McNemar, 1947).

    Of the reviews on which just one of them is right each would be right on half, were they equally good. The
    p-value is the exact one of that binomial distribution, however many such reviews there are; the
    chi-squared approximation is not used.

    Args:
        first: A name.
        first_right: Whether it labels each review rightly, bool, shape (reviews,).
        second: The other's name.
        second_right: Likewise.
    """
    from scipy.stats import binomtest

    only_first = int(np.sum(first_right & ~second_right))
    only_second = int(np.sum(second_right & ~first_right))
    differ = only_first + only_second
    return Pair(
        first=first,
        second=second,
        both_right=int(np.sum(first_right & second_right)),
        only_first=only_first,
        only_second=only_second,
        neither=int(np.sum(~first_right & ~second_right)),
        difference=(only_first - only_second) / len(first_right),
        p_value=float(binomtest(only_first, differ, 0.5).pvalue) if differ else 1.0,
    )


def chance(p_value: float) -> str:
    """A p-value with two digits that count."""
    return f"{p_value:.2g}" if p_value >= 1e-4 else "< 0.0001"


def _predictions(run: Run) -> Predictions | None:
    """What the run's kept weights say, if that is what the file holds: a kill may come between the two."""
    predictions, metrics = Predictions.load(run.predictions_path), run.metrics
    if predictions is None or metrics is None:
        return None
    if metrics.test_accuracy is None:
        return None
    fits = np.isclose(predictions.right.mean(), metrics.test_accuracy, rtol=0, atol=1e-9)
    return predictions if fits else None


def _why_not(first: str, one: Predictions | None, second: str, other: Predictions | None) -> str:
    for name, predictions in ((first, one), (second, other)):
        if predictions is None:
            return f"{name} has no test predictions of its weights"
    if one and other and one.reviews != other.reviews:
        return "they were evaluated on different test reviews"
    return ""


def _compared(run: Run, predictions: Predictions | None) -> Compared:
    metrics, events = run.metrics, run.events()
    if metrics is None or metrics.accuracy is None:
        raise InputError(f"{run.path}: no results yet; compare it after its first validation")
    part, share = metrics.accuracy
    reviews, of_loss = (
        (metrics.test, metrics.test_loss) if part == "test" else (metrics.validation, metrics.val_loss)
    )
    curves = Curves()
    curves.add(events)
    accuracy, loss = curves.validation("accuracy"), curves.validation("loss")
    epochs = [event for event in events if isinstance(event, Epoch)]
    return Compared(
        run=run.name,
        architecture=run.recipe.architecture,
        part=part,
        accuracy=share_of(round(share * reviews), reviews),
        macro_f1=_macro_f1(predictions) if predictions else None,
        loss=of_loss or 0.0,
        best_epoch=metrics.epoch,
        epochs=len(epochs),
        seconds=sum(epoch.seconds for epoch in epochs),
        accuracy_by_epoch=(accuracy[0].tolist(), accuracy[1].tolist()),
        loss_by_epoch=(loss[0].tolist(), loss[1].tolist()),
    )


def _macro_f1(predictions: Predictions) -> float:
    from sklearn.metrics import f1_score

    places = range(predictions.probabilities.shape[1])
    predicted = predictions.probabilities.argmax(axis=1)
    return float(f1_score(predictions.truths, predicted, labels=places, average="macro", zero_division=0))
