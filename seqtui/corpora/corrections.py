"""The corrections file: labels that a person has corrected, as append-only JSON lines beside the source.

Each line names a text by its digest. The source itself is never changed.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from glob import has_magic
from pathlib import Path

import msgspec

from seqtui.errors import InputError
from seqtui.recipe import SOURCES, Recipe
from seqtui.storage.append import append_json, is_torn
from seqtui.storage.atomic import replacing

SUFFIX = ".corrections.jsonl"
"""End of the name of a corrections file; a pattern of tables does not match it."""

LABELS_SUFFIX = ".labels.jsonl"
"""End of the name of a file of labels, see :mod:`seqtui.curation.labels`; no pattern matches it either."""

BESIDE_TABLES = (SUFFIX, LABELS_SUFFIX)
"""Ends of the names of files that lie beside tables and are none."""

_MAX_BYTES = 1 << 28  # of the file; a million corrections have less
_MAX_NOTE = 2000  # characters


@dataclass(frozen=True)
class Correction:
    """A decision about the label of a text.

    Args:
        old: Label in the source.
        new: Correct label; equal to ``old`` if it was confirmed or only a note was added.
        time: When it was decided.
        note: Reason or remark. Default: None.
        line: Line of the file, from 1.
    """

    old: str
    new: str
    time: datetime
    note: str | None
    line: int


@dataclass(frozen=True)
class Corrections:
    """The content of a corrections file.

    Args:
        path: The file.
        by_text: Decisions about each text that were not undone, in order, by the digest of the text.
        content: The bytes that were read.
        warnings: Problems that lose nothing, one line each.
    """

    path: Path
    by_text: dict[str, list[Correction]] = field(default_factory=dict)
    content: bytes = b""
    warnings: list[str] = field(default_factory=list)

    def of(self, text: str) -> Correction | None:
        """Return the last decision about a text, or None."""
        decisions = self.by_text.get(text_digest(text))
        return decisions[-1] if decisions else None

    def save(self, path: Path) -> None:
        """Write a copy of the file as it was read.

        Args:
            path: File to write.
        """
        with replacing(path) as temporary:
            temporary.write_bytes(self.content)


class _Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    text: str
    old: str | None = None
    new: str | None = None
    note: str | None = None
    undo: bool = False
    time: datetime


def text_digest(text: str) -> str:
    """Return the digest that stands for a text in a corrections file.

    Example:
        >>> text_digest("A fine film")[:19]
        'sha256:db4838af6fa7'
    """
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def default_corrections(source: str, folder: Path) -> Path:
    """Return the path of the corrections file beside a source.

    Args:
        source: A name of :data:`SOURCES`, or a path or pattern as for ``--data``.
        folder: Folder for the corrections of a named source, which has no place of its own.

    Example:
        >>> default_corrections("data/reviews.csv.gz", Path("runs")).as_posix()
        'data/reviews.csv.gz.corrections.jsonl'
        >>> default_corrections("data/2026-*.csv", Path("runs")).as_posix()
        'data/reviews.corrections.jsonl'
        >>> default_corrections("imdb-25k", Path("runs")).as_posix()
        'runs/imdb-25k.corrections.jsonl'
    """
    path = Path(source)
    if source in SOURCES:
        return folder / f"{source}{SUFFIX}"
    if has_magic(source) and not path.exists():
        fixed = [part for part in path.parents if not has_magic(str(part))]
        return fixed[0] / f"reviews{SUFFIX}"
    return path.with_name(f"{path.name}{SUFFIX}")


def corrections_of(recipe: Recipe, folder: Path) -> Path:
    """Return the corrections file of a recipe: the one that it names, else the one beside its source.

    Args:
        recipe: The recipe.
        folder: As for :func:`default_corrections`.
    """
    return Path(recipe.corrections) if recipe.corrections else default_corrections(recipe.data, folder)


def read_corrections(path: str | os.PathLike[str]) -> Corrections:
    """Read a corrections file.

    An incomplete last line, which a killed process leaves, is ignored with a warning.

    Args:
        path: The file.

    Raises:
        InputError: If it cannot be read, or a line is not a correction; the message names file and line.
    """
    path = Path(path)
    try:
        if not path.is_file():
            raise InputError(f"--corrections {path}: {'not a file' if path.exists() else 'no such file'}")
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"--corrections {path}: {error.strerror}") from error
    if len(content) > _MAX_BYTES:
        raise InputError(f"--corrections {path}: larger than {_MAX_BYTES >> 20} MiB, not a corrections file")
    corrections = Corrections(path, content=content)
    for number, line in _lines(path, content, corrections.warnings):
        decisions = corrections.by_text.setdefault(line.text, [])
        if not line.undo:
            assert line.old is not None and line.new is not None  # noqa: S101, PT018 - see _checked
            decisions.append(Correction(line.old, line.new, line.time, line.note, number))
        elif not decisions:
            raise InputError(f"{path}, line {number}: not a correction: there is nothing to undo")
        else:
            decisions.pop()
    return corrections


def read_corrections_if_any(path: Path) -> Corrections:
    """Read a corrections file; return empty corrections if there is none yet.

    Args:
        path: The file.

    Raises:
        InputError: As for :func:`read_corrections`.
    """
    return read_corrections(path) if path.exists() or path.is_symlink() else Corrections(path)


def add_correction(
    path: str | os.PathLike[str], text: str, old: str, new: str, note: str | None = None
) -> None:
    """Append a decision about the label of a text and sync it to the disk.

    Args:
        path: Corrections file, as in ``evaluated_reviews(run).corrections.path``; created if missing.
        text: The text.
        old: Its label in the source.
        new: Its correct label; ``old`` confirms the label, for example to add a note.
        note: Reason or remark, at most 2,000 characters. Default: None.

    Raises:
        InputError: If a label is not a text or empty, the note is too long, or the file is not a corrections
            file.
        OSError: If the file cannot be written.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "reviews.corrections.jsonl"
        >>> add_correction(path, "A fine film", "negative", "positive")
        >>> read_corrections(path).of("A fine film").new
        'positive'
    """
    for label in (old, new):
        if not isinstance(label, str) or not label.strip():
            raise InputError(f"{label!r} is not a label")
    if note is not None and len(note) > _MAX_NOTE:
        raise InputError(f"a note of {len(note):,} characters; at most {_MAX_NOTE:,}")
    note = note and note.encode("utf-8", "replace").decode()  # without lone surrogates
    append_json(Path(path), _Line(text=text_digest(text), old=old, new=new, note=note, time=_now()))


def undo_correction(path: str | os.PathLike[str], text: str) -> Correction | None:
    """Withdraw the last decision about a text by another line.

    Args:
        path: Corrections file.
        text: The text.

    Returns:
        The decision before it, which holds again, or None.

    Raises:
        InputError: If there is no decision about it, or the file cannot be read.
        OSError: If the file cannot be written.
    """
    path = Path(path)
    digest = text_digest(text)
    decisions = read_corrections_if_any(path).by_text.get(digest)
    if not decisions:
        raise InputError(f"{path}: no correction of this text to undo")
    append_json(path, _Line(text=digest, undo=True, time=_now()))
    return decisions[-2] if len(decisions) > 1 else None


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _lines(path: Path, content: bytes, warnings: list[str]) -> Iterator[tuple[int, _Line]]:
    """Yield the lines and their numbers, without empty ones."""
    *complete, last = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate([*complete, last], 1):
        if not line.strip():
            continue
        try:
            yield number, _checked(line)
        except (ValueError, RecursionError) as error:
            if number > len(complete) and is_torn(line):
                warnings.append(f"{path}, line {number}: incomplete, ignored")
                return
            raise InputError(f"{path}, line {number}: not a correction: {error}") from error


def _checked(line: bytes) -> _Line:
    """Decode a line.

    Raises:
        ValueError: If it is not a correction.
    """
    decoded = msgspec.json.decode(line, type=_Line)
    if not decoded.undo and (decoded.old is None or decoded.new is None):
        raise ValueError("'old' and 'new' are needed")
    return decoded
