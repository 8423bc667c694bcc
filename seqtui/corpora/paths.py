"""Paths in the settings of a recipe."""

from pathlib import Path
from typing import Any

from seqtui.architectures.network_file import is_network_file, locate
from seqtui.corpora.gather import expand
from seqtui.recipe import SOURCES

_PATHS = ("data", "test", "corrections", "unlabelled", "errors", "vectors")


def absolute_paths(settings: dict[str, Any], folder: Path) -> dict[str, str]:
    """Return the paths of a recipe as absolute paths, which are valid in any working directory.

    Args:
        settings: Settings of a recipe, by name.
        folder: Folder that relative paths start from.

    Returns:
        The settings to replace, without names of sources and paths of missing files.
    """
    own = {}
    if is_network_file(network := settings.get("architecture", "")):
        own["architecture"] = str(locate(network, folder, settings.get("network_digest")))
    paths = {name: folder / settings[name] for name in _PATHS if name in settings}
    return own | {
        name: str(path.absolute())
        for name, path in paths.items()
        if name in ("corrections", "errors", "vectors")
        or (settings[name] not in SOURCES and expand(str(path)))
    }
