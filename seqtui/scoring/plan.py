"""What is to be scored, cut into parts that can be scored alone, in any order, and again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from seqtui.errors import InputError
from seqtui.scoring.files import choose_text_column
from seqtui.scoring.writing import output_format
from seqtui.tables.detection import detect_layout
from seqtui.tables.formats import FORMATS, OUTPUT_FORMATS, extension
from seqtui.tables.layout import Layout, TableOptions
from seqtui.tables.reading import split_into_spans
from seqtui.tables.rows import ColumnSelection, RowErrors, Span, discard_row_errors
from seqtui.tables.streams import Source, open_source

PART = 1 << 23
"""Bytes of a part, about: some 6,000 reviews, two seconds of a core."""


class Part(msgspec.Struct, frozen=True):
    """Rows of one file that become one file.

    Args:
        source: The file that they are in.
        span: Where in it.
        name: Of the file to write.
        size: Of the rows, in bytes, about.
        layout: How the file is laid out.
    """

    source: str
    span: Span
    name: str
    size: int
    layout: Layout


class Job(msgspec.Struct, frozen=True):
    """What holds for every part.

    Args:
        text_column: The column of the texts. Default: ``text`` if there is one, else detected.
        label_column: The column of their true labels. Default: nothing is compared.
        options: How the files are to be read. Default: as detected.
        normalize_labels: Whether true labels may differ from the network's in case and spaces.
        set_aside: Whether rows that cannot be read are, or end the work.
        formulas: Leave cells of CSV that a spreadsheet would compute as they are.
        schema: The types of rows of JSON that become Parquet, as Arrow writes them.
        notes: What the user must know of the result, a line each.
    """

    text_column: str | None = None
    label_column: str | None = None
    options: TableOptions = TableOptions()
    normalize_labels: bool = False
    set_aside: bool = False
    formulas: bool = False
    schema: bytes | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Found:
    """A file, and where it can be cut."""

    path: str
    layout: Layout
    columns: list[str]
    spans: list[Span]
    size: int
    notes: tuple[str, ...] = ()


def make_plan(
    files: list[str], output: str, class_names: list[str], job: Job, on_note: Callable[[str], None]
) -> tuple[Job, list[Part]]:
    """Cut files into parts; they are read for it where nothing else tells where a row ends.

    Args:
        files: Of one format and with the same columns.
        output: The folder to be written. Its ending, as in ``scores.parquet``, is the format of the parts;
            without one they have the files' own, and lines of text become CSV.
        class_names: Class names, in the order of the network's outputs.
        job: What is asked for.
        on_note: Called with each thing that was detected or looks doubtful, in one line.

    Returns:
        The job with what all parts must know, and the parts, in the order of the files and their rows.

    Raises:
        InputError: If a file cannot be read, or they do not go together.
    """
    has_columns = bool(job.text_column or job.label_column)
    suffix = _suffix(output)
    found: list[_Found] = []
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
            with discard_row_errors(source.name, set_aside=job.set_aside) as row_errors:
                file = _cut(path, source, layout, selection, row_errors, suffix, columns)
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
                    set_aside=job.set_aside,
                    types=types,
                    columns=tuple(columns),
                )
        notes += [f"{output}: {note}" for note in types.notes()]
        job = msgspec.structs.replace(job, schema=bytes(types.schema().serialize()))
    job = msgspec.structs.replace(job, notes=tuple(notes))
    return job, list(_parts(found, columns, suffix))


def _suffix(output: str) -> str:
    """What a folder's name says of the files in it, if anything."""
    if extension(output) not in OUTPUT_FORMATS:
        return ""
    output_format(output)
    last = Path(output.lower()).suffix
    return last if last in OUTPUT_FORMATS else extension(output) + last


def _cut(
    path: str, source: Source, layout: Layout, selection: ColumnSelection, row_errors: RowErrors, suffix: str,
    columns: list[str],
) -> _Found:  # fmt: skip
    if layout.format == "parquet":
        from seqtui.tables.parquet import ParquetTable

        table = ParquetTable(source, selection, row_errors)
        return _Found(
            path, layout, table.columns, table.split_into_spans(PART), source.size, tuple(table.notes)
        )
    known = tuple(columns) if layout.format in ("json", "jsonl") else ()
    same = not suffix.startswith((".jsonl", ".ndjson"))
    told, spans = split_into_spans(source, layout, selection, row_errors, same, PART, known)
    return _Found(path, layout, told, spans, source.size)


def _parts(found: list[_Found], columns: list[str], suffix: str) -> Iterator[Part]:
    number = 0
    for file in found:
        for span in file.spans:
            is_json = file.layout.format in ("json", "jsonl")
            span = replace(span, columns=tuple(columns)) if is_json else span
            name = f"part-{number:05}{suffix}"
            yield Part(file.path, span, name, file.size // len(file.spans), file.layout)
            number += 1
