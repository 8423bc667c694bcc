"""Kill and resume runs repeatedly until they finish."""

import random
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from seqtui.recipe import Recipe
from seqtui.runs import Run
from tests.survive.kill_points import MOMENTS, SETTINGS, KillPoint, difference, folder_problem, train

NETWORKS: dict[str, dict[str, object]] = {
    "lstm-gate-dropout": {},
    "nb-ngrams": {},
    "cnn-lstm-dropout": {},
    "textcnn": {},
    "fasttext": {},
    "gru": {},
    "transformer": {},
    "bilstm": {"network": {"layers": 2, "units": 24}},
    "cnn-lstm": {"network": {"filters": 64, "kernel_size": 5}, "pooling": "attention"},
}
"""Settings of each network, besides :data:`SETTINGS`."""
_LATEST = 250  # hundredths of a second, about the duration of a run
_MAX_SKIPS = {
    "model.keras": 2,
    "metrics": 2,
    "predictions": 2,
    "during validation": 3,
    "recipe": 1,
    "vocabulary": 1,
}


@dataclass
class Count:
    """Results of the kills.

    Args:
        killed: Number of kills by moment.
        identical: Number of kills by moment in chains that ended byte for byte like the reference.
        problems: Descriptions of all failures.
    """

    killed: Counter[str] = field(default_factory=Counter)
    identical: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def reference(runs_dir: Path, architecture: str) -> Run:
    """Train a run without interruption."""
    run = Run.create(runs_dir, recipe_of(architecture), f"reference-{architecture}")
    assert train(run) == 0, run.log_tail(5)
    return run


def recipe_of(architecture: str) -> Recipe:
    """Return a small recipe."""
    return Recipe.from_settings({**SETTINGS, **NETWORKS[architecture], "architecture": architecture})


def chain(
    expected: Run, name: str, kill_points: list[KillPoint], *, checkpoint_seconds: float = 0.0
) -> Count:
    """Kill a run at each of the points, resume it each time, and compare it at its end.

    Args:
        expected: The uninterrupted run.
        name: Name of the run folder.
        kill_points: When to kill. A point that the trainer no longer reaches is not counted.
        checkpoint_seconds: Seconds between two checkpoints. Default: 0, which is one per batch.
    """
    count = Count()
    run = Run.create(expected.path.parent, recipe_of(expected.recipe.architecture), name)
    for kill_point in kill_points:
        code = train(run, kill_point, checkpoint_seconds=checkpoint_seconds)
        if code == 0:
            break
        if code != -signal.SIGKILL:
            count.problems.append(f"{name}, {kill_point}: ended with {code}: {run.log_tail(1)}")
            return count
        count.killed[kill_point.moment] += 1
        if problem := folder_problem(run):
            count.problems.append(f"{name}, {kill_point}: {problem}")
        run.rewind()
    else:
        code = train(run, checkpoint_seconds=checkpoint_seconds)
        if code:
            count.problems.append(f"{name}: ended with {code}: {run.log_tail(1)}")
            return count
    if problem := difference(expected, run):
        count.problems.append(f"{name}, killed {', '.join(map(str, kill_points))}: {problem}")
    else:
        count.identical = count.killed.copy()
    return count


def random_kill_points(seed: int, length: int) -> list[KillPoint]:
    """Draw kill points: a third at random moments, the others from all other moments."""
    rng = random.Random(seed)  # noqa: S311 - not a secret
    return [_draw(rng) for _ in range(length)]


def _draw(rng: random.Random) -> KillPoint:
    moment = MOMENTS[0] if rng.random() < 1 / 3 else rng.choice(MOMENTS[1:])
    if moment == MOMENTS[0]:
        return KillPoint(moment, rng.randrange(_LATEST))
    max_skip = next((skips for begin, skips in _MAX_SKIPS.items() if moment.startswith(begin)), 6)
    return KillPoint(moment, rng.randrange(max_skip))
