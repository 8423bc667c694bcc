"""A network of n-grams that are found before: its inputs, and its outputs from their logits."""

import keras
import tensorflow as tf

from seqtui.architectures.found_ngrams import FoundNGrams
from seqtui.architectures.mixed_logits import MixedLogits
from seqtui.architectures.ngrams import WeightedNGrams
from seqtui.text.encoded import EncodedReviews


class NGramNetwork:
    """A network that begins with a layer of n-grams, or that mixes one with a network of words.

    Args:
        model: The network.
        layer: Its layer of n-grams.

    Attributes:
        layer: The layer of n-grams.
        mixed: The layer that mixes its logits with those of the words; None if there is none.
    """

    def __init__(self, model: keras.Model, layer: WeightedNGrams) -> None:
        self.layer = layer
        self.mixed = next((mixed for mixed in model.layers if isinstance(mixed, MixedLogits)), None)
        if self.mixed is None:
            self._rest = model.layers[1:]
        else:
            self._rest = model.layers[-1:]
            self._words = keras.Model(model.inputs, model.get_layer("words").output)

    @classmethod
    def of(cls, model: keras.Model) -> "NGramNetwork | None":
        """Return the network of a model; None if it has no n-grams, or begins with another layer."""
        layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
        mixes = any(isinstance(layer, MixedLogits) for layer in layers)
        found = [layer for layer in (layers if mixes else layers[:1]) if isinstance(layer, WeightedNGrams)]
        return cls(model, found[0]) if found else None

    def find(self, reviews: EncodedReviews) -> FoundNGrams:
        """Find the n-grams of reviews; the words come before them if they are inputs, too."""
        found = self.layer.find(reviews)
        return found if self.mixed is None else found.with_words(reviews)

    def split(self, inputs: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Return word ids, shape (reviews, tokens), and indices of n-grams, shape (reviews, sizes × tokens).

        Args:
            inputs: A padded batch of :meth:`find`. Without words in it, none are returned.
        """
        shortest, longest = self.layer.ngram_range
        words = 0 if self.mixed is None else tf.shape(inputs)[1] // (longest - shortest + 2)
        return inputs[:, :words], inputs[:, words:]

    def outputs(self, logits: tf.Tensor, words: tf.Tensor, *, training: bool) -> list[tf.Tensor]:
        """Return the network's outputs, then those of its parts, each of which has its own loss.

        Args:
            logits: Logits of the n-grams, shape (reviews, outputs).
            words: Word ids, see :meth:`split`.
            training: Whether to apply dropout.
        """
        if self.mixed is None:
            return [self._end(logits)]
        others = self._words(words, training=training)
        return [self._end(self.mixed([logits, others])), self._end(logits), self._end(others)]

    def _end(self, logits: tf.Tensor) -> tf.Tensor:
        for layer in self._rest:
            logits = layer(logits)
        return logits
