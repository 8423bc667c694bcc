"""A trial of a study and its run."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import filelock
import optuna
from optuna.trial import FrozenTrial, TrialState

from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import Run, state_of
from seqtui.runs.events import DataRead, Epoch, Event, Failed, Finished, Started, Stopped
from seqtui.studies.result import Result

FINGERPRINT = "data_fingerprint"
"""Attribute of a study: the fingerprint of the reviews that its trials read."""


class Attempt:
    """One trial and its run.

    Args:
        study: Optuna's study.
        trial: Optuna's trial.
        lock: Lock of the trial, which this worker holds.
        run: Run that trains the recipe, possibly an interrupted one.
        recipe: Recipe to try.
    """

    def __init__(
        self,
        study: optuna.Study,
        trial: optuna.Trial,
        lock: filelock.BaseFileLock,
        run: Run,
        recipe: Recipe,
    ) -> None:
        self._study = study
        self._trial = trial
        self._lock = lock
        self.run = run
        self.recipe = recipe

    @property
    def number(self) -> int:
        """Number of the trial, from 1."""
        return self._trial.number + 1

    @property
    def is_over(self) -> bool:
        """Whether the run has finished or was pruned."""
        end = self.run.end()
        return isinstance(end, Finished) or (isinstance(end, Stopped) and end.pruned)

    def watched(self, events: Iterable[Event | None]) -> Iterator[Event | None]:
        """Yield the run's events, report each epoch to Optuna, and prune the run if Optuna decides so."""
        known = dict(self._study.get_trials(deepcopy=False)[self._trial.number].intermediate_values)
        total = self.recipe.epochs or 1
        for event in events:
            if isinstance(event, DataRead):
                total = event.epochs or total
                if FINGERPRINT not in self._study.user_attrs:
                    self._study.set_user_attr(FINGERPRINT, event.fingerprint)
            if isinstance(event, Epoch) and event.val_accuracy is not None:
                if event.epoch not in known:
                    self._trial.report(event.val_accuracy, event.epoch)
                last = max(event.epoch, *known, 0)
                if event.epoch == last < total and self._trial.should_prune():
                    self.run.request_stop(pruned=True)
            yield event

    def release(self) -> None:
        """Leave the trial to another worker, unless it is concluded."""
        self._lock.release()

    def conclude(self) -> Result:
        """Record the result of the trial.

        Raises:
            InputError: If the run failed because the data are wrong, since every other trial would fail, too.
                If other trials could read the data, the trial is left to another worker.
        """
        end, events = self.run.end(), self.run.events()
        if isinstance(end, Failed) and end.request and self._data_differ(events):
            self.release()
            why = end.reason.partition(";")[0]
            raise InputError(f"{self.run.path}: not the reviews that the other trials have read: {why}")
        epochs = [event for event in events if isinstance(event, Epoch)]
        best = max(
            epochs, key=lambda epoch: (epoch.val_accuracy or 0.0, -(epoch.val_loss or 0.0)), default=None
        )
        attributes: dict[str, Any] = {
            "state": state_of(end, alive=False),
            "recipe": self.recipe.to_settings(),
            "epoch": best and best.epoch,
            "loss": best and best.val_loss,
            "seconds": sum(epoch.seconds for epoch in epochs),
            "reason": end.reason if isinstance(end, Failed) else None,
        }
        for name, value in attributes.items():
            self._trial.set_user_attr(name, value)
        if isinstance(end, Finished) and best:
            ended = self._study.tell(self._trial, best.val_accuracy)
        elif isinstance(end, Stopped):
            ended = self._study.tell(self._trial, state=TrialState.PRUNED)
        else:
            ended = self._study.tell(self._trial, state=TrialState.FAIL)
        self.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)
        if isinstance(end, Failed) and end.request:
            raise InputError(end.reason)
        return result_of(ended, self.run.path)

    def _data_differ(self, events: list[Event]) -> bool:
        """Return whether the last trainer could not read the reviews, but another one could."""
        for event in reversed(events):
            if isinstance(event, DataRead):
                return False
            if isinstance(event, Started):
                break
        return self.run.recipe.data_fingerprint is not None


def result_of(trial: FrozenTrial, run: Path) -> Result:
    """Return the result of a finished trial.

    Args:
        trial: Optuna's trial.
        run: Path of its run.

    Raises:
        KeyError: If the trial has no result of a run.
        TypeError: If its result is damaged.
    """
    attributes = trial.user_attrs
    accuracies = [*trial.intermediate_values.values(), *([trial.value] if trial.value is not None else [])]
    return Result(
        trial=trial.number + 1,
        run=str(run),
        state=attributes["state"],
        accuracy=max(accuracies, default=None),
        loss=attributes["loss"],
        epoch=attributes["epoch"],
        seconds=attributes["seconds"],
        recipe=Recipe.from_settings(attributes["recipe"]),
        reason=attributes["reason"],
    )
