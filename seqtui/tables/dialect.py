"""The dialect of a CSV or TSV file, detected from a sample: separator, quoting, header, lines before it."""

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
"""The separators that are detected, the more usual ones first."""

KNOWN_COLUMNS = {
    *TEXT_NAMES, *LABEL_NAMES, *SPLIT_NAMES, "id", "index", "title", "date", "user", "name", "source",
    "language", "query",
}  # fmt: skip
"""Names that columns often have, in small letters and without spaces or signs."""

_ROWS = 200  # of the sample, at most
_CONSISTENT = 0.9  # of the rows must have as many fields as the header
_PROSE = 3  # words from which on a field is text and not a name
_SEP_LINE = re.compile(r"sep=(.)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)?\s*")


class _Parsed(NamedTuple):
    """A sample as one dialect reads it.

    Args:
        rows: Its rows, without empty ones.
        failed: Whether its quotes do not go together.
    """

    rows: list[list[str]]
    failed: bool

    @property
    def width(self) -> int:
        """Fields of the first row."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def agreement(self) -> float:
        """The share of the other rows that have as many fields as the first."""
        others = self.rows[1:]
        return sum(len(row) == self.width for row in others) / len(others) if others else 1.0

    @property
    def fits(self) -> bool:
        """Whether the dialect reads a table of at least two columns."""
        return not self.failed and self.width > 1 and self.agreement >= _CONSISTENT


def parse(lines: Sequence[str], separator: str, quoting: str) -> _Parsed:
    """Read lines in a dialect.

    Args:
        lines: Lines with their ends.
        separator: One character.
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
        # A sample that is cut off may end within quotes.
        return _Parsed(rows, "unexpected end" not in str(error) or len(rows) < 2)
    return _Parsed(rows, False)


def reader_settings(quoting: str) -> dict[str, Any]:
    """What Python's ``csv.reader`` is given for a way of quoting."""
    if quoting == "none":
        return {"quoting": csv.QUOTE_NONE}
    if quoting == "backslash":
        return {"doublequote": False, "escapechar": "\\"}
    return {}


def detect_dialect(name: str, lines: list[str], layout: Layout, options: TableOptions) -> Layout:
    """Find out how the rows of a CSV or TSV file are written.

    What the options say is taken as it is; the rest is detected, and only what fits nearly all rows is taken
    in place of what the format usually has.

    Args:
        name: How messages call the file.
        lines: Its first lines, decoded, with their ends.
        layout: What is known so far: ``csv`` or ``tsv``, encoding.
        options: What the user says.

    Returns:
        The layout with separator, quoting, header and lines to skip.

    Raises:
        InputError: If the file begins with a title, which nothing but its user can tell from a header.
    """
    skip = options.skip_lines or 0
    usual = "\t" if layout.format == "tsv" else ","
    separator = options.separator_character
    if options.skip_lines is None and lines and (found := _SEP_LINE.match(lines[0].rstrip("\r\n"))):
        skip, separator = 1, separator or found[1]  # what spreadsheets begin a file with
    lines = lines[skip:]
    if separator is None:
        separator = _separator(lines, usual, options)
    quoting = options.quoting or _quoting(lines, separator)
    parsed = parse(lines, separator, quoting)
    layout = _with(layout, separator=separator, quoting=quoting, skip_lines=skip)
    if options.skip_lines is None and parsed.width == 1 and not skip:
        _check_title(name, lines, quoting, options)
    if options.header is not None:
        return _with(layout, header=options.header)
    names, values = header_votes(parsed.rows)
    if names and values:
        doubt = f"line {skip + 1} is taken for the header, but may be data; --no-header reads it as data"
        return _with(layout, warnings=(*layout.warnings, doubt))
    return _with(layout, header=not values)


def _with(layout: Layout, **changes: Any) -> Layout:
    return msgspec.structs.replace(layout, **changes)


def _separator(lines: Sequence[str], usual: str, options: TableOptions) -> str:
    """The separator that reads most rows alike; the usual one unless another one clearly fits better."""
    quotings = [options.quoting] if options.quoting else list(QUOTINGS)
    separator: str
    for separator in (usual, *SEPARATORS):
        if any(parse(lines, separator, quoting).fits for quoting in quotings):
            return separator
    return usual


def _quoting(lines: Sequence[str], separator: str) -> str:
    """The way of quoting: doubled quotes, unless these cannot be and another way reads all rows alike."""
    standard = parse(lines, separator, "standard")
    if not standard.failed and (standard.agreement == 1.0 or standard.width < 2):
        return "standard"
    if any('\\"' in line for line in lines):
        backslash = parse(lines, separator, "backslash")
        if backslash.fits and backslash.agreement == 1.0:
            return "backslash"
    none = parse(lines, separator, "none")
    # Only for tabs: a comma between quotes that are letters would be a separator as well.
    if separator == "\t" and none.fits and none.agreement == 1.0:
        return "none"
    return "standard"


def _check_title(name: str, lines: Sequence[str], quoting: str, options: TableOptions) -> None:
    """Refuse a first line with one field in front of lines that agree on more.

    Raises:
        InputError: If there is one.
    """
    separators = options.separator_character or SEPARATORS
    for titles in range(1, min(4, len(lines))):
        for separator in separators:
            rest = parse(lines[titles:], separator, quoting)
            if rest.fits and len(rest.rows) > 1 and rest.agreement == 1.0:
                first = parse(lines[:titles], separator, "none").rows
                if first and len(first[0]) < rest.width:
                    raise InputError(
                        f"{name}: line 1 has {_fields(len(first[0]))}, the lines from {titles + 1} on have "
                        f"{rest.width} (separator '{shown_separator(separator)}'); if it is a title, "
                        f"--skip-lines {titles} leaves it out"
                    )


def header_votes(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many columns speak for a header, and how many for a first row that is one like the others.

    A known name, or a word above numbers or prose, speaks for a header; a value that recurs below, prose
    above prose, or a number above numbers speaks against one. Other columns are silent.

    Args:
        rows: Rows as read, the first one in question.

    Returns:
        Columns for a header, columns against it. A known name outweighs everything: then none is against.
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
    """Whether the first cell of a column is a name, or a value as those below; None where nothing tells."""
    if not below or not cell.strip():
        return None
    counts = Counter(value.strip() for value in below)
    recurs = 2 * len(counts) <= len(below)
    if all(_NUMBER.fullmatch(value) for value in below):
        if _NUMBER.fullmatch(cell) is None:
            return True
        return False if not recurs or cell.strip() in counts else None
    words = sorted(len(value.split()) for value in below)[len(below) // 2]
    if words >= _PROSE:
        if len(cell.split()) >= _PROSE:
            return False
        return True if re.fullmatch(r"\s*\w+\s*", cell) else None
    return False if recurs and cell.strip() in counts else None


def _fields(count: int) -> str:
    return f"{count} field{'' if count == 1 else 's'}"
