"""Compare runs: results, differing settings and McNemar's test."""

from itertools import combinations
from typing import Any

import msgspec
import numpy as np

from seqtui.errors import InputError
from seqtui.recipe import differing, flat_settings
from seqtui.reporting.figures import Accuracy, accuracy_of
from seqtui.runs import Run
from seqtui.runs.curves import Curves
from seqtui.runs.events import Epoch
from seqtui.runs.predictions import Predictions, predictions_of


class RunResult(msgspec.Struct, frozen=True, kw_only=True):
    """Results of one run.

    Args:
        run: Name of the run.
        architecture: Name of the network.
        part: Set of the results below: ``"test"``, or ``"validation"`` if the test set is not evaluated.
        accuracy: Accuracy of the saved weights, with its interval.
        macro_f1: Unweighted mean of the F1 scores of all classes; None without predictions of the test set.
        loss: Mean cross-entropy of the saved weights, in nats.
        best_epoch: Epoch of the saved weights, from 1.
        epochs: Number of completed epochs.
        seconds: Training time, without validation.
        accuracy_by_epoch: Epochs, and the validation accuracy after each.
        loss_by_epoch: Epochs, and the validation loss after each.
    """

    run: str
    architecture: str
    part: str
    accuracy: Accuracy
    macro_f1: float | None
    loss: float
    best_epoch: int
    epochs: int
    seconds: float
    accuracy_by_epoch: tuple[list[float], list[float]]
    loss_by_epoch: tuple[list[float], list[float]]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """McNemar's test of two runs on the same test set.

    Args:
        first: Name of the first run.
        second: Name of the second run.
        both_correct: Number of reviews that both runs classify correctly.
        only_first: Number of reviews that only the first run classifies correctly.
        only_second: Number of reviews that only the second run classifies correctly.
        neither: Number of reviews that both runs misclassify.
        difference: Accuracy of the first run minus that of the second.
        p_value: P-value, exact and two-sided.
    """

    first: str
    second: str
    both_correct: int = msgspec.field(name="both_right")  # the name in stored comparisons
    only_first: int
    only_second: int
    neither: int
    difference: float
    p_value: float


class Untested(msgspec.Struct, frozen=True, kw_only=True):
    """Two runs that cannot be tested, and the reason."""

    first: str
    second: str
    reason: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison of runs.

    Args:
        runs: Results of the runs, in the given order.
        recipe: Settings that differ, with one value per run.
        pairs: Tests of all pairs of runs with the same test set.
        untested: All other pairs.
    """

    runs: list[RunResult]
    recipe: dict[str, list[Any]]
    pairs: list[Pair]
    untested: list[Untested]


def compare(runs: list[Run]) -> Comparison:
    """Compare runs.

    Args:
        runs: Two or more runs, each with a completed validation.

    Returns:
        The comparison. :func:`seqtui.reporting.page.write_comparison` writes it as an HTML page.

    Raises:
        InputError: If there are fewer than two runs, a run is given twice, or a run has no results.
    """
    names = [run.name for run in runs]
    if len(runs) < 2:
        raise InputError("runs compare needs two runs or more")
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{name}: given twice; name different runs")
    recipes = [run.recipe for run in runs]
    predictions = [predictions_of(run, "test") for run in runs]
    flat = [flat_settings(recipe) for recipe in recipes]
    pairs: list[Pair] = []
    untested: list[Untested] = []
    for (first, one), (second, other) in combinations(zip(names, predictions, strict=True), 2):
        if (reason := _why_untested(first, one, second, other)) or one is None or other is None:
            untested.append(Untested(first=first, second=second, reason=reason))
        else:
            pairs.append(mcnemar(first, one.correct, second, other.correct))
    return Comparison(
        runs=[_result(run, of_run) for run, of_run in zip(runs, predictions, strict=True)],
        recipe={field: [settings.get(field) for settings in flat] for field in differing(recipes)},
        pairs=pairs,
        untested=untested,
    )


def mcnemar(first: str, first_correct: Any, second: str, second_correct: Any) -> Pair:
    """Test whether two networks have the same accuracy on the same reviews.

    If they have, each classifies half of the reviews correctly that only one of them classifies correctly.
    The p-value is exact, from the binomial distribution; the chi-squared approximation is not used.

    Args:
        first: Name of the first network.
        first_correct: Whether its prediction for each review is correct, bool, shape (reviews,).
        second: Name of the second network.
        second_correct: As ``first_correct``.

    Source: McNemar, Note on the sampling error of the difference between correlated proportions or
    percentages, 1947.
    """
    from scipy.stats import binomtest

    only_first = int(np.sum(first_correct & ~second_correct))
    only_second = int(np.sum(second_correct & ~first_correct))
    differ = only_first + only_second
    return Pair(
        first=first,
        second=second,
        both_correct=int(np.sum(first_correct & second_correct)),
        only_first=only_first,
        only_second=only_second,
        neither=int(np.sum(~first_correct & ~second_correct)),
        difference=(only_first - only_second) / len(first_correct),
        p_value=float(binomtest(only_first, differ, 0.5).pvalue) if differ else 1.0,
    )


def format_p_value(p_value: float) -> str:
    """Return a p-value with two significant digits.

    Example:
        >>> format_p_value(0.03125), format_p_value(0.00001)
        ('0.031', '< 0.0001')
    """
    return f"{p_value:.2g}" if p_value >= 1e-4 else "< 0.0001"


def _why_untested(first: str, one: Predictions | None, second: str, other: Predictions | None) -> str:
    for name, predictions in ((first, one), (second, other)):
        if predictions is None:
            return f"{name} has no test predictions of its weights"
    if one and other and one.fingerprint != other.fingerprint:
        return "they were evaluated on different test reviews"
    return ""


def _result(run: Run, predictions: Predictions | None) -> RunResult:
    metrics, events = run.metrics, run.events()
    if metrics is None or metrics.accuracy is None:
        raise InputError(f"{run.path}: no results yet; compare it after its first validation")
    part, accuracy = metrics.accuracy
    reviews, loss = (
        (metrics.test, metrics.test_loss) if part == "test" else (metrics.validation, metrics.val_loss)
    )
    curves = Curves()
    curves.add(events)
    accuracies, losses = curves.validation("accuracy"), curves.validation("loss")
    epochs = [event for event in events if isinstance(event, Epoch)]
    return RunResult(
        run=run.name,
        architecture=run.recipe.network_name,
        part=part,
        accuracy=accuracy_of(round(accuracy * reviews), reviews),
        macro_f1=_macro_f1(predictions) if predictions else None,
        loss=loss or 0.0,
        best_epoch=metrics.epoch,
        epochs=len(epochs),
        seconds=sum(epoch.seconds for epoch in epochs),
        accuracy_by_epoch=(accuracies[0].tolist(), accuracies[1].tolist()),
        loss_by_epoch=(losses[0].tolist(), losses[1].tolist()),
    )


def _macro_f1(predictions: Predictions) -> float:
    from sklearn.metrics import f1_score

    labels = range(predictions.probabilities.shape[1])
    y_pred = predictions.probabilities.argmax(axis=1)
    return float(f1_score(predictions.y_true, y_pred, labels=labels, average="macro", zero_division=0))
