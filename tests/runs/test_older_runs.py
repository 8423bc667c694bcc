"""Runs of seqtui 0.1, which used the same held-out reviews for validation and as the test set."""

import json
from pathlib import Path

import msgspec

from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.events import DataRead, Finished, from_line

RECIPE = """\
architecture = "cnn-lstm"
data = "imdb-25k"
held_out_share = 0.3
epochs = 3
patience = 2
data_fingerprint = "sha256:0123"
"""
METRICS = {
    "epoch": 2,
    "val_loss": 0.3,
    "val_accuracy": 0.88,
    "held_out": 8250,
    "labels": ["negative", "positive"],
}


def test_an_older_recipe_keeps_its_meaning(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE)
    recipe = Recipe.load(path)
    assert (recipe.test_split, recipe.validation_split) == (0.3, 0.0)
    path.write_text(RECIPE.replace('data_fingerprint = "sha256:0123"\n', ""))
    assert Recipe.load(path).validation_split == 0.1  # a recipe for a new run


def test_older_results_are_read_as_test_results(tmp_path: Path) -> None:
    run = Run(tmp_path)
    run.metrics_path.write_text(json.dumps(METRICS))
    metrics = run.metrics
    assert metrics
    assert (metrics.test, metrics.test_accuracy, metrics.test_loss) == (8250, 0.88, 0.3)
    assert (metrics.val_accuracy, metrics.validation, metrics.selected_on_test) == (None, 0, True)
    assert msgspec.json.decode(msgspec.json.encode(metrics), type=Metrics) == metrics


def test_older_events_are_read() -> None:
    data = from_line(
        b'{"event":"data","train":16750,"held_out":8250,"labels":["n","p"],"vocabulary":5000,"tokens":217.5,'
        b'"fingerprint":"sha256:0"}'
    )
    assert isinstance(data, DataRead)
    assert (data.train, data.validation, data.test) == (16750, 0, 8250)
    end = from_line(b'{"event":"finished","run":"r","held_out_accuracy":0.88,"best_epoch":2,"seconds":30.5}')
    assert isinstance(end, Finished)
    assert (end.test_accuracy, end.val_accuracy) == (0.88, None)
