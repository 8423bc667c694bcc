"""Split the files to score into parts that can be scored independently, in any order, and retried."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from seqtui.errors import InputError
from seqtui.scoring.writing import output_format
from seqtui.tables.detection import detect_layout
from seqtui.tables.formats import FORMATS, OUTPUT_FORMATS, extension
from seqtui.tables.layout import Layout, TableOptions
from seqtui.tables.reading import split_into_spans
from seqtui.tables.rows import RowErrors, Span, discard_row_errors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import Source, open_source
from seqtui.tables.text_column import choose_text_column

PART_BYTES = 1 << 23
"""Approximate size of a part: about 6,000 reviews, two seconds on a core."""


class Part(msgspec.Struct, frozen=True):
    """Rows of an input file that are written to one output file.

    Args:
        source: Path of the input file.
        span: Part of the input file.
        name: Name of the output file.
        size: Approximate bytes of the rows.
        layout: Layout of the input file.
    """

    source: str
    span: Span
    name: str
    size: int
    layout: Layout


class Job(msgspec.Struct, frozen=True):
    """Settings that are the same for every part.

    Args:
        text_column: Name of the text column. Default: ``text`` if it exists, otherwise detected.
        label_column: Name of the column of true labels. Default: no evaluation.
        options: Settings for reading the files. Default: detected.
        normalize_labels: Ignore case and spaces when labels are compared. Default: False.
        skip_rejected: Skip rows that cannot be read; otherwise the first one raises an error. Default: False.
        formulas: Keep CSV cells that a spreadsheet would evaluate. Default: False.
        schema: Serialized Arrow schema, to write JSON rows as Parquet. Default: none.
        notes: Warnings about the result, one line each. Default: none.
    """

    text_column: str | None = None
    label_column: str | None = None
    options: TableOptions = TableOptions()
    normalize_labels: bool = False
    skip_rejected: bool = False
    formulas: bool = False
    schema: bytes | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _InputFile:
    """An input file and its spans."""

    path: str
    layout: Layout
    columns: list[str]
    spans: list[Span]
    size: int
    notes: tuple[str, ...] = ()


def make_plan(
    files: list[str], output: str, class_names: list[str], job: Job, on_note: Callable[[str], None]
) -> tuple[Job, list[Part]]:
    """Split files into parts. Text formats are read completely to find where rows end.

    Args:
        files: Paths of files with the same format and columns.
        output: Path of the output folder. Its extension, such as that of ``scores.parquet``, is the format of
            the parts. Default: the format of the files, or CSV for text lines.
        class_names: Class names, in the order of the network's outputs.
        job: Settings from the user.
        on_note: Called with each detected setting or warning, one line.

    Returns:
        The completed settings, and the parts in the order of files and rows.

    Raises:
        InputError: If a file cannot be read, or formats or columns differ.
    """
    has_columns = bool(job.text_column or job.label_column)
    suffix = _suffix(output)
    found: list[_InputFile] = []
    columns: list[str] = []
    for path in files:
        with open_source(path) as source:
            layout = detect_layout(source, path, job.options, has_columns=has_columns, option="--input")
            if found and layout.format != found[0].layout.format:
                raise InputError(
                    f"{path}: is {layout.name}, {found[0].path} is {found[0].layout.name}; "
                    "score one format at a time"
                )
            text_column = choose_text_column(source, layout, job.text_column, on_note)
            if job.text_column is None:
                job = msgspec.structs.replace(job, text_column=text_column)
            selection = ColumnSelection(
                text_column, job.label_column, class_names, normalize=job.normalize_labels
            )
            suffix = suffix or FORMATS[FORMATS[layout.format].output].extensions[0]
            with discard_row_errors(source.name, skip_rejected=job.skip_rejected) as row_errors:
                file = _inspect(path, source, layout, selection, row_errors, suffix, columns)
        if columns and layout.format not in ("json", "jsonl") and file.columns != columns:
            raise InputError(
                f"{path}: its columns are {', '.join(file.columns)}; those of {found[0].path} are "
                f"{', '.join(columns)}"
            )
        columns = columns or file.columns
        found.append(file)
    notes = [f"{file.path}: {note}" for file in found for note in file.notes]
    if found[0].layout.format in ("json", "jsonl") and suffix.startswith((".parquet", ".pq")):
        from seqtui.scoring.json_types import RowTypes, infer_types

        types = RowTypes(columns)
        for file in found:
            with open_source(file.path) as source:
                infer_types(
                    source,
                    file.layout,
                    selection,
                    skip_rejected=job.skip_rejected,
                    types=types,
                    columns=tuple(columns),
                )
        notes += [f"{output}: {note}" for note in types.notes()]
        job = msgspec.structs.replace(job, schema=bytes(types.schema().serialize()))
    job = msgspec.structs.replace(job, notes=tuple(notes))
    return job, list(_parts(found, columns, suffix))


def _suffix(output: str) -> str:
    """Return the format extension in the name of a folder, such as ``.parquet``; empty if there is none."""
    if extension(output) not in OUTPUT_FORMATS:
        return ""
    output_format(output)
    last = Path(output.lower()).suffix
    return last if last in OUTPUT_FORMATS else extension(output) + last


def _inspect(
    path: str, source: Source, layout: Layout, selection: ColumnSelection, row_errors: RowErrors, suffix: str,
    columns: list[str],
) -> _InputFile:  # fmt: skip
    if layout.format == "parquet":
        from seqtui.tables.parquet import ParquetTable

        table = ParquetTable(source, selection, row_errors)
        return _InputFile(
            path, layout, table.columns, table.split_into_spans(PART_BYTES), source.size, tuple(table.notes)
        )
    known_columns = tuple(columns) if layout.format in ("json", "jsonl") else ()
    needs_same_columns = not suffix.startswith((".jsonl", ".ndjson"))
    names, spans = split_into_spans(
        source, layout, selection, row_errors, needs_same_columns, PART_BYTES, known_columns
    )
    return _InputFile(path, layout, names, spans, source.size)


def _parts(found: list[_InputFile], columns: list[str], suffix: str) -> Iterator[Part]:
    number = 0
    for file in found:
        for span in file.spans:
            is_json = file.layout.format in ("json", "jsonl")
            span = replace(span, columns=tuple(columns)) if is_json else span
            name = f"part-{number:05}{suffix}"
            yield Part(file.path, span, name, file.size // len(file.spans), file.layout)
            number += 1
