"""Reject files that are not tables of texts, by their first bytes or extension, with a remedy."""

import re

from seqtui.errors import InputError

_CSV = "save it as CSV in UTF-8"
_STARTS: dict[bytes, str] = {
    b"PK\x03\x04": f"an Excel or OpenDocument workbook; {_CSV}",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": f"an Excel 97 workbook or another old Office file; {_CSV}",
    b"%PDF-": "a PDF; extract its text first",
    b"{\\rtf": "a rich-text document; save it as plain text",
    b"SQLite format 3\0": "an SQLite database; export the table as CSV",
    b"\x89HDF\r\n\x1a\n": "an HDF5 file; write its rows as CSV or Parquet",
    b"\x93NUMPY": "a NumPy array; write its texts as CSV or Parquet",
    b"ARROW1": "an Arrow (Feather) file; write it as Parquet",
    b"FEA1": "a Feather file; write it as Parquet",
    b"ORC": "an ORC file; write it as Parquet",
    b"Obj\x01": "an Avro file; write it as Parquet",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"Rar!": "a RAR archive; unpack it first",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive; unpack it first",
}  # fmt: skip
_PICKLE = re.compile(rb"\x80[\x02-\x05]")
_ARFF = re.compile(rb"(?:\s*(?:%[^\n]*)?\n)*\s*@relation\b", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:<\?xml|<!doctype|<html)", re.IGNORECASE)
_TAR = slice(257, 262)
_EXTENSIONS = {
    ".xlsx": f"an Excel workbook; {_CSV}", ".xls": f"an Excel workbook; {_CSV}",
    ".ods": f"an OpenDocument workbook; {_CSV}", ".arff": "Weka's format; write its rows as CSV",
    ".pkl": "a Python pickle, which may run code when it is opened; write its rows as CSV or Parquet",
    ".pickle": "a Python pickle, which may run code when it is opened; write its rows as CSV or Parquet",
    ".h5": "an HDF5 file; write its rows as CSV or Parquet",
    ".feather": "a Feather file; write it as Parquet",
    ".docx": "a Word document; save it as plain text", ".doc": "a Word document; save it as plain text",
    ".onnx": "a model, not a file of texts", ".keras": "a model, not a file of texts",
}  # fmt: skip


def check_supported(name: str, suffix: str, start: bytes, *, option: str = "") -> None:
    """Check that a file is not of a known type other than tables of texts.

    Args:
        name: Name of the file in messages.
        suffix: File extension in lower case, such as ``.csv``.
        start: First bytes of the content, decompressed; at least 512 if the file is long enough.
        option: Command-line option that named the file, for messages. Default: none.

    Raises:
        InputError: If it is of such a type; the message names the type and the remedy.
    """
    kind = next((title for magic, title in _STARTS.items() if start.startswith(magic)), None)
    if kind is None and _PICKLE.match(start):
        kind = _EXTENSIONS[".pkl"]
    if kind is None and (suffix == ".arff" or _ARFF.match(start)):
        kind = _EXTENSIONS[".arff"]
    if kind is None and start[_TAR] == b"ustar":
        kind = "a tar archive; unpack it and name a file in it"
    if kind is None and suffix in ("", ".xml", ".html", ".htm") and _XML.match(start):
        kind = "XML or HTML; write its texts as CSV or JSON lines"
    if kind is None and suffix in _EXTENSIONS and start:
        kind = _EXTENSIONS[suffix]
    if kind is not None:
        raise InputError(f"{option} {name}: cannot be read: it is {kind}".lstrip())
