"""Kill trainers at chosen points and check their run folders."""

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
from seqtui.runs.predictions import Predictions, predictions_of

SETTINGS = {"limit": 120, "epochs": 3, "batch_size": 16, "vocabulary_size": 500, "max_length": 60}
"""A run of 15 batches with real reviews, checkpoints, a best epoch and random states."""


class KillPoint(NamedTuple):
    """A point at which a trainer is killed.

    Args:
        moment: One of :data:`MOMENTS`.
        skip: How often the trainer passes the moment before. At a random moment: hundredths of a second until
            the kill.
    """

    moment: str
    skip: int


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
    for how in ("half written", "written, not renamed", "renamed")
}
MOMENTS = (
    "at a random moment",
    "during a batch",
    "during validation",
    "in the middle of an event line",
    *_WRITING,
)
"""When a trainer may be killed. Only the first depends on time."""


def preload() -> None:
    """Import the modules of a trainer and read the reviews, so that forked trainers start at once."""
    import seqtui.training.model
    from seqtui.corpora import load_corpus
    from seqtui.training import prepare

    once = cache(load_corpus)
    once("imdb-25k", 120)
    prepare.load_corpus = once  # type: ignore[attr-defined] # read once for all forks
    del seqtui


def fork(run: Run, work: Callable[[], int], *, checkpoint_seconds: float = 0.0) -> int:
    """Fork a process that writes to the run's log; return its id."""
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
    except BaseException:  # the fork must not continue as its parent
        traceback.print_exc()
    finally:
        os._exit(code)


def train(
    run: Run,
    kill_point: KillPoint | None = None,
    action: Callable[[], object] | None = None,
    *,
    checkpoint_seconds: float = 0.0,
) -> int:
    """Train in a forked process until it ends or is killed.

    Args:
        run: The run.
        kill_point: When the action is called. Default: never.
        action: Called in the trainer. Default: kill the process.
        checkpoint_seconds: Seconds between two checkpoints. Default: 0, which is one per batch.

    Returns:
        The exit code, or minus the number of the signal.
    """
    from seqtui.training import trainer

    def work() -> int:
        if kill_point:
            _arm(kill_point, action or _kill_this_process)
        return trainer.train(run)

    process = fork(run, work, checkpoint_seconds=checkpoint_seconds)
    if kill_point and kill_point.moment == "at a random moment":
        time.sleep(kill_point.skip / 100)
        os.kill(process, signal.SIGKILL)
    return wait_for(process)


def wait_for(process: int) -> int:
    """Wait for a process and return its exit code, or minus the number of the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _kill_this_process() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _arm(kill_point: KillPoint, action: Callable[[], object]) -> None:
    remaining = [kill_point.skip]

    def is_reached() -> bool:
        remaining[0] -= 1
        return remaining[0] == -1

    if kill_point.moment in _WRITING:
        _arm_replace(*_WRITING[kill_point.moment], is_reached)
    elif kill_point.moment == "in the middle of an event line":
        _arm_line(is_reached)
    elif kill_point.moment != "at a random moment":
        from seqtui.training.model import Learner

        method = "train" if kill_point.moment == "during a batch" else "predict"
        original = getattr(Learner, method)

        def patched(self: Learner, *arguments: Any) -> Any:
            if (
                method == "train" or len(arguments[0]) > 20
            ) and is_reached():  # the example reviews are fewer
                action()
            return original(self, *arguments)

        setattr(Learner, method, patched)


def _arm_replace(file: str, how: str, is_reached: Callable[[], bool]) -> None:
    original = Path.replace

    def patched(self: Path, target: Any) -> Path:
        now = Path(target).name == file and is_reached()
        if now and how == "half written":
            os.truncate(self, self.stat().st_size // 2)
        if now and how != "renamed":
            _kill_this_process()
        moved = original(self, target)
        if now:
            _kill_this_process()
        return moved

    Path.replace = patched  # type: ignore[method-assign, assignment]


def _arm_line(is_reached: Callable[[], bool]) -> None:
    from seqtui.runs import event_log
    from seqtui.runs.events import to_line

    original = to_line

    def patched(event: Any) -> bytes:
        line = original(event)
        if is_reached():
            events = next(fd for fd in Path("/proc/self/fd").iterdir() if _is_events(fd))
            os.write(int(events.name), line[: len(line) // 2])
            _kill_this_process()
        return line

    event_log.to_line = patched  # type: ignore[attr-defined]


def _is_events(fd: Path) -> bool:
    with suppress(OSError):
        return fd.readlink().name == "events.jsonl"
    return False


def folder_problem(run: Run) -> str | None:
    """Return what is wrong with the folder of a run whose trainer was killed, or None."""
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
        return "metrics.json and model.keras are of different weights"
    if predictions is not None and (
        metrics is None
        or metrics.test_accuracy is None
        or not np.isclose(predictions.correct.mean(), metrics.test_accuracy)
    ):
        return "predictions.npz and model.keras are of different weights"
    if run.validation_predictions_path.exists() and predictions_of(run, "validation") is None:
        return "validation_predictions.npz and model.keras are of different weights"
    return None


def difference(reference: Run, resumed: Run) -> str | None:
    """Return how files, weights or metrics of a resumed run differ from an uninterrupted run, or None."""
    for name in (
        "model.keras", "metrics.json", "predictions.npz", "validation_predictions.npz", "vocabulary.txt",
        "recipe.toml",
    ):  # fmt: skip
        if (reference.path / name).read_bytes() != (resumed.path / name).read_bytes():
            return f"{name} differs"
    first, second = _checkpoint_contents(reference), _checkpoint_contents(resumed)
    if first != second:
        return "the last checkpoint differs"
    if _reported_metrics(reference) != _reported_metrics(resumed):
        return "the events report other metrics"
    left = [path.name for path in resumed.path.iterdir() if path.name.startswith(".")]
    return f"left behind: {', '.join(left)}" if left else None


def _checkpoint_contents(run: Run) -> tuple[object, ...]:
    checkpoint = Checkpoint.load(run.checkpoint_path)
    assert checkpoint
    arrays = (*checkpoint.state, *checkpoint.best_weights)
    position = msgspec.structs.replace(checkpoint.position, total_seconds=0.0)
    return position, [array.tobytes() for array in arrays]


def _reported_metrics(run: Run) -> list[tuple[object, ...]]:
    """Return the metrics of all batches and epochs, in order, as a reader sees them."""
    from seqtui.runs.events import Batch, Epoch

    metrics: list[tuple[object, ...]] = []
    for event in run.events():
        match event:
            case Batch():
                metrics.append((event.epoch, event.batch, event.loss, event.accuracy))
            case Epoch():
                metrics.append((event.epoch, event.val_loss, event.val_accuracy, event.best))
    return metrics
