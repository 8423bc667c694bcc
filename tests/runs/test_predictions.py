"""The test predictions that a run saves."""

from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.predictions import Predictions


def test_a_run_saves_the_test_predictions_of_its_best_weights(trained: Run, corpus: Corpus) -> None:
    saved = Predictions.load(trained.predictions_path)
    test = corpus.limited(4000).test
    assert saved is not None
    assert saved.y_true.tolist() == test.labels.tolist()
    assert saved.probabilities.shape == (1320, 2)
    assert np.allclose(saved.probabilities.sum(axis=1), 1)
    assert trained.metrics is not None
    assert saved.correct.mean() == trained.metrics.test_accuracy
    again = Predictions.of(test.texts, test.labels, saved.probabilities)
    assert again.fingerprint == saved.fingerprint
    other = Predictions.of([*test.texts[:-1], "another"], test.labels, saved.probabilities)
    assert other.fingerprint != saved.fingerprint


def test_damaged_or_missing_predictions(tmp_path: Path) -> None:
    path = tmp_path / "predictions.npz"
    assert Predictions.load(path) is None
    path.write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(InputError, match=r"predictions\.npz: not a file of predictions"):
        Predictions.load(path)
    np.savez(path, truths=np.zeros(3), probabilities=np.zeros((2, 2)), reviews=np.zeros(1, np.uint8))
    with pytest.raises(InputError, match="different lengths"):
        Predictions.load(path)
