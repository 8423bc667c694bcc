"""Run compiled loops on all cores."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def for_each_part(function: Callable[[NDArray[np.int64]], None], offsets: NDArray[np.int64]) -> None:
    """Split reviews into as many consecutive parts as there are cores, and process each in a thread.

    Args:
        function: Called with the offsets of each part. It should release the GIL.
        offsets: Start of each review, and end of the last one. Shape (reviews + 1,).
    """
    parts = cores()
    ends = np.searchsorted(offsets, offsets[-1] * np.arange(1, parts) // parts)
    bounds = [0, *ends.tolist(), len(offsets) - 1]
    with ThreadPoolExecutor(parts) as threads:
        list(threads.map(lambda k: function(offsets[bounds[k] : bounds[k + 1] + 1]), range(parts)))
