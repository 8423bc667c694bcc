"""N-grams are looked up in a table of the graph."""

from collections import Counter

import keras
import numpy as np
import onnxruntime
import pytest

from exporters.ngrams import look_up_in_a_table
from exporters.onnx import convert
from seqtui.architectures.ngram_counts import NGrams
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.text.encoded import EncodedReviews

_VOCABULARY = 30_000  # keys of three words need more than 32 bits
_WORDS = np.array([1, 2, 3, 7, 29_998, 29_999], np.int32)


def _network(num_classes: int, known: NGrams) -> keras.Model:
    layer = WeightedNGrams(_VOCABULARY, len(known), labels=num_classes)
    activation = "sigmoid" if num_classes == 2 else "softmax"
    model = keras.Sequential(
        [keras.Input((None,), dtype="int32"), layer, keras.layers.Activation(activation)]
    )
    layer.set_ngrams(known)
    random = np.random.default_rng(2)
    layer.weights_of.assign(random.normal(0, 1, layer.weights_of.shape))
    layer.bias.assign(random.normal(0, 1, layer.bias.shape))
    return model


@pytest.mark.parametrize("num_classes", [2, 3])
def test_the_table_gives_the_same_probabilities_as_the_search(num_classes: int) -> None:
    random = np.random.default_rng(1)
    reviews = EncodedReviews.from_lists(
        [random.choice(_WORDS, random.integers(0, 12)).tolist() for _ in range(60)]
    )
    labels = random.integers(0, num_classes, 60).astype(np.int32)
    known = NGrams.of(reviews, labels, _VOCABULARY, 100, num_classes)
    assert known.keys.max() > 2**32
    known.ratios[0] = 0.0  # as likely in each class, and known
    model = _network(num_classes, known)
    ids = reviews.padded(np.arange(60))
    searched = np.asarray(model(ids))
    look_up_in_a_table(model.layers[0])
    in_table = np.asarray(model(ids))
    assert in_table == pytest.approx(searched, abs=1e-6)
    graph = convert(model)
    kinds = Counter(node.op_type for node in graph.graph.node)
    assert kinds["LabelEncoder"] == 1
    assert kinds["Loop"] == 0
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    (exported,) = session.run(["probabilities"], {"ids": ids})
    expected = np.hstack([1 - searched, searched]) if num_classes == 2 else searched
    assert exported == pytest.approx(expected, abs=1e-6)


def test_a_network_without_ngrams_can_be_converted() -> None:
    model = _network(2, NGrams(np.zeros(0, np.int64), np.zeros(0, np.float32)))
    look_up_in_a_table(model.layers[0])
    graph = convert(model)
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    (exported,) = session.run(["probabilities"], {"ids": np.array([[2, 3], [1, 0]], np.int32)})
    assert exported[0].tolist() == exported[1].tolist()
