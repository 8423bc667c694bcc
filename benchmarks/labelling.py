"""A simulated annotator labels texts that the model chooses, or random ones: the accuracy on other texts.

The texts are 15,000 of the training reviews, the annotator knows their labels, and the accuracy is that of
the light model of ``seqtui label``, trained with all labels so far, on the 8,250 test reviews. Random texts
are drawn five times for each seed, because the accuracy of one draw varies by several points. Also measured:
the CPU time of a round, and the estimated accuracy with its interval.

Usage: python -m benchmarks.labelling [--seeds N …] [--characters N] [--output FILE.json]
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import numpy as np

from seqtui.corpora import Corpus, load_corpus
from seqtui.curation.labelling import Labelling
from seqtui.curation.labels import Labels
from seqtui.curation.selection import TextModel
from seqtui.curation.suggestions import suggest
from seqtui.runs.metrics import wilson_interval

LABELS = (200, 500, 1000)
POOL = 15_000
DRAWS = 5


def main() -> None:
    """Measure with each seed and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3], metavar="N")
    parser.add_argument("--characters", type=int, metavar="N", help="cut the reviews; all of each")
    parser.add_argument("--output", type=Path, help="also write the results as JSON")
    args = parser.parse_args()
    corpus = load_corpus("imdb-25k")
    results = [measure(corpus, seed, args.characters) for seed in args.seeds]
    print(table(results))
    if args.output:
        args.output.write_text(json.dumps(results, indent=1) + "\n")


def measure(corpus: Corpus, seed: int, characters: int | None) -> dict[str, Any]:
    """Label with both choices and evaluate after each number of labels."""
    random = np.random.default_rng(seed)
    pool = random.choice(len(corpus.train), POOL, replace=False).tolist()
    known = {corpus.train.texts[row][:characters]: int(corpus.train.labels[row]) for row in pool}
    texts = list(known)
    test = [text[:characters] for text in corpus.test.texts]
    started = time.process_time()
    model = TextModel([*texts, *test])
    prepared = time.process_time() - started

    def accuracy(rows: list[int]) -> float:
        labels = [known[texts[row]] for row in rows]
        probabilities = model.fit_predict(rows, labels, len(corpus.class_names))[len(texts) :]
        return float(np.mean(probabilities.argmax(axis=1) == corpus.test.labels))

    chosen, rounds, estimates = chosen_rows(corpus, texts, known, model)
    draws = [random.permutation(len(texts)).tolist() for _ in range(DRAWS)]
    result = {
        "seed": seed,
        "preparation": prepared,
        "rounds": {"count": len(rounds), "mean": mean(rounds), "longest": max(rounds)},
        "estimates": estimates,
        **{
            str(count): {
                "chosen": [accuracy(chosen[:count])],
                "random": [accuracy(drawn[:count]) for drawn in draws],
            }
            for count in LABELS
        },
    }
    print(json.dumps(result), flush=True)
    return result


def chosen_rows(
    corpus: Corpus, texts: list[str], known: dict[str, int], model: TextModel
) -> tuple[list[int], list[float], dict[str, list[float]]]:
    """Return the texts in the order of labelling, the CPU seconds of each round, and the estimates."""
    with tempfile.TemporaryDirectory() as folder:
        session = Labelling(texts, Labels.open(Path(folder) / "labels.jsonl", corpus.class_names))
        rows, rounds, estimates = list[int](), list[float](), dict[str, list[float]]()
        while session.current is not None and len(rows) < max(LABELS):
            rows.append(session.current)
            session.answer("label", corpus.class_names[known[texts[session.current]]])
            if request := session.request():
                started = time.process_time()
                session.take(suggest(model, request))
                rounds.append(time.process_time() - started)
            if len(rows) in LABELS:
                last = session.estimates()[-1]
                share = last.correct / last.texts
                estimates[str(len(rows))] = [share, *wilson_interval(share, last.texts)]
    return rows, rounds, estimates


def table(results: list[dict[str, Any]]) -> str:
    """Return the results as Markdown."""
    lines = ["| labels | chosen | random | difference |", "|---|---|---|---|"]
    for count in map(str, LABELS):
        cells, means = [], []
        for choice in ("chosen", "random"):
            accuracies = [accuracy for result in results for accuracy in result[count][choice]]
            spread = f" ± {100 * stdev(accuracies):.2f}" if len(accuracies) > 1 else ""
            means.append(mean(accuracies))
            cells.append(f"{means[-1]:.2%}{spread}")
        lines.append(f"| {count} | {' | '.join(cells)} | {100 * (means[0] - means[1]):+.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
