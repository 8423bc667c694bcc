"""The model that is trained while texts are labelled, and the choice of the texts to label next.

Logistic regression on TF-IDF of words and pairs of words. It needs no TensorFlow, is trained on some hundred
texts in a fraction of a second, and predicts ten thousand short texts in less.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seqtui.text import tokenize

_CANDIDATES = 3  # times as many uncertain texts as are chosen
_SIMILAR = 0.5  # cosine of two texts of which only one is chosen
_C = 3.0  # inverse strength of the regularization


class TextModel:
    """A light classifier of a fixed set of texts.

    Args:
        texts: The texts.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer(
            tokenizer=_words, token_pattern=None, lowercase=False, ngram_range=(1, 2), sublinear_tf=True,
            min_df=min(2, len(texts)), dtype=np.float32,
        )  # fmt: skip
        try:
            self._features: Any = vectorizer.fit_transform(texts)
        except ValueError:  # no word is in two texts
            self._features = vectorizer.set_params(min_df=1).fit_transform([*texts, "text"])[:-1]
        self._num_texts = len(texts)

    def fit_predict(
        self, rows: Sequence[int], labels: Sequence[int], num_classes: int
    ) -> NDArray[np.float32]:
        """Train on some texts and predict all.

        Args:
            rows: Indices of the texts to train on.
            labels: Their class indices; at least two classes.
            num_classes: Number of classes.

        Returns:
            Probabilities of shape (texts, num_classes); 0 for classes without a label.
        """
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=_C, max_iter=200, class_weight="balanced").fit(
            self._features[list(rows)], list(labels)
        )
        probabilities = np.zeros((self._num_texts, num_classes), np.float32)
        probabilities[:, model.classes_] = model.predict_proba(self._features)
        return probabilities

    def choose(self, probabilities: NDArray[np.float32], candidates: Sequence[int], count: int) -> list[int]:
        """Choose the texts that the model is most uncertain about, but none that is like one chosen before.

        Args:
            probabilities: Probabilities of all texts.
            candidates: Indices of the texts to choose from.
            count: Maximum number of texts to choose.

        Returns:
            Indices of the chosen texts, the most uncertain one first. Fewer than ``count`` if there are too
            few, or the others are too similar.
        """
        rows = np.array(candidates, np.int64)
        two_best = np.sort(probabilities[rows], axis=1)[:, -2:]
        margins = two_best[:, 1] - two_best[:, 0]
        rows = rows[np.argsort(margins, kind="stable")[: _CANDIDATES * count]]
        features = self._features[rows]
        is_free = np.ones(len(rows), np.bool_)
        chosen: list[int] = []
        for position, row in enumerate(rows.tolist()):
            if len(chosen) < count and is_free[position]:
                chosen.append(row)
                is_free &= (features @ features[position].T).toarray().ravel() < _SIMILAR
        return chosen


def _words(text: str) -> list[str]:
    return [token.casefold() for token in tokenize(text)]
