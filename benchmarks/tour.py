"""Use the whole app in a real terminal and take a screenshot of each screen.

``python -m benchmarks.tour`` starts ``seqtui`` in tmux at 120 by 36, chooses cnn-lstm, trains three epochs on
imdb-25k, exports, types a review, quits, and writes ``docs/app-*.svg``. It needs tmux.
"""

import csv
import io
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH, HEIGHT = 120, 36
SESSION = f"seqtui-tour-{os.getpid()}"
DOCS = Path(__file__).parent.parent / "docs"


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


def picture(name: str) -> None:
    """Save the terminal as an SVG file."""
    console = Console(record=True, width=WIDTH, height=HEIGHT, file=io.StringIO(), force_terminal=True,
                      color_system="truecolor")  # fmt: skip
    console.print(Text.from_ansi(screen("-e").rstrip("\n")), no_wrap=True, crop=True)
    path = DOCS / f"app-{name}.svg"
    path.write_text(console.export_svg(title="seqtui"), encoding="utf-8")
    print(path.name)


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


def main() -> None:
    """Use the app once from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        write_hotel_reviews(Path(folder) / "hotel reviews.csv")
        command = shlex.join([sys.executable, "-P", "-m", "seqtui", "--runs-dir", "runs"])
        tmux("new-session", "-d", "-s", SESSION, "-x", str(WIDTH), "-y", str(HEIGHT), "-c", folder)
        try:
            keys("export COLORTERM=truecolor PS1='$ '; clear", "Enter", command, "Enter")
            wait_for("median")
            picture("train")
            keys("Tab", "C-a", "C-k")
            tmux("send-keys", "-l", "-t", SESSION, "hotel reviews.csv")
            wait_for("training, 60 test")
            time.sleep(1)
            picture("own")
            keys("C-a", "C-k")
            tmux("send-keys", "-l", "-t", SESSION, "imdb-25k")
            wait_for("25,000 reviews")
            keys("BTab", "Down", "Up", "F5")
            wait_for("loading TensorFlow")
            wait_for("epoch 3 of 3")
            time.sleep(3)
            picture("live")
            wait_for("verified on", 180)
            picture("export")
            keys("Enter")
            wait_for("Score a file")
            tmux(
                "send-keys",
                "-l",
                "-t",
                SESSION,
                "The plot is dull, but the acting is wonderful and I loved it.",
            )
            wait_for("words that push")
            time.sleep(1)
            picture("score")
            keys("F3")
            wait_for("finished")
            time.sleep(1)
            picture("runs")
            keys("C-q")
            wait_for("test accuracy")
            print(screen().strip())
        finally:
            tmux("kill-session", "-t", SESSION)


if __name__ == "__main__":
    main()
