"""Parquet types for the values of JSON lines, inferred from all rows so that no value is lost or changed."""

from collections.abc import Callable, Iterable, Sequence
from types import NoneType
from typing import Any

import msgspec
import pyarrow

from seqtui.tables.layout import Layout
from seqtui.tables.reading import read_table
from seqtui.tables.rows import ColumnSelection, Span, discard_row_errors
from seqtui.tables.streams import Source

_EXACT = 1 << 53  # integers up to here are doubles as well
_INT64 = 1 << 63
_DEEPEST = 32  # Arrow cannot open a file that nests lists 60 deep
_MOST_KEYS = 1000  # of the objects of one column; beyond, the keys are data
_SHOWN = 8  # columns that notes name
_JSON_TEXT = {b"content-type": b"application/json"}
_NAMES = {
    bool: "true or false",
    int: "numbers",
    float: "numbers",
    str: "text",
    list: "lists",
    dict: "objects",
}


class ValueTypes:
    """The JSON types that the values of a column have.

    Args:
        depth: Lists and objects around the values. Default: 0.
    """

    def __init__(self, depth: int = 0) -> None:
        self._depth = depth
        self._types: set[type] = set()
        self._lowest = self._highest = 0
        self._items: ValueTypes | None = None
        self._fields: dict[str, ValueTypes] = {}
        self._has_too_many_keys = False

    def add(self, values: Sequence[Any]) -> None:
        """Take more values into account.

        Args:
            values: As a JSON decoder returns them; None counts for nothing.
        """
        types = set(map(type, values)) - {NoneType}
        self._types |= types
        if self._conflict_here():
            self._items, self._fields = None, {}
            return
        if int in types:
            numbers = [value for value in values if type(value) is int]
            self._lowest = min(self._lowest, *numbers)
            self._highest = max(self._highest, *numbers)
        if list in types:
            self._items = self._items or ValueTypes(self._depth + 1)
            self._items.add([item for value in values if value is not None for item in value])
        if dict in types:
            self._add_fields([value for value in values if value is not None])

    def _add_fields(self, objects: list[dict[str, Any]]) -> None:
        by_name: dict[str, list[Any]] = {}
        for value in objects:
            for name, item in value.items():
                by_name.setdefault(name, []).append(item)
        for name, items in by_name.items():
            if name not in self._fields:
                self._fields[name] = ValueTypes(self._depth + 1)
            self._fields[name].add(items)
        if self._count_keys() > _MOST_KEYS:
            self._has_too_many_keys = True
            self._fields = {}

    def _count_keys(self) -> int:
        below = (self._items, *self._fields.values())
        return len(self._fields) + sum(types._count_keys() for types in below if types)

    def _conflict_here(self) -> str | None:
        """Why the values have no common Arrow type, apart from what is nested in them."""
        if len(self._types) > 1 and self._types != {int, float}:
            return " and ".join(dict.fromkeys(name for kind, name in _NAMES.items() if kind in self._types))
        if self._has_too_many_keys:
            return f"objects with more than {_MOST_KEYS:,} different keys"
        if self._depth > _DEEPEST:
            return f"values nested more than {_DEEPEST} deep"
        if float in self._types and not -_EXACT <= self._lowest <= self._highest <= _EXACT:
            return "fractions and integers too large for a double"
        if not -_INT64 <= self._lowest <= self._highest < _INT64:
            return "integers of more than 64 bits"
        return None

    def conflict(self) -> str | None:
        """Why the values have no common Arrow type; None if they have one."""
        if here := self._conflict_here():
            return here
        if dict in self._types and not self._fields:
            return "objects without keys"
        below = (self._items, *self._fields.values())
        return next((found for types in below if types and (found := types.conflict())), None)

    def arrow_type(self) -> Any:
        """The Arrow type that holds each value unchanged, where there is no conflict.

        A column without any value is text, and a key that an object lacks is null in it.
        """
        if self._items is not None:
            return pyarrow.list_(self._items.arrow_type())
        if self._fields:
            return pyarrow.struct([(name, types.arrow_type()) for name, types in self._fields.items()])
        if float in self._types:
            return pyarrow.float64()
        if int in self._types:
            return pyarrow.int64()
        return pyarrow.bool_() if bool in self._types else pyarrow.string()

    def fits(self, kind: Any) -> bool:
        """Whether a column of this Arrow type holds each value unchanged.

        Args:
            kind: As :meth:`arrow_type` returns it.
        """
        if self._conflict_here():
            return False
        if self._items is not None:
            return pyarrow.types.is_list(kind) and self._items.fits(kind.value_type)
        if dict in self._types:
            return pyarrow.types.is_struct(kind) and all(
                kind.get_field_index(name) >= 0 and types.fits(kind.field(name).type)
                for name, types in self._fields.items()
            )
        if self._types == {int} and pyarrow.types.is_float64(kind):
            return -_EXACT <= self._lowest <= self._highest <= _EXACT
        return not self._types or kind == self.arrow_type()


class RowTypes:
    """The types of all columns of JSON lines.

    Args:
        columns: Their names.
    """

    def __init__(self, columns: Iterable[str]) -> None:
        self._columns = {name: ValueTypes() for name in columns}

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Take more rows into account; a key that a row lacks is null in it."""
        for name, types in self._columns.items():
            types.add([row.get(name) for row in rows])

    def schema(self) -> Any:
        """The schema, a pyarrow.Schema; a column whose values have no common type is JSON text."""
        return pyarrow.schema(
            [
                pyarrow.field(name, pyarrow.string(), metadata=_JSON_TEXT)
                if types.conflict()
                else pyarrow.field(name, types.arrow_type())
                for name, types in self._columns.items()
            ]
        )

    def notes(self) -> list[str]:
        """A line for each column that becomes JSON text; where there are many, one for the rest of them."""
        notes = [
            f"the column '{name[:80]}' is written as JSON text, as it holds {found}"
            for name, types in self._columns.items()
            if (found := types.conflict())
        ]
        rest = len(notes) - _SHOWN
        return notes if rest <= 0 else [*notes[:_SHOWN], f"{rest:,} more columns are written as JSON text"]


def infer_types(
    source: Source,
    layout: Layout,
    selection: ColumnSelection,
    *,
    set_aside: bool,
    types: RowTypes | None = None,
    columns: tuple[str, ...] = (),
    on_chunk: Callable[[], None] = lambda: None,
) -> RowTypes:
    """Read all rows of JSON lines for their types.

    Args:
        source: Where from.
        layout: How it is laid out, ``json`` or ``jsonl``.
        selection: Which columns the rows must have.
        set_aside: Whether rows that cannot be read count for nothing, or the first one is an error.
        types: Those of the files before. Default: there are none.
        columns: Those of all files. Default: the keys of the first row.
        on_chunk: Called after every few thousand rows; what it raises ends the work.

    Returns:
        The types, with those of the files before.

    Raises:
        InputError: If the rows cannot be read.
    """
    with discard_row_errors(source.name, set_aside=set_aside) as row_errors:
        span = Span(columns=columns) if columns else None
        table = read_table(source, layout, selection, row_errors, True, span)
        types = types or RowTypes(table.columns)
        for chunk in table.chunks():
            types.add(chunk.values)
            on_chunk()
    return types


def is_json_text(field: Any) -> bool:
    """Whether a field of a schema is JSON text, as :meth:`RowTypes.schema` marks it."""
    return field.metadata is not None and _JSON_TEXT.items() <= field.metadata.items()


def json_texts(values: list[Any]) -> list[str | None]:
    """The JSON of each value; None for None."""
    return [None if value is None else msgspec.json.encode(value).decode() for value in values]
