"""Paths of texts in a recipe's settings."""

from pathlib import Path
from typing import Any

from seqtui.corpora.gather import expand
from seqtui.recipe import SOURCES


def absolute_paths(settings: dict[str, Any], folder: Path) -> dict[str, str]:
    """Return a recipe's paths as absolute ones, so that the run can be read from any other folder.

    Args:
        settings: Settings of a recipe, by name.
        folder: The folder that relative paths start from.

    Returns:
        The settings to replace. Names of sources, and paths where nothing is, are left out.
    """
    paths = {name: folder / settings[name] for name in ("data", "test", "errors") if name in settings}
    return {
        name: str(path.absolute())
        for name, path in paths.items()
        if name == "errors" or (settings[name] not in SOURCES and expand(str(path)))
    }
