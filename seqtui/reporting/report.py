"""Evaluate an exported file on labelled reviews and explain its mistakes."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np

from seqtui import __version__
from seqtui.corpora import read_corpus
from seqtui.errors import InputError
from seqtui.reporting.collected import CollectedScores, Misclassified
from seqtui.reporting.figures import Figures, measure
from seqtui.runs import Run
from seqtui.runs.curves import Curves, Quantity
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.explain import explain, explained_label
from seqtui.scoring.exported import scorer_of
from seqtui.tables.layout import TableOptions
from seqtui.terminal.stderr import redirect_stderr_descriptor

_CHUNK = 2048  # reviews scored at once
_POINTS = 120  # of a learning curve


class Word(msgspec.Struct, frozen=True):
    """A part of a review and its influence on the prediction.

    Args:
        start: First character of the part.
        end: Character after the part.
        push: Probability of the predicted label minus its probability without the part.
    """

    start: int
    end: int
    push: float


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """A misclassified review.

    Args:
        text: The review.
        true_label: Name of its true label.
        predicted: Name of the predicted label.
        probability: Probability of the predicted label, 0 to 1.
        words: Influence of each word, in order, by occlusion (Zeiler and Fergus, 2014).
    """

    text: str
    true_label: str = msgspec.field(name="truth")  # the name in stored reports
    predicted: str
    probability: float
    words: list[Word]


class LearningCurve(msgspec.Struct, frozen=True, kw_only=True):
    """Loss or accuracy of a run by epoch.

    Args:
        train: Epochs and values of the training set, smoothed, at most 120 points.
        validation: Epochs and values of the validation set, one point per epoch; empty without validation
            set.
    """

    train: tuple[list[float], list[float]]
    validation: tuple[list[float], list[float]]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report.

    Args:
        version: Version of seqtui. Default: the installed one.
        name: Name of the run or of the file.
        model: Name of the exported file.
        reviews: Description of the reviews.
        data_fingerprint: Digest of the run's reviews and their split.
        unlabelled: Number of reviews without a true label, which are not evaluated.
        rejected: Number of rows that could not be read.
        figures: Figures of the network on the reviews.
        mistakes: Misclassified reviews with the highest probabilities.
        recipe: Recipe of the run, as TOML.
        loss: Learning curve of the loss. Default: None, for a file.
        accuracy: Learning curve of the accuracy. Default: None, for a file.
        selected_on_test: Whether the reviews also selected the epoch, as in runs of seqtui before 0.2.
            Default False.
        test_seen: Whether somebody looked at the test reviews and their predictions. Default False.
        temperature: Temperature that the probabilities are calibrated with. Default: None, they are not.
        decision: How the file decides the label, in words. Default: None, it is the most probable one.
        unsure_label: Name of the label of unsure reviews. Default: None, there is none.
    """

    version: str = __version__
    name: str
    model: str
    reviews: str
    data_fingerprint: str
    unlabelled: int
    rejected: int = msgspec.field(name="set_aside")  # the name in stored reports
    figures: Figures
    mistakes: list[Mistake]
    recipe: str
    loss: LearningCurve | None = None
    accuracy: LearningCurve | None = None
    selected_on_test: bool = False
    test_seen: bool = False
    temperature: float | None = None
    decision: str | None = None
    unsure_label: str | None = None


def report_run(run: Run, on_step: Callable[[str], None] = lambda _: None) -> Report:
    """Evaluate the exported file of a run on its test set.

    Args:
        run: A run that was exported after its last epoch.
        on_step: Called with the name of each step as it begins. Default: does nothing.

    Raises:
        InputError: If the run is not exported, or its reviews cannot be read.
    """
    with redirect_stderr_descriptor():
        scorer = scorer_of(run)
    on_step("reading the test reviews")
    recipe = run.recipe
    test = read_corpus(run.reading_recipe)[0].test
    reviews = f"{len(test):,} test reviews"
    on_step(f"scoring {reviews}")
    collected = CollectedScores(scorer.rule)
    for start in range(0, len(test), _CHUNK):
        texts = test.texts[start : start + _CHUNK]
        y_true = test.labels[start : start + _CHUNK].astype(np.int64)
        collected.add(texts, y_true, scorer.probabilities(texts))
    curves = Curves()
    curves.add(run.events())
    report = _report(run.name, f"{reviews} of {recipe.shareable().data}", scorer, collected)
    return msgspec.structs.replace(
        report,
        loss=_learning(curves, "loss"),
        accuracy=_learning(curves, "accuracy"),
        selected_on_test=bool(run.metrics and run.metrics.selected_on_test),
        test_seen=run.test_seen,
    )


def report_file(
    model: Path,
    source: str,
    *,
    label_column: str,
    text_column: str | None = None,
    options: TableOptions | None = None,
    normalize_labels: bool = False,
    errors: str | None = None,
    on_step: Callable[[str], None] = lambda _: None,
) -> Report:
    """Evaluate an exported file on a file of labelled reviews.

    Args:
        model: The .onnx file.
        source: The reviews, as for :func:`seqtui.scoring.score_file`.
        label_column: Column of the true labels.
        text_column: Column of the texts. Default: ``text`` if it exists, else detected.
        options: How to read the file. Default: detected.
        normalize_labels: Whether true labels may differ from the class names in case and spaces. Default
            False.
        errors: File for rejected rows. Default: a row that cannot be read is an error.
        on_step: Called with the name of each step as it begins. Default: does nothing.

    Raises:
        InputError: If the reviews cannot be read, or no review has a label.
    """
    with redirect_stderr_descriptor():
        scorer = Scorer(model)
    collected = CollectedScores(scorer.rule)
    name = "standard input" if source == "-" else Path(source).name
    on_step(f"scoring {name}")
    summary = score_file(
        scorer,
        source,
        collected,
        text_column=text_column,
        label_column=label_column,
        options=options,
        normalize_labels=normalize_labels,
        errors=errors,
        on_note=on_step,
    )
    if not len(collected.y_true):
        raise InputError(f"{source}: no review has a label in the column '{label_column}'")
    report = _report(model.name, f"{len(collected.y_true):,} reviews of {name}", scorer, collected)
    return msgspec.structs.replace(report, rejected=summary.rejected)


def _report(name: str, reviews: str, scorer: Scorer, collected: CollectedScores) -> Report:
    temperature = scorer.calibration.temperature if scorer.calibration else None
    return Report(
        name=name,
        model=scorer.path.name,
        reviews=reviews,
        data_fingerprint=scorer.metadata.get("data_fingerprint", ""),
        unlabelled=collected.unlabelled,
        rejected=0,
        figures=measure(
            scorer.class_names,
            collected.y_true,
            collected.probabilities,
            collected.tokens,
            scorer.rule,
            temperature,
        ),
        mistakes=[_explained(scorer, review) for review in collected.misclassified],
        recipe=scorer.metadata.get("recipe", ""),
        temperature=temperature,
        decision=scorer.rule.describe() or None,
        unsure_label=scorer.rule.unsure,
    )


def _explained(scorer: Scorer, review: Misclassified) -> Mistake:
    score, influences = explain(scorer, review.text)
    # With two classes, explain() refers to the second one; for the first one the signs are reversed.
    sign = 1 if explained_label(score) == scorer.class_names[review.y_pred] else -1
    return Mistake(
        text=review.text.encode("utf-8", "replace").decode(),  # same length, without lone surrogates
        true_label=scorer.class_names[review.y_true],
        predicted=scorer.class_names[review.y_pred],
        probability=review.probability,
        words=[Word(part.start, part.end, round(sign * part.push, 6)) for part in influences],
    )


def _learning(curves: Curves, quantity: Quantity) -> LearningCurve:
    train, validation = curves.train(quantity, width=_POINTS), curves.validation(quantity)
    return LearningCurve(
        train=(np.round(train[0], 6).tolist(), np.round(train[1], 6).tolist()),
        validation=(validation[0].tolist(), validation[1].tolist()),
    )
