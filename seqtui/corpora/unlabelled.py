"""Read texts without labels, to learn from them, too."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from seqtui.corpora.imdb import download_archive
from seqtui.corpora.imdb import read_unlabelled as read_archive
from seqtui.corpora.texts import has_texts, texts_in
from seqtui.errors import InputError
from seqtui.tables.inputs import find_files
from seqtui.text import has_token

_OPTION = "--unlabelled"


@dataclass(frozen=True)
class UnlabelledTexts:
    """Texts without labels.

    Args:
        texts: The texts, each once.
        digest: Digest of the texts: ``sha256:`` and 64 hexadecimal digits.
        notes: Findings about the source, one line each.
    """

    texts: list[str]
    digest: str
    notes: list[str]


def check_unlabelled(source: str) -> None:
    """Check that a source of texts without labels exists and is not empty; download it if it is ``imdb``.

    Raises:
        InputError: If it does not exist, has no texts, or cannot be downloaded.
    """
    if source == "imdb":
        download_archive()
        return
    if not source.strip():
        raise InputError(f"{_OPTION}: give a file, a folder, a pattern or imdb")
    for path in find_files(source, _OPTION):
        if not Path(path).is_file():
            raise InputError(f"{_OPTION} {source}: no such file or folder; give one, or imdb")
    if not has_texts(source, _OPTION):
        raise InputError(f"{_OPTION} {source}: no texts")


def read_unlabelled(
    source: str, known: Collection[str], on_share: Callable[[float], None] = lambda _: None
) -> UnlabelledTexts:
    """Read texts without labels. Labels that the source may have are not read.

    Args:
        source: A file, folder or pattern of tables, as for ``seqtui score --input``, or ``imdb``.
        known: Texts to omit: the labelled ones, of which some are for validation and test.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Raises:
        InputError: If the source cannot be read or has no other texts.
    """
    notes: list[str] = []
    if source == "imdb":
        rows = read_archive(download_archive(), on_share)
    else:
        rows, notes = texts_in(source, option=_OPTION, on_share=on_share)
    distinct = dict.fromkeys(rows)
    unknown = [text for text in distinct if text not in known]
    texts = [text for text in unknown if has_token(text)]
    if not rows:
        raise InputError(f"{_OPTION} {source}: no texts")
    if not texts:
        raise InputError(
            f"{_OPTION} {source}: all of its texts are also among the labelled reviews or have no words"
        )
    omitted = {
        "duplicates": len(rows) - len(distinct),
        "that are labelled reviews": len(distinct) - len(unknown),
        "without words": len(unknown) - len(texts),
    }
    counts = ", ".join(f"{count:,} {reason}" for reason, count in omitted.items() if count)
    notes.append(f"unlabelled: {len(texts):,} texts of {source}{f'; omitted: {counts}' if counts else ''}")
    digest = hashlib.sha256()
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8) + encoded)
    return UnlabelledTexts(texts, f"sha256:{digest.hexdigest()}", notes)
