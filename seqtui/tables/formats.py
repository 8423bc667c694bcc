"""The file formats of tables: names, file extensions, and which format is written for which input."""

from dataclasses import dataclass
from pathlib import Path

from seqtui.storage.compression import COMPRESSIONS


@dataclass(frozen=True)
class Format:
    """A file format.

    Args:
        title: Its name in messages.
        extensions: Its file extensions, the usual one first.
        output: The format that its scored rows are written in by default.
        is_written: Whether scores can be written in it. Default: True.
        is_streamed: Whether it can be written to a pipe and compressed as a whole. Default: True.
    """

    title: str
    extensions: tuple[str, ...]
    output: str
    is_written: bool = True
    is_streamed: bool = True


FORMATS = {
    "csv": Format("CSV", (".csv",), "csv"),
    "tsv": Format("TSV", (".tsv", ".tab"), "tsv"),
    "jsonl": Format("JSON lines", (".jsonl", ".ndjson"), "jsonl"),
    "json": Format("JSON", (".json",), "jsonl", is_written=False),
    "parquet": Format("Parquet", (".parquet", ".pq"), "parquet", is_streamed=False),
    "fasttext": Format("fastText", (), "csv", is_written=False),
    "lines": Format("text lines", (), "csv", is_written=False),
}
"""Input formats by name."""

INPUT_FORMATS = {extension: name for name, kind in FORMATS.items() for extension in kind.extensions}
"""Input format of each file extension."""

OUTPUT_FORMATS = {
    extension: name for name, kind in FORMATS.items() if kind.is_written for extension in kind.extensions
}
"""Output format of each file extension."""

TABLE_EXTENSIONS = frozenset((*INPUT_FORMATS, ".txt"))
"""Extensions of files of texts. The format of a ``.txt`` file is detected from its content."""

ARCHIVE_EXTENSIONS = frozenset((".zip", ".tar", ".tgz"))
"""Extensions of archives of texts."""

_COMPRESSED_EXTENSIONS = (*(compression.extension for compression in COMPRESSIONS), ".zip")


def stream_format(name: str) -> str:
    """Return the format written to standard output for an input's format.

    Example:
        >>> stream_format("lines"), stream_format("parquet")
        ('csv', 'jsonl')
    """
    output = FORMATS[name].output
    return output if FORMATS[output].is_streamed else "jsonl"


def extension(path: str) -> str:
    """Return the file extension of the format in lower case, without that of a compression.

    Example:
        >>> extension("reviews.CSV.gz")
        '.csv'
    """
    name = path.lower()
    for compressed in _COMPRESSED_EXTENSIONS:
        name = name.removesuffix(compressed)
    return Path(name).suffix
