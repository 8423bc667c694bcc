"""A report: how good an exported file is on labelled reviews, and where it goes wrong."""

import shlex
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np

from seqtui import __version__
from seqtui.corpora import read_corpus
from seqtui.errors import InputError
from seqtui.reporting.collected import CollectedScores, Wrong
from seqtui.reporting.figures import Figures, measure
from seqtui.runs import Metrics, Run
from seqtui.runs.curves import Curves, Quantity
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.explain import explain, explained_label
from seqtui.tables.layout import TableOptions
from seqtui.terminal.stderr import redirect_stderr_descriptor

_WINDOW = 2048  # reviews scored at once
_POINTS = 120  # of a learning curve


class Word(msgspec.Struct, frozen=True):
    """A stretch of a review and how much it raised the probability of the label that the review got."""

    start: int
    end: int
    push: float


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """A review that got another label than its own.

    Args:
        text: The review.
        truth: Its true label.
        predicted: The label that it got.
        probability: That label's, 0 to 1.
        words: What moved it, in order (occlusion: Zeiler and Fergus, 2014).
    """

    text: str
    truth: str
    predicted: str
    probability: float
    words: list[Word]


class Learning(msgspec.Struct, frozen=True, kw_only=True):
    """A run's curves over epochs: places on the x axis, then values.

    Args:
        train: Of the training reviews, smoothed, at most 120 points.
        validation: One point for each epoch; empty without validation.
    """

    train: tuple[list[float], list[float]]
    validation: tuple[list[float], list[float]]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that stands in a report.

    Args:
        version: seqtui's.
        name: The run's or the file's.
        model: The exported file's name.
        reviews: Where the reviews come from.
        data_fingerprint: A digest of the reviews that the network was made with and their split.
        unlabelled: Reviews without a true label; they count for nothing.
        set_aside: Rows that could not be read.
        figures: How good it is.
        mistakes: The most confident ones.
        recipe: How it was trained, as TOML.
        loss: The run's learning curves; None for a file.
        accuracy: Likewise.
        selected_on_test: Whether the reviews also chose the epoch, as in runs of seqtui before 0.2.
    """

    version: str = __version__
    name: str
    model: str
    reviews: str
    data_fingerprint: str
    unlabelled: int
    set_aside: int
    figures: Figures
    mistakes: list[Mistake]
    recipe: str
    loss: Learning | None = None
    accuracy: Learning | None = None
    selected_on_test: bool = False


def report_run(run: Run, on_step: Callable[[str], None] = lambda _: None) -> Report:
    """Evaluate a run's exported file on the run's test reviews.

    Args:
        run: One that has been exported since it was trained.
        on_step: Told the name of each step as it begins.

    Raises:
        InputError: If it has not, or its reviews cannot be read.
    """
    export = shlex.join(["seqtui", "export", str(run.path), "--onnx"])
    if not run.onnx_path.exists():
        raise InputError(f"{run.path}: not exported yet; first: {export}")
    with redirect_stderr_descriptor():
        scorer = Scorer(run.onnx_path)
    if _metrics_of(scorer) != run.metrics:
        raise InputError(f"{run.onnx_path}: the run has learned more since; first: {export}")
    on_step("reading the test reviews")
    recipe = run.recipe
    test = read_corpus(recipe)[0].test
    reviews = f"{len(test):,} test reviews"
    on_step(f"scoring {reviews}")
    collected = CollectedScores(scorer.class_names)
    for start in range(0, len(test), _WINDOW):
        texts = test.texts[start : start + _WINDOW]
        truths = test.labels[start : start + _WINDOW].astype(np.int64)
        collected.add(texts, truths, scorer.probabilities(texts))
    curves = Curves()
    curves.add(run.events())
    report = _report(run.name, f"{reviews} of {recipe.shareable().data}", scorer, collected)
    return msgspec.structs.replace(
        report,
        loss=_learning(curves, "loss"),
        accuracy=_learning(curves, "accuracy"),
        selected_on_test=bool(run.metrics and run.metrics.selected_on_test),
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
        label_column: The column of the true labels.
        text_column: The column of the texts. Default: ``text`` if there is one, else detected.
        options: How the file is to be read. Default: as detected.
        normalize_labels: Whether true labels may differ from the network's in case and spaces.
            Default: False.
        errors: Takes the rows that cannot be read. Default: the first one ends the work.
        on_step: Told the name of each step as it begins.

    Raises:
        InputError: If the reviews cannot be read, or none has a label.
    """
    with redirect_stderr_descriptor():
        scorer = Scorer(model)
    collected = CollectedScores(scorer.class_names)
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
    if not len(collected.truths):
        raise InputError(f"{source}: no review has a label in the column '{label_column}'")
    report = _report(model.name, f"{len(collected.truths):,} reviews of {name}", scorer, collected)
    return msgspec.structs.replace(report, set_aside=summary.set_aside)


def _metrics_of(scorer: Scorer) -> Metrics | None:
    try:
        return msgspec.json.decode(scorer.metadata.get("metrics", ""), type=Metrics)
    except msgspec.DecodeError:
        return None


def _report(name: str, reviews: str, scorer: Scorer, collected: CollectedScores) -> Report:
    return Report(
        name=name,
        model=scorer.path.name,
        reviews=reviews,
        data_fingerprint=scorer.metadata.get("data_fingerprint", ""),
        unlabelled=collected.unlabelled,
        set_aside=0,
        figures=measure(scorer.class_names, collected.truths, collected.probabilities, collected.tokens),
        mistakes=[_explained(scorer, wrong) for wrong in collected.wrong],
        recipe=scorer.metadata.get("recipe", ""),
    )


def _explained(scorer: Scorer, wrong: Wrong) -> Mistake:
    score, influences = explain(scorer, wrong.text)
    # Of two labels the second one is explained: what speaks for the first speaks against it.
    sign = 1 if explained_label(score) == scorer.class_names[wrong.predicted] else -1
    return Mistake(
        text=wrong.text.encode("utf-8", "replace").decode(),  # as long, without what UTF-8 cannot hold
        truth=scorer.class_names[wrong.truth],
        predicted=scorer.class_names[wrong.predicted],
        probability=wrong.probability,
        words=[Word(part.start, part.end, round(sign * part.push, 6)) for part in influences],
    )


def _learning(curves: Curves, quantity: Quantity) -> Learning:
    train, validation = curves.train(quantity, width=_POINTS), curves.validation(quantity)
    return Learning(
        train=(np.round(train[0], 6).tolist(), np.round(train[1], 6).tolist()),
        validation=(validation[0].tolist(), validation[1].tolist()),
    )
