"""The cores of this process, and loops that use all of them."""

import os
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_each_core(function: Callable[[int, int], _T]) -> list[_T]:
    """Process one part of the work per core, each in a thread.

    Args:
        function: Called with a part, from 0, and the number of parts. It should release the GIL.

    Returns:
        The results, in the order of the parts.
    """
    from concurrent.futures import ThreadPoolExecutor  # would delay the start of a scorer

    parts = cores()
    with ThreadPoolExecutor(parts) as threads:
        return list(threads.map(function, range(parts), [parts] * parts))
