"""Files that are whole or not there."""

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

    What a process that was killed had begun to write there is cleared away.

    Args:
        path: The destination. An old file there stays until the new one is whole.

    Yields:
        The path to write to. It keeps the destination's ending, which some libraries insist on.

    Raises:
        OSError: If the file cannot be written. The destination is then as it was.
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
    """Write a folder beside its destination and rename it when it is complete; as :func:`replacing`.

    Args:
        path: The destination: not there, or an empty folder.

    Yields:
        The folder to write into.

    Raises:
        OSError: If it cannot be written. The destination is then as it was.
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
    """Let the group of a folder write to a new file or folder in it, if it may write to the folder.

    A folder of mode 2775 is shared by its group, but with the usual umask only its owner may write to a file.

    Args:
        path: A file or folder that this process has made.
    """
    parent, own = path.parent.stat(), path.stat()
    if not parent.st_mode & stat.S_IWGRP or parent.st_gid != own.st_gid:
        return
    shared = stat.S_IMODE(own.st_mode) | stat.S_IRGRP | stat.S_IWGRP
    if stat.S_ISDIR(own.st_mode):
        shared |= stat.S_IXGRP | stat.S_ISGID
    if shared != stat.S_IMODE(own.st_mode):
        with suppress(PermissionError):  # another user's, or a file system without modes
            path.chmod(shared)


def make_folder(path: Path, *, exist_ok: bool = False) -> None:
    """Make a folder and its parents, shared as :func:`share_with_group` says.

    Args:
        path: The folder.
        exist_ok: Accept one that exists. Default False.

    Raises:
        OSError: If it cannot be made.
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
    """Where this process writes what will be at ``path``; what dead ones left there is gone."""
    begun = re.compile(rf"\.{re.escape(path.stem)}\.(\d+){re.escape(path.suffix)}")
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - a path a file would be slow in a large folder
            found = begun.fullmatch(name)
            if found and not _is_alive(int(found[1])):
                left = path.with_name(name)
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    return path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")


def _is_alive(process: int) -> bool:
    import psutil  # seldom needed, and start-up need not wait for it

    return bool(psutil.pid_exists(process))
