"""A server forks trainers that work like trainers started afresh."""

import signal
import subprocess
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import msgspec
import pytest

from seqtui.corpora.corrections import add_correction
from seqtui.recipe import Recipe
from seqtui.runs import BUSY, Run
from seqtui.runs.events import DataRead, Failed, PhaseBegan, Started
from seqtui.training.process import EXIT_LOCKED, start_trainer, trainer_server
from seqtui.training.server import ForkedTrainer, TrainerServer

RECIPE = Recipe.from_settings({"architecture": "fasttext", "limit": 60, "epochs": 1, "max_length": 20})
LONG = Recipe.from_settings({"architecture": "fasttext", "limit": 400, "epochs": 9000})


def new_server() -> TrainerServer:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TrainerServer, "is_useful", lambda: True)
        server = trainer_server()
    assert server
    return server


@pytest.fixture(scope="module")
def server() -> Iterator[TrainerServer]:
    server = new_server()
    yield server
    server.close()
    assert not server.is_alive


def fork(run: Run, server: TrainerServer) -> ForkedTrainer:
    trainer = start_trainer(run, server=server)
    assert isinstance(trainer, ForkedTrainer)
    return trainer


def process_of(run: Run) -> int | None:
    return next(event.process_id for event in run.events() if isinstance(event, Started))


def wait_for(run: Run, phase: str) -> None:
    for event in run.follow(lambda: True):
        if isinstance(event, PhaseBegan) and event.phase == phase:
            return


def phases_of(run: Run) -> list[str]:
    return [event.phase for event in run.events() if isinstance(event, PhaseBegan)]


def data_read(run: Run) -> DataRead:
    (read,) = (event for event in run.events() if isinstance(event, DataRead))
    return read


def reviews_of(run: Run) -> int:
    read = data_read(run)
    return read.train + read.validation + read.test


def write_reviews(table: Path, count: int) -> None:
    rows = (
        f"film number {index} was {label},{label}"
        for index, label in zip(range(count), cycle(("bad", "good")))
    )
    table.write_text("\n".join(["text,label", *rows]) + "\n")


def test_the_weights_are_those_of_a_trainer_started_afresh(server: TrainerServer, tmp_path: Path) -> None:
    forked, fresh = (Run.create(tmp_path, RECIPE, name) for name in ("forked", "fresh"))
    trainer = fork(forked, server)
    assert trainer.wait() == 0
    assert trainer.poll() == 0
    assert process_of(forked) == trainer.pid != server._process.pid
    assert start_trainer(fresh).wait() == 0
    assert forked.model_path.read_bytes() == fresh.model_path.read_bytes()


def test_a_trainer_that_is_killed_harms_no_other(server: TrainerServer, tmp_path: Path) -> None:
    first, second = (Run.create(tmp_path, LONG, name) for name in ("first", "second"))
    one, other = (fork(run, server) for run in (first, second))
    wait_for(first, "loading TensorFlow")
    assert one.poll() is None
    one.kill()
    assert one.wait() == -signal.SIGKILL
    assert first.state == "crashed"
    second.request_stop()
    assert other.wait() == 0
    assert second.state == "stopped"
    assert fork(Run.create(tmp_path, RECIPE, "third"), server).wait() == 0


def test_the_exit_code_and_the_log_are_those_of_the_trainer(server: TrainerServer, tmp_path: Path) -> None:
    run = Run.create(tmp_path, RECIPE)
    with run.lock():
        assert fork(run, server).wait() == EXIT_LOCKED
    assert BUSY in run.log_path.read_text()


def test_a_source_that_was_read_ahead_is_not_read_again_and_gives_the_same_weights(
    server: TrainerServer, tmp_path: Path
) -> None:
    ahead, afresh = (Run.create(tmp_path, RECIPE, name) for name in ("ahead", "afresh"))
    server.read_ahead(RECIPE)
    assert fork(ahead, server).wait() == 0
    assert "reading reviews" not in phases_of(ahead)
    assert start_trainer(afresh).wait() == 0
    assert ahead.model_path.read_bytes() == afresh.model_path.read_bytes()
    assert ahead.vocabulary_path.read_bytes() == afresh.vocabulary_path.read_bytes()
    assert ahead.recipe == afresh.recipe
    other = Run.create(tmp_path, msgspec.structs.replace(RECIPE, limit=80), "other")
    assert fork(other, server).wait() == 0
    assert "reading reviews" in phases_of(other)
    assert reviews_of(other) == 80
    seeded = Run.create(tmp_path, msgspec.structs.replace(RECIPE, data_fingerprint="sha256:0"), "seeded")
    assert fork(seeded, server).wait() == 2  # it is of other reviews


def test_a_table_that_has_changed_since_it_was_read_ahead_is_read_again(
    server: TrainerServer, tmp_path: Path
) -> None:
    table = tmp_path / "reviews.csv"
    write_reviews(table, 40)
    recipe = msgspec.structs.replace(RECIPE, data=str(table), limit=None)
    server.read_ahead(recipe)
    unchanged = Run.create(tmp_path, recipe, "unchanged")
    assert fork(unchanged, server).wait() == 0
    assert "reading reviews" not in phases_of(unchanged)
    assert reviews_of(unchanged) == 40
    write_reviews(table, 50)
    changed = Run.create(tmp_path, recipe, "changed")
    assert fork(changed, server).wait() == 0
    assert reviews_of(changed) == 50


def test_corrected_labels_are_used_although_the_source_was_read_ahead(
    server: TrainerServer, tmp_path: Path
) -> None:
    table, corrections = tmp_path / "reviews.csv", tmp_path / "corrections.jsonl"
    write_reviews(table, 40)
    recipe = msgspec.structs.replace(RECIPE, data=str(table), limit=None)
    server.read_ahead(recipe)
    add_correction(corrections, "film number 3 was good", "good", "bad")
    run = Run.create(tmp_path, msgspec.structs.replace(recipe, corrections=str(corrections)))
    assert fork(run, server).wait() == 0
    assert any("(good → bad 1)" in note for note in data_read(run).notes)


def test_a_source_that_cannot_be_read_ahead_is_reported_by_its_trainer(
    server: TrainerServer, tmp_path: Path
) -> None:
    table = tmp_path / "reviews.csv"
    table.write_text("text,label\nonly one,good\n")
    recipe = msgspec.structs.replace(RECIPE, data=str(table), limit=None)
    server.read_ahead(recipe)
    run = Run.create(tmp_path, recipe)
    assert fork(run, server).wait() == 2
    end = run.end()
    assert isinstance(end, Failed)
    assert str(table) in end.reason
    assert server.is_alive


@pytest.mark.thorough  # as tests/tui/test_terminal.py, where the app is killed with its server
def test_a_trainer_outlives_its_server(tmp_path: Path) -> None:
    server = new_server()
    run = Run.create(tmp_path, LONG)
    trainer = fork(run, server)
    wait_for(run, "reading reviews")
    server.close()
    assert trainer.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        trainer.wait(0)
    run.request_stop()
    trainer.wait()
    assert run.state == "stopped"


def test_without_a_server_that_works_a_new_process_trains(tmp_path: Path) -> None:
    server = new_server()
    server.close()
    run = Run.create(tmp_path, RECIPE)
    assert start_trainer(run, server=server).wait() == 0
    assert run.state == "finished"
