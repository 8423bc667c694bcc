"""Compile numeric loops with Numba."""

from collections.abc import Callable
from typing import Any

from numba import njit


def compiled(**options: Any) -> Callable[[Callable[..., Any]], Any]:
    """Return a decorator that compiles a function at its first call, to run without the GIL.

    The result is cached on disk if Numba finds a writable folder.

    Args:
        **options: Further options of ``numba.njit``.
    """
    options = {"nogil": True, "error_model": "numpy", **options}

    def decorate(function: Callable[..., Any]) -> Any:
        try:
            return njit(cache=True, **options)(function)
        except RuntimeError:  # $NUMBA_CACHE_DIR, the installation and the home folder are all read-only
            return njit(**options)(function)

    return decorate
