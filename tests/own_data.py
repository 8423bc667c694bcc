"""Write the installed reviews as three data sets of different formats."""

import csv
import json
from itertools import groupby
from pathlib import Path

from seqtui.corpora.installed import installed_file

NAMES = ("negative", "positive")


def rows(per_label: int | None = None) -> list[tuple[str, str, str]]:
    """Return text, label and source of the installed reviews, or of the first few per label and source."""
    with installed_file().open(encoding="utf-8", newline="") as file:
        reviews = [(row["text"], NAMES[int(row["label"])], row["source"]) for row in csv.DictReader(file)]
    reviews.sort(key=lambda row: row[1:])  # stable; a file sorted by label is the hardest to sample
    return [row for _, group in groupby(reviews, key=lambda row: row[1:]) for row in list(group)[:per_label]]


def write_latin1_csv(folder: Path, per_label: int | None = None) -> Path:
    """Write a latin-1 CSV file with two labels, other column names and rows without text or label."""
    path = folder / "reviews.csv"
    with path.open("w", encoding="latin-1", errors="ignore", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "review", "sentiment"])
        writer.writerow([0, "", "positive"])
        writer.writerow([0, "A review without a label, très sympathique", ""])
        imdb = [row for row in rows(per_label) if row[2] == "imdb"]
        writer.writerows([number, text, label] for number, (text, label, _) in enumerate(imdb, 1))
    return path


def write_four_labels(folder: Path, per_label: int | None = None) -> Path:
    """Write JSON lines with four labels, made of source and sentiment."""
    path = folder / "reviews.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for text, label, source in rows(per_label):
            file.write(json.dumps({"text": text, "label": f"{source} {label}"}) + "\n")
    return path


def write_tree(folder: Path, per_label: int | None = None) -> Path:
    """Write a folder with one subfolder per label and one file per review."""
    root = folder / "tree"
    for number, (text, label, source) in enumerate(rows(per_label)):
        if source == "rotten_tomatoes":
            (root / label).mkdir(parents=True, exist_ok=True)
            (root / label / f"{number}.txt").write_text(text, encoding="utf-8")
    return root
