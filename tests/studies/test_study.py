"""Studies with simulated trainers: drawn recipes, pruning, resuming and errors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from optuna.pruners import NopPruner

from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Run
from seqtui.runs.events import DataRead, Epoch, Failed, Finished, Started, Stopped
from seqtui.studies.attempt import Attempt
from seqtui.studies.folder import StudyFolder
from seqtui.studies.result import Result
from seqtui.studies.study import Study

EPOCHS = 3
FIXED = {"architecture": "lstm", "seed": 5}


def study_in(runs_dir: Path, trials: int = 6, **how: Any) -> Study:
    return Study.create(runs_dir, "mine", FIXED, ["lstm"], trials, **how)


def simulate(attempt: Attempt, accuracy: float, completes: bool = True) -> None:
    """Write what a trainer writes that reaches this accuracy, or that dies after the first epoch."""
    run = attempt.run
    chosen = msgspec.structs.replace(run.recipe, epochs=EPOCHS, data_fingerprint="sha256:1")
    chosen.save(run.recipe_path)
    path = str(run.path)
    writer = EventWriter(run.events_path)
    watched = attempt.watched(run.follow(lambda: True, poll_seconds=0))
    writer.write(Started(run=path, process_id=1, version="0"))
    writer.write(DataRead(train=8, class_names=["a", "b"], vocabulary=9, tokens=3, fingerprint="sha256:1",
                          epochs=EPOCHS))  # fmt: skip
    next(watched)
    next(watched)
    for number in range(1, EPOCHS + 1):
        reached = accuracy - 0.01 * (EPOCHS - number)
        writer.write(
            Epoch(epoch=number, seconds=1, loss=0.5, accuracy=0.8, val_loss=1 - reached, val_accuracy=reached,
                  val_seconds=1, reviews_per_second=1, best=True)
        )  # fmt: skip
        next(watched)
        if not completes:
            break
        if run.stop_requested:
            pruned = run.pruning_requested
            writer.write(Stopped(run=path, val_accuracy=reached, best_epoch=number, seconds=1, pruned=pruned))
            break
    else:
        writer.write(Finished(run=path, val_accuracy=accuracy, best_epoch=EPOCHS, seconds=1))
    writer.close()
    watched.close()  # type: ignore[attr-defined]


def expected_accuracy(recipe: Recipe) -> float:
    return round(0.8 - abs(recipe.learning_rate - 0.004) * 10 + recipe.vocabulary_size / 1e6, 6)


def run_search(study: Study, accuracy: Callable[[Recipe], float] = expected_accuracy) -> list[Result]:
    results = []
    for attempt in study.attempts():
        simulate(attempt, accuracy(attempt.recipe))
        results.append(attempt.conclude())
    return results


def test_trials_are_evaluated_on_validation_reviews(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=3)
    results = run_search(study)
    assert [run.name for run in Run.all(tmp_path)[::-1]] == ["mine-01", "mine-02", "mine-03"]
    assert {run.recipe.validation_split for run in Run.all(tmp_path)} == {0.2}
    assert study.results() == sorted(results, key=lambda result: -(result.accuracy or 0))
    assert study.winner() == study.results()[0]
    winning = study.winning_recipe()
    assert (winning.validation_split, winning.evaluate_test) == (0.1, True)
    assert winning.learning_rate == study.winner().recipe.learning_rate


def test_a_trial_below_the_median_is_pruned_after_its_epoch(tmp_path: Path) -> None:
    study = study_in(tmp_path)
    reached = iter([0.85, 0.86, 0.87, 0.88, 0.70, 0.90])
    results = run_search(study, lambda _: next(reached))
    assert [result.state for result in results] == ["finished"] * 4 + ["pruned", "finished"]
    assert results[4].epoch == 1
    assert [result.trial for result in study.results()] == [6, 4, 3, 2, 1, 5]
    assert Run(tmp_path / "mine-05").state == "pruned"


def test_a_resumed_search_draws_the_same_recipes(tmp_path: Path) -> None:
    expected = run_search(study_in(tmp_path / "uninterrupted", trials=8))
    study = study_in(tmp_path / "interrupted", trials=8)
    for _ in range(8):
        simulate(next(study.attempts()), 0.5, completes=False)
        study.close()
        study = Study(StudyFolder.find("mine", tmp_path / "interrupted"))
        attempt = next(study.attempts())
        assert len(attempt.run.events()) == 3  # from before: the start, the data and one epoch
        attempt.run.events_path.unlink()
        simulate(attempt, expected_accuracy(attempt.recipe))
        attempt.conclude()
    assert not list(study.attempts())
    assert [result.recipe for result in study.results()] == [
        result.recipe for result in sorted(expected, key=Result.rank)
    ]


def test_more_trials_can_be_added_later(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=1)
    run_search(study)
    study.extend(2)
    assert [result.trial for result in run_search(study)] == [2]
    study.extend(1)  # "trial 2 of 1" would be wrong
    assert study.trials == 2


def test_the_setting_that_decides_is_the_most_important(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=9, pruner=NopPruner())
    accuracy = lambda recipe: 0.9 - abs(recipe.network.get("units", 100) - 100) / 1000  # noqa: E731
    run_search(study, accuracy)
    assert study.importances() == {}  # too few trials
    study.extend(16)
    run_search(study, accuracy)
    importances = study.importances()
    assert next(iter(importances)) == "lstm.units"
    assert importances["lstm.units"] > 0.5
    assert sum(importances.values()) == pytest.approx(1)
    assert {"learning_rate", "pooling", "lstm.layers"} < set(importances)


def test_settings_of_one_network_among_several_have_no_importance(tmp_path: Path) -> None:
    study = Study.create(tmp_path, "mine", {"epochs": EPOCHS}, ["lstm", "gru"], 12, pruner=NopPruner())
    run_search(study, lambda recipe: 0.9 if recipe.architecture == "gru" else 0.8)
    importances = study.importances()
    assert next(iter(importances)) == "architecture"
    assert not any("." in setting for setting in importances)


def test_an_incomplete_journal_line_is_ignored(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=2)
    run_search(study)
    study.close()
    with study.folder.journal_path.open("ab") as journal:
        journal.write(b'{"op_code":4,"wor')
    again = Study(study.folder)
    again.extend(3)
    assert [result.trial for result in run_search(again)] == [3]


@pytest.mark.parametrize("journal", [b"no json\n", b"[]\n", b'{"op_code":99}\n', b"{}\n", b"\xff\n", b"\n"])
def test_a_damaged_journal_is_refused(tmp_path: Path, journal: bytes) -> None:
    study = study_in(tmp_path)
    study.close()
    study.folder.journal_path.write_bytes(journal)
    with pytest.raises(InputError, match=r"study\.journal: not the journal of a search"):
        next(Study(study.folder).attempts())


def test_one_search_works_on_a_study_at_a_time(tmp_path: Path) -> None:
    study = study_in(tmp_path)
    assert study.folder.is_searching
    with pytest.raises(InputError, match="another search is working"):
        Study(StudyFolder(study.folder.path))
    study.close()
    assert not study.folder.is_searching


def test_invalid_and_existing_names_are_refused(tmp_path: Path) -> None:
    study_in(tmp_path).close()
    with pytest.raises(InputError, match="choose another --name, or continue it with --resume mine"):
        study_in(tmp_path)
    with pytest.raises(InputError, match="use letters"):
        Study.create(tmp_path, "../mine", FIXED, ["lstm"], 1)
    with pytest.raises(InputError, match="did you mean 'mine'"):
        StudyFolder.find("mime", tmp_path)


def write_failure(attempt: Attempt, *, request: bool) -> None:
    writer = EventWriter(attempt.run.events_path)
    writer.write(Failed(run=str(attempt.run.path), reason="the loss became nan", request=request))
    writer.close()


def test_a_failed_trial_does_not_end_the_search_but_wrong_data_does(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=3)
    attempts = study.attempts()
    write_failure(attempt := next(attempts), request=False)
    assert attempt.conclude().reason == "the loss became nan"
    with pytest.raises(SeqtuiError, match="no trial finished: the loss became nan"):
        study.winner()
    simulate(attempt := next(attempts), 0.8)
    attempt.conclude()
    assert study.winner().trial == 2
    write_failure(attempt := next(attempts), request=True)
    with pytest.raises(InputError, match="the loss became nan"):
        attempt.conclude()
