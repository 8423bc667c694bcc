"""The trainer: a run folder with a recipe in it becomes one with trained weights in it."""

import math
import os
import signal
import time
import traceback
from typing import TYPE_CHECKING

import filelock
import msgspec
import numpy as np

from seqtui import __version__
from seqtui.corpora import LABELS
from seqtui.errors import InputError, SeqtuiError
from seqtui.events import Batch, DataRead, Epoch, Event, Failed, Finished, PhaseBegan, Started, Stopped
from seqtui.files import replacing
from seqtui.predictions import Predictions
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Metrics, Run
from seqtui.training.order import epoch_order
from seqtui.training.prepare import Prepared, prepare
from seqtui.training.showcase import Showcase

if TYPE_CHECKING:
    from seqtui.training.learner import Learner


def train(run: Run) -> int:
    """Train a run to its end, reporting events.

    Ends early, with the best weights kept, once :meth:`Run.request_stop` was called or a signal to end came.

    Args:
        run: A folder with a recipe. A second trainer in it is turned away.

    Returns:
        The exit code: 0 finished or stopped, 1 the training failed, 2 the recipe or its data was wrong.
    """
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: run.request_stop())
    try:
        with run.lock():
            return _Training(run).work()
    except filelock.Timeout:
        print(f"{run.path}: another trainer is working in this run")  # noqa: T201 - this goes to trainer.log
        return InputError.exit_code


class _Training:
    """One trainer at work.

    Args:
        run: Its folder, locked.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._recipe = run.recipe
        self._writer = EventWriter(run.events_path)
        self._began = time.perf_counter()
        self._best: Metrics | None = None
        self._epochs_done = run.checkpoint_epoch

    def work(self) -> int:
        """Train and report how it ended; nothing is raised."""
        path = str(self._run.path)
        self._report(
            Started(run=path, process_id=os.getpid(), version=__version__, epochs_done=self._epochs_done)
        )
        try:
            self._report(self._train())
        except Exception as error:
            traceback.print_exc()
            reason = str(error) if isinstance(error, SeqtuiError) else f"{type(error).__name__}: {error}"
            failed = Failed(run=path, reason=reason.splitlines()[0], request=isinstance(error, InputError))
            self._report(failed)
            return InputError.exit_code if failed.request else SeqtuiError.exit_code
        finally:
            self._writer.close()
            self._run.clear_stop()
        return 0

    def _report(self, event: Event) -> None:
        self._writer.write(event)

    def _train(self) -> Finished | Stopped:
        self._report(PhaseBegan(phase="reading reviews"))
        data = self._prepare()

        self._report(PhaseBegan(phase="loading TensorFlow"))
        from seqtui.training.learner import Learner, use_cores

        branches = use_cores()
        steps = -(-len(data.train) // self._recipe.batch_size) * self._recipe.epochs
        learner = Learner(self._recipe, steps, branches)
        showcase = Showcase(data)
        self._restore(learner, data)

        for epoch in range(self._epochs_done + 1, self._recipe.epochs + 1):
            if self._stops_in(epoch, learner, data, showcase):
                return self._stopped()
        assert self._best is not None  # noqa: S101 - every whole epoch is judged
        return Finished(
            run=str(self._run.path),
            held_out_accuracy=self._best.val_accuracy,
            best_epoch=self._best.epoch,
            seconds=time.perf_counter() - self._began,
        )

    def _stopped(self) -> Stopped:
        return Stopped(
            run=str(self._run.path),
            held_out_accuracy=self._best.val_accuracy if self._best else None,
            best_epoch=self._best.epoch if self._best else None,
            seconds=time.perf_counter() - self._began,
        )

    def _prepare(self) -> Prepared:
        data = prepare(self._recipe)
        data.vocabulary.save(self._run.vocabulary_path)
        with_fingerprint = msgspec.structs.replace(self._recipe, data_fingerprint=data.fingerprint)
        with_fingerprint.save(self._run.recipe_path)
        self._report(
            DataRead(
                train=len(data.train),
                held_out=len(data.held_out),
                labels=list(LABELS),
                vocabulary=len(data.vocabulary),
                tokens=float(data.train.lengths.mean()),
                fingerprint=data.fingerprint,
            )
        )
        return data

    def _stops_in(self, epoch: int, learner: "Learner", data: Prepared, showcase: Showcase) -> bool:
        """Train and judge one epoch, or the part of it before a stop; says whether one was asked for."""
        self._report(PhaseBegan(phase="training"))
        order = epoch_order(data.train.lengths, self._recipe.batch_size, self._recipe.seed, epoch)
        done = Batch(epoch=epoch, batch=0, batches=len(order), loss=0.0, accuracy=0.0, reviews_per_second=0.0)
        began = time.perf_counter()
        loss_sum, right, reviews = 0.0, 0, 0
        for number, places in enumerate(order, 1):
            if self._run.stop_requested:
                break
            loss, batch_right = learner.train(data.train.padded(places), data.train_labels[places])
            if not math.isfinite(loss):
                raise SeqtuiError(_diverged(loss, f"in epoch {epoch}, batch {number}", self._recipe))
            loss_sum, right, reviews = (
                loss_sum + loss * len(places),
                right + batch_right,
                reviews + len(places),
            )
            done = Batch(
                epoch=epoch,
                batch=number,
                batches=len(order),
                loss=loss_sum / reviews,
                accuracy=right / reviews,
                reviews_per_second=reviews / (time.perf_counter() - began),
            )
            self._report(done)
            if examples := showcase.look(learner, epoch, number):
                self._report(examples)
        seconds = time.perf_counter() - began
        if done.batch > 0:
            self._judge(learner, data, done, seconds)
        stops = self._run.stop_after_epoch_requested and epoch < self._recipe.epochs
        return stops or done.batch < len(order)

    def _judge(self, learner: "Learner", data: Prepared, done: Batch, seconds: float) -> None:
        """Evaluate on the held-out reviews and keep the weights if they are the best so far."""
        from seqtui.training.learner import mean_loss

        self._report(PhaseBegan(phase="validating"))
        began = time.perf_counter()
        probabilities = learner.predict(data.held_out)
        metrics = Metrics(
            epoch=done.epoch,
            val_loss=mean_loss(data.held_out_labels, probabilities),
            val_accuracy=float(np.mean((probabilities > 0.5) == (data.held_out_labels == 1))),
            held_out=len(data.held_out),
        )
        if not math.isfinite(metrics.val_loss):
            raise SeqtuiError(_diverged(metrics.val_loss, f"after epoch {done.epoch}", self._recipe))
        best = self._best is None or (metrics.val_accuracy, -metrics.val_loss) > (
            self._best.val_accuracy,
            -self._best.val_loss,
        )
        if best:
            by_label = np.stack([1 - probabilities, probabilities], 1)
            Predictions.of(data.held_out_texts, data.held_out_labels, by_label).save(
                self._run.predictions_path
            )
            self._keep(learner, metrics)
        if done.batch < done.batches:
            return
        self._report(
            Epoch(
                epoch=done.epoch,
                seconds=seconds,
                loss=done.loss,
                accuracy=done.accuracy,
                val_loss=metrics.val_loss,
                val_accuracy=metrics.val_accuracy,
                val_seconds=time.perf_counter() - began,
                reviews_per_second=done.reviews_per_second,
                best=best,
            )
        )
        self._save_checkpoint(learner, done.epoch)

    def _save_checkpoint(self, learner: "Learner", epoch: int) -> None:
        with replacing(self._run.checkpoint_path) as beside:
            best = np.frombuffer(msgspec.json.encode(self._best), np.uint8)
            arrays = {f"state-{place}": value for place, value in enumerate(learner.state())}
            np.savez(beside, allow_pickle=False, epoch=np.int64(epoch), best=best, **arrays)

    def _restore(self, learner: "Learner", data: Prepared) -> None:
        if not self._epochs_done:
            learner.adapt(data.train, data.train_labels)
            return
        path = self._run.checkpoint_path
        try:
            with np.load(path, allow_pickle=False) as checkpoint:
                self._best = msgspec.json.decode(checkpoint["best"].tobytes(), type=Metrics)
                learner.restore([checkpoint[f"state-{place}"] for place in range(len(checkpoint.files) - 2)])
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise InputError(f"{path}: not a checkpoint of this run: {error}") from error

    def _keep(self, learner: "Learner", metrics: Metrics) -> None:
        with replacing(self._run.model_path) as beside:
            learner.model.save(beside)
        with replacing(self._run.metrics_path) as beside:
            beside.write_bytes(msgspec.json.format(msgspec.json.encode(metrics)) + b"\n")
        self._best = metrics


def _diverged(loss: float, where: str, recipe: Recipe) -> str:
    clipping = f"clip_norm (now {recipe.clip_norm:g})" if recipe.clip_norm else "set clip_norm (now off)"
    return (
        f"the loss became {loss} {where}; lower --learning-rate (now {recipe.learning_rate:g}) or {clipping}"
    )
