"""Scoring reviews with an exported file: numpy and onnxruntime, nothing else.

Example:
    >>> from seqtui.scoring import Scorer  # doctest: +SKIP
    >>> Scorer("model.onnx").score(["A wonderful film"])[0].label  # doctest: +SKIP
    'positive'
"""

from seqtui.scoring.reading import read_reviews
from seqtui.scoring.scorer import Score, Scorer

__all__ = ["Score", "Scorer", "read_reviews"]
