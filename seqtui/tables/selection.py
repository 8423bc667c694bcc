"""Select the columns to read, and convert labels to class indices."""

import re
from collections.abc import Sequence

from seqtui.errors import InputError, listed
from seqtui.tables.rows import UNLABELLED

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_INTEGRAL = re.compile(r"^([+-]?\d+)\.0+$")  # 4.0 becomes 4


class ColumnSelection:
    """The columns to read from a table, and the mapping from labels to class indices.

    Args:
        text: Name of the text column.
        label: Name of the column of true labels; None to read no labels.
        class_names: Class names, in the order of the network's outputs.
        optional: Accept rows without text as empty texts. Default: False.
        normalize: Ignore case and spaces when labels are compared. Default: False.

    Attributes:
        used_indices: Whether any true label was a class index instead of a class name.
    """

    def __init__(
        self, text: str, label: str | None, class_names: list[str], *, optional: bool = False,
        normalize: bool = False,
    ) -> None:  # fmt: skip
        self.text = text
        self.optional = optional
        self.label = label
        self.used_indices = False
        self._normalize = normalize
        self._expected = ", ".join(class_names)
        self._indices = {self._key(label_name(label)): index for index, label in enumerate(class_names)}
        self._by_number = {
            number: i for i, label in enumerate(class_names) if (number := _number(label)) is not None
        }
        if not self._by_number:
            self._expected += f", nor an index below {len(class_names)}"
        self._num_classes = len(class_names)

    def check(self, columns: list[str], name: str) -> None:
        """Check that each column exists exactly once; spaces around a name are ignored.

        Args:
            columns: Column names of the table.
            name: Name of the file in messages.

        Raises:
            InputError: If a column is missing or ambiguous; the message lists the columns.
        """
        self.text = find_column(self.text, columns, f"{name}: no column", "--text-column")
        if self.label is not None:
            self.label = find_column(self.label, columns, f"{name}: no column", "--label-column")

    def label_index(self, value: object) -> int:
        """Return the class index of a true label.

        Args:
            value: The label. Numbers are compared as numbers: ``1.0`` is ``1``. If no class name is a number,
                a number is a class index, from 0.

        Returns:
            The index, or UNLABELLED if the value is missing or empty.

        Raises:
            ValueError: If there is no such class.

        Example:
            >>> ColumnSelection("text", "label", ["negative", "positive"]).label_index("positive")
            1
        """
        if is_missing(value):
            return UNLABELLED
        label = label_name(value)
        found = self._indices.get(self._key(label))
        if found is None and (number := _number(label, value)) is not None:
            found = self._by_number.get(number)
            if found is None and not self._by_number and number in range(self._num_classes):
                found, self.used_indices = int(number), True
        if found is None:
            raise ValueError(f"its label '{label[:40]}' is none of {self._expected}")
        return found

    def _key(self, label: str) -> str:
        return normalized_label(label) if self._normalize else label


def find_column(wanted: str, columns: Sequence[str], problem: str, option: str) -> str:
    """Find a column by name; spaces around names are ignored.

    Args:
        wanted: Name to look for.
        columns: Names of all columns.
        problem: Start of the error message, such as ``reviews.csv: no column``.
        option: Command-line option that names another column.

    Returns:
        The name, with the spaces that it has in the table.

    Raises:
        InputError: If no column or more than one has this name.
    """
    matches = [name for name in columns if name == wanted] or [
        name for name in columns if name.strip() == wanted.strip()
    ]
    if not matches:
        raise InputError(f"{problem} '{wanted}'; use {option} with one of: {listed(list(columns))}")
    check_unique(wanted, len(matches), problem.removesuffix(": no column"))
    return matches[0]


def check_unique(name: str, count: int, table: str) -> None:
    """Raise an error if several columns have the same name.

    Args:
        name: The name.
        count: Number of columns with it.
        table: Name of the table, for the message.

    Raises:
        InputError: If there is more than one.
    """
    if count > 1:
        raise InputError(f"{table}: {count} columns are called '{name}'; rename one")


class FirstColumn(ColumnSelection):
    """Selects the first column, to read a table before its text column is known."""

    def __init__(self) -> None:
        super().__init__("", None, [], optional=True)

    def check(self, columns: list[str], name: str) -> None:
        """Select the first column."""
        if not columns:
            raise InputError(f"{name}: it has no text column")
        self.text = columns[0]


def is_missing(value: object) -> bool:
    """Return whether a cell is empty: null, NaN, only spaces, or an empty list."""
    return value is None or value != value or value == [] or (isinstance(value, str) and not value.strip())


def label_name(value: object) -> str:
    """Return a label as text.

    Args:
        value: A string, number or boolean, or a list of one of them.

    Returns:
        The text without spaces around it. Booleans are ``true`` and ``false``; 4.0 and ``4.0`` are ``4``.

    Raises:
        ValueError: If it is a list of several labels.

    Example:
        >>> label_name(4.0), label_name(" 4.0"), label_name(["good"]), label_name(True)
        ('4', '4', 'good', 'true')
    """
    if isinstance(value, list):
        if len(value) > 1:
            names = listed([label_name(item) for item in value])
            raise ValueError(f"it has {len(value)} labels ({names}); a text can have one label only")
        value = value[0] if value else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    name = str(value).strip()
    return _INTEGRAL.sub(r"\1", name)


def normalized_label(name: str) -> str:
    """Return a label in lower case and with single spaces."""
    return " ".join(name.casefold().split())


def _number(label: str, value: object = None) -> float | None:
    """Return a label as a number, or None if it is not one."""
    if isinstance(value, bool):
        return float(value)
    return float(label) if _NUMBER.fullmatch(label) else None
