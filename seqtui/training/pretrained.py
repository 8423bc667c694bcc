"""Pre-trained word vectors: check that they fit a recipe, and set them in a network."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seqtui.architectures.catalogue import architecture_of
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
    network = architecture_of(recipe)
    if "embedding_dim" not in network.declared:
        raise InputError(f"--vectors: {network.name} has no word vectors; choose another network")
    size = vector_dimensions(Path(recipe.vectors))
    chosen = recipe.network.get("embedding_dim", size)
    if chosen != size:
        raise InputError(
            f"embedding_dim = {chosen}: the vectors of {recipe.vectors} have {size} dimensions; leave it out"
        )
    settings = network.changes({**recipe.network, "embedding_dim": size})
    return msgspec.structs.replace(recipe, network=settings)


def word_embedding(model: "keras.Model") -> "keras.layers.Layer":
    """Return the layer with the vector of each word, the first one after the input.

    Raises:
        InputError: If a network of your own begins with another layer.
    """
    first = next(layer for layer in model.layers if layer.weights)
    if type(first).__name__ not in ("Embedding", "MeanOfWordsAndPairs"):
        raise InputError(f"--vectors: the network must begin with an Embedding, not with {first.name}")
    return first


def freeze_word_vectors(model: "keras.Model") -> None:
    """Exclude the vectors of all words from training."""
    layer = word_embedding(model)
    if hasattr(layer, "words_trainable"):
        layer.words_trainable = False  # the vectors of its word pairs are trained
    else:
        layer.trainable = False


def set_word_vectors(model: "keras.Model", vectors: WordVectors) -> None:
    """Replace the initial vectors of the words that have a pre-trained one.

    Args:
        model: A network with a layer of word vectors of the same size.
        vectors: Pre-trained vectors.
    """
    weight = word_embedding(model).weights[0]
    values = weight.numpy()
    values[vectors.ids] = vectors.vectors
    weight.assign(values)
