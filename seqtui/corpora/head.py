"""The beginning of a source: columns, first rows and what was detected."""

from itertools import islice
from pathlib import Path

import msgspec

from seqtui.corpora.choices import Choices
from seqtui.corpora.gather import expand
from seqtui.errors import InputError
from seqtui.recipe import SOURCES
from seqtui.tables.columns import find_columns, find_text_column, label_candidates
from seqtui.tables.detection import detect_layout
from seqtui.tables.reading import read_head
from seqtui.tables.selection import is_missing
from seqtui.tables.streams import open_source
from seqtui.terminal.sanitize import printable

_ROWS = 5
_WIDTH = 120  # characters of a cell


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The beginning of a source, as ``seqtui data head --json`` prints it.

    Args:
        source: Its name or path.
        layout: How the file is read, in one line: ``CSV, separator ';', encoding cp1251``.
        columns: Column names in file order. Empty for folders and named sources.
        rows: The first rows, at most 5. Cells are printable and cut to 120 characters.
        text_column: The detected text column, if any.
        label_column: The detected label column, if any.
        label_candidates: Columns that could hold the labels, the likeliest first.
        warnings: What looks wrong, a line each.
        problem: Why the columns cannot be detected. Default: they can.
    """

    source: str
    layout: str
    columns: list[str]
    rows: list[list[str]]
    text_column: str | None
    label_column: str | None
    label_candidates: list[str]
    warnings: list[str]
    problem: str | None = None


def read_source_head(source: str, choices: Choices | None = None) -> Head:
    """Look at the beginning of a source; of several files, at that of the first.

    Args:
        source: As for :func:`seqtui.corpora.load_corpus`.
        choices: How it is read. Default: as detected.

    Raises:
        InputError: If it cannot be read; the message says what to do.
    """
    choices = choices or Choices()
    if source in SOURCES or Path(source).is_dir():
        kind = SOURCES.get(source, "a folder with one sub-folder a label")
        return Head(source=source, layout=kind, columns=[], rows=[], text_column=None, label_column=None,
                    label_candidates=[], warnings=[])  # fmt: skip
    paths = expand(source)
    if not paths:
        raise InputError(f"--data {source}: no such file or folder")
    with open_source(paths[0], "--data") as file:
        layout = detect_layout(file, paths[0], choices.check(), has_columns=True, option="--data")
        columns, sample = read_head(file, layout)
    text = label = problem = None
    try:
        text = find_text_column(paths[0], sample, choices.text_column)
        found = find_columns(
            paths[0], sample, choices.text_column, choices.label_column, choices.split_column
        )
        text, label = found.text, found.label
    except InputError as error:
        problem = printable(str(error), 300)
    return Head(
        source=source,
        layout=printable(layout.describe(), 300),
        columns=columns,
        rows=[
            [_cell(value) for value in row]
            for row in islice(zip(*(sample[name] for name in columns), strict=True), _ROWS)
        ],
        text_column=text,
        label_column=label,
        label_candidates=label_candidates(sample, text),
        warnings=[printable(warning, 300) for warning in layout.warnings],
        problem=problem,
    )


def _cell(value: object) -> str:
    return "" if is_missing(value) else printable(str(value), _WIDTH)
