"""Result of a trial, with a sort key."""

import msgspec

from seqtui.recipe import Recipe
from seqtui.runs import State

_RANKS = {"finished": 0, "pruned": 1, "stopped": 1}


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Result of one trial.

    Args:
        trial: Number of the trial, from 1.
        run: Path of its run.
        state: State of the run.
        accuracy: Validation accuracy after the best epoch, 0 to 1; None if no epoch is complete.
        loss: Validation loss after the same epoch, in nats.
        epoch: The best epoch, from 1.
        seconds: Training time.
        recipe: Recipe of the trial.
        reason: Why the trial failed; None if it did not.
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
        """Return a sort key: finished trials first, then by accuracy, then by loss."""
        return _RANKS.get(self.state, 2), -(self.accuracy or 0.0), self.loss or 0.0
