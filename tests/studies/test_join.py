"""Several workers on one study, with simulated trainers."""

import multiprocessing
import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from optuna.storages._grpc.server import make_server

from seqtui.errors import InputError
from seqtui.runs import EventWriter, Run
from seqtui.runs.events import Failed, Started
from seqtui.studies.attempt import Attempt
from seqtui.studies.folder import StudyFolder
from seqtui.studies.journal import open_journal
from seqtui.studies.search import join_study
from seqtui.studies.study import Study
from tests.studies.test_study import expected_accuracy, simulate, study_in


def joined(runs_dir: Path, proxy: str | None = None) -> Study:
    return join_study("mine", runs_dir, proxy=proxy)


def run(attempt: Attempt) -> int:
    simulate(attempt, expected_accuracy(attempt.recipe))
    return attempt.conclude().trial


def test_workers_share_the_trials_of_a_study(tmp_path: Path) -> None:
    workers = [study_in(tmp_path, trials=7), joined(tmp_path), joined(tmp_path)]
    run(next(workers[0].attempts()))
    counts = [1, 0, 0]
    begun = [next(worker.attempts()) for worker in workers]  # all at the same time
    while begun:
        counts[len(workers) - len(begun)] += 1
        run(begun.pop(0))
    for index, worker in enumerate(workers):
        for attempt in worker.attempts():
            run(attempt)
            counts[index] += 1
    assert sorted(result.trial for result in workers[2].results()) == [1, 2, 3, 4, 5, 6, 7]
    assert sum(counts) == 7
    assert len({Run(tmp_path / f"mine-{number:02}").recipe.learning_rate for number in range(1, 8)}) > 4
    assert workers[1].winner() == workers[0].winner()
    assert not list((tmp_path / "mine").glob("trial-*.lock"))


def claim_and_hang(runs_dir: Path, claimed: Event) -> None:
    attempt = next(joined(runs_dir).attempts())
    simulate(attempt, 0.5, completes=False)
    claimed.set()
    signal.pause()


def test_a_trial_of_a_killed_worker_is_taken_up_by_another_one(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=2)
    context = multiprocessing.get_context("fork")
    claimed = context.Event()
    worker = context.Process(target=claim_and_hang, args=(tmp_path, claimed))
    worker.start()
    assert claimed.wait(60)
    second = next(study.attempts())
    assert second.number == 2  # the first one is running
    run(second)
    seen: list[int] = []

    def wait(running: int) -> bool:
        seen.append(running)
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        return True

    first = next(study.attempts(wait))
    assert (first.number, seen) == (1, [1])
    first.run.events_path.unlink()
    run(first)
    assert study.is_complete
    assert {result.trial for result in study.results()} == {1, 2}


def test_the_first_trial_shows_which_reviews_the_others_must_read(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=4)
    first = next(study.attempts())
    assert first.run.recipe.data_fingerprint is None
    other = joined(tmp_path)
    assert not list(other.attempts(lambda running: running != 1))  # the reviews are not read yet
    run(first)
    attempt = next(other.attempts())
    assert attempt.run.recipe.data_fingerprint == "sha256:1"
    writer = EventWriter(attempt.run.events_path)
    writer.write(Started(run=str(attempt.run.path), process_id=1, version="0"))
    writer.write(Failed(run=str(attempt.run.path), reason="--data a.csv: these differ; advice", request=True))
    writer.close()
    with pytest.raises(InputError, match=r"not the reviews that the other trials have read: .* differ$"):
        attempt.conclude()
    taken_up = next(study.attempts())
    assert taken_up.number == attempt.number
    taken_up.run.rewind()
    run(taken_up)
    assert [result.state for result in study.results()] == ["finished"] * 2
    assert study.winning_recipe().data_fingerprint is None  # the split of the winner is another one


def test_a_search_with_other_versions_is_not_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = study_in(tmp_path)
    monkeypatch.setattr("seqtui.studies.journal.__version__", "0.1")
    with pytest.raises(InputError, match=r"its workers have seqtui .*, this one has seqtui 0\.1 and optuna"):
        joined(tmp_path)
    study.close()
    Study(study.folder).close()  # --resume continues it with the new version
    monkeypatch.undo()
    with pytest.raises(InputError, match=r"its workers have seqtui 0\.1 and"):
        joined(tmp_path)


def test_a_resume_is_refused_while_a_worker_is_running(tmp_path: Path) -> None:
    study = study_in(tmp_path)
    worker = joined(tmp_path)
    next(worker.attempts())
    study.close()
    assert study.folder.is_searching
    with pytest.raises(InputError, match="work with it: --join mine"):
        Study(StudyFolder(study.folder.path))
    worker.close()
    assert not study.folder.is_searching


def test_only_one_worker_trains_the_winner(tmp_path: Path) -> None:
    study, other = study_in(tmp_path), joined(tmp_path)
    assert study.claim_winner()
    assert not other.claim_winner()
    study.close()
    assert other.claim_winner()


def test_a_line_that_another_worker_left_incomplete_is_removed(tmp_path: Path) -> None:
    study, other = study_in(tmp_path, trials=2), joined(tmp_path)
    run(next(study.attempts()))
    with study.folder.journal_path.open("ab") as journal:
        journal.write(b'{"op_code":4,"wor')
    assert run(next(other.attempts())) == 2
    assert study.is_complete


def test_workers_can_use_a_storage_proxy(tmp_path: Path) -> None:
    study = study_in(tmp_path, trials=3)
    study.close()
    pool = ThreadPoolExecutor(2)
    port = _free_port()
    server = make_server(open_journal(study.folder.journal_path), "localhost", port, pool)
    server.start()
    try:
        workers = [joined(tmp_path, f"localhost:{port}") for _ in range(2)]
        run(next(workers[0].attempts()))
        two = [next(worker.attempts()) for worker in workers]
        assert sorted(map(run, two)) == [2, 3]
        assert all(worker.is_complete for worker in workers)
    finally:
        server.stop(None)
        pool.shutdown()
    assert {result.trial for result in joined(tmp_path).results()} == {1, 2, 3}
    with pytest.raises(InputError, match="use HOST:PORT"):
        joined(tmp_path, "localhost")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])
