"""Score reviews with an exported file. Needs numpy, onnxruntime and, for Parquet and Zstandard, pyarrow.

Example:
    >>> from seqtui.scoring import Scorer, score_file  # doctest: +SKIP
    >>> Scorer("model.onnx").score(["A wonderful film"])[0].label  # doctest: +SKIP
    'positive'
    >>> score_file(Scorer("model.onnx"), "reviews.csv", "scores.parquet").reviews  # doctest: +SKIP
    25000
"""

from seqtui.scoring.files import score_file
from seqtui.scoring.scorer import Score, Scorer

__all__ = ["Score", "Scorer", "score_file"]
