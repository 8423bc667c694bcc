"""Use the whole app in a real terminal, take a screenshot of each screen and record an animation.

``python -m benchmarks.tour`` starts ``seqtui`` in tmux at 120 by 36, chooses cnn-lstm, trains three epochs on
imdb-25k, exports, types a review, labels texts, looks for wrong labels, and writes ``docs/app-*.svg``. With
``--gif`` it also writes ``docs/tour.gif``; with ``--curation`` it only labels and looks for wrong labels. It
needs tmux, and Chromium and Pillow for the animation.
"""

import argparse
import csv
import io
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.text import Text

from seqtui.corpora import CLASS_NAMES, load_corpus

WIDTH, HEIGHT = 120, 36
SESSION = f"seqtui-tour-{os.getpid()}"
DOCS = Path(__file__).parent.parent / "docs"
REVIEW = ("The plot is dull,", " but the acting", " is wonderful", " and I loved it.")


def tmux(*arguments: str) -> str:
    """Run tmux."""
    return subprocess.run(["tmux", *arguments], capture_output=True, text=True, check=True).stdout  # noqa: S607


def keys(*names: str) -> None:
    """Send keys, one after the other."""
    for name in names:
        tmux("send-keys", "-t", SESSION, name)
        time.sleep(0.3)


def screen(*options: str) -> str:
    """Return the text on the terminal."""
    return tmux("capture-pane", "-p", *options, "-t", SESSION)


def wait_for(words: str, seconds: float = 120) -> None:
    """Wait until the screen contains the words."""
    until = time.monotonic() + seconds
    while words not in (shown := screen()):
        if time.monotonic() > until:
            raise SystemExit(f"{words!r} did not appear:\n{shown}")
        time.sleep(0.2)


def as_svg(ansi: str) -> str:
    """Draw a captured terminal."""
    console = Console(record=True, width=WIDTH, height=HEIGHT, file=io.StringIO(), force_terminal=True,
                      color_system="truecolor")  # fmt: skip
    console.print(Text.from_ansi(ansi.rstrip("\n")), no_wrap=True, crop=True)
    return console.export_svg(title="seqtui", unique_id="tour")


def picture(name: str) -> None:
    """Save the terminal as an SVG file."""
    path = DOCS / f"app-{name}.svg"
    path.write_text(as_svg(screen("-e")), encoding="utf-8")
    print(path.name)


class Animation:
    """The frames of an animated GIF."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, int]] = []

    @contextmanager
    def recording(self, max_frames: int, milliseconds: int) -> Iterator[None]:
        """Capture the terminal in the background; keep up to ``max_frames`` frames, including the last."""
        captured: list[str] = []
        done = threading.Event()

        def capture() -> None:
            while not done.wait(0.25):
                shown = screen("-e")
                if shown not in captured[-1:]:
                    captured.append(shown)

        thread = threading.Thread(target=capture)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()
        captured.append(screen("-e"))
        step = max(1, len(captured) / max_frames)
        chosen = [captured[int(index * step)] for index in range(min(max_frames, len(captured)))]
        self.frames += [(frame, milliseconds) for frame in chosen[:-1]] + [(captured[-1], 4 * milliseconds)]

    def save(self, path: Path, width: int = 960) -> None:
        """Render the frames with Chromium and write the GIF."""
        from PIL import Image

        browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
        images = []
        with tempfile.TemporaryDirectory() as folder:
            svg, png = Path(folder, "frame.svg"), Path(folder, "frame.png")
            for ansi, _ in self.frames:
                svg.write_text(as_svg(ansi), encoding="utf-8")
                size = svg.read_text(encoding="utf-8").partition('viewBox="0 0 ')[2].partition('"')[0]
                command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars",
                           f"--window-size={','.join(str(round(float(side))) for side in size.split())}",
                           f"--screenshot={png}", svg.as_uri()]  # fmt: skip
                subprocess.run(command, check=True, capture_output=True)
                with Image.open(png) as image:
                    height = round(image.height * width / image.width)
                    images.append(image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS))
        palette = images[len(images) // 2].quantize(64, dither=Image.Dither.NONE)
        frames = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]
        durations = [duration for _, duration in self.frames]
        frames[0].save(
            path, save_all=True, append_images=frames[1:], duration=durations, loop=0, optimize=True
        )
        print(f"{path.name}: {len(frames)} frames, {path.stat().st_size / 1e6:.2f} MB")


def write_hotel_reviews(path: Path) -> None:
    """Write a CSV file of hotel reviews."""
    subjects, opinions = ("room", "bed", "breakfast", "pool"), ("dirty and loud", "old", "clean", "wonderful")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "review", "sentiment", "nights"])
        for row in range(300):
            subject, opinion = row // 4 % 4, row % 4
            text = f"Stay {row + 1}: the {subjects[subject]} was {opinions[opinion]}, as it always has been."
            writer.writerow([row + 1, text, ("bad", "good")[opinion // 2], row % 7 + 1])


def write(words: str) -> None:
    """Type text."""
    tmux("send-keys", "-l", "-t", SESSION, words)


@contextmanager
def terminal(folder: str) -> Iterator[None]:
    """Open a terminal in a folder."""
    tmux("new-session", "-d", "-s", SESSION, "-x", str(WIDTH), "-y", str(HEIGHT), "-c", folder)
    try:
        keys("export COLORTERM=truecolor PS1='$ '; clear", "Enter")
        yield
    finally:
        tmux("kill-session", "-t", SESSION)


def command(*arguments: str) -> None:
    """Run a command of seqtui."""
    keys(shlex.join([sys.executable, "-P", "-m", "seqtui", *arguments]), "Enter")


def curate() -> None:
    """Label 60 film reviews, and look for wrong labels in 600, of which 18 have the wrong one."""
    corpus = load_corpus("imdb-25k").train
    short = [
        (text, index) for text, index in zip(corpus.texts, corpus.labels, strict=True) if len(text) < 700
    ]
    known = {" ".join(text.split())[:40]: index for text, index in short[:300]}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "films.jsonl").write_text(
            "".join(json.dumps({"text": text}) + "\n" for text, _ in short[:300]), encoding="utf-8"
        )
        with Path(folder, "labelled.csv").open("w", encoding="utf-8", newline="") as file:
            rows = [
                (text, CLASS_NAMES[1 - index if row % 33 == 0 else index])
                for row, (text, index) in enumerate(short[:600])
            ]
            csv.writer(file).writerows([("text", "label"), *rows])
        with terminal(folder):
            command("label", "films.jsonl", "--labels", "negative,positive")
            wait_for("0 of 300 labelled")
            for _ in range(60):
                shown = " ".join("".join(line[1:78] for line in screen().splitlines()[3:]).split())
                keys(str(next((index + 1 for start, index in known.items() if start[:30] in shown), 0)))
            keys("g")
            wait_for("guess: ")
            time.sleep(1)
            picture("label")
            keys("C-q")
            wait_for("the same command continues")
            command("data", "doctor", "labelled.csv", "--app")
            wait_for("0 decided", 400)
            keys("a", "1", "Down")
            wait_for("2 decided")
            time.sleep(6)  # the notification
            picture("doctor")
            keys("C-q")


def main() -> None:
    """Use the app once from start to end."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gif", action="store_true", help="also record docs/tour.gif")
    parser.add_argument("--curation", action="store_true", help="only label and look for wrong labels")
    args = parser.parse_args()
    if args.curation:
        curate()
        return
    animation = Animation()
    with tempfile.TemporaryDirectory() as folder:
        write_hotel_reviews(Path(folder) / "hotel reviews.csv")
        with terminal(folder):
            command("--runs-dir", "runs")
            wait_for("median")
            picture("train")
            keys("Tab", "Tab", "C-a", "C-k")
            write("hotel reviews.csv")
            wait_for("training, 60 test")
            time.sleep(1)
            picture("own")
            keys("C-a", "C-k")
            write("imdb-25k")
            wait_for("25,000 reviews")
            with animation.recording(6, 500):
                keys("BTab", "BTab", "Down", "Up", "F5")
                wait_for("epoch 1 of 3")
            with animation.recording(24, 300):
                wait_for("epoch 3 of 3", 300)
                time.sleep(3)
                picture("live")
                wait_for("verified on", 300)
            picture("export")
            with animation.recording(16, 350):
                keys("Enter")
                wait_for("Score a file")
                for words in REVIEW:
                    write(words)
                    time.sleep(0.8)
                wait_for("words that raise")
                time.sleep(1)
            picture("score")
            with animation.recording(3, 500):
                keys("F3")
                wait_for("finished")
                time.sleep(1)
            picture("runs")
            keys("m")
            wait_for("loss")
            time.sleep(3)
            picture("mistakes")
            keys("Escape")
            keys("C-q")
            wait_for("test accuracy")
            print(screen().strip())
    curate()
    if args.gif:
        animation.save(DOCS / "tour.gif")


if __name__ == "__main__":
    main()
