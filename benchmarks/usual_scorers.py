"""A typical scoring script: read CSV, pad to 500, predict, write CSV.

Usage: python -m benchmarks.usual_scorers {keras|onnxruntime} NETWORK VOCABULARY REVIEWS.csv SCORES.csv

The network is a listing of benchmarks/stock_keras.py with initial weights, which are as fast as trained ones.
Prints one JSON object with the seconds from opening the reviews to closing the scores, without imports and
loading.
"""

import csv
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

BATCH, LENGTH = 32, 500


def main(peer: str, network: str, vocabulary: str, reviews: str, scores: str) -> None:
    """Score the reviews with one of the two peers."""
    words = {word: index for index, word in enumerate(Path(vocabulary).read_text().split("\n"))}
    predict = {"keras": keras_predict, "onnxruntime": onnxruntime_predict}[peer](network)

    def predict_texts(texts: Sequence[str]) -> Sequence[float]:
        padded = np.zeros((len(texts), LENGTH), np.int32)
        for line, text in zip(padded, texts, strict=True):
            ids = [words.get(word, 1) for word in re.findall(r"[a-z0-9']+", text.lower())[-LENGTH:]]
            line[LENGTH - len(ids) :] = ids
        return predict(padded).tolist()

    score_csv(reviews, scores, predict_texts)


def score_csv(reviews: str, scores: str, predict: Callable[[Sequence[str]], Sequence[float]]) -> None:
    """Read reviews, predict the probability of a positive label, write scores and print the seconds."""
    csv.field_size_limit(1 << 24)
    start = time.perf_counter()
    with open(reviews, newline="", encoding="utf-8") as file:  # noqa: PTH123 - as such scripts do
        rows = list(csv.DictReader(file))
    positive = predict([row["text"] for row in rows])
    with open(scores, "w", newline="", encoding="utf-8") as file:  # noqa: PTH123
        writer = csv.DictWriter(file, [*rows[0], "predicted", "probability"])
        writer.writeheader()
        for row, probability in zip(rows, positive, strict=True):
            writer.writerow(row | {"predicted": int(probability > 0.5), "probability": probability})
    print(json.dumps({"reviews": len(rows), "seconds": time.perf_counter() - start}))


def keras_predict(network: str) -> Callable[[np.ndarray], np.ndarray]:
    """Return ``model.predict`` of the listing, traced by a first call."""
    import keras
    from keras.layers import Dense, Embedding

    from benchmarks.stock_keras import BETWEEN

    model = keras.Sequential([Embedding(5000, 32), *BETWEEN[network](), Dense(1, activation="sigmoid")])
    model.predict(np.zeros((BATCH, LENGTH), np.int32), verbose=0)
    return lambda padded: model.predict(padded, batch_size=BATCH, verbose=0)[:, 0]


def onnxruntime_predict(network: str) -> Callable[[np.ndarray], np.ndarray]:
    """Return the listing, converted by tf2onnx, in an InferenceSession with default options."""
    import keras
    import onnxruntime
    import tensorflow as tf
    import tf2onnx
    from keras.layers import Dense, Embedding

    from benchmarks.stock_keras import BETWEEN

    model = keras.Sequential([Embedding(5000, 32), *BETWEEN[network](), Dense(1, activation="sigmoid")])
    signature = [tf.TensorSpec((None, LENGTH), tf.int32, name="ids")]
    converted, _ = tf2onnx.convert.from_function(
        tf.function(lambda ids: {"positive": model(ids)}, input_signature=signature), signature, opset=18
    )
    session = onnxruntime.InferenceSession(converted.SerializeToString(), providers=["CPUExecutionProvider"])

    def predict(padded: np.ndarray) -> np.ndarray:
        batches = (padded[start : start + BATCH] for start in range(0, len(padded), BATCH))
        return np.concatenate([session.run(["positive"], {"ids": batch})[0][:, 0] for batch in batches])

    return predict


if __name__ == "__main__":
    main(*sys.argv[1:])
