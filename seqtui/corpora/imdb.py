"""Read the Large Movie Review Dataset (Maas et al., 2011), with its official split.

The layout is ``aclImdb/{train,test}/{pos,neg}/ID_RATING.txt``, in the archive or in the extracted folder.
"""

import os
import re
import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, cast

import numpy as np
import platformdirs

from seqtui.corpora.corpus import CLASS_NAMES, Corpus, Reviews
from seqtui.errors import InputError
from seqtui.storage.compression import READ_ERRORS, decompressed

URL = "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz"
MD5 = "7c2ac02c03563afcf9b574c7e56c153a"

_MEMBER = re.compile(r"(?:\./)?aclImdb/(train|test)/(neg|pos)/(\d+)_(\d+)\.txt")
_UNLABELLED = re.compile(r"(?:\./)?aclImdb/(train)/(unsup)/(\d+)_(\d+)\.txt")
_FOLDER_LABELS = {"neg": CLASS_NAMES.index("negative"), "pos": CLASS_NAMES.index("positive")}
_MAX_REVIEW_BYTES = 1 << 20  # the longest review of the data set has 14 thousand

_Item = tuple[str, str, int, int, str]  # set, label folder, id, rating, text


def download_archive(url: str = URL, md5: str = MD5, cache: Path | None = None) -> Path:
    """Download the official archive, unless it is in the cache.

    An incomplete download, or one with a wrong checksum, is deleted.

    Args:
        url: URL of the archive.
        md5: Its checksum in hexadecimal.
        cache: Folder to save it in. Default: the user's cache folder.

    Returns:
        Path of the archive.

    Raises:
        InputError: If it cannot be downloaded or is not the expected file.
    """
    import logging

    import pooch

    pooch.get_logger().setLevel(logging.ERROR)
    cache = cache or platformdirs.user_cache_path("seqtui")
    try:
        archive = pooch.retrieve(
            url,
            known_hash=f"md5:{md5}",
            fname="aclImdb_v1.tar.gz",
            path=cache,
            downloader=pooch.HTTPDownloader(progressbar=True, timeout=30),
        )
    except ValueError as error:  # pooch raises it for a wrong checksum
        raise InputError(
            f"imdb: {url} is not the expected file (wrong checksum: truncated or changed); "
            "try again, or use --data imdb-25k"
        ) from error
    except (PermissionError, NotADirectoryError) as error:  # no home folder
        raise InputError(
            f"imdb: cannot write to {cache}; set $XDG_CACHE_HOME to a folder for the archive, or use "
            "--data imdb-25k, which is installed"
        ) from error
    except OSError as error:  # requests' exceptions are OSErrors
        raise InputError(
            f"imdb: cannot download {url}, and it is not in {cache} ({type(error).__name__}); "
            "use --data imdb-25k, which works offline"
        ) from error
    return Path(archive)


def read_archive(path: Path, on_share: Callable[[float], None] = lambda _: None) -> Corpus:
    """Read the reviews from the archive without extracting it; members with other names are ignored.

    Args:
        path: The archive.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Raises:
        InputError: If it is not a readable archive in the official layout.
    """
    return _corpus(path, _members(path, _MEMBER, on_share))


def read_unlabelled(path: Path, on_share: Callable[[float], None] = lambda _: None) -> list[str]:
    """Read the archive's 50,000 reviews without labels, in the order of their numbers.

    Args:
        path: The archive.
        on_share: Called with the fraction that has been read. Default: does nothing.

    Raises:
        InputError: If it is not a readable archive, or has none.
    """
    texts = [text for *_, text in sorted(_members(path, _UNLABELLED, on_share))]
    if not texts:
        raise InputError(f"{path}: contains no reviews named aclImdb/train/unsup/ID_RATING.txt")
    return texts


def _members(path: Path, name: re.Pattern[str], on_share: Callable[[float], None]) -> list[_Item]:
    items: list[_Item] = []
    try:
        with path.open("rb") as raw, tarfile.open(fileobj=_forward(decompressed(raw)), mode="r:") as archive:
            size = max(1, os.fstat(raw.fileno()).st_size)
            for member in archive:
                on_share(raw.tell() / size)
                found = name.fullmatch(member.name)
                if not found or not member.isfile():
                    continue
                if member.size > _MAX_REVIEW_BYTES:
                    raise InputError(
                        f"{path}: {member.name!r} has {member.size:,} bytes, too large for a review"
                    )
                file = archive.extractfile(member)
                text = file.read().decode("utf-8") if file else ""
                items.append((found[1], found[2], int(found[3]), int(found[4]), text))
            _require_end(archive)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: {member.name!r} is not UTF-8") from error
    except (tarfile.TarError, RecursionError, *READ_ERRORS) as error:
        raise InputError(f"{path}: not a readable aclImdb archive: {error}") from error
    return items


def is_official(path: Path) -> bool:
    """Return whether a folder, or the folder ``aclImdb`` in it, has the official layout."""
    roots = (path, path / "aclImdb")
    return any((root / "train" / label).is_dir() for root in roots for label in _FOLDER_LABELS)


def read_folder(path: Path, on_share: Callable[[float], None] = lambda _: None) -> Corpus:
    """Read the reviews from the extracted folder: ``aclImdb``, or the folder that contains it.

    Args:
        path: The folder.
        on_share: Called with the fraction of the files that has been read. Default: does nothing.

    Raises:
        InputError: If it does not have the official layout.
    """
    root = path / "aclImdb" if (path / "aclImdb").is_dir() else path
    items: list[_Item] = []
    files = list(root.glob("t*/*/*.txt"))
    for index, file in enumerate(files):
        on_share(index / len(files))
        found = _MEMBER.fullmatch(f"aclImdb/{file.relative_to(root).as_posix()}")
        if not found:
            continue
        try:
            text = file.read_bytes().decode("utf-8")  # as in the archive: line ends are not converted
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file}: not a readable review: {error}") from error
        items.append((found[1], found[2], int(found[3]), int(found[4]), text))
    return _corpus(path, items)


class _Forward:
    """File for tarfile that can only be read forward, in small blocks."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._position = 0

    def tell(self) -> int:
        return self._position

    def read(self, size: int) -> bytes:
        if size > _MAX_REVIEW_BYTES:  # tarfile reads a long name whole, without a limit
            raise tarfile.ReadError(f"a header of {size:,} bytes")
        content = self._file.read(size)
        self._position += len(content)
        return content

    def seek(self, position: int) -> None:
        if position < self._position:
            raise tarfile.ReadError("overlapping members")
        while self._position < position and self.read(min(_MAX_REVIEW_BYTES, position - self._position)):
            pass


def _forward(file: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], _Forward(file))


def _require_end(archive: tarfile.TarFile) -> None:
    """Read the rest of the archive: tarfile stops at a damaged header, and the checksum is at the end."""
    while archive.fileobj and (rest := archive.fileobj.read(1 << 20)):
        if rest.strip(b"\0"):
            raise tarfile.ReadError("it is damaged before its end")


def _corpus(path: Path, items: Iterable[_Item]) -> Corpus:
    parts: dict[str, list[_Item]] = {"train": [], "test": []}
    for item in sorted(items):  # an archive and its folder may list them in different orders
        parts[item[0]].append(item)
    for part, members in parts.items():
        if not members:
            raise InputError(
                f"{path}: contains no reviews named aclImdb/{part}/pos/ID_RATING.txt or .../neg/..."
            )
    return Corpus(str(path), _reviews(parts["train"]), _reviews(parts["test"]))


def _reviews(items: list[_Item]) -> Reviews:
    labels = np.array([_FOLDER_LABELS[folder] for _, folder, _, _, _ in items], np.int32)
    return Reviews([text for *_, text in items], labels)
