"""Reports on a network and comparisons of runs: figures from scikit-learn, pages that open anywhere."""

from importlib.util import find_spec
from pathlib import Path

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


def check_page(path: Path, option: str) -> None:
    """See that a page may be written, and its figures beside it.

    Args:
        path: The page.
        option: That named it, for the error line.

    Raises:
        InputError: If its name or folder is wrong, or the figures would replace a file that is not of a page.
    """
    figures = path.with_suffix(".json")
    if path.suffix.lower() not in (".html", ".htm"):
        raise InputError(f"{option} {path}: its name must end in .html")
    if not path.parent.is_dir():
        raise InputError(f"{option} {path}: no such folder {path.parent}")
    if figures.exists() and not path.exists():
        raise InputError(f"{option} {path}: its figures would replace {figures}; choose another name")
