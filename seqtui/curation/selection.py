"""The model that is trained while texts are labelled, and the choice of the texts to label next.

Logistic regression on TF-IDF of words and pairs of words. It needs no TensorFlow, is trained on some hundred
texts in a fraction of a second, and predicts ten thousand short texts in less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seqtui.text import tokenize

_CANDIDATES = 3  # times as many uncertain texts as are chosen
_C = 10.0  # inverse strength of the regularization


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
        """Choose texts that the model is uncertain about and that differ from each other.

        Of the most uncertain texts, the one is taken next whose uncertainty times its distance to those taken
        before is highest.

        Args:
            probabilities: Probabilities of all texts.
            candidates: Indices of the texts to choose from.
            count: Maximum number of texts to choose.

        Returns:
            Indices of the chosen texts, the first one to label first.
        """
        rows = np.array(candidates, np.int64)
        two_best = np.sort(probabilities[rows], axis=1)[:, -2:]
        uncertainty = 1 - (two_best[:, 1] - two_best[:, 0])
        best = np.argsort(-uncertainty, kind="stable")[: _CANDIDATES * count]
        rows, uncertainty = rows[best], uncertainty[best].astype(np.float64)
        features = self._features[rows]
        nearest = np.zeros(len(rows))
        chosen: list[int] = []
        for _ in range(min(count, len(rows))):
            index = int(np.argmax(uncertainty * (1 - nearest)))
            chosen.append(int(rows[index]))
            similarity = (features @ features[index].T).toarray().ravel()
            nearest = np.maximum(nearest, np.clip(similarity, 0, 1))
            uncertainty[index] = -1
        return chosen


@dataclass(frozen=True)
class Estimate:
    """Accuracy of the model on the labelled texts that were drawn at random, which it is not trained on.

    Args:
        labels: Number of labels that it was trained with.
        correct: Number of correct predictions.
        texts: Number of texts.
    """

    labels: int
    correct: int
    texts: int


def _words(text: str) -> list[str]:
    return [token.casefold() for token in tokenize(text)]
