"""Recipes from a TOML file and settings, completed by what the network recommends."""

import os
from pathlib import Path
from typing import Any

from seqtui.architectures.catalogue import find_architecture, whole_recipe
from seqtui.errors import InputError
from seqtui.recipe import Recipe, read_settings


def make_recipe(file: str | os.PathLike[str] | None = None, /, **settings: Any) -> Recipe:
    """Return a recipe completed with the network's recommended settings, as ``seqtui train`` does.

    ``Recipe(architecture="nb-ngrams")`` has the defaults of :class:`Recipe`, which suit the recurrent
    networks; ``make_recipe(architecture="nb-ngrams")`` has those that suit ``nb-ngrams``.

    Args:
        file: TOML file with settings; paths in it are relative to its folder. Default: none.
        **settings: Fields of :class:`Recipe`, in place of those of the file. Fields that are in neither are
            recommended by the network.

    Returns:
        A complete recipe.

    Raises:
        InputError: If the file cannot be read, for an unknown field or network, or an impossible value.

    Example:
        >>> make_recipe(architecture="nb-ngrams").max_length
        2500
    """
    path = None if file is None else Path(file)
    return whole_recipe(merge_settings(path, read_settings(path) if path else {}, settings))


def merge_settings(file: Path | None, in_file: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    """Merge a file's settings with others and check all of them.

    Args:
        file: The file, for the error line and for relative paths; None if there is none.
        in_file: Its settings.
        settings: Settings that replace those of the file.

    Returns:
        The settings, with absolute paths.

    Raises:
        InputError: For an unknown setting or network, or an impossible value.
    """
    from seqtui.corpora.paths import absolute_paths  # loads numpy

    if file is not None:
        try:
            find_architecture(Recipe.from_settings(in_file, file).architecture)
        except InputError as error:
            raise InputError(str(error) if str(file) in str(error) else f"{file}: {error}") from error
        in_file = in_file | absolute_paths(in_file, file.parent)
    merged = in_file | settings
    whole_recipe(merged)
    return merged | absolute_paths(settings, Path())
