"""Read rows of the fastText format: one text per line; words that start with ``__label__`` are labels."""

from collections.abc import Iterator, Sequence

from seqtui.tables.lines import TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import UNLABELLED, Row, RowErrors
from seqtui.tables.selection import ColumnSelection

PREFIX = "__label__"
COLUMNS = ["text", "label"]

_MIN_LABELLED = 0.9  # fraction of the lines that have a label


def is_fasttext(lines: Sequence[str]) -> bool:
    """Return whether lines are in the fastText format: the first starts with a label, nearly all have one.

    Example:
        >>> is_fasttext(["__label__good A fine film", "__label__bad A dull film"])
        True
    """
    filled = [line for line in lines if line.strip()]
    if not filled or not filled[0].startswith(PREFIX):
        return False
    return sum(PREFIX in line for line in filled) >= _MIN_LABELLED * len(filled)


def fasttext_rows(lines: Lines, selection: ColumnSelection, row_errors: RowErrors) -> Iterator[Row]:
    """Read rows. Several labels become a list, which :func:`seqtui.tables.selection.label_name` rejects.

    Args:
        lines: Lines of the file.
        selection: Columns to read: ``text``, and optionally ``label``.
        row_errors: Collects rows that cannot be read.
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
