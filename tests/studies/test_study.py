"""Studies whose trainers are played: what they draw, prune, remember and survive."""

from collections.abc import Callable
from pathlib import Path

import pytest

from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Run
from seqtui.runs.events import Epoch, Failed, Finished, Started, Stopped
from seqtui.studies.folder import StudyFolder
from seqtui.studies.result import Result
from seqtui.studies.study import Attempt, Study

EPOCHS = 3
FIXED = {"architecture": "lstm", "epochs": EPOCHS, "seed": 5}


def study_in(runs_dir: Path, trials: int = 6) -> Study:
    return Study.create(runs_dir, "mine", FIXED, ["lstm"], trials)


def played(attempt: Attempt, accuracy: float, ends: bool = True) -> None:
    """What a trainer would write that reaches this accuracy, or dies after the first epoch."""
    run = attempt.run
    path = str(run.path)
    writer = EventWriter(run.events_path)
    watched = attempt.watched(run.follow(lambda: True, poll_seconds=0))
    writer.write(Started(run=path, process_id=1, version="0"))
    next(watched)
    for number in range(1, EPOCHS + 1):
        reached = accuracy - 0.01 * (EPOCHS - number)
        writer.write(
            Epoch(epoch=number, seconds=1, loss=0.5, accuracy=0.8, val_loss=1 - reached, val_accuracy=reached,
                  val_seconds=1, reviews_per_second=1, best=True)
        )  # fmt: skip
        next(watched)
        if not ends:
            break
        if run.stop_requested:
            pruned = run.pruning_requested
            writer.write(Stopped(run=path, val_accuracy=reached, best_epoch=number, seconds=1, pruned=pruned))
            break
    else:
        writer.write(Finished(run=path, val_accuracy=accuracy, best_epoch=EPOCHS, seconds=1))
    writer.close()
    watched.close()  # type: ignore[attr-defined]


def goodness(recipe: Recipe) -> float:
    return round(0.8 - abs(recipe.learning_rate - 0.004) * 10 + recipe.vocabulary_size / 1e6, 6)


def searched(study: Study, accuracy: Callable[[Recipe], float] = goodness) -> list[Result]:
    results = []
    for attempt in study.attempts():
        played(attempt, accuracy(attempt.recipe))
        results.append(attempt.conclude())
    return results


def test_trials_are_evaluated_on_validation_reviews(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=3)
    results = searched(study)
    assert [run.name for run in Run.all(tmp_path)[::-1]] == ["mine-01", "mine-02", "mine-03"]
    assert {run.recipe.validation_split for run in Run.all(tmp_path)} == {0.2}
    assert study.results() == sorted(results, key=lambda result: -(result.accuracy or 0))
    assert study.winner() == study.results()[0]
    winning = study.winning_recipe()
    assert (winning.validation_split, winning.evaluate_test) == (0.1, True)
    assert winning.learning_rate == study.winner().recipe.learning_rate


def test_a_trial_below_the_median_is_given_up_after_its_epoch(tmp_path: Path) -> None:
    study = study_in(tmp_path)
    reached = iter([0.85, 0.86, 0.87, 0.88, 0.70, 0.90])
    results = searched(study, lambda _: next(reached))
    assert [result.state for result in results] == ["finished"] * 4 + ["pruned", "finished"]
    assert results[4].epoch == 1
    assert [result.trial for result in study.results()] == [6, 4, 3, 2, 1, 5]
    assert Run(tmp_path / "mine-05").state == "pruned"


def test_an_interrupted_search_draws_what_it_would_have_drawn(tmp_path: Path) -> None:
    whole = searched(study_in(tmp_path / "whole", trials=8))
    study = study_in(tmp_path / "parts", trials=8)
    for _ in range(8):
        played(next(study.attempts()), 0.5, ends=False)
        study.close()
        study = Study(StudyFolder.find("mine", tmp_path / "parts"))
        attempt = next(study.attempts())
        assert len(attempt.run.events()) == 2  # what was there before: one epoch
        attempt.run.events_path.unlink()
        played(attempt, goodness(attempt.recipe))
        attempt.conclude()
    assert not list(study.attempts())
    assert [result.recipe for result in study.results()] == [
        result.recipe for result in sorted(whole, key=Result.rank)
    ]


def test_more_trials_can_be_asked_for_later(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=1)
    searched(study)
    study.extend(2)
    assert [result.trial for result in searched(study)] == [2]


def test_what_a_kill_cut_short_is_left_out(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=2)
    searched(study)
    study.close()
    with study.folder.journal_path.open("ab") as journal:
        journal.write(b'{"op_code":4,"wor')
    again = Study(study.folder)
    again.extend(3)
    assert [result.trial for result in searched(again)] == [3]


@pytest.mark.parametrize("journal", [b"no json\n", b"[]\n", b'{"op_code":99}\n', b"{}\n", b"\xff\n", b"\n"])
def test_a_damaged_journal_is_named(tmp_path: Path, journal: bytes) -> None:
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


def test_names_that_lead_out_or_are_taken_are_refused(tmp_path: Path) -> None:
    study_in(tmp_path).close()
    with pytest.raises(InputError, match="choose another --name, or go on with --resume mine"):
        study_in(tmp_path)
    with pytest.raises(InputError, match="use letters"):
        Study.create(tmp_path, "../mine", FIXED, ["lstm"], 1)
    with pytest.raises(InputError, match="did you mean 'mine'"):
        StudyFolder.find("mime", tmp_path)


def failing(attempt: Attempt, *, request: bool) -> None:
    writer = EventWriter(attempt.run.events_path)
    writer.write(Failed(run=str(attempt.run.path), reason="the loss became nan", request=request))
    writer.close()


def test_a_trial_that_fails_costs_itself_alone_and_wrong_data_end_the_search(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=3)
    attempts = study.attempts()
    failing(attempt := next(attempts), request=False)
    assert attempt.conclude().reason == "the loss became nan"
    with pytest.raises(SeqtuiError, match="no trial finished: the loss became nan"):
        study.winner()
    played(attempt := next(attempts), 0.8)
    attempt.conclude()
    assert study.winner().trial == 2
    failing(attempt := next(attempts), request=True)
    with pytest.raises(InputError, match="the loss became nan"):
        attempt.conclude()
