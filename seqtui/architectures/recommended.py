"""Recipes with the settings that each network recommends."""

from typing import Any

from seqtui.architectures.catalogue import whole_recipe
from seqtui.recipe import Recipe


def make_recipe(**settings: Any) -> Recipe:
    """Return a recipe with the network's recommended settings, as ``seqtui train`` uses them.

    ``Recipe(architecture="nb-ngrams")`` has the defaults of :class:`Recipe`, which suit the recurrent
    networks; ``make_recipe(architecture="nb-ngrams")`` has those that suit ``nb-ngrams``.

    Args:
        **settings: Fields of :class:`Recipe`. Those not given are recommended by the network.

    Returns:
        A complete recipe.

    Raises:
        InputError: For an unknown field or network, or an impossible value.

    Example:
        >>> make_recipe(architecture="nb-ngrams").max_length
        2500
    """
    return whole_recipe(settings)
