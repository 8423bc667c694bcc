"""The training loop of a run: batches, validation, checkpoints, and the test at its end."""

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import find_architecture
from seqtui.architectures.ngram_counts import NGrams
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.checkpoint import Checkpoint, Position
from seqtui.runs.events import Batch, DataRead, Epoch, Event, Finished, PhaseBegan, Stopped, Tested
from seqtui.runs.metrics import metrics_in, wilson_interval
from seqtui.runs.predictions import Predictions
from seqtui.training.best import Best, keep
from seqtui.training.order import epoch_order
from seqtui.training.prepare import Prepared, prepare
from seqtui.training.sample_predictions import SamplePredictions

if TYPE_CHECKING:
    from seqtui.training.model import Learner

CHECKPOINT_SECONDS = 30.0
"""The longest that a trainer works between two checkpoints, beside those after each epoch."""


class Training:
    """The work of one trainer, from the checkpoint or from the start.

    Args:
        run: Its folder, locked.
        report: Takes the events.
        stops: Asked before each batch whether to end.
    """

    def __init__(self, run: Run, report: Callable[[Event], None], stops: Callable[[], bool]) -> None:
        self._run = run
        self._recipe = run.recipe
        self._report = report
        self._stops = stops
        self._began = time.perf_counter()
        self._saved = time.monotonic()

    def to_the_end(self) -> Finished | Stopped:
        """Train all epochs that are left.

        Raises:
            SeqtuiError: If the loss is no longer a number.
            InputError: If the reviews cannot be read, or the checkpoint is another network's.
            OSError: If the folder cannot be written.
        """
        self._report(PhaseBegan(phase="reading reviews"))
        self._data = self._prepare()
        self._restore()
        if self._learner.is_fused:
            self._report(PhaseBegan(phase="compiling kernels"))
            self._learner.compile_kernels()
        self._samples = SamplePredictions(self._data)

        why_early = self._out_of_patience()
        while self._position.epoch <= self._recipe.epochs and not why_early:
            if not self._train_epoch():
                return self._stopped()
            why_early = self._out_of_patience()
            over = self._position.epoch > self._recipe.epochs or why_early
            if self._run.stop_after_epoch_requested and not over:
                return self._stopped()
        assert self._best is not None  # noqa: S101 - every whole epoch is evaluated
        self._keep_the_best()
        metrics = self._test(self._best)
        return Finished(
            run=str(self._run.path),
            val_accuracy=metrics.val_accuracy,
            test_accuracy=metrics.test_accuracy,
            best_epoch=metrics.epoch,
            seconds=self._seconds(),
            stopped_early=why_early,
        )

    def _test(self, kept: Best) -> Metrics:
        """Evaluate the kept weights on the test reviews, once, and keep the result with them."""
        if not self._recipe.evaluate_test:
            return kept.metrics
        from seqtui.training.model import mean_loss

        self._report(PhaseBegan(phase="testing"))
        test = self._data.test
        probabilities = self._learner.predict_with(kept.weights, test.reviews)
        accuracy = float(np.mean(probabilities.argmax(1) == test.labels))
        metrics = msgspec.structs.replace(
            kept.metrics,
            test=len(test),
            test_loss=mean_loss(test.labels, probabilities),
            test_accuracy=accuracy,
        )
        predictions = Predictions.of(test.texts, test.labels, probabilities)
        keep(self._run, self._learner, Best(metrics, kept.weights), predictions)
        low, high = wilson_interval(accuracy, len(test))
        self._report(
            Tested(loss=metrics.test_loss or 0.0, accuracy=accuracy, low=low, high=high, reviews=len(test))
        )
        return metrics

    def _seconds(self) -> float:
        return self._seconds_before + time.perf_counter() - self._began

    def _stopped(self) -> Stopped:
        pruned = self._run.pruning_requested
        metrics = self._kept and (self._kept.metrics if pruned else self._test(self._kept))
        return Stopped(
            pruned=pruned,
            run=str(self._run.path),
            val_accuracy=metrics.val_accuracy if metrics else None,
            test_accuracy=metrics.test_accuracy if metrics else None,
            best_epoch=metrics.epoch if metrics else None,
            seconds=self._seconds(),
        )

    def _prepare(self) -> Prepared:
        data = prepare(self._recipe)
        data.vocabulary.save(self._run.vocabulary_path)
        self._recipe = msgspec.structs.replace(self._recipe, data_fingerprint=data.fingerprint)
        self._recipe.save(self._run.recipe_path)
        self._report(
            DataRead(
                train=len(data.train),
                validation=len(data.validation or ()),
                test=len(data.test),
                labels=list(data.labels),
                vocabulary=len(data.vocabulary),
                tokens=float(data.train.lengths.mean()),
                fingerprint=data.fingerprint,
                notes=data.notes,
            )
        )
        return data

    def _restore(self) -> None:
        checkpoint = Checkpoint.load(self._run.checkpoint_path)
        self._best: Best | None = None
        if checkpoint is None:
            self._position = Position(recipe=self._recipe)
            self._learner = self._new_learner(self._count_ngrams())
        else:
            self._position = checkpoint.position
            try:
                self._learner = self._new_learner(checkpoint.position.ngrams)
                self._learner.restore(checkpoint.state, checkpoint.best_weights)
            except (InputError, ValueError) as error:
                path = self._run.checkpoint_path
                raise InputError(f"{path}: not of this network ({error}); remove it to train anew") from error
            if metrics := checkpoint.position.best:
                self._best = Best(metrics, checkpoint.best_weights)
        self._kept = self._best
        self._seconds_before = self._position.total_seconds

    def _count_ngrams(self) -> NGrams | None:
        if not find_architecture(self._recipe.architecture).most_ngrams:
            return None
        self._report(PhaseBegan(phase="counting n-grams"))
        return self._data.ngrams(self._recipe)

    def _new_learner(self, ngrams: NGrams | int | None) -> "Learner":
        self._report(PhaseBegan(phase="loading TensorFlow"))
        from seqtui.training.model import Learner, use_cores

        shards = use_cores(self._recipe)
        return Learner(
            self._recipe,
            steps=-(-len(self._data.train) // self._recipe.batch_size) * self._recipe.epochs,
            shards=shards,
            num_classes=len(self._data.labels),
            class_weights=self._data.class_weights(self._recipe.class_weights),
            ngrams=ngrams,
        )

    def _save_checkpoint(self) -> None:
        state = self._learner.state()
        if not all(np.isfinite(array).all() for array in state if array.dtype.kind == "f"):
            raise SeqtuiError(
                _diverged("a weight", math.nan, f"by epoch {self._position.epoch}", self._recipe)
            )
        position = msgspec.structs.replace(
            self._position, total_seconds=self._seconds(), ngrams=self._learner.ngrams
        )
        Checkpoint(position, state, self._best.weights if self._best else []).save(self._run.checkpoint_path)
        self._saved = time.monotonic()

    def _train_epoch(self) -> bool:
        """Train what is left of the epoch and evaluate it; False if a stop came before its end."""
        self._report(PhaseBegan(phase="training"))
        epoch = self._position.epoch
        order = epoch_order(self._data.train.lengths, self._recipe.batch_size, self._recipe.seed, epoch)
        began = time.perf_counter() - self._position.seconds
        here = self._position.batch
        for batch in range(here + 1, len(order) + 1):
            if self._stops():
                break
            self._train_batch(batch, order[batch - 1], began)
            self._report(self._batch(len(order)))
            if examples := self._samples.predict(self._learner, epoch, batch):
                self._report(examples)
            if time.monotonic() - self._saved >= CHECKPOINT_SECONDS:
                self._save_checkpoint()
        if self._position.batch < len(order):
            if self._position.batch > here:
                self._save_checkpoint()
                self._evaluate(len(order))
            return False
        self._evaluate(len(order))
        self._save_checkpoint()
        return True

    def _train_batch(self, number: int, places: NDArray[np.int64], began: float) -> None:
        at = self._position
        loss, right = self._learner.train(self._data.train.padded(places), self._data.train_labels[places])
        if not math.isfinite(loss):
            raise SeqtuiError(
                _diverged("the loss", loss, f"in epoch {at.epoch}, batch {number}", self._recipe)
            )
        self._position = msgspec.structs.replace(
            at,
            batch=number,
            loss_sum=at.loss_sum + loss * len(places),
            right=at.right + right,
            reviews=at.reviews + len(places),
            seconds=time.perf_counter() - began,
        )

    def _batch(self, batches: int) -> Batch:
        """The epoch so far."""
        at = self._position
        return Batch(
            epoch=at.epoch,
            batch=at.batch,
            batches=batches,
            loss=at.loss_sum / at.reviews,
            accuracy=at.right / at.reviews,
            reviews_per_second=at.reviews / at.seconds,
        )

    def _evaluate(self, batches: int) -> None:
        """Evaluate on the validation reviews; keep the weights if they are the best, or the last without any.

        The evaluation of an epoch that was stopped counts for what is kept in the folder, but not for the run
        that goes on from its checkpoint.
        """
        began = time.perf_counter()
        done, whole = self._batch(batches), self._position.batch == batches
        evaluated = Best(self._validation_metrics(done.epoch), self._learner.weights())
        if not whole:
            if self._kept is None or (self._data.validation and evaluated.beats(self._kept.metrics)):
                keep(self._run, self._learner, evaluated)
                self._kept = evaluated
            return
        best = evaluated.beats(self._best.metrics if self._best else None)
        if best:
            self._best = evaluated
        self._keep_the_best()
        metrics = evaluated.metrics
        self._report(
            Epoch(
                epoch=done.epoch,
                seconds=self._position.seconds,
                loss=done.loss,
                accuracy=done.accuracy,
                val_loss=metrics.val_loss,
                val_accuracy=metrics.val_accuracy,
                val_seconds=time.perf_counter() - began,
                reviews_per_second=done.reviews_per_second,
                best=best,
            )
        )
        losses = self._position.val_losses
        self._position = Position(
            recipe=self._recipe,
            epoch=done.epoch + 1,
            val_losses=losses if metrics.val_loss is None else (*losses, metrics.val_loss),
            best=self._best.metrics if self._best else None,
        )

    def _validation_metrics(self, epoch: int) -> Metrics:
        from seqtui.training.model import mean_loss

        validation = self._data.validation
        metrics = Metrics(epoch=epoch, labels=self._data.labels, ngrams=self._learner.ngrams)
        if validation is None:
            return metrics
        self._report(PhaseBegan(phase="validating"))
        probabilities = self._learner.predict(validation.reviews)
        loss = mean_loss(validation.labels, probabilities)
        if not math.isfinite(loss):
            raise SeqtuiError(_diverged("the loss", loss, f"after epoch {epoch}", self._recipe))
        return msgspec.structs.replace(
            metrics,
            validation=len(validation),
            val_loss=loss,
            val_accuracy=float(np.mean(probabilities.argmax(1) == validation.labels)),
        )

    def _keep_the_best(self) -> None:
        """Make the folder hold the best whole epoch; a kill or a stop may have left it otherwise."""
        whole = self._run.metrics_path.exists()
        if self._best and not (whole and metrics_in(self._run.model_path) == self._best.metrics):
            keep(self._run, self._learner, self._best)
        self._kept = self._best

    def _out_of_patience(self) -> str | None:
        """Why to end before the last epoch, or None."""
        losses, patience = self._position.val_losses, self._recipe.patience
        if not patience or not losses or len(losses) >= self._recipe.epochs:
            return None
        lowest = losses.index(min(losses)) + 1
        if len(losses) - lowest < patience:
            return None
        return (
            f"the validation loss has not been lower than {losses[lowest - 1]:.4f} (epoch {lowest}) "
            f"for {patience} epoch{'s' if patience > 1 else ''}"
        )


def _diverged(what: str, value: float, where: str, recipe: Recipe) -> str:
    clipping = f"clip_norm (now {recipe.clip_norm:g})" if recipe.clip_norm else "set clip_norm (now off)"
    return (
        f"{what} became {value} {where}; lower --learning-rate (now {recipe.learning_rate:g}) or {clipping}"
    )
