"""The training loop of a run: batches, validation, checkpoints and the final test."""

import math
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.architectures.catalogue import architecture_of, with_checked_network
from seqtui.architectures.ngram_counts import NGrams
from seqtui.corpora.corrections import Corrections, read_corrections
from seqtui.corpora.recommend import more_accurate
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import SOURCES, Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.checkpoint import Checkpoint, Position
from seqtui.runs.events import Batch, DataRead, Epoch, Event, Finished, Stopped, Tested
from seqtui.runs.metrics import metrics_in, wilson_interval
from seqtui.runs.predictions import Predictions
from seqtui.storage.atomic import replacing
from seqtui.storage.environment import isolated_keras
from seqtui.tables.vectors import WordVectors, read_vectors
from seqtui.text import RULE_VERSION
from seqtui.training.best import Best, save_best
from seqtui.training.order import epoch_order
from seqtui.training.phases import Phases
from seqtui.training.prepare import PreparedData, prepare
from seqtui.training.pretrained import fit_to_vectors
from seqtui.training.process import release_freed_memory
from seqtui.training.read_ahead import ReadAhead, ReadingProcess, UnreadableError
from seqtui.training.sample_predictions import SamplePredictions
from seqtui.training.self_training import label_texts
from seqtui.training.steps import batch_size_and_epochs, describe_steps

if TYPE_CHECKING:
    from seqtui.training.model import Learner

CHECKPOINT_SECONDS = 30.0
"""Maximum seconds between two checkpoints within an epoch; there is another checkpoint after each epoch."""


class Training:
    """The training of a run by one trainer, from the last checkpoint or from the start.

    Args:
        run: The run, locked by the caller.
        report: Called with each event.
        should_stop: Called before each batch; returns whether to stop.
        ahead: Reviews that were read before, see :func:`prepare`. Default: none.
    """

    _data: PreparedData
    _epochs: int

    def __init__(
        self,
        run: Run,
        report: Callable[[Event], None],
        should_stop: Callable[[], bool],
        ahead: ReadAhead | None = None,
    ) -> None:
        self._run = run
        self._recipe = run.recipe
        self._report = report
        self._phases = Phases(report)
        self._should_stop = should_stop
        self._ahead = ahead
        self._vectors: WordVectors | None = None  # to start from
        self._label_notes: list[str] = []  # on the labels of texts without labels
        self._began = time.perf_counter()
        self._seconds_before = 0.0
        self._saved: Best | None = None
        self._checkpoint_time = time.monotonic()

    def train(self) -> Finished | Stopped:
        """Train the remaining epochs and evaluate the best weights on the test set.

        Returns:
            The event that ends the run.

        Raises:
            SeqtuiError: If the loss or a weight is not finite.
            InputError: If the reviews cannot be read, or the checkpoint belongs to another network.
            OSError: If the folder cannot be written.
        """
        if not self._prepare():
            return self._stopped()
        release_freed_memory()
        self._restore()
        if self._learner.is_fused:
            self._phases.begin("compiling kernels")
            self._learner.compile_kernels()
        self._data = self._data.as_inputs(self._learner.inputs)
        self._samples = SamplePredictions(self._data)

        stopped_early = self._early_stopping_reason()
        while self._position.epoch <= self._epochs and not stopped_early:
            if not self._train_epoch():
                return self._stopped()
            stopped_early = self._early_stopping_reason()
            is_last = self._position.epoch > self._epochs or stopped_early
            if self._run.stop_after_epoch_requested and not is_last:
                return self._stopped()
        assert self._best is not None  # noqa: S101 - every complete epoch is evaluated
        self._save_best()
        metrics = self._test(self._best)
        return Finished(
            run=str(self._run.path),
            val_accuracy=metrics.val_accuracy,
            test_accuracy=metrics.test_accuracy,
            best_epoch=metrics.epoch,
            seconds=self._seconds(),
            stopped_early=stopped_early,
        )

    def _test(self, best: Best) -> Metrics:
        """Evaluate the best weights on the test set and save the result with them."""
        if not self._recipe.evaluate_test:
            return best.metrics
        from seqtui.training.model import mean_loss

        best = self._with_predictions(best)
        self._phases.begin("testing")
        test = self._data.test
        del self._data  # a million training reviews take the memory that as many test reviews need now
        probabilities = self._learner.predict_with(best.weights, test.reviews)
        accuracy = float(np.mean(probabilities.argmax(1) == test.labels))
        metrics = msgspec.structs.replace(
            best.metrics,
            test=len(test),
            test_loss=mean_loss(test.labels, probabilities),
            test_accuracy=accuracy,
        )
        predictions = Predictions.of(test.texts, test.labels, probabilities)
        save_best(self._run, self._learner, replace(best, metrics=metrics), predictions)
        low, high = wilson_interval(accuracy, len(test))
        self._report(
            Tested(loss=metrics.test_loss or 0.0, accuracy=accuracy, low=low, high=high, reviews=len(test))
        )
        return metrics

    def _seconds(self) -> float:
        return self._seconds_before + time.perf_counter() - self._began

    def _stopped(self) -> Stopped:
        pruned = self._run.pruning_requested
        metrics = self._saved and (self._saved.metrics if pruned else self._test(self._saved))
        return Stopped(
            pruned=pruned,
            run=str(self._run.path),
            val_accuracy=metrics.val_accuracy if metrics else None,
            test_accuracy=metrics.test_accuracy if metrics else None,
            best_epoch=metrics.epoch if metrics else None,
            seconds=self._seconds(),
        )

    def _prepare(self) -> bool:
        """Read and encode the reviews; return False if the training was stopped before that."""
        if architecture_of(self._recipe).is_own:
            self._recipe = with_checked_network(self._recipe)  # before the reviews are read
        self._recipe = fit_to_vectors(self._recipe)
        path = self._recipe.corrections
        corrections = None if path is None else read_corrections(Path(path))
        pseudo_labels = None
        if self._recipe.unlabelled is not None:
            pseudo_labels = self._pseudo_labels(corrections)
            if pseudo_labels is None:
                return False
        ahead = self._ahead or self._read_and_load()
        self._ahead = None
        data = prepare(self._recipe, corrections, pseudo_labels, self._phases, ahead)
        del ahead
        if corrections is not None:
            corrections.save(self._run.corrections_path)
        data.vocabulary.save(self._run.vocabulary_path)
        notes = [*data.notes, *self._label_notes, *describe_steps(self._recipe, len(data.train))]
        network = architecture_of(self._recipe)
        if self._recipe.data not in SOURCES and not network.is_own:
            notes += more_accurate(network.name, len(data.train))
        self._data = data
        self._batch_size, self._epochs = batch_size_and_epochs(self._recipe, len(data.train))
        self._recipe = msgspec.structs.replace(
            self._recipe,
            batch_size=self._batch_size,
            epochs=self._epochs,
            data_fingerprint=data.fingerprint,
            unlabelled_digest=data.unlabelled_digest,
        )
        self._recipe.save(self._run.recipe_path)
        if self._recipe.vectors and not self._run.checkpoint_path.exists():
            self._phases.begin("reading word vectors")
            self._vectors = read_vectors(Path(self._recipe.vectors), data.vocabulary)
            notes = [*notes, f"word vectors: {self._vectors.describe()}"]
        self._report(
            DataRead(
                train=len(data.train),
                validation=len(data.validation or ()),
                test=len(data.test),
                class_names=list(data.class_names),
                vocabulary=len(data.vocabulary),
                tokens=float(data.train.lengths.mean()),
                fingerprint=data.fingerprint,
                epochs=self._epochs,
                batch_size=self._batch_size,
                notes=notes,
            )
        )
        return True

    def _read_and_load(self) -> ReadAhead | None:
        """Load TensorFlow while another process reads the reviews; return None if that is not possible."""
        if "tensorflow" in sys.modules or not ReadingProcess.is_possible(self._recipe):
            return None
        self._phases.begin("loading TensorFlow")
        try:
            reading = ReadingProcess(self._recipe)
        except OSError:  # no space, or too many processes
            return None
        with suppress(UnreadableError), reading.watched(), isolated_keras():
            import seqtui.training.model  # noqa: F401
        return reading.result()

    def _pseudo_labels(self, corrections: Corrections | None) -> NDArray[np.int32] | None:
        """Return a label for each text without one, from the run folder if it is resumed."""
        labels: NDArray[np.int32] | None = None
        with suppress(OSError, ValueError, EOFError):  # missing or damaged
            labels = np.load(self._run.pseudo_labels_path, allow_pickle=False)
        if labels is None:
            labels = self._predict_labels(corrections)
        if labels is not None:
            self._run.text_vectors_path.unlink(missing_ok=True)  # also if a kill has left them
        return labels

    def _predict_labels(self, corrections: Corrections | None) -> NDArray[np.int32] | None:
        """Predict a label for each text without one and save them; return None if it was stopped."""
        vectors_path = self._run.text_vectors_path
        found = label_texts(self._recipe, corrections, vectors_path, self._should_stop, self._phases)
        release_freed_memory()
        if found is None:
            return None
        # First the digest, so that a resumed run refuses other texts.
        self._recipe = msgspec.structs.replace(self._recipe, unlabelled_digest=found.digest)
        self._recipe.save(self._run.recipe_path)
        with replacing(self._run.pseudo_labels_path) as temporary, temporary.open("wb") as file:
            np.save(file, found.labels, allow_pickle=False)
        self._label_notes = [
            f"unlabelled: labels are predicted from text vectors, which predict {found.accuracy:.1%} of the "
            "labelled training reviews correctly (out of fold)"
        ]
        return found.labels

    def _restore(self) -> None:
        checkpoint = Checkpoint.load(self._run.checkpoint_path)
        self._best: Best | None = None
        if checkpoint is None:
            self._position = Position(recipe=self._recipe, text_rule=RULE_VERSION)
            self._learner = self._new_learner(self._count_ngrams(), is_new=True)
        else:
            self._position = checkpoint.position
            try:
                self._learner = self._new_learner(checkpoint.position.ngrams)
                self._learner.restore(checkpoint.state, checkpoint.best_weights)
            except (InputError, ValueError) as error:
                path = self._run.checkpoint_path
                raise InputError(
                    f"{path}: not of this network ({error}); remove it to train from the start"
                ) from error
            if metrics := checkpoint.position.best:
                self._best = Best(metrics, checkpoint.best_weights)
        self._saved = self._best  # the weights in the run folder
        self._seconds_before = self._position.total_seconds

    def _count_ngrams(self) -> NGrams | None:
        if not architecture_of(self._recipe).max_ngrams(self._recipe):
            return None
        self._phases.begin("counting n-grams")
        ngrams = self._data.ngrams(self._recipe, self._phases.share)
        if ngrams and ngrams.reviews:
            self._data = replace(self._data, train=ngrams.reviews)
        release_freed_memory()
        return ngrams

    def _new_learner(self, ngrams: NGrams | int | None, *, is_new: bool = False) -> "Learner":
        self._phases.begin("loading TensorFlow")
        with isolated_keras():
            from seqtui.training.contract import check_network
            from seqtui.training.model import Learner, use_cores

        shards = use_cores(self._recipe)
        if is_new and architecture_of(self._recipe).is_own:
            check_network(self._recipe, len(self._data.class_names))
        return Learner(
            self._recipe,
            steps=-(-len(self._data.train) // self._batch_size) * self._epochs,
            shards=shards,
            num_classes=len(self._data.class_names),
            class_weights=self._data.class_weights(self._recipe.class_weights),
            ngrams=ngrams,
            vectors=self._vectors,
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
        self._checkpoint_time = time.monotonic()

    def _train_epoch(self) -> bool:
        """Train the remaining batches of the epoch and evaluate; return False if the training was stopped."""
        self._phases.begin("training")
        epoch = self._position.epoch
        order = epoch_order(self._data.train.lengths, self._batch_size, self._recipe.seed, epoch)
        began = time.perf_counter() - self._position.seconds
        batches_done = self._position.batch
        for batch in range(batches_done + 1, len(order) + 1):
            if self._should_stop():
                break
            self._train_batch(batch, order[batch - 1], began)
            self._report(self._batch_event(len(order)))
            if examples := self._samples.predict(self._learner, epoch, batch):
                self._report(examples)
            if time.monotonic() - self._checkpoint_time >= CHECKPOINT_SECONDS:
                self._save_checkpoint()
        if self._position.batch < len(order):
            if self._position.batch > batches_done:
                self._save_checkpoint()
                self._evaluate(len(order))
            return False
        self._evaluate(len(order))
        self._save_checkpoint()
        return True

    def _train_batch(self, number: int, indices: NDArray[np.int64], began: float) -> None:
        position, data = self._position, self._data
        loss, correct = self._learner.train(data.train.padded(indices), data.train_labels[indices])
        if not math.isfinite(loss):
            raise SeqtuiError(
                _diverged("the loss", loss, f"in epoch {position.epoch}, batch {number}", self._recipe)
            )
        self._position = msgspec.structs.replace(
            position,
            batch=number,
            loss_sum=position.loss_sum + loss * len(indices),
            correct=position.correct + correct,
            reviews=position.reviews + len(indices),
            seconds=time.perf_counter() - began,
        )

    def _batch_event(self, batches: int) -> Batch:
        """Return the event for the batch just completed."""
        position = self._position
        return Batch(
            epoch=position.epoch,
            batch=position.batch,
            batches=batches,
            loss=position.loss_sum / position.reviews,
            accuracy=position.correct / position.reviews,
            reviews_per_second=position.reviews / position.seconds,
        )

    def _evaluate(self, batches: int) -> None:
        """Evaluate on the validation set and save the weights if they are the best.

        Without validation set, the last weights are saved. The result of an incomplete epoch decides which
        weights are in the run folder, but not how the run continues from its checkpoint.
        """
        began = time.perf_counter()
        done, is_complete = self._batch_event(batches), self._position.batch == batches
        evaluated = self._validate(done.epoch)
        if not is_complete:
            if self._saved is None or (
                self._data.validation and evaluated.is_better_than(self._saved.metrics)
            ):
                save_best(self._run, self._learner, evaluated)
                self._saved = evaluated
            return
        best = evaluated.is_better_than(self._best.metrics if self._best else None)
        if best:
            self._best = evaluated
        self._save_best()
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
            text_rule=RULE_VERSION,
        )

    def _validate(self, epoch: int) -> Best:
        """Return the current weights with their metrics and predictions on the validation set."""
        from seqtui.training.model import mean_loss

        validation = self._data.validation
        metrics = Metrics(
            epoch=epoch,
            class_names=self._data.class_names,
            ngrams=self._learner.ngrams,
            text_rule=RULE_VERSION,
        )
        if validation is None:
            return Best(metrics, self._learner.weights())
        self._phases.begin("validating")
        self._learner.choose_mixture(validation.reviews, validation.labels)
        probabilities = self._learner.predict(validation.reviews)
        loss = mean_loss(validation.labels, probabilities)
        if not math.isfinite(loss):
            raise SeqtuiError(_diverged("the loss", loss, f"after epoch {epoch}", self._recipe))
        metrics = msgspec.structs.replace(
            metrics,
            validation=len(validation),
            val_loss=loss,
            val_accuracy=float(np.mean(probabilities.argmax(1) == validation.labels)),
        )
        predictions = Predictions.of(validation.texts, validation.labels, probabilities)
        return Best(metrics, self._learner.weights(), predictions)

    def _with_predictions(self, best: Best) -> Best:
        """Return the weights with their predictions for the validation set, which no checkpoint contains."""
        validation = self._data.validation
        if validation is None or best.predictions is not None:
            return best
        probabilities = self._learner.predict_with(best.weights, validation.reviews)
        return replace(best, predictions=Predictions.of(validation.texts, validation.labels, probabilities))

    def _save_best(self) -> None:
        """Save the weights of the best complete epoch, unless the folder contains them already.

        A killed or stopped trainer may have left other weights there.
        """
        is_complete = self._run.metrics_path.exists()
        if self._best and not (is_complete and metrics_in(self._run.model_path) == self._best.metrics):
            self._best = self._with_predictions(self._best)
            save_best(self._run, self._learner, self._best)
        self._saved = self._best

    def _early_stopping_reason(self) -> str | None:
        """Return why to stop before the last epoch, or None to continue."""
        losses, patience = self._position.val_losses, self._recipe.patience
        if not patience or not losses or len(losses) >= self._epochs:
            return None
        lowest = losses.index(min(losses)) + 1
        if len(losses) - lowest < patience:
            return None
        return (
            f"the validation loss has not been lower than {losses[lowest - 1]:.4f} (epoch {lowest}) "
            f"for {patience} epoch{'s' if patience > 1 else ''}"
        )


def _diverged(quantity: str, value: float, where: str, recipe: Recipe) -> str:
    clipping = f"clip_norm (now {recipe.clip_norm:g})" if recipe.clip_norm else "set clip_norm (now off)"
    rate = f"--learning-rate (now {recipe.learning_rate:g})"
    return f"{quantity} became {value} {where}; lower {rate} or {clipping}"
