"""Time from a key on the Label screen to the next text, while the light model is trained in the background.

The real screen labels the beginnings of 10,000 training reviews of imdb-25k with their known labels, without
a terminal. The time ends when the screen has been drawn.

Usage: python -m benchmarks.label_keys [--keys 600]
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

import numpy as np

from seqtui.corpora import load_corpus
from seqtui.curation.labelling import Labelling
from seqtui.curation.labels import Labels
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens.label import LabelScreen

_CHARACTERS, _TEXTS = 200, 10_000


def main() -> None:
    """Press the keys and print the times."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keys", type=int, default=600)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        milliseconds, labels = asyncio.run(press(Path(folder), args.keys))
    median, late = np.percentile(milliseconds, [50, 99])
    print(f"{args.keys} keys, {labels} texts labelled: median {median:.1f} ms, 99 % within {late:.1f} ms")


async def press(folder: Path, keys: int) -> tuple[list[float], int]:
    """Label texts; return the milliseconds of each key and the number of labelled texts."""
    train = load_corpus("imdb-25k").train
    known = {
        text[:_CHARACTERS]: label for text, label in zip(train.texts, train.labels.tolist(), strict=True)
    }
    texts = list(known)[:_TEXTS]
    session = Labelling(texts, Labels.open(folder / "labels.jsonl", ["negative", "positive"]))
    app = SeqtuiApp(folder / "runs", first=lambda: LabelScreen(session, "reviews.csv"))
    milliseconds = []
    async with app.run_test(size=(120, 36)) as pilot:
        while not (isinstance(app.screen, LabelScreen) and app.screen.is_ready):
            await pilot.pause(0.05)
        for _ in range(keys):
            before = session.current
            if before is None:
                break
            start = time.perf_counter()
            app.simulate_key("12"[known[texts[before]]])
            while session.current == before or app._batch_count or not app._message_queue.empty():
                await asyncio.sleep(0)
            app.screen._compositor.render_strips()
            milliseconds.append(1000 * (time.perf_counter() - start))
            await asyncio.sleep(0.02)
    return milliseconds, session.labelled


if __name__ == "__main__":
    main()
