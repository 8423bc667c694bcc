"""Pre-trained word vectors: check that they fit a recipe, and set them in a network."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seqtui.architectures.catalogue import find_architecture
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.tables.vectors import WordVectors, vector_dimensions

if TYPE_CHECKING:
    import keras


def fit_to_vectors(recipe: Recipe) -> Recipe:
    """Set the size of the network's word vectors to that of the recipe's file, if it has one.

    Args:
        recipe: A complete recipe.

    Raises:
        InputError: If the file cannot be read, the recipe sets another size, or the network cannot use it.
    """
    if recipe.vectors is None:
        if recipe.vectors_trainable == "no":
            raise InputError("--vectors-trainable no: give the word vectors with --vectors FILE")
        return recipe
    network = find_architecture(recipe.architecture)
    if "embedding_dim" not in network.declared:
        raise InputError(f"--vectors: {network.name} has no word vectors; choose another network")
    if recipe.vectors_trainable == "no" and network.name == "fasttext":
        raise InputError("--vectors-trainable no: fasttext trains its vectors of words and pairs together")
    size = vector_dimensions(Path(recipe.vectors))
    chosen = recipe.network.get("embedding_dim", size)
    if chosen != size:
        raise InputError(
            f"embedding_dim = {chosen}: the vectors of {recipe.vectors} have {size} dimensions; leave it out"
        )
    settings = network.changes({**recipe.network, "embedding_dim": size})
    return msgspec.structs.replace(recipe, network=settings)


def set_word_vectors(model: "keras.Model", vectors: WordVectors) -> None:
    """Replace the initial vectors of the words that have a pre-trained one.

    Args:
        model: A network whose first layer has one vector per word id.
        vectors: Pre-trained vectors of the same size.
    """
    weight = model.layers[0].weights[0]
    values = weight.numpy()
    values[vectors.ids] = vectors.vectors
    weight.assign(values)
