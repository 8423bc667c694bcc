"""Score reviews with an exported file. Needs numpy, onnxruntime and, for Parquet and Zstandard, pyarrow.

Example:
    >>> from seqtui.scoring import Scorer, score_file  # doctest: +SKIP
    >>> Scorer("model.onnx").score(["A wonderful film"])[0].label  # doctest: +SKIP
    'positive'
    >>> score_file(Scorer("model.onnx"), "reviews.csv", "scores.parquet").reviews  # doctest: +SKIP
    25000
"""

from typing import TYPE_CHECKING

from seqtui.scoring.scorer import Score, Scorer

if TYPE_CHECKING:
    from seqtui.scoring.files import score_file

__all__ = ["Score", "Scorer", "score_file"]


def __getattr__(name: str) -> object:
    """Import :func:`score_file` when it is first used: a text is scored without the code for files."""
    if name != "score_file":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from seqtui.scoring.files import score_file

    return score_file
