"""Which files a folder or a pattern means."""

import glob
from pathlib import Path

from seqtui.errors import InputError
from seqtui.tables.formats import TABLE_EXTENSIONS, extension

_HIDDEN = (".", "_")  # _SUCCESS, ._metadata and the like are not data


def is_many(path: str) -> bool:
    """Whether this names a folder, or a pattern, and not one file."""
    return Path(path).is_dir() or (glob.has_magic(path) and not Path(path).exists())


def find_files(path: str) -> list[str]:
    """The files that are meant, by name.

    Args:
        path: A file; a folder, which means all files in it and below; or a pattern such as ``logs/*.csv``.

    Raises:
        InputError: If there is none, or a folder holds something else than tables.
    """
    if not is_many(path):
        return [path]
    if Path(path).is_dir():
        return _in_folder(Path(path))
    found = sorted(name for name in glob.glob(path, recursive=True) if Path(name).is_file())  # noqa: PTH207
    if not found:
        raise InputError(f"--input {path}: no file fits this pattern")
    return found


def _in_folder(folder: Path) -> list[str]:
    found = []
    for file in sorted(folder.rglob("*")):
        below = file.relative_to(folder)
        if not file.is_file() or any(part.startswith(_HIDDEN) for part in below.parts):
            continue
        if any("=" in part for part in below.parts[:-1]):
            raise InputError(
                f"--input {file}: a column is written in the name of its folder, where it would be lost; "
                "write it into the files"
            )
        if extension(file.name) not in TABLE_EXTENSIONS:
            raise InputError(
                f"--input {file}: its ending names no format; move it away or name the files, "
                f"as in '{folder}/*.csv'"
            )
        found.append(str(file))
    if not found:
        raise InputError(f"--input {folder}: no files in this folder")
    return found
