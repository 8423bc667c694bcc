"""Files that are whole or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file beside its destination and rename it when it is complete.

    Args:
        path: The destination. An old file there stays until the new one is whole.

    Yields:
        The path to write to. It keeps the destination's ending, which some libraries insist on.

    Raises:
        OSError: If the file cannot be written. The destination is then as it was.
    """
    beside = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
