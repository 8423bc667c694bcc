"""Convert Arrow columns to values for CSV and JSON without loss."""

import math
from typing import Any

import pyarrow
import pyarrow.compute

from seqtui.errors import InputError

_types = pyarrow.types
_DECIMALS = {"s": 0, "ms": 3, "us": 6, "ns": 9}
_NOT_FINITE = {math.inf: "Infinity", -math.inf: "-Infinity"}


def exact_values(column: Any) -> list[Any]:
    """Convert a column to Python values.

    Values that JSON does not support become text: nanoseconds, dates after the year 9999, NaN and infinities.

    Args:
        column: A pyarrow.Array.

    Raises:
        InputError: If a value cannot be converted without loss.
    """
    if _holds(column.type, _is_nanoseconds):
        try:
            column = column.cast(_in_microseconds(column.type))
        except (pyarrow.ArrowException, ValueError):
            return _as_text(column)
    try:
        values = list(column.to_pylist())
    except UnicodeDecodeError as error:
        raise InputError(
            "it contains text that is not UTF-8; write .parquet, which keeps it unchanged"
        ) from error
    except (ValueError, OverflowError):
        return _as_text(column)
    if _types.is_floating(column.type):
        is_finite = pyarrow.compute.all(pyarrow.compute.is_finite(column)).as_py()
        return values if is_finite is not False else list(map(_finite, values))
    return list(map(_finite, values)) if _holds(column.type, _types.is_floating) else values


def _as_text(column: Any) -> list[Any]:
    if _types.is_duration(column.type):
        digits = _DECIMALS[column.type.unit]
        return [_duration(value, digits) for value in column.cast(pyarrow.int64()).to_pylist()]
    try:
        return list(column.cast(pyarrow.string()).to_pylist())
    except pyarrow.ArrowException as error:
        raise InputError(
            f"its type {column.type} has values that CSV and JSON do not support; write .parquet"
        ) from error


def _duration(value: int | None, digits: int) -> str | None:
    """Return a duration in ISO 8601, in seconds."""
    if value is None:
        return None
    seconds, rest = divmod(abs(value), 10**digits)
    fraction = f".{rest:0{digits}}" if digits else ""
    return f"{'-' if value < 0 else ''}PT{seconds}{fraction}S"


def _finite(value: Any) -> Any:
    """Replace NaN and infinities with text, as the JSON format of protobuf does."""
    if isinstance(value, float):
        return value if math.isfinite(value) else _NOT_FINITE.get(value, "NaN")
    if isinstance(value, list | tuple):
        return list(map(_finite, value))
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    return value


def _children(kind: Any) -> list[Any]:
    if _types.is_dictionary(kind):
        return [kind.value_type]
    return [kind.field(index).type for index in range(kind.num_fields)]


def _holds(kind: Any, wanted: Any) -> bool:
    return bool(wanted(kind)) or any(_holds(child, wanted) for child in _children(kind))


def _is_nanoseconds(kind: Any) -> bool:
    return getattr(kind, "unit", None) == "ns"


def _in_microseconds(kind: Any) -> Any:
    """Return a type with microseconds, which Python supports, instead of nanoseconds."""
    if _types.is_timestamp(kind):
        return pyarrow.timestamp("us", kind.tz)
    if _types.is_duration(kind):
        return pyarrow.duration("us")
    if _types.is_time(kind):
        return pyarrow.time64("us")
    if _types.is_struct(kind):
        return pyarrow.struct([(field.name, _in_microseconds(field.type)) for field in kind])
    if _types.is_list(kind):
        return pyarrow.list_(_in_microseconds(kind.value_type))
    return kind
