"""Read rows of JSON: one object per line, or the objects of an array, also pretty-printed or under a key."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from seqtui.errors import InputError, listed
from seqtui.storage.compression import READ_ERRORS
from seqtui.tables.lines import MAX_ROW_BYTES, TOO_LONG, Lines, TooLongError, not_utf8
from seqtui.tables.rows import RESULT_COLUMNS, RESULT_PREFIX, UNLABELLED, Row, RowErrors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import Source

_BLOCK = 1 << 18
_SAMPLED_LINES = 10
_HALF_SURROGATE = re.compile(
    rb"(?i)\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}"
)
_SPACE = re.compile(r"[\s,]*")
_KEY = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*:\s*')


def json_line_rows(
    lines: Lines, selection: ColumnSelection, row_errors: RowErrors, same_columns: bool, columns: set[str]
) -> Iterator[Row]:
    """Read rows of JSON lines.

    Args:
        lines: Lines of the file.
        selection: Columns to read.
        row_errors: Collects rows that cannot be read.
        same_columns: Require each object to have only the keys of the first one.
        columns: Keys of the rows; if empty, those of the first row.
    """
    decode = msgspec.json.Decoder().decode
    while not lines.is_at_end:
        try:
            line = lines.read()
        except TooLongError:
            row_errors.add(lines.number, TOO_LONG)
            continue
        if not line:
            return
        if line.isspace():
            continue
        try:
            line.decode()
            row = _row(decode(line), selection, len(line), lines.number)
            if columns and not selection.optional:
                _check_keys(row.values, columns, same_columns)
        except UnicodeDecodeError as error:
            row_errors.add(lines.number, not_utf8(error, lines.number), line)
        except (msgspec.DecodeError, RecursionError) as error:
            row_errors.add(lines.number, f"invalid JSON: {_problem(error, line)}", line)
        except ValueError as error:
            row_errors.add(lines.number, str(error), line)
        else:
            columns = columns or set(row.values)
            yield row


def _problem(error: Exception, line: bytes) -> str:
    """Describe what is wrong with a line of JSON; msgspec's message on lone surrogates misleads."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return str(error)
    half = _HALF_SURROGATE.search(line)
    return f"{half[0].decode()} is half a surrogate pair, which is not valid text" if half else str(error)


def json_array_rows(
    source: Source, array_key: str | None, selection: ColumnSelection, row_errors: RowErrors,
    same_columns: bool, columns: set[str],
) -> Iterator[Row]:  # fmt: skip
    """Read the objects of a JSON array, or of a sequence of pretty-printed objects, in bounded memory.

    Args:
        source: Open file.
        array_key: Key of the array; None if the whole file is the array.
        selection: Columns to read.
        row_errors: Collects rows that cannot be read.
        same_columns: Require each object to have only the keys of the first one.
        columns: Keys of the rows; if empty, those of the first row.

    Raises:
        InputError: If the file is not JSON; the message names the line.
    """
    for value, size, number in _Values(source).elements(array_key):
        try:
            row = _row(value, selection, size, number)
            if columns and not selection.optional:
                _check_keys(row.values, columns, same_columns)
        except ValueError as error:
            row_errors.add(
                number, str(error), json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
            )
        else:
            columns = columns or set(row.values)
            yield row


class _Value(NamedTuple):
    value: Any
    size: int
    line: int


class _Values:
    """Decoder of the values of a JSON file, one at a time, in bounded memory."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._utf8 = codecs.getincrementaldecoder("utf-8-sig")()
        self._decoder = json.JSONDecoder()
        self._text = ""
        self._position = 0
        self._line = 1
        self._ended = False

    def elements(self, key: str | None) -> Iterator[_Value]:
        """Yield the elements of the array under a key, or of the whole file."""
        if key is not None:
            self._skip_to_key(key)
        is_array = self._next_character() == "["
        self._position += is_array
        while (character := self._next_character()) and character != "]":
            yield self._value()
        if is_array and not character:
            raise self._error("the array is not closed: the file is truncated")
        self._position += 1
        if key is None and self._next_character():
            raise self._error("there is more text after the end of the array")

    def _skip_to_key(self, key: str) -> None:
        """Skip the values before a key."""
        self._next_character()
        self._position += 1
        while self._next_character():
            while not (found := _KEY.match(self._text, self._position)) and self._read_more():
                pass
            if not found:
                break
            self._move_to(found.end())
            if json.loads(f'"{found[1]}"') == key:
                return
            self._value()
        raise self._error(f"there is no key '{key}'")

    def _next_character(self) -> str:
        """Return the next character that is neither space nor comma; empty at the end."""
        while True:
            self._move_to(_after_space(self._text, self._position))
            if self._position < len(self._text):
                return self._text[self._position]
            if not self._read_more():
                return ""

    def _value(self) -> _Value:
        """Decode the next value, reading more text until it is complete."""
        line = self._line
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._position)
            except RecursionError as error:
                raise self._error("values are nested too deeply") from error
            except ValueError as error:
                if len(self._text) - self._position > MAX_ROW_BYTES:
                    raise self._error(f"a value is {TOO_LONG}") from error
                if not self._read_more():
                    position = getattr(error, "pos", self._position)
                    self._line += self._text.count("\n", self._position, position)
                    message = getattr(error, "msg", str(error))
                    raise self._error(f"invalid JSON: {message[:1].lower()}{message[1:]}") from error
            else:
                size = end - self._position
                self._move_to(end)
                return _Value(value, size, line)

    def _move_to(self, end: int) -> None:
        self._line += self._text.count("\n", self._position, end)
        self._position = end

    def _read_more(self) -> bool:
        """Read more text; return False at its end."""
        if self._ended:
            return False
        try:
            block = self._source.file.read(_BLOCK)
            text = self._utf8.decode(block, final=not block)
        except UnicodeDecodeError as error:
            raise InputError(
                f"{self._source.name}, after line {self._line}: is not UTF-8: {error}"
            ) from error
        except READ_ERRORS as error:
            raise self._error(f"cannot be read: {error}") from error
        self._ended = not block
        self._text = self._text[self._position :] + text
        self._position = 0
        return not self._ended

    def _error(self, problem: str) -> InputError:
        return InputError(f"{self._source.name}, line {self._line}: {problem}")


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _check_keys(keys: Iterable[str], columns: set[str], same_columns: bool) -> None:
    for key in keys:
        if key not in columns and (same_columns or key.removeprefix(RESULT_PREFIX) in RESULT_COLUMNS):
            raise ValueError(f"it has the key '{key[:80]}', which the first row does not have")


def _row(row: Any, selection: ColumnSelection, size: int, number: int) -> Row:
    if not isinstance(row, dict):
        raise ValueError(f"expected a JSON object, found {_kind(row)}")
    for column in (selection.text, selection.label):
        if column is not None and column not in row and not selection.optional:
            raise ValueError(f"no key '{column}'; its keys are: {listed(list(row))}")
    text = row.get(selection.text)
    if text is None and selection.optional:
        text = ""
    if not isinstance(text, str):
        raise ValueError(f"its '{selection.text}' is {_kind(text)}, not a string")
    y_true = UNLABELLED if selection.label is None else selection.label_index(row[selection.label])
    return Row(text, y_true, row, size, number)


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


class JsonShape(NamedTuple):
    """Structure of a JSON file.

    Args:
        format: ``jsonl`` for one object per line, otherwise ``json``.
        array_key: Key of the array of rows. Default: None, the array is not under a key.
    """

    format: str
    array_key: str | None = None


def detect_json(name: str, sample: str, is_lines: bool = False) -> JsonShape:
    """Detect whether a JSON file is lines, an array, or an object with an array.

    Args:
        name: Name of the file in messages.
        sample: First MiB of its text, or less.
        is_lines: Whether its extension means one object per line. Default: False.

    Returns:
        The structure.

    Raises:
        InputError: If it is one object of columns instead of rows.

    Example:
        >>> detect_json("reviews.json", '{"data": [{"text": "A fine film"}]}')
        JsonShape(format='json', array_key='data')
    """
    text = sample.lstrip("\ufeff \t\r\n")
    if text.startswith("["):
        first_line, _, rest = text.partition("\n")
        is_damaged_line = not re.match(r"\[\s*(?:\{|$)", first_line) and _is_object(rest.partition("\n")[0])
        return JsonShape("jsonl" if is_damaged_line else "json")
    if not text.startswith("{"):
        return JsonShape("jsonl")
    first_line, _, rest = text.partition("\n")
    try:
        first = json.loads(first_line)
    except (ValueError, RecursionError):
        first = None
    if isinstance(first, dict) and (is_lines or rest.strip() or not _is_wrapped(first)):
        _check_rows(name, first, rest)
        return JsonShape("jsonl")
    if first is None and any(map(_is_object, text.split("\n", _SAMPLED_LINES)[1:_SAMPLED_LINES])):
        return JsonShape("jsonl")  # its first line is damaged
    # An object of several lines, or of one line longer than the sample.
    position = 1
    decoder = json.JSONDecoder()
    while found := _KEY.match(text, position):
        position = found.end()
        if re.match(r"\[\s*[{\]]", text[position:]):
            return JsonShape("json", json.loads(f'"{found[1]}"'))
        try:
            position = decoder.raw_decode(text, position)[1]
        except (ValueError, RecursionError):
            break
        position = _after_space(text, position)
    return JsonShape("json")


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_wrapped(first: dict[str, Any]) -> bool:
    """Return whether an object contains the rows: one list of objects and no long string."""
    values = list(first.values())
    lists = [value for value in values if isinstance(value, list) and value and isinstance(value[0], dict)]
    return len(lists) == 1 and not any(isinstance(value, str) and len(value.split()) > 3 for value in values)


def _check_rows(name: str, first: dict[str, Any], rest: str) -> None:
    """Raise an error for an object of columns, which pandas' ``to_json()`` writes by default."""
    if first and not rest.strip() and all(isinstance(value, dict) for value in first.values()):
        raise InputError(
            f"{name}: an object of columns instead of rows; write it with orient='records' (pandas) or as CSV"
        )
