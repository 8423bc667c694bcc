import multiprocessing
import os
import time
from pathlib import Path

import pytest

from seqtui.errors import InputError
from seqtui.events import Batch, Event, Failed, Finished, PhaseBegan, Started, Stopped
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Run

STARTED = Started(run="r", process_id=1, version="0")
FINISHED = Finished(run="r", held_out_accuracy=0.9, best_epoch=1, seconds=1.0)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run.create(tmp_path / "runs", Recipe(), "mine")


def write(run: Run, *events: Event) -> None:
    writer = EventWriter(run.events_path)
    for event in events:
        writer.write(event)
    writer.close()


def test_a_new_run_has_its_recipe_and_a_name_of_its_own(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([STARTED, FINISHED], "finished"),
        ([STARTED, Stopped(run="r", held_out_accuracy=None, best_epoch=None, seconds=1)], "stopped"),
        ([STARTED, Failed(run="r", reason="no", request=False)], "failed"),
        ([STARTED, PhaseBegan(phase="training")], "crashed"),
        ([STARTED, FINISHED, STARTED], "crashed"),
    ],
)
def test_the_state_is_read_off_the_last_event(run: Run, events: list[Event], state: str) -> None:
    write(run, *events)
    assert run.state == state


def test_a_run_that_has_just_been_made_is_running_and_soon_is_not(run: Run) -> None:
    assert run.state == "running"
    long_ago = time.time() - 3600
    os.utime(run.recipe_path, (long_ago, long_ago))
    assert run.state == "crashed"


def _hold_lock(path: Path, ready: "multiprocessing.synchronize.Event") -> None:
    with Run(path).lock():
        ready.set()
        time.sleep(60)


def test_a_run_is_running_while_a_process_holds_its_lock(run: Run) -> None:
    write(run, STARTED)
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.Event()
    holder = spawn.Process(target=_hold_lock, args=(run.path, ready))
    holder.start()
    try:
        assert ready.wait(30)
        assert run.state == "running"
        with pytest.raises(InputError, match="a trainer is working in this run"):
            run.delete()
        write(run, FINISHED)  # and has not yet let go of the lock
        assert run.state == "finished"
        write(run, STARTED)
    finally:
        holder.kill()
        holder.join()
    assert run.state == "crashed"
    run.delete()
    assert not run.path.exists()


def test_a_line_that_a_kill_cut_short_costs_that_line_alone(run: Run) -> None:
    write(run, STARTED)
    with (run.path / "events.jsonl").open("ab") as file:
        file.write(b'{"event": "epoch", "ep')
    write(run, FINISHED)
    assert run.events() == [STARTED, FINISHED]


def test_following_gives_each_event_once_and_ends_with_the_run(run: Run) -> None:
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


def test_following_ends_when_the_trainer_died(run: Run) -> None:
    write(run, STARTED)
    assert [event for event in run.follow(lambda: False) if event] == [STARTED]


def test_what_a_dying_trainer_wrote_last_is_still_read(run: Run) -> None:
    def dies() -> bool:
        write(run, FINISHED)
        return False

    write(run, STARTED)
    assert [event for event in run.follow(dies) if event] == [STARTED, FINISHED]


def test_a_link_to_a_run_is_not_deleted(run: Run) -> None:
    link = run.path.parent / "link"
    link.symlink_to(run.path)
    with pytest.raises(InputError, match="a link"):
        Run(link).delete()
    assert run.recipe_path.exists()
