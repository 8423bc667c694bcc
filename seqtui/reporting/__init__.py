"""Reports on a network and comparisons of runs: figures from scikit-learn, pages that open anywhere."""

from importlib.util import find_spec

from seqtui.errors import InputError


def require_extra(what: str) -> None:
    """See that the libraries are there that only this package needs.

    Args:
        what: What needs them, for the error line.

    Raises:
        InputError: If one is missing.
    """
    for module in ("sklearn", "scipy", "matplotlib", "jinja2"):
        if find_spec(module) is None:
            raise InputError(f"{what} needs {module}; pip install 'seqtui[report]'")
