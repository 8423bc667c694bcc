"""Read the first rows of a source, and detect its columns."""

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
    """First rows of a source, as ``seqtui data head --json`` prints them.

    Args:
        source: Name or path of the source.
        layout: Layout of the file in one line, such as ``CSV, separator ';', encoding cp1251``.
        columns: Column names in file order. Empty for folders and named sources.
        rows: First rows, at most 5. Cells are printable and truncated to 120 characters.
        text_column: Text column, or None if it cannot be detected.
        label_column: Label column, or None if it cannot be detected.
        label_candidates: Columns that may contain the labels, most likely first.
        warnings: Uncertain detections, one line each.
        problem: Reason why the columns cannot be detected. Default: None, they can.
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
    """Read the first rows of a source, or of the first file if there are several.

    Args:
        source: As for :func:`seqtui.corpora.load_corpus`.
        choices: Options for your own texts. Default: detect everything.

    Raises:
        InputError: If the source cannot be read.
    """
    choices = choices or Choices()
    if source in SOURCES or Path(source).is_dir():
        kind = SOURCES.get(source, "a folder with one sub-folder per label")
        return Head(source=source, layout=kind, columns=[], rows=[], text_column=None, label_column=None,
                    label_candidates=[], warnings=[])  # fmt: skip
    paths = expand(source)
    if not paths:
        raise InputError(f"--data {source}: no such file or folder")
    with open_source(paths[0], "--data") as file:
        layout = detect_layout(file, paths[0], choices.check(), has_columns=True, option="--data")
        names, sample = read_head(file, layout)
    columns = list(dict.fromkeys(names))
    repeated = [name for name in columns if names.count(name) > 1]
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
        warnings=[
            *(printable(warning, 300) for warning in layout.warnings),
            *(f"{names.count(name)} columns are called '{printable(name, 100)}'" for name in repeated),
        ],
        problem=problem,
    )


def _cell(value: object) -> str:
    return "" if is_missing(value) else printable(str(value), _WIDTH)
