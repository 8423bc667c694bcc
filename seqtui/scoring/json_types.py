"""Infer Parquet types for JSON rows from all rows, so that no value is lost or changed."""

from collections.abc import Callable, Iterable, Sequence
from types import NoneType
from typing import Any

import msgspec
import pyarrow

from seqtui.tables.layout import Layout
from seqtui.tables.reading import open_table
from seqtui.tables.rows import Span, discard_row_errors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import Source

_EXACT = 1 << 53  # integers up to here are exact in doubles
_INT64 = 1 << 63
_MAX_DEPTH = 32  # Arrow cannot open a file that nests lists 60 deep
_MAX_KEYS = 1000  # of the objects of one column; with more, the keys are data
_MAX_NOTES = 8  # columns named in notes
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
    """JSON types of the values of a column.

    Args:
        depth: Nesting depth of the values. Default: 0.
    """

    def __init__(self, depth: int = 0) -> None:
        self._depth = depth
        self._types: set[type] = set()
        self._lowest = self._highest = 0
        self._items: ValueTypes | None = None
        self._fields: dict[str, ValueTypes] = {}
        self._has_too_many_keys = False

    def add(self, values: Sequence[Any]) -> None:
        """Add values.

        Args:
            values: Values from a JSON decoder; None is ignored.
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
        if self._count_keys() > _MAX_KEYS:
            self._has_too_many_keys = True
            self._fields = {}

    def _count_keys(self) -> int:
        children = (self._items, *self._fields.values())
        return len(self._fields) + sum(types._count_keys() for types in children if types)

    def _conflict_here(self) -> str | None:
        """Return why the values have no common Arrow type, without regard to nested values, or None."""
        if len(self._types) > 1 and self._types != {int, float}:
            return " and ".join(dict.fromkeys(name for kind, name in _NAMES.items() if kind in self._types))
        if self._has_too_many_keys:
            return f"objects with more than {_MAX_KEYS:,} different keys"
        if self._depth > _MAX_DEPTH:
            return f"values nested more than {_MAX_DEPTH} deep"
        if float in self._types and not -_EXACT <= self._lowest <= self._highest <= _EXACT:
            return "fractions and integers too large for a double"
        if not -_INT64 <= self._lowest <= self._highest < _INT64:
            return "integers of more than 64 bits"
        return None

    def conflict(self) -> str | None:
        """Return why the values have no common Arrow type; None if they have one."""
        if here := self._conflict_here():
            return here
        if dict in self._types and not self._fields:
            return "objects without keys"
        children = (self._items, *self._fields.values())
        return next((found for types in children if types and (found := types.conflict())), None)

    def arrow_type(self) -> Any:
        """Return the Arrow type that holds each value unchanged, if there is no conflict.

        A column without values is text. A key that an object lacks is null.
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
        """Return whether a column of an Arrow type holds each value unchanged.

        Args:
            kind: Arrow type, from :meth:`arrow_type`.
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
    """Types of all columns of JSON rows.

    Args:
        columns: Column names.
    """

    def __init__(self, columns: Iterable[str]) -> None:
        self._columns = {name: ValueTypes() for name in columns}

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Add rows; a key that a row lacks is null."""
        for name, types in self._columns.items():
            types.add([row.get(name) for row in rows])

    def schema(self) -> Any:
        """Return a pyarrow.Schema; columns without a common type are JSON text."""
        return pyarrow.schema(
            [
                pyarrow.field(name, pyarrow.string(), metadata=_JSON_TEXT)
                if types.conflict()
                else pyarrow.field(name, types.arrow_type())
                for name, types in self._columns.items()
            ]
        )

    def notes(self) -> list[str]:
        """Return one line for each column written as JSON text, and one for the rest if there are many."""
        notes = [
            f"the column '{name[:80]}' is written as JSON text, because it contains {found}"
            for name, types in self._columns.items()
            if (found := types.conflict())
        ]
        rest = len(notes) - _MAX_NOTES
        return (
            notes if rest <= 0 else [*notes[:_MAX_NOTES], f"{rest:,} more columns are written as JSON text"]
        )


def infer_types(
    source: Source,
    layout: Layout,
    selection: ColumnSelection,
    *,
    skip_rejected: bool,
    types: RowTypes | None = None,
    columns: tuple[str, ...] = (),
    on_chunk: Callable[[], None] = lambda: None,
) -> RowTypes:
    """Infer types by reading all rows of a JSON file.

    Args:
        source: Open file.
        layout: Layout of the file; format ``json`` or ``jsonl``.
        selection: Columns that the rows must have.
        skip_rejected: Skip rows that cannot be read; otherwise the first one raises an error.
        types: Types of previous files, which are extended. Default: none.
        columns: Columns of all files. Default: the keys of the first row.
        on_chunk: Called after each chunk; an exception that it raises stops the pass.

    Returns:
        The types, including those of the previous files.

    Raises:
        InputError: If the rows cannot be read.
    """
    with discard_row_errors(source.name, skip_rejected=skip_rejected) as row_errors:
        span = Span(columns=columns) if columns else None
        table = open_table(source, layout, selection, row_errors, True, span)
        types = types or RowTypes(table.columns)
        for chunk in table.chunks():
            types.add(chunk.values)
            on_chunk()
    return types


def is_json_text(field: Any) -> bool:
    """Return whether a schema field is JSON text, as marked by :meth:`RowTypes.schema`."""
    return field.metadata is not None and _JSON_TEXT.items() <= field.metadata.items()


def json_texts(values: list[Any]) -> list[str | None]:
    """Encode each value as JSON; keep None."""
    return [None if value is None else msgspec.json.encode(value).decode() for value in values]
