"""Kill trainers at random moments and compare resumed runs with uninterrupted ones, byte for byte.

Usage: python -m benchmarks.survive [--kills N] [--seed N] [--jobs N] [--fresh] [--fault NAME] [--only-kills]

Set TMPDIR=/dev/shm to exclude a slow disk.

Trainers on real reviews are killed with SIGKILL: a third at random moments, the others while a file is half
written, before it is renamed, just after, during batches, during validation, and in the middle of an event
line. Each run is killed several times and resumed each time. At its end, it is compared byte for byte with a
reference: weights, metrics, predictions, recipe, vocabulary, last checkpoint, and the metrics of the events.
No temporary file may remain. Then the other faults follow: a full disk, read-only folders, an interrupted
download, two trainers in one folder, a deleted folder, signals, a changed clock, killed exports and killed
scoring. Faults that need root are reported as skipped without it.
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
from tests.survive.faults import FAULTS, inject
from tests.survive.kill_points import MOMENTS, preload
from tests.survive.kills import NETWORKS, Count, chain, random_kill_points, reference

_CHAIN = 5  # kills per run


def main() -> None:
    """Kill, resume, compare and print the tables; exit with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--fault", action="append", choices=FAULTS, help="only this one; repeatable")
    parser.add_argument("--only-kills", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="compile the kernels, as on a new machine")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if args.fresh:
            os.environ["NUMBA_CACHE_DIR"] = str(Path(folder) / "kernels")
        problems = _kills(Path(folder), args.kills, args.seed, args.jobs)
        if not args.only_kills:
            problems += _faults(Path(folder), args.fault or list(FAULTS))
    sys.exit(bool(problems))


def _kills(folder: Path, total: int, seed: int, jobs: int) -> list[str]:
    preload()
    killed: Counter[str] = Counter()
    identical: Counter[str] = Counter()
    problems: list[str] = []
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=fork) as pool:
        networks = list(NETWORKS)[: -(-total // _CHAIN)]
        references = list(pool.map(reference, [folder] * len(networks), networks))
        numbers = iter(range(10**6))
        while killed.total() < total:
            for count in pool.map(_chain, _tasks(references, numbers, seed, total - killed.total())):
                killed += count.killed
                identical += count.identical
                problems += count.problems
                print(f"{killed.total()} kills, {identical.total()} identical", file=sys.stderr, flush=True)
    print("| killed | kills | identical after resuming |\n|---|---|---|")
    for moment in MOMENTS:
        print(f"| {moment} | {killed[moment]} | {identical[moment]} |")
    print(f"| **all** | {killed.total()} | {identical.total()} |\n")
    for problem in problems:
        print(f"- {problem}")
    return problems


_Task = tuple[Run, int, int, int]


def _tasks(references: list[Run], numbers: Iterator[int], seed: int, missing: int) -> list[_Task]:
    return [
        (references[number % len(references)], number, seed, min(_CHAIN, missing))
        for _, number in zip(range(-(-missing // _CHAIN)), numbers, strict=False)
    ]


def _chain(task: _Task) -> Count:
    expected, number, seed, length = task
    every = (0.0, 0.3)[number % 2]  # seconds; 0: after each batch
    kill_points = random_kill_points(seed * 10_000 + number, length)
    return chain(expected, f"run-{number}", kill_points, checkpoint_seconds=every)


def _faults(folder: Path, names: list[str]) -> list[str]:
    print("| fault | result |\n|---|---|")
    problems = []
    for name in names:
        result, passed = inject(name, folder)
        print(f"| {name} | {result} |", flush=True)
        problems += [] if passed else [result]
    return problems


if __name__ == "__main__":
    main()
