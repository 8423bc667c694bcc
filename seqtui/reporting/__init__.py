"""Report on a network and compare runs: figures from scikit-learn, HTML pages without external files."""

from importlib.util import find_spec
from pathlib import Path

from seqtui.errors import InputError
from seqtui.storage.atomic import check_writable


def require_extra(feature: str) -> None:
    """Check that the libraries of the extra ``report`` are installed.

    Args:
        feature: The feature that needs them, for the error message.

    Raises:
        InputError: If one is missing; the message names the command that installs it.
    """
    for module in ("sklearn", "scipy", "matplotlib", "jinja2"):
        if find_spec(module) is None:
            raise InputError(f"{feature} needs {module}; pip install 'seqtui[report]'")


def check_page(path: Path, option: str) -> None:
    """Check that a page and the JSON file with its figures can be written.

    Args:
        path: Path of the page. The figures have the same name with the extension ``.json``.
        option: The option that sets the path, for the error message.

    Raises:
        InputError: If the extension or the folder is wrong, or the figures would replace a file that belongs
            to no page.
    """
    check_page_name(path, option)
    figures = path.with_suffix(".json")
    if figures.exists() and not path.exists():
        raise InputError(f"{option} {path}: its figures would replace {figures}; choose another name")


def check_page_name(path: Path, option: str) -> None:
    """Check the name of a page that has no figures, and that it can be written.

    Args:
        path: Path of the page.
        option: The option that sets the path, for the error message.

    Raises:
        InputError: If the extension is wrong or the page cannot be written.
    """
    if path.suffix.lower() not in (".html", ".htm"):
        raise InputError(f"{option} {path}: its name must end in .html")
    check_writable(path, option)
