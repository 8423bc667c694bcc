import math
import os
import signal
import time
from collections import Counter
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from seqtui.architectures.catalogue import complete_recipe
from seqtui.corpora import Corpus
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import (
    Batch,
    DataRead,
    Epoch,
    Event,
    Examples,
    Failed,
    Finished,
    PhaseBegan,
    Started,
    Stopped,
    Tested,
)
from seqtui.text import Vocabulary, tokenize
from seqtui.training import model
from seqtui.training.model import Learner
from seqtui.training.network import load_network
from seqtui.training.prepare import prepare
from seqtui.training.process import EXIT_LOCKED, Trainer, start_trainer
from seqtui.training.trainer import _train


def known(value: float | None) -> float:
    assert value is not None
    return value


def start(tmp_path: Path, **settings: object) -> tuple[Run, Trainer]:
    run = Run.create(tmp_path, Recipe.from_settings({"limit": 600, "epochs": 1, **settings}))
    return run, start_trainer(run)


def test_the_events_report_the_whole_run(trained: Run) -> None:
    events = trained.events()
    assert isinstance(events[0], Started)
    phases = [event.phase for event in events if isinstance(event, PhaseBegan)]
    before = ["reading reviews", "encoding reviews", "loading TensorFlow", "compiling kernels"]
    assert phases == [*before, *["training", "validating"] * 3, "testing"]
    (data,) = (event for event in events if isinstance(event, DataRead))
    assert (data.train, data.validation, data.test) == (2412, 268, 1320)
    assert data.class_names == ["negative", "positive"]
    epochs = [event for event in events if isinstance(event, Epoch)]
    batches = [event for event in events if isinstance(event, Batch)]
    assert [(batch.epoch, batch.batch) for batch in batches] == [
        (e, b) for e in (1, 2, 3) for b in range(1, 39)
    ]
    assert [epoch.loss for epoch in epochs] == [batch.loss for batch in batches if batch.batch == 38]
    assert epochs[-1].loss < epochs[0].loss < 0.71
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.val_accuracy == max(known(epoch.val_accuracy) for epoch in epochs)
    (test,) = (event for event in events if isinstance(event, Tested))
    assert end.test_accuracy == test.accuracy > 0.7
    assert test.low < test.accuracy < test.high
    assert test.reviews == 1320
    assert end.seconds > sum(epoch.seconds + epoch.val_seconds for epoch in epochs)
    assert trained.state == "finished"


def test_the_saved_weights_are_those_of_the_best_epoch(trained: Run) -> None:
    metrics = trained.metrics
    assert metrics
    data = prepare(trained.recipe)
    network = load_network(trained)
    assert data.validation is not None
    for part, accuracy in ((data.validation, metrics.val_accuracy), (data.test, metrics.test_accuracy)):
        assert accuracy == np.mean(network.predict(part.reviews).argmax(1) == part.labels)
    best = [event for event in trained.events() if isinstance(event, Epoch) and event.best][-1]
    assert (metrics.epoch, metrics.val_accuracy) == (best.epoch, best.val_accuracy)


def test_the_vocabulary_comes_from_the_training_reviews_only(trained: Run, corpus: Corpus) -> None:
    small = corpus.limited(4000).with_validation(0.1)
    expected = Vocabulary.build(Counter(chain.from_iterable(map(tokenize, small.train.texts))), 5000)
    assert Vocabulary.load(trained.vocabulary_path).words == expected.words


def test_the_recipe_stores_the_fingerprint_and_other_reviews_are_refused(
    trained: Run, corpus: Corpus
) -> None:
    recipe = trained.recipe
    assert recipe.data_fingerprint == corpus.limited(4000).with_validation(0.1).fingerprint()
    other = Recipe.from_settings({**recipe.to_settings(), "limit": 500})
    with pytest.raises(InputError, match="these reviews differ from those of the recipe"):
        prepare(other)


def test_a_stop_saves_the_weights_trained_so_far(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, epochs=500, architecture="lstm")
    for event in run.follow(lambda: trainer.poll() is None):
        if isinstance(event, Batch) and (event.epoch, event.batch) == (2, 2):
            run.request_stop()
    assert trainer.wait() == 0
    end = run.end()
    assert isinstance(end, Stopped)
    assert run.state == "stopped"
    metrics = run.metrics
    assert metrics
    assert (end.val_accuracy, end.test_accuracy) == (metrics.val_accuracy, metrics.test_accuracy)
    assert not run.stop_requested
    load_network(run)


def test_a_stop_before_the_first_batch_saves_no_weights(tmp_path: Path) -> None:
    run = Run.create(tmp_path, Recipe(limit=100))
    run.request_stop()
    assert start_trainer(run).wait() == 0
    end = run.end()
    assert isinstance(end, Stopped)
    assert (end.val_accuracy, end.test_accuracy, end.best_epoch) == (None, None, None)
    assert run.metrics is None


def test_sigterm_stops_the_run(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, epochs=500)
    for event in run.follow(lambda: trainer.poll() is None):
        if isinstance(event, Batch) and (event.epoch, event.batch) == (1, 1):
            os.kill(trainer.pid, signal.SIGTERM)
    assert trainer.wait() == 0
    assert run.state == "stopped"


def test_a_killed_trainer_leaves_a_crashed_run_with_complete_files(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, epochs=500)
    events: list[Event] = []
    for event in run.follow(lambda: trainer.poll() is None):
        if event:
            events.append(event)
        if isinstance(event, Batch) and event.epoch == 2:
            assert run.state == "running"
            trainer.kill()
    trainer.wait()
    assert run.state == "crashed"
    load_network(run)
    assert run.metrics


def test_ngrams_are_counted_in_a_separate_phase(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, architecture="nb-ngrams", limit=200)
    assert trainer.wait() == 0, run.log_tail(20)
    phases = [event.phase for event in run.events() if isinstance(event, PhaseBegan)]
    before = ["reading reviews", "encoding reviews", "counting n-grams", "loading TensorFlow"]
    assert phases[:5] == [*before, "training"]


def test_a_second_trainer_of_a_run_is_refused(tmp_path: Path) -> None:
    run, first = start(tmp_path, epochs=500)
    for event in run.follow(lambda: first.poll() is None):
        if isinstance(event, PhaseBegan):
            break
    assert start_trainer(run).wait() == EXIT_LOCKED
    assert any("a trainer is working in this run" in line for line in run.log_tail(20))
    assert sum(isinstance(event, Started) for event in run.events()) == 1
    run.request_stop()
    assert first.wait() == 0


def test_a_nan_loss_fails_the_run_and_keeps_the_last_good_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Run.create(tmp_path, Recipe(limit=300, epochs=3, batch_size=32))
    original, steps = Learner.train, iter(range(1, 1000))

    def diverging(self: Learner, ids: np.ndarray, labels: np.ndarray) -> tuple[float, int]:
        loss, correct = original(self, ids, labels)
        return (math.nan if next(steps) == 9 else loss), correct  # an epoch has six steps

    monkeypatch.setattr(Learner, "train", diverging)
    monkeypatch.setattr(model, "use_cores", lambda _: 1)
    with run.lock():
        assert _train(run, [], None) == 1
    end = run.end()
    assert isinstance(end, Failed)
    assert not end.request
    assert end.reason.startswith("the loss became nan in epoch 2, batch 3; lower --learning-rate (now 0.003)")
    assert run.state == "failed"
    assert run.metrics
    assert run.metrics.epoch == 1
    load_network(run)


def test_missing_data_is_an_input_error(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, data=str(tmp_path / "absent.tar.gz"))
    assert trainer.wait() == 2
    end = run.end()
    assert isinstance(end, Failed)
    assert end.request
    assert "absent.tar.gz: no such file or folder" in end.reason


def test_early_stopping_reports_why_and_keeps_the_best_weights(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, limit=100, epochs=40, patience=2, learning_rate=0.1, schedule="constant")
    assert trainer.wait() == 0, run.log_tail(20)
    epochs = [event for event in run.events() if isinstance(event, Epoch)]
    losses = [known(epoch.val_loss) for epoch in epochs]
    assert len(losses) == losses.index(min(losses)) + 3 < 40
    end = run.end()
    assert isinstance(end, Finished)
    assert end.stopped_early
    assert f"{min(losses):.4f} (epoch {len(losses) - 2}) for 2 epochs" in end.stopped_early
    assert run.status() == ("finished", end.stopped_early)
    assert run.metrics
    assert run.metrics.val_accuracy == max(known(epoch.val_accuracy) for epoch in epochs)
    with pytest.raises(InputError, match="has finished"):
        run.rewind()


def test_without_a_validation_set_the_last_epoch_is_saved(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, limit=200, epochs=3, validation_split=0.0)
    assert trainer.wait() == 0, run.log_tail(20)
    epochs = [event for event in run.events() if isinstance(event, Epoch)]
    assert [(epoch.val_loss, epoch.val_accuracy) for epoch in epochs] == [(None, None)] * 3
    metrics = run.metrics
    assert metrics
    assert (metrics.epoch, metrics.val_accuracy, metrics.validation) == (3, None, 0)
    assert metrics.test_accuracy is not None
    assert not any(isinstance(event, Examples) for event in run.events())
    with pytest.raises(InputError, match="patience needs validation reviews"):
        complete_recipe({"validation_split": 0.0, "patience": 2})


def test_a_trial_does_not_use_the_test_reviews(tmp_path: Path) -> None:
    run, trainer = start(tmp_path, limit=100, evaluate_test=False)
    assert trainer.wait() == 0, run.log_tail(20)
    assert run.metrics
    assert (run.metrics.test, run.metrics.test_accuracy) == (0, None)
    assert not any(isinstance(event, Tested) for event in run.events())
    assert not run.predictions_path.exists()


def test_a_run_killed_before_its_first_checkpoint_resumes_from_the_start(tmp_path: Path) -> None:
    run = Run.create(tmp_path, Recipe(limit=100, epochs=1))
    trainer = start_trainer(run)
    while not run.events():
        time.sleep(0.05)
    trainer.kill()
    trainer.wait()
    assert run.state == "crashed"
    run.rewind()
    assert run.events() == []
    train_to_the_end(run)
    assert run.state == "finished"


def train_to_the_end(run: Run) -> None:
    assert start_trainer(run).wait() == 0, run.log_tail(20)
