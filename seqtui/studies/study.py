"""A study: its trials, their results and the next recipe to try."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import filelock
import msgspec
import numpy as np
import optuna
from optuna.pruners import BasePruner, MedianPruner
from optuna.samplers import BaseSampler, TPESampler
from optuna.trial import FrozenTrial, TrialState

from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe, is_from
from seqtui.runs import Run
from seqtui.storage.atomic import make_folder
from seqtui.studies.attempt import FINGERPRINT, Attempt, result_of
from seqtui.studies.folder import StudyFolder
from seqtui.studies.journal import open_journal, open_proxy, versions
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


def _wait(running: int) -> bool:
    del running
    time.sleep(1)
    return True


class Study:
    """A study. Its state is stored in its journal, so it can be closed and opened again at any time.

    Several workers may run trials of one study at the same time. Each holds a lock of its trial, so that the
    others see when it dies.

    Args:
        folder: Folder of the study.
        sampler: Creates the sampler of a trial from a seed. Default: :func:`tree_parzen`.
        pruner: Decides after each epoch whether a trial continues. Default: :func:`median`.
        join: Whether other workers may be running on the study. Default: False.
        proxy: ``HOST:PORT`` of a gRPC storage proxy of the journal. Default: use the file.

    Raises:
        InputError: If the journal is damaged, another search is working on the study, or, with ``join``, its
            workers have other versions of seqtui or Optuna.
    """

    def __init__(
        self,
        folder: StudyFolder,
        sampler: Callable[[int], BaseSampler] = tree_parzen,
        pruner: BasePruner | None = None,
        *,
        join: bool = False,
        proxy: str | None = None,
    ) -> None:
        self.folder = folder
        self._sampler = sampler
        self._attempt: Attempt | None = None
        self._winner_lock = folder.winner_lock()
        busy = not join and folder.is_searching
        self._lock = folder.lock()
        try:
            self._lock.acquire()
        except filelock.Timeout:
            busy = not join
        if busy:
            self._lock.release()
            raise InputError(
                f"{folder.path}: another search is working on this study; work with it: --join {folder.name}"
            )
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        try:
            self._optuna = optuna.create_study(
                storage=open_proxy(proxy) if proxy else open_journal(folder.journal_path),
                study_name=folder.name,
                direction="maximize",
                pruner=pruner or median(),
                load_if_exists=True,
            )
            self._check_versions(join)
        except InputError:
            self._lock.release()
            raise
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
        with folder.choice_lock():  # nobody joins an incomplete study
            study = cls(folder, **how)
            study._optuna.set_user_attr("fixed", fixed)
            study._optuna.set_user_attr("networks", list(networks))
            study._optuna.enqueue_trial(first(fixed, networks))
            study.extend(trials)
        return study

    def close(self) -> None:
        """Leave the study and the trial that is running to other workers."""
        if self._attempt:
            self._attempt.release()
        self._winner_lock.release()
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

    @property
    def is_complete(self) -> bool:
        """Whether all trials are over."""
        return self._begun() >= self.trials and not self._running()

    def attempts(self, wait: Callable[[int], bool] = _wait) -> Iterator[Attempt]:
        """Yield the trials that are left for this worker; an interrupted one comes first.

        While other workers run the last trials, look again and again whether one of them has died.

        Args:
            wait: Called with the number of trials that other workers run, if there is nothing else to do.
                Returns whether to look again. Default: wait a second.
        """
        while not self.is_complete:
            if attempt := self._next():
                yield attempt
            elif not wait(len(self._running())):
                return

    def results(self) -> list[Result]:
        """Return the results of the trials so far, best first."""
        finished = [trial for trial in self._trials() if trial.state.is_finished()]
        try:
            results = (result_of(trial, self.folder.run_path(_suffix(trial.number))) for trial in finished)
            return sorted(results, key=Result.rank)
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
        from optuna.importance import FanovaImportanceEvaluator, get_param_importances  # loads scikit-learn

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
        path = self.folder.run_path(suffix)
        if not path.exists():
            return create_run_folder(path.parent, recipe, path.name)
        run = Run(path)
        if not is_from(run.recipe, recipe):
            raise InputError(f"{run.path}: has another recipe, but the search needs its name; move the run")
        return run

    def claim_winner(self) -> bool:
        """Return whether this worker trains the winning recipe; only one worker does at a time."""
        try:
            self._winner_lock.acquire()
        except filelock.Timeout:
            return False
        return True

    def _next(self) -> Attempt | None:
        with self.folder.choice_lock():
            trial, lock = self._take_up() or self._begin() or (None, None)
            if trial is None or lock is None:
                return None
            try:
                self._attempt = self._attempt_of(trial, lock)
            except BaseException:
                lock.release()
                raise
            return self._attempt

    def _attempt_of(self, trial: optuna.Trial, lock: filelock.BaseFileLock) -> Attempt:
        fixed, networks = self._plan.fixed, self._plan.networks
        recipe = msgspec.structs.replace(
            draw(trial, fixed, networks),
            validation_split=fixed.get("validation_split", VALIDATION_SPLIT),
            evaluate_test=False,
        )
        of_run = msgspec.structs.replace(recipe, data_fingerprint=self._optuna.user_attrs.get(FINGERPRINT))
        return Attempt(self._optuna, trial, lock, self.run_for(of_run, _suffix(trial.number)), recipe)

    def _take_up(self) -> tuple[optuna.Trial, filelock.BaseFileLock] | None:
        """Claim a trial whose worker was interrupted or has died."""
        for trial in self._running():
            lock = self.folder.trial_lock(trial.number + 1)
            with suppress(filelock.Timeout):
                lock.acquire()
                if self._trials()[trial.number].state == TrialState.RUNNING:  # not concluded meanwhile
                    self._seed(trial.number)
                    return optuna.Trial(self._optuna, trial._trial_id), lock
                lock.release()
                Path(lock.lock_file).unlink(missing_ok=True)
        return None

    def _begin(self) -> tuple[optuna.Trial, filelock.BaseFileLock] | None:
        """Begin a new trial, if one is left. The first trial shows which reviews all others must read."""
        begun = self._begun()
        if begun >= self.trials or (self._running() and FINGERPRINT not in self._optuna.user_attrs):
            return None
        self._seed(begun)
        trial = self._optuna.ask()
        lock = self.folder.trial_lock(trial.number + 1)
        lock.acquire(timeout=-1)
        return trial, lock

    def _seed(self, number: int) -> None:
        # One sampler per trial: a resumed search samples the same recipes as an uninterrupted one, and two
        # workers never draw the same random numbers.
        study_seed = Recipe.from_settings(self._plan.fixed).seed
        seed = np.random.SeedSequence([study_seed, number]).generate_state(1)
        self._optuna.sampler = self._sampler(int(seed[0]))

    def _check_versions(self, join: bool) -> None:
        mine, theirs = versions(), self._optuna.user_attrs.get("versions")
        if not join:
            self._optuna.set_user_attr("versions", mine)
        elif theirs not in (None, mine):
            raise InputError(
                f"{self.folder.path}: its workers have {_listed(theirs)}, this one has {_listed(mine)}; "
                "install the same versions"
            )

    def _running(self) -> list[FrozenTrial]:
        return [trial for trial in self._trials() if trial.state == TrialState.RUNNING]

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


def _suffix(number: int) -> str:
    """Return the end of the name of a trial's run, from Optuna's number, which begins at 0."""
    return f"{number + 1:02}"


def _listed(versions: dict[str, str]) -> str:
    return " and ".join(f"{name} {version}" for name, version in versions.items())


class _Plan(msgspec.Struct):
    """Attributes of the study in its journal: the arguments of :meth:`Study.create`."""

    fixed: dict[str, Any]
    networks: list[str]
    trials: int
