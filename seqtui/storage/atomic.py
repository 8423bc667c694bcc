"""Write files and folders atomically: complete or not at all."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seqtui.errors import InputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a temporary file in the folder of its destination, and rename it when it is complete.

    Temporary files of killed processes are removed.

    Args:
        path: Destination. An existing file is not changed until the new one is complete.

    Yields:
        Path to write to. It has the same extension as the destination, because some libraries require it.

    Raises:
        OSError: If the file cannot be written. The destination is unchanged.
    """
    temporary = _temporary_path(path)
    try:
        yield temporary
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        share_with_group(temporary)
        temporary.replace(path)
    except OSError as error:
        if error.filename == str(temporary):
            error.filename = str(path)  # which the user knows
        raise
    finally:
        temporary.unlink(missing_ok=True)


def check_writable(path: Path, option: str) -> None:
    """Check that a file can be written, before long work of which it is the result.

    Args:
        path: Path of the file, which may exist.
        option: The option that sets the path, for the error message.

    Raises:
        InputError: If it is a folder, its folder does not exist, or no file can be written there.
    """
    if path.is_dir():
        raise InputError(f"{option} {path}: a folder; name a file")
    if not path.parent.is_dir():
        raise InputError(f"{option} {path}: no such folder {path.parent}")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise InputError(f"{option} {path}: cannot be written: no permission for its folder")


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """Write a temporary folder and rename it when it is complete, as :func:`replacing` does.

    Args:
        path: Destination: an empty folder, or a path that does not exist.

    Yields:
        Folder to write into.

    Raises:
        OSError: If the folder cannot be written. The destination is unchanged.
    """
    temporary = _temporary_path(path)
    make_folder(temporary)
    try:
        yield temporary
        if path.is_dir():
            path.rmdir()
        temporary.rename(path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def share_with_group(path: Path) -> None:
    """Make a new file or folder writable for the group of its parent, if the parent is.

    A folder of mode 2775 is shared by its group, but with the usual umask only the owner can write to its
    files.

    Args:
        path: File or folder that this process has created.
    """
    parent, status = path.parent.stat(), path.stat()
    if not parent.st_mode & stat.S_IWGRP or parent.st_gid != status.st_gid:
        return
    shared = stat.S_IMODE(status.st_mode) | stat.S_IRGRP | stat.S_IWGRP
    if stat.S_ISDIR(status.st_mode):
        shared |= stat.S_IXGRP | stat.S_ISGID
    if shared != stat.S_IMODE(status.st_mode):
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


def _temporary_path(path: Path) -> Path:
    """Return the temporary path for ``path``, and remove those of dead processes."""
    unfinished = re.compile(rf"\.{re.escape(path.stem)}\.(\d+){re.escape(path.suffix)}")
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - Path.iterdir is slow in a large folder
            found = unfinished.fullmatch(name)
            if found and not _is_alive(int(found[1])):
                leftover = path.with_name(name)
                shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)
    return path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")


def _is_alive(process: int) -> bool:
    import psutil  # rarely needed, and slow to import

    return bool(psutil.pid_exists(process))
