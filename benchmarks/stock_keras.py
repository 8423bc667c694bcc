"""Listings of Brownlee, Deep Learning With Python, chapter 26, as a stock Keras 3 script: padded to 500.

Usage: python -m benchmarks.stock_keras NETWORK EPOCHS

Reads the same reviews with the same word ids as seqtui and prints one JSON object.
"""

import json
import sys
import time

import keras
from keras.layers import LSTM, Conv1D, Dense, Dropout, Embedding, MaxPooling1D

from benchmarks.padding import padded_in_front
from seqtui.recipe import Recipe
from seqtui.training.prepare import prepare

BETWEEN = {
    "lstm": lambda: [LSTM(100)],
    "lstm-dropout": lambda: [Dropout(0.2), LSTM(100), Dropout(0.2)],
    "lstm-gate-dropout": lambda: [LSTM(100, dropout=0.2, recurrent_dropout=0.2)],
    "cnn-lstm": lambda: [Conv1D(32, 3, padding="same", activation="relu"), MaxPooling1D(2), LSTM(100)],
}


def main(network: str, epochs: int) -> None:
    """Train one listing and print seconds per epoch and test accuracy."""
    keras.utils.set_random_seed(7)
    data = prepare(Recipe(validation_split=0.0))
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
    main(sys.argv[1], int(sys.argv[2]))
