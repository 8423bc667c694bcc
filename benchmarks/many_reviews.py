"""Train on many short reviews: seconds of each phase, processor time and peak memory.

The reviews are put together at random from excerpts of the installed reviews, 93 words each on average.

Usage: python -m benchmarks.many_reviews [--rows 1000000] [--network nb-ngrams] [OPTION OF SEQTUI TRAIN ...]
"""

import argparse
import csv
import json
import random
import resource
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.command import seqtui
from seqtui.corpora import CLASS_NAMES, load_corpus

EXCERPT, EXCERPTS = 23, 4  # words of an excerpt, excerpts of a review


def main() -> None:
    """Write the reviews, train, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--network", default="nb-ngrams")
    args, others = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reviews(folder / "reviews.csv", args.rows)
        options = ["--architecture", args.network, "--runs-dir", folder, *others]
        events = seqtui("train", "--data", folder / "reviews.csv", *options)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "rows": args.rows,
        "seconds": phase_seconds(events),
        "processor seconds": round(used.ru_utime + used.ru_stime, 1),
        "peak MB": used.ru_maxrss >> 10,
    }
    print(json.dumps(figures, indent=1))


def write_reviews(path: Path, rows: int) -> None:
    """Write reviews of random excerpts, all of them from reviews with the same label."""
    corpus = load_corpus("imdb-25k")
    excerpts: tuple[list[str], list[str]] = ([], [])
    for part in (corpus.train, corpus.test):
        for text, label in zip(part.texts, part.labels.tolist(), strict=True):
            words = text.split()
            for start in range(0, len(words), EXCERPT):
                excerpts[label].append(" ".join(words[start : start + EXCERPT]))
    source = random.Random(1)  # noqa: S311 - reproducible
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["review", "sentiment"])
        for _ in range(rows):
            label = source.randrange(2)
            writer.writerow([" ".join(source.choices(excerpts[label], k=EXCERPTS)), CLASS_NAMES[label]])


def phase_seconds(events: list[dict[str, Any]]) -> dict[str, float]:
    """Return the seconds of each phase, added up over the epochs, and the reviews trained per second."""
    seconds: dict[str, float] = {}
    phase, began = "starting", events[0]["time"]
    for event in events:
        if event["event"] in ("phase", "finished"):
            seconds[phase] = seconds.get(phase, 0.0) + event["time"] - began
            phase, began = event.get("phase", ""), event["time"]
    rates = [event["reviews_per_second"] for event in events if event["event"] == "epoch"]
    return {name: round(value, 1) for name, value in seconds.items()} | {"reviews/s": round(max(rates))}


if __name__ == "__main__":
    main()
