"""Three data sets of different shape, written from the installed reviews."""

import csv
import json
from itertools import groupby
from pathlib import Path

from seqtui.corpora.installed import installed_file

NAMES = ("negative", "positive")


def rows(of_each: int | None = None) -> list[tuple[str, str, str]]:
    """Text, label and source of the installed reviews; the first so many of each label and source."""
    with installed_file().open(encoding="utf-8", newline="") as file:
        every = [(row["text"], NAMES[int(row["label"])], row["source"]) for row in csv.DictReader(file)]
    every.sort(key=lambda row: row[1:])  # stable: a file that is sorted by label is the hardest to sample
    return [row for _, group in groupby(every, key=lambda row: row[1:]) for row in list(group)[:of_each]]


def write_latin1_csv(folder: Path, of_each: int | None = None) -> Path:
    """Two labels, in latin-1, under other names of columns, with what is missing in some rows."""
    path = folder / "reviews.csv"
    with path.open("w", encoding="latin-1", errors="ignore", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "review", "sentiment"])
        writer.writerow([0, "", "positive"])
        writer.writerow([0, "A review that nobody has labelled, très sympathique", ""])
        imdb = [row for row in rows(of_each) if row[2] == "imdb"]
        writer.writerows([number, text, label] for number, (text, label, _) in enumerate(imdb, 1))
    return path


def write_four_labels(folder: Path, of_each: int | None = None) -> Path:
    """Four labels, source and sentiment, as lines of JSON."""
    path = folder / "reviews.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for text, label, source in rows(of_each):
            file.write(json.dumps({"text": text, "label": f"{source} {label}"}) + "\n")
    return path


def write_tree(folder: Path, of_each: int | None = None) -> Path:
    """A folder with a sub-folder a label and a file a review."""
    root = folder / "tree"
    for number, (text, label, source) in enumerate(rows(of_each)):
        if source == "rotten_tomatoes":
            (root / label).mkdir(parents=True, exist_ok=True)
            (root / label / f"{number}.txt").write_text(text, encoding="utf-8")
    return root
