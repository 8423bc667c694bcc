"""Runs that are killed and resumed, again and again, until they are done."""

import random
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from seqtui.recipe import Recipe
from seqtui.runs import Run
from tests.survive.deaths import MOMENTS, SETTINGS, Death, complaint_of, difference, train

ARCHITECTURES = ("lstm-gate-dropout", "nb-ngrams", "cnn-lstm-dropout", "textcnn", "fasttext", "gru")
_LATEST = 250  # hundredths of a second; a whole run takes about so long
_TURNS = {"model.keras": 2, "metrics": 2, "predictions": 2, "in validation": 3, "recipe": 1, "vocabulary": 1}


@dataclass
class Count:
    """What became of the kills.

    Args:
        killed: Kills by moment.
        identical: Kills by moment in chains that ended byte for byte as the reference did.
        problems: What went wrong.
    """

    killed: Counter[str] = field(default_factory=Counter)
    identical: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def reference(runs_dir: Path, architecture: str) -> Run:
    """A run that nobody interrupts."""
    whole = Run.create(runs_dir, recipe_of(architecture), f"whole-{architecture}")
    assert train(whole) == 0, whole.log_tail(5)
    return whole


def recipe_of(architecture: str) -> Recipe:
    """A small recipe."""
    return Recipe.from_settings({**SETTINGS, "architecture": architecture})


def chain(whole: Run, name: str, deaths: list[Death], *, checkpoint_seconds: float = 0.0) -> Count:
    """Kill a run at each of these places, resume it each time, and compare it when it is done.

    Args:
        whole: The reference.
        name: The folder's name.
        deaths: Where to kill. A place that the trainer does not come to any more counts for nothing.
        checkpoint_seconds: Between two checkpoints. Default 0: one a batch.
    """
    count = Count()
    run = Run.create(whole.path.parent, recipe_of(whole.recipe.architecture), name)
    for death in deaths:
        code = train(run, death, checkpoint_seconds=checkpoint_seconds)
        if code == 0:
            break
        if code != -signal.SIGKILL:
            count.problems.append(f"{name}, {death}: ended with {code}: {run.log_tail(1)}")
            return count
        count.killed[death.moment] += 1
        if problem := complaint_of(run):
            count.problems.append(f"{name}, {death}: {problem}")
        run.rewind()
    else:
        code = train(run, checkpoint_seconds=checkpoint_seconds)
        if code:
            count.problems.append(f"{name}: ended with {code}: {run.log_tail(1)}")
            return count
    if problem := difference(whole, run):
        count.problems.append(f"{name}, killed {', '.join(map(str, deaths))}: {problem}")
    else:
        count.identical = count.killed.copy()
    return count


def at_random(seed: int, length: int) -> list[Death]:
    """Places to die at: a third at any moment, the others spread over all there are."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    return [_one(chance) for _ in range(length)]


def _one(chance: random.Random) -> Death:
    moment = MOMENTS[0] if chance.random() < 1 / 3 else chance.choice(MOMENTS[1:])
    if moment == MOMENTS[0]:
        return Death(moment, chance.randrange(_LATEST))
    most = next((turns for begin, turns in _TURNS.items() if moment.startswith(begin)), 6)
    return Death(moment, chance.randrange(most))
