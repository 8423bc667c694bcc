"""The files of a run folder: events, checkpoint and log."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.runs import LOG_HEADER, EventTail, EventWriter, Metrics
from seqtui.runs.checkpoint import Checkpoint, Position, read_position
from seqtui.runs.crash_reason import find_crash_reason, last_lines, modified_at
from seqtui.runs.events import Batch, Event, Failed, Finished, Started, to_line
from tests.hostile.damage import OTHER_CONTENTS

STARTED = Started(run="r", process_id=1, version="0", time=1.0)
FINISHED = Finished(run="r", val_accuracy=0.9, best_epoch=1, seconds=1.0, time=2.0)


def batches(count: int) -> list[Event]:
    return [
        Batch(epoch=1, batch=number, batches=count, loss=0.5, accuracy=0.5, reviews_per_second=1.0, time=1.0)
        for number in range(1, count + 1)
    ]


def lines(*events: Event) -> bytes:
    return b"".join(map(to_line, events))


def test_events_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    tail = EventTail(path)
    assert tail.read() == []
    path.write_bytes(b"")
    assert tail.read() == []
    first, second = lines(STARTED), lines(FINISHED)
    path.write_bytes(first + second[:7])
    assert tail.read() == [STARTED]
    assert tail.read() == []
    with path.open("ab") as file:
        file.write(second[7:])
    assert tail.read() == [FINISHED]
    assert tail.read() == []


def test_a_long_file_is_read_in_several_parts_without_loss(tmp_path: Path) -> None:
    path, events = tmp_path / "events.jsonl", batches(5000)
    path.write_bytes(lines(*events))
    tail, parts = EventTail(path), []
    while new := tail.read():
        parts.append(new)
    assert [event for new in parts for event in new] == events
    sizes = [len(lines(*new)) for new in parts]
    assert len(sizes) > 1
    assert all(0 <= (1 << 18) - size < 2 * len(lines(events[0])) for size in sizes[:1])


def test_a_replaced_or_truncated_file_is_read_from_the_start(tmp_path: Path) -> None:
    path, (one, *_) = tmp_path / "events.jsonl", batches(2)
    path.write_bytes(lines(STARTED, one))
    tail = EventTail(path)
    assert tail.read() == [STARTED, one]
    replacement = tmp_path / "replacement"
    replacement.write_bytes(lines(STARTED, FINISHED) + b" " * 500 + b'\n{"half')
    replacement.replace(path)
    assert tail.read() == [STARTED, FINISHED]
    with path.open("r+b") as file:
        file.truncate(len(lines(STARTED)))
    assert tail.read() == [STARTED]


def test_a_line_that_never_ends_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(lines(STARTED) + b"x" * (3 << 20))
    tail = EventTail(path)
    assert tail.read() == [STARTED]
    assert tail.read() == []
    assert len(tail._pending) <= 1 << 20
    with path.open("ab") as file:
        file.write(b"\n" + lines(FINISHED))
    assert tail.read() == [FINISHED]


def test_a_long_line_is_read_as_an_event(tmp_path: Path) -> None:
    path, long = tmp_path / "events.jsonl", Failed(run="r", reason="x" * 700_000, request=False, time=1.0)
    path.write_bytes(lines(long, FINISHED))
    tail = EventTail(path)
    assert tail.read() + tail.read() == [long, FINISHED]


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"", b""), (lines(STARTED), lines(STARTED)), (b'{"half', b'{"half\n'), (b"{", b"{\n"), (None, b"")],
)
def test_a_writer_ends_an_incomplete_line(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    path = tmp_path / "events.jsonl"
    if before is not None:
        path.write_bytes(before)
    writer = EventWriter(path)
    assert path.read_bytes() == after
    writer.write(FINISHED)
    assert path.read_bytes() == after + lines(FINISHED)
    writer.close()


def test_disk_space_for_the_last_event_is_reserved_and_released(tmp_path: Path) -> None:
    reserve = tmp_path / ".reserve"
    writer = EventWriter(tmp_path / "events.jsonl")
    assert reserve.stat().st_size == 8192
    writer.write(STARTED)
    assert reserve.exists()
    writer.write(FINISHED)
    assert not reserve.exists()
    writer.close()
    writer = EventWriter(tmp_path / "events.jsonl")
    assert reserve.exists()
    writer.close()
    assert not reserve.exists()
    writer.close()


class Full:
    """A file on a full disk, which accepts half of each write."""

    def __init__(self, file: Any, error: OSError | None) -> None:
        self._file = file
        self._error = error
        self.fileno, self.close, self.truncate = file.fileno, file.close, file.truncate

    def write(self, line: bytes) -> int:
        written: int = self._file.write(line[: len(line) // 2])
        if self._error:
            raise self._error
        return written


@pytest.mark.parametrize("error", [None, OSError(errno.EFBIG, "File too large")])
def test_a_full_disk_leaves_no_partial_line(tmp_path: Path, error: OSError | None) -> None:
    path = tmp_path / "events.jsonl"
    writer = EventWriter(path)
    writer.write(STARTED)
    writer._file = Full(writer._file, error)  # type: ignore[assignment]
    with pytest.raises(OSError, match="File too large" if error else "No space left on device") as raised:
        writer.write(FINISHED)
    if error is None:
        assert raised.value.errno == errno.ENOSPC
        assert raised.value.filename == str(path)
    assert path.read_bytes() == lines(STARTED)
    writer._file.truncate = fail_to_truncate  # type: ignore[method-assign, assignment]
    with pytest.raises(OSError, match="File too large" if error else "No space left on device"):
        writer.write(FINISHED)
    writer.close()


def fail_to_truncate(_: int) -> None:
    raise OSError(errno.EROFS, "Read-only file system")


def test_a_deleted_or_replaced_folder_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    for again in (False, True):
        folder.mkdir()
        writer = EventWriter(folder / "events.jsonl")
        shutil.rmtree(folder)
        if again:
            folder.mkdir()
            (folder / "events.jsonl").touch()
        with pytest.raises(FileNotFoundError) as raised:
            writer.write(STARTED)
        assert (raised.value.errno, raised.value.strerror) == (errno.ENOENT, "the run folder was removed")
        assert raised.value.filename == str(folder)
        writer.close()


def checkpoint() -> Checkpoint:
    best = Metrics(epoch=1, val_loss=0.5, val_accuracy=0.75, validation=4, class_names=("n", "p"))
    position = Position(
        recipe=Recipe(epochs=7), epoch=2, batch=3, loss_sum=1.5, correct=4, reviews=5, seconds=6.0,
        total_seconds=7.0, val_losses=(0.5,), best=best,
    )  # fmt: skip
    state = [np.full((2, index + 1), index, np.float32) for index in range(12)]
    return Checkpoint(position, state, [np.arange(3), np.array(1.5)])


def test_a_checkpoint_is_the_same_after_saving_and_loading(tmp_path: Path) -> None:
    path, saved = tmp_path / "checkpoint.npz", checkpoint()
    assert Checkpoint.load(path) is None
    assert read_position(path) is None
    saved.save(path)
    loaded = Checkpoint.load(path)
    assert loaded
    assert loaded.position == read_position(path) == saved.position
    for mine, theirs in ((saved.state, loaded.state), (saved.best_weights, loaded.best_weights)):
        assert [array.dtype for array in mine] == [array.dtype for array in theirs]
        assert all(np.array_equal(*pair) for pair in zip(mine, theirs, strict=True))
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint.npz"]
    with np.load(path) as arrays:
        assert {*arrays.files} == {
            "position", "best-0", "best-1", *(f"state-{index}" for index in range(12)),
        }  # fmt: skip


def test_a_checkpoint_before_the_first_epoch_has_no_best(tmp_path: Path) -> None:
    Checkpoint(Position(recipe=Recipe()), [np.zeros(2)]).save(tmp_path / "checkpoint.npz")
    loaded = Checkpoint.load(tmp_path / "checkpoint.npz")
    assert loaded
    assert loaded.best_weights == []
    assert loaded.position.best is None
    assert (loaded.position.epoch, loaded.position.batch) == (1, 0)


def test_a_damaged_checkpoint_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.npz"
    checkpoint().save(path)
    good = path.read_bytes()
    for content in (*OTHER_CONTENTS.values(), good[: len(good) // 2], good[:-30]):
        path.write_bytes(content)
        for read in (Checkpoint.load, read_position):
            with pytest.raises(InputError) as raised:
                read(path)
            message = str(raised.value)
            assert message.startswith(f"{path}: not a checkpoint (")
            assert message.endswith("); remove it to train from the start")
            assert "\n" not in message
            assert "None" not in message
    np.savez(path, position=np.zeros(3, np.uint8))
    with pytest.raises(InputError, match="not a checkpoint"):
        Checkpoint.load(path)
    path.write_bytes(b"")
    with pytest.raises(InputError, match=r"\(No data left in file\)"):
        read_position(path)


class _Disk(NamedTuple):
    free: int


def test_crash_reasons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "trainer.log"
    assert find_crash_reason(tmp_path, log) == "the run folder was removed"
    log.write_text(f"{LOG_HEADER}, now\none\n\n  two  \nthree\n")
    assert find_crash_reason(tmp_path, log) == "two / three"
    calls: list[object] = []

    def usage(folder: Path) -> _Disk:
        calls.append(folder)
        return _Disk((1 << 16) - len(calls))

    monkeypatch.setattr("seqtui.runs.crash_reason.os.access", lambda *arguments: calls.append(arguments))
    monkeypatch.setattr("seqtui.runs.crash_reason.shutil.disk_usage", lambda _: _Disk(1 << 16))
    assert find_crash_reason(tmp_path, log) == "the run folder is not writable"
    assert calls == [(tmp_path, os.W_OK)]
    calls.clear()
    monkeypatch.setattr("seqtui.runs.crash_reason.shutil.disk_usage", usage)
    assert find_crash_reason(tmp_path, log) == "the disk is full"
    assert calls == [tmp_path]


def test_only_the_last_lines_of_the_last_trainer_are_shown(tmp_path: Path) -> None:
    log = tmp_path / "trainer.log"
    log.write_text("".join(f"old {number}\n" for number in range(300)))
    assert find_crash_reason(tmp_path, log) == "old 298 / old 299"
    log.write_text(f"old\n{LOG_HEADER}, now\n" + "".join(f"new {number}\n" for number in range(250)))
    assert find_crash_reason(tmp_path, log) == "new 248 / new 249"
    log.write_text(f"old\n{LOG_HEADER}, now\n")
    assert find_crash_reason(tmp_path, log) == "killed, or out of memory: the log has no error message"
    # Only the last 200 lines of a log are read.
    log.write_text(f"reason\n{LOG_HEADER}\n" + "E0000 12:00:00.5 chatter\n" * 199)
    assert find_crash_reason(tmp_path, log).startswith("killed")
    log.write_text("reason\n" + "E0000 12:00:00.5 chatter\n" * 199)
    assert find_crash_reason(tmp_path, log) == "reason"
    log.write_text("reason\n" + "E0000 12:00:00.5 chatter\n" * 200)
    assert find_crash_reason(tmp_path, log).startswith("killed")


def test_the_tail_of_a_log(tmp_path: Path) -> None:
    log = tmp_path / "trainer.log"
    assert last_lines(log, 3) == []
    log.write_bytes(b"\xff one\n \n\ntwo\nthr\xc3\xa9e\n")
    assert last_lines(log, 2) == ["two", "thrée"]
    assert last_lines(log, 9) == ["\ufffd one", "two", "thrée"]
    log.write_bytes(b"first\n" + b"x" * (1 << 18))
    assert last_lines(log, 9) == ["x" * (1 << 18)]
    log.write_bytes(b"first\n" + b"x" * ((1 << 18) - 6))
    assert last_lines(log, 9) == ["first", "x" * ((1 << 18) - 6)]


def test_changed_at(tmp_path: Path) -> None:
    assert modified_at(tmp_path / "missing") == 0.0
    os.utime(tmp_path, (5, 7))
    assert modified_at(tmp_path) == 7
