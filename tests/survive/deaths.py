"""Trainers that die where they are told to, and what must then be true of their folders."""

import os
import signal
import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from seqtui.runs import Metrics, Run
from seqtui.runs.checkpoint import Checkpoint
from seqtui.runs.predictions import Predictions

SETTINGS = {"limit": 120, "epochs": 3, "batch_size": 16, "vocabulary_size": 500, "max_length": 60}
"""A run of 15 batches that has all there is: reviews, checkpoints, a best epoch, random states."""


class Death(NamedTuple):
    """Where a trainer dies.

    Args:
        moment: A moment of :data:`MOMENTS`.
        turn: How often it comes there before; for "at any moment": hundredths of a second until then.
    """

    moment: str
    turn: int


_FILES = {
    "checkpoint": "checkpoint.npz",
    "model.keras": "model.keras",
    "predictions": "predictions.npz",
    "metrics": "metrics.json",
    "recipe": "recipe.toml",
    "vocabulary": "vocabulary.txt",
}
_WRITING = {
    f"{name} {how}": (file, how)
    for name, file in _FILES.items()
    for how in ("half written", "written, not in place", "in place")
}
MOMENTS = (
    "at any moment",
    "in a batch",
    "in validation",
    "in the middle of an event's line",
    *_WRITING,
)
"""Where a trainer may die. Only the first is a matter of time."""


def warm() -> None:
    """Import what a trainer needs, so that processes forked from this one begin at once."""
    import seqtui.training.model
    from seqtui.corpora import load_corpus
    from seqtui.training import prepare

    once = cache(load_corpus)
    once("imdb-25k", 120)
    prepare.load_corpus = once  # read once, for all of them
    del seqtui


def fork(run: Run, work: Callable[[], int], *, checkpoint_seconds: float = 0.0) -> int:
    """Start a process that writes to the run's log; its number."""
    from seqtui.training import loop as epochs

    process = os.fork()
    if process:
        return process
    code = 99
    try:
        log = os.open(run.log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        os.dup2(log, 1)
        os.dup2(log, 2)
        epochs.CHECKPOINT_SECONDS = checkpoint_seconds
        code = work()
    except BaseException:  # the fork must not go on as its parent
        traceback.print_exc()
    finally:
        os._exit(code)


def train(
    run: Run,
    death: Death | None = None,
    act: Callable[[], object] | None = None,
    *,
    checkpoint_seconds: float = 0.0,
) -> int:
    """Train in a process of its own until it ends or dies.

    Args:
        run: The run.
        death: Where something happens to it. Default: nothing does.
        act: What happens. Default: it kills itself.
        checkpoint_seconds: Between two checkpoints. Default 0: one a batch.

    Returns:
        Its exit code, or minus the signal's number.
    """
    from seqtui.training import trainer

    def work() -> int:
        if death:
            _arm(death, act or _die)
        return trainer.train(run)

    process = fork(run, work, checkpoint_seconds=checkpoint_seconds)
    if death and death.moment == "at any moment":
        time.sleep(death.turn / 100)
        os.kill(process, signal.SIGKILL)
    return wait_for(process)


def wait_for(process: int) -> int:
    """The exit code of a process once it is over, or minus the signal's number."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _arm(death: Death, act: Callable[[], object]) -> None:
    left = [death.turn]

    def comes() -> bool:
        left[0] -= 1
        return left[0] == -1

    if death.moment in _WRITING:
        _arm_replace(*_WRITING[death.moment], comes)
    elif death.moment == "in the middle of an event's line":
        _arm_line(comes)
    elif death.moment != "at any moment":
        from seqtui.training.model import Learner

        method = "train" if death.moment == "in a batch" else "predict"
        healthy = getattr(Learner, method)

        def dying(self: Learner, *arguments: Any) -> Any:
            if (method == "train" or len(arguments[0]) > 20) and comes():  # the shown examples are fewer
                act()
            return healthy(self, *arguments)

        setattr(Learner, method, dying)


def _arm_replace(file: str, how: str, comes: Callable[[], bool]) -> None:
    healthy = Path.replace

    def dying(self: Path, target: Path) -> Path:
        now = Path(target).name == file and comes()
        if now and how == "half written":
            os.truncate(self, self.stat().st_size // 2)
        if now and how != "in place":
            _die()
        moved = healthy(self, target)
        if now:
            _die()
        return moved

    Path.replace = dying  # type: ignore[method-assign]


def _arm_line(comes: Callable[[], bool]) -> None:
    from seqtui.runs import event_log

    healthy = event_log.to_line

    def dying(event: Any) -> bytes:
        line = healthy(event)
        if comes():
            events = next(fd for fd in Path("/proc/self/fd").iterdir() if _is_events(fd))
            os.write(int(events.name), line[: len(line) // 2])
            _die()
        return line

    event_log.to_line = dying


def _is_events(fd: Path) -> bool:
    with suppress(OSError):
        return fd.readlink().name == "events.jsonl"
    return False


def complaint_of(run: Run) -> str | None:
    """What is wrong with the folder of a run whose trainer was killed, or None."""
    if run.state not in ("crashed", "stopped", "failed", "finished", "running"):
        return f"its state is {run.state}"
    try:
        metrics, predictions = run.metrics, Predictions.load(run.predictions_path)
        Checkpoint.load(run.checkpoint_path)
        _ = run.recipe, run.position, run.status()
        if run.model_path.exists():
            with zipfile.ZipFile(run.model_path) as archive:
                if archive.testzip():
                    return "model.keras is damaged"
    except Exception as error:
        return f"unreadable: {error}"
    copy = run.metrics_path
    if copy.exists() and metrics != msgspec.json.decode(copy.read_bytes(), type=Metrics):
        return "metrics.json is of other weights than model.keras"
    if predictions is not None and (
        metrics is None
        or metrics.test_accuracy is None
        or not np.isclose(predictions.right.mean(), metrics.test_accuracy)
    ):
        return "predictions.npz is of other weights than model.keras"
    return None


def difference(whole: Run, resumed: Run) -> str | None:
    """How a resumed run differs from one that nobody interrupted, or None: files, weights, figures."""
    for name in ("model.keras", "metrics.json", "predictions.npz", "vocabulary.txt", "recipe.toml"):
        if (whole.path / name).read_bytes() != (resumed.path / name).read_bytes():
            return f"{name} differs"
    first, second = _bare(whole), _bare(resumed)
    if first != second:
        return "the last checkpoint differs"
    if _story(whole) != _story(resumed):
        return "the events tell another story"
    left = [path.name for path in resumed.path.iterdir() if path.name.startswith(".")]
    return f"left behind: {', '.join(left)}" if left else None


def _bare(run: Run) -> tuple[object, ...]:
    checkpoint = Checkpoint.load(run.checkpoint_path)
    assert checkpoint
    arrays = (*checkpoint.state, *checkpoint.best_weights)
    position = msgspec.structs.replace(checkpoint.position, total_seconds=0.0)
    return position, [array.tobytes() for array in arrays]


def _story(run: Run) -> list[tuple[object, ...]]:
    """Batches and epochs with their figures, once each and in order, as a reader gets them."""
    from seqtui.runs.events import Batch, Epoch

    told: list[tuple[object, ...]] = []
    for event in run.events():
        match event:
            case Batch():
                told.append((event.epoch, event.batch, event.loss, event.accuracy))
            case Epoch():
                told.append((event.epoch, event.val_loss, event.val_accuracy, event.best))
    return told
