"""Evaluate a run or an exported file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from seqtui.errors import InputError
from seqtui.reporting import require_extra
from seqtui.runs import Run

if TYPE_CHECKING:
    from seqtui.reporting.report import Report
    from seqtui.tables.layout import TableOptions


def evaluate(
    target: Run | str | os.PathLike[str],
    source: str | os.PathLike[str] | None = None,
    *,
    label_column: str | None = None,
    text_column: str | None = None,
    options: "TableOptions | None" = None,
    normalize_labels: bool = False,
    errors: str | os.PathLike[str] | None = None,
    on_step: Callable[[str], None] = lambda _: None,
) -> "Report":
    """Evaluate an exported run on its test set, or an exported file on a file of labelled texts.

    :func:`seqtui.write_report` writes the result as an HTML page, as ``seqtui report`` does.

    Args:
        target: A run that was exported after its last epoch, or the path of a .onnx file.
        source: For a file: labelled texts, in any format that :func:`seqtui.score_file` reads.
        label_column: For a file: column of the true labels.
        text_column: For a file: column of the texts. Default: ``text`` if it exists, else detected.
        options: For a file: how to read ``source``. Default: detected.
        normalize_labels: Whether true labels may differ from the class names in case and spaces. Default
            False.
        errors: File for rejected rows, as JSON lines. Default: a row that cannot be read is an error.
        on_step: Called with the name of each step as it begins. Default: does nothing.

    Returns:
        A report. ``report.figures`` has the accuracy with its 95 % interval, precision, recall and F1 of each
        class, the confusion matrix, curves and calibration. ``report.mistakes`` are the misclassified texts
        with the highest probabilities.

    Raises:
        InputError: If the run is not exported, a file cannot be read, no text has a label, or a library of
            the extra ``report`` is missing.

    Example:
        >>> import seqtui
        >>> report = seqtui.evaluate("model.onnx", "new.csv", label_column="label")  # doctest: +SKIP
        >>> report.figures.overall.accuracy  # doctest: +SKIP
        0.89
    """
    require_extra("a report")
    from seqtui.reporting.report import report_file, report_run

    if isinstance(target, Run):
        if source is not None or label_column is not None:
            raise InputError(f"{target.path}: a run is evaluated on its test set; leave out source")
        return report_run(target, on_step)
    if source is None or label_column is None:
        raise InputError(f"{os.fspath(target)}: give source and label_column to evaluate it on")
    return report_file(
        Path(target),
        os.fspath(source),
        label_column=label_column,
        text_column=text_column,
        options=options,
        normalize_labels=normalize_labels,
        errors=None if errors is None else os.fspath(errors),
        on_step=on_step,
    )
