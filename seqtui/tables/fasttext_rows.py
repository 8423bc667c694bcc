"""Rows of fastText's format: a text a line, with its labels as words that begin with ``__label__``."""

from collections.abc import Iterator, Sequence

from seqtui.tables.lines import TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, ColumnSelection, Row, RowErrors

PREFIX = "__label__"
COLUMNS = ["text", "label"]

_MOST = 0.9  # of the lines have a label


def is_fasttext(lines: Sequence[str]) -> bool:
    """Whether lines are in fastText's format: the first one has a label in front, and nearly all have one."""
    filled = [line for line in lines if line.strip()]
    if not filled or not filled[0].startswith(PREFIX):
        return False
    return sum(PREFIX in line for line in filled) >= _MOST * len(filled)


def fasttext_rows(lines: Lines, selection: ColumnSelection, row_errors: RowErrors) -> Iterator[Row]:
    """Read them. Several labels of a text become a list, which :func:`seqtui.tables.rows.label_name` refuses.

    Args:
        lines: Where from.
        selection: Which columns: ``text``, and perhaps ``label``.
        row_errors: Gets the rows that cannot be read.
    """
    while not lines.is_at_end:
        try:
            line = lines.read()
            if not line:
                return
            words = line.decode().split()
            labels = [word.removeprefix(PREFIX) for word in words if word.startswith(PREFIX)]
            label = labels[0] if len(labels) == 1 else labels or ""
            text = " ".join(word for word in words if not word.startswith(PREFIX))
            y_true = UNLABELLED if selection.label is None else selection.label_index(label)
            yield Row(text, y_true, {"text": text, "label": label}, len(line), lines.number)
        except TooLongError:
            row_errors.add(lines.number, TOO_LONG)
        except UnicodeDecodeError as error:
            row_errors.add(lines.number, not_utf8(error, lines.number), line)
        except ValueError as error:
            row_errors.add(lines.number, str(error), line)
