"""Score a folder of reviews into a folder of scores."""

import os
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np

from seqtui.errors import InputError, SeqtuiError
from seqtui.scoring import Scorer
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.evaluation import Evaluation
from seqtui.scoring.files import ScoringProgress, Summary
from seqtui.scoring.parts import Outcome, errors_path, score_part
from seqtui.scoring.plan import Job, Part, make_plan
from seqtui.storage.atomic import replacing_folder
from seqtui.tables.inputs import find_files
from seqtui.tables.layout import TableOptions
from seqtui.tables.streams import open_destination
from seqtui.terminal.stderr import redirect_stderr_descriptor


@dataclass(frozen=True)
class FolderSummary(Summary):
    """Result of scoring a folder.

    Args:
        parts: Files written.
        retried: Parts that were scored again because a worker was lost.
    """

    parts: int
    retried: int


def score_folder(
    model: str | os.PathLike[str],
    source: str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    engine: str = "local",
    address: str | None = None,
    workers: int = 0,
    text_column: str | None = None,
    label_column: str | None = None,
    options: TableOptions | None = None,
    normalize_labels: bool = False,
    errors: str | os.PathLike[str] | None = None,
    formulas: bool = False,
    on_progress: Callable[[ScoringProgress], None] = lambda _: None,
    on_note: Callable[[str], None] = lambda _: None,
) -> FolderSummary:
    """Score files of reviews and write a folder of files with all their columns and the scores.

    The output files are named part-00000, part-00001, … and contain the rows in input order. Which rows a
    file contains does not depend on the engine and the number of workers.

    Args:
        model: Path of the exported file.
        source: A folder, a pattern such as ``logs/*.csv``, or one file: CSV, TSV, JSON, Parquet, fastText or
            text lines.
        output: Path of the output folder, which must be empty or not exist. It appears only when it is
            complete. ``scores.parquet`` writes Parquet, and so on. Default: the format of the input.
        engine: ``local``, or ``ray`` for Ray Data. Default: ``local``.
        address: Address of a Ray cluster. Default: Ray is started on this machine and stopped at the end.
        workers: Ray processes that score. Default: 0, one per core.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        label_column: Name of the column of true labels, to evaluate the scores. Default: no evaluation.
        options: Settings for reading the files. Default: detected for each file.
        normalize_labels: Ignore case and spaces when labels are compared. Default: False.
        errors: File for rows that cannot be read, as lines of JSON. Default: the first such row raises an
            error.
        formulas: Keep CSV cells that a spreadsheet would evaluate. Default: False.
        on_progress: Called after each part; an exception that it raises stops the scoring.
        on_note: Called with each detected setting or warning, one line.

    Returns:
        Counts, duration and evaluation.

    Raises:
        InputError: If the reviews cannot be read or the scores cannot be written. There is no output then.
        SeqtuiError: If Ray fails, or a part kills every worker that scores it.
    """
    start = time.perf_counter()
    if engine == "ray":
        from seqtui.scoring.ray_engine import check_ray

        check_ray()
    with redirect_stderr_descriptor():
        scorer = Scorer(model)
    target = Path(output).resolve()
    _check_target(target, os.fspath(output), os.fspath(source))
    job = Job(
        text_column, label_column, (options or TableOptions()).check(), normalize_labels, errors is not None,
        formulas,
    )  # fmt: skip
    files = find_files(os.fspath(source))
    job, parts = make_plan(files, os.fspath(output), scorer.class_names, job, on_note)
    totals = _Totals(scorer.rule, parts, label_column is not None)
    with ExitStack() as stack:
        rejected = stack.enter_context(
            open_destination(os.fspath(errors), tuple(files)) if errors is not None else nullcontext()
        )
        folder = stack.enter_context(replacing_folder(target))
        if engine == "ray":
            from seqtui.scoring.ray_engine import score_with_ray

            outcomes = score_with_ray(scorer.path, job, parts, folder, address, workers)
        else:
            outcomes = _score_locally(scorer, job, parts, folder)
        for part, outcome in zip(parts, stack.enter_context(closing(outcomes)), strict=True):
            totals.add(part, outcome)
            if rejected is not None:
                _append(rejected, errors_path(folder, part), part)
            on_progress(ScoringProgress(totals.reviews, totals.share, time.perf_counter() - start))
        _remove_hidden_files(folder)
    return FolderSummary(
        totals.reviews, totals.rejected, time.perf_counter() - start, totals.evaluation, len(parts),
        totals.retried, notes=job.notes,
    )  # fmt: skip


def _check_target(target: Path, output: str, source: str) -> None:
    if target.is_dir() and any(target.iterdir()):
        raise InputError(f"--output {output}: the folder is not empty; name a new one")
    if target.exists() and not target.is_dir():
        raise InputError(f"--output {output}: is a file; several files are scored into a folder")
    if not target.parent.is_dir():
        raise InputError(f"--output {output}: no such folder: {target.parent}")
    if target.is_relative_to(Path(source).resolve()):
        raise InputError(f"--output {output}: is inside the input folder; choose another folder")


def _score_locally(
    scorer: Scorer, job: Job, parts: list[Part], folder: Path
) -> Generator[Outcome, None, None]:
    for part in parts:
        yield score_part(scorer, job, part, folder)


class _Totals:
    """Sum of the outcomes of all parts."""

    def __init__(self, rule: DecisionRule, parts: list[Part], is_evaluated: bool) -> None:
        self.reviews = self.rejected = self.retried = 0
        self.evaluation = Evaluation(rule) if is_evaluated else None
        self._done = 0
        self._total = sum(part.size for part in parts)

    @property
    def share(self) -> float | None:
        """Fraction of the input that is done, 0 to 1."""
        return self._done / self._total if self._total else None

    def add(self, part: Part, outcome: Outcome) -> None:
        """Add the outcome of the next part, or raise its error."""
        if outcome.error is not None:
            raise (InputError if outcome.exit_code == InputError.exit_code else SeqtuiError)(outcome.error)
        self.reviews += outcome.reviews
        self.rejected += outcome.rejected
        self.retried += outcome.attempts > 1
        self._done += part.size
        if self.evaluation:
            self.evaluation.counts += np.array(outcome.confusion, np.int64)
            self.evaluation.unlabelled += outcome.unlabelled


def _append(file: BinaryIO, errors: Path, part: Part) -> None:
    """Append the rejected rows of a part, with the name of their file."""
    for line in errors.read_bytes().splitlines():
        file.write(msgspec.json.encode({"file": part.source} | msgspec.json.decode(line)) + b"\n")


def _remove_hidden_files(folder: Path) -> None:
    """Remove hidden files: counts of attempts, and unfinished files of lost workers."""
    for file in folder.glob(".*"):
        file.unlink()
