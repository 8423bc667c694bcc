"""Seconds from Start to the end of the first batch, in the app and from the shell, and what a trial costs.

A trial of a search costs the time from the end of the trial before it to the start of its training.

Usage: python -m benchmarks.start [--repeats 3]
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Batch, PhaseBegan
from seqtui.tui.app import SeqtuiApp

RECIPE = Recipe(epochs=1)


def main() -> None:
    """Measure and print all of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=3)
    repeats = range(parser.parse_args().repeats)
    with tempfile.TemporaryDirectory() as folder:
        runs_dir = Path(folder)
        from_shell(runs_dir / "first")  # compiles kernels and modules
        seconds: dict[str, list[float]] = {"app": [], "app, --no-preload": [], "shell": []}
        for number in repeats:
            seconds["app"].append(asyncio.run(from_app(runs_dir, preload=True)))
            seconds["app, --no-preload"].append(asyncio.run(from_app(runs_dir, preload=False)))
            seconds["shell"].append(from_shell(runs_dir / f"shell-{number}"))
        for name, found in seconds.items():
            print(f"first batch, {name}: median {median(found):.2f} s ({_listed(found)})", flush=True)
        trials = between_trials(runs_dir / "search", len(repeats) + 1)
        print(f"between two trials: median {median(trials):.2f} s ({_listed(trials)})")


async def from_app(runs_dir: Path, *, preload: bool) -> float:
    """Return the seconds from Start in the app to the end of the first batch."""
    app = SeqtuiApp(runs_dir, preload=preload)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(15)  # until the reviews are counted and TensorFlow is loaded
        start = time.time()
        await app.train(RECIPE, None, export_when_finished=False)
        (run,) = app._opened.values()
        while not (batches := _batches(run)):
            await pilot.pause(0.05)
        run.request_stop()
        while run.is_locked:
            await pilot.pause(0.1)
    return batches[0].time - start


def from_shell(runs_dir: Path) -> float:
    """Return the seconds from the start of ``seqtui train`` to the end of the first batch."""
    start = time.time()
    command = [sys.executable, "-P", "-m", "seqtui", "train", "--runs-dir", str(runs_dir)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as train:
        while not (runs := Run.all(runs_dir)) or not (batches := _batches(runs[0])):
            time.sleep(0.05)
        runs[0].request_stop()
        train.wait()
    return batches[0].time - start


def between_trials(runs_dir: Path, trials: int) -> list[float]:
    """Return for each trial but the first the seconds from the end of the one before to its training."""
    command = [
        sys.executable, "-m", "seqtui", "search", "--architecture", RECIPE.architecture, "--epochs", "1",
        "--trials", str(trials), "--name", "search", "--runs-dir", str(runs_dir), "--json",
    ]  # fmt: skip
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    runs = [Run(runs_dir / f"search-{number:02}") for number in range(1, trials + 1)]
    begins = [
        next(e.time for e in run.events() if isinstance(e, PhaseBegan) and e.phase == "training")
        for run in runs
    ]
    ends = [end.time for run in runs if (end := run.end())]
    return [begin - end for begin, end in zip(begins[1:], ends, strict=False)]


def _batches(run: Run) -> list[Batch]:
    return [event for event in run.events() if isinstance(event, Batch)]


def _listed(seconds: list[float]) -> str:
    return ", ".join(f"{each:.2f}" for each in seconds)


if __name__ == "__main__":
    main()
