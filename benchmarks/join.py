"""Search with several workers: the time with one and two of them, and what is lost when they are killed.

The speed is measured with workers that have one core each, as on machines of one core, and simulated for
more workers. Then workers that share a study are killed at random moments, half of them together with their
trainer, as when a machine dies, and replaced. No trial may be lost, and none may be concluded twice.

Usage: python -m benchmarks.join [--trials 8] [--limit 2000] [--kills 20] [--seed 1]
"""

import argparse
import heapq
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import psutil

from seqtui.runs import Run
from seqtui.runs.events import DataRead, Finished, Stopped
from seqtui.studies.folder import StudyFolder

FINISHED = (1, 2, 3)  # Optuna's states COMPLETE, PRUNED and FAIL
SET_STATE, CREATE_TRIAL = 6, 4  # operations of Optuna's journal
STATES = ("running", "complete", "pruned", "failed", "waiting")
WORKERS = (1, 2, 4, 8, 16, 32)
SIMULATED_TRIALS = 64
KILLED_TRIALS = 12


def main() -> None:
    """Measure, simulate, kill, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--trials", type=int, default=8)
    parser.add_argument("--limit", type=int, default=2000, help="reviews, test reviews included")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    new = ["--networks", "fasttext,nb-ngrams", "--limit", str(args.limit), "--seed", str(args.seed)]
    if args.trials:
        measured = dict[int, Measured]()
        for workers in (1, 2, 1, 2):  # the faster one counts, the machine may be busy
            found = measure(new, args.trials, workers)
            measured[workers] = min(found, measured.get(workers, found))
        print(f"\n{table(measured)}", flush=True)
    if args.kills:
        print(f"\n{killed(new, args.kills, random.Random(args.seed))}")  # noqa: S311 - moments, no secrets


class Measured(NamedTuple):
    """Times of a search, in seconds.

    Args:
        total: From its start to the end of its last trial.
        until_read: From its start until the first trial has read the reviews; others begin then.
        trials: Each trial, from the start of its trainer.
    """

    total: float
    until_read: float
    trials: list[float]


def measure(new: list[str], trials: int, workers: int) -> Measured:
    """Measure a search, with one core for each worker."""
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        first = start([*new, "--name", "mine", "--trials", str(trials)], folder, cores[0])
        wait_for_study(Path(folder))
        begun = time.time()
        others = [start(["--join", "mine"], folder, core) for core in cores[1:workers]]
        for worker in (first, *others):
            check_end(worker)
        operations = journal(Path(folder))
        ends = {log["trial_id"]: log for log in operations if is_conclusion(log)}
        runs = [Run(Path(folder) / "runs" / f"mine-{number + 1:02}") for number in ends]
        seconds = [run.events_path.stat().st_mtime - run.events()[0].time for run in runs]
        last = max(run.events_path.stat().st_mtime for run in runs)
        first_run = next(run for run in runs if run.name == "mine-01")
        read = next(event.time for event in first_run.events() if isinstance(event, DataRead))
    print(f"{workers} workers: {last - begun:.1f} s for {len(runs)} trials", flush=True)
    return Measured(last - begun, read - begun, seconds)


def table(measured: dict[int, Measured]) -> str:
    """Return a Markdown table of measured and simulated times."""
    alone, until_read, seconds = measured[1]
    between = (alone - sum(seconds)) / len(seconds)  # choosing a trial, and starting its trainer
    many = [seconds[number % len(seconds)] + between for number in range(SIMULATED_TRIALS)]
    rows = [
        f"| workers | {len(seconds)} trials, measured | {SIMULATED_TRIALS} trials, simulated |",
        "|---|---|---|",
    ]
    for workers in WORKERS:
        found = f"{measured[workers].total:.0f} s" if workers in measured else ""
        total = simulate(many, workers, until_read)
        faster = simulate(many, 1, until_read) / total
        rows.append(f"| {workers} | {found} | {total:,.0f} s, {faster:.1f} × as fast |")
    few = simulate([one + between for one in seconds], 2, until_read)
    return "\n".join([*rows, "", f"two workers, {len(seconds)} trials, simulated: {few:.0f} s"])


def simulate(seconds: list[float], workers: int, until_read: float) -> float:
    """Return the time of trials that begin in order, each on the first free worker."""
    free = [0.0, *[until_read] * (workers - 1)]
    for one in seconds:
        heapq.heapreplace(free, free[0] + one)
    return max(free)


def killed(new: list[str], kills: int, rng: random.Random) -> str:
    """Kill workers of a study at random moments, let it end, and describe what became of its trials."""
    with tempfile.TemporaryDirectory() as folder:
        workers = [start([*new, "--name", "mine", "--trials", str(KILLED_TRIALS)], folder)]
        wait_for_study(Path(folder))
        done, together, wanted = 0, 0, KILLED_TRIALS
        while done < kills:
            while len(workers) < 2:
                workers.append(start(["--join", "mine", "--trials", str(wanted)], folder))
            time.sleep(rng.uniform(0.5, 30))
            worker = workers.pop(rng.randrange(2))
            if worker.poll() is not None:
                check_end(worker)
                wanted += 2  # all trials are over, but not all kills
                continue
            with_trainer = rng.random() < 0.5
            trainers = psutil.Process(worker.pid).children() if with_trainer else []
            worker.kill()
            for trainer in trainers:
                trainer.kill()
            worker.wait()
            done, together = done + 1, together + with_trainer
            concluded = sum(map(is_conclusion, journal(Path(folder))))
            print(f"kill {done}: {concluded} trials concluded", flush=True)
        for worker in [*workers, start(["--join", "mine"], folder)]:
            check_end(worker)
        operations = journal(Path(folder))
        conclusions = Counter(log["trial_id"] for log in operations if is_conclusion(log))
        states = Counter(STATES[log["state"]] for log in operations if is_conclusion(log))
        trials = sum(log["op_code"] == CREATE_TRIAL for log in operations)
        runs = [run for run in Run.all(Path(folder) / "runs") if not run.name.endswith("-full")]
        ended = [run for run in runs if isinstance(run.end(), Finished | Stopped)]
        lost = [number + 1 for number in range(trials) if not conclusions[number]]
        doubled = [number + 1 for number, times in conclusions.items() if times > 1]
    return (
        f"{kills} kills, {together} of them with the trainer: {trials} trials "
        f"({wanted} wanted), {len(runs)} runs, {len(ended)} of them with an end; "
        f"lost {lost}, concluded twice {doubled}; states {dict(states)}"
    )


def start(arguments: list[str], folder: str, core: int | None = None) -> "subprocess.Popen[bytes]":
    """Start a worker, on one core or on all."""
    command = [sys.executable, "-m", "seqtui", "search", *arguments, "--json"]
    pin = None if core is None else lambda: os.sched_setaffinity(0, {core})
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, preexec_fn=pin)


def check_end(worker: "subprocess.Popen[bytes]") -> None:
    """Wait for a worker; end the benchmark if it failed."""
    if worker.wait():
        sys.exit(f"a worker ended with exit code {worker.returncode}")


def wait_for_study(folder: Path) -> None:
    """Wait until the first worker has created the study."""
    while not list((folder / "runs").glob("mine/study.journal")):
        time.sleep(0.05)


def journal(folder: Path) -> list[dict[str, int]]:
    """Return the operations of the study's journal."""
    path = StudyFolder.find("mine", folder / "runs").journal_path
    return [json.loads(line) for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]


def is_conclusion(operation: dict[str, int]) -> bool:
    """Return whether an operation of the journal ends a trial."""
    return operation["op_code"] == SET_STATE and operation["state"] in FINISHED


if __name__ == "__main__":
    main()
