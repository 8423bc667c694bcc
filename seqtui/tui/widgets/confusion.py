"""The confusion matrix as a table whose cells can be chosen."""

import numpy as np
from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from seqtui.curation.mistakes import EvaluatedSet
from seqtui.terminal.sanitize import printable

_MAX_LABELS = 30  # of more, those with the most mistakes are shown
_NAME = 16  # characters of a label
_ALL = "all"


class ConfusionMatrix(DataTable[Text]):
    """One row per label and one column per predicted label, after a row and a column of sums.

    With a band of unsure reviews, the last column counts them.
    """

    class CellChosen(Message):
        """A cell was chosen.

        Args:
            label: Label of its row; None for the sums of all labels.
            predicted: Label of its column; None for the sums of all labels.
        """

        def __init__(self, label: str | None, predicted: str | None) -> None:
            super().__init__()
            self.label = label
            self.predicted = predicted

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, cursor_type="cell")
        self._rows: list[str | None] = [None]
        self._columns: list[str | None] = [None]

    def show(self, found: EvaluatedSet) -> None:
        """Show the matrix of a set; the cursor is on the sum of all cells."""
        counts, classes = found.confusion, len(found.class_names)
        mistakes = counts.sum(axis=0)[:classes] + counts.sum(axis=1) - 2 * counts.diagonal()
        shown = np.sort(np.argsort(-mistakes, kind="stable")[:_MAX_LABELS])
        columns = [*shown, *range(classes, counts.shape[1])]
        self.clear(columns=True)
        self._rows = [None, *(found.class_names[label] for label in shown)]
        self._columns = [None, *(found.rule.label_names[label] for label in columns)]
        sums = np.zeros((len(shown) + 1, len(columns) + 1), np.int64)
        sums[1:, 1:] = counts[np.ix_(shown, columns)]
        sums[0, 1:], sums[1:, 0] = counts.sum(axis=0)[columns], counts.sum(axis=1)[shown]
        sums[0, 0] = counts.sum()
        most = len(f"{counts.sum():,}")
        for name in map(_name, self._columns):
            self.add_column(name, width=max(most, name.cell_len))
        for row, (name, cells) in enumerate(zip(map(_name, self._rows), sums.tolist(), strict=True)):
            styles = ["bold" if row == column > 0 else "" for column in range(len(cells))]
            texts = [Text(f"{n:,}", style, justify="right") for n, style in zip(cells, styles, strict=True)]
            self.add_row(*texts, label=name)

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Report the cell under the cursor."""
        event.stop()
        row, column = event.coordinate
        self.post_message(self.CellChosen(self._rows[row], self._columns[column]))


def _name(label: str | None) -> Text:
    return Text(_ALL if label is None else printable(label, _NAME))
