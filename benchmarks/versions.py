"""This version beside an earlier one: scoring, training, starting, and whether the scores are the same.

The earlier version is another checkout; it runs with the packages that are installed here. Both run in turn.

Usage: python -m benchmarks.versions CHECKOUT [--rows 1000000] [--repeats 3] [--networks NAME …]
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.many_reviews import phase_seconds
from benchmarks.many_reviews import write_reviews as write_short_reviews
from benchmarks.score_start import NAIVE
from benchmarks.scoring import write_reviews

HERE = Path(__file__).resolve().parent.parent
FROM_APP = """
import asyncio, inspect, sys, time
from pathlib import Path
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.tui.app import SeqtuiApp

async def main():
    runs_dir = Path(sys.argv[1])
    preload = {"preload": True} if "preload" in inspect.signature(SeqtuiApp).parameters else {}
    app = SeqtuiApp(runs_dir, **preload)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(15)  # long enough for all that the app does in advance
        start = time.time()
        await app.train(Recipe(epochs=1), None, export_when_finished=False)
        (run,) = Run.all(runs_dir)
        while not (batches := [event for event in run.events() if type(event).__name__ == "Batch"]):
            await pilot.pause(0.05)
        print(batches[0].time - start, flush=True)
        run.request_stop()
        while run.is_locked:
            await pilot.pause(0.1)

asyncio.run(main())
"""


@dataclass(frozen=True)
class Version:
    """A checkout.

    Args:
        path: Its folder.
        folder: Folder for its runs.
    """

    path: Path
    folder: Path

    def run(self, *arguments: object) -> tuple[str, float, int]:
        """Run Python with the modules of this version; return its output, seconds and peak memory in MB."""
        command = [sys.executable, *map(str, arguments)]
        start = time.perf_counter()
        with subprocess.Popen(
            command, cwd=self.path, env={**os.environ, "PYTHONPATH": str(self.path)}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            output = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{self.path}: {' '.join(command)} ended with exit code {process.returncode}")
        return output, time.perf_counter() - start, used.ru_maxrss >> 10

    def train(self, name: str, *options: object) -> list[dict[str, Any]]:
        """Train a run; return its events."""
        self.run("-m", "seqtui", "train", "--runs-dir", self.folder, "--name", name, *options, "--json")
        return self.events(name)

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the events of a run."""
        lines = (self.folder / name / "events.jsonl").read_text(encoding="utf-8").splitlines()
        return list(map(json.loads, lines))

    def score(self, model: Path, source: Path, output: Path) -> float:
        """Score a file; return the reviews per second."""
        printed, _, _ = self.run(
            "-m", "seqtui", "score", model, "--input", source, "--output", output, "--json"
        )
        done = json.loads(printed.splitlines()[-1])
        return float(done["reviews"] / done["seconds"])


def main() -> None:
    """Measure both versions and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("checkout", type=Path, help="folder of the earlier version")
    parser.add_argument("--rows", type=int, default=1_000_000, help="short reviews to train on; 0: none")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument(
        "--networks", nargs="+", metavar="NAME", default=["nb-ngrams", "fasttext", "cnn-lstm", "lstm", "gru"]
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        versions = []
        for title, path in (("before", args.checkout.resolve()), ("now", HERE)):
            versions.append(Version(path, folder / title))
            versions[-1].folder.mkdir()
        reviews = write_reviews(folder / "reviews.csv")
        print("| | before | now | ratio |\n|---|---|---|---|")
        for network in args.networks:
            compare_network(versions, network, reviews, args.repeats)
        models = [version.folder / f"{args.networks[0]}-0" / "model.onnx" for version in versions]
        show_medians(
            "one text scored, s", versions, args.repeats * 5, lambda version: one_text(version, models)
        )
        show_medians("a bare onnxruntime script, s", versions, args.repeats * 5, lambda v: bare(v, models[1]))
        show_medians("first batch, shell, s", versions, args.repeats, first_batch_from_shell)
        show_medians("first batch, app, s", versions, args.repeats, first_batch_from_app)
        show_medians("between two trials of a search, s", versions, 1, between_trials)
        if args.rows:
            compare_many_reviews(versions, folder / "short.csv", args.rows)


def show(title: str, before: float, now: float) -> None:
    """Print a row; the phases of two versions may differ."""
    figures = [f"{figure:,.0f}" if figure >= 100 else f"{figure:.2f}" for figure in (before, now)]
    ratio = f"{now / before:.2f}" if before else ""
    print(f"| {title} | {' | '.join(figures)} | {ratio} |", flush=True)


def show_medians(
    title: str, versions: list[Version], repeats: int, measure: Callable[[Version], float]
) -> None:
    """Measure the versions in turn and print the medians."""
    found = [[measure(version) for version in versions] for _ in range(repeats)]
    before, now = (median(figures) for figures in zip(*found, strict=True))
    show(title, before, now)


def compare_network(versions: list[Version], network: str, reviews: Path, repeats: int) -> None:
    """Train, export and score with both versions, and score with both the file of the earlier one."""
    name = f"{network}-0"

    def seconds(version: Version) -> float:
        trained = len(list(version.folder.glob(f"{network}-*")))
        options = ("--architecture", network, "--limit", 8000, "--epochs", 2)
        events = version.train(f"{network}-{trained}", *options)
        return min(event["seconds"] for event in events if event["event"] == "epoch")

    show_medians(f"`{network}`, seconds per epoch of 5,360 reviews", versions, repeats, seconds)
    for version in versions:
        version.run("-m", "seqtui", "export", name, "--onnx", "--runs-dir", version.folder, "--reviews", 100)

    def rate(version: Version) -> float:
        return version.score(version.folder / name / "model.onnx", reviews, version.folder / "scores.csv")

    show_medians(f"`{network}`, reviews scored per second, CSV to CSV", versions, repeats, rate)
    outputs = [version.folder / "same.csv" for version in versions]
    for version, output in zip(versions, outputs, strict=True):
        version.score(versions[0].folder / name / "model.onnx", reviews, output)
    before, now = map(_probabilities, outputs)
    difference = max(abs(one - other) for one, other in zip(before, now, strict=True))
    print(
        f"| `{network}`, largest difference of the earlier file's scores | | {difference:.1e} | |", flush=True
    )


def _probabilities(path: Path) -> list[float]:
    with path.open(encoding="utf-8", newline="") as file:
        return [float(row["probability_positive"]) for row in csv.DictReader(file)]


def one_text(version: Version, models: list[Path]) -> float:
    """Return the seconds of one score, each version with its own file."""
    model = next(model for model in models if model.is_relative_to(version.folder))
    return version.run("-m", "seqtui", "score", model, "A wonderful film")[1]


def bare(version: Version, model: Path) -> float:
    """Return the seconds of a script that only loads a file and runs it."""
    return version.run("-c", NAIVE, model)[1]


def first_batch_from_shell(version: Version) -> float:
    """Return the seconds from the command to the end of the first batch."""
    start = time.time()
    events = version.train(f"shell-{start}", "--epochs", 1)
    return float(next(event["time"] for event in events if event["event"] == "batch") - start)


def first_batch_from_app(version: Version) -> float:
    """Return the seconds from Start to the end of the first batch."""
    return float(version.run("-c", FROM_APP, version.folder / f"app-{time.time()}")[0])


def between_trials(version: Version) -> float:
    """Return the median of the seconds from the end of a trial to the training of the next one."""
    version.run(
        "-m", "seqtui", "search", "--architecture", "cnn-lstm", "--epochs", 1, "--trials", 4,
        "--name", "search", "--runs-dir", version.folder, "--json",
    )  # fmt: skip
    begins, ends = [], []
    for number in range(1, 5):
        events = version.events(f"search-{number:02}")
        begins.append(next(event["time"] for event in events if event.get("phase") == "training"))
        ends.append(events[-1]["time"])
    return median(begin - end for begin, end in zip(begins[1:], ends, strict=False))


def compare_many_reviews(versions: list[Version], path: Path, rows: int) -> None:
    """Train `nb-ngrams` on many short reviews: seconds of each phase and peak memory."""
    write_short_reviews(path, rows)
    figures = []
    for version in versions:
        _, seconds, megabytes = version.run(
            "-m", "seqtui", "train", "--data", path, "--architecture", "nb-ngrams", "--epochs", 1,
            "--batch-size", 256, "--learning-rate", 0.012, "--name", "short", "--runs-dir", version.folder,
            "--json",
        )  # fmt: skip
        phases = phase_seconds(version.events("short"))
        figures.append({**phases, "all": round(seconds, 1), "peak MB": megabytes})
    for name in dict.fromkeys([*figures[0], *figures[1]]):
        show(f"{rows:,} short reviews, {name}", *(run.get(name, 0.0) for run in figures))


if __name__ == "__main__":
    main()
