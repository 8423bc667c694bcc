import math
import subprocess
import sys

import keras
import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.architectures.catalogue import CATALOGUE, Architecture, complete_recipe, find_architecture
from seqtui.architectures.layers import PLAIN
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.training.recurrent import FUSED, FusedLSTM
from tests.conftest import representatives

EVERY_NETWORK = pytest.mark.parametrize("entry", CATALOGUE.values(), ids=list(CATALOGUE))
RECIPE = Recipe(vocabulary_size=50)


def test_the_catalogue_is_read_without_tensorflow() -> None:
    code = """
import sys
from seqtui.architectures.catalogue import CATALOGUE
from seqtui.recipe import Recipe
assert all(entry.parameters(Recipe()) > 160_000 for entry in CATALOGUE.values())
sys.exit("keras" in sys.modules or "tensorflow" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@EVERY_NETWORK
def test_an_entry_describes_the_network_that_it_builds(entry: Architecture) -> None:
    for pooling, num_classes in (("last", 2), ("last+max", 2), ("last+max", 5)):
        recipe = msgspec.structs.replace(RECIPE, pooling=pooling)
        model = entry.build(recipe, FUSED, num_classes)
        parameters = sum(weight.numpy().size for weight in model.trainable_variables)
        assert entry.parameters(recipe, num_classes) == parameters
    names = {
        "BothDirections": "LSTM",
        "FusedGRU": "GRU",
        "FusedLSTM": "LSTM",
        "MaskedConv1D": "Conv1D",
        "MaskedGlobalMaxPooling1D": "GlobalMaxPooling1D",
        "MaskedMaxPooling1D": "MaxPooling1D",
        "MaskedPooling": "Pooling",
        "MeanOfWordsAndPairs": "Embedding",
        "ParallelConv1D": "Conv1D",
    }
    kinds = [names.get(type(layer).__name__, type(layer).__name__) for layer in model.layers]
    kinds = [kind for kind in kinds if kind not in ("InputLayer", "NotEqual")]  # NotEqual: the mask of words
    described = [layer.text for layer in entry.describe(recipe, 5)]
    if not isinstance(model, keras.Sequential):  # its parts are beside each other, in no order
        assert sorted(text.split(maxsplit=1)[0] for text in described) == sorted(kinds)
        return
    assert [text.split(maxsplit=1)[0] for text in described] == kinds
    for description, layer in zip(described, model.layers, strict=True):
        if hasattr(layer, "activation") and layer.name.startswith(("dense", "activation")):
            assert description in ("Dense 5, softmax", "Activation softmax")
            assert layer.activation.__name__ == "softmax"
        if isinstance(layer, keras.layers.Dropout):
            words = " of words" if layer.noise_shape else ""
            assert description == f"Dropout {layer.rate}{words}"
        if isinstance(layer, FusedLSTM) and layer.dropout:
            assert (
                description
                == f"LSTM 100, input dropout {layer.dropout}, recurrent dropout {layer.recurrent_dropout}"
            )


VALUES: dict[str, st.SearchStrategy[object]] = {
    "embedding_dim": st.sampled_from([4, 8, 12]),
    "cell": st.sampled_from(["lstm", "gru"]),
    "units": st.integers(4, 9),
    "layers": st.integers(1, 4),
    "bidirectional": st.booleans(),
    "filters": st.integers(1, 5),
    "kernel_size": st.integers(1, 5),
    "kernel_sizes": st.lists(st.sampled_from([1, 2, 5]), min_size=1, max_size=3),  # often one twice
    "pool_size": st.integers(1, 5),
    "buckets": st.integers(1, 50),
    "ngram_range": st.sampled_from([[1, 1], [1, 2], [2, 3], [1, 4]]),
    "max_ngrams": st.integers(1, 50),
    "heads": st.sampled_from([1, 2, 4]),
    "feedforward_dim": st.integers(1, 9),
}
SMALL = {"embedding_dim": 8, "units": 5, "heads": 2, "filters": 4, "buckets": 20, "max_ngrams": 20}
RATES = st.sampled_from([0.0, 0.2, 0.5])


@st.composite
def recipes(draw: st.DrawFn, networks: tuple[Architecture, ...] = tuple(CATALOGUE.values())) -> Recipe:
    """Draw a recipe with random network settings."""
    entry = draw(st.sampled_from(networks))
    names = draw(st.sets(st.sampled_from(list(entry.declared))))
    small = {name: value for name, value in SMALL.items() if name in entry.declared}
    return complete_recipe(
        {
            "architecture": entry.name,
            "network": small | {name: draw(VALUES.get(name, RATES)) for name in sorted(names)},
            "pooling": draw(st.sampled_from(["last", "last+max", "mean", "attention"])),
            "vocabulary_size": draw(st.integers(3, 40)),
            "max_length": 20,
        }
    )


@pytest.mark.parametrize("name", representatives(*CATALOGUE, often=["cnn-lstm", "textcnn", "ngrams-gru"]))
@given(data=st.data(), num_classes=st.integers(2, 4))
@settings(max_examples=4)
def test_any_settings_give_the_described_parameters(name: str, data: st.DataObject, num_classes: int) -> None:
    entry = CATALOGUE[name]
    recipe = data.draw(recipes((entry,)))
    with keras.StatelessScope():  # variables without values
        model = entry.build(recipe, FUSED, num_classes)
    assert entry.parameters(recipe, num_classes) == sum(math.prod(w.shape) for w in model.trainable_variables)
    assert Recipe.from_settings(recipe.to_settings()) == recipe


@given(recipes(), st.integers(2, 4))
@settings(max_examples=4)
def test_any_settings_ignore_padding(recipe: Recipe, num_classes: int) -> None:
    model = CATALOGUE[recipe.architecture].build(recipe, FUSED, num_classes)
    reviews = [np.arange(length, dtype=np.int32) % (recipe.vocabulary_size - 2) + 2 for length in (1, 5, 11)]
    batch = np.zeros((3, 17), np.int32)
    for row, review in zip(batch, reviews, strict=True):
        row[: len(review)] = review
    alone = np.concatenate([model(review[None]) for review in reviews])
    assert np.asarray(model(batch)) == pytest.approx(alone, abs=1e-5)


@EVERY_NETWORK
def test_probabilities_do_not_depend_on_padding_or_the_batch(entry: Architecture) -> None:
    model = entry.build(RECIPE, FUSED, 3)
    random = np.random.default_rng(1)
    reviews = [random.integers(1, 50, length) for length in (1, 2, 7, 8, 30)]
    batch = np.zeros((5, 41), np.int32)
    for row, review in zip(batch, reviews, strict=True):
        row[: len(review)] = review
    alone = np.concatenate([model(review[None].astype(np.int32)) for review in reviews])
    assert np.asarray(model(batch)) == pytest.approx(alone, abs=1e-6)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in CATALOGUE.values() if entry.describe(RECIPE)[0].text == "Embedding 32"],
    ids=lambda entry: entry.name,
)
def test_the_embedding_of_the_padding_is_never_used(entry: Architecture) -> None:
    model = entry.build(RECIPE, FUSED)
    ids = np.array([[3, 4, 5, 0, 0, 0], [6, 7, 8, 9, 10, 11]], np.int32)
    before = np.asarray(model(ids))
    embedding = model.layers[0]
    weights = embedding.get_weights()[0]
    weights[0] = 100.0
    embedding.set_weights([weights])
    assert np.array_equal(np.asarray(model(ids)), before)


@EVERY_NETWORK
def test_the_network_for_export_predicts_the_same_with_the_same_weights(entry: Architecture) -> None:
    model, plain = entry.build(RECIPE, FUSED, 3), entry.build(RECIPE, PLAIN, 3)
    plain.set_weights(model.get_weights())
    ids = np.array([[3, 4, 5, 0, 0], [6, 7, 8, 9, 10], [0, 0, 0, 0, 0]], np.int32)
    assert np.asarray(plain(ids)) == pytest.approx(np.asarray(model(ids)), abs=1e-6)


def test_an_unknown_network_is_refused_with_the_closest_name() -> None:
    with pytest.raises(InputError, match="did you mean 'cnn-lstm'"):
        find_architecture("cnnlstm")


def test_parameters_depend_on_the_number_of_ngrams() -> None:
    entry = find_architecture("nb-ngrams")
    for num_classes in (2, 3):
        model = entry.build(RECIPE, FUSED, num_classes, 10)
        assert entry.parameters(RECIPE, num_classes, 10) == sum(
            w.numpy().size for w in model.trainable_variables
        )


@pytest.mark.parametrize(("name", "ngrams"), [("nb-ngrams", 2**19), ("nb-ngrams", -1), ("lstm", 1)])
def test_an_impossible_number_of_ngrams_is_refused_before_memory_is_allocated(name: str, ngrams: int) -> None:
    with pytest.raises(InputError, match=f"{name} looks up at most"):
        find_architecture(name).build(RECIPE, FUSED, 2, ngrams)
