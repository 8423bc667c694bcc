"""Compare a search of a few trials with its first trial and with random search of as many trials.

Both draw from the same space, start with the default settings and are evaluated on the same validation set,
a fifth of the training reviews. Random search prunes no trials. Then the recipe of the first trial and the
winner of each search are trained once more and evaluated on the test reviews.

Usage: python -m benchmarks.search [--trials 8] [--limit 6000] [--seed 1] [--networks cnn-lstm,gru]
       [--output FILE.json]
"""

import argparse
import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from optuna.pruners import NopPruner
from optuna.samplers import RandomSampler

from seqtui.architectures.catalogue import CATALOGUE
from seqtui.cli.search import print_trials
from seqtui.runs import Run
from seqtui.runs.events import Event
from seqtui.studies.result import Result
from seqtui.studies.study import Study
from seqtui.training.supervise import supervise

SIDES: dict[str, dict[str, Any]] = {
    "seqtui search": {},
    "random search": {"sampler": lambda seed: RandomSampler(seed=seed), "pruner": NopPruner()},
}


def main() -> None:
    """Run both searches and print leaderboards and a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--trials", type=int, default=8)
    parser.add_argument("--limit", type=int, default=6000, help="reviews, test reviews included")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--networks", default=",".join(CATALOGUE))
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    fixed = {"limit": args.limit, "seed": args.seed}
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as runs_dir:
        for side, how in SIDES.items():
            name = side.replace(" ", "-")
            study = Study.create(Path(runs_dir), name, fixed, args.networks.split(","), args.trials, **how)
            start = time.perf_counter()
            results = _search(study)
            seconds = time.perf_counter() - start
            print(f"\n{side}, best first:\n", flush=True)
            print_trials(results)
            if not figures:
                figures["the first trial"] = _figures(study, next(r for r in results if r.trial == 1))
            figures[f"the winner of {side}"] = {
                **_figures(study, results[0]),
                "seconds": seconds,
                "pruned": sum(result.state == "pruned" for result in results),
            }
            study.close()
    print(f"\n{table(figures)}")
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def table(figures: dict[str, dict[str, Any]]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| | network | validation | test | pruned trials | seconds of search |",
        "|---|---|---|---|---|---|",
    ]
    for side, row in figures.items():
        cost = f"{row['pruned']} | {row['seconds']:.0f}" if "seconds" in row else "– | –"
        rows.append(
            f"| {side} | `{row['recipe']['architecture']}` | {row['validation']:.2%} | "
            f"{row['test']:.2%} | {cost} |"
        )
    return "\n".join(rows)


def _search(study: Study) -> list[Result]:
    for attempt in study.attempts():
        _train(attempt.run, attempt.watched)
        result = attempt.conclude()
        print(f"{study.name} {result.trial}: {result.state}, {result.accuracy}", file=sys.stderr, flush=True)
    return study.results()


def _figures(study: Study, result: Result) -> dict[str, Any]:
    """Return the result of a trial, and the test metrics of its recipe, trained once more."""
    recipe = msgspec.structs.replace(result.recipe, validation_split=0.1, evaluate_test=True)
    run = study.run_for(recipe, f"{result.trial:02}-full")
    _train(run)
    metrics = run.metrics
    return {
        "recipe": recipe.to_settings(),
        "validation": result.accuracy,
        "test": metrics and metrics.test_accuracy,
        "test_loss": metrics and metrics.test_loss,
    }


def _train(run: Run, watched: Any = iter) -> None:
    def display(events: Iterable[Event | None]) -> None:
        deque(watched(events), maxlen=0)

    supervise(run, [], display)


if __name__ == "__main__":
    main()
