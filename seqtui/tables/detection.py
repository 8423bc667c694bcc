"""Detect the layout of a file of texts: format, encoding and dialect."""

import io
import re
from contextlib import suppress
from itertools import islice

import msgspec

from seqtui.errors import InputError
from seqtui.storage.compression import READ_ERRORS
from seqtui.tables.dialect import SEPARATORS, detect_dialect, parse
from seqtui.tables.encoding import Encoding, detect_encoding, is_mojibake, marked_encoding
from seqtui.tables.fasttext_rows import is_fasttext
from seqtui.tables.formats import INPUT_FORMATS, extension
from seqtui.tables.json_rows import detect_json
from seqtui.tables.layout import Layout, TableOptions, shown_separator
from seqtui.tables.streams import STANDARD, Source, open_source
from seqtui.tables.unsupported import check_supported

_JSON_OBJECT = re.compile(r"\s*\{\s*[\"}]|\s*\[\s*[\[{\"\]]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MIN_CHECKED = 512  # characters; fewer do not distinguish text from other data
_MIN_ROWS = 3  # with equal field counts, for a file without an extension to be a table
_EXAMPLE = 40  # characters
_WORDS = 1000  # non-ASCII words checked for wrong decoding
_MAX_MOJIBAKE = 0.05  # fraction of them without a warning


def detect_layout(
    source: Source, path: str, options: TableOptions, *, has_columns: bool, option: str = ""
) -> Layout:
    """Detect the layout of a file; options override detection.

    Args:
        source: Open file; nothing is consumed.
        path: Path as the user wrote it; its extension names the format.
        options: Settings from the user.
        has_columns: Whether the file must have columns, because labels or a named column are needed.
            Otherwise a file without a known extension is read as one text per line.
        option: Command-line option that named the file, for messages. Default: none.

    Returns:
        The layout; its warnings report what is uncertain.

    Raises:
        InputError: If the file is not a table of texts, or its layout cannot be detected.
    """
    start = source.sample()
    suffix = extension(path) if path != STANDARD else ""
    check_supported(source.name, suffix, start[:512], option=option)
    found = options.format or INPUT_FORMATS.get(suffix)
    if found == "parquet" or (found is None and start.startswith(b"PAR1")):
        return Layout(format="parquet")
    encoding = _encoding(source, path, options)
    text = start.decode(encoding.name, "replace")
    _check_text(source.name, text)
    cr_lines = "\n" not in text and text.count("\r") > 1
    lines = (text.replace("\r", "\n") if cr_lines else text).removeprefix("\ufeff").splitlines(keepends=True)
    lines = _joined_at_lf(lines)
    if not source.is_sampled_whole and len(lines) > 1:
        del lines[-1]  # it may be incomplete
    layout = Layout(
        format=found or "lines", encoding=encoding.name, cr_lines=cr_lines, example=encoding.example,
        warnings=_layout_warnings(encoding, lines),
    )  # fmt: skip
    if options.format is None:
        layout = _with_format(source.name, layout, text, lines, found, options, has_columns)
    elif found == "json":
        layout = _json(source.name, layout, text)
    if layout.format in ("csv", "tsv"):
        layout = detect_dialect(source.name, lines, layout, options)
    elif options.skip_lines:
        layout = msgspec.structs.replace(layout, skip_lines=options.skip_lines)
    return layout


def _encoding(source: Source, path: str, options: TableOptions) -> Encoding:
    if options.encoding is not None:
        return Encoding(options.encoding)
    start = source.sample()
    if marked := marked_encoding(start):
        return Encoding(marked)
    if not source.is_sampled_whole and source.size and path != STANDARD:
        with open_source(path) as reopened, suppress(*READ_ERRORS):  # the reader reports damage
            return detect_encoding(reopened.file)
    return detect_encoding(io.BytesIO(start))


def _check_text(name: str, text: str) -> None:
    """Raise an error if a file is not text in any encoding."""
    start = text[: 1 << 12]
    if len(start) > _MIN_CHECKED and len(_CONTROLS.findall(start)) * 20 > len(start):
        raise InputError(f"{name}: not a text file: it contains many control characters")


def _joined_at_lf(lines: list[str]) -> list[str]:
    """Join lines that do not end in LF: ``splitlines`` also splits at other characters."""
    joined: list[str] = []
    rest = ""
    for line in lines:
        rest += line
        if line.endswith("\n"):
            joined.append(rest)
            rest = ""
    return [*joined, rest] if rest else joined


def _layout_warnings(encoding: Encoding, lines: list[str]) -> tuple[str, ...]:
    warnings = []
    if encoding.alternative is not None:
        warnings.append(
            f"the encoding may be {encoding.name} or {encoding.alternative}; with {encoding.name}, the file "
            f"contains '{encoding.example}'; set the encoding with --encoding"
        )
    words = list(islice((w for line in lines for w in line.split() if not w.isascii()), _WORDS))
    mojibake = [word for word in words if is_mojibake(word)]
    if len(mojibake) > _MAX_MOJIBAKE * len(words):
        warnings.append(
            f"words such as '{mojibake[0][:_EXAMPLE]}' were decoded with the wrong encoding before they were "
            "saved; fix the program that wrote the file"
        )
    return tuple(warnings)


def _with_format(
    name: str, layout: Layout, text: str, lines: list[str], found: str | None, options: TableOptions,
    has_columns: bool,
) -> Layout:  # fmt: skip
    """Return the layout with the format, if the user did not set it."""
    if found in (None, "csv", "tsv") and is_fasttext(lines):
        return msgspec.structs.replace(layout, format="fasttext")
    if found in ("json", "jsonl") or (found is None and _JSON_OBJECT.match(text.lstrip("\ufeff"))):
        return _json(name, layout, text, is_lines=found == "jsonl")
    if found is not None:
        return layout
    if options.separator or options.quoting or options.header is not None:
        return msgspec.structs.replace(layout, format="csv")
    if parse(lines, "\t", "none").is_uniform(_MIN_ROWS):
        return msgspec.structs.replace(layout, format="tsv")
    if has_columns:
        return msgspec.structs.replace(layout, format="csv")
    for separator in SEPARATORS:
        table = parse(lines, separator, "standard")
        if table.is_uniform(_MIN_ROWS):
            return layout.warned(
                f"each line is read as a text, but has {table.width} fields separated by "
                f"'{shown_separator(separator)}'; --format csv reads a table"
            )
    return layout


def _json(name: str, layout: Layout, text: str, *, is_lines: bool = False) -> Layout:
    shape = detect_json(name, text, is_lines)
    return msgspec.structs.replace(layout, format=shape.format, array_key=shape.array_key)
