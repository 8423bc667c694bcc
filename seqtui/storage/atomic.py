"""Write files and folders atomically: complete or not at all."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file beside its destination and rename it when it is complete.

    Unfinished files of killed processes are removed.

    Args:
        path: Destination. An existing file stays until the new one is complete.

    Yields:
        Path to write to. It has the same extension as the destination, because some libraries require it.

    Raises:
        OSError: If the file cannot be written. The destination is unchanged.
    """
    beside = _beside(path)
    try:
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        share_with_group(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """Write a folder beside its destination and rename it when it is complete, as :func:`replacing` does.

    Args:
        path: Destination: an empty folder, or a path that does not exist.

    Yields:
        Folder to write into.

    Raises:
        OSError: If the folder cannot be written. The destination is unchanged.
    """
    beside = _beside(path)
    make_folder(beside)
    try:
        yield beside
        if path.is_dir():
            path.rmdir()
        beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def share_with_group(path: Path) -> None:
    """Make a new file or folder writable for the group of its parent, if the parent is.

    A folder of mode 2775 is shared by its group, but with the usual umask only the owner can write to its
    files.

    Args:
        path: File or folder that this process has created.
    """
    parent, own = path.parent.stat(), path.stat()
    if not parent.st_mode & stat.S_IWGRP or parent.st_gid != own.st_gid:
        return
    shared = stat.S_IMODE(own.st_mode) | stat.S_IRGRP | stat.S_IWGRP
    if stat.S_ISDIR(own.st_mode):
        shared |= stat.S_IXGRP | stat.S_ISGID
    if shared != stat.S_IMODE(own.st_mode):
        with suppress(PermissionError):  # owned by another user, or a file system without modes
            path.chmod(shared)


def make_folder(path: Path, *, exist_ok: bool = False) -> None:
    """Create a folder and its parents, shared as in :func:`share_with_group`.

    Args:
        path: Path of the folder.
        exist_ok: Accept an existing folder. Default: False.

    Raises:
        OSError: If the folder cannot be created.
    """
    if not path.parent.exists():
        make_folder(path.parent, exist_ok=True)
    try:
        path.mkdir()
    except FileExistsError:
        if not (exist_ok and path.is_dir()):
            raise
    else:
        share_with_group(path)


def _beside(path: Path) -> Path:
    """Return the temporary path for ``path``, and remove those of dead processes."""
    unfinished = re.compile(rf"\.{re.escape(path.stem)}\.(\d+){re.escape(path.suffix)}")
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - a path a file would be slow in a large folder
            found = unfinished.fullmatch(name)
            if found and not _is_alive(int(found[1])):
                left = path.with_name(name)
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    return path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")


def _is_alive(process: int) -> bool:
    import psutil  # rarely needed, and slow to import

    return bool(psutil.pid_exists(process))
