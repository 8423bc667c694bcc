"""A typical scoring script for n-grams: read CSV, predict, write CSV.

Usage: python -m benchmarks.ngram_scorers {scikit-learn|fastText} REVIEWS.csv SCORES.csv

scikit-learn: TF-IDF of one to three words and logistic regression. fastText: pairs of words, its defaults.
Both are trained on 2,680 of the training reviews first. Prints one JSON object with the seconds from opening
the reviews to closing the scores, without imports and training.
"""

import sys
from collections.abc import Callable, Sequence
from tempfile import NamedTemporaryFile

import numpy as np

from benchmarks.usual_scorers import score_csv
from seqtui.corpora import Reviews, load_corpus

Predict = Callable[[Sequence[str]], Sequence[float]]


def main(peer: str, reviews: str, scores: str) -> None:
    """Score the reviews with one of the two peers."""
    train = load_corpus("imdb-25k", 4000).train
    score_csv(reviews, scores, {"scikit-learn": scikit_learn, "fastText": fasttext}[peer](train))


def scikit_learn(train: Reviews) -> Predict:
    """Return ``predict_proba`` of a pipeline."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    pipeline = make_pipeline(TfidfVectorizer(ngram_range=(1, 3)), LogisticRegression())
    pipeline.fit(train.texts, train.labels)
    return lambda texts: pipeline.predict_proba(texts)[:, 1].tolist()


def fasttext(train: Reviews) -> Predict:
    """Return ``predict`` of fastText's own library."""
    import fasttext as library

    def line(text: str) -> str:
        return " ".join(text.split())

    with NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        for text, label in zip(train.texts, train.labels.tolist(), strict=True):
            file.write(f"__label__{label} {line(text)}\n")
        file.flush()
        model = library.train_supervised(file.name, wordNgrams=2, verbose=0)

    def predict(texts: Sequence[str]) -> Sequence[float]:
        labels, probabilities = model.predict([line(text) for text in texts], k=1)
        is_positive = np.array([label == "__label__1" for (label,) in labels])
        best = np.concatenate(probabilities)
        return np.where(is_positive, best, 1 - best).tolist()

    return predict


if __name__ == "__main__":
    main(*sys.argv[1:])
