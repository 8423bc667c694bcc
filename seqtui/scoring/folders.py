"""Folders of reviews to folders of scores."""

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
from seqtui.scoring.evaluation import Evaluation
from seqtui.scoring.files import ScoringProgress, Summary
from seqtui.scoring.inputs import find_files
from seqtui.scoring.parts import Outcome, errors_path, score_part
from seqtui.scoring.plan import Job, Part, make_plan
from seqtui.storage.atomic import replacing_folder
from seqtui.tables.layout import TableOptions
from seqtui.tables.streams import open_destination
from seqtui.terminal.stderr import redirect_stderr_descriptor


@dataclass(frozen=True)
class FolderSummary(Summary):
    """What became of a folder.

    Args:
        parts: Files written.
        retried: Parts that were scored once more because a worker was lost.
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

    The files written are called part-00000, part-00001, …; in this order they hold the rows in the order in
    which they came in, and which rows are in which does not depend on engine and workers.

    Args:
        model: The exported file.
        source: A folder, a pattern such as ``logs/*.csv``, or one file; CSV, TSV, JSON lines, Parquet or text
            lines.
        output: The folder to write; it is there only when it is whole, and must not hold anything before.
            ``scores.parquet`` writes Parquet, and so on; by default the parts have the input's format.
        engine: ``local``, or ``ray`` for Ray Data.
        address: Of a Ray cluster. Default: Ray is started on this machine, and ended.
        workers: Processes of Ray that score. Default: as many as there are cores.
        text_column: The column of the texts. Default: ``text`` if there is one, else detected.
        label_column: The column of their true labels, to compare with. Default: nothing is compared.
        options: How the files are to be read. Default: as detected, each by itself.
        normalize_labels: Whether true labels may differ from the network's in case and spaces.
            Default: False.
        errors: Takes the rows that cannot be read, as lines of JSON. Default: the first one ends the work.
        formulas: Leave cells of CSV that a spreadsheet would compute as they are.
        on_progress: Called after every part; what it raises ends the work.
        on_note: Called with each thing that was detected or looks doubtful, in one line.

    Raises:
        InputError: If the reviews cannot be read or the scores not be written. There is no output then.
        SeqtuiError: If Ray fails, or a part kills every worker that touches it.
    """
    began = time.perf_counter()
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
    count = _Totals(scorer.class_names, parts, label_column is not None)
    with ExitStack() as stack:
        aside = stack.enter_context(
            open_destination(os.fspath(errors), tuple(files)) if errors is not None else nullcontext()
        )
        folder = stack.enter_context(replacing_folder(target))
        if engine == "ray":
            from seqtui.scoring.ray_engine import score_with_ray

            outcomes = score_with_ray(scorer.path, job, parts, folder, address, workers)
        else:
            outcomes = _score_here(scorer, job, parts, folder)
        for part, outcome in zip(parts, stack.enter_context(closing(outcomes)), strict=True):
            count.add(part, outcome)
            if aside is not None:
                _append(aside, errors_path(folder, part), part)
            on_progress(ScoringProgress(count.reviews, count.share, time.perf_counter() - began))
        _remove_hidden_files(folder)
    return FolderSummary(
        count.reviews, count.set_aside, time.perf_counter() - began, count.evaluation, len(parts),
        count.retried, notes=job.notes,
    )  # fmt: skip


def _check_target(target: Path, output: str, source: str) -> None:
    if target.is_dir() and any(target.iterdir()):
        raise InputError(f"--output {output}: there is something in this folder; name a new one")
    if target.exists() and not target.is_dir():
        raise InputError(f"--output {output}: a file; several files are scored into a folder")
    if not target.parent.is_dir():
        raise InputError(f"--output {output}: no such folder: {target.parent}")
    if target.is_relative_to(Path(source).resolve()):
        raise InputError(f"--output {output}: lies in the folder that is scored; name another place")


def _score_here(scorer: Scorer, job: Job, parts: list[Part], folder: Path) -> Generator[Outcome, None, None]:
    for part in parts:
        yield score_part(scorer, job, part, folder)


class _Totals:
    """Adds outcomes up."""

    def __init__(self, class_names: list[str], parts: list[Part], is_compared: bool) -> None:
        self.reviews = self.set_aside = self.retried = 0
        self.evaluation = Evaluation(class_names) if is_compared else None
        self._done = 0
        self._whole = sum(part.size for part in parts)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1."""
        return self._done / self._whole if self._whole else None

    def add(self, part: Part, outcome: Outcome) -> None:
        """Take the next one; an error is raised here, that of the first part in order."""
        if outcome.error is not None:
            raise (InputError if outcome.exit_code == InputError.exit_code else SeqtuiError)(outcome.error)
        self.reviews += outcome.reviews
        self.set_aside += outcome.set_aside
        self.retried += outcome.attempts > 1
        self._done += part.size
        if self.evaluation:
            self.evaluation.counts += np.array(outcome.confusion, np.int64)
            self.evaluation.unlabelled += outcome.unlabelled


def _append(file: BinaryIO, errors: Path, part: Part) -> None:
    """The rows of a part that were set aside, each with the name of its file."""
    for line in errors.read_bytes().splitlines():
        file.write(msgspec.json.encode({"file": part.source} | msgspec.json.decode(line)) + b"\n")


def _remove_hidden_files(folder: Path) -> None:
    """Remove what stands beside the parts: notes, and what a lost worker left."""
    for file in folder.glob(".*"):
        file.unlink()
