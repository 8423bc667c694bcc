import multiprocessing
import os
import shutil
import time
import zipfile
from pathlib import Path

import msgspec
import pytest

from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import LOG_HEADER, EventWriter, Metrics, Run
from seqtui.runs.checkpoint import Checkpoint, Position
from seqtui.runs.events import Batch, Epoch, Event, Failed, Finished, PhaseBegan, Started, Stopped
from seqtui.text import RULE_VERSION
from tests.conftest import TIMEOUT

STARTED = Started(run="r", process_id=1, version="0")
FINISHED = Finished(run="r", val_accuracy=0.9, best_epoch=1, seconds=1.0)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run.create(tmp_path / "runs", Recipe(), "mine")


def write(run: Run, *events: Event) -> None:
    writer = EventWriter(run.events_path)
    for event in events:
        writer.write(event)
    writer.close()


def test_a_new_run_has_its_recipe_and_a_unique_name(tmp_path: Path) -> None:
    recipe = Recipe(architecture="lstm", epochs=7)
    first, second = Run.create(tmp_path, recipe), Run.create(tmp_path, recipe)
    assert first.recipe == second.recipe == recipe
    assert first.path != second.path
    assert first.name.endswith("-lstm")


@pytest.mark.parametrize("name", ["../up", "", "a/b", ".hidden", "a b", "\x1b[2J", "x" * 101])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="--name"):
        Run.create(tmp_path, Recipe(), name)
    assert not list(tmp_path.iterdir())


def test_a_taken_name_is_refused(run: Run) -> None:
    with pytest.raises(InputError, match="this run exists"):
        Run.create(run.path.parent, Recipe(), "mine")


def test_runs_are_found_by_name_and_by_path(run: Run) -> None:
    assert Run.find("mine", run.path.parent).path == run.path
    assert Run.find(str(run.path), Path("elsewhere")).path == run.path
    with pytest.raises(InputError, match="did you mean 'mine'"):
        Run.find("mime", run.path.parent)


def test_runs_of_the_same_minute_get_numbered_names(tmp_path: Path) -> None:
    runs_dir = tmp_path / "new" / "runs"
    runs = [Run.create(runs_dir, Recipe()) for _ in range(3)]
    stems = {run.name.partition("-cnn-lstm")[0] for run in runs}
    endings = [run.name.partition("-cnn-lstm")[2] for run in runs]
    assert endings == ["", "-2", "-3"] or len(stems) > 1  # unless the minute ended meanwhile


def test_a_folder_of_runs_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError) as raised:
        Run.create(tmp_path / "file" / "runs", Recipe())
    assert str(raised.value) == f"{tmp_path / 'file' / 'runs'}: cannot create a run folder: Not a directory"


def test_without_runs_the_error_shows_how_to_create_one(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        Run.find("mine", tmp_path)
    assert str(raised.value) == (
        f"mine: no such run in {tmp_path}; there are no runs yet: 'seqtui train' creates one"
    )


def test_runs_are_listed_with_the_newest_first(tmp_path: Path) -> None:
    for index, name in enumerate(("b", "c", "a")):
        os.utime(Run.create(tmp_path, Recipe(), name).recipe_path, (index, index))
    assert [run.name for run in Run.all(tmp_path)] == ["a", "c", "b"]


def test_failed_and_early_stopped_runs_give_a_reason(run: Run) -> None:
    write(run, STARTED, Failed(run="r", reason="the loss became nan", request=False))
    assert run.status() == ("failed", "the loss became nan")
    assert str(run.status()) == "failed: the loss became nan"
    write(run, STARTED, Finished(run="r", val_accuracy=1, best_epoch=1, seconds=1, stopped_early="enough"))
    assert run.status() == ("finished", "enough")
    write(run, STARTED, FINISHED)
    assert run.status() == ("finished", None)
    assert str(run.status()) == "finished"


def test_the_end_is_the_last_event_if_the_run_has_ended(run: Run) -> None:
    assert run.end() is None
    write(run, STARTED)
    assert run.end() is None
    write(run, FINISHED)
    assert run.end() == FINISHED
    write(run, STARTED)
    assert run.end() is None


def test_many_events_are_all_read(run: Run) -> None:
    many = [batch(1, number) for number in range(4000)]
    write(run, STARTED, *many, FINISHED)
    assert run.events() == [STARTED, *many, FINISHED]


def test_stop_requests_are_read_and_cleared(run: Run) -> None:
    assert not run.stop_requested
    assert not run.stop_after_epoch_requested
    assert not run.pruning_requested
    run.request_stop_after_epoch()
    assert run.stop_after_epoch_requested
    assert not run.stop_requested
    run.request_stop()
    assert run.stop_requested
    run.clear_stop()
    run.clear_stop()
    assert not run.stop_requested
    assert not run.stop_after_epoch_requested


def test_a_finished_run_is_not_resumed_and_one_without_a_checkpoint_starts_over(run: Run) -> None:
    write(run, STARTED, batch(1, 1))
    run.request_stop()
    run.rewind()
    assert run.events() == []
    assert not run.stop_requested
    write(run, STARTED, FINISHED)
    with pytest.raises(InputError) as raised:
        run.rewind()
    assert str(raised.value) == f"{run.path}: this run has finished; there is nothing to resume"


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"epoch": "one"}'])
def test_damaged_metrics_are_reported(run: Run, content: bytes) -> None:
    assert run.metrics is None
    run.metrics_path.write_bytes(content)
    with pytest.raises(InputError, match=r"metrics\.json: not a metrics file: \w"):
        _ = run.metrics


def test_the_log_is_read_from_its_end(run: Run) -> None:
    assert run.log_tail(2) == []
    run.log_path.write_text("one\ntwo\nthree\n")
    assert run.log_tail(2) == ["two", "three"]


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([STARTED, FINISHED], "finished"),
        ([STARTED, Stopped(run="r", val_accuracy=None, best_epoch=None, seconds=1)], "stopped"),
        ([STARTED, Stopped(run="r", val_accuracy=0.8, best_epoch=1, seconds=1, pruned=True)], "pruned"),
        ([STARTED, Failed(run="r", reason="no", request=False)], "failed"),
        ([STARTED, Failed(run="r", reason="no", request=True, resumable=True)], "stopped"),
        ([STARTED, PhaseBegan(phase="training")], "crashed"),
        ([STARTED, FINISHED, STARTED], "crashed"),
    ],
)
def test_the_state_depends_on_the_last_event(run: Run, events: list[Event], state: str) -> None:
    write(run, *events)
    assert run.state == state


def test_pruning_by_a_search_differs_from_a_stop_by_the_user(run: Run) -> None:
    run.request_stop(pruned=True)
    assert run.stop_requested
    assert run.pruning_requested
    run.clear_stop()
    run.request_stop()
    assert run.stop_requested
    assert not run.pruning_requested


def test_a_new_run_without_events_is_running_only_for_a_short_time(run: Run) -> None:
    assert run.state == "running"
    long_ago = time.time() - 3600
    os.utime(run.recipe_path, (long_ago, long_ago))
    assert run.state == "crashed"


def _hold_lock(path: Path, ready: "multiprocessing.synchronize.Event") -> None:
    with Run(path).lock():
        ready.set()
        time.sleep(TIMEOUT)


def test_a_run_is_running_while_a_process_holds_its_lock(run: Run) -> None:
    write(run, STARTED)
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.Event()
    holder = spawn.Process(target=_hold_lock, args=(run.path, ready))
    holder.start()
    try:
        assert ready.wait(TIMEOUT)
        assert run.state == "running"
        for refused in (run.delete, run.rewind):
            with pytest.raises(InputError, match="a trainer is working in this run"):
                refused()
        write(run, FINISHED)  # the lock is still held
        assert run.state == "finished"
        write(run, STARTED)
    finally:
        holder.kill()
        holder.join()
    assert run.state == "crashed"
    run.delete()
    assert not run.path.exists()


def test_an_incomplete_line_loses_no_other_event(run: Run) -> None:
    write(run, STARTED)
    with (run.path / "events.jsonl").open("ab") as file:
        file.write(b'{"event": "epoch", "ep')
    write(run, FINISHED)
    assert run.events() == [STARTED, FINISHED]


def test_follow_yields_each_event_once_and_ends_with_the_run(run: Run) -> None:
    batch = Batch(epoch=1, batch=1, batches=2, loss=0.5, accuracy=0.5, reviews_per_second=1.0)
    write(run, STARTED)
    seen: list[Event] = []
    for event in run.follow(lambda: True, poll_seconds=0):
        if event is None and len(seen) == 1:
            write(run, batch)
        elif event is None:
            write(run, FINISHED)
        else:
            seen.append(event)
    assert seen == [STARTED, batch, FINISHED]


def test_follow_ends_when_the_trainer_died(run: Run) -> None:
    write(run, STARTED)
    assert [event for event in run.follow(lambda: False) if event] == [STARTED]


def test_the_last_events_of_a_dying_trainer_are_read(run: Run) -> None:
    def dies() -> bool:
        write(run, FINISHED)
        return False

    write(run, STARTED)
    assert [event for event in run.follow(dies) if event] == [STARTED, FINISHED]


def batch(epoch: int, number: int) -> Batch:
    return Batch(epoch=epoch, batch=number, batches=2, loss=0.5, accuracy=0.5, reviews_per_second=1.0)


EPOCH = Epoch(epoch=1, seconds=1, loss=0.5, accuracy=0.5, val_loss=0.5, val_accuracy=0.5, val_seconds=1,
              reviews_per_second=1, best=True)  # fmt: skip


def test_resuming_removes_the_events_after_the_checkpoint(run: Run) -> None:
    reported: list[Event] = [STARTED, batch(1, 1), batch(1, 2), EPOCH, batch(2, 1)]
    write(run, *reported, batch(2, 2))
    with run.events_path.open("ab") as file:
        file.write(b'{"event": "epoch", "ep')
    tail = run.tail()
    assert len(tail.read()) == 6
    Checkpoint(Position(recipe=run.recipe, epoch=2, batch=1, text_rule=RULE_VERSION), []).save(
        run.checkpoint_path
    )
    run.rewind()
    assert run.events() == reported
    resumed = Started(run="r", process_id=1, version="0", epochs_done=1, batches_done=1)
    again = batch(2, 2)
    write(run, resumed, again, FINISHED)
    assert tail.read() == [*reported, resumed, again, FINISHED]  # a reader sees no line twice


def test_a_recipe_that_was_changed_since_the_checkpoint_is_refused(run: Run) -> None:
    Checkpoint(Position(recipe=run.recipe, text_rule=RULE_VERSION), []).save(run.checkpoint_path)
    Recipe(epochs=5).save(run.recipe_path)
    with pytest.raises(InputError, match=r"changed since the checkpoint was written \(epochs default → 5\)"):
        run.rewind()


def test_a_run_of_an_older_text_rule_is_shown_but_not_resumed(run: Run) -> None:
    Checkpoint(Position(recipe=run.recipe, epoch=2), []).save(run.checkpoint_path)
    write(run, STARTED, batch(1, 1), EPOCH)
    with pytest.raises(InputError, match=r"trained with text rule 2, .* uses rule 3; train it again: seqtui"):
        run.rewind()
    assert run.state == "crashed"
    assert run.events()


def test_a_damaged_checkpoint_is_refused(run: Run) -> None:
    run.checkpoint_path.write_bytes(b"PK\x03\x04 half")
    with pytest.raises(InputError, match=r"checkpoint\.npz: not a checkpoint .*; remove it to train from"):
        run.rewind()


def test_metrics_in_the_weights_file_take_precedence(run: Run) -> None:
    new, old = (
        Metrics(epoch=epoch, val_loss=0.5, val_accuracy=0.9, validation=9, class_names=("n", "p"))
        for epoch in (2, 1)
    )
    run.metrics_path.write_bytes(msgspec.json.encode(old))
    assert run.metrics == old
    with zipfile.ZipFile(run.model_path, "w") as model:
        model.writestr("metrics.json", msgspec.json.encode(new))
    assert run.metrics == new


def test_a_crashed_run_shows_the_last_log_lines_of_its_last_trainer(run: Run) -> None:
    write(run, STARTED)
    make_older(run)
    chatter = "E0000 00:00:1795579056.043196 21108 cuda_platform.cc:52] failed call to cuInit\n"
    run.log_path.write_text(f"{LOG_HEADER}, before\nold trouble\n{LOG_HEADER}, now\nfine so far\nbad_alloc\n")
    with run.log_path.open("a") as log:
        log.write(chatter)
    assert run.status() == ("crashed", "fine so far / bad_alloc")
    run.log_path.write_text(f"old trouble\n{LOG_HEADER}, now\n{chatter}")
    assert run.status() == ("crashed", "killed, or out of memory: the log has no error message")


def test_a_trainer_without_recent_events_is_stalled_unless_the_clock_moved_back(run: Run) -> None:
    write(run, STARTED, PhaseBegan(phase="training"))
    with run.lock():
        assert run.state == "running"
        make_older(run)
        assert run.status().state == "stalled"
        assert "no event from the trainer for 3600 s" in str(run.status())
        make_older(run, -3600)
        assert run.state == "running"


def make_older(run: Run, seconds: float = 3600) -> None:
    then = time.time() - seconds
    for path in (run.events_path, run.recipe_path):
        os.utime(path, (then, then))


def test_writing_events_fails_after_the_folder_was_deleted(run: Run) -> None:
    writer = EventWriter(run.events_path)
    writer.write(STARTED)
    shutil.rmtree(run.path)
    with pytest.raises(FileNotFoundError, match="was removed"):
        writer.write(FINISHED)
    writer.close()
    assert not run.path.exists()


def test_a_link_to_a_run_is_not_deleted(run: Run) -> None:
    link = run.path.parent / "link"
    link.symlink_to(run.path)
    with pytest.raises(InputError, match="a symbolic link"):
        Run(link).delete()
    assert run.recipe_path.exists()
