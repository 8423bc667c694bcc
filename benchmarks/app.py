"""Speed and cost of the app: first paint, lag, and slowdown of training.

Usage: python -m benchmarks.app. The same recipe is trained alternately with and without the app attached.
"""

import asyncio
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean, median

import numpy as np

from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Epoch
from seqtui.training.process import start_trainer
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.live import LiveScreen

PAINTS = 9
REPEATS = 3
RECIPE = Recipe(epochs=2)
PROBE_SECONDS = 0.005


def first_paint(runs_dir: Path) -> float:
    """Return the seconds from starting the command to the first paint with the list of networks."""
    master, slave = pty.openpty()
    size = {"LINES": "36", "COLUMNS": "120", "TERM": "xterm-256color"}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "seqtui", "--runs-dir", str(runs_dir)],
        stdin=slave, stdout=slave, stderr=slave, env={**os.environ, **size}, start_new_session=True,
    ) as app:  # fmt: skip
        shown = b""
        while b"cnn-lstm" not in shown:
            if not select.select([master], [], [], 20)[0]:
                raise SystemExit(f"the app painted nothing: {shown!r}")
            shown += os.read(master, 1 << 16)
        seconds = time.perf_counter() - start
        app.terminate()
        while select.select([master], [], [], 0.2)[0]:
            os.read(master, 1 << 16)
    os.close(slave)
    os.close(master)
    return seconds


def epoch_seconds(run: Run) -> list[float]:
    """Return the training seconds of each epoch, without validation."""
    return [event.seconds for event in run.events() if isinstance(event, Epoch)]


def headless(runs_dir: Path) -> list[float]:
    """Train without the app."""
    run = Run.create(runs_dir, RECIPE)
    start_trainer(run).wait()
    return epoch_seconds(run)


async def attached(runs_dir: Path) -> tuple[list[float], list[float]]:
    """Train from the app; return the seconds of each epoch and the event loop's lags in milliseconds."""
    app = SeqtuiApp(runs_dir)
    lags: list[float] = []
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(8)  # until the reviews are counted
        await app.train(RECIPE, None, export_when_finished=False)
        await pilot.pause(0.2)
        live = app.screen
        assert isinstance(live, LiveScreen)  # noqa: S101
        while live.monitor.progress.end is None:
            start = time.perf_counter()
            await asyncio.sleep(PROBE_SECONDS)
            lags.append((time.perf_counter() - start - PROBE_SECONDS) * 1000)
        return epoch_seconds(live.monitor.run), lags


def main() -> None:
    """Measure and print all of them."""
    with tempfile.TemporaryDirectory() as folder:
        runs_dir = Path(folder)
        first_paint(runs_dir)
        paints = [first_paint(runs_dir) for _ in range(PAINTS)]
        print(
            f"first paint: median {median(paints):.3f} s, worst {max(paints):.3f} s of {PAINTS}", flush=True
        )
        alone, watched, lags = [], [], []
        for _ in range(REPEATS):
            alone.append(mean(headless(runs_dir)))
            of_epochs, more = asyncio.run(attached(runs_dir))
            watched.append(mean(of_epochs))
            lags += more
            print(f"epoch: headless {alone[-1]:.2f} s, attached {watched[-1]:.2f} s", flush=True)
        p50, p99, worst = np.percentile(lags, [50, 99, 100])
        print(f"event loop while training: p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {worst:.1f} ms")
        print(
            f"epoch: headless {median(alone):.2f} s, attached {median(watched):.2f} s, "
            f"ratio {median(watched) / median(alone):.3f} (medians of {REPEATS} runs)"
        )


if __name__ == "__main__":
    main()
