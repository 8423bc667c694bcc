"""Wall time of one ``seqtui score``, compared with a script that imports only what it needs.

Usage: python -m benchmarks.score_start MODEL.onnx [--repeats 15]
"""

import argparse
import subprocess
import sys
import time
from statistics import median

NAIVE = """
import sys, numpy, onnxruntime
onnxruntime.InferenceSession(sys.argv[1]).run(None, {"text": numpy.array(["A wonderful film"])})
"""


def main() -> None:
    """Run both alternately and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--repeats", type=int, default=15)
    args = parser.parse_args()
    commands = {
        "seqtui score": ["-m", "seqtui", "score", args.model, "A wonderful film"],
        "naive onnxruntime script": ["-c", NAIVE, args.model],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(args.repeats):
        for name, arguments in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - start)
    ours, naive = (median(times) for times in seconds.values())
    for name, times in seconds.items():
        print(f"{name}: {median(times):.3f} s (median of {args.repeats}, worst {max(times):.3f} s)")
    print(f"ratio: {ours / naive:.2f}")


if __name__ == "__main__":
    main()
