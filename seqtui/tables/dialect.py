"""Detect the dialect of a CSV or TSV file from a sample: separator, quoting, header, lines to skip."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from seqtui.errors import InputError
from seqtui.tables.columns import LABEL_NAMES, SPLIT_NAMES, TEXT_NAMES
from seqtui.tables.layout import QUOTINGS, Layout, TableOptions, shown_separator

SEPARATORS = ",;\t|"
"""Separators that are detected, most common first."""

KNOWN_COLUMNS = {
    *TEXT_NAMES, *LABEL_NAMES, *SPLIT_NAMES, "id", "index", "title", "date", "user", "name", "source",
    "language", "query",
}  # fmt: skip
"""Common column names, in lower case and without spaces and punctuation."""

_ROWS = 200  # maximum rows of the sample
_CONSISTENT = 0.9  # minimum fraction of rows with as many fields as the header
_TITLES = 5  # lines before the header that are looked for
_MIN_WORDS = 3  # of a text; a name has fewer
_SEP_LINE = re.compile(r"sep=(.)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)?\s*")


class _Parsed(NamedTuple):
    """A sample parsed in one dialect.

    Args:
        rows: Rows that are not empty.
        failed: Whether quotes are unbalanced.
    """

    rows: list[list[str]]
    failed: bool

    @property
    def width(self) -> int:
        """Number of fields of the first row."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def agreement(self) -> float:
        """Fraction of the other rows that have as many fields as the first."""
        others = self.rows[1:]
        return sum(len(row) == self.width for row in others) / len(others) if others else 1.0

    @property
    def fits(self) -> bool:
        """Whether this is a table of at least two columns."""
        return not self.failed and self.width > 1 and self.agreement >= _CONSISTENT

    def is_uniform(self, rows: int) -> bool:
        """Whether this is a table of at least so many rows, all with the same number of fields."""
        return self.fits and self.agreement == 1.0 and len(self.rows) >= rows


def parse(lines: Sequence[str], separator: str, quoting: str) -> _Parsed:
    """Parse lines in a dialect.

    Args:
        lines: Lines with their line ends.
        separator: Field separator, one character.
        quoting: One of :data:`seqtui.tables.layout.QUOTINGS`.
    """
    rows: list[list[str]] = []
    reader = csv.reader(lines, strict=True, delimiter=separator, **reader_settings(quoting))
    try:
        for row in reader:
            if row:
                rows.append(row)
            if len(rows) == _ROWS:
                break
    except csv.Error as error:
        # A truncated sample may end within quotes.
        return _Parsed(rows, "unexpected end" not in str(error) or len(rows) < 2)
    return _Parsed(rows, False)


def reader_settings(quoting: str) -> dict[str, Any]:
    """Return the arguments of ``csv.reader`` for a quoting style."""
    if quoting == "none":
        return {"quoting": csv.QUOTE_NONE}
    if quoting == "backslash":
        return {"doublequote": False, "escapechar": "\\"}
    return {}


def detect_dialect(name: str, lines: list[str], layout: Layout, options: TableOptions) -> Layout:
    """Detect the dialect of a CSV or TSV file.

    Options override detection. The default of the format is used unless another value fits nearly all rows.

    Args:
        name: Name of the file in messages.
        lines: First lines of the file, decoded, with their line ends.
        layout: Layout known so far: format ``csv`` or ``tsv``, and encoding.
        options: Settings from the user.

    Returns:
        The layout with separator, quoting, header and lines to skip.

    Raises:
        InputError: If the file starts with a title line; only the user can confirm that it is one.
    """
    skip = options.skip_lines or 0
    usual = "\t" if layout.format == "tsv" else ","
    separator = options.separator_character
    if options.skip_lines is None and lines and (found := _SEP_LINE.match(lines[0].rstrip("\r\n"))):
        skip, separator = 1, separator or found[1]  # spreadsheet programs write it
    lines = lines[skip:]
    others: list[str] = []
    if separator is None:
        separator, *others = _separators(lines, usual, options)
    quoting = options.quoting or _quoting(lines, separator)
    parsed = parse(lines, separator, quoting)
    layout = _with(layout, separator=separator, quoting=quoting, skip_lines=skip)
    if others:
        also = " or ".join(f"'{shown_separator(other)}'" for other in others)
        layout = layout.warned(f"the separator may also be {also}; --separator sets it")
    if options.skip_lines is None and parsed.width == 1 and not skip:
        _check_title(name, lines, quoting, options)
    if options.header is not None:
        return _with(layout, header=options.header)
    if options.skip_lines is None and not skip:
        _check_padded_title(name, lines, separator, quoting)
    names, values = header_votes(parsed.rows)
    if names and values:
        warning = f"line {skip + 1} is read as the header, but may be data; --no-header reads it as data"
        return layout.warned(warning)
    return _with(layout, header=not values)


def _with(layout: Layout, **changes: Any) -> Layout:
    return msgspec.structs.replace(layout, **changes)


def _separators(lines: Sequence[str], usual: str, options: TableOptions) -> list[str]:
    """Return the separators that fit and give most fields, the usual one first; if none fits, the usual one.

    Decimal commas between semicolons fit, too, but give fewer fields.
    """
    quotings = [options.quoting] if options.quoting else list(QUOTINGS)
    widths = {}
    for separator in dict.fromkeys((usual, *SEPARATORS)):
        parsed = (parse(lines, separator, quoting) for quoting in quotings)
        widths[separator] = next((found.width for found in parsed if found.fits), 1)
    most = max(widths.values())
    return [separator for separator, width in widths.items() if width == most] if most > 1 else [usual]


def _quoting(lines: Sequence[str], separator: str) -> str:
    """Return the quoting style: standard, unless it fails and another one fits all rows."""
    standard = parse(lines, separator, "standard")
    if not standard.failed and (standard.agreement == 1.0 or standard.width < 2):
        return "standard"
    if any('\\"' in line for line in lines):
        backslash = parse(lines, separator, "backslash")
        if backslash.fits and backslash.agreement == 1.0:
            return "backslash"
    none = parse(lines, separator, "none")
    # Only for tabs: commas within texts would be separators, too, if quotes had no meaning.
    if separator == "\t" and none.fits and none.agreement == 1.0:
        return "none"
    return "standard"


def _check_title(name: str, lines: Sequence[str], quoting: str, options: TableOptions) -> None:
    """Raise an error if lines with more fields follow title lines with fewer."""
    separators = options.separator_character or SEPARATORS
    for titles in range(1, min(_TITLES + 1, len(lines))):
        for separator in separators:
            rest = parse(lines[titles:], separator, quoting)
            if rest.is_uniform(2):
                first = parse(lines[:titles], separator, "none").rows
                if first and len(first[0]) < rest.width:
                    raise InputError(
                        f"{name}: line 1 has {_fields(len(first[0]))}, the lines from {titles + 1} on have "
                        f"{rest.width} (separator '{shown_separator(separator)}'); if it is a title, "
                        f"--skip-lines {titles} skips it"
                    )


def _check_padded_title(name: str, lines: Sequence[str], separator: str, quoting: str) -> None:
    """Raise an error if title lines have as many fields as the table; spreadsheet programs add empty ones."""
    rows = [(parse([line], separator, quoting).rows or [[]])[0] for line in lines[: _TITLES + 1]]
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    titles = next((number for number, count in enumerate(filled) if count > 1), 0)
    if not titles or filled[0] != 1 or any(_plain(cell) in KNOWN_COLUMNS for cell in rows[0]):
        return
    width = len(rows[titles])
    if len(rows[0]) == filled[titles] == width > 2:
        raise InputError(
            f"{name}: line 1 has one field that is not empty, line {titles + 1} has {width}; if line 1 is a "
            f"title, --skip-lines {titles} skips it; if it is the header: --header"
        )


def header_votes(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Count the columns that suggest a header and those that suggest none.

    A known name, or a word above numbers or texts, suggests a header. A value that recurs below, a text above
    texts, or a number above numbers suggests none. Other columns do not count.

    Args:
        rows: First rows of the file; the first one may be a header.

    Returns:
        Columns for a header, and columns against it. A known name gives ``(1, 0)``.
    """
    if len(rows) < 3 or len({len(row) for row in rows[:3]}) > 1:
        return 0, 0
    first, others = rows[0], rows[1:]
    if any(_plain(cell) in KNOWN_COLUMNS for cell in first):
        return 1, 0
    votes = [
        _is_name(cell, [row[column] for row in others if len(row) > column and row[column].strip()])
        for column, cell in enumerate(first)
    ]
    return votes.count(True), votes.count(False)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _is_name(cell: str, below: list[str]) -> bool | None:
    """Return whether the first cell of a column is a name and not a value; None if unknown."""
    if not below or not cell.strip():
        return None
    counts = Counter(value.strip() for value in below)
    recurs = 2 * len(counts) <= len(below)
    if all(_NUMBER.fullmatch(value) for value in below):
        if _NUMBER.fullmatch(cell) is None:
            return True
        return False if not recurs or cell.strip() in counts else None
    words = sorted(len(value.split()) for value in below)[len(below) // 2]
    if words >= _MIN_WORDS:
        if len(cell.split()) >= _MIN_WORDS:
            return False
        return True if re.fullmatch(r"\s*\w+\s*", cell) else None
    return False if recurs and cell.strip() in counts else None


def _fields(count: int) -> str:
    return f"{count} field{'' if count == 1 else 's'}"
