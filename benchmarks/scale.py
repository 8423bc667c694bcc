"""Scoring with Ray, compared with the local engine and a usual Ray Data script, and with a killed worker.

The input is a folder of Parquet files with 100,000 rows: the 25,000 reviews four times, with ids. Every
result is compared row by row with that of the local engine. Prints the measurements and a simulation of more
workers.

The simulation: a run takes the measured start-up time. Then its parts, of equal cost, are assigned one after
another, each to the first free worker. Assigning a part and receiving its result costs the driver the time
between two results of parts with one review each, one part at a time. A part costs its reviews' share of the
time of a core, measured with one worker. The simulation ignores slower or busier machines, shared disks and
networks, and the start of more than two workers, which it assumes to be as fast as that of two.

Usage: python -m benchmarks.scale [--model MODEL.onnx] [--rows 100000] [--output FILE.json]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from heapq import heapify, heapreplace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pyarrow
import pyarrow.parquet

from seqtui.corpora import load_corpus

FILES = 4
PART_REVIEWS = 6000  # about 8 MiB
TINY = 64  # files of one row, to measure the cost of a part without its reviews
SIZES, WORKERS = (100_000, 1_000_000, 10_000_000, 100_000_000), (1, 2, 4, 8, 16, 64)

SCORE = """
import json, sys, time
from seqtui.scoring.folders import score_folder
model, source, output, workers = sys.argv[1:]
start = time.perf_counter()
parts = []
done = score_folder(model, source, output, engine="ray", workers=int(workers),
                    on_progress=lambda _: parts.append(time.perf_counter() - start))
print(json.dumps({"seconds": time.perf_counter() - start, "parts": parts, "again": done.retried}))
"""

PEER = """
import json, sys, time
import numpy, onnxruntime, ray
class Score:
    def __init__(self):
        self.session = onnxruntime.InferenceSession(sys_argv[1])
        self.session.run(None, {"text": numpy.array(["A wonderful film"])})
    def __call__(self, batch):
        label, probabilities = self.session.run(None, {"text": batch["text"].astype(object)})
        return batch | {"label": label.astype(str), "probability_positive": probabilities[:, 1]}
sys_argv = sys.argv
start = time.perf_counter()
workers = int(sys.argv[4])
ray.init("local", num_cpus=workers, include_dashboard=False, log_to_driver=False)
ray.data.DataContext.get_current().enable_progress_bars = False
data = ray.data.read_parquet(sys.argv[2])
pool = ray.data.ActorPoolStrategy(min_size=1, max_size=workers)
data = data.map_batches(Score, batch_size=32, compute=pool)
data.write_parquet(sys.argv[3])
ray.shutdown()
print(json.dumps({"seconds": time.perf_counter() - start}))
"""


def main() -> None:
    """Run all measurements and print tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", type=Path, help="exported file [default: train a cnn-lstm]")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = (args.model or train(folder)).resolve()
        figures = measure(model, folder, args.rows)
    figures["simulated"] = simulate(figures)
    print(table(figures))
    if args.output:
        args.output.write_text(json.dumps(figures, indent=1) + "\n")


def train(folder: Path) -> Path:
    """Train and export a network briefly; it is as fast as a well-trained one."""
    options = ["--architecture", "cnn-lstm", "--limit", 4000, "--epochs", 1, "--name", "run"]
    python("-m", "seqtui", "train", *options, "--runs-dir", folder)
    python("-m", "seqtui", "export", "run", "--onnx", "--reviews", 100, "--runs-dir", folder)
    return folder / "run" / "model.onnx"


def write_reviews(folder: Path, rows: int) -> None:
    """Write the reviews repeatedly, each with its own id, in Parquet files of a few row groups."""
    corpus = load_corpus("imdb-25k")
    texts = [*corpus.train.texts, *corpus.test.texts]
    folder.mkdir()
    for number in range(FILES):
        ids = range(rows * number // FILES, rows * (number + 1) // FILES)
        written = pyarrow.table({"id": list(ids), "text": [texts[index % len(texts)] for index in ids]})
        pyarrow.parquet.write_table(written, folder / f"{number}.parquet", row_group_size=PART_REVIEWS)


def measure(model: Path, folder: Path, rows: int) -> dict[str, Any]:
    """Measure each side on a quarter of the rows and on all, the start-up, and the cost per part."""
    few, many, tiny = folder / "few", folder / "many", folder / "tiny"
    write_reviews(few, rows // 4)
    write_reviews(many, rows)
    tiny.mkdir()
    for number in range(TINY):
        pyarrow.parquet.write_table(
            pyarrow.table({"id": [number], "text": ["A wonderful film"]}), tiny / f"{number:02}.parquet"
        )
    figures: dict[str, Any] = {"rows": rows, "cores": len(os.sched_getaffinity(0)), "seconds": {}}
    seconds = figures["seconds"]
    for source, size in ((few, rows // 4), (many, rows)):
        plain = json.loads(
            python(
                "-m",
                "seqtui",
                "score",
                model,
                "--input",
                source,
                "--output",
                folder / f"plain-{size}",
                "--json",
            )
        )
        seconds[f"plain scorer, {size:,}"] = plain["seconds"]
        expected = read(folder / f"plain-{size}")
        for workers in (1, 2):
            output = folder / f"ray-{workers}-{size}"
            done = json.loads(python("-c", SCORE, model, source, output, workers))
            seconds[f"Ray, {workers_text(workers)}, {size:,}"] = done["seconds"]
            log(f"Ray, {workers_text(workers)}: {done['seconds']:.1f} s, off by {compare(output, expected)}")
        peer = json.loads(python("-c", PEER, model, source, folder / f"peer-{size}", 2).splitlines()[-1])
        seconds[f"usual script, 2 workers, {size:,}"] = peer["seconds"]
    output = folder / "killed"
    seconds["killed"], done = kill_one(model, many, output)
    figures["killed"] = {
        "parts_again": done["parts_again"], "reviews": done["reviews"],
        "rows": len(read(output)["id"]), "largest_difference": compare(output, expected),
    }  # fmt: skip
    single = folder / "single"
    single.mkdir()
    for number in range(2):
        (tiny / f"{number:02}.parquet").rename(single / f"{number:02}.parquet")
    startup_seconds = json.loads(python("-c", SCORE, model, single, folder / "single-out", 2))["seconds"]
    ended = json.loads(python("-c", SCORE, model, tiny, folder / "tiny-out", 2))["parts"]
    one, one_few = seconds[f"Ray, 1 worker, {rows:,}"], seconds[f"Ray, 1 worker, {rows // 4:,}"]
    figures |= {
        "start": startup_seconds,
        "part": (ended[-1] - ended[0]) / (len(ended) - 1),
        "review": (one - one_few) / (rows - rows // 4),
        "plain_review": (seconds[f"plain scorer, {rows:,}"] - seconds[f"plain scorer, {rows // 4:,}"])
        / (rows - rows // 4),
    }
    return figures


def kill_one(model: Path, source: Path, output: Path) -> tuple[float, dict[str, Any]]:
    """Score with two workers and kill one with SIGKILL after a few parts."""
    command = [sys.executable, "-m", "seqtui", "score", model, "--input", source, "--output", output]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*map(str, command), "--engine", "ray", "--json"], stdout=subprocess.PIPE, text=True
    )
    while process.poll() is None:
        if len(list(output.parent.glob(f".{output.name}*/part-*"))) >= 3:
            workers = [
                child for child in psutil.Process(process.pid).children(recursive=True)
                if "MapWorker" in " ".join(child.cmdline())
            ]  # fmt: skip
            workers[0].kill()
            log(f"killed worker {workers[0].pid}")
            break
        time.sleep(0.05)
    output_text, _ = process.communicate()
    return time.perf_counter() - start, json.loads(output_text)


def read(folder: Path) -> dict[str, Any]:
    """Read the columns of all parts, in order."""
    parts = [pyarrow.parquet.read_table(part) for part in sorted(folder.iterdir())]
    whole = pyarrow.concat_tables(parts)
    return {name: whole.column(name).to_numpy() for name in ("id", "text", "label", "probability_positive")}


def compare(folder: Path, expected: dict[str, Any]) -> float:
    """Return the largest difference of a probability; all other values must be equal and in order.

    Raises:
        AssertionError: If another value differs.
    """
    found = read(folder)
    for name in ("id", "text", "label"):
        np.testing.assert_array_equal(found[name], expected[name])
    return float(np.abs(found["probability_positive"] - expected["probability_positive"]).max())


def simulate(figures: dict[str, Any]) -> dict[str, float]:
    """Simulate the seconds of larger runs; the docstring of this module explains the model."""
    seconds = {}
    for rows in SIZES:
        for workers in WORKERS:
            cost = figures["review"] * PART_REVIEWS
            free = [0.0] * workers
            heapify(free)
            driver = 0.0
            for _ in range(-(-rows // PART_REVIEWS)):
                driver = max(driver, free[0]) + figures["part"]
                heapreplace(free, driver + cost)
            seconds[f"{rows:,}, {workers}"] = figures["start"] + max(free)
    return seconds


def table(figures: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    rows, seconds, killed = figures["rows"], figures["seconds"], figures["killed"]
    few = rows // 4
    lines = [
        f"| on {figures['cores']} cores | {few:,} rows | {rows:,} rows | seconds per million more |",
        "|---|---|---|---|",
    ]
    for way in ("plain scorer", "Ray, 1 worker", "Ray, 2 workers", "usual script, 2 workers"):
        small, large = seconds[f"{way}, {few:,}"], seconds[f"{way}, {rows:,}"]
        lines.append(
            f"| {way} | {small:.1f} s | {large:.1f} s | {(large - small) / (rows - few) * 1e6:.0f} |"
        )
    lines += [
        f"| Ray, 2 workers, one killed | | {seconds['killed']:.1f} s | |",
        "",
        f"A worker killed: {killed['rows']:,} rows out, {killed['parts_again']} part again; ids, texts",
        f"and labels are the plain scorer's row by row, probabilities to {killed['largest_difference']:.1g}.",
        f"Start and end of Ray: {figures['start']:.1f} s. A part costs {figures['part'] * 1e3:.1f} ms in",
        f"addition to its reviews, a review {figures['review'] * 1e6:.0f} µs of a core.",
        "",
        f"| simulated, rows | {' | '.join(map(workers_text, WORKERS))} | plain scorer here |",
        "|---" * (len(WORKERS) + 2) + "|",
    ]
    for size in SIZES:
        cells = [f"{figures['simulated'][f'{size:,}, {workers}']:,.0f} s" for workers in WORKERS]
        lines.append(f"| {size:,} | {' | '.join(cells)} | {figures['plain_review'] * size:,.0f} s |")
    return "\n".join(lines)


def workers_text(workers: int) -> str:
    """Return the number of workers in words."""
    return "1 worker" if workers == 1 else f"{workers} workers"


def log(line: str) -> None:
    """Print a line of progress."""
    print(line, file=sys.stderr, flush=True)


def python(*arguments: object) -> str:
    """Run Python in a process and return its output."""
    command = [sys.executable, *map(str, arguments)]
    log(f"{time.strftime('%X')} {' '.join(command[1:3])[:60]} …")
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    ).stdout


if __name__ == "__main__":
    main()
