"""Reviews from text lines or CSV, one at a time."""

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from seqtui.errors import InputError

_LARGEST_FIELD = 1 << 30  # bytes; csv's own limit of 128 KiB is less than some reviews


def read_reviews(source: str, text_column: str | None = None) -> Iterator[str]:
    """Read reviews: one a line, or one a row of a CSV file.

    Args:
        source: A file, or ``-`` for standard input. UTF-8, with or without a byte order mark.
        text_column: Read CSV and take this column. Default: ``text`` for a file that ends in .csv, else the
            source is text lines.

    Raises:
        InputError: If it cannot be read; the message names file, line and column.
    """
    if text_column is None and source.lower().endswith(".csv"):
        text_column = "text"
    name = "standard input" if source == "-" else source
    try:
        opened: BinaryIO = sys.stdin.buffer if source == "-" else Path(source).open("rb")  # noqa: SIM115
    except OSError as error:
        raise InputError(f"--input {source}: {error.strerror}") from error
    with nullcontext() if source == "-" else opened:
        yield from _lines(opened, name) if text_column is None else _rows(opened, name, text_column)


def _lines(file: BinaryIO, name: str) -> Iterator[str]:
    for number, line in enumerate(file, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{name}, line {number}: not UTF-8 ({error.reason})") from error
        yield text.rstrip("\r\n")


def _rows(file: BinaryIO, name: str, column: str) -> Iterator[str]:
    csv.field_size_limit(_LARGEST_FIELD)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    try:
        header = next(reader, [])
        if column not in header:
            known = ", ".join(header) or "none"
            raise InputError(f"{name}, line 1: no column '{column}'; use --text-column with one of: {known}")
        place = header.index(column)
        for row in reader:
            if not row:
                continue  # csv's word for an empty line
            if len(row) != len(header):
                raise InputError(
                    f"{name}, line {reader.line_num}: {len(row)} fields, the header has {len(header)}"
                )
            yield row[place]
    except UnicodeDecodeError as error:
        raise InputError(f"{name}, after line {reader.line_num}: not UTF-8 ({error.reason})") from error
    except csv.Error as error:
        raise InputError(f"{name}, line {reader.line_num}: {error}") from error
    finally:
        text.detach()
