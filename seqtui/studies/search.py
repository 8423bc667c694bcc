"""Run a study: one trial after another, then train the winning recipe once more."""

import os
import shlex
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seqtui.architectures.catalogue import CATALOGUE, complete_recipe, find_architecture, refuse_clash
from seqtui.architectures.network_file import is_network_file
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Run, RunBusyError
from seqtui.runs.events import Event, Finished
from seqtui.studies import require_extra
from seqtui.studies.folder import StudyFolder
from seqtui.studies.result import Result
from seqtui.training.own_networks import never, trust_recipe
from seqtui.training.process import forking_trainers
from seqtui.training.server import TrainerServer
from seqtui.training.supervise import supervise

if TYPE_CHECKING:
    from seqtui.studies.study import Study

TRIALS = 20
"""Default number of recipes to try."""

_WAIT_SECONDS = 0.5  # between two looks at the trials of other workers

Events = Iterable[Event | None]
Display = Callable[[Run, str, Events], None]
"""Function of a run, its title and its events. It must read all events."""


@dataclass(frozen=True)
class SearchResult:
    """Result of a search.

    Args:
        study: Name of the study; the trials are the runs ``STUDY-01``, ``STUDY-02`` and so on.
        winner: Best trial.
        trials: All trials, best first.
        recipe: Winning recipe, with an evaluation on the test set.
        run: Run of the winning recipe, trained once more. With ``join``, another worker may still train it.
    """

    study: str
    winner: Result
    trials: list[Result]
    recipe: Recipe
    run: Run


def search(
    fixed: Mapping[str, Any] | None = None,
    *,
    networks: Sequence[str] | None = None,
    trials: int | None = None,
    runs_dir: str | os.PathLike[str] = "runs",
    name: str | None = None,
    resume: str | None = None,
    join: str | None = None,
    proxy: str | None = None,
    on_trial: Callable[[Result], None] = lambda _: None,
    on_event: Callable[[Event], None] = lambda _: None,
) -> SearchResult:
    """Search for a better recipe with Optuna, as ``seqtui search`` does.

    Ctrl-C, or an exception raised by a callback, ends the search; ``resume`` continues it without loss.

    Args:
        fixed: Settings of :class:`seqtui.Recipe` that no trial changes. Default: none.
        networks: Networks to try. Default: all, or ``fixed["architecture"]``.
        trials: Number of recipes to try. Default 20; with ``resume``, as many as before.
        runs_dir: Folder of the runs and of the study. Default "runs".
        name: Name of the study. Default: date and time.
        resume: Name of a study to continue. Default: a new study.
        join: Name of a study to work on together with other processes, also on other machines that share
            ``runs_dir``. ``trials`` is the number of all of them. Default: a new study.
        proxy: ``HOST:PORT`` of a gRPC storage proxy of the study, with ``join``. Default: use its file.
        on_trial: Called with the result of each trial. Default: does nothing.
        on_event: Called with each event of each run. Default: does nothing.

    Returns:
        The winner and all trials.

    Raises:
        InputError: If a setting, the data or a name is wrong, or Optuna or TensorFlow is not installed.
        SeqtuiError: If no trial finishes, or the winner cannot be trained.

    Example:
        >>> import seqtui
        >>> result = seqtui.search({"limit": 2000}, networks=["gru"], trials=4)  # doctest: +SKIP
        >>> result.recipe.learning_rate  # doctest: +SKIP
        0.0051
    """
    if resume and join:
        raise InputError("resume and join: choose one")
    if proxy and not join:
        raise InputError("proxy is for join")
    if not resume and not join:
        study = create_study(Path(runs_dir), name, fixed or {}, networks, trials or TRIALS)
    elif fixed or networks or name:
        raise InputError("resume and join use the settings of the search; only trials can be changed")
    elif join:
        study = join_study(join, Path(runs_dir), trials, proxy)
    else:
        study = open_study(resume or "", Path(runs_dir), trials)

    def display(_: Run, __: str, events: Events) -> None:
        for event in events:
            if event is not None:
                on_event(event)

    try:
        with forking_trainers() as server:
            run_trials(study, [], display, server, on_trial)
            recipe = save_winner(study)
            run = train_winner(study, [], display, server)
        assert run is not None  # noqa: S101 - no signals are collected, an interruption raises
        return SearchResult(study.name, study.winner(), study.results(), recipe, run)
    finally:
        study.close()


def create_study(
    runs_dir: Path, name: str | None, fixed: Mapping[str, Any], networks: Sequence[str] | None, trials: int
) -> "Study":
    """Check the arguments of a search and create its study.

    Args:
        runs_dir: Folder of the runs and of the study.
        name: Name of the study; None for date and time.
        fixed: Settings that no trial changes.
        networks: Networks to try; None for all, or for ``fixed["architecture"]``.
        trials: Number of recipes to try.

    Raises:
        InputError: If a setting, the data or a name is wrong, or Optuna or TensorFlow is not installed.
    """
    require_extra()
    from seqtui.corpora import fetch_reviews
    from seqtui.corpora.paths import absolute_paths
    from seqtui.studies.study import Study

    if fixed.get("validation_split") == 0:
        raise InputError("a search needs validation reviews; leave out --validation-split 0")
    if fixed.get("data_fingerprint"):
        raise InputError("a search sets data_fingerprint itself; leave it out")
    if networks is not None and "architecture" in fixed:
        raise InputError("--networks: the network is fixed by --architecture or the recipe; leave one out")
    if networks is None:
        networks = [fixed["architecture"]] if "architecture" in fixed else list(CATALOGUE)
    for network in networks:
        if is_network_file(network) and "architecture" not in fixed:
            raise InputError(
                f"--networks {network}: search the settings of a file alone, with --architecture"
            )
        find_architecture(network, option="--architecture" if "architecture" in fixed else "--networks")
        refuse_clash(network)
    recipe = trust_recipe(complete_recipe(dict(fixed)), never)
    fetch_reviews(recipe)
    settings = {**fixed, **absolute_paths(dict(fixed), Path())}
    if recipe.network_digest:
        settings["network_digest"] = recipe.network_digest
    if name is None:  # two searches may start in the same minute
        stem = f"search-{datetime.now():%Y%m%d-%H%M}"
        names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
        name = next((free for free in names if not (runs_dir / free).exists()), stem)
    return Study.create(runs_dir, name, settings, networks, trials)


def open_study(name: str, runs_dir: Path, trials: int | None = None) -> "Study":
    """Open a study to continue it.

    Args:
        name: Name of the study.
        runs_dir: Folder of the study.
        trials: Total number of recipes to try. Default: as many as before.

    Raises:
        InputError: If there is no such study, it is damaged, or another search is working on it.
    """
    require_extra()
    from seqtui.studies.study import Study

    study = Study(StudyFolder.find(name, runs_dir))
    if trials is not None:
        study.extend(trials)
    return study


def join_study(name: str, runs_dir: Path, trials: int | None = None, proxy: str | None = None) -> "Study":
    """Open a study that other workers may be running on.

    Args:
        name: Name of the study.
        runs_dir: Folder of the study, which all workers share.
        trials: Total number of recipes to try. Default: as many as before.
        proxy: ``HOST:PORT`` of a gRPC storage proxy of the study. Default: use its file.

    Raises:
        InputError: If there is no such study, it is damaged, the proxy does not answer, or the workers have
            other versions of seqtui or Optuna.
    """
    require_extra()
    from seqtui.studies.study import Study

    folder = StudyFolder.find(name, runs_dir, "--join")
    with folder.choice_lock():  # it may be incomplete until then
        study = Study(folder, join=True, proxy=proxy)
        if trials is not None:
            study.extend(trials)
    return study


def run_trials(
    study: "Study",
    interrupted: list[int],
    display: Display,
    server: TrainerServer | None,
    on_trial: Callable[[Result], None],
    on_wait: Callable[[int], None] = lambda _: None,
) -> bool:
    """Run the remaining trials.

    Args:
        study: An open study.
        interrupted: Signals received so far, see :func:`seqtui.training.supervise.interruptions`.
        display: Shows each trial's run.
        server: Forks the trainers, if there is one.
        on_trial: Called with each trial's result.
        on_wait: Called with the number of trials that other workers run, before waiting for them. Default:
            does nothing.

    Returns:
        Whether all trials are done; False if a signal ended them.

    Raises:
        InputError: If the data are wrong.
    """

    def wait(running: int) -> bool:
        on_wait(running)
        time.sleep(_WAIT_SECONDS)
        return not interrupted

    for attempt in study.attempts(wait):
        if not attempt.is_over:
            title = f"trial {attempt.number} of {study.trials}"
            killed = _train(attempt.run, title, interrupted, display, server, attempt.watched)
            if interrupted and (killed or not attempt.is_over):
                return False
        on_trial(attempt.conclude())
        if interrupted:
            return False
    return not interrupted


def save_winner(study: "Study", path: Path | None = None) -> Recipe:
    """Write the winning recipe.

    Args:
        study: A study with all trials done.
        path: TOML file to write. Default: ``STUDY.toml`` in the study's folder.

    Returns:
        The winning recipe.

    Raises:
        SeqtuiError: If no trial finished.
    """
    winner, recipe = study.winner(), study.winning_recipe()
    recipe.save(
        path or study.folder.recipe_path,
        f"{study.name}, trial {winner.trial}: {winner.accuracy:.2%} on the validation reviews",
    )
    return recipe


def train_winner(
    study: "Study", interrupted: list[int], display: Display, server: TrainerServer | None
) -> Run | None:
    """Train the winning recipe once more and evaluate it on the test set, unless that is done already.

    If another worker trains it, do not wait for it.

    Args:
        study: A study with all trials done.
        interrupted: Signals received so far.
        display: Shows the run.
        server: Forks the trainer, if there is one.

    Returns:
        The run, finished unless another worker trains it; None if a signal ended it.

    Raises:
        SeqtuiError: If the training fails.
    """
    suffix = f"{study.winner().trial:02}-full"
    if not study.claim_winner():
        return Run(study.folder.run_path(suffix))
    run = study.run_for(study.winning_recipe(), suffix)
    if not isinstance(run.end(), Finished):
        _train(run, "the winner", interrupted, display, server)
    if isinstance(run.end(), Finished):
        return run
    if interrupted:
        return None
    watch = shlex.join(["seqtui", "watch", str(run.path)])
    raise SeqtuiError(f"{run.path}: the winner could not be trained; '{watch}' shows the reason")


def _train(
    run: Run,
    title: str,
    interrupted: list[int],
    display: Display,
    server: TrainerServer | None,
    watched: Callable[[Events], Events] = iter,
) -> bool:
    """Train a run, new or interrupted, and return whether it was killed."""

    def is_alive() -> bool:
        if interrupted:
            run.request_stop()
        return run.is_locked

    while True:
        if run.is_locked:  # the trainer of a killed search continues to run
            display(run, title, watched(run.follow(is_alive)))
            if interrupted or run.end():
                return False
        elif isinstance(run.end(), Finished):  # it has ended meanwhile
            return False
        try:
            if run.events():
                run.rewind()
            if server:  # the trials of a search read the same reviews
                server.read_ahead(run.recipe)
            return supervise(
                run, interrupted, lambda events: display(run, title, watched(events)), server=server
            )
        except RunBusyError:  # it was still starting
            continue
