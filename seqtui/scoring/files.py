"""Score a file of reviews into a file of scores."""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seqtui.scoring.evaluation import Evaluation
from seqtui.scoring.rereading import rewindable
from seqtui.scoring.scorer import PendingScores, Scorer
from seqtui.scoring.writing import Writer, open_writer, output_format
from seqtui.tables.detection import detect_layout
from seqtui.tables.formats import stream_format
from seqtui.tables.layout import Layout, TableOptions
from seqtui.tables.reading import open_table
from seqtui.tables.rows import Chunk, RowErrors, Span
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import STANDARD, Source, open_destination, open_source
from seqtui.tables.text_column import choose_text_column
from seqtui.text import has_token

_AHEAD = 1  # chunks read ahead while one is scored
_EMPTY = 0.5  # fraction of texts without a token that causes a warning


@dataclass(frozen=True)
class ScoringProgress:
    """Progress of scoring.

    Args:
        reviews: Reviews scored and written so far.
        share: Fraction of the input, 0 to 1; None if its size is unknown.
        seconds: Seconds since the start.
    """

    reviews: int
    share: float | None
    seconds: float


@dataclass(frozen=True)
class Summary:
    """Result of scoring a file.

    Args:
        reviews: Reviews scored and written.
        rejected: Rows that could not be read.
        seconds: Duration.
        evaluation: Comparison with the true labels, if a label column was given.
        notes: Warnings about the result, one line each. Default: none.
    """

    reviews: int
    rejected: int
    seconds: float
    evaluation: Evaluation | None
    notes: tuple[str, ...] = field(default=(), kw_only=True)


def score_file(
    scorer: Scorer,
    source: str | os.PathLike[str],
    output: str | os.PathLike[str] | Writer,
    *,
    text_column: str | None = None,
    label_column: str | None = None,
    options: TableOptions | None = None,
    normalize_labels: bool = False,
    errors: str | os.PathLike[str] | None = None,
    formulas: bool = False,
    layout: Layout | None = None,
    span: Span | None = None,
    schema: Any = None,
    on_progress: Callable[[ScoringProgress], None] = lambda _: None,
    on_note: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Score a file of reviews and write its rows with their scores, in order, in constant memory.

    Args:
        scorer: Scorer of the exported file.
        source: CSV, TSV, JSON, Parquet, fastText or text lines, also compressed; ``-`` is standard input.
        output: Path ending in .csv, .tsv, .jsonl (also .gz or .zst) or .parquet. The file appears only when
            it is complete. ``-`` is standard output, in the format of the source. Or a :class:`Writer`.
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        label_column: Name of the column of true labels, to evaluate the scores. Default: no evaluation.
        options: Settings for reading the source. Default: detected.
        normalize_labels: Ignore case and spaces when labels are compared. Default: False.
        errors: File for rows that cannot be read, as lines of JSON. Default: the first such row raises an
            error.
        formulas: Keep CSV cells that a spreadsheet would evaluate. Default: False, they are prefixed with an
            apostrophe.
        layout: Layout of the source. Default: detected.
        span: Part of the file to score. Default: all of it.
        schema: pyarrow schema, to write JSON rows as Parquet. Default: inferred in an extra pass.
        on_progress: Called after each chunk; an exception that it raises stops the scoring.
        on_note: Called with each detected setting or warning, one line.

    Returns:
        Counts, duration and evaluation.

    Raises:
        InputError: If the texts cannot be read or the scores cannot be written. There is no output then.
    """
    start = time.perf_counter()
    path, errors_path = os.fspath(source), None if errors is None else os.fspath(errors)
    in_use = tuple(name for name in (path, errors_path) if name is not None)
    target = output if isinstance(output, str | os.PathLike) else None
    format_out = None if target is None or target == STANDARD else output_format(os.fspath(target))
    evaluation = None if label_column is None else Evaluation(scorer.rule)
    reviews = 0
    empty = 0

    def report(scored: int, share: float | None) -> None:
        on_progress(ScoringProgress(scored, share, time.perf_counter() - start))

    with ExitStack() as stack:
        opened = stack.enter_context(open_source(path))
        if layout is None:
            options = (options or TableOptions()).check()
            layout = detect_layout(
                opened, path, options, has_columns=bool(text_column or label_column), option="--input"
            )
            text_column = choose_text_column(opened, layout, text_column, on_note)
        row_errors = RowErrors(
            opened.name,
            stack.enter_context(open_destination(errors_path, (path,)) if errors_path else nullcontext()),
        )
        if target is not None and format_out is None:
            format_out = stream_format(layout.format)
        selection = ColumnSelection(
            text_column or "text", label_column, scorer.class_names, normalize=normalize_labels
        )
        notes: list[str] = []
        if isinstance(output, str | os.PathLike):
            file = stack.enter_context(open_destination(os.fspath(output), in_use))
            if layout.format in ("json", "jsonl") and format_out == "parquet" and schema is None:
                rewind = stack.enter_context(rewindable(opened, Path(output).resolve().parent))
                schema, notes = _schema(
                    opened, layout, selection, errors is not None, partial(report, 0, 0.0)
                )
                opened = rewind()
        table = open_table(opened, layout, selection, row_errors, format_out not in (None, "jsonl"), span)
        if schema is not None:
            table.schema = schema
        if isinstance(output, str | os.PathLike):
            writer = stack.enter_context(open_writer(file, str(format_out), table, scorer.rule, formulas))
        else:
            writer = output
        for chunk, scores in stack.enter_context(closing(_scored(scorer, table.chunks()))):
            writer.write(chunk, scores)
            if evaluation:
                evaluation.add(chunk.y_true, scores)
            reviews += len(chunk.texts)
            empty += sum(not has_token(text) for text in chunk.texts)
            report(reviews, chunk.share)
        for warning in row_errors.warnings:
            on_note(f"warning: {warning}")
        if selection.used_indices:
            names = ", ".join(f"{index} is '{label}'" for index, label in enumerate(scorer.class_names[:4]))
            on_note(f"{opened.name}: true labels are read as indices of the network's labels: {names}")
        if empty > _EMPTY * reviews:
            on_note(
                f"warning: {opened.name}: {empty:,} of {reviews:,} texts contain no word; is "
                f"'{selection.text}' the right column (--text-column)?"
            )
    all_notes = tuple(f"{opened.name}: {note}" for note in (*table.notes, *notes))
    return Summary(reviews, row_errors.count, time.perf_counter() - start, evaluation, notes=all_notes)


def _schema(
    source: Source,
    layout: Layout,
    selection: ColumnSelection,
    skip_rejected: bool,
    on_chunk: Callable[[], None],
) -> tuple[Any, list[str]]:
    """Return the Parquet schema of JSON rows, and notes on columns written as JSON text."""
    from seqtui.scoring.json_types import infer_types

    types = infer_types(source, layout, selection, skip_rejected=skip_rejected, on_chunk=on_chunk)
    return types.schema(), types.notes()


def _scored(scorer: Scorer, chunks: Iterable[Chunk]) -> Generator[tuple[Chunk, NDArray[np.float32]]]:
    """Yield each chunk with its scores; reading, scoring and writing overlap."""
    waiting: deque[tuple[Chunk, PendingScores]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, scorer.submit(chunk.texts)))
            if len(waiting) > _AHEAD:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        for _, pending in waiting:
            pending.cancel()


def _finished(chunk: Chunk, pending: PendingScores) -> tuple[Chunk, NDArray[np.float32]]:
    return chunk, pending.result()
