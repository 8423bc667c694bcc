"""A study: its trials, their results and the next recipe to try."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import filelock
import msgspec
import numpy as np
import optuna
from optuna.importance import FanovaImportanceEvaluator, get_param_importances
from optuna.pruners import BasePruner, MedianPruner
from optuna.samplers import BaseSampler, TPESampler
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import FrozenTrial, TrialState

from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Run, state_of
from seqtui.runs.events import DataRead, Epoch, Event, Failed, Finished, Stopped
from seqtui.storage.atomic import make_folder, share_with_group
from seqtui.studies.folder import StudyFolder
from seqtui.studies.result import Result
from seqtui.studies.space import draw, first
from seqtui.training.own_networks import create_run_folder

VALIDATION_SPLIT = 0.2
"""Default fraction of the training part that is used to evaluate trials."""

_STARTUP_TRIALS = 4  # random trials before the sampler and the pruner start to use results
_IMPORTANCE_TRIALS = 10  # finished trials; with fewer, chance decides which settings are important
_NO_JOURNAL = "not the journal of a search"
_NAME_LENGTH = 80  # leaves room for the numbers of the trials


def tree_parzen(seed: int) -> BaseSampler:
    """Return Optuna's tree-structured Parzen estimator (Bergstra et al., 2011)."""
    return TPESampler(seed=seed, n_startup_trials=_STARTUP_TRIALS)


def median() -> BasePruner:
    """Return a pruner that stops a trial whose accuracy is below the median of the finished ones."""
    return MedianPruner(n_startup_trials=_STARTUP_TRIALS)


class Study:
    """A study. Its state is stored in its journal, so it can be closed and opened again at any time.

    Args:
        folder: Folder of the study.
        sampler: Creates the sampler of a trial from a seed. Default: :func:`tree_parzen`.
        pruner: Decides after each epoch whether a trial continues. Default: :func:`median`.

    Raises:
        InputError: If the journal is damaged, or another search is working on the study.
    """

    def __init__(
        self,
        folder: StudyFolder,
        sampler: Callable[[int], BaseSampler] = tree_parzen,
        pruner: BasePruner | None = None,
    ) -> None:
        self.folder = folder
        self._sampler = sampler
        self._lock = folder.lock()
        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise InputError(f"{folder.path}: another search is working on this study") from error
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        try:
            storage = JournalStorage(_Journal(str(folder.journal_path)))
            self._optuna = optuna.create_study(
                storage=storage,
                study_name=folder.name,
                direction="maximize",
                pruner=pruner or median(),
                load_if_exists=True,
            )
        except Exception as error:  # Optuna raises exceptions of many types for an invalid journal
            self._lock.release()
            raise InputError(f"{folder.journal_path}: {_NO_JOURNAL}: {error!r}") from error

    @classmethod
    def create(
        cls,
        runs_dir: Path,
        name: str,
        fixed: dict[str, Any],
        networks: Sequence[str],
        trials: int,
        **how: Any,
    ) -> "Study":
        """Create a new study.

        Args:
            runs_dir: Folder of the study and its runs.
            name: Name of the study.
            fixed: Settings that no trial changes.
            networks: Networks to sample from, if ``fixed`` has none.
            trials: Number of recipes to try.
            **how: ``sampler`` and ``pruner``, as for the class.

        Raises:
            InputError: If the name exists or is invalid.
        """
        if not Run.is_name(name) or len(name) > _NAME_LENGTH:
            raise InputError(
                f"--name {name!r}: use letters, digits, '.', '_' and '-', at most {_NAME_LENGTH} of them"
            )
        folder = StudyFolder(runs_dir / name)
        try:
            make_folder(folder.path)
        except FileExistsError as error:
            raise InputError(
                f"{folder.path}: already exists; choose another --name, or continue it with --resume {name}"
            ) from error
        study = cls(folder, **how)
        study._optuna.set_user_attr("fixed", fixed)
        study._optuna.set_user_attr("networks", list(networks))
        study._optuna.enqueue_trial(first(fixed, networks))
        study.extend(trials)
        return study

    def close(self) -> None:
        """Release the study for another search."""
        self._lock.release()

    @property
    def name(self) -> str:
        """Name of the study's folder."""
        return self.folder.name

    @property
    def trials(self) -> int:
        """Total number of recipes to try."""
        return self._plan.trials

    def extend(self, trials: int) -> None:
        """Set the total number of recipes to try; at least those that have begun."""
        self._optuna.set_user_attr("trials", max(trials, self._begun()))

    def attempts(self) -> "Iterator[Attempt]":
        """Yield the remaining trials; an interrupted one comes first."""
        while attempt := self._next():
            yield attempt

    def results(self) -> list[Result]:
        """Return the results of the trials so far, best first."""
        finished = [trial for trial in self._trials() if trial.state.is_finished()]
        try:
            return sorted((_result(trial) for trial in finished), key=Result.rank)
        except (KeyError, TypeError) as error:
            raise InputError(f"{self.folder.journal_path}: {_NO_JOURNAL}: {error!r}") from error

    def importances(self) -> dict[str, float]:
        """Return how much of the difference in accuracy each sampled setting explains.

        The importances are those of functional ANOVA (Hutter et al., 2014) on the finished trials.

        Returns:
            Share by setting, 0 to 1, the highest first; their sum is 1. Settings that not all trials have,
            such as those of one network among several, are left out. Empty with fewer than ten finished
            trials.
        """
        finished = [trial for trial in self._trials() if trial.state == TrialState.COMPLETE]
        if len(finished) < _IMPORTANCE_TRIALS:
            return {}
        evaluator = FanovaImportanceEvaluator(seed=0)
        importances = get_param_importances(self._optuna, evaluator=evaluator)
        return {setting: float(importance) for setting, importance in importances.items()}

    def winner(self) -> Result:
        """Return the result of the best finished trial.

        Raises:
            SeqtuiError: If no trial finished.
        """
        results = self.results()
        if not results or results[0].state != "finished":
            why = next((f": {result.reason}" for result in results if result.reason), "")
            raise SeqtuiError(f"{self.folder.path}: no trial finished{why}")
        return results[0]

    def winning_recipe(self) -> Recipe:
        """Return the winner's recipe, with the usual validation split and an evaluation on the test set."""
        fixed = Recipe.from_settings(self._plan.fixed)
        return msgspec.structs.replace(
            self.winner().recipe, validation_split=fixed.validation_split, evaluate_test=True
        )

    def run_for(self, recipe: Recipe, suffix: str) -> Run:
        """Return the run ``STUDY-SUFFIX``: the existing one, or a new one.

        Args:
            recipe: Recipe of the run.
            suffix: End of its name, for example ``"01"``.

        Raises:
            InputError: If a run with this name has another recipe.
        """
        name = f"{self.name}-{suffix}"
        runs_dir = self.folder.path.parent
        if not (runs_dir / name).exists():
            return create_run_folder(runs_dir, recipe, name)
        run = Run(runs_dir / name)
        if msgspec.structs.replace(run.recipe, data_fingerprint=recipe.data_fingerprint) != recipe:
            raise InputError(f"{run.path}: has another recipe, but the search needs its name; move the run")
        return run

    def _next(self) -> "Attempt | None":
        running = [trial for trial in self._trials() if trial.state == TrialState.RUNNING]
        begun = self._begun()
        if not running and begun >= self.trials:
            return None
        fixed, networks = self._plan.fixed, self._plan.networks
        number = running[0].number if running else begun
        # One sampler per trial: a resumed search samples the same recipes as an uninterrupted one.
        seed = np.random.SeedSequence([Recipe.from_settings(fixed).seed, number]).generate_state(1)
        self._optuna.sampler = self._sampler(int(seed[0]))
        trial = optuna.Trial(self._optuna, running[0]._trial_id) if running else self._optuna.ask()
        recipe = msgspec.structs.replace(
            draw(trial, fixed, networks),
            validation_split=fixed.get("validation_split", VALIDATION_SPLIT),
            evaluate_test=False,
        )
        return Attempt(self._optuna, trial, self.run_for(recipe, f"{trial.number + 1:02}"), recipe)

    def _begun(self) -> int:
        return sum(trial.state != TrialState.WAITING for trial in self._trials())

    def _trials(self) -> list[FrozenTrial]:
        return self._optuna.get_trials(deepcopy=False)

    @property
    def _plan(self) -> "_Plan":
        try:
            return msgspec.convert(self._optuna.user_attrs, _Plan)
        except msgspec.ValidationError as error:
            raise InputError(f"{self.folder.journal_path}: {_NO_JOURNAL}: {error}") from error


class _Plan(msgspec.Struct):
    """Attributes of the study in its journal: the arguments of :meth:`Study.create`."""

    fixed: dict[str, Any]
    networks: list[str]
    trials: int


class Attempt:
    """One trial and its run.

    Args:
        study: Optuna's study.
        trial: Optuna's trial.
        run: Run that trains the recipe, possibly an interrupted one.
        recipe: Recipe to try.
    """

    def __init__(self, study: optuna.Study, trial: optuna.Trial, run: Run, recipe: Recipe) -> None:
        self._study = study
        self._trial = trial
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
        epochs = self.recipe.epochs or 1
        for event in events:
            if isinstance(event, DataRead):
                epochs = event.epochs or epochs
            if isinstance(event, Epoch) and event.val_accuracy is not None:
                if event.epoch not in known:
                    self._trial.report(event.val_accuracy, event.epoch)
                last = max(event.epoch, *known, 0)
                if event.epoch == last < epochs and self._trial.should_prune():
                    self.run.request_stop(pruned=True)
            yield event

    def conclude(self) -> Result:
        """Record the result of the trial.

        Raises:
            InputError: If the run failed because the data are wrong, since every other trial would fail, too.
        """
        end = self.run.end()
        epochs = [event for event in self.run.events() if isinstance(event, Epoch)]
        best = max(
            epochs, key=lambda epoch: (epoch.val_accuracy or 0.0, -(epoch.val_loss or 0.0)), default=None
        )
        attributes: dict[str, Any] = {
            "run": str(self.run.path),
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
        if isinstance(end, Failed) and end.request:
            raise InputError(end.reason)
        return _result(ended)


class _Journal(JournalFileBackend):
    """Optuna's journal without an incomplete last line, which a kill or a full disk can leave.

    It has no lock: Optuna's lock would outlive a killed search. The lock of the study replaces it.
    """

    def __init__(self, path: str) -> None:
        with Path(path).open("ab+") as file:
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
        share_with_group(Path(path))
        super().__init__(path, lock_obj=_Unlocked())  # type: ignore[arg-type]


class _Unlocked:
    def acquire(self) -> bool:
        return True

    def release(self) -> None:
        pass


def _result(trial: FrozenTrial) -> Result:
    attributes = trial.user_attrs
    accuracies = [*trial.intermediate_values.values(), *([trial.value] if trial.value is not None else [])]
    return Result(
        trial=trial.number + 1,
        run=attributes["run"],
        state=attributes["state"],
        accuracy=max(accuracies, default=None),
        loss=attributes["loss"],
        epoch=attributes["epoch"],
        seconds=attributes["seconds"],
        recipe=Recipe.from_settings(attributes["recipe"]),
        reason=attributes["reason"],
    )
