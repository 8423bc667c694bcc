"""The file of labels that a person gives to texts: append-only JSON lines beside the texts."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from seqtui.corpora.corrections import text_digest
from seqtui.errors import InputError, listed
from seqtui.scoring.writing import output_format
from seqtui.storage.append import append_json, is_torn
from seqtui.tables.streams import open_destination

MAX_LABELS = 9
"""Maximum number of labels: each has a key."""

_MAX_BYTES = 1 << 28  # of the file
_MAX_NAME = 200  # characters of a label, as in tables
_UNSURE = "unsure"
_SAMPLED = 5  # one of so many texts is drawn at random
_MANY = 1000  # texts without labels, from which text vectors can be learned

Kind = Literal["label", "unsure", "skip"]
"""What was answered: a label; that the text has no clear one; or that it is to be asked again later."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer about a text.

    Args:
        kind: Kind of answer.
        label: The label; None for other kinds.
        guess: Label that the model predicted before the answer; None if there was no model.
        shown: Whether the guess was shown before the answer, which may influence it.
    """

    kind: Kind
    label: str | None = None
    guess: str | None = None
    shown: bool = False


class _Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    labels: list[str] | None = None  # in the first line, and again if some are added
    text: str | None = None  # digest
    kind: Kind | None = None
    label: str | None = None
    guess: str | None = None
    shown: bool = False
    undo: bool = False
    time: datetime


@dataclass
class Labels:
    """The content of a file of labels; each change is appended to the file at once.

    Args:
        path: The file.
        names: Labels to choose from, in the order of their keys.
        answers: Last answer about each text, by the digest of the text.
        history: Digests of the answers that can be withdrawn, in order.
        given: Labels that the source has, by the digest of the text. An answer takes precedence.
        warnings: Problems that lose nothing, one line each.
        append: Appends a record to the file and syncs it. Default: at once. The app replaces it by a function
            that lets another thread do so.
        has_new_names: Whether some names are not in the file yet. Default: False.
    """

    path: Path
    names: list[str] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    append: Callable[[Path, Any], None] = append_json
    has_new_names: bool = False

    @classmethod
    def open(cls, path: Path, names: Sequence[str] = (), given: Mapping[str, str] | None = None) -> "Labels":
        """Read a file of labels as :meth:`read` does, and write the labels to choose from, if they are new.

        Raises:
            InputError: As for :meth:`read`.
            OSError: If the file cannot be written.
        """
        labels = cls.read(path, names, given)
        labels.write_names()
        return labels

    @classmethod
    def read(cls, path: Path, names: Sequence[str] = (), given: Mapping[str, str] | None = None) -> "Labels":
        """Read a file of labels, if it exists.

        Args:
            path: The file.
            names: Labels to choose from. Default: those in the file, or else those given. Others are added to
                those in the file.
            given: Labels that the source has, by text. Those that are none of the labels to choose from count
                as missing, with a warning. Default: none.

        Raises:
            InputError: If there are fewer than two labels, one is invalid, or the file is not one of labels.
        """
        labels = cls(path)
        if path.exists() or path.is_symlink():
            labels.reload()
        given = given or {}
        names = names or ([] if labels.names else _names_of(given))
        missing = [name for name in map(_checked_name, names) if name not in labels.names]
        every = list(dict.fromkeys([*labels.names, *missing]))
        if not 2 <= len(every) <= MAX_LABELS:
            number = "at least two labels" if len(every) < 2 else f"at most {MAX_LABELS} labels"
            column = "" if given else ", or the column that has them with --label-column"
            raise InputError(f"--labels: give {number}, such as --labels positive,negative{column}")
        labels.names, labels.has_new_names = every, bool(missing)
        labels.given = {text_digest(text): label for text, label in given.items() if label in every}
        others = sorted(set(given.values()) - set(every))
        if others:
            count = len(given) - len(labels.given)
            labels.warnings.append(
                f"labels of {count:,} texts are none of those to choose from, and count as missing: "
                f"{listed(others)}"
            )
        return labels

    def write_names(self) -> None:
        """Append the labels to choose from, if some of them are new.

        Raises:
            OSError: If the file cannot be written.
        """
        if self.has_new_names:
            self.append(self.path, _Line(labels=self.names, time=_now()))
            self.has_new_names = False

    def label_of(self, digest: str) -> str | None:
        """Return the label of a text: the one that was answered, otherwise the one that the source has.

        Args:
            digest: Digest of the text.

        Returns:
            The label. None if there is none, or the answer was that it is unclear.
        """
        answer = self.answers.get(digest)
        return self.given.get(digest) if answer is None or answer.kind == "skip" else answer.label

    def add(self, text: str, answer: Answer) -> None:
        """Append an answer and sync it to the disk.

        Raises:
            InputError: If its label is none of the labels to choose from.
            OSError: If the file cannot be written; the answer is not recorded then.
        """
        if answer.label not in (self.names if answer.kind == "label" else [None]):
            raise InputError(f"{answer.label!r} is none of the labels: {', '.join(self.names)}")
        digest = text_digest(text)
        self.append(self.path, _Line(text=digest, time=_now(), **msgspec.structs.asdict(answer)))
        self._apply(digest, answer)

    def undo(self) -> str | None:
        """Withdraw the last answer by another line.

        Returns:
            The digest of its text; None if there is none. A text that was answered twice has no answer then.

        Raises:
            OSError: If the file cannot be written.
        """
        if not self.history:
            return None
        digest = self.history[-1]
        self.append(self.path, _Line(text=digest, undo=True, time=_now()))
        self._withdraw(digest)
        return digest

    def of(self, text: str) -> Answer | None:
        """Return the last answer about a text, or None."""
        return self.answers.get(text_digest(text))

    def _apply(self, digest: str, answer: Answer) -> None:
        self.answers[digest] = answer
        self.history.append(digest)

    def _withdraw(self, digest: str) -> None:
        self.answers.pop(digest, None)
        self.history = [other for other in self.history if other != digest]

    def reload(self) -> None:
        """Read the file again, for example after an answer could not be written.

        Raises:
            InputError: If it cannot be read, or is not a file of labels.
        """
        self.answers, self.history, self.warnings = {}, [], []
        try:
            with self.path.open("rb") as file:
                content = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise InputError(f"{self.path}: {error.strerror}") from error
        if len(content) > _MAX_BYTES:
            raise InputError(f"{self.path}: larger than {_MAX_BYTES >> 20} MiB, not a file of labels")
        lines = content.split(b"\n")
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                self._take(msgspec.json.decode(line, type=_Line))
            except (ValueError, RecursionError, InputError) as error:
                if number == len(lines) and is_torn(line):
                    self.warnings.append(f"{self.path}, line {number}: incomplete, ignored")
                    return
                raise InputError(f"{self.path}, line {number}: not a label: {error}") from error

    def _take(self, line: _Line) -> None:
        if line.labels is not None:
            self.names = [_checked_name(name) for name in line.labels]
        elif line.text is None:
            raise ValueError("'text' or 'labels' is needed")
        elif line.undo:
            self._withdraw(line.text)
        elif line.kind is None or (line.kind == "label") != (line.label in self.names):
            raise ValueError("its label is none of those above")
        else:
            answer = Answer(kind=line.kind, label=line.label, guess=line.guess, shown=line.shown)
            self._apply(line.text, answer)


def is_sampled(digest: str) -> bool:
    """Return whether a text belongs to the fifth that is drawn at random, by its digest.

    The digest does not depend on what the text says, so that these texts are a random sample of all.
    """
    return int(digest[-8:], 16) % _SAMPLED == 0


def has_many_others(texts: Sequence[str], labels: Labels) -> bool:
    """Return whether so many texts have no label that a network should learn from them, too."""
    return sum(labels.label_of(text_digest(text)) is None for text in texts) >= _MANY


def export_labels(texts: Sequence[str], labels: Labels, path: str, source: str) -> list[str]:
    """Write the labelled texts as a table that ``seqtui train --data`` reads.

    The texts that were drawn at random become its test set, because the others are more difficult than usual.
    Without two texts of each label in both sets, the table has no column ``split``.

    Args:
        texts: The texts.
        labels: Their labels.
        path: File to write; its extension names the format: CSV, TSV, JSON lines or Parquet.
        source: Where the texts come from, which cannot be overwritten.

    Returns:
        Notes about the table, one line each.

    Raises:
        InputError: If no text has a label, or the file cannot be written.
    """
    kind = output_format(path, "--export")
    rows = []
    for text in texts:
        digest = text_digest(text)
        label = labels.label_of(digest)
        if label is not None:
            part = "test" if is_sampled(digest) else "train"
            rows.append((text.encode("utf-8", "replace").decode(), label, part))
    if not rows:
        raise InputError(f"{labels.path}: no text has a label yet")
    used = {label for _, label, _ in rows}
    parts = [(label, part) for _, label, part in rows]
    is_split = len(used) > 1 and all(
        parts.count((label, part)) >= 2 for label in used for part in ("train", "test")
    )
    columns = ["text", "label", *(["split"] if is_split else [])]
    table = [row[: len(columns)] for row in rows]
    with open_destination(path, (source, str(labels.path))) as file:
        file.write(_encoded(columns, table, kind))
    test = sum(part == "test" for _, part in parts)
    notes = [f"{len(rows):,} labelled texts"]
    if is_split:
        notes.append(f"{test:,} of them, drawn at random, are the test set")
    elif len(used) > 1:
        notes.append("too few of them were drawn at random for a test set; seqtui train draws one from all")
    else:
        notes.append(f"all have the label '{rows[0][1]}'; a network needs two labels")
    return notes


def _encoded(columns: list[str], rows: list[tuple[str, ...]], kind: str) -> bytes:
    if kind == "jsonl":
        objects: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
        return b"".join(msgspec.json.encode(row) + b"\n" for row in objects)
    if kind == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        buffer = pa.BufferOutputStream()
        pq.write_table(pa.table(dict(zip(columns, zip(*rows, strict=True), strict=True))), buffer)
        return bytes(buffer.getvalue())
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter="\t" if kind == "tsv" else ",", lineterminator="\n")
    writer.writerows([columns, *rows])
    return lines.getvalue().encode()


def _names_of(given: Mapping[str, str]) -> list[str]:
    """Return the labels of a source to choose from; none if there are so many that they may be no labels."""
    names = sorted({label for label in given.values() if label.casefold() != _UNSURE})
    return names if len(names) <= MAX_LABELS else []


def _checked_name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > _MAX_NAME or any(not character.isprintable() for character in name):
        raise InputError(
            f"--labels: {name[:40]!r} is not a label; use at most {_MAX_NAME} printable characters"
        )
    if name.casefold() == _UNSURE:
        raise InputError(
            "--labels: 'unsure' has a key of its own, for texts without a clear label; leave it out"
        )
    return name


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
