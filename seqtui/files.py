"""Files that are whole or not there."""

import os
import re
import shutil
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
    beside.mkdir()
    try:
        yield beside
        if path.is_dir():
            path.rmdir()
        beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


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
