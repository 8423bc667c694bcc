"""Run a thousand malformed inputs: files of reviews, archives, models, recipes, run folders.

Usage: python -m benchmarks.malformed [--count 1100] [--seed 1] [--kind KIND] [--verbose]

Every file is crafted or damaged at random, with a seed. A correct outcome is one line that names the
file, the correct exit code and no traceback, within 5 seconds and 1 GB; or a correct result if the damage is
harmless. Set TMPDIR=/dev/shm to exclude a slow or busy disk.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from seqtui.runs import Run
from tests.hostile.archives import files
from tests.hostile.cases import CaseFactory
from tests.hostile.outcomes import CATEGORIES, classify
from tests.hostile.runner import CommandRunner

_TF = (
    "tensorflow",
    "keras",
    "tf2onnx",
    "seqtui.training.trainer",
    "seqtui.training.model",
    "exporters.onnx",
)
_LIGHT = (
    "seqtui.scoring.files",
    "seqtui.tables.parquet",
    "seqtui.corpora.describe",
    "tests.hostile.open_screens",
)
_SLOW_SHARE = 0.12  # of all cases; those that need TensorFlow take at least half a second


def main() -> None:
    """Write the files, run the commands and print the table; exit with 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", help="only this one; repeatable")
    parser.add_argument("--verbose", action="store_true", help="also print the messages of refused inputs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        factory = CaseFactory(_trained(Path(folder)), Path(folder))
        table: dict[str, Counter[str]] = {}
        for kinds, modules, share in (
            (factory.kinds, _LIGHT, 1 - _SLOW_SHARE),
            (factory.slow_kinds, _TF, _SLOW_SHARE),
        ):
            chosen = [kind for kind in kinds if not args.kind or kind in args.kind]
            count = args.count if args.kind else round(args.count * share / max(1, len(chosen)))
            if chosen:
                with CommandRunner(*modules) as runner:
                    for kind in chosen:
                        table[kind] = _try(runner, factory, kind, count, args.seed, args.verbose)
    _print(table)
    sys.exit(any(counts[category] for counts in table.values() for category in CATEGORIES[2:]))


def _trained(folder: Path) -> Run:
    """Train and export a small run on its own reviews."""
    for name, content in files(60).items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for arguments in (
        ("train", "--data", "data", "--epochs", "2", "--vocabulary-size", "50", "--name", "good"),
        ("export", "good", "--onnx"),
    ):
        subprocess.run(
            [sys.executable, "-m", "seqtui", *arguments], cwd=folder, check=True, capture_output=True
        )
    return Run(folder / "runs" / "good")


def _try(
    runner: CommandRunner, factory: CaseFactory, kind: str, count: int, seed: int, verbose: bool
) -> Counter[str]:
    categories: Counter[str] = Counter()
    for case in factory.cases(kind, count, seed):
        outcome = runner.run(case.folder, case.arguments)
        category, reason = classify(case, outcome)
        categories[category] += 1
        if verbose or category in CATEGORIES[2:]:
            print(
                f"{category}: {kind}, {case.how}: {' '.join(case.arguments)[:90]}: {reason}", file=sys.stderr
            )
        shutil.rmtree(case.folder)
    return categories


def _print(table: dict[str, Counter[str]]) -> None:
    print("| kind | inputs | " + " | ".join(CATEGORIES) + " |")
    print("|---" * (len(CATEGORIES) + 2) + "|")
    for kind, counts in [*table.items(), ("all", sum(table.values(), Counter()))]:
        print(
            f"| {kind} | {counts.total()} | "
            + " | ".join(str(counts[category]) for category in CATEGORIES)
            + " |"
        )


if __name__ == "__main__":
    main()
