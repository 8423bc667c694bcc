"""The probabilities of the test reviews that a run keeps."""

from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.predictions import Predictions


def test_a_run_keeps_what_its_best_weights_said(trained: Run, corpus: Corpus) -> None:
    kept = Predictions.load(trained.predictions_path)
    test = corpus.limited(4000).test
    assert kept is not None
    assert kept.truths.tolist() == test.labels.tolist()
    assert kept.probabilities.shape == (1320, 2)
    assert np.allclose(kept.probabilities.sum(axis=1), 1)
    assert trained.metrics is not None
    assert kept.right.mean() == trained.metrics.test_accuracy
    again = Predictions.of(test.texts, test.labels, kept.probabilities)
    assert again.reviews == kept.reviews
    other = Predictions.of([*test.texts[:-1], "another"], test.labels, kept.probabilities)
    assert other.reviews != kept.reviews


def test_predictions_that_are_damaged_or_missing(tmp_path: Path) -> None:
    path = tmp_path / "predictions.npz"
    assert Predictions.load(path) is None
    path.write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(InputError, match=r"predictions\.npz: not a file of predictions"):
        Predictions.load(path)
    np.savez(path, truths=np.zeros(3), probabilities=np.zeros((2, 2)), reviews=np.zeros(1, np.uint8))
    with pytest.raises(InputError, match="do not fit together"):
        Predictions.load(path)
