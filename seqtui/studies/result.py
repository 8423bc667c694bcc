"""What came of a trial, and how trials look beside each other."""

import msgspec

from seqtui.recipe import Recipe
from seqtui.runs import State

_RANKS = {"finished": 0, "pruned": 1, "stopped": 1}


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one trial.

    Args:
        trial: Its number, from 1.
        run: The path of its run.
        state: What became of the run.
        accuracy: On the validation part, after the best epoch; None if no epoch was over.
        loss: There, in nats.
        epoch: The best one.
        seconds: Spent on training.
        recipe: What was tried.
        reason: Why it failed, if it did.
    """

    trial: int
    run: str
    state: State
    accuracy: float | None
    loss: float | None
    epoch: int | None
    seconds: float
    recipe: Recipe
    reason: str | None

    def rank(self) -> tuple[int, float, float]:
        """What to sort by: the most accurate first, of equals the one of less loss; the unfinished below."""
        return _RANKS.get(self.state, 2), -(self.accuracy or 0.0), self.loss or 0.0
