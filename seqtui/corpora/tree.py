"""Read a folder of reviews: one file per review, in one sub-folder per label, optionally per set."""

import io
from collections.abc import Callable
from pathlib import Path

from seqtui.errors import InputError
from seqtui.tables.columns import Part, part_named
from seqtui.tables.encoding import detect_encoding
from seqtui.tables.lines import MAX_ROW_BYTES

_Found = tuple[Path, str, Part | None]


def read_tree(
    root: Path, encoding: str | None, on_share: Callable[[float], None] = lambda _: None
) -> tuple[list[tuple[str, str, Part | None, str]], str]:
    """Read a folder of reviews.

    Its files are ``LABEL/*.txt``, or ``train/LABEL/*.txt``, ``test/LABEL/*.txt`` and optionally
    ``dev/LABEL/*.txt``.

    Args:
        root: The folder. Links and hidden files in it are ignored.
        encoding: Encoding of the files. Default: detected from all files together.
        on_share: Called with the fraction of the files that has been read. Default: does nothing.

    Returns:
        Text, label, set (or None) and path of each review; and the encoding.

    Raises:
        InputError: If there are no reviews, or a file cannot be read.
    """
    found = _files(root)
    if not found:
        raise InputError(
            f"--data {root}: no reviews in it; use a folder with one sub-folder per label and one .txt file "
            f"per review, the official aclImdb, or for tables a pattern: --data '{root}/*.csv'"
        )
    contents = []
    for index, (path, _, _) in enumerate(found):
        on_share(index / len(found))
        contents.append(_content(path))
    encoding = encoding or detect_encoding(io.BytesIO(b"\n".join(contents))).name
    reviews = []
    for (path, label, part), content in zip(found, contents, strict=True):
        try:
            reviews.append((content.decode(encoding), label, part, str(path)))
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: byte {error.start + 1} is not {encoding}") from error
    return reviews, encoding


def _files(root: Path) -> list[_Found]:
    folders = _folders(root)
    if folders and all(part_named(folder.name) is not None for folder in folders):
        return [
            (path, label, part_named(part.name))
            for part in folders
            for folder in _folders(part)
            for path, label in _reviews(folder)
        ]
    return [(path, label, None) for folder in folders for path, label in _reviews(folder)]


def _folders(root: Path) -> list[Path]:
    try:
        paths = sorted(root.iterdir())
    except OSError as error:
        raise InputError(f"--data {root}: {error.strerror}") from error
    return [path for path in paths if path.is_dir() and not path.is_symlink() and path.name[0] != "."]


def _reviews(folder: Path) -> list[tuple[Path, str]]:
    paths = sorted(folder.glob("*.txt"))
    return [(p, folder.name) for p in paths if p.is_file() and not p.is_symlink() and p.name[0] != "."]


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_ROW_BYTES:
            raise InputError(f"{path}: {path.stat().st_size:,} bytes, too large for a review")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
