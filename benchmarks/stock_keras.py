"""Listings of Brownlee, Deep Learning With Python, chapter 26, and other sizes, as a stock Keras 3 script.

Reviews are padded to 500 words. The transformer is that of the Keras documentation, normalised as in seqtui.

Usage: python -m benchmarks.stock_keras NETWORK EPOCHS [LIMIT]

Reads the same reviews with the same word ids as seqtui and prints one JSON object.
"""

import json
import sys
import time

import keras
from keras.layers import (
    GRU,
    LSTM,
    Bidirectional,
    Conv1D,
    Dense,
    Dropout,
    Embedding,
    GlobalAveragePooling1D,
    LayerNormalization,
    MaxPooling1D,
    MultiHeadAttention,
)

from benchmarks.padding import padded_in_front
from seqtui.recipe import Recipe
from seqtui.training.prepare import prepare


class Positions(keras.layers.Layer):
    """Add a learned vector for each of 500 positions."""

    def __init__(self) -> None:
        super().__init__()
        self.vectors = Embedding(500, 32)

    def call(self, inputs: keras.KerasTensor) -> keras.KerasTensor:
        """Add the vectors."""
        return inputs + self.vectors(keras.ops.arange(500))


class Block(keras.layers.Layer):
    """Block of an encoder: two heads and a hidden layer of 64."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = MultiHeadAttention(2, 16)
        self.norms = [LayerNormalization(), LayerNormalization()]
        self.hidden, self.outputs = Dense(64, activation="relu"), Dense(32)

    def call(self, inputs: keras.KerasTensor) -> keras.KerasTensor:
        """Attend to the words and transform each position."""
        normed = self.norms[0](inputs)
        inputs = inputs + self.attention(normed, normed)
        return inputs + self.outputs(self.hidden(self.norms[1](inputs)))


BETWEEN = {
    "lstm": lambda: [LSTM(100)],
    "lstm-dropout": lambda: [Dropout(0.2), LSTM(100), Dropout(0.2)],
    "lstm-gate-dropout": lambda: [LSTM(100, dropout=0.2, recurrent_dropout=0.2)],
    "cnn-lstm": lambda: [Conv1D(32, 3, padding="same", activation="relu"), MaxPooling1D(2), LSTM(100)],
    "lstm, 32 units": lambda: [LSTM(32)],
    "lstm, 256 units": lambda: [LSTM(256)],
    "lstm, 512 units": lambda: [LSTM(512)],
    "lstm, 2 layers": lambda: [LSTM(100, return_sequences=True), LSTM(100)],
    "bilstm, 2 layers": lambda: [
        Bidirectional(LSTM(100, return_sequences=True)),
        Bidirectional(LSTM(100)),
    ],
    "gru, 256 units": lambda: [GRU(256)],
    "cnn-lstm, 64 filters of 5 words": lambda: [
        Conv1D(64, 5, padding="same", activation="relu"),
        MaxPooling1D(2),
        LSTM(100),
    ],
    "transformer": lambda: [
        Positions(),
        Dropout(0.1),
        Block(),
        LayerNormalization(),
        GlobalAveragePooling1D(),
    ],
}


def main(network: str, epochs: int, limit: int | None = None) -> None:
    """Train one network and print seconds per epoch and test accuracy."""
    keras.utils.set_random_seed(7)
    data = prepare(Recipe(validation_split=0.0, limit=limit))
    train, test = (padded_in_front(reviews) for reviews in (data.train, data.test.reviews))
    model = keras.Sequential([Embedding(5000, 32), *BETWEEN[network](), Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    seconds = []
    for _ in range(epochs):
        start = time.perf_counter()
        model.fit(train, data.train_labels, epochs=1, batch_size=64, verbose=0)
        seconds.append(time.perf_counter() - start)
    _, accuracy = model.evaluate(test, data.test.labels, verbose=0)
    print(json.dumps({"seconds": seconds, "accuracy": accuracy}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
