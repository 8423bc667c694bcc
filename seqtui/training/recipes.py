"""Create recipes from a TOML file and settings, completed with the network's defaults."""

import os
from pathlib import Path
from typing import Any

from seqtui.architectures.catalogue import complete_recipe, find_architecture
from seqtui.errors import InputError
from seqtui.recipe import Recipe, read_settings


def make_recipe(file: str | os.PathLike[str] | None = None, /, **settings: Any) -> Recipe:
    """Return a recipe completed with the network's defaults, as ``seqtui train`` does.

    ``Recipe(architecture="nb-ngrams")`` has the defaults of :class:`Recipe`, which suit the recurrent
    networks; ``make_recipe(architecture="nb-ngrams")`` has those that suit ``nb-ngrams``.

    Args:
        file: TOML file with settings; paths in it are relative to its folder. Default: none.
        **settings: Fields of :class:`Recipe`, which override those of the file. Fields in neither get the
            network's default.

    Returns:
        A complete recipe.

    Raises:
        InputError: If the file cannot be read, or for an unknown field, an unknown network or an invalid
            value.

    Example:
        >>> make_recipe(architecture="nb-ngrams").max_length
        2500
    """
    path = None if file is None else Path(file)
    return complete_recipe(merge_settings(path, read_settings(path) if path else {}, settings))


def merge_settings(file: Path | None, in_file: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    """Merge the settings of a file with others and check all of them.

    Args:
        file: The file, for error messages and relative paths; None if there is none.
        in_file: Settings of the file.
        settings: Settings that override those of the file.

    Returns:
        The merged settings, with absolute paths.

    Raises:
        InputError: For an unknown setting, an unknown network or an invalid value.
    """
    from seqtui.corpora.paths import absolute_paths  # loads numpy

    if file is not None:
        try:
            _check_network(Recipe.from_settings(in_file, file))
        except InputError as error:
            raise InputError(str(error) if str(file) in str(error) else f"{file}: {error}") from error
        in_file = in_file | absolute_paths(in_file, file.parent)
        if "architecture" in settings:
            in_file.pop("network_digest", None)  # of the file's network
    merged = in_file | settings
    if "network" in in_file and "network" in settings:
        merged["network"] = in_file["network"] | settings["network"]
    complete_recipe(merged)
    return merged | absolute_paths(settings, Path())


def _check_network(recipe: Recipe) -> None:
    """Check the network of a recipe and its settings, except those of a network of one's own.

    Raises:
        InputError: If there is no such network, or a setting is invalid or belongs to the recipe.
    """
    network = find_architecture(recipe.architecture)
    if network.is_own:  # the trainer checks its settings, because that runs code
        return
    if misplaced := sorted(recipe.network.keys() & {*Recipe.__struct_fields__} - network.declared.keys()):
        raise InputError(f"write '{misplaced[0]}' above the line [network]")
    network.settings(recipe.network)
