"""Somebody's own reviews: a table in one or more files, or a folder with one sub-folder a label."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from seqtui.corpora.columns import PARTS, Columns, find_columns, is_held_out
from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.findings import Findings
from seqtui.corpora.tree import read_tree
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from seqtui.tables.encoding import check_encoding, detect_encoding
from seqtui.tables.reading import format_of, open_table
from seqtui.tables.rows import Anything, Asked, Rejects, Table, is_missing, label_name
from seqtui.tables.streams import Source, open_source
from seqtui.unpacking import DAMAGED

HELD_OUT_SHARE = 0.2
MOST_LABELS = 1000
_LONGEST_LABEL = 200  # characters
_UNPRINTED = re.compile("[\0\ud800-\udfff]")  # what a file of ONNX cannot hold


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """How own reviews are read; the fields of the recipe with the same names."""

    text_column: str | None = None
    label_column: str | None = None
    split_column: str | None = None
    held_out: str | None = None
    held_out_share: float | None = None
    encoding: str | None = None

    @classmethod
    def of(cls, recipe: Recipe) -> "Choices":
        """A recipe's."""
        return cls(**{name: getattr(recipe, name) for name in cls.__struct_fields__})

    def options(self) -> list[str]:
        """What was chosen, as options of the command line."""
        return [
            f"--{name.replace('_', '-')}"
            for name, value in msgspec.structs.asdict(self).items()
            if value is not None
        ]


class Review(NamedTuple):
    """One row: ``held_out`` is None where the source does not say."""

    text: str
    label: str
    held_out: bool | None
    place: str


@dataclass
class Gathered:
    """Rows as they are read, and what they lacked."""

    reviews: list[Review] = field(default_factory=list)
    missing_text: int = 0
    missing_label: int = 0
    encodings: set[str] = field(default_factory=set)
    files: int = 0

    def add(self, text: str, label: object, held_out: bool | None, place: str) -> None:
        """Take a row, or count what it lacks.

        Raises:
            InputError: If its label can be none; the message names the place.
        """
        if is_missing(text):
            self.missing_text += 1
        elif is_missing(label):
            self.missing_label += 1
        else:
            name = label_name(label)
            if len(name) > _LONGEST_LABEL or _UNPRINTED.search(name):
                raise InputError(
                    f"{place}: {name[:40]!r} is no label (longer than {_LONGEST_LABEL} characters, or with "
                    "characters that are none); name the column of the labels with --label-column"
                )
            self.reviews.append(Review(text, name, held_out, place))


def expand(source: str) -> list[str]:
    """The files that a path or a pattern names, in order; none where there are none."""
    if Path(source).exists():
        return [source]
    return sorted(glob(source, recursive=True)) if has_magic(source) else []  # noqa: PTH207 - from any folder


def read_own(source: str, choices: Choices) -> Corpus:
    """Read own reviews and split them.

    Args:
        source: A file, a pattern of files, or a folder with one sub-folder a label.
        choices: What the user has said.

    Raises:
        InputError: If something cannot be read or told; the message names file and line.
    """
    if choices.encoding is not None:
        check_encoding(choices.encoding)
    gathered, columns = _gather(source, choices, None)
    told = [review for review in gathered.reviews if review.held_out is not None]
    split = "" if not told else f"the column '{columns.split}'" if columns else "the folders of its own"
    if choices.held_out is not None:
        if split:
            raise InputError(f"--held-out {choices.held_out}: {source} has a split already: {split}")
        alike = columns and columns._replace(split=None)
        second, _ = _gather(choices.held_out, choices, alike, "--held-out")
        gathered = _joined(gathered, second)
        split = f"all of {choices.held_out}"
    if split and choices.held_out_share:
        raise InputError(f"--held-out-share: {source} has a split already: {split}")
    train, held_out, labels = _split(source, gathered, choices.held_out_share if not split else None)
    if not split:
        split = f"{len(held_out) / (len(train) + len(held_out)):.1%} of each label, always the same ones"
    texts = [review.text.strip() for review in gathered.reviews]
    held_out_texts = {text.strip() for text in held_out.texts}
    alone = train.where([text.strip() not in held_out_texts for text in train.texts])
    found = Findings(
        files=gathered.files,
        encoding=", ".join(sorted(gathered.encodings)) or None,
        text_column=columns and columns.text,
        label_column=columns and columns.label,
        split=split,
        missing_text=gathered.missing_text,
        missing_label=gathered.missing_label,
        repeated=len(texts) - len(set(texts)),
        leaked=len(train) - len(alone),
        leaked_removed=True,
    )
    return Corpus(source, alone, held_out, labels, found)


def _split(source: str, gathered: Gathered, share: float | None) -> tuple[Reviews, Reviews, tuple[str, ...]]:
    counts = Counter(review.label for review in gathered.reviews)
    labels = tuple(sorted(counts, key=_in_natural_order))
    if len(labels) < 2:
        told = f"all reviews are '{labels[0]}'" if labels else "there is no review with one"
        raise InputError(f"{source}: two labels are the least, and {told}")
    if len(labels) > MOST_LABELS:
        raise InputError(
            f"{source}: {len(labels):,} different labels, {MOST_LABELS:,} are the most; --label-column names "
            "another column"
        )
    places = {label: place for place, label in enumerate(labels)}
    reviews = Reviews(
        [review.text for review in gathered.reviews],
        np.array([places[review.label] for review in gathered.reviews], np.int32),
    )
    if any(review.held_out is not None for review in gathered.reviews):
        held_out = [bool(review.held_out) for review in gathered.reviews]
        return reviews.where([not is_held_out for is_held_out in held_out]), reviews.where(held_out), labels
    if rare := [review for review in gathered.reviews if counts[review.label] < 2]:
        raise InputError(
            f"{rare[0].place}: nothing else is labelled '{rare[0].label}'; a label needs two reviews, one to "
            "learn from and one to be judged by"
        )
    second = round(len(reviews) * (share or HELD_OUT_SHARE))
    train, drawn = reviews.split(max(len(labels), min(second, len(reviews) - len(labels))), labels)
    return train, drawn, labels


def _in_natural_order(label: str) -> tuple[object, ...]:
    """Numbers by their value, in front of words; in words 9 before 10, capitals beside small letters."""
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", label):
        return (0, float(label), (), label)
    parts = tuple((part.isdecimal() and int(part), part.casefold()) for part in re.split(r"(\d+)", label))
    return (1, 0.0, parts, label)


def _joined(train: Gathered, held_out: Gathered) -> Gathered:
    """Both as one, each row with its part."""
    both = [(train, False), (held_out, True)]
    return Gathered(
        [review._replace(held_out=part) for gathered, part in both for review in gathered.reviews],
        train.missing_text + held_out.missing_text,
        train.missing_label + held_out.missing_label,
        train.encodings | held_out.encodings,
        train.files + held_out.files,
    )


def _gather(
    source: str, choices: Choices, columns: Columns | None, option: str = "--data"
) -> tuple[Gathered, Columns | None]:
    gathered = Gathered()
    if Path(source).is_dir():
        if any([choices.text_column, choices.label_column, choices.split_column]):
            raise InputError(
                f"{option} {source}: a folder has no columns; leave out the options that name them"
            )
        files, encoding = read_tree(Path(source), choices.encoding)
        for text, label, held_out, path in files:
            gathered.add(text, label, held_out, path)
        gathered.encodings.add(encoding)
        gathered.files = len(files)
        return gathered, None
    paths = expand(source)
    if not paths:
        raise InputError(f"{option} {source}: no such file or folder")
    for path in paths:
        columns = _gather_file(path, choices, columns, gathered, option)
    return gathered, columns


def _gather_file(
    path: str, choices: Choices, columns: Columns | None, gathered: Gathered, option: str
) -> Columns:
    with open_source(path, option) as source:
        kind = format_of(source, path, has_columns=True)
        encoding = choices.encoding or ("utf-8" if kind == "parquet" else _detected(source))
    if columns is None:
        with _opened(path, kind, encoding, Anything()) as table:
            columns = _look(path, table, choices)
    unit = "row" if kind == "parquet" else "line"
    with _opened(path, kind, encoding, Asked(columns.text, None, [], optional=True)) as table:
        if kind != "jsonl":
            _check_columns(path, columns, table.columns)
        for window in table.windows():
            labels = window.column(table.columns, columns.label)
            parts = window.column(table.columns, columns.split) if columns.split else None
            for place, (text, number) in enumerate(zip(window.texts, window.numbers, strict=True)):
                at = f"{path}, {unit} {number}"
                held_out = _part(parts[place], columns.split, at) if parts else None
                gathered.add(text, labels[place], held_out, at)
    gathered.files += 1
    if kind != "parquet":
        gathered.encodings.add(encoding)
    return columns


@contextmanager
def _opened(path: str, kind: str, encoding: str, asked: Asked) -> Iterator[Table]:
    with open_source(path, "--data", None if kind == "parquet" else encoding) as source:
        yield open_table(source, kind, asked, Rejects(path, hint=""), same_columns=False)


def _look(path: str, table: Table, choices: Choices) -> Columns:
    """Choose the columns by their names and the first rows."""
    window = next(iter(table.windows()), None)
    if window is None:
        raise InputError(f"{path}: holds no reviews")
    names = list(table.columns)
    if isinstance(window.values, list) and isinstance(window.values[0], dict):
        names = list(dict.fromkeys(name for row in window.values for name in row))
    sample = {name: window.column(table.columns, name) for name in names}
    return find_columns(path, sample, choices.text_column, choices.label_column, choices.split_column)


def _check_columns(path: str, wanted: Columns, there: list[str]) -> None:
    for name in wanted:
        if name is not None and name not in there:
            raise InputError(f"{path}: no column '{name}', which the first file has: {', '.join(there)}")


def _part(value: object, column: str | None, at: str) -> bool:
    held_out = is_held_out(value)
    if held_out is None:
        raise InputError(f"{at}: its '{column}' is {str(value)[:40]!r}, none of {PARTS}")
    return held_out


def _detected(source: Source) -> str:
    try:
        return detect_encoding(source.file)
    except DAMAGED as error:
        raise InputError(f"{source.name}: cannot be read: {error}") from error
