"""Folders of reviews, scored part by part: on this machine, or on the many of a Ray cluster.

Example:
    >>> from seqtui.scale import score_folder  # doctest: +SKIP
    >>> score_folder("model.onnx", "reviews/", "scores/", engine="ray").reviews  # doctest: +SKIP
    100000
"""

from seqtui.scale.folders import FolderSummary, score_folder

__all__ = ["FolderSummary", "score_folder"]
