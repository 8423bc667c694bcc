"""A file of reviews to a file of scores."""

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
from seqtui.tables.columns import find_text_column
from seqtui.tables.detection import detect_layout
from seqtui.tables.formats import stream_format
from seqtui.tables.layout import Layout, TableOptions
from seqtui.tables.reading import open_table, read_head
from seqtui.tables.rows import Chunk, ColumnSelection, RowErrors, Span
from seqtui.tables.streams import STANDARD, Source, open_destination, open_source
from seqtui.text import has_token

_AHEAD = 1  # chunks that wait behind the one being scored
_EMPTY = 0.5  # share of texts without a token from which on a warning is due


@dataclass(frozen=True)
class ScoringProgress:
    """How far a file has been scored.

    Args:
        reviews: Scored and written.
        share: Of the whole, 0 to 1; None where nobody knows how much there is.
        seconds: Since the beginning.
    """

    reviews: int
    share: float | None
    seconds: float


@dataclass(frozen=True)
class Summary:
    """What became of a file.

    Args:
        reviews: Scored and written.
        set_aside: Rows that could not be read.
        seconds: It took.
        evaluation: Against the true labels, if they were asked for.
        notes: What the user must know of the result, a line each. Default: nothing.
    """

    reviews: int
    set_aside: int
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
        scorer: The exported file.
        source: CSV, TSV, JSON lines, Parquet or text lines, also in .gz and .zst; ``-`` is standard input.
        output: A file ending in .csv, .tsv, .jsonl (and .gz or .zst) or .parquet, there only when it is
            whole; ``-`` is standard output, in the source's format. Or what takes the rows instead.
        text_column: The column of the texts. Default: ``text`` if there is one, else detected.
        label_column: The column of their true labels, to compare with. Default: nothing is compared.
        options: How the source is to be read. Default: as detected.
        normalize_labels: Whether true labels may differ from the network's in case and spaces.
            Default: False.
        errors: Takes the rows that cannot be read, as lines of JSON. Default: the first one ends the work.
        formulas: Leave cells of CSV that a spreadsheet would compute as they are. Default: they get an
            apostrophe in front.
        layout: How the source is laid out. Default: detected.
        span: The part of the file to score. Default: all of it.
        schema: pyarrow's, of rows of JSON that become Parquet. Default: all rows are read once more for it.
        on_progress: Called after every few thousand texts; what it raises ends the work.
        on_note: Called with each thing that was detected or looks doubtful, in one line.

    Raises:
        InputError: If the texts cannot be read or the scores not be written. There is no output then.
    """
    began = time.perf_counter()
    path, set_aside = os.fspath(source), None if errors is None else os.fspath(errors)
    in_use = tuple(name for name in (path, set_aside) if name is not None)
    target = output if isinstance(output, str | os.PathLike) else None
    kind_out = None if target is None or target == STANDARD else output_format(os.fspath(target))
    evaluation = None if label_column is None else Evaluation(scorer.class_names)
    reviews = 0
    empty = 0

    def tell(scored: int, share: float | None) -> None:
        on_progress(ScoringProgress(scored, share, time.perf_counter() - began))

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
            stack.enter_context(open_destination(set_aside, (path,)) if set_aside else nullcontext()),
        )
        if target is not None and kind_out is None:
            kind_out = stream_format(layout.format)
        selection = ColumnSelection(
            text_column or "text", label_column, scorer.class_names, normalize=normalize_labels
        )
        notes: list[str] = []
        if isinstance(output, str | os.PathLike):
            file = stack.enter_context(open_destination(os.fspath(output), in_use))
            if layout.format in ("json", "jsonl") and kind_out == "parquet" and schema is None:
                rewind = stack.enter_context(rewindable(opened, Path(output).resolve().parent))
                schema, notes = _schema(opened, layout, selection, errors is not None, partial(tell, 0, 0.0))
                opened = rewind()
        table = open_table(opened, layout, selection, row_errors, kind_out not in (None, "jsonl"), span)
        if schema is not None:
            table.schema = schema
        if isinstance(output, str | os.PathLike):
            writer = stack.enter_context(
                open_writer(file, str(kind_out), table, scorer.class_names, formulas)
            )
        else:
            writer = output
        for chunk, scores in stack.enter_context(closing(_scored(scorer, table.chunks()))):
            writer.write(chunk, scores)
            if evaluation:
                evaluation.add(chunk.y_true, scores)
            reviews += len(chunk.texts)
            empty += sum(not has_token(text) for text in chunk.texts)
            tell(reviews, chunk.share)
        for warning in row_errors.warnings:
            on_note(f"warning: {warning}")
        if selection.used_indices:
            names = ", ".join(f"{index} is '{label}'" for index, label in enumerate(scorer.class_names[:4]))
            on_note(f"{opened.name}: true labels are read as indices of the network's labels: {names}")
        if empty > _EMPTY * reviews:
            on_note(
                f"warning: {opened.name}: {empty:,} of {reviews:,} texts have no word; is "
                f"'{selection.text}' the right column (--text-column)?"
            )
    told = tuple(f"{opened.name}: {note}" for note in (*table.notes, *notes))
    return Summary(reviews, row_errors.count, time.perf_counter() - began, evaluation, notes=told)


def _schema(
    source: Source, layout: Layout, selection: ColumnSelection, set_aside: bool, on_chunk: Callable[[], None]
) -> tuple[Any, list[str]]:
    """The schema that JSON lines have in Parquet, and what becomes JSON text in it."""
    from seqtui.scoring.json_types import infer_types

    types = infer_types(source, layout, selection, set_aside=set_aside, on_chunk=on_chunk)
    return types.schema(), types.notes()


def choose_text_column(
    source: Source, layout: Layout, text_column: str | None, on_note: Callable[[str], None]
) -> str:
    """The column of the texts: the named one, ``text``, or the one that looks like it; and report the layout.

    Args:
        source: The file, open.
        layout: How it is laid out.
        text_column: The column that the user named, if any.
        on_note: Called with the layout where it is not the plain one, with a guessed column, and with
            warnings.

    Raises:
        InputError: If no column looks like text.
    """
    found = text_column or "text"
    notes = layout.differences()
    if text_column is None and layout.format not in ("lines", "fasttext"):
        columns, sample = read_head(source, layout)
        if any(sample.values()) and "text" not in map(str.strip, columns):
            found = find_text_column(source.name, sample, None)
            notes.append(f"text column '{found}'")
    if notes:
        on_note(f"{source.name}: {layout.name}, {', '.join(notes)}")
    for warning in layout.warnings:
        on_note(f"warning: {source.name}: {warning}")
    return found


def _scored(scorer: Scorer, chunks: Iterable[Chunk]) -> Generator[tuple[Chunk, NDArray[np.float32]]]:
    """Each chunk with its scores; while one is scored the next is read and the last is written."""
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
