"""Kill trainers at any moment: does a resumed run end with the same bytes as an uninterrupted one?

Usage: python -m benchmarks.survive [--kills N] [--seed N] [--jobs N] [--fresh] [--mishap NAME] [--only-kills]

Set TMPDIR=/dev/shm to exclude a slow disk.

Trainers on real reviews are killed with SIGKILL: a third at random moments, the others while a file is half
written, before it is renamed, just after, in batches, in validation, and in the middle of an event's line.
Each run is killed several times and resumed each time. At its end, it is compared with a reference byte for
byte: weights, metrics, predictions, recipe, vocabulary, last checkpoint, and the figures of the events. No
temporary file may be left. Then the other faults: a full disk, folders that are read-only, an interrupted
download, two trainers in one folder, a deleted folder, signals, a changed clock, killed exports and score
files. Faults that need a superuser are reported as skipped without one.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from seqtui.runs import Run
from tests.survive.deaths import MOMENTS, warm
from tests.survive.kills import ARCHITECTURES, Count, at_random, chain, reference
from tests.survive.mishaps import MISHAPS, try_one

_CHAIN = 5  # kills of one run


def main() -> None:
    """Kill, resume, compare and print the tables; exit with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--mishap", action="append", choices=MISHAPS, help="only this one; repeatable")
    parser.add_argument("--only-kills", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="compile the kernels anew, as on a new machine")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if args.fresh:
            os.environ["NUMBA_CACHE_DIR"] = str(Path(folder) / "kernels")
        problems = _kills(Path(folder), args.kills, args.seed, args.jobs)
        if not args.only_kills:
            problems += _mishaps(Path(folder), args.mishap or list(MISHAPS))
    sys.exit(bool(problems))


def _kills(folder: Path, wanted: int, seed: int, jobs: int) -> list[str]:
    warm()
    killed: Counter[str] = Counter()
    identical: Counter[str] = Counter()
    problems: list[str] = []
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=fork) as pool:
        networks = ARCHITECTURES[: -(-wanted // _CHAIN)]
        wholes = list(pool.map(reference, [folder] * len(networks), networks))
        numbers = iter(range(10**6))
        while killed.total() < wanted:
            for count in pool.map(_chain, _tasks(wholes, numbers, seed, wanted - killed.total())):
                killed += count.killed
                identical += count.identical
                problems += count.problems
                print(f"{killed.total()} kills, {identical.total()} identical", file=sys.stderr, flush=True)
    print("| killed | kills | resumed, identical at the end |\n|---|---|---|")
    for moment in MOMENTS:
        print(f"| {moment} | {killed[moment]} | {identical[moment]} |")
    print(f"| **all** | {killed.total()} | {identical.total()} |\n")
    for problem in problems:
        print(f"- {problem}")
    return problems


_Task = tuple[Run, int, int, int]


def _tasks(wholes: list[Run], numbers: Iterator[int], seed: int, left: int) -> list[_Task]:
    return [
        (wholes[number % len(wholes)], number, seed, min(_CHAIN, left))
        for _, number in zip(range(-(-left // _CHAIN)), numbers, strict=False)
    ]


def _chain(task: _Task) -> Count:
    whole, number, seed, length = task
    every = (0.0, 0.3)[number % 2]  # seconds; 0: after each batch
    return chain(whole, f"run-{number}", at_random(seed * 10_000 + number, length), checkpoint_seconds=every)


def _mishaps(folder: Path, names: list[str]) -> list[str]:
    print("| mishap | outcome |\n|---|---|")
    problems = []
    for name in names:
        outcome, passed = try_one(name, folder)
        print(f"| {name} | {outcome} |", flush=True)
        problems += [] if passed else [outcome]
    return problems


if __name__ == "__main__":
    main()
