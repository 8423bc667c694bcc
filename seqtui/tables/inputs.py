"""Find the files that a folder or a pattern names."""

import glob
from pathlib import Path

from seqtui.errors import InputError
from seqtui.tables.formats import TABLE_EXTENSIONS, extension

_HIDDEN = (".", "_")  # _SUCCESS, ._metadata and the like are not data


def is_many(path: str) -> bool:
    """Return whether a path is a folder or a pattern, not a single file."""
    return Path(path).is_dir() or (glob.has_magic(path) and not Path(path).exists())


def find_files(path: str, option: str = "--input") -> list[str]:
    """Return the paths of the files that a path names, sorted.

    Args:
        path: A file, a folder (all files in it and its subfolders), or a pattern such as ``logs/*.csv``.
        option: Option that set the path, for messages; empty for an argument. Default: ``--input``.

    Raises:
        InputError: If there are no files, or a folder contains files that are not tables.
    """
    if not is_many(path):
        return [path]
    if Path(path).is_dir():
        return _in_folder(Path(path), option)
    found = sorted(name for name in glob.glob(path, recursive=True) if Path(name).is_file())  # noqa: PTH207
    if not found:
        raise InputError(f"{_named(option, path)}: no file matches this pattern")
    return found


def shares_of(paths: list[str]) -> list[tuple[float, float]]:
    """Return for each file the fraction of all bytes before it, and its own fraction.

    Args:
        paths: The files. One that is not a regular file counts as one byte.
    """
    sizes = [max(1, Path(path).stat().st_size) if Path(path).is_file() else 1 for path in paths]
    total, shares, before = sum(sizes), list[tuple[float, float]](), 0
    for size in sizes:
        shares.append((before / total, size / total))
        before += size
    return shares


def _in_folder(folder: Path, option: str) -> list[str]:
    found = []
    for file in sorted(folder.rglob("*")):
        below = file.relative_to(folder)
        if not file.is_file() or any(part.startswith(_HIDDEN) for part in below.parts):
            continue
        if any("=" in part for part in below.parts[:-1]):
            raise InputError(
                f"{_named(option, file)}: the name of its folder contains a column, which would be lost; "
                "add the column to the files"
            )
        if extension(file.name) not in TABLE_EXTENSIONS:
            raise InputError(
                f"{_named(option, file)}: its extension names no format; move it away or name the files, "
                f"as in '{folder}/*.csv'"
            )
        found.append(str(file))
    if not found:
        raise InputError(f"{_named(option, folder)}: no files in this folder")
    return found


def _named(option: str, path: str | Path) -> str:
    return f"{option} {path}" if option else str(path)
