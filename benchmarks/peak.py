"""Peak speed of the cores: a large float32 matrix product in TensorFlow, on all cores.

Usage: python -m benchmarks.peak
"""

import json
import time
from statistics import median

import tensorflow as tf

SIZE = 2048
REPEATS = 15


def main() -> None:
    """Print the median, in GFLOP/s, as JSON."""
    matrix = tf.random.normal((SIZE, SIZE))
    seconds = []
    for _ in range(REPEATS + 2):
        start = time.perf_counter()
        tf.matmul(matrix, matrix).numpy()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"gflops": 2 * SIZE**3 / median(seconds[2:]) / 1e9}))


if __name__ == "__main__":
    main()
